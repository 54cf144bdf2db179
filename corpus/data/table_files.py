"""The published tables as CSV, written row by row, and the JSON Schema of each."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from corpus.contract import SCHEMA_DIALECT, PublishedTable
from corpus.data.clause_rows import Values
from corpus.data.csv_file import guard


class TableCsv:
    """Writes the rows of one table as CSV, one at a time, so that no table is ever held whole.

    It has no byte order mark: the standard of data packages knows ``utf-8`` alone.
    """

    def __init__(self, table: PublishedTable, folder: Path) -> None:
        self._table = table
        self._file = (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file)
        self._csv.writerow(table.keys)

    def __enter__(self) -> Self:
        return self

    def add(self, row: Values) -> None:
        self._csv.writerow([_cell(row[key]) for key in self._table.keys])

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()


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
