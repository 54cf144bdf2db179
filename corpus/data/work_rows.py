"""Items of work as rows with typed columns: what calendars, sheets and JSON of a body are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.data.workbook import BookColumn, Value
from corpus.language.numerals import write_day
from corpus.overview.agency_work import Assignment
from corpus.overview.overview import Overview
from corpus.times.when_words import when_words
from corpus.vocabulary import Part
from corpus.work.items import WorkItem

SheetRow = dict[str, Value]


@dataclass(frozen=True)
class SheetColumn(BookColumn):
    """A column of a sheet, with its key in the rows."""

    key: str


SHEET_COLUMNS = (
    SheetColumn("Năm", "integer", 7, "year"),
    SheetColumn("Kế hoạch", "text", 26, "plan"),
    SheetColumn("Cơ quan", "text", 30, "body"),
    SheetColumn("Vai trò", "text", 12, "part"),
    SheetColumn("Qua nhóm", "text", 24, "via"),
    SheetColumn("Nội dung", "text", 60, "text"),
    SheetColumn("Chi tiết", "text", 50, "detail"),
    SheetColumn("Chủ trì", "text", 28, "lead"),
    SheetColumn("Phối hợp", "text", 32, "coordinating"),
    SheetColumn("Thời gian (như in)", "text", 24, "time"),
    SheetColumn("Thời gian (tính được)", "text", 30, "computed"),
    SheetColumn("Bắt đầu", "day", 12, "start"),
    SheetColumn("Hạn cuối", "day", 12, "due"),
    SheetColumn("Phải xong trước ngày hạn", "boolean", 14, "due_excluded"),
    SheetColumn("Sản phẩm", "text", 24, "product"),
    SheetColumn("Theo văn bản", "text", 36, "directives"),
    SheetColumn("Trích dẫn", "text", 50, "citation"),
    SheetColumn("Địa chỉ trên trang", "text", 44, "url"),
)


@dataclass(frozen=True)
class RowMaker:
    """Makes rows of one corpus."""

    overview: Overview

    def rows(self, body: str, assignments: Iterable[Assignment]) -> Iterator[SheetRow]:
        """One row for each part that ``body`` has in an item, in the order given."""
        for assignment in assignments:
            yield self.row(body, assignment)

    def row(self, body: str, assignment: Assignment) -> SheetRow:
        item = assignment.item
        plan = self.overview.corpus.plan[item.plan]
        words = dict.fromkeys(when_words(when, plan.meta.year) for when in item.times)
        start, due, excluded = _bounds(item, self.overview)
        return {
            "year": plan.meta.year,
            "plan": plan.meta.title,
            "body": self._name(body),
            "part": assignment.part.label,
            "via": self._name(assignment.via) if assignment.via else "",
            "text": item.text,
            "detail": item.detail,
            "lead": self._names(item.of(Part.LEADS)),
            "coordinating": self._names(item.of(Part.COORDINATES)),
            "time": item.time_text,
            "computed": "; ".join(word for word in words if word),
            "start": start,
            "due": due,
            "due_excluded": excluded,
            "product": item.product,
            "directives": "; ".join(self._directive(directive) for directive in item.directives),
            "citation": self.overview.cite(plan.id, item.anchor),
            "url": f"{plan.url}#{item.anchor}",
        }

    def _name(self, body: str) -> str:
        return self.overview.corpus.agency[body].name

    def _names(self, bodies: Iterable[str]) -> str:
        return "; ".join(self._name(body) for body in bodies)

    def _directive(self, directive: str) -> str:
        entry = self.overview.directives[directive]
        return f"{entry.name} ngày {write_day(entry.issued)}" if entry.issued else entry.name


def _bounds(item: WorkItem, overview: Overview) -> tuple[date | None, date | None, bool | None]:
    """First and last computed day of an item, and whether the last itself is excluded; None where not computed."""
    starts = [when.start for when in item.times if when.start]
    ends = [(one.days[-1], one.when.exclusive) for one in overview.occasions(item) if not one.begins_only]
    due, excluded = max(ends, default=(None, None))
    return min(starts, default=None), due, excluded
