"""The text that was read of a document, as it is kept beside the file received and proved against.

Paragraphs are parted by a blank line, also where a page broke them; lines that were printed together (a letterhead,
a title in the middle of the page) follow each other; the cells of a row of a table stand between tabs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import find_refused
from corpus.intake.document import Document, Paragraph, TableRead
from corpus.intake.draft.flow import is_layout, layout_cells
from corpus.intake.draft.heads import read_head
from corpus.intake.draft.table_draft import cell_text


@dataclass(frozen=True)
class Transcript:
    """``text`` and, for each of its lines, the page it stands on (0 where the format has none)."""

    text: str
    pages: tuple[int, ...]


@dataclass(frozen=True)
class _Piece:
    """Lines of text; ``centred`` pieces that follow each other were printed together."""

    text: str
    page: int
    centred: bool = False


def transcribe(document: Document) -> Transcript:
    """Everything that the blocks of ``document`` show."""
    lines: list[str] = []
    pages: list[int] = []
    before: _Piece | None = None
    for piece in _pieces(document):
        if before and not (before.centred and piece.centred):
            lines.append("")
            pages.append(piece.page)
        new = piece.text.split("\n")
        lines.extend(new)
        pages.extend([piece.page] * len(new))
        before = piece
    return Transcript("\n".join([*lines, ""]), (*pages, pages[-1] if pages else 0))


def _pieces(document: Document) -> Iterator[_Piece]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from _paragraph(block)
        elif is_layout(block):
            for paragraphs in layout_cells(block):
                text = "\n".join(_flat(one.printed) for one in paragraphs)
                yield _Piece(text, paragraphs[0].page)
        else:
            yield _Piece("\n".join(_rows(block)), block.pages[0] if block.pages else 0)


def _paragraph(paragraph: Paragraph) -> Iterator[_Piece]:
    """The paragraph, in parts where a page broke it; where a printed line ended, a line ends."""
    label = len(paragraph.printed) - len(paragraph.text)
    pieces: list[tuple[str, str]] = []
    start, page = 0, paragraph.page
    for join in paragraph.joins:
        at = join.at + label
        if at and not paragraph.printed[at - 1].isspace():
            continue
        pieces.append((paragraph.printed[start:at].rstrip(), join.kind))
        start = at
    pieces.append((paragraph.printed[start:], "end"))
    lines: list[str] = []
    for text, kind in pieces:
        lines.append(_flat(text))
        if kind == "page" or kind == "end":
            if words := "\n".join(line for line in lines if line.strip()):
                yield _Piece(words, page, paragraph.centred)
            lines = []
            page += kind == "page"


def _flat(text: str) -> str:
    """Lines without tabs and outer blanks, and without lines of nothing."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _rows(table: TableRead) -> Iterator[str]:
    """The head column by column, then each row; a merged cell stands where it begins."""
    head = read_head(table)
    if head:
        yield "\t".join(column.name for column in head.columns)
    for row in table.rows[head.rows if head else 0 :]:
        cells = [""] * table.columns
        for cell in row.cells:
            cells[min(cell.column, table.columns - 1)] = cell_text(cell)
        if any(cells):
            yield "\t".join(cells)


def unseen(text: str) -> list[str]:
    """The characters of ``text`` that nobody sees and no plan may hold, each once."""
    return sorted({char for line in text.split("\n") for char in line if find_refused(char)})
