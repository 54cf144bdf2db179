"""How the citing of one directive changes from a plan to the one that follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.grouping import group
from corpus.model import Plan
from corpus.overview.overview import Overview
from corpus.overview.quotes import Quote, quotes
from corpus.overview.work_changes import WordRun, compare_words
from corpus.vocabulary import ChangeKind, Relation, Role

_SAID = {
    ChangeKind.KEPT: "viện dẫn như trước",
    ChangeKind.REWORDED: "viện dẫn khác trước",
    ChangeKind.NEW: "bắt đầu viện dẫn",
    ChangeKind.DROPPED: "không còn viện dẫn",
}
_OF_ITSELF = {Role.SELF, Role.ISSUED_WITH}  # the number that a plan carries is no citation of it


@dataclass(frozen=True)
class CitingPlace:
    """A sentence that cites the directive, before and after; None where there is none."""

    before: Quote | None
    after: Quote | None

    @property
    def runs(self) -> tuple[WordRun, ...]:
        """The later sentence with what came in and what went out."""
        return compare_words(*(one.sentence if one else "" for one in (self.before, self.after)))

    @property
    def kind(self) -> ChangeKind:
        if self.before is None:
            return ChangeKind.NEW
        if self.after is None:
            return ChangeKind.DROPPED
        return ChangeKind.KEPT if self.before.sentence == self.after.sentence else ChangeKind.REWORDED


@dataclass(frozen=True)
class CitingChange:
    """How ``after`` cites the directive against ``before``, the plan it follows; at least one of them does.

    ``instead`` are the ids of directives that ``after`` cites and that replace this one, as the register tells.
    """

    before: Plan
    after: Plan
    places: tuple[CitingPlace, ...]
    instead: tuple[str, ...] = ()

    @property
    def kind(self) -> ChangeKind:
        """What became of the citing as a whole."""
        kinds = {place.kind for place in self.places}
        return kinds.pop() if len(kinds) == 1 else ChangeKind.REWORDED

    @property
    def said(self) -> str:
        """The same in words."""
        return _SAID[self.kind]

    @property
    def roles(self) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
        """The roles in which it was cited and those in which it is."""
        sides = ([place.before for place in self.places], [place.after for place in self.places])
        before, after = ({quote.role for quote in side if quote} for side in sides)
        return tuple(role for role in Role if role in before), tuple(role for role in Role if role in after)


def citing_changes(directive: str, overview: Overview) -> tuple[CitingChange, ...]:
    """Every step from a plan to the one that follows it in which one of the two cites ``directive``; newest first."""
    by_others = (one for one in overview.citations_of.get(directive, ()) if one.own_role not in _OF_ITSELF)
    cited = group(by_others, lambda citation: citation.plan)
    said = {plan: quotes(citations, overview.corpus.plan[plan]) for plan, citations in cited.items()}
    later = dict.fromkeys(after for plan in cited for after in (plan, *overview.followers(plan)))
    found = [
        _change(directive, before, overview.corpus.plan[after], said, overview)
        for after in later
        if (before := overview.previous.get(after))
    ]
    return tuple(sorted(found, key=lambda one: (-one.after.meta.year, one.after.id)))


def _change(
    directive: str, before: Plan, after: Plan, said: Mapping[str, tuple[Quote, ...]], overview: Overview
) -> CitingChange:
    old, new = said.get(before.id, ()), said.get(after.id, ())
    taken_up = overview.pairing(before, after).taken_up if old and new else frozenset()
    instead = () if new else _replacing(directive, after, overview)
    return CitingChange(before, after, tuple(_places(old, new, taken_up)), instead)


def _places(old: Iterable[Quote], new: Iterable[Quote], taken_up: frozenset[tuple[str, str]]) -> Iterator[CitingPlace]:
    """Sentences of clauses that take up each other are one place, then those left of one role; the rest came or went."""
    waiting = list(old)
    left: list[Quote] = []
    for quote in new:
        same = next((one for one in waiting if (one.anchor, quote.anchor) in taken_up), None)
        if same:
            waiting.remove(same)
            yield CitingPlace(same, quote)
        else:
            left.append(quote)
    for quote in left:
        same = next((one for one in waiting if one.role is quote.role), None)
        if same:
            waiting.remove(same)
        yield CitingPlace(same, quote)
    yield from (CitingPlace(one, None) for one in waiting)


def _replacing(directive: str, after: Plan, overview: Overview) -> tuple[str, ...]:
    cited = dict.fromkeys(filter(None, (one.directive for one in overview.plan[after.id].citations)))
    return tuple(other for other in cited if _replaces(other, directive, overview))


def _replaces(other: str, directive: str, overview: Overview) -> bool:
    relations = overview.directives[other].relations
    return any(one.type is Relation.REPLACES and one.directive == directive for one in relations)
