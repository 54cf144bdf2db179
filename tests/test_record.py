"""The record of a plan stands by itself: it can be sent to another process and comes out of the plan and the registers alone."""

from __future__ import annotations

import dataclasses
import pickle

from corpus.link import PlanRecord, Registers, link_plan


def test_a_record_is_the_same_after_a_journey(overview):
    for record in overview.plans:
        assert pickle.loads(pickle.dumps(record)) == record


def test_a_record_is_made_of_its_plan_and_the_registers_alone(overview):
    """Without the other plans a plan has the same record, but for what it cites of them."""
    for record in overview.plans:
        alone = dataclasses.replace(overview.corpus, plans=(record.plan,))
        again = link_plan(record.plan, Registers.of(alone))
        same = [
            field.name for field in dataclasses.fields(PlanRecord) if field.name not in ("citations", "items", "basis")
        ]
        assert all(getattr(again, name) == getattr(record, name) for name in same)
        assert len(again.citations) == len(record.citations)


def test_the_glossary_changes_no_record(overview):
    """So that the preview links nothing again after an edit of it (``Registers.link_as_in``)."""
    registers = Registers.of(overview.corpus)
    other = dataclasses.replace(overview.corpus, terms=overview.corpus.terms[1:])
    assert registers.link_as_in(other)
    assert not registers.link_as_in(dataclasses.replace(overview.corpus, agencies=overview.corpus.agencies[1:]))
    record = overview.plans[0]
    assert link_plan(record.plan, Registers.of(other)) == record


def test_no_stage_can_change_a_record(overview):
    record = overview.plans[0]
    for field in dataclasses.fields(PlanRecord):
        assert field.name == "plan" or isinstance(getattr(record, field.name), tuple)
    assert record.__dataclass_params__.frozen
