"""A printed page as words and ruled lines at their places, whether a PDF says them or a scan shows them.

Lengths are in points (1/72 inch) from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from corpus.intake.document import MarkKind
from corpus.intake.writing import Kinds, Writing

_TOUCHING = 0.12  # of the letters' size: words closer than that are one, in two fonts
_FAR = 1.8  # of the letters' size: a gap between columns, not between words
_RAISED = 0.78  # of the line's size: letters so small are signs of notes


@dataclass(frozen=True)
class Word:
    """``confidence``: 0 to 100 of a scan; None where the file itself has the letters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    confidence: int | None = None

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Rule:
    """A straight line, level or upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True)
class PrintedPage:
    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    scanned: bool = False


@dataclass(frozen=True)
class Line:
    """Words beside each other, from left to right, none of them empty."""

    words: tuple[Word, ...]
    page: int = 0

    @cached_property
    def left(self) -> float:
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @cached_property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @cached_property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @cached_property
    def text(self) -> str:
        return "".join(f"{gap}{word.text}" for gap, word in self.spaced())

    def spaced(self) -> Iterator[tuple[str, Word]]:
        """Each word with what parts it from the one before."""
        before: Word | None = None
        for word in self.words:
            apart = before is not None and word.left - before.right > _TOUCHING * min(word.size, before.size)
            yield (" " if apart else ""), word
            before = word

    def pieces(self) -> list[Line]:
        """The line cut at its wide gaps."""
        cuts = [at for at in range(1, len(self.words)) if self._gap(at) > _FAR * self.size]
        edges = [0, *cuts, len(self.words)]
        return [Line(self.words[start:end], self.page) for start, end in zip(edges, edges[1:], strict=False)]

    def _gap(self, at: int) -> float:
        return self.words[at].left - self.words[at - 1].right

    def write(self, writing: Writing) -> None:
        for gap, word in self.spaced():
            writing.add(gap)
            if self._is_note(word):
                writing.add(f"[{word.text}]", frozenset[MarkKind](("note",)))
            else:
                writing.add(word.text, _kinds(word), word.confidence if _is_doubtful(word) else None)

    def _is_note(self, word: Word) -> bool:
        """A small raised number after a word."""
        raised = word.bottom < self.bottom - 0.15 * self.size and word is not self.words[0]
        return word.text.isdigit() and word.size <= _RAISED * self.size and raised


SURE = 70  # confidence of Tesseract below which a word is doubtful (scripts/measure_receive.py gives the trade)


def _is_doubtful(word: Word) -> bool:
    return word.confidence is not None and word.confidence < SURE


def _kinds(word: Word) -> Kinds:
    said: dict[MarkKind, bool] = {"bold": word.bold, "italic": word.italic, "doubt": _is_doubtful(word)}
    return frozenset(kind for kind, on in said.items() if on)


def set_in_lines(words: Iterable[Word], page: int) -> list[Line]:
    """Lines from top to bottom: words whose middles lie within each other's height."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.height, one.left)):
        row = next((one for one in reversed(rows[-3:]) if _level(one, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    lines = (Line(tuple(sorted(row, key=lambda one: one.left)), page) for row in rows)
    return sorted(lines, key=lambda line: (line.top + line.bottom) / 2)


def _level(row: list[Word], word: Word) -> bool:
    top, bottom = median(one.top for one in row), median(one.bottom for one in row)
    overlap = min(bottom, word.bottom) - max(top, word.top)
    return overlap > 0.5 * min(bottom - top, word.bottom - word.top)
