"""Words as the search compares them. ``content/assets/search/words.js`` does exactly the same to a query.

``tests/golden/words.json`` holds both to one behaviour.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REMEMBERED = 50_000  # words; a text repeats the same few thousand
_WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưy"
# Letters of other alphabets that keyboards and old fonts give for đ (Icelandic eth, African d).
_ETHS = str.maketrans("ðɖ", "đđ")
_LONE_Y = re.compile(r"(?:qu|[bcdđghklmnpqrstvx]*)y")


@lru_cache(_REMEMBERED)
def spell(word: str) -> str:
    """``word`` in lower case NFC with one spelling for each pair of accepted spellings.

    The tone mark stands on the last vowel (``hòa`` and ``hoà`` agree) and a lone final y is i
    (``kỹ`` and ``kĩ`` agree).

    >>> spell("HÒA"), spell("hoà"), spell("Kỹ"), spell("thuỷ")
    ('hoà', 'hoà', 'kĩ', 'thuỷ')
    """
    tone, letters = "", []
    for char in unicodedata.normalize("NFD", word.lower().translate(_ETHS)):
        if char in _TONES:
            tone = char
        else:
            letters.append(char)
    base = unicodedata.normalize("NFC", "".join(letters))
    if _LONE_Y.fullmatch(base):
        base = f"{base[:-1]}i"
    if not tone:
        return base
    at = max((base.rfind(vowel) for vowel in _VOWELS), default=-1)
    return unicodedata.normalize("NFC", f"{base[: at + 1]}{tone}{base[at + 1 :]}")


@lru_cache(_REMEMBERED)
def plain(word: str) -> str:
    """A spelled ``word`` without marks; đ becomes d.

    >>> plain(spell("Điều")), plain(spell("kỹ"))
    ('dieu', 'ki')
    """
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


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


def words(text: str) -> list[str]:
    """The words of ``text``, spelled; what stands between them is dropped.

    >>> words("Nghị quyết số 76/NQ-CP")
    ['nghị', 'quyết', 'số', '76', 'nq', 'cp']
    """
    return [spell(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def plain_words(text: str) -> list[str]:
    return [plain(word) for word in words(text)]


def initials(text: str) -> str:
    """First letters of the words that carry meaning, as abbreviations are formed.

    >>> initials("Sở Thông tin và Truyền thông")
    'stttt'
    """
    return "".join(word[0] for word in plain_words(text) if word not in JOINING_WORDS)


# Words that abbreviations of names leave out and that people leave out of names (Nghị định 30/2020/NĐ-CP
# abbreviates BTTTT for Bộ Thông tin và Truyền thông).
JOINING_WORDS = frozenset({"va", "cac", "cua"})
