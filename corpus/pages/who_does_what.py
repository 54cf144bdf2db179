"""The page "Ai làm gì": the bodies of each place by plan, with how much each has to do."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.addresses import WHO_DOES_WHAT
from corpus.grouping import group
from corpus.language.letters import sort_key
from corpus.model import Plan
from corpus.overview.overview import Overview
from corpus.pages.agency import part_anchor
from corpus.pages.page import Page, render
from corpus.vocabulary import Part

# So many plans of a place stand side by side; older ones are on the pages of the bodies.
MOST_PLANS = 5


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


def who_does_what_page(overview: Overview) -> Page:
    plans = group((here.plan for here in overview.plans), lambda plan: plan.meta.place)
    tables = [place_table(overview, place, tuple(found[:MOST_PLANS])) for place, found in plans.items()]
    tables.sort(key=lambda table: sort_key(overview.corpus.place[table.place].name))
    return render(
        "who_does_what.html.j2", WHO_DOES_WHAT, overview, tables=tables, part_anchor=part_anchor, parts=tuple(Part)
    )


def place_table(overview: Overview, place: str, plans: tuple[Plan, ...]) -> PlaceTable:
    """Bodies that ``plans`` name, those that lead most first."""
    named = dict.fromkeys(body for plan in plans for body in overview.work.named[plan.id])
    rows = [BodyRow(body, tuple(overview.work.of(body).count(plan.id) for plan in plans)) for body in named]
    rows.sort(key=lambda row: _order(overview, row))
    return PlaceTable(place, plans, tuple(rows))


def _order(overview: Overview, row: BodyRow) -> tuple:
    totals = [sum(counts[part] for counts in row.counts) for part in (Part.LEADS, Part.DUTY, Part.COORDINATES)]
    return (*(-total for total in totals), sort_key(overview.corpus.agency[row.body].name))
