"""Which body a name means that was read: the one so called at the places it says, or at the nearest ones around."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from corpus.bodies.meaning import Called, CalledAt, Entries, Meaning, NameEntry
from corpus.bodies.place_names import PlaceIndex, noun_key
from corpus.bodies.setting import Setting
from corpus.bodies.standard import StandardNames
from corpus.bodies.whereabouts import KINDS_OF_ONE, NOWHERE, Where
from corpus.bodies.words import Key, name_key
from corpus.language.lexicon import LEXICON
from corpus.schema import Agency, Group, Place

_ONE_OF_MANY = frozenset(name_key(noun) for noun in LEXICON.departments)


class NameLookup:
    """The bodies of the register (``called``) and those by rule, by the words of their names; ``get`` gives one by its id."""

    def __init__(
        self,
        called: Mapping[Key, Called],
        places: PlaceIndex,
        standard: StandardNames,
        get: Callable[[str], Agency | Group | None],
    ):
        self._called = called
        self._places = places
        self._standard = standard
        self._get = get

    def knows(self, key: Key) -> bool:
        """Whether some body is called so, wherever it is."""
        return key in self._called or self._standard.knows(key)

    def lookup(self, key: Key, where: Where, plural: bool, at: Setting) -> Meaning | None:
        """What the words ``key`` with the places ``where`` mean; ``plural`` where they begin with "các"."""
        if not self.knows(key):
            return None
        if where.plural:
            if group := self.many(key, where, at):
                return group
            each = self._each(partial(self._agencies, key, at), where, at)
            # "Chủ tịch UBND các quận, thành phố Thủ Đức" are more than the one that is named.
            return self._at_level(key, where, at) if each is None or (each.missing and where.nouns) else each
        if plural:
            return self._one(partial(self._groups, key), where, at)
        one = self._one(partial(self._agencies, key, at), where, at)
        # "Trường Cao đẳng Gia Lai" is one school, and not all of them; "Lãnh đạo Sở" is of one department.
        single = key in _ONE_OF_MANY or any(proper and not noun for noun, proper in where.items)
        return one or (None if single else self._one(partial(self._groups, key), where, at))

    def _at_level(self, key: Key, where: Where, at: Setting) -> Meaning | None:
        """The group that a place of the text addresses, where it says the level for the place: "ban, ngành cấp tỉnh"."""
        levels = {tier for place in LEXICON.places if place.level and place.noun in where.nouns for tier in place.tiers}
        near = (place for place in self._places.chain(at.place) if {place.tier} == levels)
        here = [entry for place in near for entry in self._groups(key, place.id)]
        return Meaning((here[0].body.id,)) if here else None

    def _agencies(self, key: Key, at: Setting, place_id: str) -> Entries:
        """The agencies of a place that are called so: those of the register, else those by rule."""
        called = self._called.get(key)
        if called and (written := called.agencies.get(place_id)):
            return written
        return self._by_rule(self._standard.agencies(key, place_id, at.place == place_id))

    def _groups(self, key: Key, place_id: str) -> Entries:
        called = self._called.get(key)
        if called and (written := called.groups.get(place_id)):
            return written
        return self._by_rule(self._standard.groups(key, place_id))

    def _by_rule(self, found: Iterable[tuple[str, bool]]) -> Entries:
        bodies = ((self._get(body_id), needs_place) for body_id, needs_place in found)
        return [NameEntry(body, NOWHERE, False, needs_place) for body, needs_place in bodies if body]

    def _one(self, called: CalledAt, where: Where, at: Setting) -> Meaning | None:
        """The body meant by a name with one place or none."""
        if where == NOWHERE:
            scope = [place.id for place in self._places.chain(at.place)]
        elif len(where.items) > 1:
            return self._each(called, where, at)
        else:
            place = self._place(where, at)
            scope = [place.id] if place else []
        for living in (True, False):
            for place_id in scope:
                here = [
                    entry
                    for entry in called(place_id)
                    if not entry.where.plural
                    and not (entry.needs_place and where == NOWHERE)
                    and self._lives(entry, at) == living
                ]
                if here:
                    found = _only(here, where)
                    return Meaning((found.id,), outside=not living) if found else None
        return None

    def _place(self, where: Where, at: Setting) -> Place | None:
        noun, proper = where.items[0]
        if proper is None:
            return self._places.nearest(noun, at)
        kinds = noun.split(KINDS_OF_ONE)  # "các xã, phường: Thanh Liêm, Nam Định": each is of one of these kinds
        found = [self._places.named(f"{kind} {proper}".strip(), at) for kind in kinds]
        return next((place for place in found if place), None)

    def _each(self, called: CalledAt, where: Where, at: Setting) -> Meaning | None:
        """The bodies of places named one by one: "UBND quận A, quận B"."""
        found: list[str] = []
        missing: list[str] = []
        outside = False
        for item in where.items:
            one = self._one(called, Where((item,)), at)
            if one:
                found.extend(one.agencies)
                outside = outside or one.outside
            else:
                missing.append(" ".join(part for part in item if part))
        return Meaning(tuple(found), ", ".join(missing), outside) if found else None

    def many(self, key: Key, where: Where, at: Setting) -> Meaning | None:
        """The group of all places of a kind; a place named beside them must be one of that kind."""
        groups = called.groups if (called := self._called.get(key)) else {}
        near = (entry for place in self._places.chain(at.place) for entry in groups.get(place.id, ()))
        written = next((entry.body for entry in near if self._fits(entry, where)), None)
        kinds = {*where.nouns, *(noun for noun, _ in where.proper)} if where.nouns else ()
        group = written or self._standard.of_all(key, kinds, at)
        if not isinstance(group, Group):
            return None
        missing = [f"{noun} {proper}" for noun, proper in where.proper if not self._belongs(proper, group, at)]
        return Meaning((group.id,), ", ".join(missing))

    def _fits(self, entry: NameEntry, where: Where) -> bool:
        """Whether the kinds of place agree; "các huyện, thành phố Nam Định" may name the only one of a kind."""
        kinds = {noun_key(noun) for noun in entry.where.nouns}
        meant = {noun_key(noun) for noun in where.nouns}
        named = {noun_key(noun) for noun, _ in where.proper}
        return entry.where.plural and bool(meant) and kinds in (meant, meant | named)

    def _belongs(self, proper: str, group: Group, at: Setting) -> bool:
        place = self._places.named(proper, at)
        return place is not None and self._places.is_within(place.id, group.place)

    def _lives(self, entry: NameEntry, at: Setting) -> bool:
        return isinstance(entry.body, Group) or at.meets(entry.body)


def _only(entries: list[NameEntry], where: Where) -> Agency | Group | None:
    """The one body of ``entries``; of several, the one printed with a place just where the name has one."""
    alike = [entry for entry in entries if (entry.where == NOWHERE) == (where == NOWHERE)]
    bodies = {entry.body.id: entry.body for entry in (alike or entries)}
    return next(iter(bodies.values())) if len(bodies) == 1 else None
