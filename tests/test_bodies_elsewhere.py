"""What the rules know of other places with no register, against labels; the figures are in no page."""

from __future__ import annotations

from pathlib import Path

import yaml

from corpus.evaluation.known_bodies import measure_bodies

LABELS = yaml.safe_load((Path(__file__).parent / "golden" / "bodies_elsewhere.yml").read_text("utf-8"))


def test_what_is_known_is_found_and_nothing_else_is_taken_for_it():
    measured = measure_bodies(LABELS)
    assert measured.wrong == 0, measured.misses
    assert measured.right / (measured.names - measured.unknown) >= 0.98, measured.misses
    assert measured.unknown and measured.share >= 0.94
