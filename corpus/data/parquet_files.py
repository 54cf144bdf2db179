"""The published tables as Parquet, each from its JSON file: DuckDB reads the one and writes the other, in streams."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from corpus.contract import TABLES, PublishedTable
from corpus.data.columns import PARQUET_TYPES, kind_of

# One thread: rows stand in the same order and groups in every run, and the build has other work for the others.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "512MB",
    "autoinstall_known_extensions": False,  # nothing is fetched
}
_GREATEST_ROW = 1 << 26  # bytes of JSON


def write_parquet(folder: Path) -> None:
    """Write ``NAME.parquet`` beside each ``NAME.json`` of the tables in ``folder``."""
    with duckdb.connect(config=_SETTINGS) as connection:
        for table in TABLES:
            columns = ", ".join(f"'{key}': '{_type(kind)}'" for key, kind in table.keys.items())
            connection.execute(
                f"COPY (SELECT * FROM read_json($source, format = 'array', columns = {{{columns}}},"
                f" maximum_object_size = {_GREATEST_ROW}))"
                f" TO '{_quoted(folder, table)}' (FORMAT parquet, COMPRESSION zstd)",
                {"source": str(folder / f"{table.name}.json")},
            )


def _quoted(folder: Path, table: PublishedTable) -> str:
    return str(folder / f"{table.name}.parquet").replace("'", "''")


def _type(schema: dict[str, Any]) -> str:
    """The type of a key; an object of a settled shape is a STRUCT."""
    if schema["type"] == "object" and "properties" in schema:
        inner = ", ".join(f'"{key}" {_type(kind)}' for key, kind in schema["properties"].items())
        return f"STRUCT({inner})"
    if schema["type"] == "array" and "properties" in schema["items"]:
        return f"{_type(schema['items'])}[]"
    return PARQUET_TYPES[kind_of(schema)]
