"""How often a sentence says that is to be reported, and by when."""

from __future__ import annotations

import re

from corpus.bodies.subjects import NAMES
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words
from corpus.model import When
from corpus.times.deadlines import read_times

_EVERY = whole_words(LEXICON.every)
_PERIOD = r"(?:0?[1369]\s+(?:tháng|năm)|tháng|quý|năm|tuần|ngày(?!\s*\d))"
_FREQUENCY = re.compile(
    rf"(?:(?:theo\s+)?định kỳ(?:\s+theo)?\s+)?{_EVERY}\s+{_PERIOD}"
    rf"(?:\s*(?:,|và)\s*(?:{_EVERY}\s+)?{_PERIOD}(?!\s*\d))*"
    rf"|(?:theo\s+)?định kỳ\s+{_PERIOD}(?:\s*(?:,|và)\s*(?:{_EVERY}\s+)?{_PERIOD}(?!\s*\d))*"
    r"|kịp thời|đột xuất|thường xuyên|theo quy định|theo yêu cầu|(?:theo\s+)?định kỳ",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    rf"(?:{_EVERY} tháng,?\s+)?(?:hoàn thành\s+|gửi\s+|xong\s+)?"
    r"(?:trước|chậm nhất|muộn nhất|vào|(?<=báo cáo )trong|(?<=kết quả )trong|(?<=kết )trong|(?<=tháng \()(?=ngày\s)|(?<=tuần \()(?=thứ\s)|định kỳ\s+(?:vào\s+)?(?:ngày|(?=thứ\s))"
    # "Ngày 25 hằng tháng, các thôn báo cáo": at the beginning it needs no word before it.
    rf"|(?:^\s*|(?<=[,;:]\s))(?=(?:ngày\s+\d{{1,2}}(?:/\d{{1,2}})?|thứ\s+\w+)\s+(?:của\s+)?{_EVERY}\s+(?:tuần|tháng|quý|năm)))"
    r"\b[^();.]*?(?:\d|thứ\s)[^();.]*?"
    rf"(?=[();.]|,\s+{NAMES}|(?:,\s+|\s+(?!\d|tháng\b|năm\s+\d))(?:\w+\s+){{0,2}}(?=(?:trước|chậm nhất)\s+ngày)|\s(?:và\s+)?(?:về|gửi về|gửi|báo cáo|để)\b|$)",
    re.IGNORECASE,
)
_MONTHLY = re.compile(rf"(?:{_EVERY}|báo cáo)\s+tháng\b(?!\s*\d)", re.IGNORECASE)
_DAY_ALONE = re.compile(rf"ngày\s+\d{{1,2}}(?![\d/]|\s+(?:của\s+)?(?:tháng|{_EVERY}))", re.IGNORECASE)
_WEEKLY = re.compile(rf"(?:{_EVERY}|báo cáo)\s+tuần\b", re.IGNORECASE)
_WEEKDAY_ALONE = re.compile(r"\bthứ\s+\w+$", re.IGNORECASE)
_YEARLY = re.compile(rf"(?:định kỳ|{_EVERY})\s+(?:{_EVERY} )?năm\b", re.IGNORECASE)
# "6 tháng (trước 15/6) và năm (trước 10/12)".
_REGULAR = re.compile(
    rf"định kỳ|{_EVERY}\s+(?:năm|quý|tháng)|báo cáo\s+(?:0?6\s+tháng|quý(?!\s+[IVX\d])|năm(?!\s*\d))|\b0?6\s+tháng(?:\s*\([^()]*\))?\s*(?:,|và)\s*năm\b(?!\s*\d)",
    re.IGNORECASE,
)
_YEARLESS_DAY = re.compile(
    rf"(?<![\d/])\d{{1,2}}(?:/|\s+tháng\s+)\d{{1,2}}(?![\d/]|\s+năm\s+\d|\s+(?:của\s+)?{_EVERY}\s+năm)", re.IGNORECASE
)
# "Quý II trước ngày 10/6": of what, and not when.
_OF_WHAT = re.compile(r"\bquý\s+(?:IV|I{1,3}|[1-4])\s+(?=(?:trước|chậm nhất|muộn nhất|vào)\b)", re.IGNORECASE)
# "Báo cáo 3 tháng, 6 tháng … trước ngày 15 của tháng cuối kỳ": the terms are those that the sentence prints.
_LAST_OF_TERM = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?tháng\s+cuối\s+(?:của\s+)?(?:mỗi\s+)?kỳ(?:\s+báo cáo)?", re.IGNORECASE
)
_QUARTERS = re.compile(r"\bquý\b|\b0?3\s+tháng\b", re.IGNORECASE)
_HALVES = re.compile(r"\b0?6\s+tháng\b", re.IGNORECASE)
_NEXT_MONTH = re.compile(r"tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề)\b", re.IGNORECASE)


def read_frequency(text: str) -> str:
    """How often, in the words of the text."""
    return "; ".join(dict.fromkeys(found.group() for found in _FREQUENCY.finditer(text)))


def _of_terms(sentence: str) -> str:
    """``sentence`` with the months in which its terms end."""
    if _QUARTERS.search(sentence):
        return _LAST_OF_TERM.sub(r"ngày \g<day> của tháng cuối quý", sentence)
    if _HALVES.search(sentence):
        return _LAST_OF_TERM.sub(r"ngày \g<day> tháng 6, ngày \g<day> tháng 12", sentence)
    return sentence


def read_due(sentence: str, period: tuple[int, int], frequency: str) -> tuple[When, ...]:
    """The dates by which to report; only what stands after "trước", "chậm nhất" and the like.

    A day of no month comes back every month where the sentence says so. A day of no year comes back every year where
    it says so, in a plan of several years also where it only says that reports are regular. ``frequency`` is how often
    in the words of the sentence: the month after is that after a quarter in reports of quarters.
    """
    first, last = period
    yearly = _YEARLY.search(sentence) or (last > first and _REGULAR.search(sentence))
    found: list[When] = []
    sentence = _of_terms(_OF_WHAT.sub("", sentence))
    for printed in _DEADLINE.finditer(sentence):
        text = _YEARLESS_DAY.sub(r"\g<0> hằng năm", printed.group()) if yearly else printed.group()
        if _MONTHLY.search(sentence) and not _MONTHLY.search(text):
            text = _DAY_ALONE.sub(r"\g<0> hằng tháng", text)
        if _WEEKLY.search(sentence):
            text = _WEEKDAY_ALONE.sub(r"\g<0> hằng tuần", text.strip())
        if re.search(r"\bquý\b", frequency, re.IGNORECASE) and not re.search(r"\btháng\b", frequency, re.IGNORECASE):
            text = _NEXT_MONTH.sub("tháng đầu quý sau", text)
        found.extend(read_times(text, first, last))
    return tuple(when for when in found if when.end or "BY" in (when.rule or ""))
