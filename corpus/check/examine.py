"""A corpus read, proved, linked and checked, as far as it holds: what a check says of it, and what a site is built from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.check.checked import Checked, check_corpus, check_overview
from corpus.model import Corpus, Plan
from corpus.overview.overview import Overview, see_together
from corpus.problem import Problem
from corpus.prove.prove import Fidelity, prove_corpus
from corpus.read.corpus_files import CorpusFiles, try_read_corpus
from corpus.record_store import Records


@dataclass(frozen=True)
class Examined:
    """``corpus`` is None where a register cannot be used; ``seen`` where any error stands in its way."""

    problems: tuple[Problem, ...]
    corpus: Corpus | None = None
    proofs: Mapping[str, Fidelity] = field(default_factory=dict)
    seen: tuple[Overview, Checked] | None = None

    @property
    def errors(self) -> list[Problem]:
        return sorted({problem for problem in self.problems if problem.severity == "error"})


def examine(
    root: Path,
    proved: Mapping[str, tuple[Plan, Fidelity]] | None = None,
    before: Overview | None = None,
    records: Records | None = None,
) -> Examined:
    """Examine the corpus under ``root``.

    What was ``proved`` and seen ``before`` of unchanged plans is used again, and so is what ``records`` hold; these are
    written anew.
    """
    corpus, problems = try_read_corpus(root, records)
    if corpus is None:
        return Examined(tuple(problems))
    proofs = prove_corpus(corpus, CorpusFiles(root), proved, records)
    problems += check_corpus(corpus, proofs)
    found = Examined(tuple(problems), corpus, proofs)
    if not found.errors:
        overview = see_together(corpus, proofs, before, records)
        checked = check_overview(overview, records)
        found = Examined((*problems, *checked.problems), corpus, proofs, (overview, checked))
    if records:
        records.write()
    return found
