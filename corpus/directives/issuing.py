"""Who issued a directive: the printed name, or the level of the plan that cites it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from corpus.bodies.words import spell_out
from corpus.country.bodies import StandardBodies
from corpus.country.register import Places
from corpus.directives.find.symbols import KIND_OF_SYMBOL
from corpus.directives.identity import CENTRAL, series
from corpus.language.folding import slug
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import longest_first
from corpus.schema import Agency, Place
from corpus.vocabulary import Tier

# Kinds of place as they stand in an agency's id; "thành phố" alone is one of the upper tier.
_TIER_OF_UNIT = {slug(place.noun): place.tiers[0] for place in LEXICON.places if not place.level}
_PARTY_OF_UNIT = {slug(place.noun): slug(place.party) for place in LEXICON.places if place.party}
_PARTY_TIER = {_PARTY_OF_UNIT[unit]: tier for unit, tier in _TIER_OF_UNIT.items()}
_UNIT = "|".join(longest_first(_TIER_OF_UNIT))
_AT = rf"(?:-(?P<unit>{_UNIT})(?:-(?P<place>.+))?)?$"
_LOCAL = re.compile(
    r"(?P<body>(?:chu-tich-)?(?:hoi-dong-nhan-dan-va-)?(?:uy-ban-nhan-dan|hoi-dong-nhan-dan)|so-.+?|van-phong-.+?)"
    + _AT
)
_PARTY = re.compile(
    rf"(?P<body>(?:ban-thuong-vu-|thuong-truc-|ban-chap-hanh-)?(?P<unit>{'|'.join(_PARTY_TIER)})-uy)"
    r"(?:-(?P<place>.+))?$"
)
# The committee of a Party organisation is named by either: "Ban Chấp hành Đảng bộ tỉnh" is Tỉnh ủy.
_PARTY_COMMITTEE = re.compile(
    rf"(?P<body>ban-thuong-vu-|thuong-truc-)?(?:ban-chap-hanh-)?dang-bo-(?P<unit>{_UNIT})(?:-(?P<place>.+))?$"
)
_PLENUM = re.compile(r"(?:hoi-nghi-(?:lan-thu|trung-uong).*)?ban-chap-hanh-trung-uong")
_TERM = re.compile(r"-khoa-[ivxlc\d]+$|-trung-uong(?:-dang)?$")
# What a body's head signs is the body's: "Giám đốc Sở Tài chính", "Trưởng Ban Dân tộc", "Chánh Thanh tra".
_HEAD = re.compile(
    r"^(?:giam-doc|truong(?=-(?:ban|phong|cong-an))|chanh(?=-(?:van-phong|thanh-tra))|(?:tong-)?cuc-truong|chi-cuc-truong)-"
)

UNKNOWN_PLACE = "chua-ro"


@dataclass(frozen=True)
class SymbolIndex:
    """Ids of the agencies of a place that issue under a symbol: as the register says, else by rule."""

    written: Mapping[tuple[str, str], frozenset[str]]
    places: Places
    standard: StandardBodies

    def of(self, place: Place, symbol: str) -> frozenset[str]:
        return self.written.get((place.id, symbol)) or frozenset(self.standard.signing(place, symbol))


def index_symbols(agencies: Iterable[Agency], places: Places) -> SymbolIndex:
    """The symbols that a register gives its ``agencies``, and those of the bodies that ``places`` have by rule."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for agency in agencies:
        for symbol in agency.symbols:
            found[agency.place, symbol].add(agency.id)
    return SymbolIndex({key: frozenset(ids) for key, ids in found.items()}, places, StandardBodies(places))


class Issuers:
    """Reads issuers as a plan of ``place`` means them."""

    def __init__(self, place: str, symbols: SymbolIndex, tier: Tier | None = None):
        """``tier`` is that of a ``place`` that nothing knows."""
        self.places = symbols.places
        self.place = place
        self.symbols = symbols
        self.tier = tier

    def in_title_of(self, printed: str | None) -> Issuers:
        """Issuers as the title of an act of ``printed`` means them: *tỉnh* there is that act's own province."""
        agency = self.read(printed, None) if printed else None
        place = agency.partition("/")[0] if agency else CENTRAL
        if place in (CENTRAL, UNKNOWN_PLACE, self.place) or place in {one.id for one in self.chain()}:
            return self
        return Issuers(place, self.symbols, _tier_of(slug(spell_out(printed or ""))))

    def chain(self) -> tuple[Place, ...]:
        """The citing plan's place, the one it belongs to, and so on up."""
        return self.places.chain(self.place)

    def of_tier(self, tier: Tier) -> str | None:
        """The citing plan's place, or the one above it, of ``tier``."""
        if self.places.get(self.place) is None:
            return self.place if tier == self.tier else None
        return next((place.id for place in self.chain() if place.tier == tier), None)

    def read(self, printed: str | None, number: str | None) -> str | None:
        """Agency id of an issuer as printed; where none is printed, of the one that the symbol names."""
        if printed:
            return self.read_name(slug(spell_out(printed)))
        return self.read_symbol(organ_of(number)) if number else None

    def read_symbol(self, organ: str) -> str | None:
        """Agency id of whom ``organ`` stands for in the plan's place and above it; None where several may be meant.

        The register wins; the names of ministries and departments give theirs by rule. UBND and HĐND are borne in
        every place, and a plan cites those of places above and beside its own: the symbol alone names none.
        """
        if organ in ("UBND", "HĐND"):
            return None
        if bearers := set().union(*(self.symbols.of(place, organ) for place in self.chain())):
            return _only_issuer(bearers)
        if name := LEXICON.issuer_of_symbol.get(organ):
            return f"{CENTRAL}/{slug(name)}"
        name, city = LEXICON.department_of_symbol.get(organ), self.of_tier(Tier.CITY)
        return f"{city}/{slug(name)}" if name and city else None

    def read_name(self, name: str) -> str | None:
        name = _HEAD.sub("", name)
        if _PLENUM.match(name):
            return f"{CENTRAL}/ban-chap-hanh-trung-uong-dang"
        if name.startswith(("bo-chinh-tri", "ban-bi-thu")):
            named = [body for body in ("bo-chinh-tri", "ban-bi-thu") if body in name]
            return f"{CENTRAL}/{'-'.join(named)}"
        if found := _PARTY.match(name):
            return self.at(found["body"], _PARTY_TIER[found["unit"]], found["place"])
        if found := _PARTY_COMMITTEE.match(name):
            committee = f"{found['body'] or ''}{_PARTY_OF_UNIT[found['unit']]}-uy"
            return self.at(committee, _TIER_OF_UNIT[found["unit"]], found["place"])
        if found := _LOCAL.match(name):
            if found["unit"] is None and found["body"].startswith("van-phong"):
                return f"{CENTRAL}/{name}"
            tier = _TIER_OF_UNIT.get(found["unit"] or "")
            if tier is None:
                city = found["body"].startswith("so-")
                return self.at(found["body"], Tier.CITY, None) if city else f"{self.place}/{found['body']}"
            return self.at(found["body"], tier, found["place"])
        if re.match(r"bo-truong-", name):
            return f"{CENTRAL}/{name.removeprefix('bo-truong-')}"
        return f"{CENTRAL}/{_TERM.sub('', name)}"

    def at(self, body: str, tier: Tier, place: str | None) -> str:
        """``body`` of the named place, or of the citing plan's own at that tier."""
        if place:
            # "Ban Chấp hành Đảng bộ tỉnh khóa XV": the term is no place.
            place = re.sub(r"(?:^|-)khoa-[ivxlc\d]+$", "", place)
            place = "" if place in _TIER_OF_UNIT else re.sub(rf"^(?:{_UNIT})-", "", place)
        # "Thành ủy Thành phố" names no other city.
        if place:
            return f"{self._named(place, tier) or place}/{body}"
        # A printed issuer that has no place here is some other body, not any body.
        return f"{self.of_tier(tier) or UNKNOWN_PLACE}/{body}"

    def _named(self, name: str, tier: Tier) -> str | None:
        """The one place of ``tier`` with that name, as in an address: in the citing plan's province, else anywhere."""
        known = self.places.addressed(name, tier)
        province = self.of_tier(Tier.CITY)
        near = [one for one in known if province in {outer.id for outer in self.places.chain(one)}]
        return next(iter(near or known)) if len(near or known) == 1 else None


def _tier_of(name: str) -> Tier | None:
    """The tier of the place that stands in an issuer's name."""
    found = _PARTY.match(name) or _PARTY_COMMITTEE.match(name) or _LOCAL.match(name)
    unit = found["unit"] if found else None
    return _TIER_OF_UNIT.get(unit or "") or _PARTY_TIER.get(unit or "")


def organ_of(number: str) -> str:
    """The issuer's part of a number: CP of *61/2018/NĐ-CP*, TU of *339-KH/TU*, SNV of the letter *55/SNV-CCHC*."""
    parts = [part for part in re.split(r"[-/]", number) if not part[:1].isdigit()]
    organ = parts[-1] if parts and parts[0] in KIND_OF_SYMBOL else "".join(parts[:1])
    return re.sub(r"\d+$", "", organ)


def _only_issuer(bearers: Set[str]) -> str | None:
    """The one of ``bearers`` of a symbol in whose name they all number; TW is borne by several and names none."""
    if len(bearers) == 1:
        return next(iter(bearers))
    found = {series(agency) for agency in bearers}
    return next(iter(found & bearers)) if len(found) == 1 and found & bearers else None
