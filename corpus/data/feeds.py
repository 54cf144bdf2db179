"""Feeds of new, reworded and dropped work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from corpus.citation_form import plan_name
from corpus.data.atom import FeedEntry, write_atom
from corpus.language.letters import upfirst
from corpus.model import Plan
from corpus.overview.agency_work import Assignment, plan_day
from corpus.overview.overview import Overview
from corpus.overview.publication import Publication
from corpus.vocabulary import ChangeKind, Part

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
    def name(self) -> str:
        """Stable as long as plan, body and sentence keep their addresses."""
        return f"{self.plan.id}/{self.body}/{self.part}/{self.kind}/{self.assignment.item.id}"


def news_of(body: str, overview: Overview) -> Iterator[News]:
    """What each plan changes for ``body``, newest plan first; with no plan before it everything is new."""
    work = overview.work.of(body)
    for record in overview.plans_touching(body):
        plan = record.plan
        if plan.id not in overview.previous:
            first = (a for part in Part for a in work.of(part, plan.id))
            yield from (News(plan, body, ChangeKind.NEW, a.part, a) for a in first)
            continue
        for change in overview.changes(body, plan.id):
            if change.kind != ChangeKind.KEPT:
                yield News(plan, body, change.kind, change.part, change.shown)


def news_through_groups(body: str, overview: Overview) -> Iterator[News]:
    """What the plans change for the groups that ``body`` belonged to at their dates, and for everybody."""
    work = overview.work.of(body)
    ways = (*work.through_groups, *work.common)
    for group in dict.fromkeys(assignment.via for assignment in ways if assignment.via):
        reached = {a.item.plan for a in ways if a.via == group}
        yield from (news for news in news_of(group, overview) if news.plan.id in reached)


def to_atom(
    news: Iterable[News], overview: Overview, title: str, url: str, home: str, publication: Publication
) -> bytes:
    """The feed at address ``url`` about the page ``home``, both relative to the site's root."""
    once = {one.name: one for one in news}.values()
    ordered = sorted(once, key=lambda one: (-plan_day(one.plan).toordinal(), one.plan.id))
    return write_atom((_entry(one, overview, publication) for one in ordered), title, url, home, publication)


def _entry(one: News, overview: Overview, publication: Publication) -> FeedEntry:
    item, corpus = one.assignment.item, overview.corpus
    published = _published(one, overview, publication)
    plan = corpus.plan[item.plan]
    text = " ".join(item.text.split())
    short = text if len(text) <= TITLE_LETTERS else text[:TITLE_LETTERS].rsplit(" ", 1)[0] + "…"
    lines = [text, *([item.time_text] if item.time_text else [])]
    lines.append(
        f"{upfirst(overview.cite(plan.id, item.anchor))}. Trong {plan_name(one.plan.meta)} năm {one.plan.meta.year}."
    )
    return FeedEntry(
        one.name,
        f"{upfirst(one.kind.label)} ({one.part.label}, {corpus.agency[one.body].name}): {short}",
        f"{plan.url}#{item.anchor}",
        published,
        max(published, publication.since(plan, item.anchor).moment),
        "\n".join(lines),
    )


def _published(one: News, overview: Overview, publication: Publication) -> datetime:
    """When it could first be said: what a plan rewords or drops only once the plan before it is there too."""
    added, before = publication.added(one.plan), overview.previous.get(one.plan.id)
    return added if one.kind == ChangeKind.NEW or before is None else max(added, publication.added(before))
