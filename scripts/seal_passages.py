"""Say which passages of a restored plan changed since a person compared them with the scan, and seal them.

Without --accept, each such passage is shown beside the scan's reading. With it, the passages named (or all)
are sealed: their line in the .passages.yml carries the sign of the words as they stand now.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from corpus.command import run
from corpus.model import Plan
from corpus.problem import Problem
from corpus.prove.passages import entries_with_keys, seal, show_passages
from corpus.prove.prove import passage_file
from corpus.read.corpus_files import CorpusFiles, read_plan, read_register
from corpus.schema import PassageRegister
from corpus.vocabulary import Transcription

ROOT = Path(__file__).resolve().parent.parent
_SEAL = re.compile(r"(?:, reviewed: [a-p]{8})?\}\s*$")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", nargs="*", metavar="ANCHOR", help="seal these passages; none named: all")
    arguments = parser.parse_args()
    files = CorpusFiles(ROOT)
    plans = [plan for path in files.plans if (plan := read_plan(files, path, []))]
    restored = [plan for plan in plans if plan.meta.source.transcription is Transcription.RESTORED]
    return max((_review(plan, files, arguments.accept) for plan in restored), default=0)


def _review(plan: Plan, files: CorpusFiles, accept: list[str] | None) -> int:
    """Show or seal what changed in ``plan``; 1 where something is left unsealed."""
    path = passage_file(files, plan)
    problems: list[Problem] = []
    register = read_register(files, PassageRegister, path, problems)
    if register is None:
        print(*problems, sep="\n")
        return 1
    shown, lines, left = show_passages(plan), path.read_text("utf-8").split("\n"), 0
    for place, entry, keys in entries_with_keys(register):
        here = [shown[key] for key in keys if key in shown]
        if not here or entry.reviewed == seal(here):
            continue
        number = register.lines[place] - 1
        if accept is not None and (not accept or entry.at in accept):
            lines[number] = _SEAL.sub(f", reviewed: {seal(here)}}}", lines[number])
        else:
            left += 1
            print(f"{plan.path}:{here[0].line}: {entry.at} {entry.cell or ''}\n  {here[0].text}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return 1 if left else 0


if __name__ == "__main__":
    run(main)
