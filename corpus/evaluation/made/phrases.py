"""The words that made-up plans are put together of: ``phrases.yml``, checked when it is loaded."""

from __future__ import annotations

import re
from importlib.resources import files
from random import Random
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from corpus.strict_yaml import load


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_tuple)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Subject(_Part):
    """What plans of one line are about.

    ``title`` is without kind, place and year; ``work`` are counterparts of the bodies that have most of it, the leading
    one first; ``acts`` are words in the titles of the central acts that such plans cite; ``things`` is what is to be done
    something about, ``products`` what comes of it.
    """

    title: str
    field: str
    work: Words
    acts: Words
    things: Words
    products: Words


class LocalAct(_Part):
    """An act that a province issues every year; ``by`` says which of its bodies."""

    kind: str
    symbol: str
    by: str
    title: str


class Phrases(_Part):
    """Sentences with slots ({thing}, {aim}, {year} …), by the part of a plan that they stand in; see ``fill``."""

    subjects: Annotated[tuple[Subject, ...], BeforeValidator(_tuple)]
    aims: Words
    hows: Words
    whom: Words
    purposes: Words
    requirements: Words
    contents: Words
    citing: Words
    duties: Words
    tasks: Words
    times: Words
    tails: Words
    swaps: Annotated[tuple[Words, ...], BeforeValidator(_tuple)]
    local: Annotated[tuple[LocalAct, ...], BeforeValidator(_tuple)]

    def sentence(self, kind: str, subject: Subject, rng: Random) -> str:
        """A sentence of ``kind`` (a key of the file) about ``subject``; slots of year, place and bodies stay open."""
        return self.settle(rng.choice(getattr(self, kind)), subject, rng)

    def settle(self, template: str, subject: Subject, rng: Random) -> str:
        """``template`` with what it is about chosen."""
        thing, other = rng.sample(subject.things, 2)
        chosen = {
            "thing": thing,
            "other": other,
            "aim": rng.choice(self.aims),
            "how": rng.choice(self.hows),
            "whom": rng.choice(self.whom),
            "field": subject.field,
            **_figures(rng),
        }
        return fill(fill(template, chosen), chosen)  # an aim has slots of its own

    def reword(self, sentence: str, rng: Random) -> str:
        """``sentence`` as next year's plan has it: with another word of the same sense, or something added."""
        fitting = [(old, new) for old, new in self.swaps if old in sentence and new not in sentence]
        if fitting and rng.random() < 0.6:
            return sentence.replace(*rng.choice(fitting), 1)
        tail = rng.choice(self.tails)
        return sentence if tail in sentence else f"{sentence.rstrip('.')}{tail}."


def fill(template: str, values: dict[str, Any]) -> str:
    """``template`` with the slots that ``values`` has; the others stay open.

    >>> fill("{thing} năm {year}", {"year": 2026})
    '{thing} năm 2026'
    """
    return re.sub(r"\{(\w+)\}", lambda slot: str(values.get(slot[1], slot[0])), template)


def _figures(rng: Random) -> dict[str, object]:
    quarter = rng.randint(1, 4)
    return {
        "day": rng.choice(("05", "10", "15", "20", "25")),
        "month": rng.randint(3, 12),
        "roman": ("I", "II", "III", "IV")[quarter - 1],
        "quarter": f"quý {('I', 'II', 'III', 'IV')[quarter - 1]}",
        "share": rng.randrange(50, 95, 5),
        "percent": rng.randrange(60, 99),
    }


def _load() -> Phrases:
    return Phrases.model_validate(load((files(__package__) / "phrases.yml").read_text("utf-8")).data)


PHRASES = _load()
