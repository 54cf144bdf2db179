"""The pages "Lịch": everything that has a date, by month, one page for each year, and an overview of all years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.addresses import CALENDAR, CORPUS_FILES, DATA_PAGE
from corpus.grouping import group
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.work.items import WorkItem
from corpus.work.occasions import Occasion, by_day


@dataclass(frozen=True)
class Year:
    """What a year's plans ask for: ``whole`` lasts all year, ``months`` holds the days of the rest, ``undated`` has none."""

    year: int
    whole: tuple[Occasion, ...]
    months: dict[int, tuple[tuple[date, Occasion], ...]]
    undated: int


def calendar_pages(overview: Overview) -> Iterator[Page]:
    items = group(
        (item for items in overview.work.items.values() for item in items),
        lambda item: overview.corpus.plan[item.plan].meta.year,
    )
    years = [calendar_year(year, items[year], overview) for year in sorted(items, reverse=True)]
    file = CORPUS_FILES[0]
    yield render("calendar.md.j2", CALENDAR, overview, years=years, file=DATA_PAGE + file.name, label=file.label)
    for year in years:
        yield render("calendar_year.md.j2", f"{CALENDAR}{year.year}/", overview, year=year)


def calendar_year(year: int, items: list[WorkItem], overview: Overview) -> Year:
    """The items of the plans for ``year``; a day outside the year, as printed, stands in its month all the same."""
    found = [occasion for item in items for occasion in overview.occasions(item)]
    whole = tuple(one for one in found if is_whole_year(one, year))
    dated = by_day(one for one in found if not is_whole_year(one, year))
    months = group(dated, lambda pair: pair[0].month)
    undated = sum(bool(item.times) and not overview.occasions(item) for item in items)
    return Year(year, whole, {month: tuple(months[month]) for month in sorted(months)}, undated)


def is_whole_year(occasion: Occasion, year: int) -> bool:
    when = occasion.when
    return not when.rule and (when.start, when.end) == (date(year, 1, 1), date(year, 12, 31))
