"""Roman numerals and dates as official documents write them."""

from __future__ import annotations

import re
from datetime import date

_ROMAN = re.compile(r"(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(text: str) -> int | None:
    """Value of a Roman numeral up to 99, or None where ``text`` is not one."""
    if not _ROMAN.match(text):
        return None
    values = [_ROMAN_VALUES[char] for char in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def write_day(day: date) -> str:
    """A date as officials write it, with a zero before days below 10 and months 1 and 2.

    Nghị định 30/2020/NĐ-CP, Appendix I.

    >>> write_day(date(2021, 3, 3))
    '03/3/2021'
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
