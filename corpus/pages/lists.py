"""The lists: plans, directives, agencies, data, terms."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.addresses import AGENCIES, PLANS, TERMS
from corpus.grouping import group
from corpus.language.letters import sort_key
from corpus.overview.overview import Overview
from corpus.pages.open_data import open_data_page
from corpus.pages.page import Page, render
from corpus.pages.paging import cut
from corpus.vocabulary import Level

# Rows of a sheet.
MOST_PLANS = 400
MOST_BODIES = 1000


def list_pages(overview: Overview) -> Iterator[Page]:
    yield from _plan_lists(overview)
    yield from _agency_lists(overview)
    yield open_data_page(overview)
    terms = sorted(overview.corpus.terms, key=lambda term: sort_key(term.term))
    yield render("terms.html.j2", TERMS, overview, terms=terms)


def _plan_lists(overview: Overview) -> Iterator[Page]:
    """The plans by place, places in alphabetical order; a sheet holds whole places."""
    by_place = group((record.plan for record in overview.plans), lambda plan: plan.meta.place)
    places = sorted(by_place.items(), key=lambda item: sort_key(overview.corpus.place[item[0]].name))
    for sheet in cut(places, PLANS, MOST_PLANS, lambda item: len(item[1])):
        yield render("plans.html.j2", sheet.url, overview, sheet=sheet, by_place=sheet.rows)


def _agency_lists(overview: Overview) -> Iterator[Page]:
    """The bodies by level, each level in alphabetical order."""
    corpus = overview.corpus
    order = {level: place for place, level in enumerate(Level)}
    bodies = sorted(corpus.bodies, key=lambda body: (order[body.level], sort_key(body.name)))
    for sheet in cut(bodies, AGENCIES, MOST_BODIES):
        by_level = group(sheet.rows, lambda body: body.level)
        yield render("agencies.html.j2", sheet.url, overview, sheet=sheet, by_level=list(by_level.items()))
