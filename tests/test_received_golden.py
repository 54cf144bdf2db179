"""Documents in the form of offices, received as they are, beside what a reader labelled of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from corpora import FROZEN

from corpus.check.plan_rules import check_plans
from corpus.country.register import Places
from corpus.intake.draft.doubt import DoubtKind
from corpus.intake.draft.make import Known, make_draft
from corpus.intake.receive.issuer import unknown_issuer, with_issuer
from corpus.intake.worker import read_bytes
from corpus.link import Registers, link_plan
from corpus.needed import with_plan
from corpus.read.corpus_files import plan_address, read_corpus
from corpus.vocabulary import Role

FOLDER = Path(__file__).parent / "golden/received"
LABELS = yaml.safe_load((FOLDER / "labels.yml").read_text("utf-8"))


def receive(name):
    data = next(FOLDER.glob(f"{name}.*")).read_bytes()
    return make_draft(
        read_bytes(data),
        data,
        Places(),
        lambda fields: Known(plan_address(fields.place, fields.year, fields.number, fields.symbol)),
    )


@pytest.fixture(scope="module")
def corpus():
    return read_corpus(FROZEN)


def numbered(plan):
    """Each numbered clause with the number of the next one above it and its words."""
    for clause in plan.walk():
        if clause.number and clause.text:
            above = [one.number for one in plan.ancestors[clause.anchor] if one.number and one is not clause]
            yield clause.number, above[-1] if above else "", " ".join(clause.text.split())


def work(record, label):
    """The tasks as the label has them: products only where it names them."""
    long = any(len(task) > 4 for task in label["tasks"])
    for one in record.tasks:
        said = [one.title, one.lead_text, one.coordinating_text, one.when.text]
        yield [*said, one.product] if long else said


@pytest.mark.parametrize("name", LABELS)
def test_a_document_becomes_what_a_reader_labelled(name, corpus):
    label, draft = LABELS[name], receive(name)
    meta, plan = draft.fields.as_meta(), draft.plan
    assert plan is not None
    assert {key: meta[key] for key in label["fields"]} == label["fields"]
    assert {key: meta["signer"][key] for key in label["signer"]} == label["signer"]
    assert len(plan.meta.recipients) == label["recipients"]
    found = list(numbered(plan))
    assert [one for one in map(tuple, label["clauses"]) if one not in found] == []
    known = with_plan(with_issuer(corpus, unknown_issuer(draft, corpus)), plan)
    record = link_plan(plan, Registers.of(known))
    assert list(work(record, label)) == label["tasks"]
    bases = [one for one in record.citations if one.role is Role.LEGAL_BASIS and not one.within]
    assert len(bases) == label.get("bases", len(bases))
    assert list(check_plans(replace(known, plans=(plan,)))) == []
    assert [doubt for doubt in draft.doubts if doubt.kind is DoubtKind.PROOF] == []
