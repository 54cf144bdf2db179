"""Measure the pairing of clauses of two plans against pairs labelled by hand (tests/golden/comparison.yml).

Prints precision, recall and F1 for each two plans, with every miss and every false pair.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "tests/golden/corpus", help="folder above plans/")
    parser.add_argument("--aside", action="store_true", help="the pair that is kept aside, to report only")
    arguments = parser.parse_args()

    from corpus.evaluation.pairings import LabelledPlans, measure_pairings, read_labels
    from corpus.read.corpus_files import read_corpus

    labels: list[LabelledPlans] = read_labels(ROOT / "tests/golden/comparison.yml")
    chosen = [one for one in labels if one.aside == arguments.aside]
    for label, score in measure_pairings(read_corpus(arguments.corpus), chosen):
        print(f"{label.before} → {label.after}: {score.count.figures()}")
        for name, found in (("false", score.false), ("missed", score.missed)):
            print(f"  {name}: {'; '.join(' '.join(pair) for pair in found) or '–'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
