"""Tasks: the rows of tables and the items of the text, with their bodies resolved and their times computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.bodies.beginnings import acting_run
from corpus.bodies.index import BodyIndex
from corpus.bodies.meaning import ReadName
from corpus.bodies.setting import Setting, setting_of
from corpus.language.ditto import says_as_above
from corpus.model import Plan, PrintedTable, Row, Task, When
from corpus.times.deadlines import read_time
from corpus.vocabulary import RowSort, TableKind
from corpus.work.labels import Label, read_fields, read_shares
from corpus.work.text_tasks import TextTask

# A row may say in its details when, within the column's time, the work is done: "- Thời gian thực hiện: Tháng 11".
_DETAIL_TIME = re.compile(
    r"(?:Thời gian|Thời hạn|Hoàn thành)(?:\s+(?:thực hiện|tổ chức|hoàn thành))?\s*:\s*(?P<time>[^\n]+)", re.IGNORECASE
)
# Columns that a task has in fields of its own.
_OWN = ("no", "title", "detail", "lead", "coordinating", "time", "product")


def tasks(plan: Plan, bodies: BodyIndex, written: tuple[TextTask, ...]) -> tuple[Task, ...]:
    """The tasks of a plan: those ``written`` in its text, then the rows of its tables, each in their order."""
    reader = _Reader(plan, bodies, setting_of(plan))
    anchors = {task.clause.anchor for task in written}
    tables = (table for table in plan.tables if table.kind is TableKind.TASKS)
    return (
        *(reader.from_text(task, anchors) for task in written),
        *(task for table in tables for task in reader.from_table(table)),
    )


@dataclass(frozen=True)
class _Reader:
    plan: Plan
    bodies: BodyIndex
    at: Setting

    def from_table(self, table: PrintedTable) -> Iterator[Task]:
        by_anchor = {row.anchor: row for row in table.rows}
        above: Row | None = None
        for row in table.rows:
            if row.sort is RowSort.TASK:
                above = _spelt_out(row, above)
                yield self._from_row(above, table, by_anchor)

    def _from_row(self, row: Row, table: PrintedTable, by_anchor: dict[str, Row]) -> Task:
        lead, coordinating = _who(_text(row, "lead"), _text(row, "coordinating"))
        names = self.names(lead, coordinating)
        detail = _text(row, "detail")
        groups, parent = _above(row, by_anchor)
        return Task(
            self.plan.id,
            row.anchor,
            _text(row, "no"),
            _text(row, "title"),
            detail,
            _ids(names["lead"]),
            _ids(names["coordinating"]),
            lead,
            coordinating,
            self.time(_text(row, "time")),
            _text(row, "product"),
            self.narrower(detail),
            groups,
            parent,
            tuple((c.name, _text(row, c.field)) for c in table.columns if c.field not in _OWN and row.cell(c.field)),
            unknown=_unknown(names),
        )

    def from_text(self, found: TextTask, anchors: set[str]) -> Task:
        lead, coordinating = _who(found.lead, found.coordinating)
        if not read_fields(found.assigning):
            lead, coordinating = self.without_verb(lead), self.without_verb(coordinating)
        names = self.names(lead, coordinating)
        trail = self.plan.ancestors[found.clause.anchor][:-1]
        detail = "\n".join(f"{clause.marker} {clause.text}".strip() for clause in found.details)
        return Task(
            self.plan.id,
            found.clause.anchor,
            found.clause.number,
            found.title,
            detail,
            _ids(names["lead"]),
            _ids(names["coordinating"]),
            lead,
            coordinating,
            self.time(found.time),
            found.product,
            parent=next((clause.anchor for clause in reversed(trail) if clause.anchor in anchors), ""),
            more=found.more,
            assigning=found.assigning,
            unknown=_unknown(names),
        )

    def names(self, lead: str, coordinating: str) -> dict[str, tuple[ReadName, ...]]:
        """What the names of who leads and who helps mean, by field."""
        said = {"lead": lead, "coordinating": coordinating}
        return {field: self.bodies.cell(text, self.at) if text else () for field, text in said.items()}

    def without_verb(self, text: str) -> str:
        """Names of a sentence without what their bodies are to do, where no listed verb ended them."""
        names = self.bodies.cell(text, self.at) if text else ()
        if not names or names[-1].agencies:
            return text
        last = names[-1].printed
        run = acting_run(last.text, self.bodies, self.at)
        known = self.bodies.cell(last.text[:run], self.at) if run else ()
        single = bool(known) and all(self.bodies.agency(one) for one in known[-1].agencies)
        return text[: last.start + run] if single else text

    def time(self, text: str) -> When:
        return read_time(text, *self.plan.period)

    def narrower(self, detail: str) -> When | None:
        """The time that the details of a row print, where dates follow from it."""
        for found in _DETAIL_TIME.finditer(detail):
            when = self.time(found["time"].strip(" ."))
            if when.start or when.end or when.rule:
                return when
        return None


def _ids(names: tuple[ReadName, ...]) -> tuple[str, ...]:
    return unique(agency for name in names for agency in name.agencies)


def _unknown(names: dict[str, tuple[ReadName, ...]]) -> tuple[tuple[str, str], ...]:
    return tuple((field, name.missing) for field, read in names.items() for name in read if name.missing)


def _spelt_out(row: Row, above: Row | None) -> Row:
    """``row`` with what the task ``above`` prints in place of each cell that says "như trên"."""
    if above is None or not any(says_as_above(cell.text) for cell in row.cells):
        return row
    cells = (above.cell(cell.field) or cell if says_as_above(cell.text) else cell for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _who(lead: str, coordinating: str) -> tuple[str, str]:
    """Who leads and who helps; one cell may say both: *Chủ trì: Sở Y tế; phối hợp: Công an tỉnh*."""
    if shares := read_shares(lead):
        return shares[0], "; ".join(text for text in (shares[1], coordinating) if text)
    fields = read_fields(lead)
    said = {label: "; ".join(f.value for f in fields if f.label is label) for label in (Label.LEAD, Label.COORDINATING)}
    if said[Label.COORDINATING] and not said[Label.LEAD]:
        said[Label.LEAD] = lead[: fields[0].start].strip(" ;,.\n")  # "Sở Y tế; phối hợp: Sở Tài chính"
    if not said[Label.LEAD]:
        return lead, coordinating
    return said[Label.LEAD], "; ".join(text for text in (said[Label.COORDINATING], coordinating) if text)


def _above(row: Row, by_anchor: dict[str, Row]) -> tuple[tuple[str, ...], str]:
    """The names of the groups that a row stands under, outermost first, and the task that it is a part of."""
    groups: list[str] = []
    parent, above = "", row.parent
    while above:
        outer = by_anchor[above]
        if outer.sort is RowSort.GROUP:
            groups.insert(0, " ".join(cell.text for cell in outer.cells))
        parent = parent or (outer.anchor if outer.sort is RowSort.TASK else "")
        above = outer.parent
    return tuple(groups), parent


def _text(row: Row, field: str) -> str:
    cell = row.cell(field)
    return cell.text if cell else ""


def unique(things: Iterable[str]) -> tuple[str, ...]:
    """``things`` without repeats, in their order."""
    return tuple(dict.fromkeys(things))
