"""Tables that go on over pages, as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.intake.document import Cell, Join, LeftOut, Paragraph, Row, TableRead
from corpus.intake.markers import begins_small
from corpus.intake.page.ruled import RuledTable

_NEAR = 8.0  # points between edges of the same column on two pages
# What a figure or a quarter must follow.
_WANTS_FIGURE = re.compile(r"(?:[-–/]|(?<!\w)(?:số|ngày|tháng|năm|quý|từ|đến|trước))$", re.IGNORECASE)
_UNENDED = re.compile(r"[^.;:!?…]$")
HEAD_AGAIN = "đầu bảng in lại ở trang sau"


@dataclass(frozen=True)
class Joined:
    table: RuledTable
    left_out: tuple[LeftOut, ...] = ()


def goes_on(upper: RuledTable, lower: RuledTable) -> bool:
    """Whether ``lower``, the first thing on the next page, has the columns of ``upper``."""
    same = len(upper.lefts) == len(lower.lefts)
    return same and all(abs(one - other) < _NEAR for one, other in zip(upper.lefts, lower.lefts, strict=True))


def join(upper: RuledTable, lower: RuledTable) -> Joined:
    rows, left_out = _without_head(upper.table, lower.table, lower.page)
    above = list(upper.table.rows)
    if above and rows and _is_rest(above[-1], rows[0], upper.table.columns):
        above[-1], rows = _put_together(above[-1], rows[0]), rows[1:]
    table = replace(upper.table, rows=(*above, *rows))
    return Joined(replace(upper, page=lower.page, tops=lower.tops, table=table), left_out)


def _text(row: Row) -> str:
    return " ".join(" ".join(cell.text.split()) for cell in row.cells)


def _without_head(upper: TableRead, lower: TableRead, page: int) -> tuple[tuple[Row, ...], tuple[LeftOut, ...]]:
    """The rows of ``lower`` after those at its top that ``upper`` begins with too."""
    count = 0
    while count < min(len(upper.rows), len(lower.rows)) and _same_head(upper.rows[count], lower.rows[count]):
        count += 1
    again = lower.rows[:count]
    return lower.rows[count:], tuple(LeftOut(_text(row), HEAD_AGAIN, page) for row in again if _text(row).strip())


def _same_head(one: Row, other: Row) -> bool:
    return _text(one) == _text(other) and bool(_text(one).strip())


def _is_rest(above: Row, row: Row, columns: int) -> bool:
    """Whether ``row`` holds what of the row ``above`` did not fit on its page.

    Its first cell is empty; it fills only cells that are filled above; and one of them goes on in the middle of a
    sentence, or most are done.
    """
    first = {cell.column: cell for cell in row.cells if cell.text.strip()}
    filled = {cell.column: cell for cell in above.cells if cell.text.strip()}
    if not first or 0 in first or len(row.cells) != columns or not first.keys() <= filled.keys():
        return False
    broken = any(_breaks_off(filled[at].text, cell.text) for at, cell in first.items())
    return broken or 2 * len(first) < len(filled)


def _breaks_off(above: str, rest: str) -> bool:
    """Whether ``rest`` goes on with the sentence or the time (*Tháng / 02/2026*) that ``above`` ends in the middle of."""
    return bool(_UNENDED.search(above)) and (begins_small(rest) or bool(_WANTS_FIGURE.search(above)))


def _put_together(above: Row, rest: Row) -> Row:
    more = {cell.column: cell.paragraphs for cell in rest.cells}
    cells = (replace(cell, paragraphs=_run_on(cell.paragraphs, more.get(cell.column, ()))) for cell in above.cells)
    return replace(above, cells=tuple(cells), joined=True)


def _run_on(upper: Sequence[Paragraph], lower: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs of both parts; a sentence cut in two is one paragraph again."""
    if not upper or not lower or not _breaks_off(upper[-1].text, lower[0].text):
        return (*upper, *lower)
    first, second = upper[-1], lower[0]
    at = len(first.text) + 1
    whole = replace(
        first,
        text=f"{first.text} {second.text}",
        marks=(*first.marks, *(replace(one, start=one.start + at, end=one.end + at) for one in second.marks)),
        joins=(*first.joins, Join("page", at), *(replace(one, at=one.at + at) for one in second.joins)),
    )
    return (*upper[:-1], whole, *lower[1:])


def cell_at(row: Row, column: int) -> Cell | None:
    return next((cell for cell in row.cells if cell.column == column), None)
