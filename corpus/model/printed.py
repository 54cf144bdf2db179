"""What a plan is printed in: clauses with marked text, and tables of rows and cells. All of it is frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.schema import Column
from corpus.vocabulary import RowSort, TableKind

# Where a run of text stands: the anchor of its clause or row, and its field.
PassagePlace = tuple[str, str]
MarkKind = Literal["bold", "italic", "uncertain"]
ClauseKind = Literal[
    "letterhead",
    "part",
    "title",
    "heading",
    "article",
    "clause",
    "point",
    "item",
    "paragraph",
    "basis",
    "recipients",
    "recipient",
    "signature",
    "table",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """Emphasis or uncertainty over ``text[start:end]`` of the passage that holds it."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Clause:
    """A part, section, article, clause, point, item or paragraph of a plan.

    ``text`` is the plain text without ``marker`` (the printed numbering: ``II.``, ``a)``, ``-``);
    ``number`` is the numbering itself (``II``, ``a``); ``line`` is its line in the plan's file.
    """

    anchor: str
    kind: ClauseKind
    marker: str
    number: str
    text: str
    marks: tuple[Mark, ...]
    line: int
    level: int = 0
    children: tuple[Clause, ...] = ()

    def walk(self) -> Iterator[Clause]:
        """This clause and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``field`` is that of its column (``lead``, ``time`` ...).

    ``origin`` is the address of the row that it is printed in: another one above for a merged cell.
    """

    field: str
    text: str
    marks: tuple[Mark, ...]
    line: int
    origin: str


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row of a table; ``parent`` is the address of the group or row that it belongs to, or nothing.

    ``sort`` is what the row is in a table of tasks, and None in other tables. ``number`` is its printed number.
    """

    anchor: str
    sort: RowSort | None
    number: str
    parent: str
    cells: tuple[Cell, ...]
    line: int

    def cell(self, name: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.field == name), None)

    @property
    def printed(self) -> tuple[Cell, ...]:
        """The cells that this row prints itself."""
        return tuple(cell for cell in self.cells if cell.origin == self.anchor)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table of a plan; ``anchor`` is where it stands in the text, ``columns`` run from left to right."""

    anchor: str
    kind: TableKind
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text of a plan: a clause's own text (field ``text``) or a cell of a table."""

    anchor: str
    field: str
    text: str
    marks: tuple[Mark, ...]
    line: int
