"""A corpus of made-up plans, written into a folder of its own: never beside the real one, and saying what it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.evaluation.made.citable import Citable, plan_number
from corpus.evaluation.made.composing import Composer, MadePlan
from corpus.evaluation.made.issuing_places import Issuer, issuers
from corpus.evaluation.made.successive import wordings
from corpus.read.acts import ACTS_FILE, parse_acts
from corpus.read.file_places import NOTICE_FILE
from corpus.schema import KnownAct

FIRST_YEAR, YEARS = 2021, 10
NOTICE = "Dữ liệu thử: mọi kế hoạch ở đây do máy tạo để đo phần mềm, không cơ quan nào ban hành."
_EMPTY = {
    "agencies": "places: []\nagencies: []\ngroups: []\n",
    "directives": "directives: []\n",
    "glossary": "terms: []\n",
}


class NotApart(ValueError):
    """The folder is not empty, or it is the real corpus, lies in it or holds it."""


def made_plans(count: int, seed: int, acts: tuple[KnownAct, ...], years: int = YEARS) -> Iterator[MadePlan]:
    """``count`` plans of the ``years`` from 2021 on; fewer where the country has no more issuers, subjects and years."""
    citable = Citable(seed, acts)
    lines = (_line(seed, issuer, citable, years) for issuer in issuers(seed, count))
    yield from islice((plan for line in lines for plan in line), count)


def _line(seed: int, issuer: Issuer, citable: Citable, years: int) -> Iterator[MadePlan]:
    days = list(issuer.days(seed, FIRST_YEAR, years))
    for index, (day, wording) in enumerate(zip(days, wordings(f"{seed}/{issuer.key}", issuer.subject), strict=False)):
        own = plan_number(seed, issuer, day)
        yield Composer(seed, issuer, own, citable, days[:index]).compose(wording)


def write_made_corpus(real: Path, root: Path, count: int, seed: int = 0, years: int = YEARS) -> int:
    """Write ``count`` plans and their registers below ``root``; how many were made. The same numbers give the same bytes.

    Of the corpus below ``real`` only the known acts of the centre are taken. Raises NotApart unless ``root`` is empty, or
    not there, and apart from it.
    """
    _hold_apart(real, root)
    registers, sources = root / "plans/registers", root / "plans/sources"
    registers.mkdir(parents=True)
    sources.mkdir()
    known = real / "plans/registers" / ACTS_FILE
    shutil.copy(known, registers / ACTS_FILE)
    for name, text in _EMPTY.items():
        (registers / f"{name}.yml").write_text(text, "utf-8")
    (registers / NOTICE_FILE).write_text(f"{NOTICE}\n", "utf-8")
    written = 0
    for plan in made_plans(count, seed, parse_acts(known.read_text("utf-8"), known.name, []), years):
        path = root / "plans" / f"{plan.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plan.text, "utf-8")
        (sources / plan.file).write_text(plan.source, "utf-8")
        written += 1
    return written


def _hold_apart(real: Path, root: Path) -> None:
    plans, target = (real / "plans").resolve(), root.resolve()
    if target == plans or plans in target.parents or (target / "plans") == plans:
        raise NotApart(f"{root}: made-up plans are never written beside the real ones")
    if target.exists() and any(target.iterdir()):
        raise NotApart(f"{root}: the folder must be empty")
