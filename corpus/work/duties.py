"""Duties: who is told or asked to do what, under *Tổ chức thực hiện* and wherever a named body is told to act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from corpus.bodies.actors import (
    Actors,
    asks_itself,
    find_actors,
    gives,
    giving_end,
    is_told,
    told_in,
    was_done,
)
from corpus.bodies.beginnings import acting_run
from corpus.bodies.index import BodyIndex
from corpus.bodies.meaning import ReadName
from corpus.bodies.setting import Setting, setting_of
from corpus.bodies.split import split_bodies
from corpus.grouping import group
from corpus.language.sentences import sentences
from corpus.model import AgencyMention, Clause, Duty, Plan
from corpus.vocabulary import Body, DutyNature
from corpus.work.addressed import (
    Addressed,
    addressed_below,
    addressed_clauses,
    addressed_line,
    given_after,
    given_below,
)
from corpus.work.sections import Section, read_section, section_name
from corpus.work.tasks import unique
from corpus.work.text_tasks import TextTask

# A verb counts where a clause or a phrase begins with it; "phương thức chỉ đạo" directs nobody.
# "tập chung" is a common misprint of "tập trung".
_STARTS = r"(?:^|[,;.]\s*|\b(?:và|nhiệm vụ|được giao|chủ trì|chủ động|tập trung|tập chung|trách nhiệm|tích cực)\s+)"
_NATURES = (
    (DutyNature.LEADS, re.compile(r"(?<!được giao )\bchủ trì\b|\b(?:là|làm) (?:cơ quan )?đầu mối\b", re.IGNORECASE)),
    (DutyNature.COORDINATES, re.compile(rf"{_STARTS}phối hợp\b", re.IGNORECASE)),
    (DutyNature.REQUESTS, re.compile(r"(?<!theo )\bđề nghị\b", re.IGNORECASE)),
    (DutyNature.DIRECTS, re.compile(rf"{_STARTS}(?:chỉ đạo|hướng dẫn|đôn đốc)\b", re.IGNORECASE)),
    (DutyNature.REPORTS, re.compile(r"\bbáo cáo\b(?!\s+viên)", re.IGNORECASE)),
    (DutyNature.BUDGETS, re.compile(r"\b(?:kinh phí|dự toán)\b", re.IGNORECASE)),
    (DutyNature.ANSWERS, re.compile(r"\bchịu trách nhiệm\b", re.IGNORECASE)),
)
# "UBND thành phố sẽ thu hồi …": what the committee says of itself.
_INTENDING = re.compile(r"\ssẽ(?!\w)")
_STANDING = ("clause", "point", "item", "paragraph")


@dataclass(frozen=True)
class _Reader:
    plan: Plan
    bodies: BodyIndex
    at: Setting
    named: Mapping[str, list[AgencyMention]]
    """What was found named in each clause, by its anchor."""
    printed: tuple[str, ...] = ()
    """Names as the plan prints them apart, longest first."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """What clauses that assign a task say before it, by their anchors."""

    def duty(self, resolution: ReadName, text: str, to: Addressed, predicate: str = "") -> Duty:
        """The duty of one body that is named.

        ``predicate`` is what the sentence says of the bodies that it names itself.
        """
        agencies = resolution.agencies
        others = (*to.helpers, *self._named_in(text, to.clause))
        requested = to.requested or asks_itself(text) or self._asks(agencies, text)
        found = [nature for nature, pattern in _NATURES if pattern.search(text) or pattern.search(predicate)]
        natures = [n for n, _ in _NATURES if n in found or (requested and n is DutyNature.REQUESTS)]
        return Duty(
            self.plan.id,
            to.clause.anchor,
            agencies,
            resolution.printed.text,
            text,
            tuple(map(str, natures)),
            requested,
            to.section,
            tuple(agency for agency in unique(others) if agency not in agencies),
        )

    def _named_in(self, text: str, clause: Clause) -> Iterator[str]:
        """The bodies named in ``text``, which is a part of ``clause``."""
        start = clause.text.find(text)
        for mention in self.named.get(clause.anchor, ()):
            if start <= mention.start and mention.end <= start + len(text):
                yield from mention.agencies

    def _asks(self, agencies: tuple[str, ...], text: str) -> bool:
        """Whether a clause for ``agencies`` begins by asking just them."""
        first = next((sentence for _, sentence in sentences(text)), "")
        asked = (actors for actors in find_actors(first) if actors.asked(first))
        named = {
            agency for actors in asked for name in self.bodies.cell(actors.names, self.at) for agency in name.agencies
        }
        return bool(named) and named <= set(agencies)

    def duties(self, to: Addressed) -> Iterator[Duty]:
        if to.names:
            for resolution in to.names:
                yield self.duty(resolution, to.text, to)
        else:
            yield from self.acting(to)

    def acting(self, to: Addressed, told: bool = False) -> Iterator[Duty]:
        """The duties that the sentences of a clause give to the bodies they name before a verb.

        With ``told``, only where the sentence tells them: it begins with them, gives, asks or says that they must.
        """
        for _, sentence in sentences(to.text):
            for actors in self._actors(sentence, told):
                asked = replace(to, requested=to.asked or actors.asked(sentence))
                given: set[str] = set()
                for resolution in map(self._without_verb, self.bodies.cell(actors.names, self.at)):
                    if not resolution.agencies or not given.issuperset(resolution.agencies):
                        yield self.duty(resolution, sentence, asked, sentence[actors.end :].lstrip(" ,"))
                    given.update(resolution.agencies)

    def _without_verb(self, name: ReadName) -> ReadName:
        """``name`` up to what its body is to do, where it is unknown and begins with a known one."""
        run = 0 if name.agencies else acting_run(name.printed.text, self.bodies, self.at)
        known = self.bodies.cell(name.printed.text[:run], self.at) if run else ()
        single = (
            len(known) == 1 and self.bodies.agency("".join(known[0].agencies)) and not self.bodies.may_go_on(known[0])
        )
        return replace(known[0], printed=name.printed.cut(run)) if single else name

    def addressed(self, clause: Clause, section: str) -> Iterator[Duty]:
        """The duties of a clause outside *Tổ chức thực hiện*: "- Phòng Kinh tế: tham mưu …", or as its sentences tell."""
        to = addressed_line(clause, self.bodies, self.at, section)
        yield from self.duties(to) if to.names else self.acting(to, told=True)

    def _actors(self, sentence: str, told: bool) -> Iterator[Actors]:
        """Whom ``sentence`` makes act; what it begins with may be known bodies before a verb that nobody listed."""
        found = list(told_in(sentence) if told else find_actors(sentence))
        parts = (0, *(part.end() for part in re.finditer(r";\s+", sentence)))
        for start in (part + giving_end(sentence[part:]) for part in parts):
            found = self._with_run(sentence, start, found)
        yield from (actors for actors in found if not self._orders(sentence, actors))

    def _with_run(self, sentence: str, start: int, found: list[Actors]) -> list[Actors]:
        """``found`` and the known bodies that ``sentence`` names from ``start`` on before a verb that nobody listed."""
        run = acting_run(sentence[start:], self.bodies, self.at, self.printed)
        apart = Actors(sentence[start : start + run], start, start + run)
        if not run or not is_told(sentence, apart) or was_done(sentence, apart.end):
            return found
        first = next((actors for actors in found if actors.end > start), None)
        if first and first.start <= apart.end and not (first.start == start and self._stretched(first)):
            return found
        before = [actors for actors in found if actors.end <= start]
        return [*before, apart, *(actors for actors in found if actors.start > start)]

    def _orders(self, sentence: str, actors: Actors) -> bool:
        """Whether ``actors`` are who issued the plan and here give work, "UBND tỉnh giao Sở Y tế …", or say what they will do."""
        intends = _INTENDING.search(sentence, actors.start, actors.end + len(" sẽ"))
        if not intends and not gives(sentence, actors.end):
            return False
        named = [one for name in self.bodies.cell(actors.names, self.at) for one in name.agencies]
        return bool(named) and all(map(self._issues, named))

    def _issues(self, body: str) -> bool:
        """Whether ``body`` is the committee that issued the plan, or its chair."""
        issuer, named = self.bodies.agency(self.plan.meta.issuer), self.bodies.agency(body)
        if issuer is None or named is None or issuer.place != named.place:
            return False
        return {issuer.body, named.body} <= {Body.COMMITTEE, Body.POST}

    def _stretched(self, actors: Actors) -> bool:
        """Whether the last name of ``actors`` is unknown, so that it may hold a verb."""
        names = self.bodies.cell(actors.names, self.at)
        return bool(names) and not names[-1].agencies


def duties(
    plan: Plan, bodies: BodyIndex, mentions: Iterable[AgencyMention], written: tuple[TextTask, ...]
) -> tuple[Duty, ...]:
    """Every duty of ``plan``, one for each body that a clause is for, in the order of the text.

    ``mentions`` are the bodies found named in the plan, ``written`` the tasks of its text.
    A clause that is for nobody in the register keeps its printed name and no agency.
    """
    named = group((one for one in mentions if one.field == "text"), lambda one: one.anchor)
    reader = _Reader(plan, bodies, setting_of(plan), named, _printed_apart(plan, written), _beside(written))
    spent = frozenset(anchor for task in written for anchor in task.used)
    return tuple(duty for part in plan.clauses for child in part.children for duty in _below(reader, child, spent, ""))


def _beside(written: Iterable[TextTask]) -> dict[str, str]:
    """What stands before the part that assigns: "Giao Sở Y tế hướng dẫn …; Sở Công Thương chủ trì …"."""
    parts = ((task.clause, task.assigning.rfind(";", 0, task.assigning.find(task.lead)), task) for task in written)
    return {
        clause.anchor: task.assigning[:end]
        for clause, end, task in parts
        if end > 0 and len(task.used) == 1 and task.assigning in clause.text
    }


def _printed_apart(plan: Plan, found: Iterable[TextTask]) -> tuple[str, ...]:
    """The names in labelled lines and in cells: there no verb follows them, so that all of each is known."""
    texts = [text for task in found for text in (task.lead, task.coordinating)]
    texts += [cell.text for row in plan.rows for field in ("lead", "coordinating") if (cell := row.cell(field))]
    names = {name.text for text in texts for name in split_bodies(text)}
    return tuple(sorted((name for name in names if " " in name), key=len, reverse=True))


def _below(reader: _Reader, clause: Clause, spent: frozenset[str], section: str) -> Iterator[Duty]:
    """The duties of ``clause`` and what stands below it; ``section`` is the heading above it."""
    if clause.kind == "article":
        for inner in clause.walk():
            yield from reader.acting(Addressed(clause.marker, clause=inner, text=inner.text))
        return
    sort = read_section(clause)
    if sort is Section.ORGANISING:
        for to in addressed_clauses(clause, reader.bodies, reader.at):
            if to.clause.anchor not in spent:
                yield from reader.duties(to)
        return
    if sort is Section.DESCRIBING:
        return
    if to_named := addressed_below(clause, reader.bodies, reader.at):
        yield from (duty for to in to_named if to.clause.anchor not in spent for duty in reader.duties(to))
        return
    name = section_name(clause) if clause.kind == "heading" else section
    if section and clause.kind in _STANDING and clause.anchor not in spent:
        yield from reader.addressed(clause, section)
    elif section and (text := reader.beside.get(clause.anchor)):
        yield from reader.acting(Addressed(section, clause=clause, text=text), told=True)
    given = given_after(clause, reader.bodies, reader.at, name)
    for child in clause.children:
        if sort in (Section.FUNDING, Section.REPORTING):
            yield from _of_all(reader, child, name)
        elif (given_to := given.get(child.anchor)) and child.anchor not in spent:
            yield from (
                duty for to in given_below(given_to) if to.clause.anchor not in spent for duty in reader.duties(to)
            )
        else:
            yield from _below(reader, child, spent, name)


def _of_all(reader: _Reader, clause: Clause, section: str) -> Iterator[Duty]:
    """In sections on money and reports every sentence tells whom it names."""
    for inner in clause.walk():
        yield from reader.acting(Addressed(section, clause=inner, text=inner.text))
