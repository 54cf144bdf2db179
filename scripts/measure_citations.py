"""Measure finding, resolving and roles against the labelled set; list every miss.

The plans are those of the frozen corpus beside the labels. The sentences in held_out/ are measured apart: they
are looked at only to report. The figures go to figures/citations.json, which the build publishes. With --plans, the
composed plans of one part of held_out/plans.jsonl are measured instead, identity included, and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from corpus.evaluation.composed_plans import measure_plans, read_plans
from corpus.evaluation.measure import Measured, as_published, measure, measure_held_out
from corpus.model import Corpus
from corpus.overview.figures import FIGURES_FILE
from corpus.read.corpus_files import read_corpus

ROOT = Path(__file__).resolve().parent.parent
COMPOSED_PLANS = ROOT / "tests" / "golden" / "held_out" / "plans.jsonl"
TARGETS = {"finding": 0.995, "resolving": 0.99, "roles": 0.95}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--golden", type=Path, default=ROOT / "tests" / "golden", help="folder with the labels and the frozen corpus"
    )
    parser.add_argument("--dry-run", action="store_true", help="print only; leave the published figures as they are")
    parts = sorted({head["part"] for head, _ in read_plans(COMPOSED_PLANS)})
    parser.add_argument("--plans", choices=parts, help="measure the composed plans of this part")
    arguments = parser.parse_args()
    if arguments.plans:
        return _measure_plans(arguments.plans, read_corpus(arguments.golden / "corpus"))
    measured = measure(arguments.golden, read_corpus(arguments.golden / "corpus"))
    held_out = measure_held_out(arguments.golden / "held_out" / "citations.jsonl")
    _print("Labelled set", measured)
    _print("Held out", held_out)
    text = json.dumps(as_published(measured, held_out), ensure_ascii=False, indent=2) + "\n"
    target = ROOT / FIGURES_FILE
    if not arguments.dry_run and (not target.exists() or target.read_text(encoding="utf-8") != text):
        target.write_text(text, encoding="utf-8")
    return 0 if all(getattr(measured, name).figures()["f1"] >= least for name, least in TARGETS.items()) else 1


def _measure_plans(part: str, corpus: Corpus) -> int:
    measured = measure_plans(COMPOSED_PLANS, corpus, part)
    _print(f"Composed plans, part {part}", measured.mentions)
    _print_row("identity", measured.identity.figures())
    return 0


def _print(title: str, measured: Measured) -> None:
    print(f"{title}: {measured.texts} texts")
    print(f"{'':26}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>8}{'given':>8}{'wanted':>8}")
    figures = measured.as_dict()
    for name in TARGETS:
        if figures[name]["wanted"]:
            _print_row(name, figures[name])
    for title in ("fields", "forms", "kinds"):
        print(f"\n{title}")
        for name, row in figures[title].items():
            _print_row(f"  {name}", row)
    print(f"\n{len(measured.misses)} misses")
    for miss in measured.misses:
        print(f"  {miss}")
    print()


def _print_row(name: str, row: dict[str, Any]) -> None:
    shares = "".join(f"{row[key]:>10.4f}" for key in ("precision", "recall", "f1"))
    counts = "".join(f"{row[key]:>8}" for key in ("right", "given", "wanted"))
    print(f"{name:26}{shares}{counts}")


if __name__ == "__main__":
    sys.exit(main())
