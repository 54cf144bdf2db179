"""Writes the published tables in every form, each row once and none kept, and the data package that lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from corpus.addresses import DATABASE
from corpus.contract import DATA_DESCRIPTION, DATA_TITLE, LICENCE, TABLES
from corpus.data.clause_rows import Values
from corpus.data.data_package import data_package
from corpus.data.database import Database
from corpus.data.parquet_files import write_parquet
from corpus.data.table_files import TableCsv, schema
from corpus.data.tables import ROWS
from corpus.overview.overview import Overview
from corpus.written import list_to_json, to_json, write_parts


def write_data(overview: Overview, folder: Path) -> None:
    """Write every table below ``folder`` (``data/`` of the built site)."""
    folder.mkdir(parents=True, exist_ok=True)
    with Database(folder / DATABASE.rpartition("/")[2]) as database:
        for table in TABLES:
            with TableCsv(table, folder) as file:
                rows = _passed(ROWS[table.name](overview), file.add, partial(database.add, table))
                write_parts(folder / f"{table.name}.json", list_to_json(rows))
            (folder / f"{table.name}.schema.json").write_bytes(to_json(schema(table)))
        database.tell(_facts(overview))
    write_parquet(folder)
    (folder / "datapackage.json").write_bytes(to_json(data_package(overview)))


def _passed(rows: Iterable[Values], *takers: Callable[[Values], None]) -> Iterator[Values]:
    """``rows`` one by one, each handed to all ``takers`` on its way."""
    for row in rows:
        for take in takers:
            take(row)
        yield row


def _facts(overview: Overview) -> dict[str, str]:
    as_of = {"as_of": overview.as_of.isoformat()} if overview.as_of else {}
    return {"title": DATA_TITLE, "description": DATA_DESCRIPTION, "licence": LICENCE["path"], **as_of}
