"""One plan, one record: what is found in a plan, as a pure function of the plan and the registers.

A record is frozen, refers to nothing outside itself but by id, and can be sent to another process.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import mentions
from corpus.directives.cite import cite
from corpus.directives.known import DirectiveIndex, index_directives
from corpus.grouping import group
from corpus.model import AgencyMention, Citation, Corpus, Duty, PassagePlace, Plan, Report, Task
from corpus.work.dismissed import keep_citations, keep_duties, keep_mentions
from corpus.work.items import WorkItem, plan_basis, work_items
from corpus.work.read_work import read_work

Found = tuple[
    tuple[Citation, ...],
    tuple[AgencyMention, ...],
    tuple[Task, ...],
    tuple[Duty, ...],
    tuple[Report, ...],
    tuple[WorkItem, ...],
    tuple[str, ...],
]


@dataclass(frozen=True)
class PlanRecord:
    """One plan with all that was found in it; ``found`` is that without the plan.

    ``items`` are its tasks, duties and reports in one form; ``basis`` are the ids of the directives
    that the plan as a whole rests on.
    """

    plan: Plan
    citations: tuple[Citation, ...]
    mentions: tuple[AgencyMention, ...]
    tasks: tuple[Task, ...]
    duties: tuple[Duty, ...]
    reports: tuple[Report, ...]
    items: tuple[WorkItem, ...]
    basis: tuple[str, ...]

    @property
    def found(self) -> Found:
        return self.citations, self.mentions, self.tasks, self.duties, self.reports, self.items, self.basis

    @cached_property
    def citations_at(self) -> dict[PassagePlace, list[Citation]]:
        """Citations by passage: (anchor, field)."""
        return group(self.citations, lambda citation: (citation.anchor, citation.field))

    @cached_property
    def mentions_at(self) -> dict[PassagePlace, list[AgencyMention]]:
        """Mentions of bodies by passage: (anchor, field)."""
        return group(self.mentions, lambda mention: (mention.anchor, mention.field))

    @cached_property
    def named(self) -> frozenset[str]:
        """Ids of all bodies that the plan names, whatever it says of them."""
        return frozenset(
            (
                self.plan.meta.issuer,
                *(body for mention in self.mentions for body in mention.agencies),
                *(body for duty in self.duties for body in duty.agencies),
                *(body for task in self.tasks for body in (*task.lead, *task.coordinating)),
                *(body for item in self.items for body in (*item.to, *item.via, *item.others)),
                *(body for report in self.reports for body in (*report.agencies, *report.to, *report.via)),
            )
        )


@dataclass(frozen=True)
class Registers:
    """The registers of a corpus, ready for looking up; the same for all its plans."""

    corpus: Corpus
    bodies: BodyIndex
    directives: DirectiveIndex

    @classmethod
    def of(cls, corpus: Corpus) -> Registers:
        return cls(corpus, BodyIndex(corpus), index_directives(corpus))

    def link_as_in(self, other: Corpus) -> bool:
        """Whether a plan is linked with these registers as with those of the ``other`` corpus."""

        def bodies(corpus: Corpus) -> tuple[object, ...]:
            places = tuple(place for place in corpus.places if place.id not in corpus.by_rule)
            return places, corpus.written_bodies

        return bodies(self.corpus) == bodies(other) and self.directives.known == index_directives(other).known


def link_plan(plan: Plan, registers: Registers) -> PlanRecord:
    """Find and link everything in ``plan``."""
    bodies = registers.bodies
    citations = keep_citations(plan, cite(plan, registers.corpus, registers.directives))
    named = keep_mentions(plan, mentions(plan, bodies))
    work = read_work(plan, bodies, named)
    found = work.tasks, keep_duties(plan, work.duties), work.reports
    return PlanRecord(
        plan,
        citations,
        named,
        *found,
        work_items(plan, citations, *found),
        plan_basis(plan, citations),
    )
