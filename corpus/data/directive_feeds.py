"""Feeds of new citations: one for each directive that is cited."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.addresses import directive_feed_url
from corpus.citation_form import cite_clause, plan_name
from corpus.data.atom import MOST_ENTRIES, FeedEntry, write_atom
from corpus.grouping import group
from corpus.language.letters import upfirst
from corpus.overview.agency_work import plan_day
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview
from corpus.overview.quotes import Quote, quotes
from corpus.written import write_if_changed


def write_directive_feeds(overview: Overview, site: Path) -> None:
    """Write the feed of each cited directive beside its page in the folder ``site``."""
    for entry in overview.directives.values():
        if entry.id in overview.citations_of:
            url = directive_feed_url(entry.id)
            title = f"{entry.name}: lần viện dẫn mới"
            write_if_changed(site / url, write_atom(feed_entries(entry, overview), title, url, entry.url))


def feed_entries(entry: DirectiveEntry, overview: Overview) -> list[FeedEntry]:
    """A feed entry for each sentence that cites ``entry``, newest plan first."""
    by_plan = group(overview.citations_of[entry.id], lambda citation: citation.plan)
    dated = sorted(by_plan, key=lambda plan: (plan_day(overview.corpus.plan[plan]), plan), reverse=True)
    found = (
        one
        for plan in dated
        for one in _of_plan(entry, overview, plan, quotes(by_plan[plan], overview.corpus.plan[plan]))
    )
    return list(islice(found, MOST_ENTRIES))


def _of_plan(entry: DirectiveEntry, overview: Overview, plan_id: str, found: tuple[Quote, ...]) -> Iterator[FeedEntry]:
    """Sentences of one clause are told apart by their order there."""
    plan = overview.corpus.plan[plan_id]
    for anchor, here in group(found, lambda quote: quote.anchor).items():
        where = cite_clause(plan, anchor, overview.corpus)
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
