"""Rows as .xlsx and .csv that Vietnamese Excel opens as they are; the same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from corpus.data.csv_file import write_csv
from corpus.data.work_rows import SHEET_COLUMNS, SheetRow
from corpus.data.workbook import Value, write_workbook


def to_xlsx(rows: Iterable[SheetRow], title: str) -> bytes:
    """The rows as a workbook of one sheet."""
    return write_workbook(
        title, "Công việc", SHEET_COLUMNS, ([row[column.key] for column in SHEET_COLUMNS] for row in rows)
    )


def sheet_csv(rows: Iterable[SheetRow]) -> Iterator[bytes]:
    """The rows as CSV with days as 2025-03-01, line by line."""
    return write_csv(
        (column.heading for column in SHEET_COLUMNS), ([_cell(row[one.key]) for one in SHEET_COLUMNS] for row in rows)
    )


def _cell(value: Value) -> str | int:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value
