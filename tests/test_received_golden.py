"""Documents in the form of offices, received as they are, beside what a reader labelled of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from corpora import FROZEN

from corpus.country.register import Places
from corpus.intake.draft.make import Known, make_draft
from corpus.intake.read import read_received
from corpus.link import Registers, link_plan
from corpus.read.corpus_files import plan_address, read_corpus

FOLDER = Path(__file__).parent / "golden/received"
LABELS = yaml.safe_load((FOLDER / "labels.yml").read_text("utf-8"))


def receive(name):
    path = FOLDER / f"{name}.docx"
    return make_draft(
        read_received(path),
        path.read_bytes(),
        Places(),
        lambda fields: Known(plan_address(fields.place, fields.year, fields.number, fields.symbol)),
    )


@pytest.fixture(scope="module")
def registers():
    return Registers.of(read_corpus(FROZEN))


def numbered(plan):
    """Each numbered clause with the number of the next one above it and its words."""
    for clause in plan.walk():
        if clause.number and clause.text:
            above = [one.number for one in plan.ancestors[clause.anchor] if one.number and one is not clause]
            yield clause.number, above[-1] if above else "", " ".join(clause.text.split())


@pytest.mark.process
@pytest.mark.parametrize("name", LABELS)
def test_a_document_becomes_what_a_reader_labelled(name, registers):
    label, draft = LABELS[name], receive(name)
    meta, plan = draft.fields.as_meta(), draft.plan
    assert plan is not None
    assert {key: meta[key] for key in label["fields"]} == label["fields"]
    assert {key: meta["signer"][key] for key in label["signer"]} == label["signer"]
    assert len(plan.meta.recipients) == label["recipients"]
    found = list(numbered(plan))
    assert [one for one in map(tuple, label["clauses"]) if one not in found] == []
    tasks = [[one.title, one.lead_text, one.coordinating_text, one.when.text] for one in link_plan(plan, registers).tasks]
    assert tasks == label["tasks"]
