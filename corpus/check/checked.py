"""A corpus that was looked through: all that the rules find, each rule run once for each plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from corpus.overview.overview import Overview
from corpus.problem import Problem
from corpus.prove.prove import Fidelity
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


def check_overview(overview: Overview) -> Checked:
    """Run every rule over ``overview``.

    A warning for every oddity that no editor has noted, and for every body with work that is in no register.
    """
    cited = {
        record.plan.id: tuple(find_cited(record.plan, record.citations, overview.corpus)) for record in overview.plans
    }
    oddities = {record.plan.id: (*cited[record.plan.id], *_find_in_text(record, overview)) for record in overview.plans}
    notes = {record.plan.id: uncovered(oddities[record.plan.id], record.plan) for record in overview.plans}
    paths = {record.plan.id: record.plan.path for record in overview.plans}
    odd = (as_problem(one, paths[plan]) for plan, found in notes.items() for one in found)
    unknown = (problem for record in overview.plans for problem in check_names(record))
    coverage = {one.plan.id: measure_coverage(one.plan, one.tasks, one.duties, one.reports) for one in overview.plans}
    return Checked(oddities, notes, find_conflicts(overview, cited), coverage, tuple(sorted({*odd, *unknown})))


def _find_in_text(record: PlanRecord, overview: Overview) -> Iterator[Oddity]:
    """All that the rules find odd in one plan besides what it cites, whether or not an editor noted it."""
    plan = record.plan
    yield from find_numbering(plan)
    yield from find_wording(plan)
    yield from find_repeating(plan, record.citations)
    yield from find_periods(record, overview.bodies)
