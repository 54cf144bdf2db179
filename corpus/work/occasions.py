"""The days in a plan's year on which an item of work is due, begins or comes round again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.model import When
from corpus.times.days import days
from corpus.times.deadlines import DOUBTS
from corpus.work.items import WorkItem


@dataclass(frozen=True, slots=True)
class Occasion:
    """One printed time of an item that has a date.

    ``days`` are in order; ``rule`` is the recurrence rule where there is more than the one day;
    ``number`` counts the times of the item from 1, so that an event keeps its identity.
    """

    item: WorkItem
    when: When
    number: int
    days: tuple[date, ...]

    @property
    def rule(self) -> str | None:
        return self.when.rule

    @property
    def doubt(self) -> str:
        """Why the printed words may also mean other days, where they may."""
        return self.when.reason if self.when.reason in DOUBTS else ""

    @property
    def begins_only(self) -> bool:
        """Whether the day is that of the beginning, no end being printed."""
        return self.when.end is None and self.when.rule is None


def occasions(item: WorkItem, year: int) -> tuple[Occasion, ...]:
    """The dated times of ``item``, of a plan for ``year``.

    One whose days another recurring time of the item has all is left out: "trước ngày 10 tháng cuối của
    quý, năm" is due four times a year, not five.
    """
    found = [Occasion(item, when, number, days(when, year)) for number, when in enumerate(item.times, 1)]
    found = [occasion for occasion in found if occasion.days]
    return tuple(one for one in found if not any(_covers(other, one) for other in found))


def _covers(other: Occasion, one: Occasion) -> bool:
    if other is one or set(one.days) - set(other.days):
        return False
    return len(other.days) > len(one.days) or other.number < one.number


def by_day(found: Iterable[Occasion]) -> list[tuple[date, Occasion]]:
    """Every day with its occasion, in order of the days; within a day in that of the occasions."""
    return sorted(((day, one) for one in found for day in one.days), key=lambda pair: pair[0])
