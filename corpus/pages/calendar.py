"""The pages "Lịch": everything that has a date, by month, one page for each year, and an overview of all years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.addresses import CALENDAR, CORPUS_FILES, DATA_PAGE
from corpus.grouping import group
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.pages.paging import cut
from corpus.work.occasions import Occasion, by_day

MOST_ON_PAGE = 600


@dataclass(frozen=True)
class Year:
    """What a year's plans ask for: ``whole`` lasts all year, ``months`` holds the days of the rest, ``undated`` has none."""

    year: int
    whole: tuple[Occasion, ...]
    months: dict[int, tuple[tuple[date, Occasion], ...]]
    undated: int


@dataclass(frozen=True)
class Stretch:
    """A part of a year's calendar: a month, or what lasts all year (its days are None)."""

    title: str
    name: str
    days: tuple[tuple[date | None, Occasion], ...]


def calendar_pages(overview: Overview, years: list[Year]) -> Iterator[Page]:
    file = CORPUS_FILES[0]
    yield render("calendar.html.j2", CALENDAR, overview, years=years, file=DATA_PAGE + file.name, label=file.label)
    for year in years:
        yield from year_pages(year, overview)


def year_pages(year: Year, overview: Overview) -> Iterator[Page]:
    """The page of a year; where it has too much for one page, an index of pages for its months and for the whole year."""
    home = f"{CALENDAR}{year.year}/"
    parts = [
        *(Stretch(f"Tháng {month}", f"thang-{month}", days) for month, days in year.months.items()),
        *([Stretch("Cả năm", "ca-nam", tuple((None, one) for one in year.whole))] if year.whole else []),
    ]
    split = sum(len(part.days) for part in parts) > MOST_ON_PAGE
    yield render("calendar_year.html.j2", home, overview, year=year, parts=parts, split=split)
    for part in parts if split else ():
        for sheet in cut(part.days, f"{home}{part.name}/", MOST_ON_PAGE):
            yield render("calendar_part.html.j2", sheet.url, overview, year=year, part=part, sheet=sheet, home=home)


def calendar_years(overview: Overview) -> list[Year]:
    """The years that plans ask for something in, newest first; each day stands in its own year."""
    whole: dict[int, list[Occasion]] = defaultdict(list)
    dated: dict[int, list[Occasion]] = defaultdict(list)
    undated: dict[int, int] = defaultdict(int)
    for here in overview.plans:
        undated[here.plan.meta.year] += 0
        for item in here.items:
            found = overview.occasions(item)
            undated[here.plan.meta.year] += bool(item.times) and not found
            for one in found:
                through = whole_years(one, here.plan.period)
                for year in through:
                    whole[year].append(one)
                for year in dict.fromkeys(day.year for day in one.days) if not through else ():
                    dated[year].append(one)
    years = sorted({*whole, *dated, *undated}, reverse=True)
    return [Year(year, tuple(whole[year]), _months(year, dated[year]), undated[year]) for year in years]


def _months(year: int, found: list[Occasion]) -> dict[int, tuple[tuple[date, Occasion], ...]]:
    days = [(day, one) for day, one in by_day(found) if day.year == year]
    months = group(days, lambda pair: pair[0].month)
    return {month: tuple(months[month]) for month in sorted(months)}


def whole_years(occasion: Occasion, period: tuple[int, int]) -> range:
    """The years of a plan for ``period`` that ``occasion`` lasts through from beginning to end; none where it has days."""
    start, end = occasion.when.start, occasion.when.end
    if occasion.when.rule or not start or not end or (start.month, start.day, end.month, end.day) != (1, 1, 12, 31):
        return range(0)
    return range(max(start.year, period[0]), min(end.year, period[1]) + 1)
