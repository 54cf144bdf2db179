"""Printed pages as one document: tables, letterheads, paragraphs, each in its place and over pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.intake.document import Block, LeftOut
from corpus.intake.page.columns import Beside, find_beside
from corpus.intake.page.over_pages import goes_on, join
from corpus.intake.page.paragraphs import Measure, put_together
from corpus.intake.page.printed import Line, PrintedPage, Word, set_in_lines
from corpus.intake.page.ruled import RuledTable, find_tables
from corpus.intake.page.running import without_running

Piece = Line | RuledTable | Beside


@dataclass
class Laid:
    """Blocks in reading order and what was left out."""

    blocks: list[Block] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)


def lay_out(pages: Sequence[PrintedPage]) -> Laid:
    laid = Laid()
    found = [find_tables(page, laid.unseen) for page in pages]
    words, laid.left_out = without_running(pages, [outside for _, outside in found])
    pieces = [
        piece
        for page, (tables, _), some in zip(pages, found, words, strict=True)
        for piece in _in_order(page, tables, some)
    ]
    pieces = _columns_over_pages(pieces, {page.number: page.width for page in pages})
    laid.blocks = list(_blocks(_joined(pieces, laid.left_out), laid.unseen))
    return laid


def _in_order(page: PrintedPage, tables: Sequence[RuledTable], words: Sequence[Word]) -> list[Piece]:
    """The pieces of one page from top to bottom."""
    lines = set_in_lines(words, page.number)
    placed: list[tuple[float, Piece]] = [(table.tops[0], table) for table in tables]
    at = 0
    for beside in find_beside(lines, page.width):
        placed += [(line.top, line) for line in lines[at : beside.start]]
        placed.append((lines[beside.start].top, beside))
        at = beside.end
    placed += [(line.top, line) for line in lines[at:]]
    return [piece for _, piece in sorted(placed, key=lambda one: one[0])]


def _columns_over_pages(pieces: Sequence[Piece], widths: dict[int, float]) -> list[Piece]:
    """Recipients and signature that end on the page after that on which they begin, in one."""
    joined: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if isinstance(piece, Beside) and piece.closing:
            # A page that lies the other way begins an annex.
            follows = widths.get(piece.page + 1) == widths[piece.page]
            below = _next_page(pieces[at:], piece.page + 1) if follows else []
            piece, taken = piece.over_page(below, widths[piece.page])
            at += taken
        joined.append(piece)
    return joined


def _next_page(pieces: Sequence[Piece], number: int) -> list[Line]:
    """The lines that the page ``number`` begins with, where it is the next one of ``pieces``."""
    lines: list[Line] = []
    for piece in pieces:
        if not isinstance(piece, Line) or piece.page != number:
            break
        lines.append(piece)
    return lines


def _joined(pieces: Sequence[Piece], left_out: list[LeftOut]) -> Iterator[Piece]:
    """Pieces with each table that goes on over pages made one."""
    held: RuledTable | None = None
    for piece in pieces:
        follows = isinstance(piece, RuledTable) and held is not None and piece.page == held.page + 1
        if follows and isinstance(piece, RuledTable) and held is not None and goes_on(held, piece):
            joined = join(held, piece)
            left_out += joined.left_out
            held = joined.table
            continue
        if held is not None:
            yield held
        held = piece if isinstance(piece, RuledTable) else None
        if held is None:
            yield piece
    if held is not None:
        yield held


def _blocks(pieces: Iterator[Piece], unseen: list[str]) -> Iterator[Block]:
    """Lines that follow each other become paragraphs, measured by all lines in columns of the same place."""
    everything = list(pieces)
    measures = _measures([piece for piece in everything if isinstance(piece, Line)])
    run: list[Line] = []
    for piece in everything:
        if isinstance(piece, Line) and (not run or measures[run[-1].page] == measures[piece.page]):
            run.append(piece)
            continue
        yield from _written(run, measures, unseen)
        run = [piece] if isinstance(piece, Line) else []
        if not isinstance(piece, Line):
            yield piece.table if isinstance(piece, RuledTable) else piece.table(unseen)
    yield from _written(run, measures, unseen)


def _written(run: Sequence[Line], measures: dict[int, Measure], unseen: list[str]) -> Iterator[Block]:
    if run:
        yield from put_together(run, measures[run[0].page], unseen)


def _measures(lines: Sequence[Line]) -> dict[int, Measure]:
    """The column of each page; pages whose own columns agree share one."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    return _shared(by_page)


def _shared(by_page: dict[int, list[Line]]) -> dict[int, Measure]:
    """Pages are measured together as long as their widest lines fit each other; a wide page begins anew."""
    measures, group = dict[int, Measure](), list[int]()
    for page in [*by_page, None]:
        if page is not None and (not group or _alike(by_page[group[-1]], by_page[page])):
            group.append(page)
            continue
        measure = Measure.of([line for one in group for line in by_page[one]]) if group else None
        measures.update(dict.fromkeys(group, measure) if measure else {})
        group = [page] if page is not None else []
    return measures


def _alike(one: Sequence[Line], other: Sequence[Line]) -> bool:
    return abs(max(line.right for line in one) - max(line.right for line in other)) < 60
