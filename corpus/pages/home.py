"""The home page: at a glance what is new, what is due, who has most to do and what most rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.addresses import HOME
from corpus.grouping import group
from corpus.language.letters import sort_key
from corpus.overview.overview import Overview
from corpus.pages.about import about_home
from corpus.pages.calendar import Year
from corpus.pages.page import Page, render
from corpus.schema import Group, Place
from corpus.vocabulary import Part

# What the page shows of each: enough for a look, the lists have the rest.
PLANS_SHOWN = 5
TASKS_SHOWN = 12
BODIES_SHOWN = 8
DIRECTIVES_SHOWN = 8
YEARS_SHOWN = 2
PLACES_SHOWN = 40


@dataclass(frozen=True)
class Busy:
    """A body by how much the plans of a year give it by name."""

    body: str
    leads: int
    duties: int


def home_page(overview: Overview, years: Sequence[Year]) -> Page:
    """The page; ``years`` are those of the calendar, newest first."""
    newest = overview.plans[0].plan.meta.year if overview.plans else None
    current = [record for record in overview.plans if record.plan.meta.year == newest]
    tasks = [task for record in current for task in record.tasks]
    places = _places(overview)
    return render(
        "home.html.j2",
        HOME,
        overview,
        newest=newest,
        tasks=tasks[:TASKS_SHOWN],
        tasks_left_out=max(0, len(tasks) - TASKS_SHOWN),
        plans=overview.plans[:PLANS_SHOWN],
        years=years[:YEARS_SHOWN],
        busy=_busiest(overview, {record.plan.id for record in current}),
        cited=_most_cited(overview),
        places=places[:PLACES_SHOWN],
        places_left_out=max(0, len(places) - PLACES_SHOWN),
    ).telling(lambda: about_home(overview))


def _busiest(overview: Overview, plans: set[str]) -> list[Busy]:
    """The bodies, groups apart, that these plans name most often to lead or to do something."""
    counts: dict[Part, Counter[str]] = {Part.LEADS: Counter(), Part.DUTY: Counter()}
    for plan in plans:
        for item in overview.plan[plan].items:
            for part, counter in counts.items():
                counter.update(item.of(part))
    bodies = [
        Busy(body, counts[Part.LEADS][body], counts[Part.DUTY][body])
        for body in {*counts[Part.LEADS], *counts[Part.DUTY]}
        if not isinstance(overview.corpus.agency[body], Group)
    ]
    return sorted(bodies, key=lambda one: (-one.leads - one.duties, -one.leads, one.body))[:BODIES_SHOWN]


def _most_cited(overview: Overview) -> list[tuple[str, int]]:
    """The directives that most plans cite, plans themselves apart, each with how many do."""
    plans = {one: len({c.plan for c in found}) for one, found in overview.citations_of.items()}
    others = ((one, count) for one, count in plans.items() if overview.directives[one].plan is None)
    return sorted(others, key=lambda pair: (-pair[1], pair[0]))[:DIRECTIVES_SHOWN]


def _places(overview: Overview) -> list[tuple[Place, int]]:
    """The places with plans, those with most first, each with how many."""
    found = group(overview.plans, lambda record: record.plan.meta.place)
    places = [(overview.corpus.place[place], len(records)) for place, records in found.items()]
    return sorted(places, key=lambda pair: (-pair[1], sort_key(pair[0].name)))
