"""Citations in the official form: golden cases, and every address of the corpus has one of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.citation_form import cite_clause
from corpus.model import Plan
from corpus.read.clauses import parse_clauses
from corpus.strict_yaml import load

CASES = load((Path(__file__).parent / "golden" / "citation_forms.yml").read_text("utf-8")).data


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['plan']}#{case['at']}")
def test_golden_citation(case, corpus):
    assert cite_clause(corpus.plan[case["plan"]], case["at"], corpus) == case["cited"], case["about"]


@pytest.mark.parametrize(
    ("body", "anchor", "start"),
    [
        (
            "# KẾ HOẠCH\n\n## Chương I. CHUNG\n\nĐiều 3. Văn bản.\n\n1. Khoản một.\n\na) Điểm a.",
            "dieu-3-1-a",
            "điểm a khoản 1 Điều 3 Chương I ",
        ),
        (
            "# KẾ HOẠCH\n\n## I. CHUNG\n\n### 1. Một\n\n#### 1.2. Hai\n\n- Ý",
            "i-1-2-1",
            "gạch đầu dòng thứ 1 khoản 1.2 Mục I ",
        ),
        ("# KẾ HOẠCH\n\n## A. CHUNG\n\nLời.\n\nLời nữa.", "a-doan-2", "đoạn thứ 2 Phần A "),
        ("# KẾ HOẠCH\n\n## I. CHUNG\n\n### 1. Một\n\n1) Nhỏ", "i-1-1", "điểm 1 khoản 1 Mục I "),
        ("# KẾ HOẠCH\n\n## Mục tiêu chung\n\n- Ý", "muc-tieu-chung-1", "gạch đầu dòng thứ 1 mục “Mục tiêu chung” "),
    ],
)
def test_other_forms_of_numbering(body, anchor, start, corpus):
    model = corpus.plan["hai-phong/2021/45-kh-ubnd"]
    plan = Plan(model.id, model.path, model.meta, parse_clauses(body), ())
    assert cite_clause(plan, anchor, corpus).startswith(start + "Kế hoạch số 45/KH-UBND")
