"""Everything the corpus says, found and linked: the model that checks, pages and exports read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import mentions
from corpus.directives.cite import cite
from corpus.directives.known import DirectiveIndex, index_directives
from corpus.model import AgencyMention, Citation, Corpus, Duty, Plan, Report, Task
from corpus.overview.agency_work import WorkIndex
from corpus.prove.prove import Fidelity
from corpus.work.duties import duties
from corpus.work.reports import reports
from corpus.work.tasks import tasks


@dataclass(frozen=True)
class LinkedPlan:
    """One plan with what was found in it; a pure function of the plan and the registers."""

    plan: Plan
    citations: tuple[Citation, ...]
    mentions: tuple[AgencyMention, ...]
    tasks: tuple[Task, ...]
    duties: tuple[Duty, ...]
    reports: tuple[Report, ...]

    @cached_property
    def citations_at(self) -> dict[tuple[str, str], list[Citation]]:
        """Citations by passage: (anchor, field)."""
        return group(self.citations, lambda citation: (citation.anchor, citation.field))

    @cached_property
    def mentions_at(self) -> dict[tuple[str, str], list[AgencyMention]]:
        """Mentions of bodies by passage: (anchor, field)."""
        return group(self.mentions, lambda mention: (mention.anchor, mention.field))


@dataclass(frozen=True)
class Linked:
    """The whole corpus, linked; plans newest first.

    ``proofs`` say how each plan stands to its source, ``bodies`` who is
    meant by a name and who belongs to a group on a day."""

    corpus: Corpus
    plans: tuple[LinkedPlan, ...]
    proofs: Mapping[str, Fidelity]
    bodies: BodyIndex

    @cached_property
    def plan(self) -> dict[str, LinkedPlan]:
        return {linked.plan.id: linked for linked in self.plans}

    @cached_property
    def citations_of(self) -> dict[str, list[Citation]]:
        """Citations by the directive they resolve to."""
        found = (citation for linked in self.plans for citation in linked.citations if citation.directive)
        return group(found, lambda citation: citation.directive)

    @cached_property
    def work(self) -> WorkIndex:
        """What every body must do."""
        return WorkIndex(self.plans, self.bodies)

    @cached_property
    def unresolved(self) -> tuple[Citation, ...]:
        return tuple(c for linked in self.plans for c in linked.citations if c.directive not in self.corpus.directive)


def group(things: Iterable, key) -> dict:
    """``things`` in lists by ``key``, in their order."""
    groups = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return dict(groups)


def link_plan(plan: Plan, corpus: Corpus, bodies: BodyIndex, directives: DirectiveIndex) -> LinkedPlan:
    return LinkedPlan(
        plan,
        cite(plan, corpus, directives),
        mentions(plan, bodies),
        tasks(plan, bodies),
        duties(plan, bodies),
        reports(plan, bodies),
    )


def link(corpus: Corpus, proofs: Mapping[str, Fidelity]) -> Linked:
    """Find and link everything in ``corpus``; ``proofs`` are those of ``prove_corpus``."""
    newest_first = sorted(corpus.plans, key=lambda plan: (-plan.meta.year, plan.id))
    bodies, directives = BodyIndex(corpus), index_directives(corpus)
    return Linked(corpus, tuple(link_plan(plan, corpus, bodies, directives) for plan in newest_first), proofs, bodies)
