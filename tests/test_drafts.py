"""Drafts of documents in the manners of several authors, beside the plans that these were set from."""

from __future__ import annotations

import pytest
from corpora import FROZEN

from corpus.evaluation.drafts import measure_draft
from corpus.evaluation.rendering.word_file import MANNERS
from corpus.link import Registers
from corpus.read.clauses import parse_clauses
from corpus.read.corpus_files import read_corpus
from corpus.read.plan_text import parse_plan
from corpus.work.text_tasks import read_text_tasks
from scripts.measure_drafts import draft_of, set_document

PLAN = "duong-kinh/2023/khong-so-kh-ubnd"


@pytest.mark.process
@pytest.mark.parametrize("manner", MANNERS, ids=[manner.name for manner in MANNERS])
def test_a_plan_comes_back_from_a_document_in_every_manner(manner, tmp_path):
    corpus = read_corpus(FROZEN)
    plan = corpus.plan[PLAN]
    draft = draft_of(set_document(tmp_path, plan, corpus, manner), plan, corpus)
    measured = measure_draft(plan, draft, Registers.of(corpus))
    assert measured.wrong == []
    assert not any(measured.extra[sort] for sort in ("cells", "tasks", "duties", "reports"))


def test_a_bracket_below_an_item_says_who_leads_it():
    body = """# KẾ HOẠCH

## I. NHIỆM VỤ

1. Cắt giảm thời gian giải quyết hồ sơ.

   (Văn phòng UBND tỉnh chủ trì; các sở phối hợp; hoàn thành trong năm 2025).

2. Công khai kết quả.
"""
    front = (FROZEN / "plans" / f"{PLAN}.md").read_text("utf-8").split("---\n")[1].split("notes:")[0]
    plan = parse_plan(f"---\n{front}---\n{body}", PLAN, "plans/x.md", [])
    assert plan.clauses == parse_clauses(body, len(front.split("\n")) + 2)
    (task,) = read_text_tasks(plan)
    assert (task.clause.anchor, task.lead) == ("i-1", "Văn phòng UBND tỉnh") and task.details == ()
