"""What must hold of the tables of a plan: as many as the text has places for, every cell in a column."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Plan
from corpus.problem import Problem
from corpus.read.blocks import TABLE_SIGN
from corpus.schema import Table, TableRow
from corpus.vocabulary import TableKind


def check_tables(plan: Plan) -> Iterator[Problem]:
    """Every problem of the tables of one plan."""
    signs = [clause for clause in plan.walk() if clause.kind == "table"]
    declared = plan.meta.tables
    for sign in signs[len(declared) :]:
        yield Problem(plan.path, sign.line, "có chỗ đặt bảng thì phải khai báo bảng ở tables", TABLE_SIGN)
    for index in range(len(signs), len(declared)):
        line = plan.lines.get(("tables", index), 1)
        yield Problem(plan.path, line, f"mỗi bảng phải có một dòng {TABLE_SIGN} trong văn bản", f"bảng thứ {index + 1}")
    for index, table in enumerate(declared):
        yield from _check_columns(plan, index, table)
        for place, row in enumerate(table.rows):
            yield from _check_row(plan, index, place, row, table)


def _problem(plan: Plan, path: tuple[str | int, ...], must: str, found: str) -> Problem:
    while path and path not in plan.lines:
        path = path[:-1]
    return Problem(plan.path, plan.lines.get(path, 1), must, found)


def _check_columns(plan: Plan, index: int, table: Table) -> Iterator[Problem]:
    fields = [column.field for column in table.columns]
    for place, field in enumerate(fields):
        if field in fields[:place]:
            yield _problem(plan, ("tables", index, "columns", place), "mỗi tên ô chỉ dùng cho một cột", field)
    if table.kind is TableKind.TASKS and "title" not in fields:
        yield _problem(plan, ("tables", index, "columns"), "bảng nhiệm vụ phải có cột title", ", ".join(fields))


def _check_row(plan: Plan, index: int, place: int, row: TableRow, table: Table) -> Iterator[Problem]:
    fields = {column.field for column in table.columns}
    cells = row.model_extra or {}
    path = ("tables", index, "rows", place)
    for field in cells:
        if field not in fields and not (field == "detail" and "title" in fields):
            yield _problem(plan, (*path, field), "ô phải thuộc một cột của bảng", field)
    for field in row.merged:
        if field not in fields or field in cells:
            must = "ô gộp phải thuộc một cột của bảng và không ghi lại ở dòng này"
            yield _problem(plan, (*path, "merged"), must, field)
        elif place == 0:
            yield _problem(plan, (*path, "merged"), "dòng đầu không có dòng nào ở trên để gộp ô", field)
    if not cells:
        yield _problem(plan, path, "dòng phải có ít nhất một ô", "trống")
    elif table.kind is TableKind.TASKS and not ({"title", "no"} & cells.keys()) and "title" not in row.merged:
        yield _problem(plan, path, "dòng của bảng nhiệm vụ phải có ô title", ", ".join(cells))
