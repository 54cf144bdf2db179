"""The page "Ai làm gì": the bodies of each place by plan, with how much each has to do."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.language.letters import sort_key
from corpus.link import Linked, group
from corpus.model import Plan
from corpus.overview.entries import DirectiveEntry
from corpus.pages.agency import part_anchor
from corpus.pages.page import Page, render
from corpus.vocabulary import Part

URL = "ai-lam-gi/"

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


def who_does_what_page(linked: Linked, directives: dict[str, DirectiveEntry]) -> Page:
    plans = group((here.plan for here in linked.plans), lambda plan: plan.meta.place)
    tables = [place_table(linked, place, tuple(found[:MOST_PLANS])) for place, found in plans.items()]
    tables.sort(key=lambda table: sort_key(linked.corpus.place[table.place].name))
    return render(
        "who_does_what.md.j2", URL, linked, directives, tables=tables, part_anchor=part_anchor, parts=tuple(Part)
    )


def place_table(linked: Linked, place: str, plans: tuple[Plan, ...]) -> PlaceTable:
    """Bodies that ``plans`` name, those that lead most first."""
    shown = {plan.id for plan in plans}
    rows = []
    for body in linked.work.bodies:
        work = linked.work.of(body)
        if any(assignment.item.plan in shown for assignment in work.direct):
            rows.append(BodyRow(body, tuple(work.count(plan.id) for plan in plans)))
    rows.sort(key=lambda row: _order(linked, row))
    return PlaceTable(place, plans, tuple(rows))


def _order(linked: Linked, row: BodyRow) -> tuple:
    totals = [sum(counts[part] for counts in row.counts) for part in (Part.LEADS, Part.DUTY, Part.COORDINATES)]
    return (*(-total for total in totals), sort_key(linked.corpus.agency[row.body].name))
