"""Words as the search compares them. ``content/assets/search/words.js`` does exactly the same to a query.

``tests/golden/words.json`` holds both to one behaviour.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.language.folding import plain, spell

_REMEMBERED = 50_000  # words; a text repeats the same few thousand
_TEXTS_KEPT = 1_000  # each text of a part is read to merge, to count, to place and to index it
_WORD = re.compile(r"[^\W_]+")

# One letter for each mark, as in the Telex way of typing.
_MARKS = {
    "\u0302": "a",
    "\u0306": "w",
    "\u031b": "w",
    "\u0300": "f",
    "\u0301": "s",
    "\u0309": "r",
    "\u0303": "x",
    "\u0323": "j",
}


@lru_cache(_REMEMBERED)
def accent_code(word: str) -> str:
    """A spelled ``word`` with its marks in letters behind a zero: a word of its own for an index without marks.

    >>> accent_code("đoàn"), accent_code("đoạn"), accent_code("ban")
    ('doan0df', 'doan0dj', 'ban0')
    """
    marks = "".join(_MARKS.get(char, "d" if char == "đ" else "") for char in unicodedata.normalize("NFD", word))
    return f"{plain(word)}0{marks}"


@lru_cache(_TEXTS_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words of ``text``, spelled; what stands between them is dropped.

    >>> words("Nghị quyết số 76/NQ-CP")
    ('nghị', 'quyết', 'số', '76', 'nq', 'cp')
    """
    return tuple(spell(word) for word in _WORD.findall(unicodedata.normalize("NFC", text)))


@lru_cache(_TEXTS_KEPT)
def plain_words(text: str) -> tuple[str, ...]:
    return tuple(plain(word) for word in words(text))


def initials(text: str) -> str:
    """First letters of the words that carry meaning, as abbreviations are formed.

    >>> initials("Sở Thông tin và Truyền thông")
    'stttt'
    """
    return "".join(word[0] for word in plain_words(text) if word not in JOINING_WORDS)


# Words that abbreviations of names leave out and that people leave out of names (Nghị định 30/2020/NĐ-CP
# abbreviates BTTTT for Bộ Thông tin và Truyền thông).
JOINING_WORDS = frozenset({"va", "cac", "cua"})
