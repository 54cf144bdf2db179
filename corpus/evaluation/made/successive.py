"""The sentences of a line of plans, year after year: most are carried over, some reworded, some dropped, some new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from corpus.evaluation.made.phrases import PHRASES, Subject

REWORDED, DROPPED, NEW = 0.15, 0.05, 0.06
CITING = 0.4  # of the sentences under contents
SHORT_LINES = 0.15  # of offices that write a page or two
TASKS_IN_ANNEX = 6
_CONTENT_GROUPS = 4
_BODIES = 8


@dataclass(frozen=True)
class Wording:
    """What one plan says; slots of year, bodies and acts are open in all of it.

    ``contents`` and ``duties`` are lists of sentences, each list under one heading; ``tasks`` stand in the text, ``rows``
    in the annex, in groups: what is to be done, when, and what comes of it.
    """

    purposes: tuple[str, ...]
    requirements: tuple[str, ...]
    contents: tuple[tuple[str, ...], ...]
    duties: tuple[tuple[str, ...], ...]
    tasks: tuple[tuple[str, str, str], ...]
    rows: tuple[tuple[tuple[str, str, str], ...], ...]


def wordings(key: str, subject: Subject) -> Iterator[Wording]:
    """The wording of each plan of the line ``key``, the first year's first, without end."""
    rng = Random(f"{key}/wording")
    size = rng.uniform(0.12, 0.25) if rng.random() < SHORT_LINES else rng.uniform(0.75, 1.3)
    wording = _first(subject, size, rng)
    while True:
        yield wording
        wording = _next(wording, subject, rng)


def _first(subject: Subject, size: float, rng: Random) -> Wording:
    def some(kind: str, most: float) -> tuple[str, ...]:
        return tuple(_sentence(kind, subject, rng) for _ in range(max(1, round(most * size * rng.uniform(0.8, 1.2)))))

    def tasks(most: float) -> tuple[tuple[str, str, str], ...]:
        return tuple(_task(subject, rng) for _ in range(max(1, round(most * size * rng.uniform(0.7, 1.3)))))

    groups = max(1, round(_CONTENT_GROUPS * size))
    bodies = max(2, round(_BODIES * size))
    return Wording(
        some("purposes", 5),
        some("requirements", 5),
        tuple(some("contents", 7 / max(size, 0.4)) for _ in range(groups)),
        tuple(some("duties", 3 / max(size, 0.6)) for _ in range(bodies)),
        tasks(3),
        tuple(tasks(TASKS_IN_ANNEX / 2) for _ in range(2)),
    )


def _sentence(kind: str, subject: Subject, rng: Random) -> str:
    if kind == "contents" and rng.random() < CITING:
        kind = "citing"
    return PHRASES.sentence(kind, subject, rng)


def _task(subject: Subject, rng: Random) -> tuple[str, str, str]:
    """What is to be done, when, and what comes of it."""
    title = f"{rng.choice(PHRASES.tasks)} {rng.choice(subject.things)} năm {{year}}"
    return title, PHRASES.settle(rng.choice(PHRASES.times), subject, rng), rng.choice(subject.products)


def _next(wording: Wording, subject: Subject, rng: Random) -> Wording:
    def carried(kind: str, sentences: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_carry(kind, sentences, subject, rng))

    def later(tasks: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str, str], ...]:
        return tuple(_task(subject, rng) if rng.random() < REWORDED else task for task in tasks)

    return Wording(
        carried("purposes", wording.purposes),
        carried("requirements", wording.requirements),
        tuple(carried("contents", part) for part in wording.contents),
        tuple(carried("duties", part) for part in wording.duties),
        later(wording.tasks),
        tuple(later(part) for part in wording.rows),
    )


def _carry(kind: str, sentences: tuple[str, ...], subject: Subject, rng: Random) -> Iterator[str]:
    for index, sentence in enumerate(sentences):
        chance = rng.random()
        if chance < DROPPED and len(sentences) > 1 and index:
            continue
        yield PHRASES.reword(sentence, rng) if chance > 1 - REWORDED else sentence
        if rng.random() < NEW:
            yield _sentence(kind, subject, rng)
