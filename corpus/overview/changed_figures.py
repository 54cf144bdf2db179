"""Numbers and indices that differ where a later plan takes up a statement of an earlier one: "06 cuộc", then "02 cuộc"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.grouping import group
from corpus.language.folding import fold
from corpus.link import PlanRecord
from corpus.overview.comparison import Compared, Comparison
from corpus.overview.statements import Statement
from corpus.schema import Term
from corpus.times.calendar_words import find_spans

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
    known = tuple(terms)
    found: list[FigureChange] = []
    for row in comparison.rows:
        if row.before and row.after:
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
    times = [(span.at, span.until) for span in find_spans(text)]
    counted = (
        (fold(found["word"]), found[0])
        for found in _COUNTED.finditer(text)
        if not any(at < found.end("number") and found.start() < until for at, until in times)
    )
    return {word: [printed for _, printed in pairs] for word, pairs in group(counted, lambda pair: pair[0]).items()}


def _value(printed: str) -> float:
    number = re.match(r"[\d.,]+", printed)
    assert number
    return float(number[0].replace(".", "").replace(",", "."))


def _indices(row: Compared, terms: tuple[Term, ...]) -> Iterator[FigureChange]:
    assert row.before and row.after
    old, new = _named(row.before.text, terms), _named(row.after.text, terms)
    gone = [term for term in old if term not in new]
    come = [term for term in new if term not in old]
    for later in come:
        alike = [one for one in gone if old[one] == new[later]]
        if len(alike) == 1 and len([one for one in come if new[one] == new[later]]) == 1:
            yield FigureChange(row, alike[0], later)


def _named(text: str, terms: tuple[Term, ...]) -> dict[str, str]:
    """The glossary's short forms that ``text`` prints, each with the noun that its words begin with."""
    folded = fold(text)
    return {
        term.term: " ".join(fold(term.meaning).split()[:2])
        for term in terms
        if any(re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded) for name in (term.term, *term.aliases))
    }
