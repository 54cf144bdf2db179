"""What looks like an assignment and is none gives nobody work: no task, no duty, no report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import mentions
from corpus.read.clauses import parse_clauses
from corpus.work.read_work import read_work

GROUPS = yaml.safe_load((Path(__file__).parent / "golden" / "no_work.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def bodies(corpus) -> BodyIndex:
    return BodyIndex(corpus)


def work_of(text: str, under: str, corpus, bodies) -> list:
    model = corpus.plan["hai-phong/2025/362-qd-ubnd"]
    clauses = parse_clauses(f"# KẾ HOẠCH\n\n## {under}\n\n- {text}\n")
    plan = replace(model, clauses=clauses, tables=())
    work = read_work(plan, bodies, mentions(plan, bodies))
    return [*work.tasks, *work.duties, *work.reports]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["why"])
def test_nobody_is_given_work_by(group, corpus, bodies):
    under = group.get("under", "II. NHIỆM VỤ, GIẢI PHÁP")
    found = {text: work for text in group["texts"] if (work := work_of(text, under, corpus, bodies))}
    assert found == {}


def test_the_same_place_gives_work_where_a_body_is_told(corpus, bodies):
    told = "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp rà soát; báo cáo Ủy ban nhân dân thành phố trước ngày 15/11/2025."
    assert len(work_of(told, "II. NHIỆM VỤ, GIẢI PHÁP", corpus, bodies)) == 2
