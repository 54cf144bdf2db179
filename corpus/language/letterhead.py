"""What the letterhead of a document prints: its number and symbol, its place and day (Nghị định 30/2020/NĐ-CP, Appendix I)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.language.folding import fold

# "Số: 45 /KH-UBND", "Số:……/KH-UBND": number and symbol, either side of the stroke printed apart or left blank.
_NUMBER = re.compile(
    r"(?i:số)\s*[:.]?\s*(?P<number>[\d.…_\s]*\d[a-zđ]?|[.…_\s]*)\s*/\s*(?P<symbol>[A-ZĐ]\w*(?:\s?[-–/&]\s?\w+)*)"
)
# "Số 12-KH/ĐU", "Số: 57-KH/TĐTN-BPT": the Party and the organisations it leads print the kind with the number.
_PARTY_NUMBER = re.compile(
    r"(?i:số)\s*[:.]?\s*(?P<number>\d+[a-zđ]?|[.…_\s]*)\s*[-–]\s*(?P<symbol>[A-ZĐ][A-Za-zĐđ]{1,3}\s?/\s?[A-ZĐ]\w*(?:\s?[-–/&]\s?\w+)*)"
)
# Any other line that gives a number: whatever stands there is the number that was printed.
_ANY_NUMBER = re.compile(r"^\s*Số\s*:\s*(?P<number>[^/\n]*?)\s*/\s*(?P<symbol>\S+)", re.MULTILINE)
# "ngày 03 tháng 03 năm 2021", with day or month left blank in a draft.
_DAY = re.compile(
    r"ngày\s*(?P<day>\d{0,2})[\s.…_/]*tháng\s*(?P<month>\d{0,2})[\s.…_/]*năm\s*(?P<year>\d{4})", re.IGNORECASE
)
_PLACE = re.compile(r"(?P<place>[^\W\d_][^,;:\n]{1,40}?)\s*,\s*$")
_BLANK = re.compile(r"[\s.…_]+")
_PARTY = ("dang cong san viet nam", "doan tncs ho chi minh", "doan thanh nien cong san ho chi minh")
_MOTTO = re.compile(r"cong h[oa]a? xa hoi chu nghia(?: viet nam)?|doc lap\s*[-–]\s*tu do(?:\s*[-–]\s*hanh phuc)?")
_COUNTRY_ENDS = ("chu nghia viet nam", "nghia viet nam", "viet nam", "nam")


@dataclass(frozen=True)
class PrintedNumber:
    """``number`` is None where it was left blank."""

    number: str | None
    symbol: str


@dataclass(frozen=True)
class PrintedDay:
    """``day`` is None where day or month were left blank, ``real`` False where no calendar has what is printed."""

    day: date | None
    year: int
    place: str
    text: str
    real: bool = True


def read_number(text: str) -> PrintedNumber | None:
    """Number and symbol of a document as its letterhead prints them.

    >>> read_number("Số:  /KH-UBND"), read_number("Số 45 /KH- UBND")
    (PrintedNumber(number=None, symbol='KH-UBND'), PrintedNumber(number='45', symbol='KH-UBND'))
    >>> read_number("Số 12-KH/ĐU")
    PrintedNumber(number='12', symbol='KH/ĐU')
    """
    found = _NUMBER.search(text) or _PARTY_NUMBER.search(text)
    if not found:
        found = _ANY_NUMBER.search(text)
        return PrintedNumber(found["number"] or None, found["symbol"]) if found else None
    number = _BLANK.sub("", found["number"]) or None
    return PrintedNumber(number, re.sub(r"\s*[-–]\s*", "-", re.sub(r"\s+(?=[/&])|(?<=[/&])\s+", "", found["symbol"])))


def full_number(number: str, symbol: str | None) -> str:
    """Number and symbol as one, as they are printed.

    >>> full_number("45", "KH-UBND"), full_number("62", "KL/TW")
    ('45/KH-UBND', '62-KL/TW')
    """
    if not symbol:
        return number
    return f"{number}-{symbol}" if "/" in symbol else f"{number}/{symbol}"


def is_motto(text: str) -> bool:
    """Whether ``text`` prints the country's name or its motto, or in their place the name of the whole Party."""
    folded = fold(text)
    return bool(_MOTTO.search(folded)) or folded.strip() in _PARTY


def is_motto_end(text: str) -> bool:
    """Whether ``text`` is what a narrow column leaves of the country's name for its next line."""
    return fold(text).strip() in _COUNTRY_ENDS


def read_day(text: str) -> PrintedDay | None:
    """Place and day of issue.

    >>> read_day("Lào Cai, ngày 20 tháng 10 năm 2025").day
    datetime.date(2025, 10, 20)
    """
    found = _DAY.search(text)
    if not found:
        return None
    before = _PLACE.search(text[: found.start()].split("\n")[-1])
    place, year = (before["place"] if before else ""), int(found["year"])
    if not (found["day"] and found["month"]):
        return PrintedDay(None, year, place, found[0])
    try:
        return PrintedDay(date(year, int(found["month"]), int(found["day"])), year, place, found[0])
    except ValueError:
        return PrintedDay(None, year, place, found[0], real=False)
