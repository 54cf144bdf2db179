"""Check the corpus: every problem of every file, in one list.

Errors are what must be mended before the site can be built. Warnings are oddities that the rules
find in the texts and no editor has noted yet; they do not stop the build.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from corpus.check.checked import check_corpus, check_overview
from corpus.command import run
from corpus.overview.overview import see_together
from corpus.problem import Problem
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import CorpusFiles, try_read_corpus

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: this project)")
    parser.add_argument("--no-warnings", action="store_true", help="show errors only")
    arguments = parser.parse_args()
    corpus, problems = try_read_corpus(arguments.root)
    if corpus is not None:
        proofs = prove_corpus(corpus, CorpusFiles(arguments.root))
        problems += check_corpus(corpus, proofs)
        if not _errors(problems):
            problems += check_overview(see_together(corpus, proofs)).problems
    errors, warnings = _errors(problems), [problem for problem in problems if problem.severity == "warning"]
    for error in errors:
        print(error)
    if warnings and not arguments.no_warnings:
        print("\nCảnh báo (không cản việc dựng trang):")
        for warning in sorted(warnings):
            print(warning)
    plans = len(corpus.plans) if corpus else 0
    words = sum(proof.words for proof in proofs.values()) if corpus else 0
    print(f"\n{plans} kế hoạch, {words} chữ đã đối chiếu: {len(errors)} lỗi, {len(warnings)} cảnh báo.")
    return 1 if errors else 0


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return sorted({problem for problem in problems if problem.severity == "error"})


if __name__ == "__main__":
    run(main)
