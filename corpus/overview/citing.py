"""How one directive is cited over the whole corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.grouping import group
from corpus.model import Citation
from corpus.overview.overview import Overview
from corpus.overview.quotes import Quote, quotes
from corpus.vocabulary import Role


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

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why its mentions resolve to it, or do not."""
        return tuple(sorted({citation.reason for citation in self.citations}))


def trace_citing(directive: str, overview: Overview) -> Citing:
    citations = tuple(overview.citations_of.get(directive, ()))
    plans = tuple(dict.fromkeys(citation.plan for citation in citations))
    used = {citation.role for citation in citations}
    forms = Counter(" ".join(citation.text.split()) for citation in citations)
    return Citing(
        citations,
        plans,
        tuple(sorted({overview.corpus.plan[plan].meta.year for plan in plans})),
        tuple(role for role in Role if role in used),
        _together(directive, citations, overview),
        _most_first(forms),
    )


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
