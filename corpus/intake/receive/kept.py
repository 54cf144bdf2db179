"""What the corpus has already: the same file under any name, the same document, and what people wrote into it."""

from __future__ import annotations

from typing import Any

from corpus.intake.draft.fields import Fields
from corpus.intake.draft.make import Known
from corpus.language.folding import fold
from corpus.model import Corpus, Plan
from corpus.read.corpus_files import UNNUMBERED, plan_address

# Fields of the front matter that only people write.
_BY_PEOPLE = ("period", "addresses", "notes", "dismissed")


def same_file(corpus: Corpus, digest: str) -> Plan | None:
    """The plan that was received as the file with that SHA-256."""
    return next((plan for plan in corpus.plans if plan.meta.source.sha256 == digest), None)


def look_up(corpus: Corpus, fields: Fields, same: Plan | None) -> Known:
    """The address of a document with ``fields``; ``same`` is the plan of the same file, if there is one.

    Plans without a number are told apart by their titles: a further one of its place and year is *khong-so-2-…*.
    """
    address = same.id if same else _address(corpus, fields)
    plan = corpus.plan.get(address)
    return Known(address, _written_by_people(plan) if plan else {})


def _address(corpus: Corpus, fields: Fields) -> str:
    first = plan_address(fields.place, fields.year, fields.number, fields.symbol)
    if fields.number is not None:
        return first
    head, _, symbol = first.rpartition(f"/{UNNUMBERED}-")
    address, count = first, 1
    while (plan := corpus.plan.get(address)) and _words(plan.meta.title) != _words(fields.title):
        count += 1
        address = f"{head}/{UNNUMBERED}-{count}-{symbol}"
    return address


def _words(title: str) -> str:
    return " ".join(fold(title).split())


def _written_by_people(plan: Plan) -> dict[str, Any]:
    dumped = plan.meta.model_dump(include=set(_BY_PEOPLE), exclude_none=True)
    return {name: value for name, value in dumped.items() if value}
