"""Places by the names that stand after a body: "thành phố", "quận Dương Kinh", "Hải Phòng"."""

from __future__ import annotations

from corpus.bodies.setting import Setting
from corpus.bodies.words import name_key
from corpus.country.places import CENTRAL, NOUNS, split_noun
from corpus.country.register import Places
from corpus.language.folding import spell
from corpus.schema import Place
from corpus.vocabulary import Tier

# Kinds of place in the words of names, longest first, and as the country's table prints them.
_PRINTED = {" ".join(name_key(noun)): noun for noun in NOUNS}
_NOUNS = sorted(_PRINTED, key=len, reverse=True)


# Last words of names that a place without its noun follows.
_HEADS = {spell(word) for word in ("ủy", "đoàn")}


class PlaceIndex:
    """The places of the register and of the country by noun and proper name."""

    def __init__(self, places: Places):
        self._places = places

    def get(self, place_id: str) -> Place | None:
        """The place with that id."""
        return self._places.get(place_id)

    def chain(self, place_id: str) -> tuple[Place, ...]:
        """The place, the one it belongs to, and so on up."""
        return self._places.chain(place_id)

    def below(self, place_id: str) -> tuple[Place, ...]:
        """The places that lie in that one at any time, sorted by id."""
        return self._places.below(place_id)

    def nearest(self, noun: str, at: Setting) -> Place | None:
        """The place of the kind ``noun`` that the plan's place is or belongs to."""
        return next((place for place in self.chain(at.place) if noun_of(place) == noun_key(noun)), None)

    def named(self, name: str, at: Setting) -> Place | None:
        """The one place called ``name`` at that time, with or without its noun.

        The plan's own chain comes first, then what lies nearest: in the same district, in the same province, elsewhere.
        Without its noun a province is meant before what lies in one.
        """
        key = name_key(name)
        noun = next((noun for noun in _NOUNS if key[: len(noun.split())] == tuple(noun.split())), "")
        proper = key[len(noun.split()) :] or key
        found = [place for place in self._places.named(proper, _PRINTED.get(noun, noun)) if at.meets(place)]
        own = {place.id: place for place in self.chain(at.place)}
        if mine := next((place for place in own.values() if place in found), None):
            return mine
        if not noun and (provinces := [place for place in found if place.tier == Tier.CITY]):
            found = provinces
        for outer in own:
            near = found if outer == CENTRAL else [place for place in found if self.is_within(place.id, outer)]
            if near:
                return near[0] if len(near) == 1 else None
        return found[0] if len(found) == 1 else None

    def with_noun(self, name: str, at: Setting) -> str:
        """``name`` with the noun of the place of the text at its end, or of one around it; nothing where it ends with none.

        A province needs none.
        """
        for place in self.chain(at.place):
            proper = split_noun(place.name)[1]
            if place.tier in (Tier.DISTRICT, Tier.WARD) and name.endswith(f" {proper}"):
                return f"{name.removesuffix(proper)}{place.name}"
        return ""

    def is_within(self, place_id: str, outer: str) -> bool:
        return any(place.id == outer for place in self.chain(place_id))

    def is_proper(self, name: str, after: str = "") -> bool:
        """Whether ``name`` is a place's name without its noun: one of the register, or a province.

        ``after`` is the word before it: behind *Huyện ủy* and *Huyện đoàn* any place there is may stand.
        """
        key = name_key(name)
        return self._places.is_proper(key) or (spell(after) in _HEADS and bool(self._places.named(key)))


def noun_of(place: Place) -> str:
    """The kind of ``place`` as its name begins, or nothing."""
    return noun_key(split_noun(place.name)[0])


def noun_key(noun: str) -> str:
    """A kind of place, however it is printed: "TP", "thành phố"."""
    return " ".join(name_key(noun))
