"""Writes the published tables: JSON, CSV, JSON Schema, and the data package that lists them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from corpus.contract import TABLES, Table
from corpus.data.tables import ROWS, Values
from corpus.overview.overview import Overview

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write ``data`` unless the file already holds it; true where it was written."""
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def to_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def table_csv(table: Table, rows: list[Values]) -> bytes:
    """CSV with a byte order mark, which Excel needs to read Vietnamese; lists and objects are JSON in a cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.keys)
    for row in rows:
        writer.writerow(_cell(row[key]) for key in table.keys)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value


def schema(table: Table) -> dict:
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


def data_package(overview: Overview) -> dict:
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


def _field(key: str, kind: dict) -> dict:
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
