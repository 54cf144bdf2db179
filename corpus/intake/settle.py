"""What tabs and wide gaps set beside each other, as the tables that a reader sees; paragraphs without spare blanks.

For formats in which text flows: on a page of a PDF the places of the words say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.intake.document import Block, Cell, Paragraph, Row, TableRead
from corpus.intake.writing import cut, without_tabs
from corpus.language.folding import fold

_BESIDE = re.compile(r"\t+")
_COUNTRY = re.compile(r"cong hoa xa hoi chu nghia|dang cong san viet nam|doc lap\s*-\s*tu do")
_RECIPIENTS = re.compile(r"\s*noi (?:nhan|gui)\b")
_LONGEST_SIDE = 90  # letters of a line in a column
_MOST_LINES = 25  # of a letterhead, or of recipients beside a signature
_FEWEST_ROWS = 2


def settle(blocks: Iterable[Block]) -> tuple[Block, ...]:
    shown = [block for block in blocks if not isinstance(block, Paragraph) or block.printed.strip()]
    return tuple(_settled(shown))


def _settled(blocks: Sequence[Block]) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        end = _beside(blocks, at) or _rows(blocks, at)
        lines = [block for block in blocks[at:end] if isinstance(block, Paragraph)]
        if end > at:
            yield _two_columns(lines) if _beside(blocks, at) else _table(lines)
            at = end
            continue
        yield _tidy(blocks[at])
        at += 1


def _tidy(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return without_tabs(block)
    rows = (replace(row, cells=tuple(_tidy_cell(cell) for cell in row.cells)) for row in block.rows)
    return replace(block, rows=tuple(rows))


def _tidy_cell(cell: Cell) -> Cell:
    return replace(cell, paragraphs=tuple(map(without_tabs, cell.paragraphs)))


def _beside(blocks: Sequence[Block], start: int) -> int:
    """End of the letterhead, or of recipients and signature, that begins at ``start`` in two columns; 0 for none."""
    last, anchor = 0, ""
    for at, block in enumerate(blocks[start : start + _MOST_LINES], start):
        if not isinstance(block, Paragraph) or block.centred:
            break
        left, right = _sides(block)
        found = _anchor(left, right)
        if max(len(left), len(right)) > _LONGEST_SIDE or (at == start and not (left and right)):
            break
        if found and anchor and found != anchor:
            break
        anchor = anchor or found
        if right or (last and anchor and _is_dashed(block)):
            last = at + 1
        elif not _is_dashed(block) and len(left) > _LONGEST_SIDE // 2:
            break
    return last if anchor and last > start + 1 else 0


def _anchor(left: str, right: str) -> str:
    """What a line shows its region to be: ``letterhead``, ``closing`` or nothing."""
    if _COUNTRY.search(fold(right)):
        return "letterhead"
    return "closing" if _RECIPIENTS.match(fold(left)) else ""


def _is_dashed(paragraph: Paragraph) -> bool:
    return paragraph.printed.lstrip().startswith(("-", "–", "+"))


def _sides(paragraph: Paragraph) -> tuple[str, str]:
    left, *rest = _BESIDE.split(paragraph.text)
    return left.strip(), " ".join(rest).strip()


def _two_columns(lines: Sequence[Paragraph]) -> TableRead:
    left, right = list[Paragraph](), list[Paragraph]()
    for line in lines:
        gap = _BESIDE.search(line.text)
        middle = gap.start() if gap else len(line.text)
        left.append(cut(line, 0, middle))
        right.append(without_tabs(replace(cut(line, middle, len(line.text)), label="")))
    sides = (tuple(one for one in side if one.printed) for side in (left, right))
    row = Row(tuple(Cell(side, column) for column, side in enumerate(sides)), page=lines[0].page)
    return TableRead((row,), 2, bordered=False)


def _rows(blocks: Sequence[Block], start: int) -> int:
    """End of the table set with tabs that begins at ``start``; 0 where none does."""
    end = start
    while end < len(blocks) and isinstance(line := blocks[end], Paragraph) and "\t" in line.text.strip():
        end += 1
    wide = sum(_columns(line) > 2 for line in blocks[start:end] if isinstance(line, Paragraph))
    return end if wide >= _FEWEST_ROWS else 0


def _columns(line: Paragraph) -> int:
    return line.text.rstrip().count("\t") + 1


def _table(lines: Sequence[Paragraph]) -> TableRead:
    """One row a line; its cells are those that the tabs part, empty ones too."""
    rows = tuple(Row(tuple(_cells(line)), page=line.page) for line in lines)
    return TableRead(rows, max(map(_columns, lines)), bordered=False)


def _cells(line: Paragraph) -> Iterator[Cell]:
    edges = [-1, *(at for at, char in enumerate(line.text) if char == "\t"), len(line.text)]
    for column, (start, end) in enumerate(pairwise(edges)):
        piece = cut(line, start + 1, end)
        yield Cell((piece,) if piece.text else (), column)
