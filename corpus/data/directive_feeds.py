"""Feeds of new citations: one for each directive that is cited."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.citation_form import cite_clause
from corpus.data.atom import MOST_ENTRIES, FeedEntry, write_atom
from corpus.data.write import write_if_changed
from corpus.language.letters import upfirst
from corpus.link import Linked, group
from corpus.overview.agency_work import plan_day
from corpus.overview.entries import DirectiveEntry, collect_directives
from corpus.overview.quotes import Quote, quotes
from corpus.pages.page import plan_name

FEED_NAME = "vien-dan.atom"


def write_directive_feeds(linked: Linked, site: Path) -> None:
    """Write the feed of each cited directive beside its page in the folder ``site``."""
    for entry in collect_directives(linked).values():
        if entry.id in linked.citations_of:
            url = f"{entry.url}{FEED_NAME}"
            title = f"{entry.name}: lần viện dẫn mới"
            write_if_changed(site / url, write_atom(feed_entries(entry, linked), title, url, entry.url))


def feed_entries(entry: DirectiveEntry, linked: Linked) -> list[FeedEntry]:
    """A feed entry for each sentence that cites ``entry``, newest plan first."""
    by_plan = group(linked.citations_of[entry.id], lambda citation: citation.plan)
    dated = sorted(by_plan, key=lambda plan: (plan_day(linked.corpus.plan[plan]), plan), reverse=True)
    found = (
        one for plan in dated for one in _of_plan(entry, linked, plan, quotes(by_plan[plan], linked.corpus.plan[plan]))
    )
    return list(islice(found, MOST_ENTRIES))


def _of_plan(entry: DirectiveEntry, linked: Linked, plan_id: str, found: tuple[Quote, ...]) -> Iterator[FeedEntry]:
    """Sentences of one clause are told apart by their order there."""
    plan = linked.corpus.plan[plan_id]
    for anchor, here in group(found, lambda quote: quote.anchor).items():
        where = cite_clause(plan, anchor, linked.corpus)
        for number, quote in enumerate(here, 1):
            sentence = " ".join("".join(text for text, _ in quote.pieces).split())
            title = f"{upfirst(quote.role.label)}: {plan_name(plan.meta)} năm {plan.meta.year}"
            yield FeedEntry(
                f"{entry.id}/{plan_id}#{anchor}-{number}",
                title,
                f"{plan.url}#{anchor}",
                plan_day(plan),
                f"{sentence}\n{upfirst(where)}",
            )
