"""Reporting obligations: who reports to whom, through whom, how often and by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.bodies.actors import Actors, find_actors, is_told, opens_with_verb, told_in
from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import find_bodies
from corpus.bodies.setting import Setting, setting_of
from corpus.language.sentences import sentences
from corpus.model import Clause, Plan, Report, Task
from corpus.work import report_words as words
from corpus.work.addressed import Addressed, addressed_clauses, addressed_line, given_after, given_below
from corpus.work.due import read_due, read_frequency
from corpus.work.sections import Section, read_section
from corpus.work.tasks import unique
from corpus.work.text_tasks import TextTask


@dataclass(frozen=True)
class _Reader:
    plan: Plan
    bodies: BodyIndex
    at: Setting

    def ids(self, names: str) -> tuple[str, ...]:
        return unique(agency for resolution in self.bodies.cell(names, self.at) for agency in resolution.agencies)


def reports(
    plan: Plan, bodies: BodyIndex, tasks: tuple[Task, ...], written: tuple[TextTask, ...]
) -> tuple[Report, ...]:
    """Every reporting obligation of ``plan``: in its clauses, closing paragraphs and ``tasks`` that are reports.

    ``written`` are the tasks of its text.
    """
    reader = _Reader(plan, bodies, setting_of(plan))
    spent = frozenset(anchor for task in written for anchor in task.used)
    found = (
        report for part in plan.clauses for child in part.children for report in _below(reader, part, child, spent)
    )
    return tuple(dict.fromkeys((*found, *_from_tasks(tasks))))


def _below(
    reader: _Reader, part: Clause, clause: Clause, spent: frozenset[str], before: tuple[str, ...] = ()
) -> Iterator[Report]:
    """The obligations in ``clause`` and below it: of bodies addressed, told, or not named at all.

    ``before`` are those whom the paragraph before it told.
    """
    sort = read_section(clause)
    if sort is Section.DESCRIBING:
        return
    if sort is Section.ORGANISING:
        for to in addressed_clauses(clause, reader.bodies, reader.at):
            if to.clause.anchor not in spent:
                yield from _in_clause(reader, to, unnamed=True)
        return
    if clause.kind == "article" or sort in (Section.REPORTING, Section.FUNDING):
        inners = list(clause.walk())[0 if clause.kind == "article" else 1 :]
        unnamed = sort is Section.REPORTING
        yield from _carried(
            (inner, list(_in_clause(reader, Addressed("", inner, inner.text), unnamed))) for inner in inners
        )
        return
    if clause.kind == "paragraph" and clause in part.children:
        if _closes(part, clause):
            yield from _in_clause(reader, Addressed("", clause, clause.text), unnamed=True)
    elif clause.kind in ("clause", "point", "item", "paragraph"):
        to = addressed_line(clause, reader.bodies, reader.at)
        told = _in_clause(reader, to, told=not to.names, before=before)
        # A task may have to be reported too: "Giao Sở Y tế chủ trì …; báo cáo UBND tỉnh trước ngày 20/11".
        yield from (report for report in told if clause.anchor not in spent or report.to)
    yield from _carried((child, found) for child, found in _of_children(reader, part, clause, spent))


def _of_children(
    reader: _Reader, part: Clause, clause: Clause, spent: frozenset[str]
) -> Iterator[tuple[Clause, list[Report]]]:
    given = given_after(clause, reader.bodies, reader.at, "")
    told: tuple[str, ...] = ()
    for child in clause.children:
        if (given_to := given.get(child.anchor)) and child.anchor not in spent:
            yield child, [report for to in given_below(given_to) for report in _in_clause(reader, to)]
        else:
            yield child, list(_below(reader, part, child, spent, told if child.kind == "paragraph" else ()))
        told = _told(reader, child.text)


def _carried(parts: Iterable[tuple[Clause, list[Report]]]) -> Iterator[Report]:
    """The reports of clauses in their order; those of the items below a line are of whom the line names, and to whom.

    "Các sở gửi báo cáo UBND tỉnh:", then "- Báo cáo quý trước ngày 05 …": the line says no more than its items.
    """
    line: Report | None = None
    said = False
    for clause, found in parts:
        if line and clause.kind in ("item", "point"):
            said = said or bool(found)
            yield from (_completed(report, line) for report in found)
            continue
        if line and not said:
            yield line
        opens = clause.text.rstrip().endswith(":") and len(found) == 1 and bool(found[0].agencies)
        line, said = found[0] if opens else None, False
        yield from () if opens else found
    if line and not said:
        yield line


def _completed(report: Report, line: Report) -> Report:
    """``report`` of an item with what only the line above it says."""
    if report.agencies:
        return report
    return replace(report, agencies=line.agencies, to=report.to or line.to, via=report.via or line.via)


def _in_clause(
    reader: _Reader, to: Addressed, unnamed: bool = False, told: bool = False, before: tuple[str, ...] = ()
) -> Iterator[Report]:
    """The obligations in the sentences of a clause for whom it is for, or for whom each sentence makes report.

    With ``unnamed`` also where a sentence names nobody who is to report, only to whom and when: then it is whom the
    sentence before told, if that is not who receives the report. With ``told`` only where the sentence tells a body to, or goes
    on telling whom the one before told; the first one goes on from ``before``.
    """
    agencies = unique(agency for name in to.names for agency in name.agencies)
    for sentence, kind in _statements(to.text):
        actors, told_before = next(iter(find_actors(sentence)), None) if kind else _reporting_actors(sentence), before
        before = _told(reader, sentence) or before
        if told and not (actors and is_told(sentence, actors)):
            if told_before and not actors and words.GOES_ON.match(sentence):
                yield from _read(reader, to.clause.anchor, sentence, told_before)
            elif words.IS_REPORT.match(sentence):
                unsigned = _read(reader, to.clause.anchor, sentence, ())
                yield from (report for report in unsigned if report.to and report.deadlines)
            continue
        named = reader.ids(actors.names) if actors else ()
        if actors and (not to.names or (actors.start == 0 and named)):
            yield from _read(reader, to.clause.anchor, sentence, named, actors.end, kind)
        elif to.names:
            yield from _read(reader, to.clause.anchor, sentence, agencies)
        elif unnamed and words.SUBJECTLESS.match(sentence):
            carried = list(_read(reader, to.clause.anchor, sentence, told_before))
            yield from carried or _read(reader, to.clause.anchor, sentence, ())


def _statements(text: str) -> Iterator[tuple[str, str]]:
    """The sentences of ``text``; one that says of a kind of report who sends it to whom in its parts, with the kind."""
    for _, sentence in sentences(text):
        found = words.KIND_OF_REPORT.match(sentence)
        parts = [part.strip() for part in sentence[found.end() :].split(";")] if found else []
        if found and all(map(find_actors, parts)):
            yield from ((part, found["kind"]) for part in parts)
        else:
            yield sentence, ""


def _told(reader: _Reader, sentence: str) -> tuple[str, ...]:
    """Whom ``sentence`` tells first; the next one may go on without naming them."""
    return next((reader.ids(actors.names) for actors in told_in(sentence)), ())


def _closes(part: Clause, clause: Clause) -> bool:
    """Whether ``clause`` follows the last section of its part."""
    sections = [index for index, child in enumerate(part.children) if child.kind in ("heading", "article")]
    return bool(sections) and part.children.index(clause) > sections[-1]


def _reporting_actors(sentence: str) -> Actors | None:
    """The bodies named before the first word of reporting that follows any."""
    for reporting in words.REPORTING.finditer(sentence):
        for actors in find_actors(sentence):
            if actors.start < reporting.start():
                return actors
    return None


def _from_tasks(tasks: tuple[Task, ...]) -> Iterator[Report]:
    for task in tasks:
        if words.REPORT_TASK.match(task.title):
            frequency = read_frequency(task.title)
            yield Report(task.plan, task.anchor, task.lead, (), (), frequency, (task.time,), task.title)


def _read(
    reader: _Reader, anchor: str, sentence: str, agencies: tuple[str, ...], start: int = 0, kind: str = ""
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
    after = [sentence[reporting.start() :]] if words.FINISHED.search(sentence, part, reporting.start()) else []
    parts = (
        *after,
        sentence[part : min(end, on)],
        sentence[part:on],
        sentence[start:on],
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


def _end_of_part(sentence: str, start: int) -> int:
    """Where what is said of the report at ``start`` ends: before a part that begins with other work."""
    for found in re.finditer(r";\s*", sentence[start:]):
        rest = words.EACH_TIME.sub("", sentence[start + found.end() :])
        other = opens_with_verb(rest)
        if other and not re.match("gửi|nộp", rest) and not words.REPORTING.search(rest.split(";")[0]):
            return start + found.start()
    return len(sentence)


def _names_at(reader: _Reader, sentence: str, start: int) -> tuple[str, ...]:
    """The bodies named from ``start`` on; where the words after a name cannot be told from it, the known ones."""
    end = words.NAME_END.search(sentence, start)
    text = sentence[start : end.start() if end else None]
    found: list[str] = []
    for name in reader.bodies.cell(text, reader.at):
        found.extend(name.agencies or _first_known(reader, name.printed.text))
    return unique(found)


def _first_known(reader: _Reader, text: str) -> tuple[str, ...]:
    """The body with whose known name ``text`` begins: "UBND phường kết quả thực hiện"."""
    return next((found for at, _, found in find_bodies(text, reader.bodies, reader.at) if at == 0), ())
