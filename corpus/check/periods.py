"""Bodies named in a plan that did not exist yet, no longer existed, or end before what they must do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from corpus.bodies.index import BodyIndex
from corpus.bodies.setting import setting_of
from corpus.check.oddity import Oddity
from corpus.check.wording import locate
from corpus.grouping import group
from corpus.language.numerals import write_day
from corpus.link import PlanRecord
from corpus.model import Plan, Task
from corpus.schema import Agency
from corpus.vocabulary import Certainty, NoteKind
from corpus.work.sections import Section, read_section


def find_periods(record: PlanRecord, bodies: BodyIndex) -> Iterator[Oddity]:
    """Every body outside its period: on the plan's date, or on the last day of a task or report that it has to do with."""
    yield from _find_outside(record, bodies)
    yield from _find_ended(record.plan, record.tasks, bodies)
    yield from _find_ended_recipients(record, bodies)


def _find_outside(record: PlanRecord, bodies: BodyIndex) -> Iterator[Oddity]:
    """Who issued what a plan cites, and who did what it looks back on, may be gone by then."""
    plan = record.plan
    passages = {(p.anchor, p.field): p for p in plan.passages}
    first = plan.meta.issued or date(plan.meta.year, 1, 1)
    last = plan.meta.issued or date(plan.meta.year, 12, 31)
    for mention in record.mentions:
        named = [agency for identity in mention.agencies if (agency := bodies.agency(identity))]
        problem = _outside(named[0], first, last, bodies) if len(named) == 1 else None
        if not problem or (mention.anchor, mention.field) not in passages:
            continue
        trail = plan.ancestors.get(mention.anchor, ())
        cited = any(
            c.start <= mention.start < c.end for c in record.citations_at.get((mention.anchor, mention.field), ())
        )
        if not cited and not any(read_section(clause) is Section.DESCRIBING for clause in trail):
            passage = passages[mention.anchor, mention.field]
            span = mention.start, mention.end
            yield locate(plan, passage, *span, NoteKind.AGENCY_PERIOD, problem, None, Certainty.CERTAIN)


def _outside(agency: Agency, first: date, last: date, bodies: BodyIndex) -> str | None:
    if agency.until and agency.until < first:
        day = write_day(agency.until + timedelta(1))
        return f"{agency.name} kết thúc hoạt động từ {day}, trước ngày của kế hoạch{_heirs([agency], bodies)}."
    if agency.since and agency.since > last:
        return f"{agency.name} bắt đầu hoạt động từ {write_day(agency.since)}, sau ngày của kế hoạch."
    return None


def _find_ended(plan: Plan, tasks: Iterable[Task], bodies: BodyIndex) -> Iterator[Oddity]:
    rows = {row.anchor: row for row in plan.rows}
    for task in tasks:
        row, end = rows.get(task.anchor), task.time.end
        if row is None or end is None:
            continue
        for field, identities in (("lead", task.lead), ("coordinating", task.coordinating)):
            cell = row.cell(field)
            for identity in identities:
                if cell and (problem := _ended(plan, identity, end, bodies)):
                    quote = cell.text.split("\n")[0]
                    kind, certain = NoteKind.AGENCY_PERIOD, Certainty.CERTAIN
                    yield Oddity(plan.id, row.anchor, field, quote, kind, problem, None, certain, cell.line)


def _find_ended_recipients(record: PlanRecord, bodies: BodyIndex) -> Iterator[Oddity]:
    """Reports due from, to, or through a body that ends before they are due."""
    passages = {p.anchor: p for p in record.plan.passages if p.field == "text"}
    named = group(record.mentions, lambda mention: mention.anchor)
    for report in record.reports:
        ends = [when.end for when in report.deadlines if when.end]
        passage = passages.get(report.anchor)
        for identity in (*report.agencies, *report.to, *report.via) if ends and passage else ():
            problem = _ended(record.plan, identity, max(ends), bodies, "báo cáo")
            mention = next((m for m in named.get(report.anchor, ()) if identity in m.agencies), None)
            if problem and mention and passage:
                span = mention.start, mention.end
                yield locate(record.plan, passage, *span, NoteKind.AGENCY_PERIOD, problem, None, Certainty.CERTAIN)


def _ended(plan: Plan, identity: str, end: date, bodies: BodyIndex, what: str = "nhiệm vụ") -> str | None:
    """Why the body ``identity`` cannot do what is due on ``end``; of a group, that its last member has ended."""
    members = [one for member in bodies.members(identity, setting_of(plan)) if (one := bodies.agency(member))]
    alone = bodies.agency(identity)
    concerned = [alone] if alone else members
    ended = [agency.until for agency in concerned if agency.until and agency.until < end]
    if not ended or len(ended) < len(concerned):
        return None
    last = max(ended)
    name = getattr(bodies.get(identity), "name", identity)
    day, limit = write_day(last + timedelta(1)), write_day(end)
    return f"{name} kết thúc hoạt động từ {day}, trước khi hết hạn {what} ({limit}){_heirs([alone], bodies)}."


def _heirs(ended: Iterable[Agency | None], bodies: BodyIndex) -> str:
    """Who took over from a body that ended, in words to add; nothing of a group, whose members each have heirs."""
    successors = [one for agency in ended if agency for one in agency.successors]
    named = [
        f"{getattr(bodies.get(one.agency), 'name', one.agency)}{f' ({one.scope})' if one.scope else ''}"
        for one in sorted(successors, key=lambda one: one.scope is not None)
    ]
    return f"; việc chuyển cho {', '.join(named)}" if named else ""
