"""Leftovers: a clause printed twice among its siblings, and years of another plan in a table of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Indel

from corpus.check.oddity import Oddity
from corpus.language.folding import fold
from corpus.model import Cell, Citation, Clause, Plan, Row
from corpus.vocabulary import Certainty, NoteKind, RowSort
from corpus.work.labels import opens_with_label

_LONG = 6  # words from which equal clauses are no coincidence
_ALIKE = 0.93  # part of the letters that two clauses saying the same have in common
_LOOKS_BACK = re.compile(
    r"(?:báo cáo|tổng kết|sơ kết|đánh giá|tổng hợp|quyết toán|công bố|khen thưởng|rà soát)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:(?<=/)|(?<=[Nn]ăm ))(?:19|20)\d\d(?!\d)")


def find_repeating(plan: Plan, citations: Iterable[Citation]) -> Iterator[Oddity]:
    """Every leftover of one plan; ``citations`` are those found in it."""
    yield from find_repeated_clauses(plan)
    yield from find_other_years(plan, citations)


def find_repeated_clauses(plan: Plan) -> Iterator[Oddity]:
    """A clause that says, in nearly the same words, what a clause before it under the same parent said."""
    for parent in plan.walk():
        before: list[tuple[str, Clause]] = []
        for clause in parent.children:
            words = fold(clause.text)
            if len(words.split()) < _LONG or clause.kind not in ("point", "item", "clause", "paragraph"):
                continue
            if opens_with_label(clause.text):
                continue  # "Cơ quan chủ trì: …" stands under every task
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
    quote = " ".join(clause.text.split(" ")[:12])
    certain = Certainty.PROBABLE
    return Oddity(plan.id, clause.anchor, "text", quote, NoteKind.TEMPLATE, problem, None, certain, clause.line)


def find_other_years(plan: Plan, citations: Iterable[Citation]) -> Iterator[Oddity]:
    """A task whose time, or whose title, names only years before those of the plan.

    The years of what it cites are not its own, nor is the year that it looks back on.
    """
    cited: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        cited.setdefault((citation.anchor, citation.field), []).append(citation)
    for row in plan.rows:
        for cell in row.printed if row.sort is RowSort.TASK else ():
            if cell.field not in ("title", "time") or _LOOKS_BACK.match(cell.text):
                continue
            if match := _earlier_year(cell, cited.get((row.anchor, cell.field), ()), plan.period[0]):
                yield _other_year(plan, row, cell, match)


def _earlier_year(cell: Cell, cited: Iterable[Citation], year: int) -> re.Match[str] | None:
    text = cell.text
    for one in cited:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    years = list(_YEAR.finditer(text))
    return years[0] if years and all(int(match[0]) < year for match in years) else None


def _other_year(plan: Plan, row: Row, cell: Cell, match: re.Match[str]) -> Oddity:
    problem = f"Kế hoạch của năm {plan.meta.year} nhưng nhiệm vụ ghi năm {match[0]}."
    certainty = Certainty.PROBABLE if cell.field == "time" else Certainty.POSSIBLE
    return Oddity(plan.id, row.anchor, cell.field, match[0], NoteKind.DATE, problem, None, certainty, cell.line)
