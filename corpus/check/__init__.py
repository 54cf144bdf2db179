"""What must hold between the files of a corpus: small generators of problems, collected in one place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.check.plans import check_plans
from corpus.check.registers import check_registers
from corpus.fidelity.prove import prove_from_files
from corpus.model import Corpus
from corpus.problem import Problem
from corpus.read import CorpusFiles


def check_corpus(corpus: Corpus, root: Path) -> list[Problem]:
    """Everything that does not hold in ``corpus``, whose files are under ``root``; errors and warnings."""
    files = CorpusFiles(root)
    return sorted({*check_registers(corpus), *check_plans(corpus), *_check_fidelity(corpus, files)})


def _check_fidelity(corpus: Corpus, files: CorpusFiles) -> Iterator[Problem]:
    for plan in corpus.plans:
        if files.source(plan.meta.source.file).is_file():
            yield from prove_from_files(plan, files).problems
