"""What of the country a corpus needs: the places and bodies that its files name by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.model import Corpus, Plan
from corpus.schema import Place


def with_needed(corpus: Corpus) -> Corpus:
    """``corpus`` with the places that its plans and registers name, and those that they lie in.

    The entries of the register stay in front, in their order, so that their lines are still found.
    """
    written = {place.id for place in corpus.places}
    added: dict[str, Place] = {}
    for identity in dict.fromkeys(_named_places(corpus)):
        added |= {place.id: place for place in corpus.country.chain(identity) if place.id not in written}
    places = (*map(corpus.country.filled, corpus.places), *added.values())
    return replace(corpus, places=places, by_rule=frozenset(added))


def with_plan(corpus: Corpus, plan: Plan) -> Corpus:
    """``corpus`` with ``plan`` in the place of the one of its id, or as a further one, and what it needs besides."""
    written = tuple(place for place in corpus.places if place.id not in corpus.by_rule)
    agencies = tuple(agency for agency in corpus.agencies if agency.id not in corpus.by_rule)
    groups = tuple(group for group in corpus.groups if group.id not in corpus.by_rule)
    plans = (*(one for one in corpus.plans if one.id != plan.id), plan)
    return with_needed(
        replace(corpus, plans=plans, places=written, agencies=agencies, groups=groups, by_rule=frozenset())
    )


def _named_places(corpus: Corpus) -> Iterator[str]:
    yield from (place.id for place in corpus.places)
    yield from (plan.meta.place for plan in corpus.plans)
    yield from (body.place for body in corpus.bodies)
    rules: Iterable[object] = (group.members for group in corpus.groups)
    for rule in rules:
        yield from (place for key in ("place", "within") if (place := getattr(rule, key, None)))
