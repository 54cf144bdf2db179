"""Times in words: what is computed, said beside what is printed."""

from __future__ import annotations

from datetime import date

from corpus.language.numerals import write_day
from corpus.model import When
from corpus.times.days import days
from corpus.times.deadlines import DOUBTS


def when_words(when: When, year: int) -> str:
    """What can be computed of ``when``, for a plan of ``year``; the reason where nothing can.

    >>> from datetime import date
    >>> when_words(When("trước ngày 01/3", end=date(2018, 3, 1), exclusive=True), 2018)
    'trước ngày 01/3/2018'
    """
    words = _said(when, year)
    return f"{words} ({when.reason})" if when.reason in DOUBTS and words != when.reason else words


def _said(when: When, year: int) -> str:
    if when.rule:
        return _recurring(when, year)
    if when.start and when.end:
        return (
            f"ngày {write_day(when.end)}"
            if when.start == when.end
            else f"từ {write_day(when.start)} đến hết {write_day(when.end)}"
        )
    if when.end:
        return f"{'trước' if when.exclusive else 'chậm nhất'} ngày {write_day(when.end)}"
    if when.start:
        return f"từ ngày {write_day(when.start)}"
    return when.reason


def whole_year(year: int) -> str:
    """The words for a whole year, which a printed "Năm 2025" need not be told again."""
    return f"từ {write_day(date(year, 1, 1))} đến hết {write_day(date(year, 12, 31))}"


def _recurring(when: When, year: int) -> str:
    found = days(when, year)
    if not found:
        return when.reason
    listed = ", ".join(write_day(one) for one in found[:12]) + (", …" if len(found) > 12 else "")
    many = "các ngày " if len(found) > 1 else "ngày "
    return f"{'trước ' if when.exclusive else ''}{many}{listed}"
