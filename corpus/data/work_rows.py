"""Items of work as rows with typed columns: what calendars, sheets and JSON of a body are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.language.numerals import write_day
from corpus.overview.agency_work import Assignment
from corpus.overview.overview import Overview
from corpus.times.when_words import when_words
from corpus.vocabulary import Part
from corpus.work.items import WorkItem

Value = str | int | bool | date | None
SheetRow = dict[str, Value]


@dataclass(frozen=True)
class SheetColumn:
    """A column: its key in JSON, its heading for readers, its type and its width in a sheet (characters)."""

    key: str
    heading: str
    type: Literal["text", "integer", "day", "boolean"]
    width: int


SHEET_COLUMNS = (
    SheetColumn("year", "Năm", "integer", 7),
    SheetColumn("plan", "Kế hoạch", "text", 26),
    SheetColumn("body", "Cơ quan", "text", 30),
    SheetColumn("part", "Vai trò", "text", 12),
    SheetColumn("via", "Qua nhóm", "text", 24),
    SheetColumn("text", "Nội dung", "text", 60),
    SheetColumn("detail", "Chi tiết", "text", 50),
    SheetColumn("lead", "Chủ trì", "text", 28),
    SheetColumn("coordinating", "Phối hợp", "text", 32),
    SheetColumn("time", "Thời gian (như in)", "text", 24),
    SheetColumn("computed", "Thời gian (tính được)", "text", 30),
    SheetColumn("start", "Bắt đầu", "day", 12),
    SheetColumn("due", "Hạn cuối", "day", 12),
    SheetColumn("due_excluded", "Phải xong trước ngày hạn", "boolean", 14),
    SheetColumn("product", "Sản phẩm", "text", 24),
    SheetColumn("directives", "Theo văn bản", "text", 36),
    SheetColumn("citation", "Trích dẫn", "text", 50),
    SheetColumn("url", "Địa chỉ trên trang", "text", 44),
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
