"""What made-up plans cite: known acts of the centre, and acts of their province, the same ones for all of its places.

An act of a place follows from seed, place and year alone, so that each plan that cites it says the same of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from corpus.country.places import split_noun
from corpus.evaluation.made.issuing_places import Issuer
from corpus.evaluation.made.phrases import PHRASES, LocalAct, fill
from corpus.language.letters import upfirst
from corpus.language.numerals import write_day
from corpus.schema import KnownAct, Place

YEARS_BACK = 3  # how long acts of a province go on being cited
WITHOUT_DAY = 0.35  # of citations, as counted in the real plans
WRONG_DAY = 0.01
MISPRINTED = 0.01
_BODIES = {"committee": "Ủy ban nhân dân", "chair": "Chủ tịch Ủy ban nhân dân", "council": "Hội đồng nhân dân"}


@dataclass(frozen=True)
class PlanNumber:
    """Number and symbol of a made-up plan, and its day."""

    number: int
    symbol: str
    day: date

    @property
    def printed(self) -> str:
        return f"{self.number}/{self.symbol}"

    @property
    def promulgated(self) -> bool:
        """Whether a decision issues the plan."""
        return self.symbol.startswith("QĐ")


def plan_number(seed: int, issuer: Issuer, day: date) -> PlanNumber:
    """The number of a plan; no two subjects of one place and year have the same."""
    titles = [subject.title for subject in PHRASES.subjects]
    drawn = Random(f"{seed}/{issuer.place.id}/{day.year}").sample(range(1, 900), len(titles))
    promulgated = Random(f"{seed}/{issuer.key}").random() < 0.3
    symbol = "QĐ-UBND" if promulgated else "KH-UBND"
    return PlanNumber(drawn[titles.index(issuer.subject.title)], symbol, day)


class Citable:
    """``acts`` are the known acts of the centre."""

    def __init__(self, seed: int, acts: tuple[KnownAct, ...]):
        self._seed = seed
        self._acts = acts
        self._of_subject: dict[str, list[KnownAct]] = {}

    def printed(self, issuer: Issuer, day: date, rng: Random) -> str:
        """A citation as it is printed in a plan of ``issuer`` of ``day``, with an error where real ones have one."""
        if rng.random() < 0.45:
            words, issued = self._central(issuer, day, rng)
        else:
            words, issued = self._local(issuer, day, rng)
        return _with_day(words, issued, rng)

    def basis(self, issuer: Issuer, day: date, rng: Random) -> Iterator[str]:
        """What a plan rests on: known acts, the plan of the province, the issuer's own programme."""
        yield "Luật Tổ chức chính quyền địa phương ngày " + ("16/6/2025" if day > date(2025, 7, 1) else "19/6/2015")
        for _ in range(rng.randint(1, 3)):
            yield _with_day(*self._central(issuer, day, rng), rng)
        above = Issuer(issuer.province, issuer.province, issuer.subject)
        if issuer.place.id != issuer.province.id:
            days = [one for one in above.days(self._seed, day.year, 1) if one < day]
            yield from (self._plan(above, one, "ban hành Kế hoạch {title} {place} năm {year}") for one in days)
        for _ in range(2):
            yield _with_day(*self._local(issuer, day, rng), rng)

    def former(self, issuer: Issuer, days: list[date]) -> str:
        """How a plan names the latest of its line, of ``days``."""
        return self._plan(issuer, days[-1], "về {title} {place} năm {year}")

    def _plan(self, issuer: Issuer, day: date, title: str) -> str:
        own = plan_number(self._seed, issuer, day)
        kind, by = ("Quyết định", "Chủ tịch Ủy ban") if own.promulgated else ("Kế hoạch", "Ủy ban")
        named = fill(title, {"title": issuer.subject.title, "place": issuer.place.name, "year": day.year})
        return f"{kind} số {own.printed} ngày {write_day(day)} của {by} nhân dân {issuer.place.name} {named}"

    def _central(self, issuer: Issuer, day: date, rng: Random) -> tuple[str, date]:
        act = rng.choice([act for act in self._about(issuer) if act.issued < day] or list(self._acts))
        if act.kind == "luật":
            return act.title + " ngày {day}", act.issued
        by = act.issuer.rpartition("/")[2]
        title = act.title[:1].lower() + act.title[1:]
        return f"{upfirst(act.kind)} số {act.number} ngày {{day}} {_CENTRAL.get(by, '')}{title}", act.issued

    def _about(self, issuer: Issuer) -> list[KnownAct]:
        """Known acts that plans of the subject cite."""
        subject = issuer.subject
        if subject.title not in self._of_subject:
            found = [act for act in self._acts if any(word in act.title.lower() for word in subject.acts)]
            self._of_subject[subject.title] = found
        return self._of_subject[subject.title]

    def _local(self, issuer: Issuer, day: date, rng: Random) -> tuple[str, date]:
        """An act of the province, or of the issuer itself, of one of the years before."""
        place = rng.choice((issuer.province, issuer.place))
        act = rng.choice(PHRASES.local)
        year = day.year - rng.randint(1, YEARS_BACK)
        return self._local_act(place, issuer, act, year)

    def _local_act(self, place: Place, issuer: Issuer, act: LocalAct, year: int) -> tuple[str, date]:
        own = Random(f"{self._seed}/{place.id}/{issuer.subject.title}/{act.kind}/{year}")
        number, issued = own.randrange(900, 4000), date(year, 4, 1) + timedelta(own.randrange(270))
        noun = split_noun(place.name)[0]
        values = {"field": issuer.subject.field, "place": place.name, "area": f"trên địa bàn {noun}", "year": year}
        title = fill(act.title, {**values, "next": year + 1, "until": year + 5})
        by = f"{_BODIES[act.by]} {place.name}"
        return f"{upfirst(act.kind)} số {number}/{act.symbol} ngày {{day}} của {by} {title}", issued


_CENTRAL = {
    "chinh-phu": "của Chính phủ ",
    "thu-tuong-chinh-phu": "của Thủ tướng Chính phủ ",
    "bo-chinh-tri": "của Bộ Chính trị ",
    "quoc-hoi": "của Quốc hội ",
    "bo-noi-vu": "của Bộ Nội vụ ",
}


def _with_day(words: str, issued: date, rng: Random) -> str:
    """``words`` with the day, without one, or with one that no calendar has; the symbol now and then misprinted."""
    chance = rng.random()
    if rng.random() < MISPRINTED:
        words = words.replace("-UBND", "UBND", 1)
    if chance < WITHOUT_DAY:
        return words.replace(" ngày {day}", "", 1)
    wrong = chance < WITHOUT_DAY + WRONG_DAY
    return words.replace("{day}", f"31/9/{issued.year}" if wrong else write_day(issued), 1)
