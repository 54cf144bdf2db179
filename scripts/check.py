"""Check the corpus: every problem of every file, in one list.

Errors are what must be mended before the site can be built. Warnings are oddities that the rules
find in the texts and no editor has noted yet; they do not stop the build.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from corpus.build import SiteBuild
from corpus.check.checked import Checked
from corpus.check.examine import Examined, examine
from corpus.check.kept_addresses import check_addresses
from corpus.command import run
from corpus.overview.overview import Overview
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
    found = _examine(arguments.root)
    errors, warnings = found.errors, [problem for problem in found.problems if problem.severity == "warning"]
    for error in errors:
        print(error)
    if warnings and not arguments.no_warnings:
        print("\nCảnh báo (không cản việc dựng trang):")
        for warning in sorted(warnings):
            print(warning)
    if found.seen:
        _say_coverage(*found.seen, listed=arguments.assignments)
    plans = len(found.corpus.plans) if found.corpus else 0
    words = sum(proof.words for proof in found.proofs.values())
    print(f"\n{plans} kế hoạch, {words} chữ đã đối chiếu: {len(errors)} lỗi, {len(warnings)} cảnh báo.")
    return 1 if errors else 0


def _examine(root: Path) -> Examined:
    """The corpus, and whether each address that was once published still leads somewhere."""
    found = examine(root, records=Records(ROOT / "build", root))
    if found.seen is None:
        return found
    overview, checked = found.seen
    lost = check_addresses(overview.corpus, root, SiteBuild(root, overview, checked, ()).addresses())
    return replace(found, problems=(*found.problems, *lost))


def _say_coverage(overview: Overview, checked: Checked, listed: bool) -> None:
    """How much of what looks like an assignment became work; with ``listed`` also the lines that did not."""
    looking = sum(one.looking for one in checked.coverage.values())
    missed = [(overview.corpus.plan[plan], clause) for plan, one in checked.coverage.items() for clause in one.missed]
    print(f"\n{looking - len(missed)} trong {looking} đoạn có lời giao việc đã thành việc của một cơ quan.")
    for plan, clause in missed if listed else ():
        print(f"{plan.path}:{clause.line}: có lời giao việc mà không thành việc: '{' '.join(clause.text.split())}'")


if __name__ == "__main__":
    run(main)
