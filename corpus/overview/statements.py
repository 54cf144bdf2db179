"""What a plan says, one statement after the other: its clauses and the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.language.folding import fold
from corpus.model import Clause, Plan, Row
from corpus.vocabulary import RowSort

# What every document has in words of its own is not compared; neither is the table itself, but its rows.
FORMAL = frozenset({"letterhead", "recipients", "recipient", "signature"})
_HEADINGS = frozenset({"part", "heading"})
_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 10_000  # statements: a plan is set beside two others, and two beside it
_SHORT_HEADING = 90  # characters; a clause with others below it that says no more than a name heads them


@dataclass(frozen=True)
class Statement:
    """A clause, or a row of a table, as far as it says something by itself.

    ``above`` are the addresses of the clauses that it stands under, the document's part first. ``said`` is what it is
    paired by: of a row its task without the details.
    """

    anchor: str
    text: str
    above: tuple[str, ...]
    said: str
    is_heading: bool = False
    is_title: bool = False
    is_row: bool = False

    @property
    def part(self) -> str:
        """The address of the document's part that it stands in: the decision, the plan, a list."""
        return self.above[0] if self.above else self.anchor


@lru_cache(_REMEMBERED)
def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text`` without marks and capitals, as statements are compared by."""
    return tuple(_WORD.findall(fold(text)))


def statements(plan: Plan) -> tuple[Statement, ...]:
    """What ``plan`` says, in the order of its text."""
    return tuple(one for clause in plan.clauses for one in _statements(plan, clause, ()))


def _statements(plan: Plan, clause: Clause, above: tuple[str, ...]) -> Iterator[Statement]:
    if clause.kind in FORMAL:
        return
    if clause.kind == "table":
        rows = plan.table[clause.anchor].rows if clause.anchor in plan.table else ()
        yield from (statement for row in rows if (statement := _of_row(row, above)))
        return
    if clause.text:
        heads = clause.kind in _HEADINGS or bool(clause.children) and len(clause.text) < _SHORT_HEADING
        yield Statement(clause.anchor, clause.text, above, clause.text, heads, clause.kind == "title")
    for child in clause.children:
        yield from _statements(plan, child, (*above, clause.anchor))


def _of_row(row: Row, above: tuple[str, ...]) -> Statement | None:
    """What a row of a table states: its task with the details, or all that it prints; None for a head printed again."""
    cells = {cell.field: cell.text for cell in row.printed if cell.text}
    if row.sort is RowSort.HEAD or not cells:
        return None
    said = cells.get("title", " ".join(cells.values()))
    text = "\n".join(cells[name] for name in ("title", "detail") if name in cells) or said
    return Statement(row.anchor, text, above, said, is_row=True)
