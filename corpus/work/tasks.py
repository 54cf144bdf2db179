"""Tasks: the rows of the annex with their bodies resolved and their times computed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.bodies.index import BodyIndex
from corpus.bodies.setting import Setting, setting_of
from corpus.model import Plan, Row, Task, When
from corpus.times.deadlines import read_time

# A row may say in its details when, within the column's time, the work is done: "- Thời gian thực hiện: Tháng 11".
_DETAIL_TIME = re.compile(
    r"(?:Thời gian|Thời hạn|Hoàn thành)(?:\s+(?:thực hiện|tổ chức|hoàn thành))?\s*:\s*(?P<time>[^\n]+)", re.IGNORECASE
)


def tasks(plan: Plan, bodies: BodyIndex) -> tuple[Task, ...]:
    """The tasks of the plan's annex, in the order of its rows."""
    at = setting_of(plan)
    return tuple(_task(plan, row, bodies, at) for row in plan.rows)


def _task(plan: Plan, row: Row, bodies: BodyIndex, at: Setting) -> Task:
    lead, coordinating, detail = (_text(row, field) for field in ("lead", "coordinating", "detail"))
    return Task(
        plan.id,
        row.anchor,
        _text(row, "no"),
        _text(row, "title"),
        detail,
        _bodies_in(lead, bodies, at),
        _bodies_in(coordinating, bodies, at),
        lead,
        coordinating,
        read_time(_text(row, "time"), plan.meta.year),
        _text(row, "product"),
        _narrower(detail, plan.meta.year),
    )


def _text(row: Row, field: str) -> str:
    cell = row.cell(field)
    return cell.text if cell else ""


def _bodies_in(text: str, bodies: BodyIndex, at: Setting) -> tuple[str, ...]:
    return unique(agency for resolution in bodies.cell(text, at) for agency in resolution.agencies)


def _narrower(detail: str, year: int) -> When | None:
    """The time that the details of a row print, where dates follow from it."""
    for found in _DETAIL_TIME.finditer(detail):
        when = read_time(found["time"].strip(" ."), year)
        if when.start or when.end or when.rule:
            return when
    return None


def unique(things: Iterable[str]) -> tuple[str, ...]:
    """``things`` without repeats, in their order."""
    return tuple(dict.fromkeys(things))
