"""Names of bodies: parted, resolved at their place and day, found in running text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import find_bodies
from corpus.bodies.setting import Setting
from corpus.bodies.split import split_bodies
from corpus.check.unnamed import check_names
from corpus.link import Registers, link_plan
from corpus.model import Cell
from corpus.read.clauses import parse_clauses

GOLDEN = yaml.safe_load((Path(__file__).parent / "golden" / "agency_names.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bodies(corpus) -> BodyIndex:
    return BodyIndex(corpus)


def at(case) -> Setting:
    return Setting(case["place"], case["day"], case["day"])


@pytest.mark.parametrize("case", GOLDEN["split"], ids=lambda case: case["cell"][:60])
def test_a_cell_is_parted_into_its_names(case):
    names = split_bodies(case["cell"])
    assert [name.name for name in names] == case["names"]
    for name in names:
        assert case["cell"][name.start : name.end] == name.text


@pytest.mark.parametrize("case", GOLDEN["resolve"], ids=lambda case: f"{case['name'][:50]} {case['place']}")
def test_a_name_means_the_body_of_its_place_and_day(case, bodies):
    found = bodies.name(case["name"], at(case))
    assert list(found.agencies) == case["is"]
    assert found.missing == case.get("missing", "" if case["is"] else case["name"])
    assert found.outside == case.get("outside", False)


@pytest.mark.parametrize(
    ("day", "exists"),
    [("2025-02-28", False), ("2025-03-01", True), ("2025-06-30", True), ("2025-07-01", False)],
)
def test_a_body_exists_on_its_first_and_its_last_day(day, exists):
    body = SimpleNamespace(since=date(2025, 3, 1), until=date(2025, 6, 30))
    day = date.fromisoformat(day)
    assert Setting("hai-phong", day, day).meets(body) is exists


def test_the_day_after_its_last_a_body_is_named_outside_its_time(bodies):
    """Sở Thông tin và Truyền thông of Hải Phòng ended with February 2025."""
    for day, outside in ((date(2025, 2, 28), False), (date(2025, 3, 1), True)):
        found = bodies.name("Sở Thông tin và Truyền thông", Setting("hai-phong", day, day))
        assert (found.agencies, found.outside) == (("hai-phong/so-thong-tin-va-truyen-thong",), outside)


def test_a_plan_without_a_day_may_name_whoever_existed_in_its_year():
    year = Setting("hai-phong", date(2025, 1, 1), date(2025, 12, 31))
    assert year.meets(SimpleNamespace(since=None, until=date(2025, 1, 1)))
    assert year.meets(SimpleNamespace(since=date(2025, 12, 31), until=None))
    assert not year.meets(SimpleNamespace(since=None, until=date(2024, 12, 31)))
    assert not year.meets(SimpleNamespace(since=date(2026, 1, 1), until=None))


@pytest.mark.parametrize("case", GOLDEN["cells"], ids=lambda case: case["cell"][:60])
def test_a_later_name_may_carry_the_place(case, bodies):
    assert [list(name.agencies) for name in bodies.cell(case["cell"], at(case))] == case["is"]


@pytest.mark.parametrize("case", GOLDEN["members"], ids=lambda case: f"{case['group']} {case['day']}")
def test_members_follow_from_the_day(case, bodies):
    members = bodies.members(case["group"], at(case))
    assert set(case["has"]) <= set(members)
    assert not set(case["lacks"]) & set(members)
    assert case.get("count", len(members)) == len(members)


@pytest.mark.parametrize("case", GOLDEN["mentions"], ids=lambda case: case["text"][:60])
def test_running_text_names_bodies(case, bodies):
    found = [
        (case["text"][start:end], agencies) for start, end, agencies in find_bodies(case["text"], bodies, at(case))
    ]
    assert {text: agencies[0] for text, agencies in found} == case["finds"]
    assert len(found) == case.get("times", len(case["finds"]))


def test_a_body_in_no_register_is_reported(overview):
    here = overview.plans[0]
    (table,) = here.plan.tables
    cell = Cell("lead", "Sở Bưu điện; Phòng Văn hóa-Xã hội", (), 77, table.rows[0].anchor)
    below = replace(table.rows[1], cells=(cell, replace(cell, field="coordinating", text="Như trên", line=78)))
    table = replace(table, rows=(replace(table.rows[0], cells=(cell,)), below))  # the cell stands in both rows
    clauses = parse_clauses(
        "# KẾ HOẠCH\n\n## I. NHIỆM VỤ\n\n1. Lập sổ.\n- Cơ quan chủ trì: Sở Bưu chính.\n\n<!-- table -->",
        1,
        (table.anchor,),
    )
    plan = replace(here.plan, tables=(table,), clauses=clauses)
    problems = list(check_names(link_plan(plan, Registers.of(overview.corpus))))
    assert [(problem.line, problem.found, problem.severity) for problem in problems] == [
        (5, "Sở Bưu chính", "warning"),
        (77, "Sở Bưu điện", "warning"),
    ]


def test_every_body_with_work_in_the_five_plans_is_known_or_noted(overview):
    assert [str(problem) for here in overview.plans for problem in check_names(here)] == []
