"""What one sentence obliges to report: to whom, through whom, who passes it on, how often and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.bodies.actors import opens_with_verb
from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import find_bodies
from corpus.bodies.setting import Setting
from corpus.bodies.subjects import find_verb
from corpus.model import Plan, Report
from corpus.work import report_words as words
from corpus.work.due import read_due, read_frequency
from corpus.work.tasks import unique


@dataclass(frozen=True)
class ReportReader:
    """Reads the sentences of one plan, with the names of bodies as they mean at its place and day."""

    plan: Plan
    bodies: BodyIndex
    at: Setting

    def ids(self, names: str) -> tuple[str, ...]:
        return unique(agency for resolution in self.bodies.cell(names, self.at) for agency in resolution.agencies)


def read_report(
    reader: ReportReader, anchor: str, sentence: str, agencies: tuple[str, ...], start: int = 0, kind: str = ""
) -> Iterator[Report]:
    """The obligations in one sentence: to its recipients, and from these to whom they must pass it on.

    ``kind`` is what reports the words before the sentence speak of, so that it need not say that it is one.
    """
    reporting = (words.SENDING if kind else words.REPORTING).search(sentence, start)
    if not reporting:
        return
    via = unique(
        agency for found in words.VIA.finditer(sentence) for agency in _names_at(reader, sentence, found.end())
    )
    direct: list[str] = []
    passed_on: list[str] = []
    on = len(sentence)  # from where what is said is of those who pass it on
    end, last = _end_of_part(sentence, reporting.start()), reporting.start()
    # "… báo cáo UBND tỉnh; trình HĐND tỉnh …": who is named in the part that reports receives it.
    reaching = end if words.TO.search(sentence, reporting.start(), end) else len(sentence)
    for found in words.TO.finditer(sentence, reporting.start(), reaching):
        names = _names_at(reader, sentence, found.end())
        # What stands after a semicolon is reported by who reports before it.
        same = ";" not in sentence[last : found.start()]
        is_passed_on = bool(direct) and same and words.PASSED_ON.search(sentence[: found.end()])
        last = found.end()
        (passed_on if is_passed_on else direct).extend(names)
        on = min(on, found.start()) if is_passed_on else on
    # "Trước ngày 20 tháng cuối quý, các sở gửi báo cáo": the time may stand before the one who reports.
    frequency = kind or read_frequency(sentence[start:]) or read_frequency(sentence)
    # Of a sentence in parts the time beside the report is that of the report: "gửi trước ngày …; báo cáo trước …".
    part = sentence.rfind(";", start, reporting.start()) + 1 or start
    # "Tu sửa xong trước ngày 30/4, báo cáo trước ngày 05/5": the first is the time of other work.
    after = [sentence[reporting.start() : on]] if _other_work_is_due(sentence, part, reporting.start()) else []
    parts = (
        *after,
        sentence[part : min(end, on)],
        sentence[part:on],
        *([] if _is_of_other_work(sentence[start:part]) else [sentence[start:on]]),
        sentence[part:],
        sentence[:start],
    )
    deadlines = next((dates for text in parts if (dates := read_due(text, reader.plan.period, frequency))), ())
    if not direct and not deadlines and words.REPORTING_AS_NOUN.search(sentence[: reporting.start()]):
        return
    to = tuple(body for body in unique(direct) if body not in agencies)
    if (direct and not to) or not (agencies or to or deadlines):
        return  # nobody reports to itself; and who does not say who, to whom or when, obliges nobody
    yield Report(reader.plan.id, anchor, agencies, to, via, frequency, deadlines, sentence)
    if passed_on:
        later = read_due(sentence[on:], reader.plan.period, frequency)
        due = later if later != deadlines else ()
        yield Report(reader.plan.id, anchor, via or to, unique(passed_on), (), frequency, due, sentence)


def _other_work_is_due(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` says when other work is to be done: "ban hành kế hoạch trước 30/5, gửi báo cáo …"."""
    if words.FINISHED.search(sentence, start, end):
        return True
    by = words.BY_DAY.search(sentence[:end], start)
    return by is not None and find_verb(sentence[start : by.start()])


def _is_of_other_work(before: str) -> bool:
    """Whether the day in the parts before that of the report is of what they tell: "công bố kết quả vào ngày 10/10; báo cáo …"."""
    by = words.ON_DAY.search(before)
    return by is not None and not words.PREPARING.search(before) and find_verb(before[: by.start()])


def _end_of_part(sentence: str, start: int) -> int:
    """Where what is said of the report at ``start`` ends: before a part that begins with other work."""
    for found in re.finditer(r";\s*", sentence[start:]):
        rest = words.EACH_TIME.sub("", sentence[start + found.end() :])
        other = opens_with_verb(rest)
        if other and not re.match("gửi|nộp", rest) and not words.REPORTING.search(rest.split(";")[0]):
            return start + found.start()
    return len(sentence)


def _names_at(reader: ReportReader, sentence: str, start: int) -> tuple[str, ...]:
    """The bodies named from ``start`` on; where the words after a name cannot be told from it, the known ones."""
    end = words.NAME_END.search(sentence, start)
    text = sentence[start : end.start() if end else None]
    found: list[str] = []
    for name in reader.bodies.cell(text, reader.at):
        found.extend(name.agencies or _first_known(reader, name.printed.text))
    return unique(found)


def _first_known(reader: ReportReader, text: str) -> tuple[str, ...]:
    """The body with whose known name ``text`` begins: "UBND phường kết quả thực hiện"."""
    return next((found for at, _, found in find_bodies(text, reader.bodies, reader.at) if at == 0), ())
