"""Home page and the lists: plans, directives, agencies, data, terms."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.addresses import AGENCIES, CORPUS_FILES, DATA_PAGE, HOME, PLANS, TERMS
from corpus.contract import TABLES
from corpus.grouping import group
from corpus.language.letters import sort_key
from corpus.model import Task
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.vocabulary import Level


def list_pages(overview: Overview) -> Iterator[Page]:
    corpus = overview.corpus
    tasks = [task for here in overview.plans for task in here.tasks]
    newest = overview.plans[0].plan.meta.year if overview.plans else None
    yield render("home.html.j2", HOME, overview, newest=newest, tasks=_of_year(overview, tasks, newest))
    yield render("plans.html.j2", PLANS, overview, by_place=_plans_by_place(overview))
    by_level = group(
        sorted((*corpus.agencies, *corpus.groups), key=lambda body: sort_key(body.name)), lambda body: body.level
    )
    yield render(
        "agencies.html.j2",
        AGENCIES,
        overview,
        by_level=[(level, by_level[level]) for level in Level if level in by_level],
    )
    yield render("data.html.j2", DATA_PAGE, overview, tables=TABLES, work_files=CORPUS_FILES, work_folder=DATA_PAGE)
    yield render(
        "terms.html.j2",
        TERMS,
        overview,
        terms=sorted(corpus.terms, key=lambda term: sort_key(term.term)),
    )


def _of_year(overview: Overview, tasks: list[Task], year: int | None) -> list[Task]:
    return [task for task in tasks if overview.corpus.plan[task.plan].meta.year == year]


def _plans_by_place(overview: Overview) -> list[tuple[str, list]]:
    by_place = group((here.plan for here in overview.plans), lambda plan: plan.meta.place)
    return sorted(by_place.items(), key=lambda item: sort_key(overview.corpus.place[item[0]].name))
