"""Times that come back: "ngày 15 hằng tháng", "trước ngày 10 tháng cuối của quý, năm", "hằng quý"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words

# "trước ngày 10 tháng cuối của quý": the tenth of that month, or ten days before its end.
UNCLEAR_DAY = "chữ in có thể hiểu là ngày của tháng cuối hoặc là số ngày cuối tháng"

_EVERY = whole_words(LEXICON.every)
_UNIT = {
    "ngày": "FREQ=DAILY",
    "tuần": "FREQ=WEEKLY",
    "tháng": "FREQ=MONTHLY",
    "quý": "FREQ=MONTHLY;INTERVAL=3",
    "6 tháng": "FREQ=MONTHLY;INTERVAL=6",
    "9 tháng": "FREQ=MONTHLY;INTERVAL=9",
    "năm": "FREQ=YEARLY",
}
_WEEKDAYS = {
    "hai": "MO",
    "ba": "TU",
    "tư": "WE",
    "năm": "TH",
    "sáu": "FR",
    "bảy": "SA",
    "2": "MO",
    "3": "TU",
    "4": "WE",
    "5": "TH",
    "6": "FR",
    "7": "SA",
}
_LAST_MONTHS = {"quý": (3, 6, 9, 12), "năm": (12,)}

_DAY_OF_LAST_MONTH = re.compile(
    rf"ngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?tháng\s+cuối\s+(?:cùng\s+)?(?:của\s+)?(?:{_EVERY}\s+)?"
    r"(?P<units>(?:quý|năm)(?:\s*(?:,|và|/)\s*(?:quý|năm))*)",
    re.IGNORECASE,
)
_DAY_AFTER_QUARTER = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?tháng\s+"
    r"(?:đầu\s+(?:của\s+)?quý\s+(?:sau|tiếp theo|kế tiếp)|(?:sau|tiếp theo|liền kề)\s+(?:của\s+)?quý)",
    re.IGNORECASE,
)
# "báo cáo tháng trước ngày 05 tháng sau", "báo cáo quý trước ngày 05 của tháng tiếp theo".
_DAY_OF_NEXT_MONTH = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề|kế sau)(?!\s+(?:của\s+)?quý)",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(
    rf"(?P<on>ngày\s+(?P<day>\d{{1,2}})\s+(?:(?:của\s+)?(?:{_EVERY}|các)\s+tháng|của\s+tháng))"
    r"(?!\s+(?:cuối|đầu|sau|tiếp))",
    re.IGNORECASE,
)
# "ngày 20 các tháng 3, 6, 9 và 12": of those months alone.
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
_DAY_OF_NAMED_MONTHS = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?(?P<several>các\s+)?tháng\s+"
    rf"(?P<months>{_MONTH}(?:\s*(?:,|;|và)\s*(?:tháng\s+)?{_MONTH}(?!\s*(?:tháng|[/-]\s*\d{{1,2}}(?!\d))))+)"
    r"(?:\s*(?:/|năm)\s*(?P<year>20\d{2}))?(?![\d/])",
    re.IGNORECASE,
)
# Without "các" another number may follow: "ngày 15 tháng 3, 2 lớp tập huấn".
_LIST_ENDS = re.compile(rf"\s*(?:$|[.;,):]|{_EVERY})", re.IGNORECASE)
# "hằng tháng, trước ngày 25".
_MONTHLY_ON = re.compile(
    rf"{_EVERY}\s+tháng\s*[,(]?\s*(?:(?:trước|vào|chậm nhất(?:\s+là)?)\s+)?"
    r"(?P<on>ngày\s+(?P<day>\d{1,2}))(?![\d/]|\s+tháng)",
    re.IGNORECASE,
)
# "ngày 10 tháng 6 và ngày 10 tháng 12 hằng năm": all the days of such a list come back.
_DAY_OF_YEAR = re.compile(
    r"(?:ngày\s+)?(?<![\d/])(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})(?![\d/])"
    r"(?:(?=(?:\s*(?:,|và)\s*(?:trước\s+)?(?:ngày\s+)?\d{1,2}(?:/|\s+tháng\s+)\d{1,2})+"
    rf"\s+(?:của\s+)?{_EVERY}\s+năm)|\s+(?:của\s+)?{_EVERY}\s+năm)",
    re.IGNORECASE,
)
# "từ 01/7 đến 30/9 hằng năm": the second day ends a stretch and is no day that comes back by itself.
_STRETCH_BEFORE = re.compile(
    r"(?<![\d/])\d{1,2}(?:/|\s+tháng\s+)\d{1,2}\s*(?:[-–—]|(?:đến|tới)(?:\s+hết)?)\s*(?:ngày\s+)?$", re.IGNORECASE
)
# "tháng 9 hằng năm", "tháng 3, tháng 9 hằng năm".
_MONTH_OF_YEAR = re.compile(
    r"(?<!\d )tháng\s+(?P<months>(?:0?[1-9]|1[0-2])(?:\s*(?:,|và)\s*(?:tháng\s+)?(?:0?[1-9]|1[0-2]))*)"
    rf"\s*,?\s+(?:của\s+)?{_EVERY}\s+năm",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"thứ\s+(?P<weekdays>(?:{'|'.join(_WEEKDAYS)})(?:\s*(?:,|và)\s*(?:thứ\s+)?(?:{'|'.join(_WEEKDAYS)}))*)\s+(?:của\s+)?{_EVERY}\s+tuần",
    re.IGNORECASE,
)
_COUNT = r"(?:0?[1-9]|1[0-2]|một|hai|ba)"
_RATED = r"(?P<unit>ngày|tuần|tháng|quý|năm)"
# "6 tháng/lần", "03 tháng một lần", "quý/lần"; "01 lần/tháng", "một lần trong 6 tháng".
_ONCE = re.compile(
    rf"(?<![\w/])(?:(?P<count>{_COUNT})\s+)?{_RATED}(?:\s*/\s*(?:(?:0?1|một)\s+)?|\s+(?:0?1|một)\s+)lần\b"
    rf"|(?<![\w/])(?:0?1|một)\s+lần\s*(?:/|trong|mỗi)\s*(?:(?P<count_after>{_COUNT})\s+)?{_RATED.replace('unit', 'unit_after')}(?!\s*\d|\w)",
    re.IGNORECASE,
)
_WORDED = {"một": 1, "hai": 2, "ba": 3}
_FREQUENCY = re.compile(
    rf"(?:{_EVERY}|định kỳ(?:\s+theo)?(?:\s+{_EVERY})?)\s+"
    r"(?P<units>(?:0?[69]\s+tháng|ngày|tuần|tháng|quý|năm)(?!\s+(?:cuối|đầu|trước|sau))"
    rf"(?:\s*(?:,|và|/)\s*(?:{_EVERY}\s+)?(?:0?[69]\s+tháng|ngày|tuần|tháng|quý|năm)(?!\s*\d)(?!\w))*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Recurrence:
    """A recurrence at ``text[at:until]``: its rule (RFC 5545) and, where days are printed, those of one year.

    ``doubt`` says where the words may also mean other days.
    """

    rule: str
    at: int
    until: int
    days: tuple[date, ...] = ()
    doubt: str = ""


def find_recurrences(text: str, year: int, last: int | None = None) -> list[Recurrence]:
    """The recurrences in ``text`` in order, with their days from ``year`` to ``last``; an impossible day gives nothing."""
    found = _in_one_year(text, year)
    if last is None or last <= year:
        return found
    later = _in_one_year(text, last)
    return [
        replace(one, days=tuple(dict.fromkeys((*one.days, *other.days))))
        for one, other in zip(found, later, strict=True)
    ]


def _in_one_year(text: str, year: int) -> list[Recurrence]:
    found: list[Recurrence] = []
    for reader in (
        _last_months,
        _after_quarters,
        _next_months,
        _named_months,
        _months,
        _years,
        _months_of_years,
        _weeks,
        _rates,
        _frequencies,
    ):
        taken = [(other.at, other.until) for other in found]
        for new in reader(text, year):
            if not any(new.at < until and at < new.until for at, until in taken):
                found.append(new)
    return sorted(found, key=lambda recurrence: recurrence.at)


def _yearly_days(day: int, months: tuple[int, ...], year: int) -> tuple[date, ...]:
    try:
        return tuple(date(year, month, day) for month in months)
    except ValueError:
        return ()


def _by_months(day: int, months: tuple[int, ...], year: int, found: re.Match[str]) -> Iterator[Recurrence]:
    days = _yearly_days(day, months, year)
    if not days:
        return
    frequency = "FREQ=YEARLY" if len(months) == 1 else "FREQ=MONTHLY"
    listed = ",".join(map(str, months))
    rule = f"{frequency};BYMONTH={listed};BYMONTHDAY={day}"
    yield Recurrence(rule, *found.span(), days)


def _last_months(text: str, year: int) -> Iterator[Recurrence]:
    for found in _DAY_OF_LAST_MONTH.finditer(text):
        doubt = "" if re.search(r"\d\s+của\s+tháng", found.group()) else UNCLEAR_DAY
        for unit in re.findall(r"quý|năm", found["units"].lower()):
            for one in _by_months(int(found["day"]), _LAST_MONTHS[unit], year, found):
                yield replace(one, doubt=doubt)


def _after_quarters(text: str, year: int) -> Iterator[Recurrence]:
    for found in _DAY_AFTER_QUARTER.finditer(text):
        yield from _by_months(int(found["day"]), (1, 4, 7, 10), year, found)


def _next_months(text: str, year: int) -> Iterator[Recurrence]:
    for found in _DAY_OF_NEXT_MONTH.finditer(text):
        quarterly, monthly = (
            re.search(rf"\b{unit}\b", text[: found.start()], re.IGNORECASE) for unit in ("quý", "tháng")
        )
        if quarterly and not monthly:
            yield from _by_months(int(found["day"]), (1, 4, 7, 10), year, found)
        else:
            yield from _monthly(int(found["day"]), year, *found.span())


def _monthly(day: int, year: int, at: int, until: int) -> Iterator[Recurrence]:
    if 1 <= day <= 31:
        days = tuple(date(year, month, day) for month in range(1, 13) if day <= monthrange(year, month)[1])
        yield Recurrence(f"FREQ=MONTHLY;BYMONTHDAY={day}", at, until, days)


def _named_months(text: str, year: int) -> Iterator[Recurrence]:
    for found in _DAY_OF_NAMED_MONTHS.finditer(text):
        months = tuple(sorted({int(month) for month in re.findall(r"\d+", found["months"])}))
        if not (found["several"] or found["year"] or _LIST_ENDS.match(text, found.end())):
            continue
        yield from _by_months(int(found["day"]), months, int(found["year"] or year), found)


def _months(text: str, year: int) -> Iterator[Recurrence]:
    for found in (*_DAY_OF_MONTH.finditer(text), *_MONTHLY_ON.finditer(text)):
        yield from _monthly(int(found["day"]), year, *found.span("on"))


def _years(text: str, year: int) -> Iterator[Recurrence]:
    for found in _DAY_OF_YEAR.finditer(text):
        if _STRETCH_BEFORE.search(text[: found.start()]):
            continue
        yield from _by_months(int(found["day"]), (int(found["month"]),), year, found)


def _months_of_years(text: str, year: int) -> Iterator[Recurrence]:
    for found in _MONTH_OF_YEAR.finditer(text):
        months = ",".join(dict.fromkeys(str(int(month)) for month in re.findall(r"\d+", found["months"])))
        yield Recurrence(f"FREQ=YEARLY;BYMONTH={months}", *found.span())


def _weeks(text: str, year: int) -> Iterator[Recurrence]:
    for found in _WEEKDAY.finditer(text):
        days = re.findall("|".join(_WEEKDAYS), re.sub(r"\bthứ\b", "", found["weekdays"].lower()))
        yield Recurrence(f"FREQ=WEEKLY;BYDAY={','.join(_WEEKDAYS[day] for day in days)}", *found.span())


def _rates(text: str, year: int) -> Iterator[Recurrence]:
    for found in _ONCE.finditer(text):
        count = (found["count"] or found["count_after"] or "1").lower()
        unit = (found["unit"] or found["unit_after"]).lower()
        frequency, _, step = _UNIT[unit].partition(";INTERVAL=")
        interval = (_WORDED.get(count) or int(count)) * int(step or 1)
        yield Recurrence(frequency + (f";INTERVAL={interval}" if interval > 1 else ""), *found.span())


def _frequencies(text: str, year: int) -> Iterator[Recurrence]:
    for found in _FREQUENCY.finditer(text):
        for unit in re.findall(r"0?[69]\s+tháng|ngày|tuần|tháng|quý|năm", found["units"].lower()):
            yield Recurrence(_UNIT[" ".join(unit.lstrip("0").split())], *found.span())
