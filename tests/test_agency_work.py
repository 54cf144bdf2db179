"""What each body must do: nothing lost on the way from the text, groups apart, changes word by word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml
from corpora import see_corpus
from hypothesis import given
from hypothesis import strategies as st
from newcomers import GUIDE_PLAN, guide_example, write_files

from corpus.editors.propose_bodies import with_agency
from corpus.model import Plan, When
from corpus.overview.agency_work import AgencyWork, Assignment
from corpus.overview.comparison import PlanPair
from corpus.overview.previous_plan import previous_plans, subject
from corpus.overview.work_changes import compare_words, compare_work
from corpus.read.corpus_files import read_corpus
from corpus.times.when_words import when_words
from corpus.vocabulary import ChangeKind, Part
from corpus.work.items import WorkItem
from corpus.work.occasions import occasions

CHANGES = yaml.safe_load((Path(__file__).parent / "golden" / "changes.yml").read_text(encoding="utf-8"))
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


@pytest.fixture(scope="module")
def taken_up(corpus):
    """What of one plan another takes up, each two compared once."""
    return cache(lambda before, after: PlanPair.of(corpus, corpus.plan[before], corpus.plan[after]).pair().taken_up)


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: f"{case['before']} {case['after']}")
def test_a_reader_and_the_rules_see_the_same_change(case, corpus, taken_up):
    plans, assignments = [], []
    for address in (case["before"], case["after"]):
        plan, _, anchor = address.partition("#")
        one = WorkItem(address, plan, anchor, "duty", corpus.plan[plan].clause(anchor).text, "", (), "", "", (), "", ())
        plans.append(corpus.plan[plan])
        assignments.append(Assignment(one, Part.DUTY))
    kinds = {
        change.kind
        for change in compare_work(AgencyWork("x", tuple(assignments)), *plans, taken_up(*(plan.id for plan in plans)))
    }
    said = {ChangeKind.NEW, ChangeKind.DROPPED} if case["said"] == "apart" else {ChangeKind(case["said"])}
    assert kinds == said


# What the example of the guide asks of its division, by the day printed for it.
ROW, REPORT = "phu-luc-i-1 leads", "ii-1-b reports"  # the second quarter; "trước ngày 15/11/2030"
UNDATED = {"ii-1-a duty", "ii-1-b duty", "phu-luc-i-2 leads"}


@pytest.mark.parametrize(
    ("ended", "still_open"),
    [
        ("2030-06-28", {ROW, REPORT, *UNDATED}),
        ("2030-06-29", {ROW, REPORT, *UNDATED}),  # the quarter ends on the new one's first day
        ("2030-06-30", {REPORT, *UNDATED}),
        ("2030-11-14", {REPORT, *UNDATED}),  # a bound stays on the day that is printed
        ("2030-11-15", UNDATED),
        ("2030-03-05", {ROW, REPORT, *UNDATED}),
        ("2030-03-04", set()),  # the plan is of the new one's first day: it was never asked of the old one
        ("2029-12-31", set()),
    ],
)
def test_work_passes_on_the_day_after_the_old_body_ended(ended, still_open, root, tmp_path):
    files = guide_example((root / "content/huong-dan/index.md").read_text("utf-8"))
    register = "plans/registers/agencies.yml"
    entry = (
        "  - id: tan-an/phong-van-hoa-xa-hoi\n    name: Phòng Văn hóa - Xã hội phường Tân An\n"
        f"    level: ward\n    body: division\n    place: tan-an\n    until: {ended}\n"
        "    successors: [{agency: tan-an/uy-ban-nhan-dan, date: null, source: đặt ra để thử}]\n"
    )
    files[register] = with_agency(files[register], entry)
    files[GUIDE_PLAN] = files[GUIDE_PLAN].replace("      time: Qúy", "      time: Quý")
    corpus = read_corpus(write_files(files, tmp_path))
    (handover,) = see_corpus(corpus, tmp_path).handed_on["tan-an/phong-van-hoa-xa-hoi"]
    assert handover.day == date.fromisoformat(ended) + timedelta(days=1)
    assert {f"{one.item.anchor} {one.part}" for one in handover.open} == still_open


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
