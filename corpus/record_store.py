"""What was made of each plan, kept from run to run and on all processors: nothing is computed twice.

A record is kept under the digest of the plan as it was read, of the code, and of what else it follows from: for what is
found in a plan, the registers and who all plans are. Any change of one of these makes a record anew. A record that
cannot be read is made anew too: nothing is lost with the whole file.
"""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from corpus.parallel import in_parallel, processes, slices
from corpus.standing import digest_files

FILE = "records.sqlite"
_KEPT = 3  # times the records of this run, of earlier ones
_SCHEMA = "CREATE TABLE IF NOT EXISTS record (key TEXT PRIMARY KEY, made BLOB NOT NULL, run INTEGER NOT NULL)"
_WAIT = 20  # seconds for another run that is writing

Made = TypeVar("Made")


class AsRead(Protocol):
    """What records are about: its id, and a digest of what is made of it: of the file as it was read, of what was given."""

    @property
    def id(self) -> str: ...
    @property
    def digest(self) -> str: ...


Thing = TypeVar("Thing", bound=AsRead)


@dataclass(frozen=True)
class Stage:
    """One thing that is made of each plan; ``follows_from`` is a digest of all it follows from besides plan and code."""

    name: str
    follows_from: str = ""


class Records:
    """Records in the folder ``folder`` of what is made of the corpus under ``root`` with the code of today."""

    def __init__(self, folder: Path, root: Path, file: str = FILE) -> None:
        self._path, self._registers = folder / file, root / "plans" / "registers"
        self._code = digest_files(Path(__file__).parent)
        self.registers = digest_files(self._registers)
        self._used: dict[str, bytes | None] = {}  # by key; None where it was there

    def read(self, stage: Stage, things: Sequence[Thing]) -> dict[str, bytes]:
        """The records of ``stage`` there are, by the id of the thing they are of."""
        keys = {self._key(stage, thing): thing.id for thing in things}
        found: dict[str, bytes] = {}
        with suppress(sqlite3.Error), closing(self._open()) as database:
            for key, made in _select(database, list(keys)):
                found[keys[key]] = made
                self._used[key] = None
        return found

    def keep(self, stage: Stage, thing: AsRead, made: bytes) -> None:
        self._used[self._key(stage, thing)] = made

    def write(self) -> None:
        """Write down what was made in this run, unless the registers have changed meanwhile; of old records, leave some."""
        if digest_files(self._registers) != self.registers:
            return
        try:
            self._write()
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._open()) as database, database:
            database.execute(_SCHEMA)
            (run,) = database.execute("SELECT coalesce(max(run), 0) + 1 FROM record").fetchone()
            fresh = [(key, made, run) for key, made in self._used.items() if made is not None]
            database.executemany("INSERT OR REPLACE INTO record VALUES (?, ?, ?)", fresh)
            again = [(run, key) for key, made in self._used.items() if made is None]
            database.executemany("UPDATE record SET run = ? WHERE key = ?", again)
            kept = (1 + _KEPT) * len(self._used)
            database.execute(
                "DELETE FROM record WHERE key NOT IN (SELECT key FROM record ORDER BY run DESC LIMIT ?)", (kept,)
            )

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=_WAIT)

    def _key(self, stage: Stage, thing: AsRead) -> str:
        about = f"{stage.name}\0{stage.follows_from}\0{self._code}\0{thing.id}\0{thing.digest}"
        return hashlib.sha256(about.encode()).hexdigest()


def _select(database: sqlite3.Connection, keys: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        yield from database.execute(
            f"SELECT key, made FROM record WHERE key IN ({', '.join('?' * len(part))})",  # noqa: S608
            part,
        )


def of_each(
    stage: Stage, things: Sequence[Thing], make: Callable[[Thing], Made], records: Records | None = None
) -> dict[str, Made]:
    """What ``make`` gives of each of ``things``, by its id: from ``records`` or, in several processes, made.

    ``make`` must be a function of the thing, of what ``stage`` follows from and of nothing else; it gives what can be pickled.
    """
    made: dict[str, Made] = {}
    for name, data in (records.read(stage, things) if records else {}).items():
        with suppress(Exception):  # pickle and zlib raise anything over data that is not theirs
            made[name] = unpack(data)
    missing = [thing for thing in things if thing.id not in made]
    if records is None and processes() == 1:
        return made | {thing.id: make(thing) for thing in missing}
    parts = in_parallel([partial(_pack_each, part, make) for part in slices(missing)])
    for thing, data in zip(missing, (one for part in parts for one in part), strict=True):
        made[thing.id] = unpack(data)
        if records:
            records.keep(stage, thing, data)
    return made


def _pack_each(things: Sequence[Thing], make: Callable[[Thing], object]) -> list[bytes]:
    return [pack(make(thing)) for thing in things]


def pack(made: object) -> bytes:
    """``made`` as it is kept."""
    return zlib.compress(pickle.dumps(made, pickle.HIGHEST_PROTOCOL), 1)


def unpack(data: bytes) -> Any:
    """What was kept as ``data``: a record is as much trusted as the code beside which it lies."""
    return pickle.loads(zlib.decompress(data))  # noqa: S301
