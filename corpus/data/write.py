"""Writes the published tables: JSON, CSV, JSON Schema, and the data package that lists them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corpus.contract import SCHEMA_DIALECT, TABLES, PublishedTable
from corpus.data.csv_file import write_csv
from corpus.data.tables import ROWS, Values
from corpus.overview.overview import Overview
from corpus.written import to_json, write_if_changed


def table_csv(table: PublishedTable, rows: list[Values]) -> bytes:
    """The table's CSV; lists and objects are JSON in a cell."""
    return write_csv(table.keys, ([_cell(row[key]) for key in table.keys] for row in rows))


def _cell(value: object) -> str | int:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, int) else "" if value is None else str(value)


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


def data_package(overview: Overview) -> dict[str, Any]:
    """Frictionless Data Package (v1) that lists every table, as CSV with its fields."""
    return {
        "name": "ke-hoach-mo",
        "title": "Kế hoạch mở: ai làm gì, khi nào, theo văn bản nào",
        "profile": "data-package",
        "resources": [
            {
                "name": table.name,
                "title": table.title,
                "path": f"{table.name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8-sig",
                "schema": {"fields": [_field(key, kind) for key, kind in table.keys.items()]},
                "jsonPath": f"{table.name}.json",
                "jsonSchema": f"{table.name}.schema.json",
            }
            for table in TABLES
        ],
    }


def _field(key: str, kind: dict[str, Any]) -> dict[str, Any]:
    types = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    if kind.get("format") == "date":
        return {"name": key, "type": "date"}
    plain = {"string": "string", "integer": "integer", "boolean": "boolean", "array": "string", "object": "object"}
    return {"name": key, "type": plain[types[0]]}


def write_data(overview: Overview, folder: Path) -> None:
    """Write every table below ``folder`` (``data/`` of the built site)."""
    for table in TABLES:
        rows = list(ROWS[table.name](overview))
        write_if_changed(folder / f"{table.name}.json", to_json(rows))
        write_if_changed(folder / f"{table.name}.csv", table_csv(table, rows))
        write_if_changed(folder / f"{table.name}.schema.json", to_json(schema(table)))
    write_if_changed(folder / "datapackage.json", to_json(data_package(overview)))
