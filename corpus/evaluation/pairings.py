"""How well the clauses of two plans are paired, against pairs that a person labelled (tests/golden/comparison.yml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from corpus.evaluation.measure import Count
from corpus.model import Corpus
from corpus.overview.comparison import PlanPair

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class LabelledPlans:
    """Two plans with the pairs of addresses that a reader sees; ``open`` ones count neither way."""

    before: str
    after: str
    pairs: Pairs
    open: Pairs
    aside: bool


@dataclass(frozen=True)
class Score:
    """How many pairs are right, with those found and not labelled, and those labelled and not found."""

    count: Count
    false: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]


def read_labels(path: Path) -> list[LabelledPlans]:
    """The labels in the file at ``path``: pairs of addresses, parted by semicolons."""
    return [
        LabelledPlans(
            entry["before"], entry["after"], _pairs(entry["pairs"]), _pairs(entry["open"]), entry.get("aside", False)
        )
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _pairs(text: str) -> Pairs:
    return frozenset((pair.split()[0], pair.split()[1]) for pair in text.split(";"))


def measure_pairings(corpus: Corpus, labels: Iterable[LabelledPlans]) -> Iterator[tuple[LabelledPlans, Score]]:
    """Pair each two labelled plans and score what comes of it."""
    for label in labels:
        found = PlanPair.of(corpus, corpus.plan[label.before], corpus.plan[label.after]).pair()
        given = {*found.pairs.items(), *found.merged.items()} | {(old, new) for new, old in found.parted.items()}
        given -= label.open
        count = Count(len(given & label.pairs), len(given), len(label.pairs))
        yield label, Score(count, tuple(sorted(given - label.pairs)), tuple(sorted(label.pairs - given)))
