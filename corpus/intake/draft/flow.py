"""A document as one flow of lines and tables in reading order: what only lays out text is undone.

A line is a paragraph as the draft will hold it: label and words, without tabs, one numbered thing at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.intake.document import Document, Paragraph, TableRead
from corpus.intake.draft.heads import read_head
from corpus.intake.draft.list_markers import read_marker
from corpus.language.folding import fold

_WRAPPED = 60  # a printed line of at least so many characters may have ended only because the page did
_ENDS = re.compile(r"[.;:!?…]\W*$")
_LETTERHEAD = 12  # items; no letterhead has more
# Where the right column of a letterhead begins: the country, its motto, place and day behind the number.
_BESIDE = re.compile(
    r"\s+(?=(?i:cộng h[oòóöô]a?[aàá]? xã hội|độc lập\s*[-–]\s*tự do))|(?<=/)\S+(?:\s?-\s?\S+)*\s+(?=[^\W\d_][^,;:]{1,40},\s*ngày\b)"
)
_LAYOUT = re.compile(r"cong hoa xa hoi chu nghia|noi nhan\s*:|doc lap\s*-\s*tu do|ngay .{0,12}thang .{0,6}nam")


@dataclass(frozen=True)
class Line:
    """``place`` counts the paragraphs and cells of the document: lines of one place were printed together.

    ``doubts`` are the stretches of ``text`` that the reading of a scan was unsure of; ``cell`` is true of what
    stood in a table that only lays out text.
    """

    text: str
    place: int
    page: int = 0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading: int = 0
    cell: bool = False
    doubts: tuple[tuple[int, int], ...] = ()

    @property
    def capital(self) -> bool:
        """Whether all letters are capitals, and there are some."""
        return self.text.isupper()


@dataclass(frozen=True)
class Grid:
    """A table that is one."""

    table: TableRead
    place: int

    @property
    def page(self) -> int:
        return self.table.pages[0] if self.table.pages else 0


Item = Line | Grid


def flow(document: Document) -> tuple[Item, ...]:
    """All blocks of ``document`` as lines and tables; footnotes and text boxes stay where they were read."""
    items: list[Item] = []
    place = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            place += 1
            items.extend(_lines(block, place))
        elif is_layout(block):
            for paragraphs in layout_cells(block):
                place += 1
                items.extend(replace(line, cell=True) for one in paragraphs for line in _lines(one, place))
        else:
            place += 1
            items.append(Grid(block, place))
    return (*(piece for item in items[:_LETTERHEAD] for piece in _side_by_side(item)), *items[_LETTERHEAD:])


def _side_by_side(item: Item) -> list[Item]:
    """The parts of a line of a letterhead whose two columns were read as one."""
    if isinstance(item, Grid):
        return [item]
    return [*cut_line(item, [found.end() for found in _BESIDE.finditer(item.text)])]


def is_layout(table: TableRead) -> bool:
    """Whether a table only puts texts side by side: a letterhead, *Nơi nhận* beside the signature."""
    text = fold(" ".join(cell.text for row in table.rows for cell in row.cells))
    if len(table.rows) <= 4 and _LAYOUT.search(text):
        return True
    if table.columns == 1:
        return True
    return not table.bordered and read_head(table) is None


def layout_cells(table: TableRead) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of each column from top to bottom, the columns from left to right."""
    for column in range(table.columns):
        found = [cell.paragraphs for row in table.rows for cell in row.cells if cell.column == column]
        if paragraphs := tuple(one for cell in found for one in cell if one.printed.strip()):
            yield paragraphs


def _lines(paragraph: Paragraph, place: int) -> Iterator[Line]:
    text = paragraph.printed.replace("\t", " ")
    shift = len(paragraph.printed) - len(paragraph.text)
    start = 0
    for end in [*_breaks(text, paragraph.centred), len(text)]:
        piece = text[start:end]
        words = " ".join(piece.split())
        if words:
            doubts = tuple(
                _moved(piece, mark.start + shift - start, mark.end + shift - start) for mark in paragraph.doubts
            )
            yield Line(
                words,
                place,
                paragraph.page,
                paragraph.bold,
                paragraph.italic,
                paragraph.centred,
                paragraph.heading,
                doubts=tuple(doubt for doubt in doubts if doubt[0] < doubt[1]),
            )
        start = end


def _moved(piece: str, start: int, end: int) -> tuple[int, int]:
    """Where ``piece[start:end]`` stands once each run of blanks is one."""
    return _place(piece, start), _place(piece, end)


def _place(piece: str, at: int) -> int:
    return len(" ".join(f"{piece[: max(at, 0)]}x".split())) - 1


def _breaks(text: str, centred: bool) -> Iterator[int]:
    """Where the author of a paragraph broke it into lines of their own, not only because a line was full."""
    for found in re.finditer(r"\s*\n\s*", text):
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        after = text[found.end() : (text + "\n").find("\n", found.end())]
        if centred or _parted(before, after):
            yield found.end()


def _parted(before: str, after: str) -> bool:
    if read_marker(after) or _ENDS.search(before) or before.isupper() != after.isupper():
        return True
    return len(before) < _WRAPPED and not after[:1].islower()


def join_lines(lines: Iterable[Line]) -> Line:
    """One line of several that belong together."""
    first, *others = lines
    for other in others:
        shift = len(first.text) + 1
        moved = tuple((start + shift, end + shift) for start, end in other.doubts)
        first = replace(first, text=f"{first.text} {other.text}", doubts=(*first.doubts, *moved))
    return first


def cut_line(line: Line, at: Iterable[int]) -> list[Line]:
    """``line`` cut before each of the positions ``at``."""
    edges = [0, *at, len(line.text)]
    pieces = []
    for start, end in zip(edges, edges[1:], strict=False):
        text = line.text[start:end].rstrip()
        doubts = tuple((max(s - start, 0), min(e, end) - start) for s, e in line.doubts if s < end and e > start)
        pieces.append(replace(line, text=text, doubts=doubts))
    return pieces
