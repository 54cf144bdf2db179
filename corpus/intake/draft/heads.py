"""The head of a table: how many rows it has, what each column is called, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.intake.document import Cell, TableRead
from corpus.language.column_names import KNOWN, name_fields, own_field

_MOST_ROWS = 3
_LONGEST_NAME = 120
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-ZĐ]|[a-zđ])[.)]?")
_MOSTLY = 0.8  # of the cells of the first column


@dataclass(frozen=True)
class HeadColumn:
    """A column: the ``field`` of its cells, and its name as printed, the upper parts first."""

    field: str
    name: str


@dataclass(frozen=True)
class Head:
    """The first ``rows`` rows of a table name its ``columns``."""

    rows: int
    columns: tuple[HeadColumn, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(column.field for column in self.columns)

    def with_own_fields(self) -> Head:
        """The same head for a table of other things than tasks: only numbers keep their common field."""
        fields: list[str] = []
        for at, column in enumerate(self.columns):
            number = column.field == "no" and "no" not in fields
            fields.append("no" if number else own_field(column.name, at, fields))
        columns = (replace(column, field=field) for column, field in zip(self.columns, fields, strict=True))
        return replace(self, columns=tuple(columns))

    @property
    def known(self) -> int:
        """How many columns are of those that tables of tasks have."""
        return len(KNOWN & set(self.fields))


def read_head(table: TableRead) -> Head | None:
    """The head of ``table``; None where its first rows name nothing."""
    if not table.rows or table.columns < 2:
        return None
    rows = _count_rows(table)
    grid = table.grid()
    stacks = [_stack(line[column] for line in grid[:rows]) for column in range(table.columns)]
    names = [" ".join(" ".join(cell.text.split()) for cell in stack) for stack in stacks]
    if not any(names) or any(len(name) > _LONGEST_NAME for name in names):
        return None
    fields = name_fields(names, _longest(table, rows))
    if "no" not in fields and _holds_numbers(table, rows):
        fields[0] = "no"
    columns = tuple(HeadColumn(*pair) for pair in zip(fields, _printed_once(stacks), strict=True))
    head = Head(rows, columns)
    declared = any(row.head for row in table.rows[:rows])
    return head if head.known >= 2 or declared or _looks_like_head(table) else None


def _count_rows(table: TableRead) -> int:
    """How many rows the head has: as many as the file declares, or as its tallest or most parted cell needs."""
    declared = next((n for n, row in enumerate(table.rows) if not row.head), len(table.rows))
    if declared:
        return min(declared, _MOST_ROWS)
    first = table.rows[0].cells
    tallest = max((cell.row_span for cell in first), default=1)
    parted = any(cell.column_span > 1 for cell in first) and len(first) > 1 and len(table.rows) > 2
    wide = parted and tallest > 1
    return min(tallest if wide or tallest > 1 else 1, _MOST_ROWS, len(table.rows))


def _stack(cells: Iterable[Cell | None]) -> list[Cell]:
    """The different cells of one column of the head from top to bottom."""
    found: list[Cell] = []
    for cell in cells:
        if cell is not None and cell not in found:
            found.append(cell)
    return found


def _printed_once(stacks: list[list[Cell]]) -> list[str]:
    """The names of the columns; a cell above several columns is printed with the first of them only."""
    seen: list[Cell] = []
    names = []
    for stack in stacks:
        new = [cell for cell in stack if not any(cell is one for one in seen)]
        seen.extend(new)
        names.append("\n".join(text for cell in new if (text := " ".join(cell.text.split()))))
    return names


def _holds_numbers(table: TableRead, rows: int) -> bool:
    """Whether the first column numbers the rows, whatever its name was read as."""
    cells = [cell.text for row in table.rows[rows:] for cell in row.cells if cell.column == 0 and cell.text.strip()]
    numbers = sum(bool(_NUMBER.fullmatch(text.strip())) for text in cells)
    return len(cells) > 1 and numbers >= _MOSTLY * len(cells)


def _longest(table: TableRead, rows: int) -> list[int]:
    """How many characters stand in each column below the head."""
    lengths = [0] * table.columns
    for row in table.rows[rows:]:
        for cell in row.cells:
            if cell.column_span == 1:
                lengths[cell.column] += len(cell.text)
    return lengths


def _looks_like_head(table: TableRead) -> bool:
    """Whether the first row is set apart from the others: all of it bold or centred, and every cell short."""
    first = [one for cell in table.rows[0].cells for one in cell.paragraphs if one.printed.strip()]
    return bool(first) and len(table.rows) > 1 and all(one.bold and len(one.text) <= 60 for one in first)
