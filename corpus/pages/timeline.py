"""Work over time as a picture: a row for each dated thing to do, a bar from its beginning to its end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from markupsafe import Markup

from corpus.addresses import clause_url, relative
from corpus.model import Plan
from corpus.overview.overview import Overview
from corpus.pages.chart import Chart, Series, bars
from corpus.work.items import WorkItem
from corpus.work.occasions import Occasion

LEAST_ROWS, MOST_ROWS = 3, 16
MOST_LISTED = 100  # rows of the table
LEAST_SPAN = 0.2  # months: a single day must be seen
MOST_YEARS = 2  # of a scale of months; beyond that it is of years
_TEXT = 120  # letters of a thing to do in the table

Span = tuple[float, float]  # months since the beginning of the plan's period


def timeline(overview: Overview, plan: Plan, items: Iterable[WorkItem], url: str) -> Chart | None:
    """The dated work ``items`` of ``plan`` for the page at ``url``; None where there is too little to see."""
    first, last = plan.period
    length = 12 * (last - first + 1)
    each = {item.id: item for item in items}.values()  # a body may have several parts in one
    timed = ((item, _together(_span(one, first, length) for one in overview.occasions(item))) for item in each)
    found = sorted(((item, spans) for item, spans in timed if spans), key=lambda row: (row[1], row[0].id))
    if len(found) < LEAST_ROWS or all(spans == [(0.0, float(length))] for _, spans in found):
        return None
    shown = found[:MOST_ROWS]
    return Chart(
        "thoi-gian-thuc-hien",
        f"Những việc có ngày trong kế hoạch {first if first == last else f'{first} – {last}'}, theo {'tháng' if _by_months(first, last) else 'năm'}",
        bars(
            [f"{number}. {item.text}" for number, (item, _) in enumerate(shown, 1)],
            list(_series([spans for _, spans in shown])),
            _scale(first, last),
            "Biểu đồ thời gian thực hiện; bảng bên dưới có cùng nội dung",
        ),
        (),
        ("Số", "Việc", "Thời gian"),
        tuple(
            _row(number, item, overview.occasions(item), url) for number, (item, _) in enumerate(found[:MOST_LISTED], 1)
        ),
        len(found) - len(shown),
        len(found[MOST_LISTED:]),
    )


def _span(occasion: Occasion, first: int, length: int) -> list[Span]:
    when = occasion.when
    if not when.rule and when.start and when.end:
        spans = [(_month(when.start, first), _month(when.end, first, end=True))]
    else:
        spans = [(_month(day, first), _month(day, first, end=True)) for day in occasion.days]
    clipped = ((max(0.0, begin), min(float(length), end)) for begin, end in spans)
    return [(min(begin, end - LEAST_SPAN), end) for begin, end in clipped if begin < end]


def _month(day: date, first: int, end: bool = False) -> float:
    """Months from the beginning of the year ``first`` to the beginning, or the end, of ``day``."""
    return round((day.year - first) * 12 + day.month - 1 + min(day.day - (not end), 30) / 30, 3)


def _together(found: Iterable[list[Span]]) -> list[Span]:
    """Spans in order, those that touch made one."""
    joined: list[Span] = []
    for begin, end in sorted(span for spans in found for span in spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((max(0.0, begin), end))
    return joined


def _series(rows: Sequence[Sequence[Span]]) -> Iterator[Series]:
    """Room and bar in turn, as many as the busiest row needs."""
    for turn in range(max(map(len, rows))):
        here = [row[turn] if turn < len(row) else None for row in rows]
        before = [row[turn - 1][1] if turn and span else 0.0 for row, span in zip(rows, here, strict=True)]
        gaps = (span[0] - end if span else 0.0 for span, end in zip(here, before, strict=True))
        yield Series("", "", tuple(gaps))
        yield Series("Thời gian", "span", tuple(span[1] - span[0] if span else 0.0 for span in here))


def _by_months(first: int, last: int) -> bool:
    return last - first < MOST_YEARS


def _scale(first: int, last: int) -> list[tuple[float, str]]:
    if _by_months(first, last):
        months = 12 * (last - first + 1)
        return [(number, str(number % 12 + 1) if number < months else "") for number in range(months + 1)]
    return [(12 * number, str(first + number)) for number in range(last - first + 2)]


def _row(number: int, item: WorkItem, times: Iterable[Occasion], url: str) -> tuple[str, ...]:
    """What the bar says in words: ``times`` as they are printed, narrower than the column of time where details are."""
    text = textwrap.shorten(item.text, _TEXT, placeholder=" …")
    link = Markup('<a href="{}">{}</a>').format(relative(url, clause_url(item.plan, item.anchor)), text)
    return str(number), link, "; ".join(dict.fromkeys(one.when.text for one in times))
