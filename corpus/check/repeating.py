"""Leftovers: a clause printed twice among its siblings, and years of another plan in the annex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Indel

from corpus.check.oddity import Oddity
from corpus.language.folding import fold
from corpus.model import Cell, Clause, Plan, Row
from corpus.vocabulary import Certainty, NoteKind

_LONG = 6  # words from which equal clauses are no coincidence
_ALIKE = 0.93  # part of the letters that two clauses saying the same have in common
_YEAR = re.compile(r"(?:(?<=/)|(?<=[Nn]ăm ))(?:19|20)\d\d(?!\d)")


def find_repeating(plan: Plan) -> Iterator[Oddity]:
    """Every leftover of one plan."""
    yield from find_repeated_clauses(plan)
    yield from find_other_years(plan)


def find_repeated_clauses(plan: Plan) -> Iterator[Oddity]:
    """A clause that says, in nearly the same words, what a clause before it under the same parent said."""
    for parent in plan.walk():
        before: list[tuple[str, Clause]] = []
        for clause in parent.children:
            words = fold(clause.text)
            if len(words.split()) < _LONG or clause.kind not in ("point", "item", "clause", "paragraph"):
                continue
            twin = next((other for said, other in before if _alike(words, said)), None)
            if twin:
                yield _repeated(plan, clause, twin)
            before.append((words, clause))


def _alike(one: str, other: str) -> bool:
    return Indel.normalized_similarity(one, other, score_cutoff=_ALIKE) > 0


def _repeated(plan: Plan, clause: Clause, twin: Clause) -> Oddity:
    same = "nguyên văn" if clause.text == twin.text else "gần nguyên văn"
    said = f"điểm {twin.number}" if twin.number else "ý đứng trước"
    problem = f"Nội dung lặp lại {same} {said}."
    quote = re.match(r"(?:\S+\s+){0,11}\S+", clause.text)[0]
    certain = Certainty.PROBABLE
    return Oddity(plan.id, clause.anchor, "text", quote, NoteKind.TEMPLATE, problem, None, certain, clause.line)


def find_other_years(plan: Plan) -> Iterator[Oddity]:
    """A task whose time, or whose title, names only years before the plan's own."""
    for row in plan.rows:
        for cell in row.cells:
            if cell.field in ("title", "time") and (match := _earlier_year(cell, plan.meta.year)):
                yield _other_year(plan, row, cell, match)


def _earlier_year(cell: Cell, year: int) -> re.Match[str] | None:
    years = list(_YEAR.finditer(cell.text))
    return years[0] if years and all(int(match[0]) < year for match in years) else None


def _other_year(plan: Plan, row: Row, cell: Cell, match: re.Match[str]) -> Oddity:
    problem = f"Kế hoạch của năm {plan.meta.year} nhưng nhiệm vụ ghi năm {match[0]}."
    certainty = Certainty.PROBABLE if cell.field == "time" else Certainty.POSSIBLE
    return Oddity(plan.id, row.anchor, cell.field, match[0], NoteKind.DATE, problem, None, certainty, cell.line)
