"""Items of work of one plan: its tasks, duties and its reports, in one form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.model import Citation, Duty, Plan, Report, Task, When
from corpus.vocabulary import DutyKind, Part, Role

# Roles by which a citation in the opening of a plan says what the whole plan rests on.
BASIS_ROLES = (Role.LEGAL_BASIS, Role.IMPLEMENTS)


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One thing to be done. ``bodies`` are the ids of agencies and groups by the part they have in it.

    ``id`` is the address of its sentence on the site, with what tells apart items of one sentence
    (a report stands in the same clause as the duty that demands it). ``directives`` are the ids of
    what the item itself cites, or the headings and points it stands under; ``printed`` is the name
    of the bodies as printed, where that is apart from the text. ``time_text`` is the printed time of a
    task, the printed frequency of a report; ``times`` are what is computed, of a task the narrower time
    that its details print before that of the column. ``to`` and ``via`` are of reports, ``kind`` of duties:
    whether they are given, asked for, or only help. ``groups``, ``parent``, ``more`` and ``assigning`` are those
    of a task (``corpus.model.Task``).
    """

    id: str
    plan: str
    anchor: str
    sort: str
    text: str
    detail: str
    bodies: tuple[tuple[Part, tuple[str, ...]], ...]
    printed: str
    time_text: str
    times: tuple[When, ...]
    product: str
    directives: tuple[str, ...]
    others: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    kind: DutyKind | None = None
    groups: tuple[str, ...] = ()
    parent: str = ""
    more: tuple[tuple[str, str], ...] = ()
    assigning: str = ""

    def of(self, part: Part) -> tuple[str, ...]:
        """Ids of the bodies that have ``part`` in the item."""
        return next((bodies for name, bodies in self.bodies if name == part), ())


def work_items(
    plan: Plan,
    citations: tuple[Citation, ...],
    tasks: tuple[Task, ...],
    duties: tuple[Duty, ...],
    reports: tuple[Report, ...],
) -> tuple[WorkItem, ...]:
    """The items of a plan: tasks, then duties and reports in the order of the text."""
    cited = _cited_at(plan, citations)
    items = [_from_task(task, cited) for task in tasks]
    items += [_from_duties(same, cited) for same in _same_words(duties)]
    items += [_from_report(report, cited) for report in reports]
    return tuple(_with_own_ids(items))


def _same_words(duties: tuple[Duty, ...]) -> list[list[Duty]]:
    """Duties in lists of those that one sentence gives to several bodies."""
    found: dict[tuple[str, str], list[Duty]] = {}
    for duty in duties:
        found.setdefault((duty.anchor, duty.text), []).append(duty)
    return list(found.values())


def plan_basis(plan: Plan, citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """Ids of the directives that the whole plan rests on: those its opening cites as basis or to implement."""
    found = (
        citation.directive
        for citation in citations
        if citation.directive
        and citation.role in BASIS_ROLES
        and not citation.within
        and _in_opening(plan, citation.anchor)
    )
    return tuple(dict.fromkeys(found))


def _in_opening(plan: Plan, anchor: str) -> bool:
    """Whether ``anchor`` stands under no section: the letterhead, the bases, the paragraphs before section I."""
    return all(clause.kind not in ("heading", "table") for clause in plan.ancestors.get(anchor, ()))


def _from_task(task: Task, cited: dict[str, tuple[str, ...]]) -> WorkItem:
    return WorkItem(
        f"{task.plan}#{task.anchor}",
        task.plan,
        task.anchor,
        "task",
        task.title,
        task.detail,
        ((Part.LEADS, task.lead), (Part.COORDINATES, task.coordinating)),
        "; ".join(name for name in (task.lead_text, task.coordinating_text) if name),
        _one_line(task.when.text),
        (task.time,) if task.when.text or task.within else (),
        task.product,
        cited.get(task.anchor, ()),
        groups=task.groups,
        parent=task.parent,
        more=task.more,
        assigning=task.assigning,
    )


def _from_duties(duties: list[Duty], cited: dict[str, tuple[str, ...]]) -> WorkItem:
    duty = duties[0]
    bodies = _unique(body for one in duties for body in one.agencies)
    return WorkItem(
        f"{duty.plan}#{duty.anchor}",
        duty.plan,
        duty.anchor,
        "duty",
        duty.text,
        "",
        ((Part.DUTY, bodies),),
        "; ".join(_unique(one.printed_name for one in duties)),
        "",
        (),
        "",
        cited.get(duty.anchor, ()),
        tuple(body for body in _unique(body for one in duties for body in one.others) if body not in bodies),
        kind=duty.kind,
    )


def _from_report(report: Report, cited: dict[str, tuple[str, ...]]) -> WorkItem:
    return WorkItem(
        f"{report.plan}#{report.anchor}",
        report.plan,
        report.anchor,
        "report",
        report.text,
        "",
        ((Part.REPORTS, report.agencies),),
        "",
        _one_line(report.frequency),
        report.deadlines,
        "",
        cited.get(report.anchor, ()),
        to=report.to,
        via=report.via,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unique(things: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(things))


def _with_own_ids(items: list[WorkItem]) -> Iterator[WorkItem]:
    """Items of one sentence get ``-bao-cao`` or a running number, so that every id is used once."""
    used: dict[str, int] = {}
    for item in items:
        name = f"{item.id}-bao-cao" if item.sort == "report" else item.id
        used[name] = used.get(name, 0) + 1
        number = "" if used[name] == 1 else f"-{used[name]}"
        yield replace(item, id=f"{name}{number}")


def _cited_at(plan: Plan, citations: tuple[Citation, ...]) -> dict[str, tuple[str, ...]]:
    """For each clause and row, the directives cited in it, below it, or in the headings and points above it."""
    own: dict[str, list[str]] = {}
    for citation in citations:
        if citation.directive and citation.role != Role.SELF:
            own.setdefault(citation.anchor, []).append(citation.directive)
    found: dict[str, tuple[str, ...]] = {}
    for anchor, trail in plan.ancestors.items():
        above = [clause.anchor for clause in trail if clause.kind not in ("part", "table")]
        below = [clause.anchor for clause in trail[-1].walk()] if trail[-1].anchor == anchor else []
        anchors = dict.fromkeys((*above, anchor, *below))
        found[anchor] = tuple(dict.fromkeys(directive for name in anchors for directive in own.get(name, ())))
    return found
