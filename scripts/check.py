"""Check the corpus: every problem of every file, in one list.

Errors are what must be mended before the site can be built. Warnings are oddities that the rules
find in the texts and no editor has noted yet; they do not stop the build.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from corpus.build import SiteBuild
from corpus.check.checked import Checked, check_corpus, check_overview
from corpus.check.kept_addresses import check_addresses
from corpus.command import run
from corpus.model import Corpus
from corpus.overview.overview import see_together
from corpus.problem import Problem
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import CorpusFiles, try_read_corpus
from corpus.record_store import Records

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: this project)")
    parser.add_argument("--no-warnings", action="store_true", help="show errors only")
    parser.add_argument(
        "--assignments", action="store_true", help="list the lines that look like assignments and became no work"
    )
    arguments = parser.parse_args()
    records = Records(ROOT / "build", arguments.root)
    corpus, problems = try_read_corpus(arguments.root, records)
    checked: Checked | None = None
    if corpus is not None:
        proofs = prove_corpus(corpus, CorpusFiles(arguments.root), records=records)
        problems += check_corpus(corpus, proofs)
        if not _errors(problems):
            overview = see_together(corpus, proofs, records=records)
            checked = check_overview(overview, records)
            addresses = SiteBuild(arguments.root, overview, checked, ()).addresses()
            problems += (*checked.problems, *check_addresses(corpus, arguments.root, addresses))
        records.write()
    errors, warnings = _errors(problems), [problem for problem in problems if problem.severity == "warning"]
    for error in errors:
        print(error)
    if warnings and not arguments.no_warnings:
        print("\nCảnh báo (không cản việc dựng trang):")
        for warning in sorted(warnings):
            print(warning)
    if corpus is not None and checked is not None:
        _say_coverage(corpus, checked, listed=arguments.assignments)
    plans = len(corpus.plans) if corpus else 0
    words = sum(proof.words for proof in proofs.values()) if corpus else 0
    print(f"\n{plans} kế hoạch, {words} chữ đã đối chiếu: {len(errors)} lỗi, {len(warnings)} cảnh báo.")
    return 1 if errors else 0


def _say_coverage(corpus: Corpus, checked: Checked, listed: bool) -> None:
    """How much of what looks like an assignment became work; with ``listed`` also the lines that did not."""
    looking = sum(one.looking for one in checked.coverage.values())
    missed = [(corpus.plan[plan], clause) for plan, one in checked.coverage.items() for clause in one.missed]
    print(f"\n{looking - len(missed)} trong {looking} đoạn có lời giao việc đã thành việc của một cơ quan.")
    for plan, clause in missed if listed else ():
        print(f"{plan.path}:{clause.line}: có lời giao việc mà không thành việc: '{' '.join(clause.text.split())}'")


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return sorted({problem for problem in problems if problem.severity == "error"})


if __name__ == "__main__":
    run(main)
