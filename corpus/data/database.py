"""The published tables as one SQLite database, with foreign keys, indexes and a search over the clauses.

The same rows give the same bytes with the same version of SQLite: nothing in the file tells when it was made.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from corpus.contract import TABLES, PublishedTable, Reference
from corpus.data.clause_rows import Values
from corpus.data.columns import SQL_TYPES, FlatColumn, flat_columns, kind_of
from corpus.language.folding import fold

# Rows are added in bulk to a file that nobody reads yet; a build that dies leaves no site, so nothing need be safe.
_PRAGMAS = (
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096; PRAGMA locking_mode = EXCLUSIVE"
)
_CLAUSES, _FOLDED = "clauses", "folded"
# Words with their marks are found in ``text``, words typed without any in ``folded``: SQLite's own folding leaves đ.
_SEARCH = (
    "CREATE VIRTUAL TABLE clauses_fts USING FTS5"
    """(text, folded, content="clauses", content_rowid="row", tokenize="unicode61 remove_diacritics 0")"""
)


class Database:
    """Writes the database at ``path``, row by row."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path)
        self._connection.executescript(_PRAGMAS)
        for table in TABLES:
            self._connection.execute(_create(table))
            for reference in _lists(table):
                self._connection.execute(_create_links(table, reference))
        self._inserts = {table.name: _Insert(table) for table in TABLES}

    def __enter__(self) -> Self:
        return self

    def add(self, table: PublishedTable, row: Values) -> None:
        """Add a row of ``table``, and what its lists name."""
        self._inserts[table.name].add(self._connection, row)

    def tell(self, facts: dict[str, str]) -> None:
        """Say in a table of its own what the data are."""
        self._connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        self._connection.executemany("INSERT INTO about VALUES (?, ?)", facts.items())

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is None:
            for table in TABLES:
                for statement in _indexes(table):
                    self._connection.execute(statement)
            self._connection.execute(_SEARCH)
            for command in ("rebuild", "optimize"):
                self._connection.execute("INSERT INTO clauses_fts(clauses_fts) VALUES (?)", (command,))
            self._connection.execute("ANALYZE")
            self._connection.commit()
        self._connection.close()


class _Insert:
    """How a row of one table is added; rows without an id are numbered from 1."""

    def __init__(self, table: PublishedTable) -> None:
        self._table, self._columns, self._count = table, tuple(flat_columns(table)), 0
        extra = (not _has_id(table)) + (table.name == _CLAUSES)
        self._statement = f"INSERT INTO {table.name} VALUES ({', '.join('?' * (len(self._columns) + extra))})"

    def add(self, connection: sqlite3.Connection, row: Values) -> None:
        self._count += 1
        values = [column.of(row) for column in self._columns]
        owner: object = row["id"] if _has_id(self._table) else self._count
        if not _has_id(self._table):
            values.insert(0, owner)
        if self._table.name == _CLAUSES:
            values.append(fold(str(row["text"])))
        connection.execute(self._statement, values)
        for reference in _lists(self._table):
            (key,) = reference.keys
            named: Any = row[key]
            links = f"INSERT OR IGNORE INTO {_links(self._table, reference)} VALUES (?, ?)"
            connection.executemany(links, ((owner, one) for one in named))


def _has_id(table: PublishedTable) -> bool:
    return table.identity == ("id",)


def _lists(table: PublishedTable) -> list[Reference]:
    """The references of keys that are lists; each has a table of its own."""
    return [one for one in table.references if kind_of(table.keys[one.keys[0]]) == "texts"]


def _create(table: PublishedTable) -> str:
    lines = [] if _has_id(table) else ["row INTEGER PRIMARY KEY"]
    lines += [_column(column, table) for column in flat_columns(table)]
    if table.name == _CLAUSES:
        lines.append(f"{_FOLDED} TEXT NOT NULL")
    if table.identity and not _has_id(table):
        lines.append(f"UNIQUE ({_names(table.identity)})")
    lines += [_foreign(one) for one in table.references if one not in _lists(table)]
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {table.name} (\n  {body}\n)"


def _column(column: FlatColumn, table: PublishedTable) -> str:
    key = " PRIMARY KEY" if _has_id(table) and column.name == "id" else ""
    return f'"{column.name}" {SQL_TYPES[column.kind]}{key}'


def _foreign(reference: Reference) -> str:
    target = next(table for table in TABLES if table.name == reference.table)
    return f"FOREIGN KEY ({_names(reference.keys)}) REFERENCES {target.name} ({_names(target.identity)})"


def _links(table: PublishedTable, reference: Reference) -> str:
    return f"{table.name}_{reference.keys[0]}"


def _create_links(table: PublishedTable, reference: Reference) -> str:
    owner, kind = ("id", "TEXT") if _has_id(table) else ("row", "INTEGER")
    named = reference.keys[0]
    return (
        f"CREATE TABLE {_links(table, reference)} (\n"
        f'  "{owner}" {kind} NOT NULL REFERENCES {table.name} ("{owner}"),\n'
        f'  "{named}" TEXT NOT NULL REFERENCES {reference.table} ("id"),\n'
        f'  PRIMARY KEY ("{owner}", "{named}")\n) WITHOUT ROWID'
    )


def _indexes(table: PublishedTable) -> Iterator[str]:
    """An index for each reference, so that it can be followed backwards."""
    for one in table.references:
        on, keys = (_links(table, one), one.keys) if one in _lists(table) else (table.name, one.keys)
        if any(keys == other.keys[: len(keys)] for other in table.references if other is not one):
            continue  # the index of the other serves this one too
        yield f'CREATE INDEX "{on}_by_{"_".join(keys)}" ON {on} ({_names(keys)})'


def _names(keys: tuple[str, ...]) -> str:
    return ", ".join(f'"{key}"' for key in keys)
