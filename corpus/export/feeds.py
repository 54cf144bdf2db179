"""Atom feeds (RFC 4287) of new, reworded and dropped work; the same corpus gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from feedgen.feed import FeedGenerator

from corpus.citation_form import cite_clause
from corpus.derive.agency_work import Assignment, plan_day
from corpus.derive.previous_plan import previous_plan
from corpus.derive.work_changes import changes
from corpus.link import Linked
from corpus.model import Plan
from corpus.pages.page import plan_name, relative, upfirst
from corpus.vocabulary import ChangeKind, Part

# Readers of a feed want what is recent; everything stands in the sheets.
MOST_ENTRIES = 100
TITLE_LETTERS = 110


@dataclass(frozen=True)
class News:
    """Something that a plan changes for a body."""

    plan: Plan
    body: str
    kind: ChangeKind
    part: Part
    assignment: Assignment

    @property
    def id(self) -> str:
        """Stable as long as plan, body and sentence keep their addresses."""
        name = f"ke-hoach-mo/{self.plan.id}/{self.body}/{self.part}/{self.kind}/{self.assignment.item.id}"
        return uuid5(NAMESPACE_URL, name).urn


def news_of(body: str, linked: Linked) -> Iterator[News]:
    """What each plan changes for ``body``, newest plan first; with no plan before it everything is new."""
    work = linked.work.of(body)
    for here in linked.plans:
        plan = here.plan
        if previous_plan(plan, linked.corpus) is None:
            first = (a for part in Part for a in work.of(part, plan.id))
            yield from (News(plan, body, ChangeKind.NEW, a.part, a) for a in first)
            continue
        for change in changes(body, plan, linked.work, linked.corpus):
            if change.kind != ChangeKind.KEPT:
                yield News(plan, body, change.kind, change.part, change.shown)


def news_through_groups(body: str, linked: Linked) -> Iterator[News]:
    """What the plans change for the groups that ``body`` belonged to at their dates."""
    for group in dict.fromkeys(assignment.via for assignment in linked.work.of(body).through_groups):
        reached = {a.item.plan for a in linked.work.of(body).through_groups if a.via == group}
        yield from (news for news in news_of(group, linked) if news.plan.id in reached)


def to_atom(news: Iterable[News], linked: Linked, title: str, url: str, home: str) -> bytes:
    """The feed at address ``url`` about the page ``home``, both relative to the site's root; newest first."""
    once = {one.id: one for one in news}.values()
    entries = sorted(once, key=lambda one: (-plan_day(one.plan).toordinal(), one.plan.id))[:MOST_ENTRIES]
    feed = FeedGenerator()
    feed.id(uuid5(NAMESPACE_URL, f"ke-hoach-mo/{url}").urn)
    feed.title(title)
    feed.author({"name": "Kế hoạch mở"})
    feed.language("vi")
    feed.generator("Kế hoạch mở")
    folder = url.rpartition("/")[0] + "/"
    feed.link(href=relative(folder, home), rel="alternate", type="text/html")
    feed.link(href=url.rpartition("/")[2], rel="self", type="application/atom+xml")
    feed.updated(_moment(max((plan_day(one.plan) for one in entries), default=date(2000, 1, 1))))
    for one in entries:
        _add(feed, one, linked, folder)
    return feed.atom_str(pretty=True)


def _add(feed: FeedGenerator, one: News, linked: Linked, folder: str) -> None:
    item, corpus = one.assignment.item, linked.corpus
    plan = corpus.plan[item.plan]
    text = " ".join(item.text.split())
    short = text if len(text) <= TITLE_LETTERS else text[:TITLE_LETTERS].rsplit(" ", 1)[0] + "…"
    entry = feed.add_entry(order="append")
    entry.id(one.id)
    entry.title(f"{upfirst(one.kind.label)} ({one.part.label}, {corpus.agency[one.body].name}): {short}")
    entry.link(href=relative(folder, f"{plan.url}#{item.anchor}"), rel="alternate", type="text/html")
    entry.updated(_moment(plan_day(one.plan)))
    entry.published(_moment(plan_day(one.plan)))
    lines = [text, *([item.time_text] if item.time_text else [])]
    lines.append(f"{upfirst(cite_clause(plan, item.anchor, corpus))}. Trong {plan_name(one.plan.meta)} năm {one.plan.meta.year}.")
    entry.content("\n".join(lines), type="text")


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
