"""What a key of a published table is in each format: one table of types, taken from the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from corpus.contract import PublishedTable

Kind = Literal["text", "integer", "boolean", "day", "texts", "json"]

SQL_TYPES: dict[Kind, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "day": "TEXT",
    "texts": "TEXT",
    "json": "TEXT",
}
# Types of DuckDB, and so of Parquet; what has no settled shape stays JSON in a text.
PARQUET_TYPES: dict[Kind, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "boolean": "BOOLEAN",
    "day": "DATE",
    "texts": "VARCHAR[]",
    "json": "VARCHAR",
}
# Types of a field of a Frictionless table (Table Schema v1) in a CSV file.
FIELD_TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "boolean": "boolean",
    "day": "date",
    "texts": "string",
    "json": "string",
}


@dataclass(frozen=True)
class FlatColumn:
    """A column of a table that holds no objects of a settled shape: ``period_from`` is ``from`` in ``period``."""

    name: str
    path: tuple[str, ...]
    kind: Kind

    def of(self, row: dict[str, Any]) -> object:
        """The value of this column in ``row``: lists and objects as JSON."""
        value: Any = row
        for key in self.path:
            value = value[key]
        if self.kind in ("texts", "json") and value is not None:
            return json.dumps(value, ensure_ascii=False)
        return value


def kind_of(schema: dict[str, Any]) -> Kind:
    """The kind of a key with this JSON Schema."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if schema.get("format") == "date":
        return "day"
    if types[0] == "array":
        return "texts" if schema["items"]["type"] == "string" else "json"
    kinds: dict[str, Kind] = {"string": "text", "integer": "integer", "boolean": "boolean", "object": "json"}
    return kinds[types[0]]


def flat_columns(table: PublishedTable) -> Iterator[FlatColumn]:
    """The columns of ``table``, in the order of its keys."""
    for key, schema in table.keys.items():
        if schema["type"] == "object" and "properties" in schema:
            for inner, of_inner in schema["properties"].items():
                yield FlatColumn(f"{key}_{inner}", (key, inner), kind_of(of_inner))
        else:
            yield FlatColumn(key, (key,), kind_of(schema))
