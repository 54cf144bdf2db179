"""How one directive is cited over the whole corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.grouping import group
from corpus.model import Citation
from corpus.overview.overview import Overview
from corpus.overview.quotes import Quote, quotes
from corpus.schema import Note
from corpus.vocabulary import NoteKind, Role


@dataclass(frozen=True)
class Doubt:
    """An editor of ``plan`` takes the day at ``anchor`` by which it cites a directive for a slip."""

    plan: str
    anchor: str
    note: Note


@dataclass(frozen=True)
class Citing:
    """The mentions of one directive, newest plan first.

    ``together`` are the directives cited in the same clauses, each with the number of those clauses,
    most first; ``forms`` the ways in which it is printed, each with the number of times, most first.
    """

    citations: tuple[Citation, ...]
    plans: tuple[str, ...]
    years: tuple[int, ...]
    roles: tuple[Role, ...]
    together: tuple[tuple[str, int], ...]
    forms: tuple[tuple[str, int], ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why its mentions resolve to it, or do not."""
        return tuple(sorted({citation.reason for citation in self.citations}))


def trace_citing(directive: str, overview: Overview) -> Citing:
    citations = tuple(overview.citations_of.get(directive, ()))
    plans = tuple(dict.fromkeys(citation.plan for citation in citations))
    used = {citation.own_role for citation in citations}
    forms = Counter(" ".join(citation.text.split()) for citation in citations)
    return Citing(
        citations,
        plans,
        tuple(sorted({overview.corpus.plan[plan].meta.year for plan in plans})),
        tuple(role for role in Role if role in used),
        _together(directive, citations, overview),
        _most_first(forms),
        tuple(_doubts(citations, overview)),
    )


def _doubts(citations: Iterable[Citation], overview: Overview) -> Iterator[Doubt]:
    for one in citations:
        for note in overview.corpus.plan[one.plan].meta.notes:
            if (
                one.issued
                and note.kind is NoteKind.DATE
                and note.at == one.anchor
                and note.meant
                and note.quote in one.text
            ):
                yield Doubt(one.plan, one.anchor, note)


def _together(directive: str, citations: tuple[Citation, ...], overview: Overview) -> tuple[tuple[str, int], ...]:
    clauses = {(citation.plan, citation.anchor) for citation in citations}
    beside = {
        (other.plan, other.anchor, other.directive)
        for plan in {citation.plan for citation in citations}
        for other in overview.plan[plan].citations
        if other.directive not in (None, directive) and (other.plan, other.anchor) in clauses
    }
    return _most_first(Counter(other for _, _, other in beside))


def _most_first(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def quotes_by_plan(
    cited: Iterable[tuple[str, list[Citation]]], overview: Overview
) -> list[tuple[str, list[tuple[Role, list[Quote]]]]]:
    """The sentences that cite a directive, by plan and by role; ``cited`` are its citations by plan."""
    found = []
    for plan, citations in cited:
        by_role = group(quotes(citations, overview.corpus.plan[plan]), lambda quote: quote.role)
        found.append((plan, [(role, by_role[role]) for role in Role if role in by_role]))
    return found
