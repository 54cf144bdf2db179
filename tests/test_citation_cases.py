"""Citations that were once read wrongly, one for each kind of fault: ``golden/citation_cases.yml`` says what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.directives.cite import cite
from corpus.directives.find import find_mentions
from corpus.directives.roles import read_roles
from corpus.evaluation.composed_plans import plan_of, with_places
from corpus.strict_yaml import load

FILE = Path(__file__).parent / "golden/citation_cases.yml"
CASES = [{**case, "text": case["text"].replace("⟨U+200B⟩", "\u200b")} for case in load(FILE.read_text("utf-8")).data]
CITY = {
    "place": "hai-phong",
    "name": "thành phố Hải Phòng",
    "tier": "city",
    "parent": None,
    "issuer": "hai-phong/uy-ban-nhan-dan",
    "issued": "2025-12-01",
    "title": "Một việc",
}
WARD = {
    "place": "tan-an",
    "name": "phường Tân An",
    "tier": "ward",
    "parent": {"id": "vi-du", "name": "tỉnh Ví Dụ", "tier": "city"},
    "issuer": "tan-an/uy-ban-nhan-dan",
    "issued": "2031-12-01",
    "title": "Một việc",
}


def cases(key: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [case for case in CASES if key in case], ids=lambda case: case["text"][:60])


@cases("texts")
def test_the_words_of_each_mention(case):
    assert [one.text for one in find_mentions(case["text"])] == case["texts"]


@cases("mentions")
def test_number_day_and_issuer_of_each_mention(case):
    found = [
        {
            "text": one.text,
            "number": one.number,
            "issued": one.issued.isoformat() if one.issued else None,
            "issuer": one.issuer,
        }
        for one in find_mentions(case["text"])
    ]
    assert found == case["mentions"]


@cases("within")
def test_in_whose_title_each_mention_stands(case):
    assert [one.within for one in find_mentions(case["text"])] == case["within"]


@cases("roles")
def test_what_each_mention_is_cited_for(case):
    text = case["text"]
    assert [role.value for role in read_roles(text, find_mentions(text))] == case["roles"]


@cases("ids")
def test_what_each_mention_refers_to(case, corpus):
    head = WARD if case.get("from") == "ward" else CITY
    plan = plan_of(head, [{"id": "a-1", "text": case["text"]}])
    found = [one.directive for one in cite(plan, with_places(corpus, head))]
    assert len(found) == len(case["ids"])
    for identity, right in zip(found, case["ids"], strict=True):
        assert identity != right["not"] if isinstance(right, dict) else identity == right
