"""Everything that each body must do, over all plans; and whose work rests on which directive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.bodies.index import BodyIndex
from corpus.bodies.name_reading import is_named
from corpus.bodies.setting import setting_of
from corpus.grouping import group
from corpus.link import PlanRecord
from corpus.model import Plan
from corpus.schema import Group
from corpus.vocabulary import DutyKind, Part
from corpus.work.items import WorkItem


@dataclass(frozen=True, slots=True)
class Assignment:
    """One body's part in one item; ``via`` is the id of the group through which it is meant, if any."""

    item: WorkItem
    part: Part
    via: str | None = None


@dataclass(frozen=True)
class AgencyWork:
    """What one body must do: ``direct`` where the text names it, ``through_groups`` where it names a group of it.

    ``common`` is asked of everybody ("các cơ quan, đơn vị, địa phương") by a plan that has other work for the body.
    Each newest plan first, then in the order of the text.
    """

    body: str
    direct: tuple[Assignment, ...] = ()
    through_groups: tuple[Assignment, ...] = ()
    common: tuple[Assignment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.direct or self.through_groups)

    @property
    def all(self) -> tuple[Assignment, ...]:
        return (*self.direct, *self.through_groups, *self.common)

    @cached_property
    def plans(self) -> tuple[str, ...]:
        """Ids of the plans with work for the body, newest first as in the corpus."""
        return tuple(dict.fromkeys(assignment.item.plan for assignment in self.all))

    def within(self, plans: Collection[str]) -> AgencyWork:
        """What the body must do under ``plans`` alone."""
        ways = (self.direct, self.through_groups, self.common)
        return AgencyWork(self.body, *(tuple(a for a in found if a.item.plan in plans) for found in ways))

    @cached_property
    def place_of(self) -> dict[str, int]:
        """The place of each plan among ``plans``, from 0."""
        return {plan: place for place, plan in enumerate(self.plans)}

    @cached_property
    def _parts(self) -> dict[Part, tuple[Assignment, ...]]:
        return {part: tuple(found) for part, found in group(self.direct, lambda a: a.part).items()}

    @cached_property
    def _parts_in(self) -> dict[tuple[Part, str], tuple[Assignment, ...]]:
        return {key: tuple(found) for key, found in group(self.direct, lambda a: (a.part, a.item.plan)).items()}

    def of(self, part: Part, plan: str | None = None) -> tuple[Assignment, ...]:
        """What names the body itself with ``part``, in ``plan`` or in all."""
        return self._parts.get(part, ()) if plan is None else self._parts_in.get((part, plan), ())

    def first_part(self, plan: str) -> Part:
        """The first part, in the order of the vocabulary, in which ``plan`` names the body. Raises StopIteration for none."""
        return next(part for part in Part if self.of(part, plan))

    @cached_property
    def _reached(self) -> Counter[tuple[str, str]]:
        ways = (("group", self.through_groups), ("common", self.common))
        return Counter((way, a.item.plan) for way, found in ways for a in found)

    def count(self, plan: str) -> dict[str, int]:
        """How often the body has each part in ``plan``; ``group`` and ``common`` are what reaches it so."""
        parts = {str(part): len(self.of(part, plan)) for part in Part}
        return {**parts, **{way: self._reached[way, plan] for way in ("group", "common")}}


@dataclass(frozen=True)
class Dependence:
    """How far the work of one body rests on one directive.

    ``items`` cite it themselves; ``plans`` are the plans that rest on it as a whole and name the body.
    """

    body: str
    items: tuple[WorkItem, ...]
    plans: tuple[str, ...]


def plan_day(plan: Plan) -> date:
    """The day that a plan stands for: its date, or the last day of its year where it has none."""
    return plan.meta.issued or date(plan.meta.year, 12, 31)


def newest_day(plans: Iterable[Plan]) -> date:
    """The last day that one of ``plans`` stands for; the last day there is where there are none."""
    return max(map(plan_day, plans), default=date.max)


@dataclass(frozen=True)
class Assignments:
    """Who must do what under one plan: pairs of a body and its part in an item, by the way that it is meant."""

    direct: tuple[tuple[str, Assignment], ...]
    through_groups: tuple[tuple[str, Assignment], ...]
    common: tuple[tuple[str, Assignment], ...]


def assign(record: PlanRecord, bodies: BodyIndex, shown: Container[str] = ()) -> Assignments:
    """Who must do what under the plan of ``record``; ``bodies`` know who belongs to a group on its day.

    What is told to each commune of a province reaches those of them that are ``shown`` for another reason.
    """
    direct: list[tuple[str, Assignment]] = []
    through: list[tuple[str, Assignment]] = []
    members: dict[str, tuple[str, ...]] = {}
    for item in record.items:
        named = {body for _, found in item.bodies for body in found} | _counterparts(item)
        for part, found in item.bodies:
            for body in found:
                direct.append((body, Assignment(item, part)))
                if isinstance(bodies.get(body), Group):
                    if body not in members:
                        every = bodies.members(body, setting_of(record.plan))
                        by_name = bodies.is_told_by_name(body)
                        members[body] = every if by_name else tuple(one for one in every if one in shown)
                    through += [(one, Assignment(item, part, body)) for one in members[body] if one not in named]
    working = {body for body, _ in (*direct, *through) if not isinstance(bodies.get(body), Group)}
    return Assignments(tuple(direct), tuple(through), tuple(_assign_common(record, bodies, working)))


def _counterparts(item: WorkItem) -> set[str]:
    """The bodies that others report to or help in ``item``: nobody does so to itself."""
    helped = item.others if item.kind is DutyKind.COORDINATING else ()
    return {*item.to, *item.via, *helped}


def _assign_common(record: PlanRecord, bodies: BodyIndex, working: set[str]) -> Iterator[tuple[str, Assignment]]:
    """Give what the plan asks of everybody to the agencies that it has work for, but not to those it reports to.

    Only duties and reports: "các cơ quan, đơn vị liên quan" that coordinate are just those concerned.
    """
    for item in record.items:
        for part in (Part.DUTY, Part.REPORTS):
            for body in item.of(part):
                if isinstance(everybody := bodies.get(body), Group) and not is_named(everybody):
                    left_out = {record.plan.meta.issuer, *_counterparts(item), *item.of(part)}
                    yield from ((one, Assignment(item, part, body)) for one in sorted(working - left_out))


class WorkIndex:
    """The work of every body of a corpus."""

    def __init__(self, records: Iterable[PlanRecord], bodies: BodyIndex, shown: Container[str] = ()):
        """``records`` are those of the plans, newest first; ``bodies`` know who belongs to a group on a day.

        ``shown`` are the bodies that have a page whatever groups they are in.
        """
        self._bodies = bodies
        self.items: dict[str, tuple[WorkItem, ...]] = {}
        self.basis: dict[str, tuple[str, ...]] = {}
        self.named: dict[str, tuple[str, ...]] = {}
        """By plan, the ids of the bodies that it names as doing something."""
        self.reached: dict[str, dict[str, list[str]]] = {}
        """By plan and body, the groups (or the name of everybody) through which work reaches the body."""
        found: dict[str, tuple[list[Assignment], ...]] = defaultdict(lambda: ([], [], []))
        for record in records:
            plan = record.plan.id
            self.items[plan], self.basis[plan] = record.items, record.basis
            assigned = assign(record, bodies, shown)
            self.named[plan] = tuple(dict.fromkeys(body for body, _ in assigned.direct))
            ways = dict.fromkeys((body, one.via or "") for body, one in (*assigned.through_groups, *assigned.common))
            reached = group(ways, lambda pair: pair[0])
            self.reached[plan] = {body: [via for _, via in pairs] for body, pairs in reached.items()}
            for way, pairs in enumerate((assigned.direct, assigned.through_groups, assigned.common)):
                for body, assignment in pairs:
                    found[body][way].append(assignment)
        self._work = {body: AgencyWork(body, *map(tuple, ways)) for body, ways in found.items()}

    def of(self, body: str) -> AgencyWork:
        return self._work.get(body) or AgencyWork(body)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Ids of all bodies with work, direct or through a group."""
        return tuple(sorted(body for body, work in self._work.items() if work))

    def members_at(self, group_id: str, plan: Plan) -> tuple[str, ...]:
        """Ids of the members of a group on the day of ``plan``; empty where the register cannot tell."""
        return self._bodies.members(group_id, setting_of(plan))

    def resting_on(self, directive: str) -> tuple[Dependence, ...]:
        """The bodies whose work rests on ``directive``: those named in what cites it first, most items first."""
        return self._dependences.get(directive, ())

    @cached_property
    def _dependences(self) -> dict[str, tuple[Dependence, ...]]:
        items: dict[str, dict[str, list[WorkItem]]] = defaultdict(lambda: defaultdict(list))
        plans: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for body, work in self._work.items():
            for item in dict.fromkeys(assignment.item for assignment in work.direct):
                for directive in item.directives:
                    items[directive][body].append(item)
            for plan in dict.fromkeys(assignment.item.plan for assignment in work.direct):
                for directive in self.basis[plan]:
                    plans[directive][body].append(plan)
        return {
            directive: tuple(
                sorted(
                    (
                        Dependence(body, tuple(items[directive][body]), tuple(plans[directive][body]))
                        for body in {*items[directive], *plans[directive]}
                    ),
                    key=lambda found: (-len(found.items), -len(found.plans), found.body),
                )
            )
            for directive in {*items, *plans}
        }
