"""Who issues made-up plans, in which years: the places of the country, each as long as there was one, and their bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import count, cycle
from random import Random

from corpus.country.bodies import StandardBodies, lifetime
from corpus.country.places import CENTRAL, COUNTRY, CountryPlace, split_noun
from corpus.country.register import Places
from corpus.country.rules import BodyRule
from corpus.evaluation.made.phrases import PHRASES, Subject
from corpus.schema import Place
from corpus.vocabulary import Body, Tier

PLANS_TO_A_PROVINCE = 60  # so that few plans still have shared directives, until all provinces are there
PLACES_TO_A_SUBJECT = 6  # of a province, before it turns to the next subject
_HAS_WORK = (Body.DEPARTMENT, Body.DIVISION, Body.OFFICE)
_ASKED = (Body.FRONT, Body.MASS_ORGANISATION)
_PLACES = Places()
_BODIES = StandardBodies(_PLACES)


@dataclass(frozen=True)
class Issuer:
    """A place that issues plans; ``province`` and ``subject`` are those of its line of plans."""

    place: Place
    province: Place
    subject: Subject

    @property
    def noun(self) -> str:
        return split_noun(self.place.name)[0]

    @property
    def proper(self) -> str:
        return split_noun(self.place.name)[1]

    @property
    def area(self) -> str:
        return f"trên địa bàn {self.noun}"

    @property
    def key(self) -> str:
        """What tells this line of plans from all others."""
        return f"{self.place.id}/{self.subject.title}"

    def days(self, seed: int, first: int, years: int) -> Iterator[date]:
        """The day of each year's plan, of those years in which there is the place."""
        for year in range(first, first + years):
            day = date(year, 1, 4) + timedelta(Random(f"{seed}/{self.key}/{year}/day").randrange(80))
            if (self.place.since or day) <= day <= (self.place.until or day):
                yield day

    @cached_property
    def _rules(self) -> tuple[BodyRule, ...]:
        return tuple(_BODIES.rules(self.place))

    def bodies(self, day: date) -> list[str]:
        """Bodies with work of their own on ``day`` as a text of the place prints them, those of the subject first."""
        found = [rule for rule in self._rules if rule.body in _HAS_WORK and not rule.some and self._lives(rule, day)]
        asked = self.subject.work
        found.sort(key=lambda rule: asked.index(rule.counterpart) if rule.counterpart in asked else len(asked))
        return [self._printed(rule) for rule in found]

    def asked(self, day: date) -> list[str]:
        """Bodies that a committee may only ask."""
        return [self._printed(rule) for rule in self._rules if rule.body in _ASKED and self._lives(rule, day)]

    def gone(self, day: date) -> list[str]:
        """Bodies of another time: what a text names that was copied from an old one."""
        found = [rule for rule in self._rules if rule.body in _HAS_WORK and not self._lives(rule, day)]
        return [self._printed(rule) for rule in found]

    def _lives(self, rule: BodyRule, day: date) -> bool:
        since, until = lifetime(rule, self.place) or (day, day)
        return (since or day) <= day <= (until or day)

    def _printed(self, rule: BodyRule) -> str:
        name = rule.full_name(self.noun, self.proper, self.noun)
        return rule.bare_name(self.noun) if name.startswith(("Sở ", "Phòng ")) else name

    def addressed(self, day: date) -> str:
        """All below, as texts address them together."""
        if self.place.tier == Tier.WARD:
            return "Các thôn, tổ dân phố"
        if self.place.tier == Tier.DISTRICT:
            return "Ủy ban nhân dân các xã, phường, thị trấn"
        below = "huyện, thị xã, thành phố" if day < date(2025, 7, 1) else "xã, phường"
        return f"Các sở, ban, ngành; Ủy ban nhân dân các {below}"


def issuers(seed: int, plans: int) -> Iterator[Issuer]:
    """Lines of plans without end or repetition, of as many provinces as suit ``plans``, turn by turn."""
    rng = Random(f"{seed}/provinces")
    current = sorted(row.id for row in COUNTRY.below(CENTRAL) if not row.until)
    chosen = rng.sample(current, max(1, min(len(current), plans // PLANS_TO_A_PROVINCE)))
    turns = cycle([_of_province(seed, identity) for identity in chosen])
    gone = 0
    while gone < len(chosen):
        issuer = next(next(turns), None)
        gone = 0 if issuer else gone + 1
        if issuer:
            yield issuer


def _of_province(seed: int, identity: str) -> Iterator[Issuer]:
    """Its places in blocks: a subject, its plans of the province (and of those merged into it), then of some places."""
    rng = Random(f"{seed}/{identity}/places")
    heads = [identity, *(row.id for row in COUNTRY.below(CENTRAL) if row.until and identity in row.successors.split())]
    inner = sorted((row for head in heads for row in _inside(head)), key=lambda row: _rank(row, rng))
    subjects = rng.sample(PHRASES.subjects, len(PHRASES.subjects))
    opened: set[str] = set()
    for turn in range(len(subjects)):
        for block in count():
            part = inner[block * PLACES_TO_A_SUBJECT : (block + 1) * PLACES_TO_A_SUBJECT]
            if not part:
                break
            subject = subjects[(turn + block) % len(subjects)]
            if subject.title not in opened:
                opened.add(subject.title)
                yield from filter(None, (_issuer(head, subject) for head in heads))
            yield from filter(None, (_issuer(row.id, subject) for row in part))


def _inside(place: str) -> Iterator[CountryPlace]:
    for row in COUNTRY.below(place):
        yield row
        yield from _inside(row.id)


def _rank(row: CountryPlace, rng: Random) -> float:
    """Where a place stands among those of its province: districts, and communes of today, come sooner than chance."""
    return rng.random() * (0.2 if row.tier == Tier.DISTRICT else 1 if row.until else 0.5)


def _issuer(identity: str, subject: Subject) -> Issuer | None:
    place, province = _PLACES.get(identity), _PLACES.get(COUNTRY.province_of(identity))
    return Issuer(place, province, subject) if place and province else None
