"""What a rule finds odd in the words of a plan: a note that a machine writes, beside those of editors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model import Plan
from corpus.problem import Problem
from corpus.schema import Note
from corpus.vocabulary import Certainty, Dismissed, NoteKind
from corpus.work.dismissed import is_dismissed


@dataclass(frozen=True)
class Oddity:
    """An oddity at ``quote`` in the passage (``at``, ``field``); same words as an editor's ``Note``.

    Of an oddity of numbering, the printed number is the quote.
    """

    plan: str
    at: str
    field: str
    quote: str
    kind: NoteKind
    problem: str
    meant: str | None
    certainty: Certainty
    line: int
    by: str = "machine"


def is_covered(finding: Oddity, plan: Plan) -> bool:
    """Whether an editor's note already speaks of the same place."""
    return any(_covers(note, finding, plan) for note in plan.meta.notes if note.at == finding.at)


def _covers(note: Note, finding: Oddity, plan: Plan) -> bool:
    if note.kind is finding.kind or finding.quote in note.quote or note.quote in finding.quote:
        return True
    texts = (p.text for p in plan.passages if (p.anchor, p.field) == (finding.at, finding.field))
    for text in texts:
        first, second = text.find(note.quote), text.find(finding.quote)
        if min(first, second) >= 0 and first < second + len(finding.quote) and second < first + len(note.quote):
            return True
    return False


def uncovered(findings: Iterable[Oddity], plan: Plan) -> tuple[Oddity, ...]:
    """The findings in ``plan`` that no editor's note covers and nobody dismissed, in the order of the text, each once."""
    order = {anchor: place for place, anchor in enumerate(plan.ancestors)}
    found = {
        finding
        for finding in findings
        if not is_covered(finding, plan) and not is_dismissed(plan, Dismissed.FINDING, finding.at, finding.quote)
    }
    return tuple(sorted(found, key=lambda f: (order.get(f.at, len(order)), f.line, f.kind, f.quote, f.problem)))


def as_problem(finding: Oddity, path: str) -> Problem:
    """The finding as a warning for the person who enters the plan."""
    meant = f" (có lẽ là '{finding.meant}')" if finding.meant else ""
    must = f"chỗ đáng ngờ (chép nhầm thì sửa, in đúng vậy thì ghi chú): {finding.problem.rstrip('.')}{meant}"
    return Problem(path, finding.line, must, finding.quote, "warning")
