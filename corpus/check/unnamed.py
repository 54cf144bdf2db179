"""Bodies that a plan gives work to and that the register does not know: reported, never dropped."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.bodies.index import BodyIndex
from corpus.bodies.setting import setting_of
from corpus.link import PlanRecord
from corpus.model import Plan
from corpus.problem import Problem
from corpus.vocabulary import RowSort, TableKind

_MUST = "tên cơ quan được giao việc phải có trong plans/registers/agencies.yml"


def check_names(here: PlanRecord, bodies: BodyIndex) -> Iterator[Problem]:
    """A warning for every name in an annex cell, heading or article that means nobody and bears no editor's note."""
    for anchor, name, line in (*_in_cells(here.plan, bodies), *_in_duties(here)):
        if not any(note.at == anchor and name in note.quote for note in here.plan.meta.notes):
            yield Problem(here.plan.path, line, _MUST, name, "warning")


def _in_cells(plan: Plan, bodies: BodyIndex) -> Iterator[tuple[str, str, int]]:
    at = setting_of(plan)
    rows = (row for table in plan.tables if table.kind is TableKind.TASKS for row in table.rows)
    for row in rows:
        for cell in row.printed if row.sort is RowSort.TASK else ():
            if cell.field in ("lead", "coordinating"):
                for name in bodies.cell(cell.text, at):
                    if name.missing:
                        yield row.anchor, name.missing, cell.line


def _in_duties(here: PlanRecord) -> Iterator[tuple[str, str, int]]:
    lines = {clause.anchor: clause.line for clause in here.plan.walk()}
    for duty in here.duties:
        if not duty.agencies:
            yield duty.anchor, duty.printed_name or duty.text, lines[duty.anchor]
