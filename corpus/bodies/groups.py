"""Who belongs to a group on a day, by the rule that the register gives for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from corpus.bodies.place_names import PlaceIndex
from corpus.bodies.setting import Setting
from corpus.country.places import CENTRAL
from corpus.grouping import group
from corpus.schema import Agency, Group, Membership
from corpus.vocabulary import Body

Key = tuple[str, ...]


class MemberIndex:
    """Agencies by place and sort of body, so that a group looks only at those that can belong to it."""

    def __init__(self, agencies: Iterable[Agency], places: PlaceIndex, key_of_name: Callable[[str], Key]):
        """``key_of_name`` gives the words by which a printed name without its place is compared."""
        self._places = places
        self._key_of_name = key_of_name
        self._at: dict[tuple[str, Body], list[Agency]] = group(agencies, lambda one: (one.place, one.body))

    def members(self, whole: Group, at: Setting) -> tuple[str, ...]:
        """Ids of the agencies in ``whole`` on the day of ``at``, sorted; empty where the register gives no rule."""
        rule = whole.members
        if rule is None:
            return ()
        return tuple(
            sorted(
                agency.id
                for place in self._reached(rule)
                for body in dict.fromkeys(rule.body)
                for agency in self._at.get((place, body), ())
                if at.meets(agency) and self._is_called(agency, rule)
            )
        )

    def _reached(self, rule: Membership) -> list[str]:
        """Ids of the places whose agencies the rule speaks of."""
        if rule.place is not None:
            found = [rule.place]
        else:
            found = [place.id for place in self._places.below(rule.within or CENTRAL)]
        return [place for place in found if place != rule.within and self._fits(place, rule)]

    def _fits(self, place: str, rule: Membership) -> bool:
        known = self._places.get(place)
        within = rule.within is None or self._places.is_within(place, rule.within)
        return known is not None and within and (rule.tier is None or known.tier == rule.tier)

    def _is_called(self, agency: Agency, rule: Membership) -> bool:
        return rule.name is None or self._key_of_name(agency.name) == self._key_of_name(rule.name)
