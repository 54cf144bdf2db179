"""The page of all work: a table that reads without script, and that a script filters and sorts."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.addresses import CORPUS_FILES, DATA_PAGE, WORK
from corpus.language.letters import sort_key
from corpus.model import Plan
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.schema import Agency
from corpus.vocabulary import Part, Tier
from corpus.work.items import WorkItem
from corpus.work.occasions import Occasion

# Rows of the page; it holds whole plans, newest first, until there are so many. The files hold all.
MOST_ROWS = 1500


@dataclass(frozen=True)
class WorkRow:
    """One item in the list, with its dated times."""

    item: WorkItem
    plan: Plan
    occasions: tuple[Occasion, ...]

    @property
    def due(self) -> str:
        """The last computed day as 2025-12-31, by which the list sorts; empty where there is none."""
        ends = [day for one in self.occasions for day in one.days]
        return max(ends).isoformat() if ends else ""

    @property
    def months(self) -> str:
        """The months in which it is to be done or due, as ``1 2 12``; empty where unknown."""
        found: set[int] = set()
        for one in self.occasions:
            found.update(day.month for day in one.days)
            when = one.when
            if when.start and when.end and not when.rule and when.start.year == when.end.year:
                found.update(range(when.start.month, when.end.month + 1))
        return " ".join(map(str, sorted(found)))


@dataclass(frozen=True)
class BodyChoice:
    """A body to filter by; ``groups`` are the plan and group through which work reaches it (a group, or everybody), as ``plan@group``."""

    id: str
    name: str
    groups: str


def work_list_page(overview: Overview) -> Page:
    rows, shown = _rows(overview)
    plans = [overview.corpus.plan[plan] for plan in shown]
    return render(
        "work_list.html.j2",
        WORK,
        overview,
        rows=rows,
        left_out=len(overview.plans) - len(shown),
        parts=tuple(Part),
        years=sorted({plan.meta.year for plan in plans}, reverse=True),
        levels=[tier for tier in Tier if tier in {plan.meta.level for plan in plans}],
        bodies=_choices(overview, set(shown)),
        files=CORPUS_FILES,
        folder=DATA_PAGE,
    )


def _rows(overview: Overview) -> tuple[list[WorkRow], list[str]]:
    """The rows and the ids of the plans they come from."""
    rows: list[WorkRow] = []
    shown: list[str] = []
    for here in overview.plans:
        items = overview.work.items[here.plan.id]
        if shown and len(rows) + len(items) > MOST_ROWS:
            break
        rows.extend(WorkRow(item, here.plan, overview.occasions(item)) for item in items)
        shown.append(here.plan.id)
    return rows, shown


def _choices(overview: Overview, shown: set[str]) -> list[BodyChoice]:
    choices = []
    for body in overview.work.bodies:
        work = overview.work.of(body)
        if not any(assignment.item.plan in shown for assignment in work.all):
            continue
        reached = {f"{a.item.plan}@{a.via}" for a in (*work.through_groups, *work.common) if a.item.plan in shown}
        choices.append(BodyChoice(body, _name(overview, body), " ".join(sorted(reached))))
    return sorted(choices, key=lambda choice: sort_key(choice.name))


def _name(overview: Overview, body: str) -> str:
    """The name with its place where it does not say it."""
    found = overview.corpus.agency[body]
    place = overview.corpus.place[found.place]
    said = place.tier == Tier.CENTRAL or place.name.lower() in found.name.lower() or not isinstance(found, Agency)
    return found.name if said else f"{found.name} ({place.name})"
