"""Words made equal that are printed or typed differently: without marks, or with one spelling for each word.

``content/assets/search/words.js`` folds what a reader types in the same way; ``tests/golden/words.json``
holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from slugify import slugify

from corpus.language.letters import ETHS, VOWELS, split_tone

_REMEMBERED = 50_000  # words and names; a text repeats the same few thousand
_LONE_Y = re.compile(r"(?:qu|[bcdđghklmnpqrstvx]*)y")


class _Unmarked(dict[int, int | None]):
    """For ``str.translate``: marks that stand on a letter are left out; what a character is, is asked once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_UNMARKED = _Unmarked()


def fold(text: str) -> str:
    """``text`` in lower case without any mark; đ becomes d. The length may change.

    >>> fold("Điều 5 Nghị định")
    'dieu 5 nghi dinh'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().translate(ETHS).replace("đ", "d"))
    return decomposed.translate(_UNMARKED)


@lru_cache(_REMEMBERED)
def slug(text: str) -> str:
    """The part of an address that stands for ``text``: ASCII letters, digits and hyphens.

    >>> slug("Sở Thông tin và Truyền thông")
    'so-thong-tin-va-truyen-thong'
    """
    return slugify(fold(text))


@lru_cache(_REMEMBERED)
def spell(word: str) -> str:
    """``word`` in lower case NFC with one spelling for each pair of accepted spellings.

    The tone mark stands on the last vowel (``hòa`` and ``hoà`` agree) and a lone final y is i
    (``kỹ`` and ``kĩ`` agree).

    >>> spell("HÒA"), spell("hoà"), spell("Kỹ"), spell("thuỷ")
    ('hoà', 'hoà', 'kĩ', 'thuỷ')
    """
    base, tone = split_tone(word.lower().translate(ETHS))
    if _LONE_Y.fullmatch(base):
        base = f"{base[:-1]}i"
    if not tone:
        return base
    at = max((base.rfind(vowel) for vowel in VOWELS), default=-1)
    return unicodedata.normalize("NFC", f"{base[: at + 1]}{tone}{base[at + 1 :]}")


@lru_cache(_REMEMBERED)
def plain(word: str) -> str:
    """A spelled ``word`` without marks; đ becomes d.

    >>> plain(spell("Điều")), plain(spell("kỹ"))
    ('dieu', 'ki')
    """
    return fold(word)
