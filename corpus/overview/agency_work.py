"""Everything that each body must do, over all plans; and whose work rests on which directive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.bodies.index import BodyIndex, is_named
from corpus.bodies.setting import setting_of
from corpus.model import Plan
from corpus.schema import Group
from corpus.vocabulary import Part
from corpus.work.items import WorkItem, plan_basis, work_items


@dataclass(frozen=True)
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

    def of(self, part: Part, plan: str | None = None) -> tuple[Assignment, ...]:
        """What names the body itself with ``part``, in ``plan`` or in all."""
        return tuple(a for a in self.direct if a.part == part and plan in (None, a.item.plan))

    def first_part(self, plan: str) -> Part:
        """The first part, in the order of the vocabulary, in which ``plan`` names the body. Raises StopIteration for none."""
        return next(part for part in Part if self.of(part, plan))

    def count(self, plan: str) -> dict[str, int]:
        """How often the body has each part in ``plan``; ``group`` and ``common`` are what reaches it so."""
        found = Counter(str(a.part) for a in self.direct if a.item.plan == plan)
        found["group"] = sum(a.item.plan == plan for a in self.through_groups)
        found["common"] = sum(a.item.plan == plan for a in self.common)
        return {key: found[key] for key in (*map(str, Part), "group", "common")}


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


class WorkIndex:
    """The work of every body of a linked corpus. Made once; a plan adds to it by itself."""

    def __init__(self, plans: Iterable, bodies: BodyIndex):
        """``plans`` are linked plans, newest first; ``bodies`` know who belongs to a group on a day."""
        self._bodies = bodies
        self.items: dict[str, tuple[WorkItem, ...]] = {}
        self.basis: dict[str, tuple[str, ...]] = {}
        self._direct: dict[str, list[Assignment]] = defaultdict(list)
        self._through: dict[str, list[Assignment]] = defaultdict(list)
        self._common: dict[str, list[Assignment]] = defaultdict(list)
        for here in plans:
            self.items[here.plan.id] = work_items(here)
            self.basis[here.plan.id] = plan_basis(here)
            self._assign(here.plan)
        self._dependences: dict[str, tuple[Dependence, ...]] | None = None

    def of(self, body: str) -> AgencyWork:
        return AgencyWork(body, *(tuple(found.get(body, ())) for found in (self._direct, self._through, self._common)))

    @cached_property
    def item(self) -> dict[str, WorkItem]:
        return {item.id: item for items in self.items.values() for item in items}

    @property
    def bodies(self) -> tuple[str, ...]:
        """Ids of all bodies with work, direct or through a group."""
        return tuple(sorted({*self._direct, *self._through}))

    def members_at(self, group: str, plan: Plan) -> tuple[str, ...]:
        """Ids of the members of a group on the day of ``plan``; empty where the register cannot tell."""
        return self._bodies.members(group, setting_of(plan))

    def _assign(self, plan: Plan) -> None:
        reached: dict[str, tuple[str, ...]] = {}
        for item in self.items[plan.id]:
            named = {body for _, bodies in item.bodies for body in bodies}
            for part, bodies in item.bodies:
                for body in bodies:
                    self._direct[body].append(Assignment(item, part))
                    if isinstance(self._bodies.by_id.get(body), Group):
                        reached.setdefault(body, self.members_at(body, plan))
                        self._reach(Assignment(item, part, body), reached[body], named)

        self._assign_common(plan)

    def _assign_common(self, plan: Plan) -> None:
        """Give what the plan asks of everybody to the agencies that it has work for, but not to those it reports to.

        Only duties and reports: "các cơ quan, đơn vị liên quan" that coordinate are just those concerned.
        """
        everybody = [
            Assignment(item, part, body)
            for item in self.items[plan.id]
            for part in (Part.DUTY, Part.REPORTS)
            for body in item.of(part)
            if isinstance(group := self._bodies.by_id.get(body), Group) and not is_named(group)
        ]
        working = {
            body
            for body in {*self._direct, *self._through}
            for last in (*self._direct.get(body, ())[-1:], *self._through.get(body, ())[-1:])
            if last.item.plan == plan.id and not isinstance(self._bodies.by_id.get(body), Group)
        }
        for assignment in everybody:
            item = assignment.item
            left_out = {plan.meta.issuer, *item.to, *item.via, *item.of(assignment.part)}
            for body in sorted(working - left_out):
                self._common[body].append(assignment)

    def _reach(self, assignment: Assignment, members: Iterable[str], named: set[str]) -> None:
        """Give ``assignment`` to members that the item does not name themselves."""
        for member in members:
            if member not in named:
                self._through[member].append(assignment)

    def resting_on(self, directive: str) -> tuple[Dependence, ...]:
        """The bodies whose work rests on ``directive``: those named in what cites it first, most items first."""
        if self._dependences is None:
            self._dependences = self._find_dependences()
        return self._dependences.get(directive, ())

    def _find_dependences(self) -> dict[str, tuple[Dependence, ...]]:
        items: dict[str, dict[str, list[WorkItem]]] = defaultdict(lambda: defaultdict(list))
        plans: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for body, assignments in self._direct.items():
            for item in dict.fromkeys(assignment.item for assignment in assignments):
                for directive in item.directives:
                    items[directive][body].append(item)
            for plan in dict.fromkeys(assignment.item.plan for assignment in assignments):
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
