"""Whom printed names mean with no register at all: the bodies that the rules know, against labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.bodies.index import BodyIndex
from corpus.bodies.setting import Setting
from corpus.model import Corpus

Place = Mapping[str, object]
EMPTY = Corpus((), (), (), (), (), ())


@dataclass
class MeasuredBodies:
    """How many names there are, how many mean the body of their label, and which mean another or none.

    A name whose label is null counts among the names: nothing can know it. ``wrong`` are those that were given a body
    that is not the one of the label.
    """

    names: int = 0
    right: int = 0
    unknown: int = 0
    wrong: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of names that got their body, of all."""
        return self.right / self.names if self.names else 1.0


def measure_bodies(labels: Sequence[Mapping[str, object]]) -> MeasuredBodies:
    """The figures of places with their day and cells, as ``tests/golden/bodies_elsewhere.yml`` holds them."""
    measured, bodies = MeasuredBodies(), BodyIndex(EMPTY)
    for place in labels:
        day, cells = place["day"], place["cells"]
        assert isinstance(day, date) and isinstance(cells, dict)
        at = Setting(str(place["place"]), day, day)
        for text, names in cells.items():
            found = {one.printed.text: one.agencies for one in bodies.cell(text, at)}
            for name, label in names.items():
                _count(measured, f"{at.place}: {name!r}", label, found.get(name, ()))
    return measured


def _count(measured: MeasuredBodies, where: str, label: str | None, given: tuple[str, ...]) -> None:
    measured.names += 1
    wanted = (label,) if label else ()
    measured.unknown += label is None
    measured.right += bool(label) and given == wanted
    measured.wrong += bool(given) and given != wanted
    if given != wanted:
        measured.misses.append(f"{where} is {label}: {', '.join(given) or None}")
