"""What was read of a file received, whatever its format: paragraphs and tables in reading order, and what was left out.

Nothing is dropped in silence: every character of the source that is no blank stands in the blocks (texts, labels) or
in ``left_out``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["bold", "italic", "doubt", "note"]  # a note: the sign of a footnote, "[1]"
MARK_KINDS: tuple[MarkKind, ...] = ("bold", "italic", "doubt", "note")
JoinKind = Literal["line", "page"]  # what the source broke and the text does not: a line, a page
Role = Literal["body", "footnote", "text box"]


@dataclass(frozen=True)
class Mark:
    """``text[start:end]`` of a paragraph is printed so; ``doubt``: the recognition of a scan was unsure of it."""

    kind: MarkKind
    start: int
    end: int
    confidence: int | None = None  # of a doubt: 0 to 100, as Tesseract gives it


@dataclass(frozen=True)
class Join:
    """Before ``text[at]`` the source ended a line or a page within the paragraph."""

    kind: JoinKind
    at: int


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. ``text`` is NFC; ``\\n`` is a line break set by its author, ``\\t`` a tab.

    ``label`` is the number or sign that the program printed by itself ("1.", "a)", "-") and that ``text`` lacks; a
    typed number stands in ``text``. ``marks`` lie in order, those of one kind apart from each other.
    """

    text: str
    label: str = ""
    marks: tuple[Mark, ...] = ()
    joins: tuple[Join, ...] = ()
    centred: bool = False
    size: float | None = None  # of most letters, in points
    heading: int = 0  # level that the file itself declares (style of Word, # of Markdown, h1), 0 where none
    page: int = 0  # from 1 on; 0 where the format has none
    role: Role = "body"

    @property
    def printed(self) -> str:
        """Label and text, as a reader sees them."""
        return f"{self.label} {self.text}" if self.label and self.text else self.label or self.text

    def is_all(self, kind: MarkKind) -> bool:
        """Whether every character that is no blank bears a mark of ``kind``; False without any character."""
        marked = {at for mark in self.marks if mark.kind == kind for at in range(mark.start, mark.end)}
        shown = [at for at, char in enumerate(self.text) if not char.isspace()]
        return bool(shown) and all(at in marked for at in shown)

    @property
    def bold(self) -> bool:
        return self.is_all("bold")

    @property
    def italic(self) -> bool:
        return self.is_all("italic")

    @property
    def doubts(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind == "doubt")


@dataclass(frozen=True)
class Cell:
    """A cell at its upper left corner: ``column`` counts from 0; spans count rows and columns of the grid."""

    paragraphs: tuple[Paragraph, ...]
    column: int
    column_span: int = 1
    row_span: int = 1

    @property
    def text(self) -> str:
        return "\n".join(paragraph.printed for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Row:
    """The cells that begin in this row, from left to right: what reaches down from above is not repeated.

    ``head``: the file declares that the row is printed again on each page (or is a ``th`` row).
    ``joined``: a page ended within the row, and the machine put its two parts together.
    """

    cells: tuple[Cell, ...]
    page: int = 0
    head: bool = False
    joined: bool = False


@dataclass(frozen=True)
class TableRead:
    """A table. Without lines (``bordered`` false) it lays out text: letterheads, *Nơi nhận* beside the signature.

    Letterheads in two columns are such tables in every format, also where they were set with tabs or blanks.
    """

    rows: tuple[Row, ...]
    columns: int
    bordered: bool = True

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted({row.page for row in self.rows if row.page}))

    def grid(self) -> list[list[Cell | None]]:
        """Row by row the cell that covers each column, also where it began further up or to the left."""
        covered: list[list[Cell | None]] = [[None] * self.columns for _ in self.rows]
        for top, row in enumerate(self.rows):
            for cell in row.cells:
                for line in covered[top : top + cell.row_span]:
                    for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                        line[column] = cell
        return covered


Block = Paragraph | TableRead


@dataclass(frozen=True)
class LeftOut:
    """Text of the source that is not in the blocks, and why (in Vietnamese, for the clerk)."""

    text: str
    why: str
    page: int = 0


@dataclass(frozen=True)
class Document:
    """A file received, read. ``kind`` is the ending that its content has, whatever its name says.

    ``notes``: what a person should know of the file itself (changes tracked, hidden text, an old encoding), in
    Vietnamese, one sentence each.
    """

    kind: str
    blocks: tuple[Block, ...]
    pages: int = 0  # 0 where the format has none
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    scanned: bool = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those in cells included."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (one for row in block.rows for cell in row.cells for one in cell.paragraphs)

    def text(self) -> str:
        """All that the blocks show: a paragraph each line, cells of a row parted by tabs as a print of it would be."""
        return "\n\n".join(
            block.printed
            if isinstance(block, Paragraph)
            else "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows)
            for block in self.blocks
        )
