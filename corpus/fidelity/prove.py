"""The proof for one plan, with the figures that its page publishes."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.fidelity.compare import compare
from corpus.fidelity.declare import Declared, apply_differences, count_words, sum_up
from corpus.fidelity.reading import WORD, read_plan_text, read_source
from corpus.model import Plan
from corpus.problem import Problem


@dataclass(frozen=True)
class Fidelity:
    """How a plan's text stands to the file received.

    ``words`` of the plan, of which ``agreeing`` stand in the source as they are shown; ``declared``
    differences by reason; words marked ``uncertain``; ``problems`` are what nobody declared.
    """

    words: int
    agreeing: int
    declared: tuple[Declared, ...]
    uncertain: int
    problems: tuple[Problem, ...]

    @property
    def proved(self) -> bool:
        """Whether every character is accounted for."""
        return not self.problems


def prove(plan: Plan, source_text: str) -> Fidelity:
    """Compare ``plan`` with ``source_text``, the text of the file received."""
    shown = read_plan_text(plan)
    declared = sum_up(plan.meta.differences)
    applied = apply_differences(plan, read_source(source_text), shown)
    compared = compare(applied.source, applied.plan, plan.path, plan.meta.source.file)
    words = count_words(WORD.findall(shown.text))
    added = sum(one.added for one in declared)
    differing = count_words(WORD.findall(applied.plan.text)) - count_words(compared.agreeing)
    return Fidelity(
        words, words - differing - added, declared, count_uncertain(plan), (*applied.problems, *compared.problems)
    )


def count_uncertain(plan: Plan) -> int:
    """Words marked as uncertain readings."""
    marked = (p.text[m.start : m.end] for p in plan.passages for m in p.marks if m.kind == "uncertain")
    return sum(count_words(text.split()) for text in marked)
