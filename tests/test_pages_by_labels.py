"""The pages against what people read in the plans: the labels, never what the library found in the same text."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from built_site import read_url, squeeze, work_quotes

GOLDEN = Path(__file__).parent / "golden"
WORK = yaml.safe_load((GOLDEN / "duties_five_plans.yml").read_text("utf-8"))
CITED = {}
for file in sorted(GOLDEN.glob("citations_*_*.jsonl")):
    header, *rows = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    CITED[header["plan"]] = rows


def ids(plan: str, names: list[str]) -> list[str]:
    """Agency ids; one without a place belongs to the plan's place."""
    return [name if "/" in name else f"{plan.split('/')[0]}/{name}" for name in names or ()]


def clauses(page) -> Counter[str]:
    """How often a page leads to each clause, as ``<plan>#<anchor>``."""
    targets = (link["href"].partition("ke-hoach/")[2] for link in page.select("a.to-clause"))
    return Counter(target.replace("/#", "#") for target in targets)


@pytest.mark.parametrize("plan", WORK)
def test_a_bodys_page_quotes_each_duty_that_a_reader_found_for_it(plan, site):
    for entry in WORK[plan]["duties"]:
        for body in ids(plan, entry["bodies"]):
            page = read_url(site, f"co-quan/{body}")
            for anchor, (opening, *_) in entry["clauses"].items():
                marks = {mark for mark, words in work_quotes(page) if words.startswith(squeeze(opening))}
                assert marks, (body, opening)
                assert ("Đề nghị" in marks) or not entry.get("requested"), (body, opening)
                assert clauses(page)[f"{plan}#{anchor}"], (body, anchor)


@pytest.mark.parametrize("plan", WORK)
def test_a_bodys_page_leads_to_each_row_in_which_a_reader_found_it(plan, site):
    for anchor, row in WORK[plan]["tasks"].items():
        for body in ids(plan, [*(row["lead"] or ()), *(row["with"] or ())]):
            assert clauses(read_url(site, f"co-quan/{body}"))[f"{plan}#{anchor}"], (body, anchor)


@pytest.mark.parametrize("plan", WORK)
def test_the_calendar_leads_to_each_row_that_a_reader_gave_an_end(plan, site):
    year = plan.split("/")[1]
    shown = clauses(read_url(site, f"lich/{year}"))
    ends = {anchor: row["time"][1] for anchor, row in WORK[plan]["tasks"].items()}
    in_its_year = [anchor for anchor, end in ends.items() if isinstance(end, date) and str(end.year) == year]
    assert [anchor for anchor in in_its_year if not shown[f"{plan}#{anchor}"]] == []


@pytest.mark.parametrize("plan", CITED)
def test_a_directives_page_marks_each_mention_that_a_reader_resolved(plan, site):
    seen = 0
    for row in CITED[plan]:
        for mention in row["mentions"]:
            if mention["directive"] and "directive_also" not in mention and mention["role"] != "self":
                page = read_url(site, f"van-ban/{mention['directive']}")
                marks = [squeeze(mark.get_text()) for mark in page.select("ul.quotes mark")]
                assert squeeze(mention["text"]) in marks, (mention["directive"], mention["text"])
                assert clauses(page)[f"{plan}#{row['anchor']}"], (mention["directive"], row["anchor"])
                seen += 1
    assert seen > 5


def outermost(mentions: list[dict]) -> list[dict]:
    """Those that stand in no other: a link holds no link."""
    return [
        one
        for one in mentions
        if not any(
            other is not one and other["start"] <= one["start"] and one["end"] <= other["end"] for other in mentions
        )
    ]


@pytest.mark.parametrize("plan", CITED)
def test_a_plans_page_links_each_mention_that_a_reader_resolved(plan, site):
    page = read_url(site, f"ke-hoach/{plan}")
    linked = Counter()
    for link in page.select(".plan-text a.directive"):
        linked[link["href"].partition("van-ban/")[2].strip("/"), squeeze(link.get_text())] += 1
    wanted = Counter(
        (mention["directive"], squeeze(mention["text"]))
        for row in CITED[plan]
        for mention in outermost(row["mentions"])
        if mention["directive"] and "directive_also" not in mention and mention["role"] != "self"
    )
    assert wanted - linked == Counter()


def test_the_page_of_completeness_counts_the_mentions_that_readers_found(site):
    total = [squeeze(cell.get_text()) for cell in read_url(site, "do-day-du").select("tr.total td")]
    mentions = [mention for rows in CITED.values() for row in rows for mention in row["mentions"]]
    borderline = sum(len(row.get("optional", [])) for rows in CITED.values() for row in rows)
    assert 0 <= int(total[1]) - len(mentions) <= borderline
    sure = [one for one in mentions if "directive_also" not in one]
    unsure = len(mentions) - len(sure)
    assert 0 <= int(total[3]) - sum(one["directive"] is None for one in sure) <= unsure + borderline
