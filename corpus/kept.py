"""Files of the site that stands which the corpus of today would give again: they are taken over, not made.

With each thing that is made of the corpus (a page, the files of a body) is noted what was read for it, one digest of
what these readings gave, and the digests of the files. Where nothing else has changed and the readings give the same
again, so would the making: its files are copied from the site that stands, as far as they are there as they were made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from corpus.check.seen import KINDS, Seen
from corpus.manifest import digest
from corpus.parallel import in_parallel, slices
from corpus.record_store import AsRead, Records, Stage, pack, unpack
from corpus.watched import Answers, Reading, Watch
from corpus.written import write_if_changed

FILE = "kept.sqlite"
FILES, VALUES = "files", "values"  # sorts of the things that are no pages

Argument = TypeVar("Argument")
Made = TypeVar("Made")

Given = tuple[str | int | None, ...]


@dataclass(frozen=True)
class FilesAbout:
    """Files about one thing of many: name on the site and bytes of each, by ``make`` of what is seen and of what is ``given``."""

    id: str
    make: Callable[..., Iterable[tuple[str, bytes]]]
    given: Given

    @property
    def digest(self) -> str:
        return json.dumps([self.make.__qualname__, *self.given])

    def write(self, seen: Seen, site: Path) -> Iterator[str]:
        """Write them below ``site``; their names."""
        for name, data in self.make(seen, *self.given):
            write_if_changed(site / name, data)
            yield name


Notes = list[tuple[str, AsRead, bytes]]  # what is to be kept of things, each with its sort


@dataclass(frozen=True)
class _Note:
    """How a thing was made: ``said`` is whatever its maker had to say of it."""

    readings: tuple[Reading, ...]
    answer: bytes
    files: dict[str, str]
    said: object


class Kept:
    """What of the site at ``standing`` can be taken over into ``folder``, where ``seen`` is the corpus of today.

    ``shape`` is a digest of all that shapes a file besides the corpus: templates, styles, settings, programs.
    """

    def __init__(self, seen: Seen, records: Records, shape: str, standing: Path, folder: Path) -> None:
        self._answers = Answers(seen, KINDS)
        self._records, self._shape = records, shape
        self._standing, self._folder = standing, folder

    def take_over(self, sort: str, things: Sequence[AsRead]) -> dict[str, object]:
        """Copy the files of all ``things`` of a ``sort`` that need not be made; by id, what was said of each."""
        noted = [*self._records.read(Stage(sort, self._shape), things).items()]
        return dict(chain.from_iterable(in_parallel([partial(self._take, part) for part in slices(noted)])))

    def _take(self, noted: Sequence[tuple[str, bytes]]) -> list[tuple[str, object]]:
        found: list[tuple[str, object]] = []
        for name, data in noted:
            with suppress(Exception):  # pickle and zlib raise anything over data that is not theirs
                note: _Note = unpack(data)
                if self._answers.to(note.readings) == note.answer and self._copy(note.files):
                    found.append((name, note.said))
        return found

    def _copy(self, files: dict[str, str]) -> bool:
        """Copy files from the site that stands; false where one is not there as it was made."""
        for name, expected in files.items():
            path = self._standing / name
            if not path.is_file() or digest(data := path.read_bytes()) != expected:
                return False
            write_if_changed(self._folder / name, data)
        return True

    def watch(self) -> Watch:
        """To note what the making of one thing reads."""
        return Watch(self._answers)

    def note(self, watch: Watch, names: Iterable[str], said: object = None) -> bytes:
        """What is to be kept of a thing that was made under ``watch``, its files being ``names``; for any process."""
        files = {name: digest((self._folder / name).read_bytes()) for name in names}
        made = _Note(watch.readings, self._answers.to(watch.readings), files, said)
        return pack(made)

    def keep(self, notes: Notes) -> None:
        for sort, thing, note in notes:
            self._records.keep(Stage(sort, self._shape), thing, note)

    def recall(self, thing: AsRead) -> Any:
        """What was kept of ``thing`` as a value; None where nothing was."""
        with suppress(Exception):  # as above
            return unpack(self._records.read(Stage(VALUES, self._shape), [thing])[thing.id])
        return None


@dataclass(frozen=True)
class OfValue:
    """Something made of a value that says all it is, and of nothing else."""

    id: str
    digest: str


@dataclass
class Remembering(Generic[Argument, Made]):
    """``make``, a function of one thing whose ``repr`` says all it is; what it gave before is recalled from what is ``kept``.

    ``notes`` are what is to be kept of what it gave now.
    """

    make: Callable[[Argument], Made]
    kept: Kept
    notes: Notes = field(default_factory=list)

    def __call__(self, given: Argument) -> Made:
        hashed = digest(repr(given).encode())
        thing = OfValue(f"{self.make.__qualname__} {hashed}", hashed)
        recalled: Made | None = self.kept.recall(thing)
        if recalled is not None:
            return recalled
        made = self.make(given)
        self.notes.append((VALUES, thing, pack(made)))
        return made


def file_writers(things: Iterable[FilesAbout], seen: Seen, site: Path, kept: Kept | None) -> list[Callable[[], Notes]]:
    """What writes below ``site`` the files of ``things`` that are not to be taken over from what is ``kept``; in any order.

    Each gives what is to be kept of those that it wrote.
    """
    every = list(things)
    taken = kept.take_over(FILES, every) if kept else {}
    rest = [thing for thing in every if thing.id not in taken]
    return [partial(_write, part, seen, site, kept) for part in slices(rest)]


def _write(part: Sequence[FilesAbout], seen: Seen, site: Path, kept: Kept | None) -> Notes:
    notes: Notes = []
    for thing in part:
        watch = kept.watch() if kept else None
        names = list(thing.write(watch.view() if watch else seen, site))
        if kept and watch:
            notes.append((FILES, thing, kept.note(watch, names)))
    return notes
