"""Words as Markdown (CommonMark) that means just these words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.addresses import relative
from corpus.model import Clause, Plan, PrintedTable, Row
from corpus.vocabulary import RowSort

_SIGNS = re.compile(r"([\\`*_\[\]<>|~#$])")
_AMPERSAND = re.compile(r"&(?=[#\w]+;)")  # would begin a reference to a sign
_AT_START = re.compile(r"^(\s*)([-+=])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_LAST_HEADING = 6


def words(text: str) -> str:
    r"""``text`` with every sign that Markdown reads made a plain sign; printed ends of lines stay.

    >>> words("1. *Sở* A_B")
    '1\\. \\*Sở\\* A\\_B'
    """
    plain = _AMPERSAND.sub(r"\\&", _SIGNS.sub(r"\\\1", text))
    plain = _NUMBERED.sub(r"\1\\\2", _AT_START.sub(r"\1\\\2", plain))
    return plain.replace("\n", "\\\n")


def line(text: str) -> str:
    """``text`` as one line, for a heading, a link or a cell."""
    return words(" ".join(text.split()))


def link(text: str, source: str, target: str) -> str:
    """A link from the file at ``source`` to ``target``, both relative to the site's root."""
    return f"[{line(text)}]({relative(source, target)})"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table as many programs read it (GitHub Flavored Markdown); cells are Markdown already."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def plan_text(plan: Plan) -> Iterator[str]:
    """The text of a plan, block by block; behind each the address of its clause on the page."""
    for clause in plan.clauses:
        yield from _clause(plan, clause, 2)


def _clause(plan: Plan, clause: Clause, level: int) -> Iterator[str]:
    headed = clause.kind in ("part", "heading")
    if clause.kind == "table":
        yield _printed_table(plan.table[clause.anchor])
    elif headed:
        yield f"{'#' * min(level, _LAST_HEADING)} {line(f'{clause.marker} {clause.text}')} {_place(clause.anchor)}"
    elif clause.text:
        yield f"{words(f'{clause.marker} {clause.text}'.strip())} {_place(clause.anchor)}"
    for child in clause.children:
        yield from _clause(plan, child, level + headed)


def _place(anchor: str) -> str:
    return f"[¶](./#{anchor})"


def _printed_table(printed: PrintedTable) -> str:
    heads = [line(column.name) or " " for column in printed.columns]
    return table([*heads, ""], ([*_cells(printed, row), _place(row.anchor)] for row in printed.rows))


def _cells(printed: PrintedTable, row: Row) -> Iterator[str]:
    if row.sort is RowSort.GROUP:
        yield _cell(row, *(cell.field for cell in row.cells))
        yield from [""] * (len(printed.columns) - 1)
        return
    for column in printed.columns:
        yield _cell(row, *(("title", "detail") if column.field == "title" else (column.field,)))


def _cell(row: Row, *names: str) -> str:
    found = (cell.text for cell in row.cells if cell.field in names and cell.text)
    return "<br>".join(line(part) for text in found for part in text.split("\n"))
