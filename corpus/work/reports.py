"""Reporting obligations: who reports to whom, through whom, how often and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.bodies.actors import Actors, find_actors
from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import find_bodies
from corpus.bodies.setting import Setting, setting_of
from corpus.bodies.split import BODY, MANY
from corpus.language.letters import CAPITAL
from corpus.language.lexicon import LEXICON
from corpus.language.sentences import sentences
from corpus.model import Clause, Plan, Report, When
from corpus.times.deadlines import read_times
from corpus.work.duties import Addressed, addressed_clauses, is_section, section_name
from corpus.work.tasks import tasks, unique

_REPORTING = re.compile(r"\bbáo cáo\b(?!\s+viên)", re.IGNORECASE)
# "Đôn đốc thực hiện chế độ báo cáo": the noun alone obliges nobody to report.
_REPORTING_AS_NOUN = re.compile(r"(?:chế độ|thông tin|hệ thống|biểu mẫu|mẫu|công tác|kỳ)\s+$", re.IGNORECASE)
_NAME = rf"(?=(?:(?i:{MANY})?{BODY}|(?:phòng|sở|văn phòng)\s+[{CAPITAL}]))"
_TO = re.compile(rf"(?i:\b(?:báo cáo|gửi|về|cho|tới|đến|trình))\s+{_NAME}")
_VIA = re.compile(rf"(?i:\b(?:thông\s+)?qua)\s+{_NAME}")
# The recipient of a report may have to pass it on: "gửi Sở … tổng hợp báo cáo UBND".
_PASSED_ON = re.compile(
    r"\b(?:tổng hợp,?|để)\s+(?:để\s+)?(?:tổng hợp,?\s+)?(?:tham mưu\s+[^,;.]{0,60}?)?(?:báo cáo|trình)\s+$",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"\s+(?:để|theo|tổng hợp|xem xét|phê duyệt|trước|chậm nhất|định kỳ|trong|khi|nếu|biết|chỉ đạo|quyết định"
    r"|thẩm định|bằng|về|(?:thông\s+)?qua)\b|[.;:()]|,\s+(?=[a-zđ](?!ác\s))|$"
)
_PERIOD = r"(?:0?[1369]\s+(?:tháng|năm)|tháng|quý|năm|tuần)"
_FREQUENCY = re.compile(
    rf"(?:(?:theo\s+)?định kỳ(?:\s+theo)?\s+)?(?:hằng|hàng|mỗi)\s+{_PERIOD}"
    rf"(?:\s*(?:,|và)\s*(?:(?:hằng|hàng)\s+)?{_PERIOD}(?!\s*\d))*"
    rf"|(?:theo\s+)?định kỳ\s+{_PERIOD}(?:\s*(?:,|và)\s*{_PERIOD}(?!\s*\d))*"
    r"|kịp thời|đột xuất|thường xuyên|theo quy định|theo yêu cầu|(?:theo\s+)?định kỳ",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"(?:(?:hằng|hàng) tháng,?\s+)?(?:hoàn thành\s+|gửi\s+|xong\s+)?"
    r"(?:trước|chậm nhất|muộn nhất|vào|định kỳ ngày)\b[^();.]*?(?:\d|thứ\s)[^();.]*?"
    r"(?=[();.]|\s(?:về|gửi về|và gửi về|để)\b|$)",
    re.IGNORECASE,
)
_REPORT_TASK = re.compile(r"(?:xây dựng|lập|tổng hợp|hoàn thiện)?\s*báo cáo\b(?!\s+viên)", re.IGNORECASE)


@dataclass(frozen=True)
class _Reader:
    plan: Plan
    bodies: BodyIndex
    at: Setting

    def ids(self, names: str) -> tuple[str, ...]:
        return unique(agency for resolution in self.bodies.cell(names, self.at) for agency in resolution.agencies)


def reports(plan: Plan, bodies: BodyIndex) -> tuple[Report, ...]:
    """Every reporting obligation of ``plan``: in its clauses, closing paragraphs and annex rows that are reports."""
    reader = _Reader(plan, bodies, setting_of(plan))
    return tuple(dict.fromkeys((*_from_sections(reader), *_from_closing(reader), *_from_tasks(reader))))


def _from_sections(reader: _Reader) -> Iterator[Report]:
    for section in reader.plan.walk():
        if is_section(section, LEXICON.headings.organising):
            for to in addressed_clauses(section, reader.bodies, reader.at):
                yield from _in_clause(reader, to)
        elif section.kind == "article":
            yield from _in_clause(reader, Addressed(section.marker, clause=section, text=section.text))
        elif is_section(section, LEXICON.headings.reporting):
            for clause in list(section.walk())[1:]:
                yield from _in_clause(reader, Addressed(section_name(section), clause=clause, text=clause.text))


def _from_closing(reader: _Reader) -> Iterator[Report]:
    for part in reader.plan.clauses:
        for clause in part.children:
            if clause.kind == "paragraph" and _closes(part, clause):
                yield from _in_clause(reader, Addressed("", clause=clause, text=clause.text))


def _in_clause(reader: _Reader, to: Addressed) -> Iterator[Report]:
    """The obligations in the sentences of a clause for whom it is for, or for whom each sentence makes report."""
    agencies = unique(agency for name in to.names for agency in name.agencies)
    for _, sentence in sentences(to.text):
        if to.names:
            yield from _read(reader, to.clause.anchor, sentence, agencies)
        elif actors := _reporting_actors(sentence):
            yield from _read(reader, to.clause.anchor, sentence, reader.ids(actors.names), actors.end)


def _closes(part: Clause, clause: Clause) -> bool:
    """Whether ``clause`` follows the last section of its part."""
    sections = [index for index, child in enumerate(part.children) if child.kind in ("heading", "article")]
    return bool(sections) and part.children.index(clause) > sections[-1]


def _reporting_actors(sentence: str) -> Actors | None:
    """The bodies named before the first word of reporting that follows any."""
    for reporting in _REPORTING.finditer(sentence):
        for actors in find_actors(sentence):
            if actors.start < reporting.start():
                return actors
    return None


def _from_tasks(reader: _Reader) -> Iterator[Report]:
    for task in tasks(reader.plan, reader.bodies):
        if _REPORT_TASK.match(task.title):
            frequency = _frequency(task.title)
            yield Report(reader.plan.id, task.anchor, task.lead, (), (), frequency, (task.when,), task.title)


def _read(reader: _Reader, anchor: str, sentence: str, agencies: tuple[str, ...], start: int = 0) -> Iterator[Report]:
    """The obligations in one sentence: to its recipients, and from these to whom they must pass it on."""
    reporting = _REPORTING.search(sentence, start)
    if not reporting:
        return
    via = unique(agency for found in _VIA.finditer(sentence) for agency in _names_at(reader, sentence, found.end()))
    direct: list[str] = []
    passed_on: list[str] = []
    for found in _TO.finditer(sentence, reporting.start()):
        names = _names_at(reader, sentence, found.end())
        is_passed_on = bool(direct) and _PASSED_ON.search(sentence[: found.end()])
        (passed_on if is_passed_on else direct).extend(names)
    frequency, deadlines = _frequency(sentence[start:]), _deadlines(sentence[start:], reader.plan.meta.year)
    if not direct and not deadlines and _REPORTING_AS_NOUN.search(sentence[: reporting.start()]):
        return
    yield Report(reader.plan.id, anchor, agencies, unique(direct), via, frequency, deadlines, sentence)
    if passed_on:
        yield Report(reader.plan.id, anchor, via or unique(direct), unique(passed_on), (), frequency, (), sentence)


def _names_at(reader: _Reader, sentence: str, start: int) -> tuple[str, ...]:
    """The bodies named from ``start`` on; where the words after a name cannot be told from it, the known ones."""
    end = _NAME_END.search(sentence, start)
    text = sentence[start : end.start() if end else None]
    known = (agency for _, _, found in find_bodies(text, reader.bodies, reader.at) for agency in found)
    return reader.ids(text) or unique(known)


def _frequency(text: str) -> str:
    """How often, in the words of the text."""
    return "; ".join(unique(found.group() for found in _FREQUENCY.finditer(text)))


def _deadlines(sentence: str, year: int) -> tuple[When, ...]:
    """The dates by which to report; only what stands after "trước", "chậm nhất" and the like."""
    times = (when for found in _DEADLINE.finditer(sentence) for when in read_times(found.group(), year))
    return tuple(when for when in times if when.end or "BY" in (when.rule or ""))
