"""The labelled data hold together: spans fit their texts, passages and addresses exist in the corpus."""

import json
from pathlib import Path

import pytest
import yaml

from corpus.vocabulary import Role

GOLDEN = Path(__file__).parent / "golden"
CITATIONS = sorted(GOLDEN.glob("citations_*.jsonl"))
HELD_OUT = GOLDEN / "held_out" / "citations.jsonl"
HELD_OUT_PLANS = GOLDEN / "held_out" / "plans.jsonl"


def lines_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plan_files():
    return [path for path in CITATIONS if path.name != "citations_composed.jsonl"]


def labels(path):
    return [row for row in lines_of(path) if "text" in row]


@pytest.mark.parametrize("path", [*CITATIONS, HELD_OUT, HELD_OUT_PLANS], ids=lambda path: path.stem)
def test_spans_are_the_text_they_say(path):
    for row in labels(path):
        for span in [*row["mentions"], *row.get("optional", [])]:
            assert row["text"][span["start"] : span["end"]] == span["text"], row["id"]
        starts = [mention["start"] for mention in row["mentions"]]
        assert starts == sorted(starts), row["id"]
        for index, mention in enumerate(row["mentions"]):
            assert mention["within"] is None or mention["within"] < index, row["id"]


def test_every_sentence_is_there_once():
    ids = [row["id"] for path in CITATIONS for row in labels(path)]
    texts = [row["text"] for row in labels(GOLDEN / "citations_composed.jsonl")]
    assert len(set(ids)) == len(ids)
    assert len(set(texts)) == len(texts)
    assert len(texts) >= 300


def test_held_out_sentences_are_no_others():
    header, *rows = lines_of(HELD_OUT)
    texts = {row["text"] for row in rows}
    seen = {row["text"] for path in CITATIONS for row in labels(path)}
    roles = {role.value for role in Role}
    assert header["held_out"]
    assert len(texts) == len({row["id"] for row in rows}) == len(rows) >= 200
    assert not texts & seen
    assert {mention["role"] for row in rows for mention in row["mentions"] if "role" in mention} <= roles


@pytest.mark.parametrize("path", plan_files(), ids=lambda path: path.stem)
def test_labelled_passages_stand_in_their_plan(path, corpus):
    header, *rows = lines_of(path)
    plan = next(plan for plan in corpus.plans if plan.id == header["plan"])
    texts = {passage.anchor: passage.text for passage in plan.passages if passage.field == "text"}
    roles = {role.value for role in Role}
    for row in rows:
        assert texts.get(row["anchor"]) == row["text"], row["id"]
        for mention in row["mentions"]:
            assert {mention["role"], *mention.get("role_also", [])} <= roles, row["id"]


def test_every_plan_is_labelled_completely(corpus):
    headers = [lines_of(path)[0] for path in plan_files()]
    assert {header["plan"] for header in headers} == {plan.id for plan in corpus.plans}
    assert all(header["complete"] for header in headers)


def addresses(corpus):
    """Every address that the registers and the plans give rise to; a plan is also a directive."""
    known = {"chu-viet-tat/"}
    known |= {f"van-ban/{directive.id}/" for directive in corpus.directives}
    known |= {f"co-quan/{agency.id}/" for agency in [*corpus.agencies, *corpus.groups]}
    for plan in corpus.plans:
        place, name = plan.meta.issuer.split("/")
        year, number = plan.id.split("/")[1:]
        known |= {plan.url, f"van-ban/{name.removeprefix('chu-tich-')}-{place}/{year}/{number}/"}
        known |= {f"{plan.url}#{passage.anchor}" for passage in plan.passages}
    return known


def test_expected_results_exist(corpus):
    known = addresses(corpus)
    queries = yaml.safe_load((GOLDEN / "queries.yml").read_text(encoding="utf-8"))["queries"]
    missing = {(entry["query"], url) for entry in queries for url in entry["expect"] if url not in known}
    assert not missing


def test_expected_directives_exist(corpus):
    known = addresses(corpus)
    labelled = {
        mention["directive"] for path in plan_files() for row in labels(path) for mention in row["mentions"]
    } - {None}
    assert {id for id in labelled if f"van-ban/{id}/" not in known} == set()


def test_queries_are_shared_out_in_every_kind():
    queries = yaml.safe_load((GOLDEN / "queries.yml").read_text(encoding="utf-8"))["queries"]
    assert len(queries) >= 150
    assert len({entry["query"] for entry in queries}) == len(queries)
    for kind in {entry["kind"] for entry in queries}:
        parts = [entry["part"] for entry in queries if entry["kind"] == kind]
        assert parts.count("held-out") == len(parts) // 3, kind
