"""The page "Số việc từng cơ quan": the bodies of each place by plan, with how much each has to do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.addresses import WHO_DOES_WHAT
from corpus.grouping import group
from corpus.language.letters import SortKey, sort_key
from corpus.model import Plan
from corpus.overview.overview import Overview
from corpus.pages.agency import work_url
from corpus.pages.page import Page, render
from corpus.pages.paging import cut
from corpus.vocabulary import Part

# So many plans of a place stand side by side; older ones are on the pages of the bodies.
MOST_PLANS = 5
_HEAT = (1, 3, 6, 11)  # from so much work on a cell is darker
MOST_ROWS = 600  # of a sheet


@dataclass(frozen=True)
class BodyRow:
    """One body of the table; ``counts`` are those of each plan by part, ``group`` among them."""

    body: str
    counts: tuple[dict[str, int], ...]


@dataclass(frozen=True)
class PlaceTable:
    """The newest plans of one place and the bodies they name."""

    place: str
    plans: tuple[Plan, ...]
    rows: tuple[BodyRow, ...]


def who_does_what_pages(overview: Overview) -> Iterator[Page]:
    """The tables of all places in alphabetical order, in sheets of whole tables."""
    plans = group((here.plan for here in overview.plans), lambda plan: plan.meta.place)
    tables = [place_table(overview, place, tuple(found[:MOST_PLANS])) for place, found in plans.items()]
    tables.sort(key=lambda table: sort_key(overview.corpus.place[table.place].name))
    for sheet in cut(tables, WHO_DOES_WHAT, MOST_ROWS, lambda table: len(table.rows)):
        yield render(
            "who_does_what.html.j2",
            sheet.url,
            overview,
            sheet=sheet,
            tables=sheet.rows,
            work_url=lambda body, part, plan: work_url(overview, body, part, plan),
            parts=tuple(Part),
            heat=heat,
        )


def heat(count: int) -> int:
    """How dark the cell of a body with so much work is: 0 of none, to 4.

    >>> [heat(count) for count in (0, 1, 2, 3, 6, 11, 400)]
    [0, 1, 1, 2, 3, 4, 4]
    """
    return bisect_right(_HEAT, count)


def place_table(overview: Overview, place: str, plans: tuple[Plan, ...]) -> PlaceTable:
    """Bodies that ``plans`` name, those that lead most first."""
    named = dict.fromkeys(body for plan in plans for body in overview.work.named[plan.id])
    rows = [BodyRow(body, tuple(overview.work.of(body).count(plan.id) for plan in plans)) for body in named]
    rows.sort(key=lambda row: _order(overview, row))
    return PlaceTable(place, plans, tuple(rows))


def _order(overview: Overview, row: BodyRow) -> tuple[list[int], SortKey]:
    totals = [-sum(counts[part] for counts in row.counts) for part in (Part.LEADS, Part.DUTY, Part.COORDINATES)]
    return (totals, sort_key(overview.corpus.agency[row.body].name))
