"""Write a corpus of made-up plans into an empty folder, to measure with.

The plans are of the real provinces, districts (to 30/6/2025) and communes, on eight subjects and of the years from 2021
on; they cite the centre's acts, those of their province and each other, and successive plans of one office carry over
most of their clauses. The same numbers give the same bytes. Every page built of them says that they are made up.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.command import run
from corpus.evaluation.made.project import YEARS, NotApart, write_made_corpus

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", type=int, help="how many plans")
    parser.add_argument("folder", type=Path, help="where to: an empty folder, or one that is not there yet")
    parser.add_argument("--seed", type=int, default=0, help="another seed, other plans (default: 0)")
    parser.add_argument("--years", type=int, default=YEARS, help=f"of how many years, from 2021 on (default: {YEARS})")
    arguments = parser.parse_args()
    try:
        made = write_made_corpus(ROOT, arguments.folder, arguments.plans, arguments.seed, arguments.years)
    except NotApart as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{made} made-up plans in {arguments.folder / 'plans'}")
    return 0 if made == arguments.plans else 1


if __name__ == "__main__":
    run(main)
