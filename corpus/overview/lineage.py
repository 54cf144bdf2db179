"""Descent: which act rests on which, from central resolutions down to the plans of districts and wards."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from corpus.directives.identity import plan_directive_id
from corpus.link import PlanRecord
from corpus.model import Corpus
from corpus.overview.entries import DirectiveEntry
from corpus.vocabulary import Relation, Role, Tier

# What a plan cites in these roles it rests on; what it only makes known it does not.
DESCENT_ROLES = (Role.LEGAL_BASIS, Role.IMPLEMENTS)
# "A promulgates B" makes B rest on A; every other relation makes A rest on B.
_DOWNWARD = (Relation.PROMULGATES,)


@dataclass(frozen=True)
class Descent:
    """``child`` rests on ``parent`` (directive ids). ``why`` says how, first what matters most.

    ``plan`` and ``anchor`` are the clause that says so first; None where the register names another source.
    """

    child: str
    parent: str
    why: tuple[Role | Relation, ...]
    plan: str | None
    anchor: str | None


@dataclass(frozen=True)
class Lineage:
    """Descents without loops; ``loops`` are those left out because they would close one."""

    descents: tuple[Descent, ...]
    loops: tuple[Descent, ...]

    @cached_property
    def parents(self) -> Mapping[str, tuple[Descent, ...]]:
        return _by(self.descents, "child")

    @cached_property
    def children(self) -> Mapping[str, tuple[Descent, ...]]:
        return _by(self.descents, "parent")

    def above(self, starts: Iterable[str]) -> tuple[Descent, ...]:
        """Every descent on the way from ``starts`` up to what rests on nothing."""
        return self._reach(starts, self.parents, "parent")

    def below(self, starts: Iterable[str]) -> tuple[Descent, ...]:
        """Every descent on the way from ``starts`` down."""
        return self._reach(starts, self.children, "child")

    @staticmethod
    def _reach(starts: Iterable[str], links: Mapping[str, tuple[Descent, ...]], end: str) -> tuple[Descent, ...]:
        waiting = deque(starts)
        seen: set[str] = set()
        found: list[Descent] = []
        while waiting:
            one = waiting.popleft()
            if one not in seen:
                seen.add(one)
                found.extend(links.get(one, ()))
                waiting.extend(getattr(descent, end) for descent in links.get(one, ()))
        return tuple(found)


def _by(descents: Iterable[Descent], end: str) -> dict[str, tuple[Descent, ...]]:
    found = defaultdict(list)
    for descent in descents:
        found[getattr(descent, end)].append(descent)
    return {key: tuple(values) for key, values in found.items()}


def trace_lineage(corpus: Corpus, records: Iterable[PlanRecord], directives: Mapping[str, DirectiveEntry]) -> Lineage:
    """The descents that plans and register state, by child and parent. Linear in their number."""
    merged: dict[tuple[str, str], Descent] = {}
    for descent in (*_from_plans(corpus, records), *_from_register(directives)):
        key = (descent.child, descent.parent)
        if descent.child != descent.parent and descent.child in directives and descent.parent in directives:
            before = merged.get(key)
            why = tuple(dict.fromkeys((*(before.why if before else ()), *descent.why)))
            first = before or descent
            merged[key] = Descent(*key, why, first.plan, first.anchor)
    return _without_loops([merged[key] for key in sorted(merged)], directives)


def _from_plans(corpus: Corpus, records: Iterable[PlanRecord]) -> Iterable[Descent]:
    for here in records:
        child = plan_directive_id(here.plan, corpus)
        stated = (one for role in DESCENT_ROLES for one in here.citations if one.role is role and not one.within)
        for one in stated:
            if one.directive:
                yield Descent(child, one.directive, (one.role,), one.plan, one.anchor)


def _from_register(directives: Mapping[str, DirectiveEntry]) -> Iterable[Descent]:
    for entry in directives.values():
        for relation in entry.relations:
            child, parent = entry.id, relation.directive
            if relation.type in _DOWNWARD:
                child, parent = parent, child
            yield Descent(child, parent, (relation.type,), relation.source.plan, relation.source.anchor)


def _without_loops(descents: list[Descent], directives: Mapping[str, DirectiveEntry]) -> Lineage:
    """Leave out one descent of each loop: one that rests on a later act, if there is such."""
    loops: list[Descent] = []

    def backward(descent: Descent) -> tuple[bool, str, str]:
        child, parent = directives[descent.child].issued, directives[descent.parent].issued
        return (not (child and parent and parent > child), descent.child, descent.parent)

    while loop := _find_loop(descents):
        wrong = min((descent for descent in descents if (descent.parent, descent.child) in loop), key=backward)
        loops.append(wrong)
        descents = [descent for descent in descents if descent is not wrong]
    return Lineage(tuple(descents), tuple(loops))


def _find_loop(descents: Iterable[Descent]) -> set[tuple[str, str]]:
    """Pairs of parent and child that form a loop; empty where there is none."""
    above: dict[str, list[str]] = {}
    for descent in descents:
        above.setdefault(descent.child, []).append(descent.parent)
    try:
        TopologicalSorter(above).prepare()
    except CycleError as error:
        return set(pairwise(error.args[1]))
    return set()


def tier_of(entry: DirectiveEntry, corpus: Corpus) -> Tier | None:
    """Level of government at which an act was issued; None where its issuer is not known."""
    body = corpus.agency.get(entry.issuer or "")
    return corpus.place[body.place].tier if body else None


def order_layers(nodes: Iterable[str], descents: Iterable[Descent], tiers: Mapping[str, Tier | None]) -> dict[str, int]:
    """Column of each act, from 0: after all acts of higher levels of government, and after all it rests on.

    Acts of unknown level stand before all others.
    """
    parents = _by(descents, "child")
    found: dict[str, int] = {}
    base = 0
    for tier in (None, *Tier):
        here = {node: None for node in nodes if tiers[node] is tier}
        for node in here:
            _place(node, parents, found, base, here)
        base = max([base, *(found[node] + 1 for node in here)])
    return found


def _place(
    node: str, parents: Mapping[str, tuple[Descent, ...]], found: dict[str, int], base: int, same: Collection[str]
) -> None:
    """Place ``node`` and, before it, what it rests on among ``same``; without recursion, as chains may be long."""
    waiting = [node]
    while waiting:
        one = waiting[-1]
        above = [descent.parent for descent in parents.get(one, ())]
        missing = [parent for parent in above if parent in same and parent not in found]
        if missing:
            waiting.extend(missing)
            continue
        waiting.pop()
        found.setdefault(one, max([base, *(found[parent] + 1 for parent in above if parent in found)]))
