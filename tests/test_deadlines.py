"""Printed times against what a person says follows from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from corpus.times.deadlines import read_time, read_times

GOLDEN = yaml.safe_load((Path(__file__).parent / "golden" / "times.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case['text']} {case.get('year', '')}")
def test_a_printed_time_is_read_without_guessing(case):
    found = read_times(case["text"], case.get("year", 2025))
    assert [(when.start, when.end, when.rule, when.exclusive) for when in found] == [
        (start, end, *said(more)) for start, end, *more in case["is"]
    ]
    for when, (_, _, *more) in zip(found, case["is"], strict=True):
        reason = more[0].get("why_not", "") if more else ""
        assert reason in when.reason
        assert bool(reason) == bool(when.reason)


def said(more: list) -> tuple[str | None, bool]:
    return (more[0].get("rule"), more[0].get("exclusive", False)) if more else (None, False)


def test_several_times_make_one_stretch():
    whole = read_time("Quý I, III/2025", 2025)
    assert (whole.start, whole.end, whole.text) == (date(2025, 1, 1), date(2025, 9, 30), "Quý I, III/2025")


def test_a_time_without_dates_says_why():
    assert read_time("Theo yêu cầu của Sở Nội vụ", 2025).reason
    assert read_time("", 2025).reason


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_a_missing_year_is_the_plans(year):
    assert read_time("Tháng 2", year).end.year == year
    assert read_time("trước ngày 10 tháng cuối của quý", year).start == date(year, 3, 10)
