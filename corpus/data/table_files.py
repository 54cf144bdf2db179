"""The published tables as files: JSON and CSV written row by row, and their JSON Schema."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from corpus.contract import SCHEMA_DIALECT, PublishedTable
from corpus.data.clause_rows import Values
from corpus.data.csv_file import guard


class TableFiles:
    """Writes the rows of one table, one at a time, so that no table is ever held whole.

    The CSV has no byte order mark: the standard of data packages knows ``utf-8`` alone.
    """

    def __init__(self, table: PublishedTable, folder: Path) -> None:
        self._table = table
        self._json = (folder / f"{table.name}.json").open("wb")
        self._csv_file = (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._csv_file)
        self._csv.writerow(table.keys)
        self._empty = True

    def __enter__(self) -> Self:
        return self

    def add(self, row: Values) -> None:
        # A row on a line: a difference shows whole rows, and the encoder that indents takes several times as long.
        self._json.write(b"[\n" if self._empty else b",\n")
        self._json.write(json.dumps(row, ensure_ascii=False).encode())
        self._empty = False
        self._csv.writerow([_cell(row[key]) for key in self._table.keys])

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._json.write(b"[]\n" if self._empty else b"\n]\n")
        self._json.close()
        self._csv_file.close()


def _cell(value: object) -> str | int:
    """Lists of texts joined, other lists and objects as JSON; no text that a spreadsheet would run."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return guard("; ".join(value))
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, int) else "" if value is None else guard(str(value))


def schema(table: PublishedTable) -> dict[str, Any]:
    """JSON Schema of the table's JSON file."""
    return {
        "$schema": SCHEMA_DIALECT,
        "title": table.title,
        "type": "array",
        "items": {
            "type": "object",
            "properties": table.keys,
            "required": list(table.keys),
            "additionalProperties": False,
        },
    }
