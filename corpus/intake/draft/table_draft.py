"""A table that was read, as the tables of a plan are written: columns with fields, rows of cells, merged ones named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.intake.document import Cell, Paragraph, Row, TableRead
from corpus.intake.draft.heads import Head, HeadColumn, read_head
from corpus.intake.draft.list_markers import Sort, read_marker
from corpus.language.folding import fold
from corpus.vocabulary import TableKind
from corpus.work.labels import read_fields

_FIGURE = re.compile(r"[\s\d.,%/()+–-]*\d[\s\d.,%/()+–-]*")
# What is measured is no work by itself, whoever watches over it.
_MEASURED = re.compile(r"(?!.*\b(?:nhiem vu|noi dung|cong viec)\b).*\b(?:tieu chi|chi tieu)\b.*")
_PEOPLE = re.compile(r"\b(?:ho va ten|ho ten|ten don vi|chuc vu|dia chi|dien thoai)\b")


@dataclass(frozen=True)
class DraftRow:
    """The cells of one row by field, in the order of the columns; ``merged`` are covered from above."""

    cells: tuple[tuple[str, str], ...]
    merged: tuple[str, ...] = ()
    page: int = 0


@dataclass(frozen=True)
class DraftTable:
    """A table of the draft; ``guessed`` where its first row names no columns."""

    kind: TableKind
    columns: tuple[HeadColumn, ...]
    rows: tuple[DraftRow, ...]
    guessed: bool = False


def draft_table(table: TableRead) -> DraftTable:
    """The table as a draft declares it."""
    head = read_head(table)
    read = head or Head(0, tuple(HeadColumn(f"cot-{n + 1}", "") for n in range(table.columns)))
    kind = _kind(read, _rows(table, read))
    if kind is not TableKind.TASKS:
        read = read.with_own_fields()
    kept = _rows(table, read)
    return DraftTable(kind, _used(read.columns, kept), _without_first_merged(kept), head is None)


def _rows(table: TableRead, read: Head) -> tuple[DraftRow, ...]:
    """The rows below the head that hold anything."""
    grid = table.grid()
    rows = (_row(table.rows[at], grid[at], at, read) for at in range(read.rows, len(table.rows)))
    return tuple(row for row in rows if row.cells)


def _row(row: Row, covering: list[Cell | None], at: int, head: Head) -> DraftRow:
    cells: list[tuple[str, str]] = []
    merged: list[str] = []
    for cell in row.cells:
        if cell.column < len(head.columns) and (text := cell_text(cell)):
            cells.extend(_named(head.columns[cell.column].field, text))
    for column, above in enumerate(covering[: len(head.columns)]):
        own = any(above is one for one in row.cells)
        if above is not None and not own and above.column == column and above.text.strip():
            merged.append(head.columns[column].field)
    return DraftRow(tuple(cells), tuple(merged) if cells else (), row.page)


def cell_text(cell: Cell) -> str:
    """The paragraphs of a cell, each a line of its own, without tabs."""
    lines = (" ".join(line.split()) for one in cell.paragraphs for line in _printed_lines(one))
    return "\n".join(line for line in lines if line)


def _printed_lines(paragraph: Paragraph) -> Iterator[str]:
    """The lines of a paragraph as its author parted them: also where a full line hides that a label begins the next."""
    shift, start = len(paragraph.printed) - len(paragraph.text), 0
    for join in paragraph.joins:
        rest = paragraph.printed[join.at + shift :]
        if (fields := read_fields(rest)) and fields[0].start == 0:
            yield from paragraph.printed[start : join.at + shift].split("\n")
            start = join.at + shift
    yield from paragraph.printed[start:].split("\n")


def _named(field: str, text: str) -> list[tuple[str, str]]:
    """The cell under its field; what only details a task stands beside its title."""
    first, _, rest = text.partition("\n")
    marker = read_marker(rest)
    if field == "title" and rest and (first.endswith((".", ":", ";")) or (marker and marker.sort is Sort.SIGN)):
        return [("title", first), ("detail", rest)]
    return [(field, text)]


def _without_first_merged(rows: tuple[DraftRow, ...]) -> tuple[DraftRow, ...]:
    return tuple(replace(row, merged=()) if at == 0 else row for at, row in enumerate(rows))


def _used(columns: tuple[HeadColumn, ...], rows: tuple[DraftRow, ...]) -> tuple[HeadColumn, ...]:
    """The columns but for those without a name and without a cell."""
    filled = {field for row in rows for field, _ in row.cells}
    return tuple(column for column in columns if column.name or column.field in filled)


def _kind(head: Head, rows: tuple[DraftRow, ...]) -> TableKind:
    """Tasks where somebody leads them or they have a time, figures where most cells are, a list of people or places."""
    fields = set(head.fields)
    names = fold(" | ".join(column.name for column in head.columns))
    if _PEOPLE.search(names):
        return TableKind.LIST
    work = fields & {"coordinating", "time", "product"}
    # Without these, "Đơn vị" beside figures is what they are counted in, and leads nothing.
    figures = _mostly_figures(rows, {"no", "title"} if work else {"no", "title", "lead"})
    measured = any(column.field == "title" and _MEASURED.fullmatch(fold(column.name)) for column in head.columns)
    if "title" in fields and "lead" in fields and (work or not (figures or measured)):
        return TableKind.TASKS
    if figures:
        return TableKind.FIGURES
    if "title" in fields and work:
        return TableKind.TASKS
    return TableKind.LIST if "no" in fields else TableKind.OTHER


def _mostly_figures(rows: tuple[DraftRow, ...], but: set[str]) -> bool:
    """Whether figures stand in most cells of other columns than ``but``."""
    cells = [text for row in rows for field, text in row.cells if field not in but]
    return sum(bool(_FIGURE.fullmatch(text)) for text in cells) * 2 > len(cells)
