"""Reporting obligations: who reports to whom, through whom, how often and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.bodies.actors import Actors, find_actors, is_told, told_in
from corpus.bodies.index import BodyIndex
from corpus.bodies.setting import setting_of
from corpus.language.sentences import sentences
from corpus.model import Clause, Plan, Report, Task
from corpus.work import report_words as words
from corpus.work.addressed import Addressed, addressed_clauses, addressed_line, given_after, given_below
from corpus.work.due import read_frequency
from corpus.work.report_sentence import ReportReader, read_report
from corpus.work.sections import Section, read_section
from corpus.work.tasks import unique
from corpus.work.text_tasks import TextTask


def reports(
    plan: Plan, bodies: BodyIndex, tasks: tuple[Task, ...], written: tuple[TextTask, ...]
) -> tuple[Report, ...]:
    """Every reporting obligation of ``plan``: in its clauses, closing paragraphs and ``tasks`` that are reports.

    ``written`` are the tasks of its text.
    """
    reader = ReportReader(plan, bodies, setting_of(plan))
    spent = frozenset(anchor for task in written for anchor in task.used)
    found = (
        report for part in plan.clauses for child in part.children for report in _below(reader, part, child, spent)
    )
    return tuple(dict.fromkeys((*found, *_from_tasks(tasks))))


def _below(
    reader: ReportReader, part: Clause, clause: Clause, spent: frozenset[str], before: tuple[str, ...] = ()
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
    reader: ReportReader, part: Clause, clause: Clause, spent: frozenset[str]
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
    reader: ReportReader, to: Addressed, unnamed: bool = False, told: bool = False, before: tuple[str, ...] = ()
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
                yield from read_report(reader, to.clause.anchor, sentence, told_before)
            elif words.IS_REPORT.match(sentence):
                unsigned = read_report(reader, to.clause.anchor, sentence, ())
                yield from (report for report in unsigned if report.to and report.deadlines)
            continue
        named = reader.ids(actors.names) if actors else ()
        if actors and (not to.names or (actors.start == 0 and named)):
            yield from read_report(reader, to.clause.anchor, sentence, named, actors.end, kind)
        elif to.names:
            yield from read_report(reader, to.clause.anchor, sentence, agencies)
        elif unnamed and words.SUBJECTLESS.match(sentence):
            carried = list(read_report(reader, to.clause.anchor, sentence, told_before))
            yield from carried or read_report(reader, to.clause.anchor, sentence, ())


def _statements(text: str) -> Iterator[tuple[str, str]]:
    """The sentences of ``text``; one that says of a kind of report who sends it to whom in its parts, with the kind."""
    for _, sentence in sentences(text):
        found = words.KIND_OF_REPORT.match(sentence)
        parts = [part.strip() for part in sentence[found.end() :].split(";")] if found else []
        if found and all(map(find_actors, parts)):
            yield from ((part, found["kind"]) for part in parts)
        else:
            yield sentence, ""


def _told(reader: ReportReader, sentence: str) -> tuple[str, ...]:
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
