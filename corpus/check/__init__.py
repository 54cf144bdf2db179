"""What must hold between the files of a corpus, and what its rules find odd.

registers, plans                      what must hold: each a generator of problems
wording, numbering, repeating,
citing, periods                       what looks odd in a text as issued: generators of findings
naming                                bodies with work that are in no register
finding                               a finding, and whether an editor already wrote a note there
"""

from __future__ import annotations

from collections.abc import Mapping

from corpus.check.cited import find_citing
from corpus.check.naming import check_names
from corpus.check.numbering import find_numbering
from corpus.check.oddity import Oddity, as_problem, uncovered
from corpus.check.periods import find_periods
from corpus.check.plans import check_plans
from corpus.check.registers import check_registers
from corpus.check.repeating import find_repeating
from corpus.check.wording import find_wording
from corpus.link import Linked, LinkedPlan
from corpus.model import Corpus
from corpus.problem import Problem
from corpus.prove.prove import Fidelity


def check_corpus(corpus: Corpus, proofs: Mapping[str, Fidelity]) -> list[Problem]:
    """Everything that does not hold in ``corpus``, errors and warnings; ``proofs`` are those of its plans."""
    proved = (problem for proof in proofs.values() for problem in proof.problems)
    return sorted({*check_registers(corpus), *check_plans(corpus), *proved})


def check_linked(linked: Linked) -> list[Problem]:
    """A warning for every oddity that the rules find and no editor has noted, and for every body in no register."""
    paths = {here.plan.id: here.plan.path for here in linked.plans}
    odd = (as_problem(finding, paths[finding.plan]) for finding in machine_notes(linked))
    unknown = (problem for here in linked.plans for problem in check_names(here, linked.bodies))
    return sorted({*odd, *unknown})


def machine_notes(linked: Linked) -> tuple[Oddity, ...]:
    """What the rules find odd where no editor's note speaks of it, plan by plan in the order of the text."""
    return tuple(note for here in linked.plans for note in uncovered(find_oddities(here, linked), here.plan))


def find_oddities(here: LinkedPlan, linked: Linked) -> tuple[Oddity, ...]:
    """All that the rules find odd in one plan, whether or not an editor noted it."""
    plan = here.plan
    return (
        *find_numbering(plan),
        *find_wording(plan),
        *find_repeating(plan),
        *find_citing(plan, here.citations, linked.corpus),
        *find_periods(plan, here.mentions, here.tasks, linked.bodies),
    )
