"""Dates of issue as they follow a number."""

from __future__ import annotations

import re
from datetime import date

from corpus.language.patterns import grammar

_BLANK = r"[\s._…\-]{0,12}"
_HOUR = grammar(r"«hồi|lúc» · \d{1,2} \s? (?: «giờ» (?: · \d{1,2} (?: · «phút» )? )? | [hg:] \s? (?:\d{2})? )")
# 15/7/2021; ../../2021; 15 tháng 7 năm 2021, with blanks for what is not known; telegrams print the hour before.
DATE = re.compile(
    grammar(
        r"""
        \s{0,3} (?: [,(]? \s{0,3} (?: «ban hành|ký|đề» · )? (?: <hour> ,? · )? (?: «cùng» \s )?
              «ngày» \s?[.:]?\s{0,4} (?: «mùng|mồng» \s )?
          | [,(] \s{0,3} (?= \d{1,2}[/.]\d{1,2}[/.]\d{4} (?!\d) ) )
        (?: (?P<d>\d{1,2}) \s?[/.\-]\s? (?P<m>\d{1,2}) \s?[/.\-]\s? (?P<y> \d{4}(?!\d) | \d\d(?!\d) )
          | \d{0,2}[.…_]{1,8} \s?/\s? \d{0,2}[.…_]{0,8} \s?/\s? (?: \d{4} | [.…_]{1,8} )
          | (?P<d2>\d{1,2})? <blank> «tháng» <blank> (?P<m2>\d{1,2})? <blank> «năm» <blank> (?P<y2>\d{4})?
        ) \)?
        """,
        blank=_BLANK,
        hour=_HOUR,
    )
)
# A year in the place of a date: "Luật Đất đai năm 2013", "Chỉ thị 100 (1981)".
YEAR = re.compile(
    grammar(r"\s?\( (?: «năm» \s )? (?:19|20)\d\d \) | · (?: «ban hành» · )? «năm» · (?:19|20)\d\d (?![\d/])")
)


def year_in(printed: str) -> int:
    """The year in a match of YEAR."""
    return int("".join(filter(str.isdigit, printed)))


def day_of(found: re.Match[str]) -> date | None:
    """The day in a match of DATE; None where it is not whole or not in the calendar."""
    day, month, year = (found["d"] or found["d2"], found["m"] or found["m2"], found["y"] or found["y2"])
    if not (day and month and year):
        return None
    try:
        return date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
    except ValueError:
        return None
