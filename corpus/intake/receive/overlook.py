"""A draft beside the registers: names that nobody knows, rows with too few cells, work that was not recognised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.check.plan_rules import check_plans
from corpus.check.unnamed import check_names
from corpus.intake.draft.doubt import Doubt, DoubtKind
from corpus.link import Registers, link_plan
from corpus.model import Corpus, Plan, PrintedTable
from corpus.needed import with_plan
from corpus.vocabulary import RowSort, TableKind
from corpus.work.coverage import measure_coverage

_USUAL = 0.8  # a cell that this part of the rows has is missing where a row lacks it


def overlook(of_document: Iterable[Doubt], plan: Plan | None, corpus: Corpus) -> tuple[Doubt, ...]:
    """The doubts of a document and those of the ``plan`` made of it, the gravest kinds first, each once."""
    found = [*of_document]
    if plan:
        corpus = with_plan(corpus, plan)
        found.extend(_field_doubts(plan, corpus))
        found.extend(_cell_doubts(plan))
        found.extend(_work_doubts(plan, corpus))
    order = list(DoubtKind)
    return tuple(sorted(dict.fromkeys(found), key=lambda doubt: (order.index(doubt.kind), doubt.page, doubt.line)))


def _field_doubts(plan: Plan, corpus: Corpus) -> Iterator[Doubt]:
    alone = replace(corpus, plans=(plan,))
    for problem in check_plans(alone):
        yield Doubt(DoubtKind.FIELD, problem.must, problem.found, problem.line)


def _cell_doubts(plan: Plan) -> Iterator[Doubt]:
    for table in plan.tables:
        if table.kind is TableKind.TASKS:
            yield from _missing_cells(table)


def _missing_cells(table: PrintedTable) -> Iterator[Doubt]:
    tasks = [row for row in table.rows if row.sort is RowSort.TASK]
    count = Counter(field for row in tasks for field in {cell.field for cell in row.cells})
    usual = [column for column in table.columns if column.field != "no" and count[column.field] >= _USUAL * len(tasks)]
    for row in tasks:
        missing = [column.name or column.field for column in usual if not row.cell(column.field)]
        if missing and len(tasks) > 2:
            shown = " | ".join(" ".join(cell.text.split()) for cell in row.cells)[:100]
            yield Doubt(DoubtKind.TABLE, f"dòng thiếu ô: {', '.join(missing)}", shown, row.line)


def _work_doubts(plan: Plan, corpus: Corpus) -> Iterator[Doubt]:
    record = link_plan(plan, Registers.of(corpus))
    for problem in check_names(record):
        yield Doubt(DoubtKind.NAME, problem.must, problem.found, problem.line)
    coverage = measure_coverage(plan, record.tasks, record.duties, record.reports)
    for clause in coverage.missed:
        yield Doubt(DoubtKind.WORK, "có lời giao việc mà không thành việc", clause.text[:200], clause.line)
