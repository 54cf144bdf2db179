"""Tables that a clerk writes with strokes (``| TT | Nhiệm vụ |``), read as if they were declared in the front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.language.column_names import name_fields
from corpus.read.blocks import TABLE_SIGN
from corpus.schema import Column, Table, TableRow
from corpus.strict_yaml import KeyPath
from corpus.vocabulary import TableKind

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?")
_STROKE = re.compile(r"(?<!\\)\|")
_LINE_END = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)


@dataclass(frozen=True)
class WithTables:
    """A body in which each table stands as its sign, all tables in their order, and the lines of their entries."""

    body: str
    tables: tuple[Table, ...]
    lines: dict[KeyPath, int]


def read_pipe_tables(body: str, first_line: int, declared: Sequence[Table], lines: Mapping[KeyPath, int]) -> WithTables:
    """``body``, which begins on ``first_line`` of its file, with its tables of strokes beside those ``declared``."""
    rows = body.split("\n")
    if not any(_RULE.fullmatch(row.strip()) for row in rows):
        return WithTables(body, tuple(declared), dict(lines))
    waiting = iter(enumerate(declared))
    tables: list[Table] = []
    found: dict[KeyPath, int] = {path: line for path, line in lines.items() if path[:1] != ("tables",)}
    at = 0
    while at < len(rows):
        if rows[at].strip() == TABLE_SIGN and (entry := next(waiting, None)):
            _take_over(found, lines, entry[0], len(tables))
            tables.append(entry[1])
        elif at + 1 < len(rows) and "|" in rows[at] and _RULE.fullmatch(rows[at + 1].strip()):
            end = next((n for n in range(at + 2, len(rows)) if "|" not in rows[n]), len(rows))
            found |= _lines(len(tables), first_line + at, end - at - 2)
            tables.append(_table([_cells(row) for row in (rows[at], *rows[at + 2 : end])]))
            rows[at:end] = [TABLE_SIGN, *[""] * (end - at - 1)]
        at += 1
    for index, table in waiting:
        _take_over(found, lines, index, len(tables))
        tables.append(table)
    return WithTables("\n".join(rows), tuple(tables), found)


def _take_over(found: dict[KeyPath, int], lines: Mapping[KeyPath, int], old: int, new: int) -> None:
    found |= {("tables", new, *path[2:]): line for path, line in lines.items() if path[:2] == ("tables", old)}


def _lines(index: int, first: int, rows: int) -> dict[KeyPath, int]:
    table: KeyPath = ("tables", index)
    return {table: first} | {(*table, "rows", row): first + 2 + row for row in range(rows)}


def _cells(row: str) -> list[str]:
    text = row.strip().removeprefix("|")
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [_LINE_END.sub("\n", cell.strip().replace("\\|", "|")) for cell in _STROKE.split(text)]


def _table(rows: list[list[str]]) -> Table:
    names, *below = rows
    lengths = [sum(len(row[at]) for row in below if at < len(row)) for at in range(len(names))]
    fields = name_fields([name.strip("* ") for name in names], lengths)
    tasks = "title" in fields and bool({"lead", "time", "coordinating"} & set(fields))
    columns = [Column(field=field, name=name.strip("* ")) for field, name in zip(fields, names, strict=True)]
    filled = ({field: cell for field, cell in zip(fields, row, strict=False) if cell} for row in below)
    kept = [TableRow.model_validate(cells) for cells in filled if cells]
    return Table(kind=TableKind.TASKS if tasks else TableKind.OTHER, columns=columns, rows=kept)
