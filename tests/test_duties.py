"""Tasks, duties and reports of the five plans, against what a person read in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import mentions
from corpus.bodies.setting import setting_of
from corpus.model import Plan
from corpus.read.clauses import parse_clauses
from corpus.work.read_work import Work, read_work

GOLDEN = yaml.safe_load((Path(__file__).parent / "golden" / "duties_five_plans.yml").read_text(encoding="utf-8"))
NATURES_IN_ORDER = ("chủ trì", "phối hợp", "đề nghị", "chỉ đạo", "báo cáo", "kinh phí", "chịu trách nhiệm")


@pytest.fixture(scope="module")
def bodies(corpus) -> BodyIndex:
    return BodyIndex(corpus)


def work_of(plan: Plan, bodies: BodyIndex) -> Work:
    return read_work(plan, bodies, mentions(plan, bodies))


def ids(plan_id: str, names) -> tuple[str, ...]:
    """Agency ids; one without a place belongs to the plan's place."""
    place = plan_id.split("/")[0]
    return tuple(name if "/" in name else f"{place}/{name}" for name in names or ())


@pytest.mark.parametrize("plan_id", GOLDEN)
def test_every_annex_row_lands_on_its_bodies_in_its_time(plan_id, corpus, bodies):
    found = {
        task.anchor: (task.lead, task.coordinating, days(task.when), days(task.within), task.product)
        for task in work_of(corpus.plan[plan_id], bodies).tasks
    }
    expected = {
        anchor: (
            ids(plan_id, row["lead"]),
            ids(plan_id, row["with"]),
            tuple(row["time"]),
            tuple(row["within"]) if "within" in row else None,
            row.get("product", ""),
        )
        for anchor, row in GOLDEN[plan_id]["tasks"].items()
    }
    assert found == expected


def days(when):
    return (when.start, when.end) if when else None


@pytest.mark.parametrize("plan_id", GOLDEN)
def test_what_a_cell_leaves_unresolved_is_listed(plan_id, corpus, bodies):
    plan = corpus.plan[plan_id]
    found = {
        row.anchor: [
            name.missing
            for field in ("lead", "coordinating")
            for name in cell(row, field, plan, bodies)
            if name.missing
        ]
        for row in plan.rows
    }
    expected = {anchor: row.get("unresolved", []) for anchor, row in GOLDEN[plan_id]["tasks"].items()}
    assert found == expected


def cell(row, field, plan, bodies):
    found = row.cell(field)
    return bodies.cell(found.text, setting_of(plan)) if found else ()


@pytest.mark.parametrize("plan_id", GOLDEN)
def test_every_duty_lands_on_its_bodies(plan_id, corpus, bodies):
    found = {}
    for duty in work_of(corpus.plan[plan_id], bodies).duties:
        agencies, *rest = found.get(duty.anchor, ((), duty.nature, duty.requested))
        assert rest == [duty.nature, duty.requested], duty
        found[duty.anchor] = ((*agencies, *duty.agencies), *rest)
    expected = {}
    for entry in GOLDEN[plan_id]["duties"]:
        for anchor, (_, *natures) in entry["clauses"].items():
            order = tuple(sorted(natures, key=NATURES_IN_ORDER.index))
            expected[anchor] = (ids(plan_id, entry["bodies"]), order, entry.get("requested", False))
    assert found == expected


@pytest.mark.parametrize("plan_id", GOLDEN)
def test_duties_quote_their_clause(plan_id, corpus, bodies):
    plan = corpus.plan[plan_id]
    opening = {anchor: words for entry in GOLDEN[plan_id]["duties"] for anchor, (words, *_) in entry["clauses"].items()}
    for duty in work_of(plan, bodies).duties:
        assert duty.text.startswith(opening[duty.anchor])
        assert duty.text in plan.clause(duty.anchor).text
        assert duty.printed_name


@pytest.mark.parametrize("plan_id", GOLDEN)
def test_every_report_says_who_to_whom_and_by_when(plan_id, corpus, bodies):
    found = [
        (report.anchor, report.agencies, report.to, report.via, report.frequency, by_when(report))
        for report in work_of(corpus.plan[plan_id], bodies).reports
    ]
    expected = [
        (
            entry["at"],
            *(ids(plan_id, entry.get(key)) for key in ("who", "to", "via")),
            entry.get("often", ""),
            entry.get("before", []),
        )
        for entry in GOLDEN[plan_id]["reports"]
    ]
    assert sorted(found) == sorted(expected)


def by_when(report) -> list:
    dated = [when for when in report.deadlines if when.end]
    assert all(when.exclusive for when in dated)
    return [when.rule or when.end for when in dated]


OTHER_FORMS = yaml.safe_load((Path(__file__).parent / "golden" / "organisation.yml").read_text(encoding="utf-8"))


@pytest.fixture(params=OTHER_FORMS, ids=lambda case: case["why"][:40])
def case_and_plan(request, corpus):
    """A text of another form, as the body of a plan of the city."""
    model = corpus.plan["hai-phong/2025/362-qd-ubnd"]
    plan = Plan(model.id, model.path, model.meta, parse_clauses(request.param["text"]), ())
    return request.param, plan


def test_other_forms_of_organisation_land_on_their_bodies(case_and_plan, bodies):
    case, plan = case_and_plan
    found = [(duty.anchor, duty.printed_name, duty.agencies) for duty in work_of(plan, bodies).duties]
    assert found == [(at, printed, ids(plan.id, [name] if name else [])) for at, printed, name in case["duties"]]


def test_other_forms_of_reporting_are_read(case_and_plan, bodies):
    case, plan = case_and_plan
    found = [
        (report.anchor, report.agencies, report.to, report.via, by_when(report))
        for report in work_of(plan, bodies).reports
    ]
    assert found == [
        (at, *(ids(plan.id, names) for names in (who, to, via)), by) for at, who, to, via, by in case["reports"]
    ]
