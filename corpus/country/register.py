"""The places of a register together with those of the country: one view of both, in which the register wins.

A place of the register is the one of the country with the same kind, name and outer place, under its own id; what the
entry does not say is filled in from the country's table.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from corpus.country.places import CENTRAL, COUNTRY, CountryPlace, ProperKey, proper_key, split_noun
from corpus.language.folding import slug
from corpus.schema import Place
from corpus.vocabulary import Tier

_FILLED = ("parent", "since", "until", "successors", "sources")


class Places:
    """Every place there is, by id, by name and by the place that it lies in."""

    def __init__(self, written: Iterable[Place] = ()):
        """``written`` are the places of a register."""
        self._entries = {place.id: place for place in written}
        self._rows = {identity: row for identity in self._entries if (row := self._row_of(identity))}
        self._written_as = {row.id: identity for identity, row in self._rows.items()}
        self._made: dict[str, Place | None] = {}
        self._inside: dict[str, tuple[Place, ...]] = {}

    def _row_of(self, identity: str, depth: int = 4) -> CountryPlace | None:
        """The country's row that the entry ``identity`` is about, if it has one."""
        entry = self._entries.get(identity)
        if entry is None or not depth:
            return COUNTRY.rows.get(identity)
        if entry.tier == Tier.CENTRAL:
            return None
        outer = self._row_of(entry.parent, depth - 1) if entry.parent else None
        parent = outer.id if outer else CENTRAL if entry.tier == Tier.CITY else None
        noun, proper = split_noun(entry.name)
        alike = [row for row in COUNTRY.named(proper_key(proper)) if (row.noun, row.tier) == (noun, entry.tier)]
        here = [row for row in alike if parent in (row.parent, None)]
        return here[0] if len(here) == 1 else None

    def get(self, identity: str | None) -> Place | None:
        """The place with that id; None where there is none."""
        if identity is None:
            return None
        identity = self._written_as.get(identity, identity)
        if identity not in self._made:
            self._made[identity] = self._make(identity)
        return self._made[identity]

    def _make(self, identity: str) -> Place | None:
        if entry := self._entries.get(identity):
            return self.filled(entry)
        known = COUNTRY.place(identity)
        return known and known.model_copy(update=self._translated(known))

    def filled(self, entry: Place) -> Place:
        """An entry of the register with what the country's table adds to it."""
        row = self._rows.get(entry.id)
        known = COUNTRY.place(row.id) if row else None
        if known is None:
            return entry
        missing = {name: getattr(known, name) for name in _FILLED if name not in entry.model_fields_set}
        translated = self._translated(known)
        return entry.model_copy(update={name: translated.get(name, value) for name, value in missing.items()})

    def _translated(self, known: Place) -> dict[str, object]:
        """What ``known`` says of other places, by the ids that the register gives these."""
        successors = [self._written_as.get(one, one) for one in known.successors]
        return {"parent": self._written_as.get(known.parent or "", known.parent), "successors": successors}

    def country_id(self, identity: str) -> str:
        """The id in the country's table of a place of the register, which may have another there."""
        row = self._rows.get(identity)
        return row.id if row else identity

    def chain(self, identity: str) -> tuple[Place, ...]:
        """The place, the one it belongs to, and so on up."""
        found: dict[str, Place] = {}
        here: str | None = identity
        while (place := self.get(here)) and place.id not in found:
            found[place.id] = place
            here = place.parent
        return tuple(found.values())

    def named(self, key: ProperKey, noun: str = "") -> list[Place]:
        """Every place with those words as its proper name, of the kind ``noun`` where one is given."""
        country = (row.id for row in COUNTRY.named(key) if noun in ("", row.noun))
        written = (entry.id for entry, kind in self._written_named.get(key, ()) if noun in ("", kind))
        found = (self.get(identity) for identity in (*written, *country))
        return list({place.id: place for place in found if place}.values())

    @cached_property
    def _written_named(self) -> dict[ProperKey, list[tuple[Place, str]]]:
        found: dict[ProperKey, list[tuple[Place, str]]] = {}
        for entry in self._entries.values():
            noun, proper = split_noun(entry.name)
            found.setdefault(proper_key(proper), []).append((entry, noun))
        return found

    def addressed(self, name: str, tier: Tier) -> list[str]:
        """Ids of the places of ``tier`` whose name without its noun is ``name`` in an address: *bac-ninh*."""
        found = (self._written_as.get(one, one) for one in COUNTRY.addressed(name, tier))
        return list(dict.fromkeys((*self._written_addressed.get((name, tier), ()), *found)))

    @cached_property
    def _written_addressed(self) -> dict[tuple[str, Tier], list[str]]:
        found: dict[tuple[str, Tier], list[str]] = {}
        for entry in self._entries.values():
            found.setdefault((slug(split_noun(entry.name)[1]), entry.tier), []).append(entry.id)
        return found

    def is_proper(self, key: ProperKey) -> bool:
        """Whether a place of the register or a province has those words as its proper name."""
        return key in self._written_named or key in COUNTRY.provinces

    def below(self, identity: str) -> tuple[Place, ...]:
        """The places that lie in ``identity``, directly or not, at any time; sorted by id."""
        place = self.get(identity)
        if place and place.id not in self._inside:
            self._inside[place.id] = tuple(sorted(self._walk(place), key=lambda one: one.id))
        return self._inside[place.id] if place else ()

    def _walk(self, outer: Place) -> Iterable[Place]:
        row = self._rows.get(outer.id)
        inner = [one.id for one in COUNTRY.below(row.id if row else outer.id)]
        found = (self.get(identity) for identity in (*inner, *self._written_in.get(outer.id, ())))
        for place in {place.id: place for place in found if place}.values():
            if place.parent == outer.id:
                yield place
                yield from self._walk(place)

    @cached_property
    def _written_in(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for place in map(self.get, self._entries):
            if place:
                found.setdefault(place.parent or "", []).append(place.id)
        return found
