"""Rows of tables that a page broke in two, put together before anything is made of them."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.intake.document import Cell, Document, Paragraph, Row, TableRead
from corpus.intake.draft.list_markers import read_marker

_ENDED = re.compile(r"[.;:!?]\W*$")


def settle_rows(document: Document) -> Document:
    """``document`` with each row that goes on at the top of a page as one row, marked ``joined``."""
    blocks = tuple(_settle(block) if isinstance(block, TableRead) else block for block in document.blocks)
    return replace(document, blocks=blocks)


def _settle(table: TableRead) -> TableRead:
    rows: list[Row] = []
    for row in table.rows:
        if rows and _goes_on(rows[-1], row):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows)) if len(rows) < len(table.rows) else table


def _goes_on(above: Row, row: Row) -> bool:
    """Whether ``row``, the first of its page, is the rest of ``above``: no number, and only cells that were begun there."""
    if not above.page or row.page <= above.page or row.head or any(cell.row_span > 1 for cell in above.cells):
        return False
    begun = {cell.column: cell.text.strip() for cell in above.cells if cell.text.strip()}
    here = {cell.column: cell.text.strip() for cell in row.cells if cell.text.strip()}
    if not here or not set(here) <= set(begun) or min(here) == min(begun):
        return False
    return all(_continues(begun[column], text) for column, text in here.items())


def _continues(begun: str, text: str) -> bool:
    if read_marker(text) or _ENDED.search(begun):
        return text[:1].islower()
    return text[:1].islower() or begun.isupper() == text.isupper()


def _joined(above: Row, row: Row) -> Row:
    rest = {cell.column: cell for cell in row.cells if cell.text.strip()}
    cells = tuple(_with(cell, rest[cell.column]) if cell.column in rest else cell for cell in above.cells)
    return replace(above, cells=cells, joined=True)


def _with(cell: Cell, rest: Cell) -> Cell:
    """``cell`` with the paragraphs of ``rest``, the first of which goes on with its own last one."""
    *before, last = cell.paragraphs
    first, *after = [paragraph for paragraph in rest.paragraphs if paragraph.printed.strip()]
    return replace(cell, paragraphs=(*before, _one(last, first), *after))


def _one(last: Paragraph, first: Paragraph) -> Paragraph:
    shift = len(last.text) + 1
    marks = tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in first.marks)
    return replace(last, text=f"{last.text} {first.printed}", marks=(*last.marks, *marks))
