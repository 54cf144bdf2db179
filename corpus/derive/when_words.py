"""Times in words: what is computed, said beside what is printed."""

from __future__ import annotations

from corpus.derive.occasions import days
from corpus.model import When
from corpus.vietnamese import write_day as day


def when_words(when: When, year: int) -> str:
    """What can be computed of ``when``, for a plan of ``year``; the reason where nothing can.

    >>> from datetime import date
    >>> when_words(When("trước ngày 01/3", end=date(2018, 3, 1), exclusive=True), 2018)
    'trước ngày 01/3/2018'
    """
    if when.rule:
        return _recurring(when, year)
    if when.start and when.end:
        return f"ngày {day(when.end)}" if when.start == when.end else f"từ {day(when.start)} đến hết {day(when.end)}"
    if when.end:
        return f"{'trước' if when.exclusive else 'chậm nhất'} ngày {day(when.end)}"
    if when.start:
        return f"từ ngày {day(when.start)}"
    return when.reason


def _recurring(when: When, year: int) -> str:
    found = days(when, year)
    if not found:
        return when.reason
    listed = ", ".join(day(one) for one in found[:12]) + (", …" if len(found) > 12 else "")
    many = "các ngày " if len(found) > 1 else "ngày "
    return f"{'trước ' if when.exclusive else ''}{many}{listed}"
