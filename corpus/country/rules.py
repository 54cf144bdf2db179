"""The rules of ``standard.yml``: which bodies a place of a kind has by law, from when to when, and who follows them.

The file is checked when it is loaded: unknown keys, sources that there are not, and rules without a source are refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from corpus.country.places import NOUNS
from corpus.country.short_forms import short_forms, symbol_of
from corpus.language.folding import slug
from corpus.language.lexicon import LEXICON
from corpus.schema import Fact
from corpus.strict_yaml import load
from corpus.vocabulary import Body, Level, Tier

_PARTY = {place.noun: place.party for place in LEXICON.places if place.party}
_LEVEL = {Body.PARTY: Level.PARTY, Body.PRESS: Level.PRESS} | dict.fromkeys(
    (Body.FRONT, Body.MASS_ORGANISATION, Body.ASSOCIATION), Level.MASS_ORGANISATION
)
_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _day(value: object) -> object:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _heir(value: object) -> object:
    return {"to": value} if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_tuple)]
Day = Annotated[date | None, BeforeValidator(_day)]


class RulePart(BaseModel):
    """A part of the file: frozen, and nothing in it that is not named here."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Heir(RulePart):
    """Who takes over at the same place: the id of a rule, and the part of the work, where it is not all."""

    to: str
    scope: str | None = None


class BodyRule(RulePart):
    """One body of every place of a tier.

    ``name`` and ``aliases`` are without the place, unless they hold ``{proper}`` or ``{place}``; ``bare``: the name never
    has a place. ``of`` are the kinds of place, all of the tier if empty; ``only`` and ``not_in`` name places.
    ``parent`` is the id of a rule at the same place, ``above`` at the next outer one. ``some``: not every place has it.
    ``passes``: on the end of its place the work goes to that of the places that took its area, at any tier.
    ``source`` and ``ended`` are keys of the sources; ``regions``: how many there are of a body with a numbered region.
    """

    tier: Tier
    name: str
    id: str = ""
    aliases: Words = ()
    symbols: Words = ()
    body: Body
    since: Day = None
    until: Day = None
    successors: tuple[Annotated[Heir, BeforeValidator(_heir)], ...] = ()
    counterpart: str | None = None
    parent: str = ""
    above: str = ""
    of: Words = ()
    only: Words = ()
    not_in: Words = Field(default=(), alias="not-in")
    some: bool = False
    passes: bool = False
    bare: bool = False
    needs_place: bool = Field(default=False, alias="needs-place")
    regions: int = 0
    source: str
    ended: str = ""

    @property
    def level(self) -> Level:
        return _LEVEL.get(self.body) or Level(self.tier)

    @property
    def signs(self) -> tuple[str, ...]:
        """The letters by which the body signs: those of the rule, or those that follow from the name."""
        return self.symbols or symbol_of(self.name)

    def bare_name(self, noun: str) -> str:
        """The name in a place of the kind ``noun``, without the place itself."""
        return " ".join(fill(self.name, noun).split())

    def bare_aliases(self, noun: str) -> tuple[str, ...]:
        """Short forms and other names, without the place."""
        name = self.bare_name(noun)
        alone = (name,) if "{proper}" in self.name and " " in name else ()
        found = (*alone, *(" ".join(fill(alias, noun).split()) for alias in self.aliases), *short_forms(name))
        signs = [sign for sign in self.signs if sign not in LEXICON.shared_symbols] if symbol_of(name) else ()
        return tuple(alias for alias in dict.fromkeys((*found, *signs)) if alone or alias != name)

    def full_name(self, noun: str, proper: str, place: str) -> str:
        """The name as a page prints it: *Sở Nội vụ tỉnh Bắc Ninh*, *Tỉnh ủy Bắc Ninh*."""
        own = self.bare or self.tier == Tier.CENTRAL or "{p" in self.name.replace("{party}", "")
        return fill(self.name if own else f"{self.name} {{place}}", noun, proper, place)

    def slug(self, noun: str, proper: str) -> str:
        """The part of the body's id behind its place; one word alone says too little (``bao-bac-ninh``)."""
        name = self.bare_name(noun)
        return self.id or slug(name if " " in name or "{proper}" not in self.name else f"{name} {proper}")

    @property
    def only_there(self) -> bool:
        """Whether the name says the tier, so that a text of a place below means it without naming the place."""
        return self.tier == Tier.CENTRAL or self.name.startswith("Sở ") or "{party}" in self.name

    def fits(self, place_id: str, noun: str) -> bool:
        """Whether the place may have the body."""
        return (
            (not self.of or noun in self.of)
            and (not self.only or place_id in self.only)
            and place_id not in self.not_in
        )


class GroupRule(RulePart):
    """How texts of a place of a tier address many bodies at once; ``members`` are the sorts of body of the place.

    Any run of ``words`` alone is a name of the group: *các sở, ngành* and *các thôn, bản, tổ dân phố* vary freely.
    """

    tier: Tier
    name: str
    id: str = ""
    aliases: Words = ()
    level: Level | None = None
    words: Words = ()
    members: Annotated[tuple[Body, ...], BeforeValidator(_tuple)] = ()

    @property
    def slug(self) -> str:
        return self.id or slug(self.name)


class Standard(RulePart):
    """All of the file: the sources, and the rules with the defaults of their part filled in."""

    sources: Mapping[str, Fact]
    rules: tuple[BodyRule, ...]
    groups: tuple[GroupRule, ...]

    @model_validator(mode="after")
    def _sourced(self) -> Self:
        unknown = {key for rule in self.rules for key in (rule.source, rule.ended) if key} - set(self.sources)
        nouns = {noun for rule in self.rules for noun in rule.of} - set(NOUNS)
        if unknown or nouns:
            raise ValueError(f"no such source or kind of place: {sorted(unknown | nouns)}")
        return self

    @cached_property
    def of_tier(self) -> dict[Tier, tuple[BodyRule, ...]]:
        return {tier: tuple(rule for rule in self.rules if rule.tier == tier) for tier in Tier}

    @cached_property
    def groups_of(self) -> dict[Tier, tuple[GroupRule, ...]]:
        return {tier: tuple(rule for rule in self.groups if rule.tier == tier) for tier in Tier}


def fill(template: str, noun: str, proper: str = "", place: str = "") -> str:
    """``template`` in a place of the kind ``noun``; without ``proper`` and ``place``, its words alone.

    >>> fill("Ban Tổ chức {party} ủy {proper}", "tỉnh", "Bắc Ninh")
    'Ban Tổ chức Tỉnh ủy Bắc Ninh'
    """
    filled = template.replace("{party}", _PARTY.get(noun, "")).replace("{proper}", proper).replace("{place}", place)
    return re.sub(r"\s+", " ", filled).strip()


def _numbered(rule: dict[str, Any]) -> list[dict[str, Any]]:
    """One rule for each region of a rule that has regions."""
    count = rule.get("regions", 0)
    if not count:
        return [rule]
    return [
        {
            **rule,
            "name": _region(rule["name"], number),
            "aliases": [_region(alias, number) for alias in rule.get("aliases", ())],
        }
        for number in range(1, count + 1)
    ]


def _region(template: str, number: int) -> str:
    return template.replace("{region}", roman(number)).replace("{number}", str(number))


def roman(number: int) -> str:
    """``number``, of at most 39, in Roman numerals.

    >>> roman(14), roman(39)
    ('XIV', 'XXXIX')
    """
    found = ""
    for letters, value in _ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


def _load() -> Standard:
    data: Any = load((files("corpus.country") / "standard.yml").read_text(encoding="utf-8")).data
    rules = [
        numbered
        for part in data["rules"]
        for body in part["bodies"]
        for numbered in _numbered({**{key: value for key, value in part.items() if key != "bodies"}, **body})
    ]
    return Standard.model_validate({**data, "rules": rules})


STANDARD = _load()
