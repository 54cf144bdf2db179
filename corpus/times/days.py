"""The days that a computed time stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from dateutil.rrule import rrulestr

from corpus.model import When

# A rule that never ends is followed no further than this; a plan of one year has at most a day a day.
MOST_DAYS = 366


def days(when: When, year: int) -> tuple[date, ...]:
    """The days of ``when``: those of its rule within its bounds or else within ``year``, its end, or its beginning."""
    if when.rule and when.start:
        last = max(when.end or date(year, 12, 31), when.start)
        return tuple(_recurring(when.rule, when.start, last))
    if when.rule:
        return ()
    day = when.end or when.start
    return (day,) if day else ()


def _recurring(rule: str, first: date, last: date) -> Iterator[date]:
    for number, moment in enumerate(rrulestr(rule, dtstart=datetime(first.year, first.month, first.day))):
        if moment.date() > last or number >= MOST_DAYS:
            return
        yield moment.date()
