"""Vietnamese letters, numbering and order: facts of the language and of its official documents."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from slugify import slugify

# Letters that number the points of a document: no f, j, w, z (Nghị định 30/2020/NĐ-CP lists run a, b, c, d, đ, e ...).
LIST_LETTERS = "abcdđeghiklmnopqrstuvxy"

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def fold(text: str) -> str:
    """``text`` in lower case without any mark; đ becomes d. The length may change.

    >>> fold("Điều 5 Nghị định")
    'dieu 5 nghi dinh'
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slug(text: str) -> str:
    """The part of an address that stands for ``text``: ASCII letters, digits and hyphens.

    >>> slug("Sở Thông tin và Truyền thông")
    'so-thong-tin-va-truyen-thong'
    """
    return slugify(fold(text))


def letter_slug(letter: str) -> str:
    """A list letter in an address; đ is written ``dd``, as it is typed, so that it is not d."""
    return "dd" if letter.lower() == "đ" else letter.lower()


def sort_key(text: str) -> tuple:
    """Order of Vietnamese dictionaries: letter by letter (a ă â ... d đ ...), then by tone."""
    letters, tones = [], []
    for char in unicodedata.normalize("NFC", text.lower()):
        base, tone = _split_tone(char)
        rank = _ALPHABET.find(base)
        letters.append((1, rank) if rank >= 0 else (0, ord(base[0])))
        tones.append(tone)
    return (tuple(letters), tuple(tones), text)


def _split_tone(char: str) -> tuple[str, int]:
    tone, rest = 0, []
    for part in unicodedata.normalize("NFD", char):
        if part in _TONES:
            tone = _TONES[part]
        else:
            rest.append(part)
    return unicodedata.normalize("NFC", "".join(rest)) or char, tone


def write_day(day: date) -> str:
    """A date as officials write it, with a zero before days below 10 and months 1 and 2.

    Nghị định 30/2020/NĐ-CP, Appendix I.

    >>> write_day(date(2021, 3, 3))
    '03/3/2021'
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def upfirst(text: str) -> str:
    """``text`` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


_ROMAN = re.compile(r"(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(text: str) -> int | None:
    """Value of a Roman numeral up to 99, or None where ``text`` is not one."""
    if not _ROMAN.match(text):
        return None
    values = [_ROMAN_VALUES[char] for char in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
