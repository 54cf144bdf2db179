"""Numbers and indices that differ where a later plan takes up a statement of an earlier one: "06 cuộc", then "02 cuộc"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.grouping import group
from corpus.language.folding import fold
from corpus.language.patterns import longest_first
from corpus.link import PlanRecord
from corpus.overview.comparison import Compared, Comparison
from corpus.overview.statements import Statement
from corpus.schema import Term
from corpus.times.calendar_words import find_spans
from corpus.vocabulary import ChangeKind

# A number by itself with the word that it counts: not a part of a date, a telephone number, a symbol or a version.
_COUNTED = re.compile(r"(?<![\w/.,:½-])(?P<number>\d{1,6}(?:\.\d{3})*(?:,\d+)?)(?P<blank>\s*)(?P<word>%|[^\W\d_]+)")


@dataclass(frozen=True)
class FigureChange:
    """What ``at`` printed before and prints after, where the rest of the statement stayed: a number, or an index."""

    at: Compared
    before: str
    after: str


def figure_changes(
    comparison: Comparison, before: PlanRecord, after: PlanRecord, terms: Iterable[Term]
) -> tuple[FigureChange, ...]:
    """The figures that changed, in the order of the later plan.

    A number is set beside the one that counts the same thing, where each statement has just one such; an index
    beside the one of the glossary whose words begin alike.
    """
    known = _Terms(terms)
    found: list[FigureChange] = []
    for row in comparison.rows:
        if row.kind is ChangeKind.REWORDED:
            found += _numbers(row, before, after)
            found += _indices(row, known)
    return tuple(found)


def _numbers(row: Compared, before: PlanRecord, after: PlanRecord) -> Iterator[FigureChange]:
    assert row.before and row.after
    old, new = _counted(row.before, before), _counted(row.after, after)
    for word, numbers in new.items():
        earlier = old.get(word, ())
        if len(numbers) == len(earlier) == 1 and _value(numbers[0]) != _value(earlier[0]):
            yield FigureChange(row, earlier[0], numbers[0])


def _counted(statement: Statement, record: PlanRecord) -> dict[str, list[str]]:
    """What ``statement`` counts: the printed numbers by the word after them, those of days and of citations left out."""
    cited = [
        c.text for field in ("text", "title", "detail") for c in record.citations_at.get((statement.anchor, field), ())
    ]
    text = statement.text
    for citation in cited:
        text = text.replace(citation, "\n" * len(citation))
    numbers = list(_COUNTED.finditer(text))
    times = [(span.at, span.until) for span in find_spans(text)] if numbers else []
    counted = (
        (fold(found["word"]), found[0])
        for found in numbers
        if not any(at < found.end("number") and found.start() < until for at, until in times)
    )
    return {word: [printed for _, printed in pairs] for word, pairs in group(counted, lambda pair: pair[0]).items()}


def _value(printed: str) -> float:
    number = re.match(r"[\d.,]+", printed)
    assert number
    return float(number[0].replace(".", "").replace(",", "."))


class _Terms:
    """The glossary's short forms, found in a text in one look."""

    def __init__(self, terms: Iterable[Term]):
        self._by_name = {fold(name): term for term in terms for name in (term.term, *term.aliases)}
        names = "|".join(map(re.escape, longest_first(self._by_name)))
        self._any = re.compile(rf"(?<!\w)(?:{names})(?!\w)") if self._by_name else None

    def named(self, text: str) -> dict[str, str]:
        """The short forms that ``text`` prints, each with the words that its meaning begins with."""
        found = self._any.findall(fold(text)) if self._any else ()
        terms = (self._by_name[name] for name in found)
        return {term.term: " ".join(fold(term.meaning).split()[:2]) for term in terms}


def _indices(row: Compared, terms: _Terms) -> Iterator[FigureChange]:
    assert row.before and row.after
    old, new = terms.named(row.before.text), terms.named(row.after.text)
    gone = [term for term in old if term not in new]
    come = [term for term in new if term not in old]
    for later in come:
        alike = [one for one in gone if old[one] == new[later]]
        if len(alike) == 1 and len([one for one in come if new[one] == new[later]]) == 1:
            yield FigureChange(row, alike[0], later)
