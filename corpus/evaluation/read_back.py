"""How much of a rendered plan comes back when its file is read: letters, paragraphs, cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from corpus.evaluation.rendering.sheet import Grid, Item, Text, sheet_lines
from corpus.intake.document import Document, Paragraph, TableRead


@dataclass(frozen=True)
class Read:
    """Letters (blanks included) and how many of them are wrong; units (paragraphs, cells) and how many come back."""

    letters: int = 0
    wrong: int = 0
    paragraphs: int = 0
    paragraphs_back: int = 0
    cells: int = 0
    cells_back: int = 0

    def __add__(self, other: Read) -> Read:
        return Read(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def compare(items: tuple[Item, ...], document: Document) -> Read:
    """What of the print ``items`` stands in ``document``, in its order."""
    want, got = _flat(sheet_lines(items)), _flat([document.text()])
    paragraphs = [_flat([f"{item.marker} {item.text}"]) for item in items if isinstance(item, Text)]
    cells = [text for item in items if isinstance(item, Grid) for text in _cells_of(item)]
    read = Counter(_flat([one.printed]) for one in document.blocks if isinstance(one, Paragraph))
    tables = (block for block in document.blocks if isinstance(block, TableRead) and block.bordered)
    filled = Counter(_flat([cell.text]) for table in tables for row in table.rows for cell in row.cells)
    return Read(
        letters=len(want),
        wrong=Levenshtein.distance(want, got),
        paragraphs=len(paragraphs),
        paragraphs_back=(Counter(paragraphs) & read).total(),
        cells=len(cells),
        cells_back=(Counter(cells) & filled).total(),
    )


def compare_texts(truth: Document, document: Document) -> Read:
    """The same of two readings: of a page with letters, and of its scan."""
    want, got = _flat([truth.text()]), _flat([document.text()])
    first, second = (Counter(_flat([one.printed]) for one in read.paragraphs()) for read in (truth, document))
    return Read(len(want), Levenshtein.distance(want, got), first.total(), (first & second).total())


def _flat(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())


def _cells_of(grid: Grid) -> list[str]:
    return [_flat([text]) for text in (*grid.head, *(cell.text for row in grid.rows for cell in row if cell))]
