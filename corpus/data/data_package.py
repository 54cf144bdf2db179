"""The data package (Frictionless Data Package v1) that lists every table, as CSV with its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.contract import DATA_DESCRIPTION, DATA_TITLE, LICENCE, TABLES, PublishedTable
from corpus.data.columns import FIELD_TYPES, kind_of
from corpus.overview.overview import Overview

_SOURCE = "Các kế hoạch đã ban hành, như nhận được: tệp và mã SHA-256 của từng kế hoạch ở bảng plans"


def data_package(overview: Overview) -> dict[str, Any]:
    """The package's descriptor; every path in it is relative to its own folder."""
    return {
        "profile": "tabular-data-package",
        "name": "ke-hoach-mo",
        "title": DATA_TITLE,
        "description": DATA_DESCRIPTION,
        **({"version": overview.as_of.isoformat()} if overview.as_of else {}),
        "licenses": [LICENCE],
        "sources": [{"title": _SOURCE}],
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: PublishedTable) -> dict[str, Any]:
    """A table as its CSV file; the keys that no standard knows lead to its other files."""
    identity = {"primaryKey": list(table.identity)} if table.identity else {}
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [{"name": key, "type": FIELD_TYPES[kind_of(kind)]} for key, kind in table.keys.items()],
            **identity,
            "foreignKeys": list(_foreign_keys(table)),
        },
        "jsonPath": f"{table.name}.json",
        "jsonSchema": f"{table.name}.schema.json",
        "parquetPath": f"{table.name}.parquet",
    }


def _foreign_keys(table: PublishedTable) -> Iterator[dict[str, Any]]:
    """References as the standard knows them: no lists, and of several keys none that may be empty."""
    identity = {one.name: one.identity for one in TABLES}
    for reference in table.references:
        kinds = [table.keys[key] for key in reference.keys]
        some_empty = len(kinds) > 1 and any("null" in kind["type"] for kind in kinds)
        if kind_of(kinds[0]) == "texts" or some_empty:
            continue
        target = "" if reference.table == table.name else reference.table
        yield {
            "fields": list(reference.keys),
            "reference": {"resource": target, "fields": list(identity[reference.table])},
        }
