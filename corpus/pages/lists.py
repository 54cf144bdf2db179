"""Home page and the lists: plans, directives, agencies, data, terms."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.data.agency_files import CORPUS_FILES, CORPUS_FOLDER
from corpus.data.tables import TABLES
from corpus.language.letters import sort_key
from corpus.link import Linked, group
from corpus.model import Task
from corpus.overview.entries import DirectiveEntry
from corpus.pages.page import Page, render
from corpus.vocabulary import Level


def list_pages(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Page]:
    corpus = linked.corpus
    tasks = [task for here in linked.plans for task in here.tasks]
    newest = linked.plans[0].plan.meta.year if linked.plans else None
    yield render("home.md.j2", "", linked, directives, newest=newest, tasks=_of_year(linked, tasks, newest))
    yield render("plans.md.j2", "ke-hoach/", linked, directives, by_place=_plans_by_place(linked))
    by_level = group(
        sorted((*corpus.agencies, *corpus.groups), key=lambda body: sort_key(body.name)), lambda body: body.level
    )
    yield render(
        "agencies.md.j2",
        "co-quan/",
        linked,
        directives,
        by_level=[(level, by_level[level]) for level in Level if level in by_level],
    )
    yield render(
        "data.md.j2", "du-lieu/", linked, directives, tables=TABLES, work_files=CORPUS_FILES, work_folder=CORPUS_FOLDER
    )
    yield render(
        "terms.md.j2",
        "chu-viet-tat/",
        linked,
        directives,
        terms=sorted(corpus.terms, key=lambda term: sort_key(term.term)),
    )


def _of_year(linked: Linked, tasks: list[Task], year: int | None) -> list[Task]:
    return [task for task in tasks if linked.corpus.plan[task.plan].meta.year == year]


def _plans_by_place(linked: Linked) -> list[tuple[str, list]]:
    by_place = group((here.plan for here in linked.plans), lambda plan: plan.meta.place)
    return sorted(by_place.items(), key=lambda item: sort_key(linked.corpus.place[item[0]].name))
