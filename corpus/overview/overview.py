"""The corpus seen together: who cites, who must, what precedes and what changed, each computed once.

Everything here grows with the number of plans and with nothing else; what a page needs is looked up, not searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256

from corpus.bodies.index import BodyIndex
from corpus.bodies.setting import Setting
from corpus.citation_form import cite_clause, cite_within
from corpus.grouping import Thing, group
from corpus.link import PlanRecord, Registers, link_plan
from corpus.model import AgencyMention, Citation, Corpus, Passage, Plan
from corpus.needed import with_needed
from corpus.overview.agency_work import WorkIndex, newest_day
from corpus.overview.comparison import Comparison, PlanPair, compare_plans
from corpus.overview.counterparts import CounterpartIndex
from corpus.overview.entries import DirectiveEntry, collect_directives
from corpus.overview.lineage import Lineage, trace_lineage
from corpus.overview.pairing import Pairing
from corpus.overview.previous_plan import plans_above, previous_plans
from corpus.overview.succession import Handover, handovers
from corpus.overview.work_changes import Change, compare_work
from corpus.prove.prove import Fidelity
from corpus.record_store import Records, Stage, of_each
from corpus.schema import Agency, DirectiveRelation
from corpus.work.items import WorkItem
from corpus.work.occasions import Occasion, occasions

# By what a plan is known to those that cite it (directives/known.py).
_WHO = {"number", "symbol", "issued", "title", "form", "issuer", "place", "year", "promulgates"}
_CITED_KEPT = 20_000  # a page of a body and the files beside it cite the same clauses
_PAIRED = Stage("paired")
_COMPARISONS_KEPT = 4  # a plan's page and the pages that compare it follow each other


@dataclass(frozen=True)
class Overview:
    """The whole corpus; ``plans`` are the records, newest first.

    ``proofs`` say how each plan stands to its source, ``bodies`` who is meant by a name and who belongs
    to a group on a day, ``work`` what every body must do.
    """

    corpus: Corpus
    plans: tuple[PlanRecord, ...]
    proofs: Mapping[str, Fidelity]
    bodies: BodyIndex
    work: WorkIndex
    _changes: dict[tuple[str, str], tuple[Change, ...]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    _pairings: dict[str, Pairing] = field(init=False, default_factory=dict, repr=False, compare=False)
    _occasions: dict[str, tuple[Occasion, ...]] = field(init=False, default_factory=dict, repr=False, compare=False)

    @cached_property
    def plan(self) -> dict[str, PlanRecord]:
        return {record.plan.id: record for record in self.plans}

    @cached_property
    def as_of(self) -> date | None:
        """The day of the newest plan that has one: up to when the corpus goes."""
        return max((record.plan.meta.issued for record in self.plans if record.plan.meta.issued), default=None)

    @cached_property
    def newest_day(self) -> date:
        """The last day that a plan stands for; a plan without a date stands for its year."""
        return newest_day(self.corpus.plans)

    def members_now(self, group_id: str) -> tuple[str, ...]:
        """Ids of the members of a group on the newest day; empty where the register cannot tell."""
        return self.bodies.members(group_id, Setting("", self.newest_day, self.newest_day))

    @cached_property
    def directives(self) -> dict[str, DirectiveEntry]:
        """Every directive that the corpus speaks of, by id, in the order of the ids."""
        return collect_directives(self.corpus, self.plans)

    @cached_property
    def citations_of(self) -> dict[str, list[Citation]]:
        """Citations by the directive they resolve to."""
        found = ((one.directive, one) for record in self.plans for one in record.citations)
        return _by_first((directive, one) for directive, one in found if directive)

    @cached_property
    def mentions_of(self) -> dict[str, list[AgencyMention]]:
        """Mentions by the body they mean."""
        return _by_first((body, one) for record in self.plans for one in record.mentions for body in one.agencies)

    @cached_property
    def lineage(self) -> Lineage:
        """What rests on what."""
        return trace_lineage(self.corpus, self.plans, self.directives)

    @cached_property
    def previous(self) -> dict[str, Plan]:
        """The plan that each plan follows, by its id; those that follow none are left out."""
        return previous_plans(self.corpus)

    @cached_property
    def above(self) -> dict[str, Plan]:
        """The plan of a higher level that each plan takes up, by its id; those with none above them are left out."""
        return plans_above(self.corpus, self.bodies.places)

    @cached_property
    def compared(self) -> Callable[[str, str], Comparison]:
        """``compared(before, after)``: two plans, by their ids, side by side; the last few are kept."""
        return lru_cache(_COMPARISONS_KEPT)(self._compare)

    def _compare(self, before: str, after: str) -> Comparison:
        earlier, later = self.corpus.plan[before], self.corpus.plan[after]
        return compare_plans(earlier, later, self.pairing(earlier, later))

    def pairing(self, before: Plan, after: Plan) -> Pairing:
        """Which statements of ``after`` take up which of ``before``."""
        two = PlanPair.of(self.corpus, before, after)
        if two.id not in self._pairings:
            self._pairings[two.id] = two.pair()
        return self._pairings[two.id]

    def pair_plans(self, records: Records) -> None:
        """Pair every two plans that are set side by side now, as far as ``records`` do not know them."""
        follows = ((before, after) for found in (self.previous, self.above) for after, before in found.items())
        two = (PlanPair.of(self.corpus, before, self.corpus.plan[after]) for before, after in follows)
        self._pairings.update(of_each(_PAIRED, [*{one.id: one for one in two}.values()], PlanPair.pair, records))

    @cached_property
    def cite(self) -> Callable[[str, str], str]:
        """``cite(plan, anchor)``: the official citation of a clause or row of the plan with that id."""
        return lru_cache(_CITED_KEPT)(lambda plan, anchor: cite_clause(self.corpus.plan[plan], anchor, self.corpus))

    @cached_property
    def cite_within(self) -> Callable[[str, str], str]:
        """The same without naming the document."""
        return lru_cache(_CITED_KEPT)(lambda plan, anchor: cite_within(self.corpus.plan[plan], anchor))

    @cached_property
    def _following(self) -> dict[str, list[str]]:
        return _by_first((before.id, plan) for plan, before in self.previous.items())

    def followers(self, plan: str) -> tuple[str, ...]:
        """Ids of the plans that follow ``plan``."""
        return tuple(self._following.get(plan, ()))

    @cached_property
    def _place_of(self) -> dict[str, int]:
        return {record.plan.id: number for number, record in enumerate(self.plans)}

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """Work that passed from bodies that ended to others, in the order of the register."""
        return handovers(self.corpus, self.work)

    @cached_property
    def handed_on(self) -> dict[str, list[Handover]]:
        """Handovers by the body that ended, the whole or the rest of its work first."""
        return group(sorted(self.handovers, key=lambda one: one.scope is not None), lambda one: one.old)

    @cached_property
    def taken_over(self) -> dict[str, list[Handover]]:
        """Handovers by the body that took the work."""
        return group(self.handovers, lambda one: one.new)

    @cached_property
    def _counterparts(self) -> CounterpartIndex:
        return CounterpartIndex(self.corpus.agencies, self.bodies.places)

    def counterparts_of(self, body: str) -> tuple[Agency, ...]:
        """Who does the same work as ``body`` at other levels; nobody where that is a group."""
        found = self.corpus.agency[body]
        return self._counterparts.of(found) if isinstance(found, Agency) else ()

    @cached_property
    def pointing_at(self) -> dict[str, list[tuple[DirectiveRelation, DirectiveEntry]]]:
        """By directive, what the register says that others do to it."""
        relations = ((one.directive, (one, entry)) for entry in self.directives.values() for one in entry.relations)
        return _by_first(relations)

    def changes(self, body: str, plan: str) -> tuple[Change, ...]:
        """How the work that names ``body`` in ``plan`` differs from the previous plan's; empty where there is none."""
        before = self.previous.get(plan)
        if before is None:
            return ()
        key = body, plan
        if key not in self._changes:
            after = self.corpus.plan[plan]
            taken_up = self.pairing(before, after).taken_up
            self._changes[key] = compare_work(self.work.of(body), before, after, taken_up)
        return self._changes[key]

    def plans_touching(self, body: str) -> tuple[PlanRecord, ...]:
        """The plans that name ``body`` as doing something, and those that follow one that does; newest first."""
        named = {assignment.item.plan for assignment in self.work.of(body).direct}
        touching = {*named, *(after for plan in named for after in self.followers(plan))}
        return tuple(self.plan[plan] for plan in sorted(touching, key=self._place_of.__getitem__))

    def passage(self, citation: Citation) -> Passage:
        """The run of text that ``citation`` stands in."""
        return self.corpus.plan[citation.plan].passage_at[citation.anchor, citation.field]

    def occasions(self, item: WorkItem) -> tuple[Occasion, ...]:
        """The dated times of ``item`` in the year of its plan."""
        if item.id not in self._occasions:
            self._occasions[item.id] = occasions(item, self.corpus.plan[item.plan].meta.year)
        return self._occasions[item.id]


def _by_first(pairs: Iterable[tuple[str, Thing]]) -> dict[str, list[Thing]]:
    return {key: [thing for _, thing in found] for key, found in group(pairs, lambda pair: pair[0]).items()}


def stage(name: str, corpus: Corpus, records: Records | None) -> Stage:
    """What is made of a plan and follows from the registers, and, as plans cite each other, from who all plans are."""
    if records is None:
        return Stage(name)
    plans = "\0".join(f"{one.id} {one.meta.model_dump_json(include=_WHO)}" for one in corpus.plans)
    return Stage(name, f"{records.registers} {sha256(plans.encode()).hexdigest()}")


def see_together(
    corpus: Corpus,
    proofs: Mapping[str, Fidelity],
    before: Overview | None = None,
    records: Records | None = None,
) -> Overview:
    """Link every plan of ``corpus`` and see them together; ``proofs`` are those of ``prove_corpus``.

    What was found for ``before``, seen earlier, or stands in ``records``, is taken over for plans that are linked from
    the same things.
    """
    registers = Registers.of(corpus)
    known: Mapping[str, PlanRecord] = {}
    if before and registers.link_as_in(before.corpus):
        # The bodies that its index has made by rule are found again without asking the whole country.
        known, registers = before.plan, replace(registers, bodies=before.bodies)
    newest_first = sorted(corpus.plans, key=lambda plan: (-plan.meta.year, plan.id))
    new = [plan for plan in newest_first if plan.id not in known or known[plan.id].plan != plan]
    found = of_each(stage("found", corpus, records), new, lambda plan: link_plan(plan, registers).found, records)
    linked = tuple(PlanRecord(plan, *found[plan.id]) if plan.id in found else known[plan.id] for plan in newest_first)
    cited = (one.directive for record in linked for one in record.citations if one.directive in corpus.act)
    named = {body for record in linked for body in record.named} | {corpus.act[act].issuer for act in cited if act}
    work = WorkIndex(linked, registers.bodies, with_needed(corpus, named).agency)
    seen = with_needed(corpus, named, _reached(work, named, registers))
    overview = Overview(seen, linked, proofs, registers.bodies, work)
    if records:
        overview.pair_plans(records)
    return overview


def _reached(work: WorkIndex, named: Iterable[str], registers: Registers) -> set[str]:
    """Ids of the bodies that the plans mean without naming them: those that are in a group on its newest day."""
    newest = newest_day(registers.corpus.plans)
    groups = {*named, *(group.id for group in registers.corpus.groups)}
    told = (body for body in groups if registers.bodies.is_told_by_name(body))
    found = {one for body in told for one in registers.bodies.members(body, Setting("", newest, newest))}
    return found | set(work.bodies)
