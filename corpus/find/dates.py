"""Dates of issue as they follow a number."""

from __future__ import annotations

import re
from datetime import date

from corpus.find.letters import loose

_DAY, _MONTH, _YEAR = loose("ngày"), loose("tháng"), loose("năm")
_BLANK = r"[\s._…\-]{0,12}"
DATE = re.compile(
    rf"\s{{0,3}}[,(]?\s{{0,3}}(?:(?:{loose('ban hành')}|{loose('ký')}|{loose('đề')})\s{{1,24}})?(?:{loose('cùng')}\s)?{_DAY}\s?[.:]?\s{{0,4}}(?:{loose('mùng')}\s|{loose('mồng')}\s)?(?:"
    rf"(?P<d>\d{{1,2}})\s?[/.\-]\s?(?P<m>\d{{1,2}})\s?[/.\-]\s?(?P<y>\d{{4}}|\d\d(?!\d))"
    rf"|\d{{0,2}}[.…_]{{1,8}}\s?/\s?\d{{0,2}}[.…_]{{0,8}}\s?/\s?(?:\d{{4}}|[.…_]{{1,8}})"
    rf"|(?P<d2>\d{{1,2}})?{_BLANK}{_MONTH}{_BLANK}(?P<m2>\d{{1,2}})?{_BLANK}{_YEAR}{_BLANK}(?P<y2>\d{{4}})?"
    rf")\)?",
    re.IGNORECASE,
)
# A year in the place of a date: "Luật Đất đai năm 2013".
YEAR = re.compile(rf"(?:\s?\((?:{_YEAR}\s)?(?P<bracketed>(?:19|20)\d\d)\)|\s{{1,24}}(?:{loose('ban hành')}\s{{1,24}})?{_YEAR}\s{{1,24}}(?P<y>(?:19|20)\d\d)(?![\d/]))", re.IGNORECASE)


def day_of(found: re.Match) -> date | None:
    """The day in a match of DATE; None where it is not whole or not in the calendar."""
    day, month, year = (found["d"] or found["d2"], found["m"] or found["m2"], found["y"] or found["y2"])
    if not (day and month and year):
        return None
    try:
        return date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
    except ValueError:
        return None
