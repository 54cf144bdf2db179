"""Feeds of new citations: one for each directive that is cited."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.addresses import directive_feed_url
from corpus.check.seen import Seen
from corpus.citation_form import plan_name
from corpus.data.atom import FeedEntry, write_atom
from corpus.grouping import group
from corpus.kept import FilesAbout
from corpus.language.letters import upfirst
from corpus.model import Plan
from corpus.overview.agency_work import plan_day
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview
from corpus.overview.publication import Publication
from corpus.overview.quotes import Quote, quotes


def directive_feeds(overview: Overview) -> Iterator[FilesAbout]:
    """The feed of each cited directive, beside its page."""
    for entry in overview.directives.values():
        if entry.id in overview.citations_of:
            yield FilesAbout(directive_feed_url(entry.id), _feed, (entry.id,))


def _feed(seen: Seen, directive: str) -> Iterator[tuple[str, bytes]]:
    entry, url = seen.overview.directives[directive], directive_feed_url(directive)
    entries = feed_entries(entry, seen.overview, seen.publication)
    yield url, write_atom(entries, f"{entry.name}: lần viện dẫn mới", url, entry.url, seen.publication)


def feed_entries(entry: DirectiveEntry, overview: Overview, publication: Publication) -> Iterator[FeedEntry]:
    """A feed entry for each sentence that cites ``entry``, newest plan first."""
    by_plan = group(overview.citations_of[entry.id], lambda citation: citation.plan)
    dated = sorted(by_plan, key=lambda plan: (plan_day(overview.corpus.plan[plan]), plan), reverse=True)
    for plan_id in dated:
        plan = overview.corpus.plan[plan_id]
        yield from _of_plan(entry, overview, plan, quotes(by_plan[plan_id], plan), publication)


def _of_plan(
    entry: DirectiveEntry, overview: Overview, plan: Plan, found: tuple[Quote, ...], publication: Publication
) -> Iterator[FeedEntry]:
    """Sentences of one clause are told apart by their order there."""
    for anchor, here in group(found, lambda quote: quote.anchor).items():
        where = overview.cite(plan.id, anchor)
        for number, quote in enumerate(here, 1):
            title = f"{upfirst(quote.role.label)}: {plan_name(plan.meta)} năm {plan.meta.year}"
            yield FeedEntry(
                f"{entry.id}/{plan.id}#{anchor}-{number}",
                title,
                f"{plan.url}#{anchor}",
                publication.added(plan),
                publication.since(plan, anchor).moment,
                f"{quote.sentence}\n{upfirst(where)}",
            )
