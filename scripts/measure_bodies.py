"""Measure how many bodies of plans of any province the rules know, with no register: tests/golden/bodies_elsewhere.yml."""

from __future__ import annotations

import argparse
from pathlib import Path

import yaml

from corpus.evaluation.known_bodies import measure_bodies

LABELS = Path(__file__).resolve().parent.parent / "tests" / "golden" / "bodies_elsewhere.yml"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, default=LABELS, help="default: %(default)s")
    arguments = parser.parse_args()
    measured = measure_bodies(yaml.safe_load(arguments.labels.read_text(encoding="utf-8")))
    print(*measured.misses, sep="\n")
    print(
        f"{measured.names} names, {measured.unknown} of which nothing can know; {measured.right} mean their body "
        f"({measured.share:.1%} of all), {measured.wrong} another."
    )


if __name__ == "__main__":
    main()
