"""Places by the names that stand after a body: "thành phố", "quận Dương Kinh", "Hải Phòng"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from corpus.bodies.setting import Setting
from corpus.bodies.words import name_key
from corpus.language.lexicon import LEXICON
from corpus.schema import Place

_NOUNS = sorted((" ".join(name_key(place.noun)) for place in LEXICON.places), key=len, reverse=True)


class PlaceIndex:
    """The places of the register by noun and proper name."""

    def __init__(self, places: Iterable[Place]):
        self.by_id = {place.id: place for place in places}
        self._named: dict[tuple[str, ...], list[Place]] = defaultdict(list)
        for place in self.by_id.values():
            self._named[name_key(place.name)].append(place)
            self._named[proper_key(place)].append(place)

    def chain(self, place_id: str) -> tuple[Place, ...]:
        """The place, the one it belongs to, and so on up."""
        found: dict[str, Place] = {}
        while place_id in self.by_id and place_id not in found:
            found[place_id] = self.by_id[place_id]
            place_id = found[place_id].parent or ""
        return tuple(found.values())

    def nearest(self, noun: str, at: Setting) -> Place | None:
        """The place of the kind ``noun`` that the plan's place is or belongs to."""
        return next((place for place in self.chain(at.place) if noun_of(place) == noun_key(noun)), None)

    def named(self, name: str, at: Setting) -> Place | None:
        """The one place called ``name`` at that time, with or without its noun; the plan's own chain first."""
        found = [place for place in self._named.get(name_key(name), ()) if at.meets(place)]
        known = {place.id: place for place in found}
        own = next((place for place in self.chain(at.place) if place.id in known), None)
        return own or (found[0] if len(known) == 1 else None)

    def is_within(self, place_id: str, outer: str) -> bool:
        return any(place.id == outer for place in self.chain(place_id))

    def is_proper(self, name: str) -> bool:
        """Whether ``name`` is a place's name without its noun."""
        return name_key(name) in self._proper_names

    @cached_property
    def _proper_names(self) -> frozenset[tuple[str, ...]]:
        """The places' names without their nouns, as words."""
        return frozenset(proper_key(place) for place in self.by_id.values())


def noun_of(place: Place) -> str:
    """The kind of ``place`` as its name begins, or nothing."""
    key = " ".join(name_key(place.name))
    return next((noun for noun in _NOUNS if key.startswith(f"{noun} ")), "")


def noun_key(noun: str) -> str:
    """A kind of place, however it is printed: "TP", "thành phố"."""
    return " ".join(name_key(noun))


def proper_key(place: Place) -> tuple[str, ...]:
    """The words of the place's name without its noun."""
    noun = noun_of(place)
    return name_key(place.name)[len(noun.split()) :]
