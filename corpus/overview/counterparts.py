"""Bodies with the same work at other levels of one province: its department, a district's and a ward's division."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from corpus.bodies.place_names import PlaceIndex
from corpus.schema import Agency
from corpus.vocabulary import Tier


class CounterpartIndex:
    """Agencies by the work that the register says they share, and by province."""

    def __init__(self, agencies: Iterable[Agency], places: PlaceIndex):
        self._places = places
        self._all: dict[str, list[Agency]] = defaultdict(list)
        self._in: dict[tuple[str, str], list[Agency]] = defaultdict(list)
        for agency in agencies:
            if agency.counterpart:
                self._all[agency.counterpart].append(agency)
                self._in[agency.counterpart, self._province(agency.place)].append(agency)

    def _province(self, place: str) -> str:
        """The province that a place is or belongs to; the central level is a province of its own."""
        below = [one.id for one in self._places.chain(place) if one.tier != Tier.CENTRAL]
        return below[-1] if below else Tier.CENTRAL

    def _tier(self, place: str) -> Tier | None:
        found = self._places.get(place)
        return found.tier if found else None

    def of(self, body: Agency) -> tuple[Agency, ...]:
        """The counterparts of ``body`` at other levels: in its province and at the centre; of a central body everywhere."""
        if not body.counterpart:
            return ()
        own, tier = self._province(body.place), self._tier(body.place)
        if own == Tier.CENTRAL:
            found = self._all[body.counterpart]
        else:
            found = [*self._in[body.counterpart, own], *self._in[body.counterpart, Tier.CENTRAL]]
        return tuple(one for one in found if self._tier(one.place) != tier)
