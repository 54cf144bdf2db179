"""A corpus of any size for measuring how the program grows: wards with their bodies, each with a plan a year.

Every plan is the text of a real one with another ward, year and number, so that its sentences, tables, citations
and bodies are those of real plans. It each ward is called *Mẫu …*, so that every page says that it is made up.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from corpus.language.folding import slug
from corpus.strict_yaml import load

TEMPLATE = "chi-linh/2026/110-qd-ubnd"
TEMPLATE_PLACE = "chi-linh"
PROVINCE = "hai-phong"
WARDS_IN_PROVINCE = 100
YEARS = 10
_SYLLABLES = (
    "An Bình Châu Đông Giang Hòa Hưng Khánh Lạc Long Mỹ Nam Ninh Phú Phước Quang Sơn Tân Thạnh "
    "Thịnh Thủy Tiên Trung Vạn Việt Vĩnh Xuân Yên Đại Lộc"
)
SYLLABLES = tuple(_SYLLABLES.split())


@dataclass(frozen=True)
class Ward:
    """A made-up ward: its id, its name without the noun, the id of its province."""

    id: str
    name: str
    province: str


def ward_names() -> list[str]:
    """Names of two syllables, each once by its address: 'Tân Hòa', 'Đại Lộc' and so on."""
    names = (f"{first} {second}" for first, second in product(SYLLABLES, SYLLABLES) if first != second)
    return list({slug(name): name for name in names}.values())


def make_wards(count: int) -> list[Ward]:
    """``count`` wards, a hundred to a province; beyond the names of two syllables a number is added."""
    names = ward_names()
    wards = []
    for index in range(count):
        turn, place = divmod(index, len(names))
        name = names[place] if not turn else f"{names[place]} {turn + 1}"
        number = index // WARDS_IN_PROVINCE
        wards.append(Ward(f"mau-{slug(name)}", f"Mẫu {name}", PROVINCE if not number else f"tinh-mau-{number}"))
    return wards


def write_corpus(real: Path, root: Path, plans: int) -> int:
    """Write the corpus under ``real`` and ``plans`` made-up ones more into ``root``, which must not exist; the number of plans.

    Deterministic: the same numbers give the same bytes. Raises FileExistsError where ``root`` is there.
    """
    shutil.copytree(real / "plans", root / "plans")
    wards = make_wards(-(-plans // YEARS))
    _write_register(root, wards)
    written = 0
    text = (real / "plans" / f"{TEMPLATE}.md").read_text("utf-8")
    for year in range(YEARS):
        for ward in wards:
            if written < plans:
                _write_plan(root, text, ward, 2026 + year, random.Random(f"{ward.id}/{year}").randrange(1, 6000))
                written += 1
    return written + len(list((real / "plans").glob("*/[0-9]*/*.md")))


def _write_plan(root: Path, template: str, ward: Ward, year: int, number: int) -> None:
    file = f"{ward.id}-{year}.txt"
    source_name = re.search(r"^  file: (\S+)$", template, re.MULTILINE)
    assert source_name is not None, "the template names its source"
    source = _say((root / "plans/sources" / source_name[1]).read_text("utf-8"), ward, year, number)
    (root / "plans/sources" / file).write_text(source, "utf-8")
    text = _say(template, ward, year, number)
    text = re.sub(r"^  file: .*$", f"  file: {file}", text, count=1, flags=re.MULTILINE)
    text = re.sub(
        r"^  sha256: .*$", f"  sha256: {hashlib.sha256(source.encode()).hexdigest()}", text, count=1, flags=re.M
    )
    path = root / "plans" / ward.id / str(year) / f"{number}-qd-ubnd.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _say(text: str, ward: Ward, year: int, number: int) -> str:
    """``text`` of the template as ``ward`` would issue it in ``year``; dates of what it cites stay."""
    text = text.replace("Chí Linh", ward.name).replace("CHÍ LINH", ward.name.upper())
    text = re.sub(r"\bchi-linh\b", ward.id, text)
    text = re.sub(r"\b2026\b", str(year), text)
    return re.sub(r"\b110(?= ?/QĐ-UBND|\"$)", str(number), text, flags=re.MULTILINE)


def _write_register(root: Path, wards: list[Ward]) -> None:
    path = root / "plans/registers/agencies.yml"
    register = load(path.read_text("utf-8")).data
    assert isinstance(register, dict)
    for province in dict.fromkeys(ward.province for ward in wards):
        if province != PROVINCE:
            number = province.rsplit("-", 1)[1]
            register["places"].append(_sourced({"id": province, "name": f"thành phố Mẫu {number}", "tier": "city"}))
            for key in ("agencies", "groups"):
                register[key] += [_of_province(entry, province) for entry in register[key] if _place(entry) == PROVINCE]
    for ward in wards:
        for key in ("places", "agencies", "groups"):
            register[key] += [_of_ward(entry, ward) for entry in register[key] if _place(entry) == TEMPLATE_PLACE]
    # JSON is YAML, and is written a hundred times as fast.
    path.write_text(json.dumps(register, ensure_ascii=False, indent=1), "utf-8")


def _place(entry: dict[str, object]) -> object:
    return entry.get("place", entry["id"])


def _of_ward(entry: dict[str, object], ward: Ward) -> dict[str, object]:
    said = json.dumps(entry, ensure_ascii=False).replace("Chí Linh", ward.name)
    made: dict[str, object] = json.loads(re.sub(r"\bchi-linh\b", ward.id, said))
    if made["id"] == ward.id:
        made["parent"] = ward.province
    return _sourced(made)


def _of_province(entry: dict[str, object], province: str) -> dict[str, object]:
    said = json.dumps(entry, ensure_ascii=False).replace("Hải Phòng", f"Mẫu {province.rsplit('-', 1)[1]}")
    made: dict[str, object] = json.loads(re.sub(r"\bhai-phong\b", province, said))
    return _sourced(made)


def _sourced(entry: dict[str, object]) -> dict[str, object]:
    """``entry`` without the facts of the real one: its source is that it is made up."""
    entry["sources"] = [{"note": "Tạo ra để đo máy, không có thật"}]
    entry.pop("addresses", None)
    return entry
