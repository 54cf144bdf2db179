"""The page of an agency or group: everything it must do, each with its sentence, and what it takes away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.addresses import AGENCY_FILES, agency_url, sheet_url
from corpus.check.seen import Seen
from corpus.grouping import group
from corpus.model import AgencyMention, Corpus, Plan
from corpus.overview.agency_work import AgencyWork, Assignment, plan_day
from corpus.overview.overview import Overview
from corpus.overview.work_changes import Change
from corpus.pages.about import about_agency
from corpus.pages.agency_words import introduce
from corpus.pages.page import Page, page_about, render
from corpus.pages.paging import Sheet, cut
from corpus.pages.timeline import timeline
from corpus.schema import Agency, Group
from corpus.vocabulary import ChangeKind, Part

# A sentence that merely mentions a body is shown with so many letters on either side.
AROUND = 70
# Mentions beyond these are counted, not listed: the plans' own pages show them all.
MOST_MENTIONS = 60
MOST_COUNTERPARTS = 100
PLANS_ON_SHEET = 30

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


def work_url(overview: Overview, body: str, part: str, plan: str) -> str:
    """Address of the work that ``body`` has with ``part`` in ``plan``, on whichever sheet of its page it stands."""
    number = overview.work.of(body).place_of[plan] // PLANS_ON_SHEET + 1
    return f"{sheet_url(agency_url(body), number)}#{part_anchor(part, plan)}"


def agency_pages(seen: Seen) -> Iterator[Page]:
    """One page per agency and group of the register, in sheets where many plans have work for it."""
    for body in seen.overview.corpus.bodies:
        for sheet in _sheets(seen.overview, body.id):
            yield page_about(seen, sheet.url, _agency_page, body.id, sheet.number)


def _sheets(overview: Overview, body: str) -> tuple[Sheet[str], ...]:
    return cut(overview.work.of(body).plans, agency_url(body), PLANS_ON_SHEET)


def _agency_page(seen: Seen, body_id: str, number: int) -> Page:
    """One sheet: the work of its plans; on the first also who the body is and what else is said of it."""
    overview, sheet = seen.overview, _sheets(seen.overview, body_id)[number - 1]
    corpus, body, whole = overview.corpus, overview.corpus.agency[body_id], overview.work.of(body_id)
    work = whole if sheet.count == 1 else whole.within(set(sheet.rows))
    newest = max((corpus.plan[plan].meta.year for plan in whole.plans), default=None)
    here = [one for one in changed_plans(overview, body) if _belongs(one, sheet)]
    page = render(
        "agency.html.j2",
        sheet.url,
        overview,
        body=body,
        sheet=sheet,
        work=work,
        intro=introduce(body, corpus, sheet.url),
        sections=[(part, HEADINGS[part], by_plan(work.of(part))) for part in Part if work.of(part)],
        through=[(plan, list(group(found, lambda a: a.via).items())) for plan, found in by_plan(work.through_groups)],
        basis=[(plan, overview.work.basis[plan]) for plan in work.plans if overview.work.basis[plan]],
        common=by_plan(work.common),
        changed=here,
        changed_ids=[(one.plan.id, one) for one in here],
        newest=newest,
        off_sheet=lambda plans: off_sheet(corpus, plans, newest),
        files=AGENCY_FILES if whole else (),
        part_anchor=part_anchor,
        ChangeKind=ChangeKind,
        **_beside(overview, body, sheet, whole),
    )
    return page.telling(lambda: about_agency(body, overview)) if sheet.number == 1 else page


def _belongs(change: PlanChanges, sheet: Sheet[str]) -> bool:
    """Whether a change stands on ``sheet``: that of its plan, or of the plan before where the later one is silent."""
    return change.plan.id in sheet.rows or change.previous.id in sheet.rows


def _beside(overview: Overview, body: Agency | Group, sheet: Sheet[str], work: AgencyWork) -> dict[str, object]:
    """What stands beside the work, on the first sheet only."""
    if sheet.number > 1:
        lists: tuple[str, ...] = ("elsewhere", "members", "members_now", "handed_on", "taken_over", "counterparts")
        return {**dict.fromkeys(lists, ()), "mentioned": 0, "timeline": None}
    elsewhere = snippets(overview, work, overview.mentions_of.get(body.id, []))
    newest = overview.corpus.plan[work.plans[0]] if work.plans else None
    dated = (one.item for one in work.direct if newest and one.item.plan == newest.id)
    return {
        "timeline": timeline(overview, newest, dated, sheet.url) if newest else None,
        "elsewhere": elsewhere[:MOST_MENTIONS],
        "mentioned": len(elsewhere),
        "members": members_by_plans(overview, body, work) if isinstance(body, Group) else [],
        "members_now": overview.members_now(body.id) if isinstance(body, Group) else (),
        "handed_on": overview.handed_on.get(body.id, ()),
        "taken_over": overview.taken_over.get(body.id, ()),
        "counterparts": counterparts(overview, body),
    }


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


def counterparts(overview: Overview, body: Agency | Group) -> list[Agency]:
    """Bodies with the same work at other levels, those with work of their own in the plans first."""
    same = overview.counterparts_of(body.id)
    return sorted(same, key=lambda other: (not overview.work.of(other.id).direct, other.id))[:MOST_COUNTERPARTS]
