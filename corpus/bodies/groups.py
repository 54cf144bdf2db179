"""Who belongs to a group on a day, by the rule that the register gives for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from corpus.bodies.place_names import PlaceIndex
from corpus.bodies.setting import Setting
from corpus.bodies.standard import StandardNames
from corpus.bodies.words import Key
from corpus.country.places import split_noun
from corpus.grouping import group
from corpus.schema import Agency, Group, Membership


class MemberIndex:
    """Agencies by place and sort of body, so that a group looks only at those that can belong to it."""

    def __init__(
        self,
        written: Iterable[Agency | Group],
        standard: StandardNames,
        places: PlaceIndex,
        key_of_name: Callable[[str], Key],
    ):
        """``key_of_name`` gives the words by which a printed name without its place is compared."""
        self._places = places
        self._standard = standard
        self._key_of_name = key_of_name
        agencies = [body for body in written if isinstance(body, Agency)]
        self._at: dict[str, list[Agency]] = group(agencies, lambda one: one.place)

    def members(self, whole: Group, at: Setting) -> tuple[str, ...]:
        """Ids of the agencies in ``whole`` on the day of ``at``, sorted; empty where the register gives no rule."""
        rule = whole.members
        if rule is None:
            return ()
        return tuple(
            sorted(
                {
                    agency.id
                    for place in self._reached(rule)
                    for agency in self._agencies(place, rule)
                    if agency.body in rule.body and at.meets(agency) and self._is_called(agency, rule)
                }
            )
        )

    def _agencies(self, place: str, rule: Membership) -> Iterator[Agency]:
        """Those of the register, and those by rule that it does not have under their id or name."""
        written = self._at.get(place, [])
        yield from written
        known = {one.id for one in written} | {self._key_of_name(one.name) for one in written}
        for agency in self._standard.members(place, rule.body, self._key_of_name(rule.name) if rule.name else None):
            if not known & {agency.id, self._key_of_name(agency.name)}:
                yield agency

    def _reached(self, rule: Membership) -> list[str]:
        """Ids of the places whose agencies the rule speaks of."""
        if rule.place is not None:
            found = [rule.place]
        else:
            # Without a place, those of the register alone: the country has tens of thousands.
            found = [place.id for place in self._places.below(rule.within)] if rule.within else list(self._at)
        return [place for place in found if place != rule.within and self._fits(place, rule)]

    def _fits(self, place: str, rule: Membership) -> bool:
        known = self._places.get(place)
        within = rule.within is None or self._places.is_within(place, rule.within)
        kind = known is not None and (not rule.nouns or split_noun(known.name)[0] in rule.nouns)
        return known is not None and kind and within and (rule.tier is None or known.tier == rule.tier)

    def _is_called(self, agency: Agency, rule: Membership) -> bool:
        return rule.name is None or self._key_of_name(agency.name) == self._key_of_name(rule.name)
