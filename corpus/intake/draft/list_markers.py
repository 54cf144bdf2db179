"""The numbers and signs that paragraphs begin with, and which sort each is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from corpus.language.letters import LIST_LETTERS
from corpus.language.numerals import roman_value


class Sort(IntEnum):
    """What a paragraph begins with, roughly from the widest to the narrowest."""

    PART = 0
    CHAPTER = 1
    ARTICLE = 2
    CAPITAL = 3
    ROMAN = 4
    DECIMAL = 5
    LETTER = 6
    SIGN = 7


@dataclass(frozen=True)
class Marker:
    """``text[:end]`` numbers the paragraph; ``style`` tells apart the numberings of one sort (``1.``, ``1)``, ``1.1``)."""

    sort: Sort
    number: str
    style: str
    end: int

    @property
    def kind(self) -> tuple[Sort, str]:
        return self.sort, self.style

    @property
    def depth(self) -> int:
        return self.number.count(".") if self.sort is Sort.DECIMAL else 0


_WORDED = re.compile(
    r"(?P<noun>phần|chương|mục)\s+(?:thứ\s+)?"
    r"(?P<number>[IVXLC]+|\d{1,2}|nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)\b(?P<sign>[.:]?)\s*",
    re.IGNORECASE,
)
_PATTERNS = (
    (Sort.ARTICLE, re.compile(r"(?P<noun>Điều)\s+(?P<number>\d+[a-zđ]?)\s*[.:]\s*")),
    (Sort.ROMAN, re.compile(r"(?P<number>[IVXL]+)\s*(?P<sign>[./):–-])\s*(?=\S)")),
    (Sort.CAPITAL, re.compile(r"(?P<number>[A-HĐK])\s*(?P<sign>[./)-])\s*(?=\S)")),
    (Sort.DECIMAL, re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\s*(?P<sign>[.):/])(?!\d)\s*(?=\S)")),
    (Sort.DECIMAL, re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<sign>[-–])\s+(?=[^\W\d_])")),
    (Sort.DECIMAL, re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?P<sign>)\s+(?=[^\W\d_])")),
    (Sort.LETTER, re.compile(r"(?P<number>[a-zđ]\d?)\s*(?P<sign>[.)])\s*(?=\S)")),
    (Sort.LETTER, re.compile(r"(?P<sign>\()(?P<number>[a-zđ]|\d{1,2})\)\s*(?=\S)")),
    (Sort.SIGN, re.compile(r"(?P<sign>[-–—])(?P<number>)\s*(?=\S)")),
    (Sort.SIGN, re.compile(r"(?P<sign>\+)(?P<number>)\s*(?=\S)")),
    (Sort.SIGN, re.compile(r"(?P<sign>[•*·◦▪●○■➢✓])(?P<number>)\s+(?=\S)")),
)
# "15/3/2025", "10.000", "1,5", "V/v ban hành": what begins a line and numbers nothing.
_NO_NUMBER = re.compile(r"\d+(?:[./]\d{3}\b|[./]\d+[./]\d|,\d|\s*%|/\d)|V/v\b")


def read_marker(text: str) -> Marker | None:
    """The number or sign that ``text`` begins with.

    >>> read_marker("1.2. Mục tiêu").number, read_marker("Quý 1. Nộp báo cáo")
    ('1.2', None)
    """
    if found := _WORDED.match(text):
        sort = Sort.PART if found["noun"].lower() == "phần" else Sort.CHAPTER
        return Marker(sort, found["number"], found["noun"].lower(), found.end())
    if _NO_NUMBER.match(text):
        return None
    for sort, pattern in _PATTERNS:
        found = pattern.match(text)
        if found and not (sort is Sort.ROMAN and roman_value(found["number"]) is None):
            sign = found.groupdict().get("sign") or ""
            sign += "1" if sign == "(" and found["number"].isdigit() else ""
            style = f"{found['number'].count('.')}{sign.strip('.')}" if sort is Sort.DECIMAL else sign
            return Marker(sort, found["number"], style if sort in _STYLED else "", found.end())
    return None


_STYLED = (Sort.DECIMAL, Sort.LETTER, Sort.SIGN)


def follows(one: Marker, other: Marker) -> bool:
    """Whether ``other`` is the next number after ``one`` in the same numbering."""
    if one.kind != other.kind:
        return False
    if one.sort is Sort.ROMAN:
        return (roman_value(other.number) or 0) - (roman_value(one.number) or 0) == 1
    if one.sort is Sort.DECIMAL:
        *above, last = one.number.split(".")
        *same, after = other.number.split(".")
        return above == same and int(after) - int(last) == 1
    if one.number.isdigit() and other.number.isdigit():
        return int(other.number) - int(one.number) == 1
    if one.sort in (Sort.LETTER, Sort.CAPITAL):
        return next_letter(one.number) == other.number
    return one.sort is Sort.SIGN


def next_letter(letter: str) -> str:
    """The letter after ``letter`` in lists, as officials count them; nothing after the last.

    >>> next_letter("d"), next_letter("Đ")
    ('đ', 'E')
    """
    at = LIST_LETTERS.find(letter.lower())
    following = LIST_LETTERS[at + 1 : at + 2] if at >= 0 else ""
    return following.upper() if letter.isupper() else following
