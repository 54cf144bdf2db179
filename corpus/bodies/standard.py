"""Names of the bodies that every place has by rule, found by their words at a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property, lru_cache

from corpus.bodies.setting import Setting
from corpus.bodies.words import Key, key_of, name_key
from corpus.country.bodies import StandardBodies, lifetime
from corpus.country.places import split_noun
from corpus.country.register import Places
from corpus.country.rules import STANDARD, BodyRule, GroupRule
from corpus.language.lexicon import LEXICON, PlaceNoun
from corpus.schema import Agency, Group, Place
from corpus.vocabulary import Body, Tier

# A kind of place: its tier and its noun, which the country itself has none of.
Kind = tuple[Tier, str]


class StandardNames:
    """The rules by the words that they are called by; a body is made when it is found, and only then."""

    def __init__(self, places: Places):
        self._places = places
        self.bodies = StandardBodies(places)

    @cached_property
    def _called(self) -> dict[Kind, dict[Key, list[tuple[BodyRule, bool]]]]:
        """By kind of place and words, the rules with whether the place must stand beside those words."""
        kinds = [(tier, place.noun) for place in LEXICON.places if not place.level for tier in place.tiers]
        return {kind: _name(kind) for kind in ((Tier.CENTRAL, ""), *kinds)}

    @cached_property
    def _addressed(self) -> dict[Tier, dict[Key, GroupRule]]:
        return {
            tier: {_group_key(name): rule for rule in rules for name in (rule.name, *rule.aliases)}
            for tier, rules in STANDARD.groups_of.items()
        }

    @cached_property
    def keys(self) -> frozenset[Key]:
        """All words by which something is called by rule, wherever it is."""
        called = (key for names in self._called.values() for key in names)
        return frozenset((*called, *(key for names in self._addressed.values() for key in names)))

    def agencies(self, key: Key, place_id: str, own: bool) -> Iterator[tuple[str, bool]]:
        """Ids of the bodies of a place that are called so, with whether the place must be named beside them.

        ``own``: the text is of that place itself, and not of one that lies in it.
        """
        place = self._places.get(place_id)
        if place is None:
            return
        noun, code = split_noun(place.name)[0], self._places.country_id(place.id)
        for rule, alone in self._called.get((place.tier, noun), {}).get(key, ()):
            if rule.fits(code, noun) and lifetime(rule, place):
                yield self.bodies.id_of(rule, place), alone or not (own or rule.only_there)

    def groups(self, key: Key, place_id: str) -> Iterator[tuple[str, bool]]:
        """As ``agencies``, for the groups that texts of a place address."""
        place = self._places.get(place_id)
        rule = (self._addressed[place.tier].get(key) or self._run(key, place.tier)) if place else None
        if place and rule:
            yield f"{place.id}/{rule.slug}", False

    def _run(self, key: Key, tier: Tier) -> GroupRule | None:
        """The group of ``tier`` that any run of the words of ``key`` names."""
        return next((rule for words, rule in _RUNS.get(tier, ()) if words.issuperset(key)), None)

    def knows(self, key: Key) -> bool:
        """Whether something is called so by rule, wherever it is."""
        return key in self.keys or any(words.issuperset(key) for runs in _RUNS.values() for words, _ in runs)

    def of_all(self, key: Key, nouns: Iterable[str], at: Setting) -> Group | None:
        """The group of the bodies called so in all places of the kinds ``nouns``, in the nearest place that has such."""
        keys = {name_key(noun) for noun in nouns}
        meant = [place for place in LEXICON.places if name_key(place.noun) in keys]
        common = set.intersection(*(set(place.tiers) for place in meant)) if meant else set()
        for outer in self._places.chain(at.place):
            for tier in (tier for tier in reversed(Tier) if tier in common):
                called = (names.get(key, ()) for kind, names in self._called.items() if kind[0] == tier)
                rule = next((rule for found in called for rule, _ in found), None)
                kinds = self._kinds(meant, tier, outer, at)
                if rule and kinds is not None and (group := self.bodies.group_of_all(rule, kinds, outer)):
                    return group
        return None

    def _kinds(self, meant: list[PlaceNoun], tier: Tier, outer: Place, at: Setting) -> tuple[str, ...] | None:
        """The one kind of place that is meant of several that ``outer`` has; none for all; None for what it has not.

        Two kinds named together are all: texts leave out the rarer ones.
        """
        there = self._nouns(outer.id, tier, at.first, at.last)
        nouns = {place.noun for place in meant if not place.level}
        if any(place.level for place in meant) or len(nouns) > 1 or there <= nouns:
            return () if there else None
        return tuple(nouns) if nouns <= there else None

    @cache  # noqa: B019 - as long as the index itself
    def _nouns(self, outer: str, tier: Tier, first: date, last: date) -> frozenset[str]:
        """The kinds of place of ``tier`` that ``outer`` had in those days."""
        at = Setting(outer, first, last)
        inside = (place for place in self._places.below(outer) if place.tier == tier and at.meets(place))
        return frozenset(split_noun(place.name)[0] for place in inside)

    def members(self, place_id: str, sorts: Iterable[Body], key: Key | None) -> Iterator[Agency]:
        """The bodies of those sorts at a place, and called so where ``key`` is given; else those that all such places have."""
        place = self._places.get(place_id)
        if place is None:
            return
        noun, code = split_noun(place.name)[0], self._places.country_id(place.id)
        for rule in _rules(place.tier, tuple(sorts), key):
            if rule.fits(code, noun) and lifetime(rule, place):
                body = self.bodies.get(self.bodies.id_of(rule, place))
                if isinstance(body, Agency):
                    yield body


@lru_cache(1000)  # as many as there are groups of different members, and more
def _rules(tier: Tier, sorts: tuple[Body, ...], key: Key | None) -> tuple[BodyRule, ...]:
    """The rules of ``tier`` for bodies of ``sorts``, called so where ``key`` is given, else of those that all have."""
    return tuple(
        rule
        for rule in STANDARD.of_tier[tier]
        if rule.body in sorts and (key_of(rule.bare_name("")) == key if key else not rule.some)
    )


def _name(kind: Kind) -> dict[Key, list[tuple[BodyRule, bool]]]:
    found: dict[Key, list[tuple[BodyRule, bool]]] = {}
    tier, noun = kind
    for rule in STANDARD.of_tier[tier]:
        if rule.of and noun not in rule.of:
            continue
        name = rule.bare_name(noun)
        alone = rule.needs_place or (tier != Tier.CENTRAL and len(key_of(name)) == 1)
        for printed in (name, *rule.bare_aliases(noun)):
            entry = (rule, alone and (printed == name or rule.needs_place))
            here = found.setdefault(key_of(printed), [])
            if all(one is not rule for one, _ in here):
                here.append(entry)
    return found


def _group_key(name: str) -> Key:
    return key_of(name.removeprefix("Các "))


# The words of which any run names a group, by tier.
_RUNS = {
    tier: [(frozenset(word for noun in rule.words for word in name_key(noun)), rule) for rule in rules if rule.words]
    for tier, rules in STANDARD.groups_of.items()
    if any(rule.words for rule in rules)
}
