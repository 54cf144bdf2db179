"""The page of an agency or group: everything it must do, each with its sentence, and what it takes away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.addresses import AGENCY_FILES, agency_url
from corpus.grouping import group
from corpus.model import AgencyMention, Corpus, Plan
from corpus.overview.agency_work import AgencyWork, Assignment, plan_day
from corpus.overview.overview import Overview
from corpus.overview.work_changes import Change
from corpus.pages.agency_words import introduce
from corpus.pages.page import Page, render
from corpus.schema import Agency, Group
from corpus.vocabulary import ChangeKind, Part

# A sentence that merely mentions a body is shown with so many letters on either side.
AROUND = 70
# Mentions beyond these are counted, not listed: the plans' own pages show them all.
MOST_MENTIONS = 60

HEADINGS = {
    Part.LEADS: ("chu-tri", "Chủ trì"),
    Part.COORDINATES: ("phoi-hop", "Phối hợp"),
    Part.DUTY: ("trach-nhiem", "Trách nhiệm"),
    Part.REPORTS: ("bao-cao", "Báo cáo"),
}
# Sections of what reaches a body without naming it.
WAYS = {"group": "qua-nhom", "common": "giao-chung"}


@dataclass(frozen=True)
class Snippet:
    """A mention in its sentence."""

    plan: str
    anchor: str
    before: str
    text: str
    after: str


@dataclass(frozen=True)
class PlanChanges:
    """What changed for a body from ``previous`` to ``plan``, without what stayed as it was."""

    plan: Plan
    previous: Plan
    changes: tuple[Change, ...]
    kept: int

    def count(self, kind: str) -> int:
        return sum(change.kind == kind for change in self.changes)


def part_anchor(part: str, plan: str) -> str:
    """Address, on the page of a body, of its work with ``part`` (or ``group``, ``common``) in ``plan``."""
    name = WAYS[part] if part in WAYS else HEADINGS[Part(part)][0]
    return f"{name}-{plan.replace('/', '-')}"


def agency_pages(overview: Overview) -> Iterator[Page]:
    """One page per agency and group of the register."""
    for body in (*overview.corpus.agencies, *overview.corpus.groups):
        yield agency_page(overview, body)


def agency_page(overview: Overview, body: Agency | Group) -> Page:
    corpus, work, url = overview.corpus, overview.work.of(body.id), agency_url(body.id)
    sections = [(part, HEADINGS[part], by_plan(work.of(part))) for part in Part if work.of(part)]
    through = [(plan, list(group(found, lambda a: a.via).items())) for plan, found in by_plan(work.through_groups)]
    elsewhere = snippets(overview, work, overview.mentions_of.get(body.id, []))
    changed = changed_plans(overview, body)
    newest = max((corpus.plan[plan].meta.year for plan in work.plans), default=None)
    single = isinstance(body, Agency)
    return render(
        "agency.html.j2",
        url,
        overview,
        body=body,
        work=work,
        intro=introduce(body, corpus, url),
        sections=sections,
        through=through,
        basis=[(plan, overview.work.basis[plan]) for plan in work.plans if overview.work.basis[plan]],
        common=by_plan(work.common),
        changed=changed,
        changed_ids=[(one.plan.id, one) for one in changed],
        newest=newest,
        off_sheet=lambda plans: off_sheet(corpus, plans, newest),
        elsewhere=elsewhere[:MOST_MENTIONS],
        mentioned=len(elsewhere),
        members=members_by_plans(overview, body, work) if not single else [],
        handed_on=overview.handed_on.get(body.id, ()),
        taken_over=overview.taken_over.get(body.id, ()),
        counterparts=counterparts(overview, body) if single else [],
        files=AGENCY_FILES if work else (),
        part_anchor=part_anchor,
        ChangeKind=ChangeKind,
    )


def by_plan(assignments: tuple[Assignment, ...]) -> list[tuple[str, list[Assignment]]]:
    return list(group(assignments, lambda assignment: assignment.item.plan).items())


def off_sheet(corpus: Corpus, plans: list[tuple[str, object]], newest: int | None) -> bool:
    """Whether the printed sheet leaves out a section: none of its plans is of the newest year."""
    return not any(corpus.plan[plan].meta.year == newest for plan, _ in plans)


def changed_plans(overview: Overview, body: Agency | Group) -> list[PlanChanges]:
    """What changed from plan to plan, newest first; not for plans made after the body had ended."""
    found = []
    for record in overview.plans_touching(body.id):
        plan = record.plan
        if isinstance(body, Agency) and body.until and body.until < plan_day(plan):
            continue
        every = overview.changes(body.id, plan.id)
        changed = tuple(change for change in every if change.kind != ChangeKind.KEPT)
        if changed:
            found.append(PlanChanges(plan, overview.previous[plan.id], changed, len(every) - len(changed)))
    return found


def snippets(overview: Overview, work: AgencyWork, mentions: list[AgencyMention]) -> list[Snippet]:
    """The sentences that mention a body outside its own work, one for each passage."""
    own = {(a.item.plan, a.item.anchor) for a in work.direct}
    found: dict[tuple[str, str], Snippet] = {}
    for mention in mentions:
        place = (mention.plan, mention.anchor)
        if place in own or place in found:
            continue
        plan = overview.corpus.plan[mention.plan]
        text = plan.passage_at[mention.anchor, mention.field].text
        start, end = max(0, mention.start - AROUND), mention.end + AROUND
        before = ("…" if start else "") + text[start : mention.start]
        after = text[mention.end : end] + ("…" if end < len(text) else "")
        found[place] = Snippet(*place, before, mention.text, after)
    return list(found.values())


def members_by_plans(overview: Overview, body: Group, work: AgencyWork) -> list[tuple[list[Plan], tuple[str, ...]]]:
    """The members of a group at the dates of the plans that name it; plans with the same members together."""
    plans = [overview.corpus.plan[plan] for plan in work.plans]
    together = group(plans, lambda plan: overview.work.members_at(body.id, plan))
    return [(plans, members) for members, plans in together.items()]


def counterparts(overview: Overview, body: Agency) -> list[Agency]:
    """Bodies with the same work at other levels, those with work of their own in the plans first."""
    if not body.counterpart:
        return []
    tier = overview.corpus.place[body.place].tier
    same = [
        other
        for other in overview.corpus.agencies
        if other.counterpart == body.counterpart and overview.corpus.place[other.place].tier != tier
    ]
    return sorted(same, key=lambda other: (not overview.work.of(other.id).direct, other.id))
