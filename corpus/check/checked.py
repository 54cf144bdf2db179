"""A corpus that was looked through: all that the rules find, each rule run once for each plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.check.cited import find_cited
from corpus.check.conflicts import Conflicts, find_conflicts
from corpus.check.numbering import find_numbering
from corpus.check.oddity import Oddity, as_problem, uncovered
from corpus.check.periods import find_periods
from corpus.check.plan_rules import check_plans
from corpus.check.register_rules import check_registers
from corpus.check.repeating import find_repeating
from corpus.check.unnamed import check_names
from corpus.check.wording import find_wording
from corpus.link import PlanRecord
from corpus.model import Corpus
from corpus.overview.overview import Overview, stage
from corpus.problem import Problem
from corpus.prove.prove import Fidelity
from corpus.record_store import Records, of_each
from corpus.work.coverage import Coverage, measure_coverage


@dataclass(frozen=True)
class Checked:
    """What the rules find in an overview.

    ``oddities`` are all that look odd in each plan, ``notes`` those that no editor's note covers, in the order of
    the text; ``coverage`` what became of the clauses that look like assignments; ``problems`` the warnings for the
    person who keeps the corpus.
    """

    oddities: Mapping[str, tuple[Oddity, ...]]
    notes: Mapping[str, tuple[Oddity, ...]]
    conflicts: Conflicts
    coverage: Mapping[str, Coverage]
    problems: tuple[Problem, ...]


def check_corpus(corpus: Corpus, proofs: Mapping[str, Fidelity]) -> list[Problem]:
    """Everything that does not hold in ``corpus``, errors and warnings; ``proofs`` are those of its plans."""
    proved = (problem for proof in proofs.values() for problem in proof.problems)
    return sorted({*check_registers(corpus), *check_plans(corpus), *proved})


def check_overview(overview: Overview, records: Records | None = None) -> Checked:
    """Run every rule over ``overview``; what ``records`` hold of a plan's own is not computed again.

    A warning for every oddity that no editor has noted, and for every body with work that is in no register.
    """
    plans = [record.plan for record in overview.plans]
    found = of_each(
        stage("checked", overview.corpus, records),
        plans,
        lambda plan: _look_through(overview.plan[plan.id], overview),
        records,
    )
    cited = {plan.id: found[plan.id].cited for plan in plans}
    oddities = {plan.id: (*found[plan.id].cited, *found[plan.id].in_text) for plan in plans}
    notes = {plan.id: uncovered(oddities[plan.id], plan) for plan in plans}
    odd = (as_problem(one, overview.corpus.plan[plan].path) for plan, noted in notes.items() for one in noted)
    unknown = (problem for record in overview.plans for problem in check_names(record))
    coverage = {plan.id: found[plan.id].coverage for plan in plans}
    return Checked(oddities, notes, find_conflicts(overview, cited), coverage, tuple(sorted({*odd, *unknown})))


@dataclass(frozen=True)
class _LookedThrough:
    """What the rules find in one plan by itself, whether or not an editor noted it: of what it cites, and the rest."""

    cited: tuple[Oddity, ...]
    in_text: tuple[Oddity, ...]
    coverage: Coverage


def _look_through(record: PlanRecord, overview: Overview) -> _LookedThrough:
    plan = record.plan
    in_text = (
        *find_numbering(plan),
        *find_wording(plan),
        *find_repeating(plan, record.citations),
        *find_periods(record, overview.bodies),
    )
    coverage = measure_coverage(plan, record.tasks, record.duties, record.reports)
    return _LookedThrough(tuple(find_cited(plan, record.citations, overview.corpus)), in_text, coverage)
