"""Days, months, quarters, halves and years as printed, each with its first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from corpus.language.numerals import roman_value

Sort = Literal["day", "month", "quarter", "half", "year", "years"]

_YEAR = r"(?:\s*(?:/|-|\.|năm|của năm)\s*(?P<{0}_year>(?:19|20)\d{{2}})(?!\d))?"
_QUARTER_NUMBER = r"(?:IV|I{1,3}|[1-4])(?![\w])"
# A bare number after a comma or a dash repeats the unit before it: "Tháng 6, 7/2025", "Quý I-II".
_DATES = re.compile(
    "|".join(
        (
            r"(?:giai đoạn\s+|từ\s+)?(?:năm\s+)?(?P<years_first>(?:19|20)\d{2})"
            r"\s*(?:[-–—]|đến(?:\s+năm)?)\s*(?P<years_last>(?:19|20)\d{2})(?!\d)",
            r"0?(?P<half_count>[369])\s+tháng\s+(?P<half_side>đầu|cuối)\s+(?:của\s+)?năm"
            r"(?:\s+(?P<half_year>(?:19|20)\d{2}))?",
            r"(?:ngày\s+)?(?<![\d/])(?<!tuần )(?<!đợt )(?P<day>\d{1,2})"
            r"(?:\s*/\s*|\s+tháng\s+|(?P<dot>[-.])(?=\d{1,2}(?P=dot)\d{4}))"
            r"(?P<day_month>\d{1,2})(?!\d)" + _YEAR.format("day"),
            r"(?<=trước ngày )(?P<dashed_day>\d{1,2})-(?P<dashed_month>0?[1-9]|1[0-2])(?![\d/]|-\d|\s*tháng)",
            r"(?:ngày|từ(?:\s+ngày)?)\s+(?P<open_day>\d{1,2})"
            r"(?=(?:\s*(?:,|và)\s*(?:ngày\s+)?\d{1,2})*\s*(?:-|–|đến|,|và)\s*(?:ngày\s+)?\d{1,2}\s*(?:/|tháng\s+\d))",
            r"(?<![\d/.-])(?P<bare_day>\d{1,2})(?=\s*[-–]\s*\d{1,2}/\d{1,2}(?:/\d{4}|(?![\d/])))",
            r"(?P<quarter_word>quý\s+|(?<!\w)Q\.?(?=[IV1-4]))(?P<quarter>"
            + _QUARTER_NUMBER
            + ")"
            + _YEAR.format("quarter"),
            r"(?P<month_word>tháng\s+|(?<!\w)T\.?(?=\d))(?P<month>\d{1,2})(?!\d|\s*tháng)" + _YEAR.format("month"),
            r"(?<![\d/])(?P<numeric_month>0?[1-9]|1[0-2])/(?P<numeric_year>(?:19|20)\d{2})(?![\d/])",
            r"(?<![\d/.-])(?P<bare_month>0?[1-9]|1[0-2])"
            r"(?=\s*[-–]\s*(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}(?![\d/]))",
            r"(?P<year_word>năm\s+)(?P<year>(?:19|20)\d{2})(?!\d|\s*[-–]\s*(?:19|20)\d{2})",
            r"(?<![\d/])(?P<lone_year>(?:19|20)\d{2})(?![\d/])",
            rf"(?<=[,\-–—&và\s])(?P<bare>{_QUARTER_NUMBER}"
            r"|(?<![\d/])\d{1,2}(?!\d|/\d{1,2}/|\s*(?:ngày|tuần|tháng\b|giờ|lần)))" + _YEAR.format("bare"),
        )
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Span:
    """A printed calendar unit at ``text[at:until]``; ``year`` is None where none is printed with it."""

    sort: Sort
    value: tuple[int, ...]
    year: int | None
    at: int
    until: int

    @property
    def first(self) -> date:
        """First day. Raises ValueError where the calendar has no such day or no year is known."""
        return _first_day(self, self._known_year())

    @property
    def last(self) -> date:
        """Last day. Raises ValueError where the calendar has no such day or no year is known."""
        return _last_day(self, self._known_year())

    def _known_year(self) -> int:
        if self.year is None:
            raise ValueError("no year is printed with it and none was given")
        return self.year

    def in_year(self, year: int | None) -> Span:
        return self if self.year else replace(self, year=year)


def _first_day(span: Span, year: int) -> date:
    if span.sort == "day":
        return date(year, span.value[1], span.value[0])
    if span.sort == "month":
        return date(year, span.value[0], 1)
    if span.sort == "quarter":
        return date(year, 3 * span.value[0] - 2, 1)
    if span.sort == "half":
        count, from_end = span.value
        return date(year, 13 - count if from_end else 1, 1)
    return date(span.value[0], 1, 1)


def _last_day(span: Span, year: int) -> date:
    if span.sort == "day":
        return span.first
    if span.sort in ("month", "quarter"):
        month = span.value[0] * (3 if span.sort == "quarter" else 1)
        return date(year, month, monthrange(year, month)[1])
    if span.sort == "half":
        count, from_end = span.value
        month = 12 if from_end else count
        return date(year, month, monthrange(year, month)[1])
    return date(span.value[-1], 12, 31)


def find_spans(text: str) -> list[Span]:
    """The calendar units in ``text``, in order; a bare number takes the unit of the one before it."""
    spans: list[Span] = []
    for found in _DATES.finditer(text):
        span = _span(found, spans[-1] if spans else None)
        if span and not (span.sort == "years" and span.value[0] > span.value[1]):
            spans.append(span)
    return spans


def _span(found: re.Match[str], previous: Span | None) -> Span | None:
    at, until = found.span()
    groups = {name: value for name, value in found.groupdict().items() if value is not None}

    def year(name: str) -> int | None:
        return int(groups[name]) if name in groups else None

    if "years_first" in groups:
        years = int(groups["years_first"]), int(groups["years_last"])
        return Span("years", years, years[0], at, until)
    if "half_count" in groups:
        from_end = int(groups["half_side"].lower() == "cuối")
        return Span("half", (int(groups["half_count"]), from_end), year("half_year"), at, until)
    if "day" in groups:
        return Span("day", (int(groups["day"]), int(groups["day_month"])), year("day_year"), at, until)
    if "dashed_day" in groups:
        return Span("day", (int(groups["dashed_day"]), int(groups["dashed_month"])), None, at, until)
    if "open_day" in groups or "bare_day" in groups:
        return Span("day", (int(groups.get("open_day") or groups["bare_day"]), 0), None, at, until)
    if "quarter" in groups:
        return Span("quarter", (_number(groups["quarter"]),), year("quarter_year"), at, until)
    if "month" in groups or "bare_month" in groups:
        return Span("month", (int(groups.get("month") or groups["bare_month"]),), year("month_year"), at, until)
    if "numeric_month" in groups:
        return Span("month", (int(groups["numeric_month"]),), year("numeric_year"), at, until)
    if "year" in groups or "lone_year" in groups:
        number = int(groups.get("year") or groups["lone_year"])
        return Span("year", (number,), number, at, until)
    if previous and previous.sort in ("month", "quarter"):
        return Span(previous.sort, (_number(groups["bare"]),), year("bare_year"), at, until)
    if previous and previous.sort == "day" and not previous.value[1] and groups["bare"].isdigit():
        return Span("day", (int(groups["bare"]), 0), None, at, until)  # "các ngày 12, 13, 14/5"
    return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else roman_value(text.upper()) or 0


def with_years(spans: list[Span], fallback: int | None) -> Iterator[Span]:
    """``spans`` each with a year: its own, else the next one printed, else the one before, else ``fallback``.

    Without a fallback (a plan of several years) the year of a span may stay open.

    A day without a month ("ngày 15 - 20/3") takes the month of the next day.
    """
    for index, span in enumerate(spans):
        if span.sort == "day" and not span.value[1]:
            month = next((other.value[1] for other in spans[index:] if other.sort == "day" and other.value[1]), 0)
            span = replace(span, value=(span.value[0], month))
        later = next((other.year for other in spans[index:] if other.year), None)
        earlier = next((other.year for other in reversed(spans[:index]) if other.year), None)
        yield span.in_year(later or earlier or fallback)
