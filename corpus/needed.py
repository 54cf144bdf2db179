"""What of the country a corpus needs: the places and bodies that its files and its plans' texts name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.country.bodies import StandardBodies
from corpus.model import Corpus, Plan
from corpus.schema import Agency, Group, Place


def with_needed(corpus: Corpus, named: Iterable[str] = (), reached: Iterable[str] = ()) -> Corpus:
    """``corpus`` with the bodies that its files name by id, and those of ``named`` and ``reached``, and their places.

    With a body come those above it and, where it is ``named``, those that follow it; one that is
    only ``reached``, through a group, says who follows it where all these are there. The entries of the register stay in front, in their
    order, so that their lines are still found.
    """
    bodies = _Needed(corpus)
    bodies.add((*_named_bodies(corpus), *named), follow=True)
    bodies.add(reached, follow=False)
    agencies, groups = bodies.agencies, bodies.groups
    added: dict[str, Place] = {}
    written = {place.id for place in corpus.places if place.id not in corpus.by_rule}
    of_bodies = [*(agency.place for agency in agencies), *(group.place for group in groups)]
    for identity in dict.fromkeys((*_named_places(corpus), *of_bodies)):
        added |= {place.id: place for place in corpus.country.chain(identity) if place.id not in written}
    places = (corpus.country.filled(place) for place in corpus.places if place.id in written)
    return replace(
        corpus,
        places=(*places, *(added[identity] for identity in sorted(added))),
        agencies=(*corpus.written_agencies, *agencies),
        groups=(*(group for group in corpus.groups if group.id not in corpus.by_rule), *groups),
        by_rule=frozenset((*added, *bodies.ids)),
    )


class _Needed:
    """Bodies by rule, gathered by their ids."""

    def __init__(self, corpus: Corpus):
        self._written = {body.id: body for body in corpus.written_bodies}
        self._standard = StandardBodies(corpus.country)
        self._found: dict[str, Agency | Group] = {}

    def add(self, ids: Iterable[str], follow: bool) -> None:
        """The bodies with ``ids`` and those above them; with ``follow`` also those that took over from them."""
        waiting = list(ids)
        seen = set(self._found)
        while waiting:
            identity = waiting.pop()
            body = None if identity in seen else self._written.get(identity) or self._standard.get(identity)
            seen.add(identity)
            if body is None:
                continue
            if identity not in self._written:
                self._found[identity] = body
            if isinstance(body, Agency):
                waiting += [body.parent] if body.parent else []
                waiting += [one.agency for one in body.successors if follow or identity in self._written]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self._found)

    @property
    def agencies(self) -> list[Agency]:
        known = {*self._found, *self._written}
        return [
            body if all(one.agency in known for one in body.successors) else body.model_copy(update={"successors": []})
            for _, body in sorted(self._found.items())
            if isinstance(body, Agency)
        ]

    @property
    def groups(self) -> list[Group]:
        return [body for _, body in sorted(self._found.items()) if isinstance(body, Group)]


def _named_bodies(corpus: Corpus) -> Iterator[str]:
    yield from (plan.meta.issuer for plan in corpus.plans)
    yield from (directive.issuer for directive in corpus.directives if directive.issuer)
    for agency in corpus.written_agencies:
        yield from (one.agency for one in agency.successors)
        yield from [agency.parent] if agency.parent else []


def with_plan(corpus: Corpus, plan: Plan) -> Corpus:
    """``corpus`` with ``plan`` in the place of the one of its id, or as a further one, and what it needs besides."""
    plans = (*(one for one in corpus.plans if one.id != plan.id), plan)
    return with_needed(replace(corpus, plans=plans))


def _named_places(corpus: Corpus) -> Iterator[str]:
    yield from (place.id for place in corpus.places if place.id not in corpus.by_rule)
    yield from (plan.meta.place for plan in corpus.plans)
    yield from (body.place for body in corpus.written_bodies)
    rules: Iterable[object] = (group.members for group in corpus.groups)
    for rule in rules:
        yield from (place for key in ("place", "within") if (place := getattr(rule, key, None)))
