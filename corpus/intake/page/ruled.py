"""Tables drawn with lines: their cells, merged ones too, and the words in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from corpus.intake.document import Cell, Row, TableRead
from corpus.intake.page.paragraphs import cell_paragraphs
from corpus.intake.page.printed import PrintedPage, Rule, Word, set_in_lines

Box = tuple[float, float, float, float]  # left, top, right, bottom
_NEAR = 3.0  # points; lines of scans waver more
_NEAR_SCANNED = 6.0
_SHORTEST = 6.0  # of a line that can be a side of a cell


@dataclass(frozen=True)
class RuledTable:
    """``rows[y]`` holds the boxes that begin in row y, each with its column, columns and rows."""

    page: int
    lefts: tuple[float, ...]  # edges of the columns
    tops: tuple[float, ...]  # edges of the rows
    table: TableRead

    @property
    def box(self) -> Box:
        return self.lefts[0], self.tops[0], self.lefts[-1], self.tops[-1]


def find_tables(page: PrintedPage, unseen: list[str]) -> tuple[list[RuledTable], list[Word]]:
    """The tables of a page from top to bottom, and the words outside of them."""
    near = _NEAR_SCANNED if page.scanned else _NEAR
    words, tables = list(page.words), list[RuledTable]()
    for cells in _cells(page.rules, near):
        inside, words = _split(words, cells)
        if inside:
            tables.append(_read(cells, inside, page, near, unseen))
    return sorted(tables, key=lambda one: one.tops[0]), words


def _cells(rules: Iterable[Rule], near: float) -> list[list[Box]]:
    """Boxes of each table that has at least two columns."""
    edges = merge_edges([_edge(rule) for rule in rules if _length(rule) >= _SHORTEST], near, near, near, near)
    boxes = intersections_to_cells(edges_to_intersections(edges, near, near))
    tables: list[list[Box]] = cells_to_tables(
        [box for box in boxes if box[2] - box[0] > near and box[3] - box[1] > near]
    )
    return [cells for cells in tables if len({round(box[0] / near) for box in cells}) > 1]


def _length(rule: Rule) -> float:
    return max(rule.right - rule.left, rule.bottom - rule.top)


def _edge(rule: Rule) -> dict[str, Any]:
    """As pdfplumber describes one: level edges have one height, upright ones one place."""
    middle = (rule.top + rule.bottom) / 2 if rule.level else (rule.left + rule.right) / 2
    if rule.level:
        return {"orientation": "h", "x0": rule.left, "x1": rule.right, "top": middle, "bottom": middle}
    return {"orientation": "v", "x0": middle, "x1": middle, "top": rule.top, "bottom": rule.bottom}


def _split(words: Sequence[Word], cells: Sequence[Box]) -> tuple[list[Word], list[Word]]:
    left, top = min(box[0] for box in cells), min(box[1] for box in cells)
    right, bottom = max(box[2] for box in cells), max(box[3] for box in cells)
    inside = [word for word in words if left <= word.middle <= right and top <= word.height <= bottom]
    kept = set(map(id, inside))
    return inside, [word for word in words if id(word) not in kept]


def _read(cells: Sequence[Box], words: list[Word], page: PrintedPage, near: float, unseen: list[str]) -> RuledTable:
    lefts = _edges([value for box in cells for value in (box[0], box[2])], near)
    tops = _edges([value for box in cells for value in (box[1], box[3])], near)
    rows: list[list[Cell]] = [[] for _ in tops[1:]]
    left_over = dict(enumerate(words))
    for box in sorted(cells, key=lambda one: (one[1], one[0])):
        taken = [at for at, word in left_over.items() if _within(word, box)]
        lines = set_in_lines((left_over.pop(at) for at in taken), page.number)
        column, across = _place(lefts, box[0], box[2])
        row, down = _place(tops, box[1], box[3])
        paragraphs = cell_paragraphs(lines, box[0], box[2], unseen)
        rows[row].append(Cell(paragraphs, column, across, down))
    read = tuple(Row(tuple(row), page.number) for row in rows)
    table = TableRead(tuple(row for row in read), len(lefts) - 1)
    return RuledTable(page.number, tuple(lefts), tuple(tops), table)


def _within(word: Word, box: Box) -> bool:
    return box[0] <= word.middle <= box[2] and box[1] <= word.height <= box[3]


def _edges(values: Iterable[float], near: float) -> list[float]:
    """Distinct edges: values closer than ``near`` are one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > near:
            edges.append(value)
    return edges


def _place(edges: Sequence[float], start: float, end: float) -> tuple[int, int]:
    """Index of the edge nearest to ``start``, and how many steps of the grid lead to ``end``."""
    first = min(range(len(edges)), key=lambda at: abs(edges[at] - start))
    last = min(range(len(edges)), key=lambda at: abs(edges[at] - end))
    return min(first, len(edges) - 2), max(1, last - first)
