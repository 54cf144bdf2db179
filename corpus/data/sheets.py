"""Rows as .xlsx and .csv that Vietnamese Excel opens as they are; the same rows give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from corpus.data.csv_file import write_csv
from corpus.data.work_rows import SHEET_COLUMNS, SheetColumn, SheetRow, Value

# XlsxWriter writes the moment of making into the file; this one makes it the same from build to build.
MADE = datetime(2000, 1, 1)
_LONGEST = 32_767  # characters that Excel takes in a cell; the library leaves a longer text out


def to_xlsx(rows: Iterable[SheetRow], title: str) -> bytes:
    """A workbook of one sheet: typed columns, heading frozen, filters on, set for A4 across.

    Of rows that are no list none but the last is held in memory; the workbook is, packed.
    """
    out = io.BytesIO()
    held = isinstance(rows, list)  # without files in between, which take longer than all else of a small workbook
    book = xlsxwriter.Workbook(
        out, {"in_memory": held, "constant_memory": not held, "default_date_format": "dd/mm/yyyy"}
    )
    book.set_properties({"title": title, "created": MADE})
    sheet = book.add_worksheet("Công việc")
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2})
    formats = {
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "integer": book.add_format({"num_format": "0", "valign": "top"}),
        "boolean": book.add_format({"valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}),
    }
    for index, column in enumerate(SHEET_COLUMNS):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, column.heading, heading)
    last = 0
    for last, row in enumerate(rows, 1):
        for index, column in enumerate(SHEET_COLUMNS):
            _write(sheet, last, index, row[column.key], column, formats[column.type])
    sheet.autofilter(0, 0, last, len(SHEET_COLUMNS) - 1)
    sheet.freeze_panes(1, 0)
    _set_for_print(sheet)
    book.close()
    return out.getvalue()


def _write(sheet: Worksheet, row: int, index: int, value: Value, column: SheetColumn, form: Format) -> None:
    if value is None or value == "":
        sheet.write_blank(row, index, None, form)
    elif column.type == "day":
        sheet.write_datetime(row, index, value, form)
    elif column.type == "integer":
        sheet.write_number(row, index, value, form)
    elif column.type == "boolean":
        sheet.write_boolean(row, index, value, form)
    else:
        text = str(value)
        sheet.write_string(row, index, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", form)


def _set_for_print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


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
