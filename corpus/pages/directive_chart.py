"""The acts that plans cite, by year and issuer, as a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.pages.chart import Chart, Series, columns

MOST_ISSUERS = 4  # each with a look of its own; all others together
MOST_YEARS = 16
OTHERS = "Cơ quan khác"


@dataclass(frozen=True)
class CitedAct:
    """An act of a known year, and how many plans cite it."""

    issuer: str
    year: int
    plans: int


def acts_by_year(acts: Sequence[CitedAct]) -> Chart | None:
    """None where the acts are of less than two years."""
    if len({act.year for act in acts}) < 2:
        return None
    last = max(act.year for act in acts)
    first = max(min(act.year for act in acts), last - MOST_YEARS + 1)
    by_issuer: Counter[str] = Counter()
    by_year: Counter[int] = Counter()
    for act in acts:
        by_issuer[act.issuer] += act.plans
        by_year[max(act.year, first)] += act.plans
    largest = sorted(by_issuer, key=lambda issuer: (-by_issuer[issuer], issuer))[:MOST_ISSUERS]
    names = [*largest, *([OTHERS] if len(by_issuer) > len(largest) else [])]
    years = list(range(first, last + 1))
    number = Counter((act.issuer if act.issuer in largest else OTHERS, max(act.year, first)) for act in acts)
    labels = {year: str(year) for year in years} | (
        {first: f"đến {first}"} if any(a.year < first for a in acts) else {}
    )
    return Chart(
        "van-ban-theo-nam",
        "Số văn bản được viện dẫn, theo năm và cơ quan ban hành",
        columns(
            [f"’{year % 100:02}" for year in years],
            [
                Series(name, f"issuer-{place}", tuple(float(number[name, year]) for year in years))
                for place, name in enumerate(names, 1)
            ],
            "Biểu đồ số văn bản theo năm; bảng bên dưới có cùng số liệu",
        ),
        tuple((f"issuer-{place}", name) for place, name in enumerate(names, 1)),
        ("Năm", *names, "Lượt kế hoạch viện dẫn"),
        tuple(
            (labels[year], *(str(number[name, year] or "–") for name in names), str(by_year[year]))
            for year in reversed(years)
            if by_year[year]
        ),
    )
