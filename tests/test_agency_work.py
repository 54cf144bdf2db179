"""What each body must do: nothing lost on the way from the text, groups apart, changes word by word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Plan, When
from corpus.overview.previous_plan import previous_plans, subject
from corpus.overview.work_changes import compare_words
from corpus.schema import Group
from corpus.times.when_words import when_words
from corpus.vocabulary import ChangeKind, Part
from corpus.work.items import WorkItem
from corpus.work.occasions import occasions

OCCASIONS = yaml.safe_load((Path(__file__).parent / "golden" / "occasions.yml").read_text(encoding="utf-8"))


def item(*times: When) -> WorkItem:
    return WorkItem("p#a", "p", "a", "task", "Việc", "", (), "", "", times, "", ())


@pytest.mark.parametrize("case", OCCASIONS, ids=lambda case: case["shows"])
def test_days_and_words_of_a_time(case):
    when = When(**case["time"])
    assert [day for one in occasions(item(when), case["year"]) for day in one.days] == case["days"]
    assert when_words(when, case["year"]) == case["words"]


def test_a_time_whose_days_another_has_all_is_not_due_twice():
    quarters = When("quý", date(2025, 3, 10), date(2025, 12, 10), "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=10")
    year = When("năm", date(2025, 12, 10), date(2025, 12, 10), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10")
    assert [one.number for one in occasions(item(quarters, year), 2025)] == [1]
    assert [one.number for one in occasions(item(year, year), 2025)] == [1]


def test_every_task_duty_and_report_reaches_each_of_its_bodies(overview):
    for here in overview.plans:
        for task in here.tasks:
            for part, bodies in ((Part.LEADS, task.lead), (Part.COORDINATES, task.coordinating)):
                for body in bodies:
                    assert task.anchor in {a.item.anchor for a in overview.work.of(body).of(part, task.plan)}
        for part, found in ((Part.DUTY, here.duties), (Part.REPORTS, here.reports)):
            for one in found:
                for body in one.agencies:
                    texts = {(a.item.anchor, a.item.text) for a in overview.work.of(body).of(part, one.plan)}
                    assert (one.anchor, one.text) in texts


def test_no_body_has_work_that_no_text_gives_it(overview):
    for body in overview.work.bodies:
        for assignment in overview.work.of(body).direct:
            assert body in assignment.item.of(assignment.part)


def test_ids_of_items_are_unique(overview):
    ids = [one.id for items in overview.work.items.values() for one in items]
    assert len(ids) == len(set(ids))


def test_work_through_a_group_reaches_its_members_of_that_day_and_only_them(overview):
    for body in overview.work.bodies:
        for assignment in overview.work.of(body).through_groups:
            plan = overview.corpus.plan[assignment.item.plan]
            assert isinstance(overview.corpus.agency[assignment.via], Group)
            assert assignment.via in assignment.item.of(assignment.part)
            assert body in overview.work.members_at(assignment.via, plan)
            assert all(body not in bodies for _, bodies in assignment.item.bodies), "named itself as well"


def test_a_member_that_came_after_a_plan_has_no_work_from_it(overview):
    late = [
        (assignment.item.plan, body.id)
        for body in overview.corpus.agencies
        if body.since
        for assignment in overview.work.of(body.id).through_groups
        if (overview.corpus.plan[assignment.item.plan].meta.issued or date.max) < body.since
    ]
    assert late == []
    assert any(body.since and overview.work.of(body.id).through_groups for body in overview.corpus.agencies)


def test_directives_behind_an_item_are_cited_in_it_or_where_it_stands(overview):
    seen = 0
    for here in overview.plans:
        cited: dict[str, set] = {}
        for citation in here.citations:
            cited.setdefault(citation.anchor, set()).add(citation.directive)
        for one in overview.work.items[here.plan.id]:
            trail = {clause.anchor for clause in here.plan.ancestors[one.anchor]}
            trail.update(clause.anchor for clause in here.plan.ancestors[one.anchor][-1].walk())
            reachable = set().union(*(cited.get(anchor, set()) for anchor in {*trail, one.anchor}))
            assert set(one.directives) <= reachable
            seen += len(one.directives)
    assert seen


def test_bodies_that_rest_on_a_directive_have_it_behind_their_work(overview):
    directives = {citation.directive for here in overview.plans for citation in here.citations} - {None}
    found = 0
    for directive in directives:
        for dependence in overview.work.resting_on(directive):
            direct = overview.work.of(dependence.body).direct
            assert all(directive in one.directives and one in {a.item for a in direct} for one in dependence.items)
            assert all(directive in overview.work.basis[plan] for plan in dependence.plans)
            assert dependence.items or dependence.plans
            found += 1
    assert found


def test_a_plan_follows_the_latest_earlier_one_of_its_place(corpus):
    """Every plan of this corpus is about one subject."""
    previous = previous_plans(corpus)
    for plan in corpus.plans:
        earlier = [p for p in corpus.plans if p.meta.place == plan.meta.place and p.meta.year < plan.meta.year]
        assert previous.get(plan.id) == max(earlier, key=lambda p: p.meta.year, default=None)


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("Tuyên truyền cải cách hành chính năm 2024 trên địa bàn thành phố Hải Phòng", True),
        ("Ban hành Kế hoạch tuyên truyền công tác cải cách hành chính nhà nước thành phố Hải Phòng năm 2024", True),
        ("Cải cách hành chính nhà nước thành phố Hải Phòng năm 2024", False),
        ("Chuyển đổi số thành phố Hải Phòng năm 2024", False),
    ],
)
def test_plans_of_one_subject_are_told_by_their_titles(corpus, title, same):
    newest = max((p for p in corpus.plans if p.meta.place == "hai-phong"), key=lambda p: p.meta.year)
    meta = newest.meta.model_copy(update={"title": title, "promulgates": None, "year": newest.meta.year - 1})
    other = Plan(f"{newest.id}-khac", newest.path, meta, (), ())
    two = replace(corpus, plans=(newest, other))
    assert (newest.id in previous_plans(two)) == same, (subject(newest), subject(other))


def test_changes_account_for_every_item_of_both_plans(overview):
    compared = 0
    for here in overview.plans:
        before = overview.previous.get(here.plan.id)
        if before is None:
            continue
        for body in overview.work.bodies:
            found = overview.changes(body, here.plan.id)
            work = overview.work.of(body)
            assert [c.after for c in found if c.after] == [a for part in Part for a in work.of(part, here.plan.id)]
            assert sorted(c.before.item.id for c in found if c.before) == sorted(
                a.item.id for part in Part for a in work.of(part, before.id)
            )
            compared += len(found)
            for change in found:
                assert (change.kind == ChangeKind.NEW) == (change.before is None)
                assert (change.kind == ChangeKind.DROPPED) == (change.after is None)
    assert compared


def test_words_that_went_out_stay_parted_from_those_before_them():
    runs = compare_words("thành phố Hải Phòng năm 2021.", "thành phố Hải Phòng.")
    assert runs == (("same", "thành phố Hải Phòng"), ("gone", " năm 2021"), ("same", "."))


words = st.lists(st.sampled_from(["báo cáo", "quả,", "(hằng", "quý)", "năm;", "về", "Sở."]), max_size=12).map(" ".join)


@given(words, words)
def test_marked_words_give_back_both_texts(before, after):
    runs = compare_words(before, after)
    assert "".join(run for kind, run in runs if kind in ("same", "come")) == after
    # A run that both texts have carries the blanks of the later one.
    assert "".join(run for kind, run in runs if kind in ("same", "gone")).replace(" ", "") == before.replace(" ", "")


def test_work_still_open_at_a_handover_is_due_after_it(overview):
    seen = 0
    for agency in overview.corpus.agencies:
        for one in overview.handed_on.get(agency.id, ()):
            assert one in overview.taken_over[one.new]
            for assignment in one.open:
                plan = overview.corpus.plan[assignment.item.plan]
                days = [day for found in occasions(assignment.item, plan.meta.year) for day in found.days]
                assert plan.meta.year == one.day.year and (not days or max(days) >= one.day)
                assert not plan.meta.issued or plan.meta.issued < one.day
                seen += 1
    assert seen


def test_what_is_asked_of_everybody_reaches_those_with_work_and_not_those_it_is_sent_to(overview):
    seen = 0
    for body in overview.work.bodies:
        work = overview.work.of(body)
        for assignment in work.common:
            one = assignment.item
            assert assignment.part in (Part.DUTY, Part.REPORTS)
            assert assignment.via in one.of(assignment.part) and not overview.work.members_at(
                assignment.via, overview.corpus.plan[one.plan]
            )
            assert body not in (*one.to, *one.via, overview.corpus.plan[one.plan].meta.issuer)
            assert any(a.item.plan == one.plan for a in (*work.direct, *work.through_groups))
            seen += 1
    assert seen
