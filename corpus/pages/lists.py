"""Home page and the lists: plans, directives, agencies, data, terms."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.derive.directives import DirectiveEntry
from corpus.export.tables import TABLES
from corpus.link import Linked, group
from corpus.model import Task
from corpus.pages.page import Page, render
from corpus.vietnamese import sort_key
from corpus.vocabulary import Level


def list_pages(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Page]:
    corpus = linked.corpus
    tasks = [task for here in linked.plans for task in here.tasks]
    newest = linked.plans[0].plan.meta.year if linked.plans else None
    yield render("home.md.j2", "", linked, directives, newest=newest, tasks=_of_year(linked, tasks, newest))
    yield render("plans.md.j2", "ke-hoach/", linked, directives, by_place=_plans_by_place(linked))
    yield render("directives.md.j2", "van-ban/", linked, directives, by_issuer=_by_issuer(linked, directives))
    by_level = group(sorted((*corpus.agencies, *corpus.groups), key=lambda body: sort_key(body.name)), lambda body: body.level)
    yield render("agencies.md.j2", "co-quan/", linked, directives, by_level=[(level, by_level[level]) for level in Level if level in by_level])
    yield render("data.md.j2", "du-lieu/", linked, directives, tables=TABLES)
    yield render("terms.md.j2", "chu-viet-tat/", linked, directives, terms=sorted(corpus.terms, key=lambda term: sort_key(term.term)))


def _of_year(linked: Linked, tasks: list[Task], year: int | None) -> list[Task]:
    return [task for task in tasks if linked.corpus.plan[task.plan].meta.year == year]


def _plans_by_place(linked: Linked) -> list[tuple[str, list]]:
    by_place = group((here.plan for here in linked.plans), lambda plan: plan.meta.place)
    return sorted(by_place.items(), key=lambda item: sort_key(linked.corpus.place[item[0]].name))


def _by_issuer(linked: Linked, directives: dict[str, DirectiveEntry]) -> list[tuple[str, list]]:
    """Directives by issuer, most cited issuers first; each with the number of plans that cite it."""
    rows = [(entry, len({c.plan for c in linked.citations_of.get(entry.id, ())})) for entry in directives.values()]
    by_issuer = group(rows, lambda row: row[0].issuer_name or "Không rõ cơ quan ban hành")
    ordered = sorted(by_issuer.items(), key=lambda item: (-len(item[1]), sort_key(item[0])))
    return [(name, sorted(entries, key=lambda row: (-row[1], row[0].id))) for name, entries in ordered]
