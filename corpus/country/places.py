"""Every province and commune before and since 01/7/2025, and the districts until then, with what became of each.

The facts stand in ``places.csv.gz``, which ``scripts/import_places.py`` makes from the PyPI package vietnamadminunits
(MIT); how addresses are made is told in ``corpus/editors/units.py``. Only places that a plan needs become ``Place``.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from corpus.language.folding import slug, spell
from corpus.schema import Fact, Place
from corpus.vocabulary import Tier

CENTRAL = "trung-uong"
PLACES_FILE = Path(__file__).with_name("places.csv.gz")
_SOURCE = "PyPI vietnamadminunits 1.0.4 (giấy phép MIT), đơn vị hành chính {}"
_BEFORE, _SINCE, _BOTH = "trước 01/7/2025", "sau 01/7/2025", "trước và sau 01/7/2025"

# The words of a place's name without its noun, each in one spelling.
ProperKey = tuple[str, ...]


class CountryPlace(NamedTuple):
    """A row of the table: days as in ISO 8601 or empty, ``successors`` ids parted by blanks, ``code`` the unit's own."""

    id: str
    name: str
    parent: str
    code: str
    since: str
    until: str
    successors: str

    @property
    def tier(self) -> Tier:
        """A province lies in the country; a commune in a district or, since 01/7/2025, in a province."""
        if self.parent == CENTRAL:
            return Tier.CITY
        return Tier.WARD if self.noun in ("phường", "xã", "thị trấn", "đặc khu") else Tier.DISTRICT

    @property
    def noun(self) -> str:
        """The kind of place: *tỉnh*, *thành phố* …, in small letters."""
        return split_noun(self.name)[0]

    @property
    def proper(self) -> str:
        """The name without its noun."""
        return split_noun(self.name)[1]

    @property
    def address(self) -> str:
        """The name without its noun as an address has it, which the id holds."""
        own = self.id.removeprefix(f"{self.parent}-").removesuffix(f"-{self.code}")
        return own if self.parent == CENTRAL else own.removeprefix(f"{_ADDRESS_OF[self.noun]}-")


NOUNS = ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã")
_ADDRESS_OF = {noun: slug(noun) for noun in NOUNS}


@lru_cache(20_000)  # as many as there are places, and a few more
def split_noun(name: str) -> tuple[str, str]:
    """The kind of place with which ``name`` begins, in small letters, and the rest: ("thành phố", "Hải Phòng").

    A name without a noun has "" for it.
    """
    small = name.lower()
    noun = next((noun for noun in NOUNS if small.startswith(f"{noun} ")), "")
    return noun, name[len(noun) :].strip()


def as_bytes(places: Iterable[CountryPlace]) -> bytes:
    """The table as its file holds it; the same places give the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CountryPlace._fields)
    writer.writerows(places)
    return gzip.compress(text.getvalue().encode(), mtime=0)


def proper_key(name: str) -> ProperKey:
    """The words of a proper name by which two printings of it are equal.

    >>> proper_key("Hoà Bình") == proper_key("HÒA BÌNH")
    True
    """
    return tuple(map(spell, re.findall(r"\w+", name)))


class Country:
    """The table of places, read when it is first asked."""

    @cached_property
    def rows(self) -> dict[str, CountryPlace]:
        """Every place by its id."""
        text = gzip.decompress(PLACES_FILE.read_bytes()).decode()
        lines = csv.reader(io.StringIO(text))
        next(lines)
        return {line[0]: CountryPlace(*line) for line in lines}

    @cached_property
    def _named(self) -> dict[ProperKey, list[CountryPlace]]:
        found: dict[ProperKey, list[CountryPlace]] = {}
        for row in self.rows.values():
            found.setdefault(proper_key(row.proper), []).append(row)
        return found

    @cached_property
    def _addressed(self) -> dict[tuple[str, Tier], list[str]]:
        found: dict[tuple[str, Tier], list[str]] = {}
        for row in self.rows.values():
            found.setdefault((row.address, row.tier), []).append(row.id)
        return found

    @cached_property
    def _below(self) -> dict[str, list[CountryPlace]]:
        found: dict[str, list[CountryPlace]] = {}
        for row in self.rows.values():
            found.setdefault(row.parent, []).append(row)
        return found

    @cached_property
    def provinces(self) -> frozenset[ProperKey]:
        """The names of provinces without their nouns."""
        return frozenset(proper_key(row.proper) for row in self._below[CENTRAL])

    def named(self, key: ProperKey) -> list[CountryPlace]:
        """Every place whose name has those words, sorted by id."""
        return self._named.get(key, [])

    def addressed(self, name: str, tier: Tier) -> list[str]:
        """Ids of the places of ``tier`` whose name without its noun is ``name`` in an address, sorted."""
        return self._addressed.get((name, tier), [])

    def below(self, place: str) -> list[CountryPlace]:
        """The places that lie in ``place`` itself at any time, sorted by id."""
        return self._below.get(place, [])

    def province_of(self, place: str) -> str:
        """The id of the province that ``place`` is or lies in; nothing for what is not in the table."""
        while place in self.rows and self.rows[place].parent != CENTRAL:
            place = self.rows[place].parent
        return place if place in self.rows else ""

    @cache  # noqa: B019 - there is one country
    def place(self, identity: str) -> Place | None:
        """The place as registers have it; None for what is neither in the table nor the country itself."""
        if identity == CENTRAL:
            note = "Cấp trung ương, không phải một đơn vị hành chính"
            return Place(id=CENTRAL, name="Trung ương", tier=Tier.CENTRAL, sources=[Fact(note=note)])
        row = self.rows.get(identity)
        if row is None:
            return None
        when = _BEFORE if row.until else _SINCE if row.since else _BOTH
        return Place(
            id=row.id,
            name=row.name,
            tier=row.tier,
            parent=row.parent,
            since=_day(row.since),
            until=_day(row.until),
            successors=row.successors.split(),
            sources=[Fact(note=_SOURCE.format(when))],
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


COUNTRY = Country()
