"""Places with their addresses from tables of administrative units; what ``scripts/import_places.py`` writes.

The address of a place never changes once it is published, so it is made of what the unit is itself and not of what
else there is: a province by its name (``bac-ninh``), what lies in it by that, its kind and its name
(``bac-ninh-phuong-vo-cuong``), a commune of a district after the district (``ha-giang-huyen-bac-quang-xa-tan-lap``).
Where two would share an address, each bears its code behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from corpus.country.places import CENTRAL, CountryPlace, split_noun
from corpus.language.folding import slug

LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
# Names that begin with a capital noun: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.
_CAPITAL = ("Thành phố Hồ Chí Minh",)


@dataclass(frozen=True)
class Unit:
    """One commune with the district (until 30/6/2025) and the province that it is in; some districts have no commune."""

    province: str
    province_key: str
    province_code: str
    district: str | None
    district_key: str | None
    district_code: str | None
    ward: str | None
    ward_key: str | None
    ward_code: str | None

    @property
    def key(self) -> str:
        """How the table of what became of what names the commune."""
        return f"{self.province_key}_{self.district_key}_{self.ward_key or ''}"


Became = Mapping[str, list[tuple[str, str]]]


def number_places(old: Iterable[Unit], new: Iterable[Unit], became: Became) -> list[CountryPlace]:
    """Every place before and since 01/7/2025 with its address, sorted by it."""
    old, new = list(old), list(new)
    provinces = {unit.province_key: slug(split_noun(unit.province)[1]) for unit in (*old, *new)}
    after = _addresses((unit for unit in new if unit.ward), lambda unit: provinces[unit.province_key])
    at = {(unit.province_key, unit.ward_key): address for unit, address in after.items()}
    districts = {
        (unit.province_key, unit.district_key): f"{provinces[unit.province_key]}-{slug(unit.district or '')}"
        for unit in old
    }
    before = _addresses(
        (unit for unit in old if unit.ward), lambda unit: districts[unit.province_key, unit.district_key]
    )
    found = {place.id: place for place in _provinces(old, new, provinces, became)}
    for unit, address in after.items():
        found[address] = _place(address, unit.ward, provinces[unit.province_key], unit.ward_code, since=FIRST_DAY)
    heirs: dict[str, Counter[str]] = {}
    for unit in old:
        district = districts[unit.province_key, unit.district_key]
        here = tuple(at[one] for one in became.get(unit.key, ()))
        heirs.setdefault(district, Counter()).update(here)
        if unit in before:
            found[before[unit]] = _place(before[unit], unit.ward, district, unit.ward_code, until=LAST_DAY, heirs=here)
    for unit in {districts[one.province_key, one.district_key]: one for one in old}.values():
        address = districts[unit.province_key, unit.district_key]
        # Those that took most of its communes first.
        here = tuple(sorted(heirs[address], key=lambda one: (-heirs[address][one], one)))
        province = provinces[unit.province_key]
        found[address] = _place(address, unit.district, province, unit.district_code, until=LAST_DAY, heirs=here)
    return [found[address] for address in sorted(found)]


def _provinces(old: list[Unit], new: list[Unit], ids: Mapping[str, str], became: Became) -> Iterable[CountryPlace]:
    kept = {unit.province_key for unit in new}
    for key, unit in {unit.province_key: unit for unit in (*old, *new)}.items():
        heirs = () if key in kept else tuple(ids[heir] for heir, ward in became[key] if not ward)
        until = None if key in kept else LAST_DAY
        yield _place(ids[key], unit.province, CENTRAL, unit.province_code, until=until, heirs=heirs)


def _addresses(units: Iterable[Unit], parent: Callable[[Unit], str]) -> dict[Unit, str]:
    """The address of each unit under its parent's; several of one address each bear their code."""
    made = {unit: f"{parent(unit)}-{slug(unit.ward or '')}" for unit in units}
    times = Counter(made.values())
    return {unit: address if times[address] == 1 else f"{address}-{unit.ward_code}" for unit, address in made.items()}


def _place(
    address: str,
    printed: str | None,
    parent: str,
    code: str | None,
    since: str | None = None,
    until: str | None = None,
    heirs: tuple[str, ...] = (),
) -> CountryPlace:
    noun, proper = split_noun(printed or "")
    name = printed if printed in _CAPITAL else f"{noun} {proper}"
    return CountryPlace(address, name or "", parent, code or "", since or "", until or "", " ".join(heirs))
