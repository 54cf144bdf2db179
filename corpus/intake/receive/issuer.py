"""The entry of the register for a body that issues a plan received, where its letterhead alone tells of it."""

from __future__ import annotations

from dataclasses import replace

from corpus.editors.propose_bodies import propose_issuer
from corpus.intake.draft.make import Draft
from corpus.model import Corpus
from corpus.needed import with_needed
from corpus.schema import Agency


def unknown_issuer(draft: Draft, corpus: Corpus) -> Agency | None:
    """The entry for the body that issues ``draft``; None where a rule or the register of ``corpus`` knows it.

    A name that the letterhead does not give, or a place of which several fit, is left to a person.
    """
    fields, place = draft.fields, corpus.country.get(draft.fields.place)
    known = with_needed(corpus, named=(fields.issuer,)).agency
    if draft.plan is None or place is None or not fields.issuer_name or fields.issuer in known:
        return None
    letterhead = next((clause for clause in draft.plan.walk() if clause.kind == "letterhead"), None)
    if letterhead is None:
        return None
    return propose_issuer(fields.issuer, fields.issuer_name, place, draft.plan_id, letterhead.anchor)


def with_issuer(corpus: Corpus, agency: Agency | None) -> Corpus:
    """``corpus`` with ``agency`` behind those that its register has."""
    return corpus if agency is None else replace(corpus, agencies=(*corpus.agencies, agency))
