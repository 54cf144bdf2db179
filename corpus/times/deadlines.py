"""Printed times as dates, bounds and recurrence rules: what can be computed without guessing, and no more.

A year that is not printed with its day, month or quarter is the plan's own. A bound keeps whether its
day is meant ("chậm nhất ngày 20/12") or not ("trước ngày 20/12"). What has no date says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words
from corpus.language.sentences import clauses
from corpus.language.years import SEASONS
from corpus.model import When
from corpus.times.calendar_words import Span, find_spans, with_years
from corpus.times.recurrence import UNCLEAR_DAY, Recurrence, find_recurrences

NO_DATE = "không ghi thời gian tính được thành ngày"
CONTINUOUS = "làm thường xuyên, không ghi ngày"
ON_DEMAND = "theo yêu cầu hoặc khi có việc, không ghi ngày"
NO_DAY_IN_RULE = "lặp lại theo kỳ, không ghi ngày"
IMPOSSIBLE = "ngày không có trong lịch"
BACKWARDS = "lúc kết thúc đứng trước lúc bắt đầu"
SEVERAL = "gồm nhiều mốc"
UNSURE_END = "không rõ chữ 'đến' có gồm cả mốc đó hay không"
SEASON = "mùa, vụ hoặc năm học, không ghi ngày đầu và ngày cuối"
LUNAR = "ngày âm lịch, không đổi ra ngày dương lịch"
PART_OF_MONTH = "chỉ ghi một phần của kỳ, không ghi ngày"
# Reasons that go with days: what was computed may also mean something else.
DOUBTS = (UNSURE_END, PART_OF_MONTH, UNCLEAR_DAY)
WHICH_YEAR = "kế hoạch cho nhiều năm mà không ghi năm nào"

_BEFORE = re.compile(r"(?:trước|chậm nhất trước|xong trước)\s*(?:ngày\s*|thời điểm\s*)*$", re.IGNORECASE)
_BY = re.compile(
    r"(?:chậm nhất|muộn nhất|không quá|không muộn hơn|hạn cuối|hạn chót|đến hết|cho đến hết|đến ngày|hết)"
    r"(?:\s*(?:là|vào|đến|trong|hết|ngày|cùng|cuối|:))*\s*$",
    re.IGNORECASE,
)
# "trước 17 giờ ngày 25/9": on that day.
_BY_HOUR = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không quá)(?:\s+(?:là|vào|lúc))*\s*\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2}\s*(?:phút)?)?\s*,?\s*(?:của\s+)?$",
    re.IGNORECASE,
)
# What reads as days or months and is none, with the reason; "(tức ngày 26/4)" beside a lunar day is a day.
_NO_DAYS = (
    (re.compile(r"(?:(?![(;]|\btức\b|\bnhằm\b).)*?âm lịch|\brằm\s+tháng\s+\w+", re.IGNORECASE), LUNAR),
    (
        re.compile(r"(?<![\w/])\d{1,2}\s+(?:ngày|tuần|tháng|quý|năm)\s*/?\s*(?:0?[2-9]|1\d)\s+lần\b", re.IGNORECASE),
        NO_DAY_IN_RULE,
    ),
)
_FROM = re.compile(r"(?:từ|kể từ|bắt đầu từ|bắt đầu)\s*(?:ngày\s*|đầu\s*)?$", re.IGNORECASE)
_AFTER = re.compile(r"sau\s*(?:ngày\s*)?$", re.IGNORECASE)
_UNTIL = re.compile(r"đến\s*$", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:[-–—]|đến(?:\s+(?:hết|ngày))?|tới)\s*(?:ngày\s*)?$", re.IGNORECASE)
_AND = re.compile(r"^\s*(?:,|và|&|/)?\s*(?:ngày|trước ngày)?\s*$", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:đầu|giữa|cuối|khoảng|dự kiến|(?:thượng|trung|hạ)\s+tuần"
    r"|tuần\s+(?:thứ\s+)?(?:[1-5]|IV|I{1,3}|nhất|một|hai|ba|tư|bốn))(?:\s+của)?\s*$",
    re.IGNORECASE,
)
_EACH_YEAR = re.compile(rf"\s*,?\s*(?:của\s+)?{whole_words(LEXICON.every)}\s+năm", re.IGNORECASE)
_OPEN = re.compile(
    rf"(?:trở đi|và các năm tiếp theo|và những năm tiếp theo|và {whole_words(LEXICON.every)} năm)", re.IGNORECASE
)
_CONTINUOUS = re.compile(r"thường xuyên|liên tục|xuyên suốt", re.IGNORECASE)
_CONDITION = re.compile(
    r"theo (?:yêu cầu|kế hoạch|chỉ đạo|hướng dẫn|tiến độ|lộ trình|quy định)|khi có|khi cần|đột xuất|phát sinh|kịp thời"
    r"|\bkỳ họp\b|trong vòng|kể từ khi|kể từ ngày (?:ký|ban hành|nhận|có)|sau khi|ngày làm việc",
    re.IGNORECASE,
)
_SEASON = re.compile(rf"\b(?:{SEASONS}|học kỳ\b)", re.IGNORECASE)
_DATED = re.compile(r"trước ngày\s*\d|chậm nhất|\d/\d{4}|\btháng\s+\d|(?<!\w)T\d", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"^(?:trong|cả|suốt|hết|toàn)\s+(?:cả\s+)?năm(?:\s+kế hoạch)?\.?$", re.IGNORECASE)


def read_times(text: str, year: int, last: int | None = None) -> tuple[When, ...]:
    """Each time that ``text`` prints, in order, for a plan of ``year``; one without dates says why.

    ``last`` is the last year of a plan of several: what comes back does so up to then, and a day of no year stays open.
    """
    found: list[When] = []
    for clause in clauses(text):
        clause = " ".join(clause.strip(" .-–+*").split())
        if clause:
            found.extend(_read_clause(clause, year, max(last or year, year)))
    return tuple(found)


def read_time(text: str, year: int, last: int | None = None) -> When:
    """The whole time that ``text`` prints: from the first day of its times to the last."""
    times = [when for when in read_times(text, year, last) if when.start or when.end or when.rule]
    if len(times) == 1:
        return _as(times[0], text)
    if not times:
        reasons = [when.reason for when in read_times(text, year, last)]
        return When(text, reason=reasons[0] if reasons else NO_DATE if text.strip() else "không ghi thời gian")
    starts = [when.start for when in times if when.start]
    ends = [when.end for when in times if when.end]
    latest = max(ends) if ends else None
    rules = {when.rule for when in times}
    rule = rules.pop() if len(rules) == 1 else None
    exclusive = any(when.exclusive for when in times if when.end == latest)
    return When(text, min(starts) if starts else None, latest, rule, exclusive, SEVERAL)


def _as(when: When, text: str) -> When:
    return When(text, when.start, when.end, when.rule, when.exclusive, when.reason)


def _read_clause(clause: str, year: int, last: int) -> Iterator[When]:
    rest, reason = _without_other_days(clause)
    recurrences = find_recurrences(rest, year, last)
    dated = [recurrence for recurrence in recurrences if recurrence.days]
    # What a recurrence has used is blanked, so that its day is not read once more as a date.
    for recurrence in recurrences:
        rest = rest[: recurrence.at] + " " * (recurrence.until - recurrence.at) + rest[recurrence.until :]
    several = last > year
    spans = [] if _is_conditional(rest) else list(with_years(find_spans(rest), None if several else year))
    if several and recurrences and not all(span.year for span in spans):
        spans = []  # "Quý I hằng năm": of several years no one quarter
    before = False
    for recurrence, last_one in _with_previous(dated or ([] if spans else recurrences)):
        shared = before and last_one is not None and bool(_AND.match(clause[last_one.until : recurrence.at]))
        before = shared or bool(_BEFORE.search(clause[: recurrence.at]))
        yield _recurring(clause, recurrence, before)
    yield from _read_spans(rest, spans, clause)
    if not recurrences and not spans:
        yield When(clause, reason=reason) if reason else _undated(clause, year, last)


def _without_other_days(clause: str) -> tuple[str, str]:
    """``clause`` with blanks for what only looks like days, and why that is none."""
    reason = ""
    for pattern, why in _NO_DAYS:
        blanked = pattern.sub(lambda found: " " * len(found.group()), clause)
        clause, reason = blanked, why if blanked != clause else reason
    return clause, reason


def _is_conditional(text: str) -> bool:
    """Whether a condition or a season stands where a date would; "theo quy định, trước ngày 15/12" has its date."""
    return bool(_CONDITION.search(text) or _SEASON.search(text)) and not _DATED.search(text)


def _with_previous(recurrences: list[Recurrence]) -> Iterator[tuple[Recurrence, Recurrence | None]]:
    """Each recurrence with the one before it, which may share its bound: "trước ngày 10/6 và 10/12 hằng năm"."""
    return zip(recurrences, [None, *recurrences], strict=False)


def _recurring(clause: str, recurrence: Recurrence, exclusive: bool) -> When:
    if not recurrence.days:
        return When(clause, rule=recurrence.rule, reason=NO_DAY_IN_RULE)
    return When(clause, recurrence.days[0], recurrence.days[-1], recurrence.rule, exclusive, recurrence.doubt)


def _undated(clause: str, year: int, last: int) -> When:
    if _WHOLE_YEAR.match(clause):
        if last > year:
            return When(clause, reason=WHICH_YEAR)
        whole = Span("year", (year,), year, 0, 0)
        return When(clause, whole.first, whole.last)
    if _CONTINUOUS.search(clause):
        return When(clause, reason=CONTINUOUS)
    if _SEASON.search(clause):
        return When(clause, reason=SEASON)
    return When(clause, reason=ON_DEMAND if _CONDITION.search(clause) else NO_DATE)


def _read_spans(text: str, spans: list[Span], clause: str) -> Iterator[When]:
    """The times that the calendar units in ``text`` and the words between them make."""
    index, bound, end_of_last = 0, "", 0
    while index < len(spans):
        span = spans[index]
        before = text[end_of_last : span.at]
        bound = bound if index and _AND.match(before) else _bound(before)
        last = span
        while index + 1 < len(spans) and _joins(text, spans[index], spans[index + 1], bound):
            index += 1
            last = spans[index]
        end_of_last = last.until
        yield _when(clause, text, span, last, bound, before)
        index += 1


def _bound(before: str) -> str:
    for name, pattern in (
        ("by", _BY_HOUR),
        ("before", _BEFORE),
        ("by", _BY),
        ("from", _FROM),
        ("after", _AFTER),
        ("until", _UNTIL),
    ):
        if pattern.search(before):
            return name
    return ""


def _joins(text: str, span: Span, following: Span, bound: str) -> bool:
    """Whether ``following`` ends the stretch that ``span`` begins, or goes on without a gap."""
    between = text[span.until : following.at]
    if _TO.match(between):
        return True
    if bound or not _AND.match(between) or span.sort == "day" or span.sort != following.sort:
        return False
    try:
        return following.first - span.last == timedelta(days=1)
    except ValueError:
        return False


def _when(clause: str, text: str, first: Span, last: Span, bound: str, before: str) -> When:
    if first.year is None or last.year is None:
        return When(clause, reason=WHICH_YEAR)
    try:
        start, end = first.first, last.last
    except ValueError:
        return When(clause, reason=IMPOSSIBLE)
    if end < start and _EACH_YEAR.match(clause, last.until):
        end = replace(last, year=last.year + 1).last  # "từ 01/11 đến 31/3 hằng năm" goes over New Year
    if end < start:
        return When(clause, reason=BACKWARDS)
    if first is not last:
        return When(clause, start, end)
    if bound == "before":
        return When(clause, end=start, exclusive=True)
    if bound == "by":
        return When(clause, end=end)
    if bound == "until":
        if first.sort == "year":
            return When(clause, end=end, reason=UNSURE_END)
        return When(clause, end=end) if first.sort == "day" else When(clause, reason=UNSURE_END)
    if bound == "from" or _OPEN.match(text[last.until :].strip(" ,")):
        return When(clause, start=start)
    if bound == "after":
        return When(clause, start=end + timedelta(days=1))
    return When(clause, start, end, reason=PART_OF_MONTH if _VAGUE.search(before) else "")
