"""The page of all work: a table that reads without script, and that a script filters and sorts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.addresses import CORPUS_FILES, DATA_PAGE, WORK
from corpus.citation_form import plan_name
from corpus.language.folding import slug
from corpus.language.letters import sort_key
from corpus.model import Plan
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.pages.paging import cut
from corpus.schema import Agency
from corpus.vocabulary import Part, Tier
from corpus.work.items import WorkItem
from corpus.work.occasions import Occasion

# Rows of a sheet, which holds whole plans. The files hold all.
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


def work_list_pages(overview: Overview) -> Iterator[Page]:
    """The list in sheets of whole plans, newest first."""
    sheets = cut(overview.plans, WORK, MOST_ROWS, lambda record: len(record.items))
    total = sum(len(record.items) for record in overview.plans)
    for sheet in sheets:
        plans = [record.plan for record in sheet.rows]
        yield render(
            "work_list.html.j2",
            sheet.url,
            overview,
            sheet=sheet,
            total=total,
            rows=[
                WorkRow(item, record.plan, overview.occasions(item)) for record in sheet.rows for item in record.items
            ],
            parts_of_page=[
                (slug(record.plan.id), _begins(record.plan, overview)) for record in sheet.rows if record.items
            ],
            parts=tuple(Part),
            years=sorted({plan.meta.year for plan in plans}, reverse=True),
            levels=[tier for tier in Tier if tier in {plan.meta.level for plan in plans}],
            bodies=_choices(overview, [plan.id for plan in plans]),
            files=CORPUS_FILES,
            folder=DATA_PAGE,
        )


def _begins(plan: Plan, overview: Overview) -> str:
    return f"{plan_name(plan.meta)} năm {plan.meta.year}, {overview.corpus.place[plan.meta.place].name}"


def _choices(overview: Overview, plans: Iterable[str]) -> list[BodyChoice]:
    """The bodies with work in ``plans``."""
    reached: dict[str, set[str]] = {}
    for plan in plans:
        for body in overview.work.named[plan]:
            reached.setdefault(body, set())
        for body, groups in overview.work.reached[plan].items():
            reached.setdefault(body, set()).update(f"{plan}@{via}" for via in groups)
    choices = [BodyChoice(body, _name(overview, body), " ".join(sorted(ways))) for body, ways in reached.items()]
    return sorted(choices, key=lambda choice: (sort_key(choice.name), choice.id))


def _name(overview: Overview, body: str) -> str:
    """The name with its place where it does not say it."""
    found = overview.corpus.agency[body]
    place = overview.corpus.place[found.place]
    said = place.tier == Tier.CENTRAL or place.name.lower() in found.name.lower() or not isinstance(found, Agency)
    return found.name if said else f"{found.name} ({place.name})"
