"""What a body that ended leaves to those that follow it: work of its last plans that was not due before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.model import Corpus
from corpus.overview.agency_work import Assignment, WorkIndex, plan_day
from corpus.schema import Agency, Succession
from corpus.work.occasions import occasions


@dataclass(frozen=True)
class Handover:
    """Work that passes from ``old`` to ``new``; ``day`` is the first of the new one, None where no source says it.

    ``scope`` is the part of the work that passes, None for all that no other succession names. Which
    items belong to a scope is not printed anywhere, so ``open`` are all that were still to be done.
    """

    old: str
    new: str
    day: date | None
    scope: str | None
    source: str
    rest: bool
    open: tuple[Assignment, ...]


def handovers(corpus: Corpus, index: WorkIndex) -> tuple[Handover, ...]:
    """Every handover, in the order of the register."""
    return tuple(_handover(old, one, index, corpus) for old in corpus.agencies for one in old.successors)


def _handover(old: Agency, one: Succession, index: WorkIndex, corpus: Corpus) -> Handover:
    day = one.date or (old.until + timedelta(days=1) if old.until else None)
    parts = any(other.scope for other in old.successors)
    left = tuple(_still_open(old.id, day, index, corpus)) if day else ()
    return Handover(old.id, one.agency, day, one.scope, one.source, parts and one.scope is None, left)


def _still_open(old: str, day: date, index: WorkIndex, corpus: Corpus) -> Iterator[Assignment]:
    """What plans for the year of ``day`` asked of ``old`` before it, and is due on it or later, or has no date."""
    for assignment in index.of(old).direct:
        plan = corpus.plan[assignment.item.plan]
        if plan.meta.year != day.year or (plan.meta.issued and plan_day(plan) >= day):
            continue
        last = max((found for one in occasions(assignment.item, plan.meta.year) for found in one.days), default=None)
        if last is None or last >= day:
            yield assignment
