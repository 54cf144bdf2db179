"""Bodies that a plan gives work to and that the register does not know: reported, never dropped."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.ditto import says_as_above
from corpus.link import PlanRecord
from corpus.problem import Problem

_MUST = "tên cơ quan được giao việc phải có trong plans/registers/agencies.yml"


def unknown_names(here: PlanRecord) -> Iterator[tuple[str, str, int]]:
    """Anchor, name as printed and line of every name that work is given to and that means nobody."""
    yield from _in_tasks(here)
    yield from _in_duties(here)


def check_names(here: PlanRecord) -> Iterator[Problem]:
    """A warning for every name in an annex cell, task, heading or article that means nobody and bears no editor's note.

    One for each distinct name, on the line where it stands first.
    """
    lines: dict[str, list[int]] = {}
    for anchor, name, line in unknown_names(here):
        if not any(note.at == anchor and name in note.quote for note in here.plan.meta.notes):
            lines.setdefault(" ".join(name.split()), []).append(line)
    for name, found in lines.items():
        further = sorted(set(found))[1:]
        times = f" (còn ở dòng {', '.join(map(str, further))})" if further else ""
        yield Problem(here.plan.path, min(found), f"{_MUST}{times}", name, "warning")


def _in_tasks(here: PlanRecord) -> Iterator[tuple[str, str, int]]:
    """Names in the cells that a row prints itself, and in the words of the text that give a task."""
    rows = {row.anchor: row for row in here.plan.rows}
    lines = {clause.anchor: clause.line for clause in here.plan.walk()}
    for task in here.tasks:
        row = rows.get(task.anchor)
        own = {cell.field: cell.line for cell in row.printed if not says_as_above(cell.text)} if row else None
        for field, name in task.unknown:
            if own is None:
                yield task.anchor, name, lines[task.anchor]
            elif field in own:
                yield task.anchor, name, own[field]


def _in_duties(here: PlanRecord) -> Iterator[tuple[str, str, int]]:
    lines = {clause.anchor: clause.line for clause in here.plan.walk()}
    for duty in here.duties:
        if not duty.agencies:
            yield duty.anchor, duty.printed_name or duty.text, lines[duty.anchor]
