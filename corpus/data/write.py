"""Writes the published tables in every form, each row once and none kept, and the data package that lists them."""

from __future__ import annotations

from pathlib import Path

from corpus.addresses import DATABASE
from corpus.contract import DATA_DESCRIPTION, DATA_TITLE, LICENCE, TABLES
from corpus.data.data_package import data_package
from corpus.data.database import Database
from corpus.data.parquet_files import write_parquet
from corpus.data.table_files import TableFiles, schema
from corpus.data.tables import ROWS
from corpus.overview.overview import Overview
from corpus.written import to_json


def write_data(overview: Overview, folder: Path) -> None:
    """Write every table below ``folder`` (``data/`` of the built site)."""
    folder.mkdir(parents=True, exist_ok=True)
    with Database(folder / DATABASE.rpartition("/")[2]) as database:
        for table in TABLES:
            with TableFiles(table, folder) as files:
                for row in ROWS[table.name](overview):
                    files.add(row)
                    database.add(table, row)
            (folder / f"{table.name}.schema.json").write_bytes(to_json(schema(table)))
        database.tell(_facts(overview))
    write_parquet(folder)
    (folder / "datapackage.json").write_bytes(to_json(data_package(overview)))


def _facts(overview: Overview) -> dict[str, str]:
    as_of = {"as_of": overview.as_of.isoformat()} if overview.as_of else {}
    return {"title": DATA_TITLE, "description": DATA_DESCRIPTION, "licence": LICENCE["path"], **as_of}
