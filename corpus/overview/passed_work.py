"""Work that stayed from one plan to the next and passed to other bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.grouping import group
from corpus.link import PlanRecord
from corpus.overview.comparison import Compared, Comparison
from corpus.vocabulary import Part
from corpus.work.items import WorkItem

# Who coordinates changes with every plan; who answers for the work is what readers ask.
_ANSWERING = (Part.LEADS, Part.DUTY)


@dataclass(frozen=True)
class PassedWork:
    """The bodies with ``part`` in the work of ``at`` in the earlier plan and in the later one, by their ids."""

    at: Compared
    part: Part
    before: tuple[str, ...]
    after: tuple[str, ...]


def passed_work(comparison: Comparison, before: PlanRecord, after: PlanRecord) -> tuple[PassedWork, ...]:
    """The work of statements that stayed, of which none of the bodies stayed, in the order of the later plan."""
    return tuple(_passed(comparison, _items(before), _items(after)))


def _items(record: PlanRecord) -> dict[str, list[WorkItem]]:
    return group(record.items, lambda item: item.anchor)


def _passed(
    comparison: Comparison, old: dict[str, list[WorkItem]], new: dict[str, list[WorkItem]]
) -> Iterator[PassedWork]:
    for row in comparison.rows:
        if not (row.before and row.after):
            continue
        for part in _ANSWERING:
            earlier = _bodies(old.get(row.before.anchor, ()), part)
            later = _bodies(new.get(row.after.anchor, ()), part)
            if earlier and later and not set(earlier) & set(later):
                yield PassedWork(row, part, earlier, later)


def _bodies(items: list[WorkItem] | tuple[()], part: Part) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body for item in items for body in item.of(part)))
