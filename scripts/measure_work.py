"""Measure tasks, duties and reports against plans labelled by a person; list every miss.

The folder holds a small corpus (``plans/`` with its registers) and ``labels/``, one file for each labelled plan.
Without names, all labelled plans are measured; with names, those whose id holds one of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from corpus.bodies.index import BodyIndex
from corpus.evaluation.work import MeasuredWork, measure_work, read_labels
from corpus.read.corpus_files import read_corpus

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="parts of the ids of the plans to measure")
    parser.add_argument("--folder", type=Path, default=ROOT / "tests" / "golden" / "elsewhere")
    parser.add_argument("--json", action="store_true", help="print the figures alone, as JSON")
    arguments = parser.parse_args()
    corpus = read_corpus(arguments.folder)
    bodies, measured = BodyIndex(corpus), MeasuredWork()
    for labels in read_labels(arguments.folder / "labels"):
        if not arguments.names or any(name in labels["plan"] for name in arguments.names):
            measure_work(measured, labels, corpus.plan[labels["plan"]], bodies)
    figures = measured.as_dict()
    if arguments.json:
        print(json.dumps(figures, ensure_ascii=False, indent=2))
        return 0
    print(f"{'':12}{'recall':>10}{'precision':>11}{'right':>8}{'wanted':>8}{'given':>8}")
    for name, row in figures.items():
        shares = f"{row['recall']:>10.4f}{row['precision']:>11.4f}"
        print(f"{name:12}{shares}{row['right']:>8}{row['wanted']:>8}{row['given']:>8}")
    print(f"\n{len(measured.misses)} misses")
    for miss in measured.misses:
        print(f"  {miss}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
