"""Tables of Word, merged cells as they are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from corpus.intake.document import Block, Cell, Paragraph, Row, TableRead
from corpus.intake.word.package import Element, W, child, number, switch, value
from corpus.intake.word.runs import DELETED, Story
from corpus.intake.word.styles import Styles

ReadBlocks = Callable[[Element], Iterator[Block]]
_THROUGH = {W + name for name in ("sdt", "sdtContent", "customXml", "ins")}
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_NO_LINE = ("", "nil", "none")


@dataclass
class _Cell:
    column: int
    span: int
    blocks: list[Block] = field(default_factory=list)
    rows: int = 1


def read_table(table: Element, story: Story, read_blocks: ReadBlocks) -> Iterator[Block]:
    """The table; of a frame (one cell around text) what stands in it."""
    rows = list[list[_Cell]]()
    shown = list[tuple[int, bool]]()
    for element in _inside(table, "tr"):
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            story.changed = True
            story.leave_out(" ".join(one.text or "" for one in element.iter(W + "t", W + "delText")), DELETED)
            continue
        page = story.page
        rows.append(_read_row(element, rows, read_blocks))
        shown.append((page, bool(switch(properties, "tblHeader"))))
    cells = [cell for row in rows for cell in row]
    if len(cells) == 1:
        yield from cells[0].blocks
    elif any(cell.blocks for cell in cells):
        read = tuple(Row(tuple(map(_cell, row)), page, head) for row, (page, head) in zip(rows, shown, strict=True))
        yield TableRead(read, max(cell.column + cell.span for cell in cells), _is_bordered(table, story.styles))


def _read_row(element: Element, above: list[list[_Cell]], read_blocks: ReadBlocks) -> list[_Cell]:
    column = number(value(child(element, "trPr"), "gridBefore"))
    cells = list[_Cell]()
    for item in _inside(element, "tc"):
        properties = child(item, "tcPr")
        span = max(1, number(value(properties, "gridSpan"), 1))
        blocks = list(read_blocks(item))
        upper = _reaching_down(above, column) if _goes_on(properties, "vMerge") else None
        if upper is not None:
            upper.rows += 1
            upper.blocks += blocks
        elif cells and _goes_on(properties, "hMerge"):
            cells[-1].span += span
            cells[-1].blocks += blocks
        else:
            cells.append(_Cell(column, span, blocks))
        column += span
    return cells


def _goes_on(properties: Element | None, name: str) -> bool:
    """Whether the cell is the lower (vMerge) or right (hMerge) part of a merged one."""
    return value(properties, name) in ("", "continue")


def _reaching_down(above: list[list[_Cell]], column: int) -> _Cell | None:
    """The cell of the rows ``above`` that begins in ``column`` and reaches to the last of them."""
    for distance, row in enumerate(reversed(above), 1):
        for cell in row:
            if cell.column == column:
                return cell if cell.rows >= distance else None
    return None


def _cell(cell: _Cell) -> Cell:
    return Cell(tuple(_flat(cell.blocks)), cell.column, cell.span, cell.rows)


def _flat(blocks: list[Block]) -> Iterator[Paragraph]:
    """Paragraphs of a cell; those of a table in it row by row."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (one for row in block.rows for cell in row.cells for one in cell.paragraphs)


def _inside(element: Element, name: str) -> Iterator[Element]:
    for item in element:
        if item.tag == W + name:
            yield item
        elif item.tag in _THROUGH:
            yield from _inside(item, name)


def _is_bordered(table: Element, styles: Styles) -> bool:
    """Whether lines part its cells: said by the table, else by its style, or by most of its cells."""
    properties = child(table, "tblPr")
    cells = [child(child(cell, "tcPr"), "tcBorders") for row in _inside(table, "tr") for cell in _inside(row, "tc")]
    lined = sum(_has_line(borders) for borders in cells)
    if 2 * lined > len(cells):
        return True
    own = child(properties, "tblBorders")
    if own is not None:
        return _has_line(own)
    chain = styles.chain(value(properties, "tblStyle"), "table")
    borders = (child(child(style, "tblPr"), "tblBorders") for style in chain)
    return _has_line(next((one for one in borders if one is not None), None))


def _has_line(borders: Element | None) -> bool:
    """Whether at least two of the sides are drawn: one line alone underlines."""
    drawn = [side for side in _SIDES if (value(borders, side) or "") not in _NO_LINE]
    return len(drawn) >= 2
