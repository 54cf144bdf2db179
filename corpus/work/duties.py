"""Duties: who must do what under *Tổ chức thực hiện*, in paragraphs on money and in the decision's articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.bodies.actors import find_actors, names_its_own, read_address, strip_lead
from corpus.bodies.index import BodyIndex, ReadName
from corpus.bodies.mentions import find_bodies
from corpus.bodies.setting import Setting, setting_of
from corpus.bodies.split import begins_body
from corpus.language.folding import fold
from corpus.language.lexicon import LEXICON
from corpus.language.sentences import sentences
from corpus.model import Clause, Duty, Plan
from corpus.vocabulary import DutyNature
from corpus.work.tasks import unique

# A verb counts where a clause or a phrase begins with it; "phương thức chỉ đạo" directs nobody.
# "tập chung" is a common misprint of "tập trung".
_STARTS = r"(?:^|[,;.]\s*|\b(?:và|nhiệm vụ|được giao|chủ trì|chủ động|tập trung|tập chung|trách nhiệm|tích cực)\s+)"
_NATURES = (
    (DutyNature.LEADS, re.compile(r"\bchủ trì\b|\b(?:là|làm) (?:cơ quan )?đầu mối\b", re.IGNORECASE)),
    (DutyNature.COORDINATES, re.compile(rf"{_STARTS}phối hợp\b", re.IGNORECASE)),
    (DutyNature.REQUESTS, re.compile(r"(?<!theo )\bđề nghị\b", re.IGNORECASE)),
    (DutyNature.DIRECTS, re.compile(rf"{_STARTS}(?:chỉ đạo|hướng dẫn|đôn đốc)\b", re.IGNORECASE)),
    (DutyNature.REPORTS, re.compile(r"\bbáo cáo\b(?!\s+viên)", re.IGNORECASE)),
    (DutyNature.BUDGETS, re.compile(r"\b(?:kinh phí|dự toán)\b", re.IGNORECASE)),
    (DutyNature.ANSWERS, re.compile(r"\bchịu trách nhiệm\b", re.IGNORECASE)),
)


@dataclass(frozen=True)
class Addressed:
    """A clause and whom it is for: the bodies of its heading or beginning; nobody where only its sentences say."""

    section: str
    clause: Clause
    names: tuple[ReadName, ...] = ()
    requested: bool = False
    text: str = ""


@dataclass(frozen=True)
class _Reader:
    plan: Plan
    bodies: BodyIndex
    at: Setting

    def duty(self, resolution: ReadName | None, text: str, to: Addressed, predicate: str = "") -> Duty:
        """The duty of one body; ``resolution`` is None where the clause names nobody.

        ``predicate`` is what the sentence says of the bodies that it names itself.
        """
        agencies = resolution.agencies if resolution else ()
        others = (agency for _, _, found in find_bodies(text, self.bodies, self.at) for agency in found)
        requested = to.requested or _asks(text)
        found = [nature for nature, pattern in _NATURES if pattern.search(text) or pattern.search(predicate)]
        natures = [n for n, _ in _NATURES if n in found or (requested and n is DutyNature.REQUESTS)]
        return Duty(
            self.plan.id,
            to.clause.anchor,
            agencies,
            resolution.printed.text if resolution else "",
            text,
            tuple(map(str, natures)),
            requested,
            to.section,
            tuple(agency for agency in unique(others) if agency not in agencies),
        )

    def duties(self, to: Addressed) -> Iterator[Duty]:
        if to.names:
            for resolution in to.names:
                yield self.duty(resolution, to.text, to)
        else:
            yield from list(self.acting(to)) or [self.duty(None, to.text, to)]

    def acting(self, to: Addressed) -> Iterator[Duty]:
        """The duties that the sentences of a clause give to the bodies they name before a verb."""
        for _, sentence in sentences(to.text):
            for actors in find_actors(sentence):
                asked = replace(to, requested=_asks(sentence[: actors.start][-12:]))
                for resolution in self.bodies.cell(actors.names, self.at):
                    yield self.duty(resolution, sentence, asked, sentence[actors.end :].lstrip(" ,"))


def duties(plan: Plan, bodies: BodyIndex) -> tuple[Duty, ...]:
    """Every duty of ``plan``, one for each body that a clause is for, in the order of the text.

    A clause that is for nobody in the register keeps its printed name and no agency.
    """
    reader = _Reader(plan, bodies, setting_of(plan))
    found: list[Duty] = []
    for clause in plan.walk():
        if clause.kind == "article":
            found.extend(reader.acting(Addressed(clause.marker, clause=clause, text=clause.text)))
        elif is_section(clause, LEXICON.headings.organising):
            for to in addressed_clauses(clause, bodies, reader.at):
                found.extend(reader.duties(to))
        elif is_section(clause, LEXICON.headings.funding):
            for child in list(clause.walk())[1:]:
                found.extend(reader.acting(Addressed(section_name(clause), clause=child, text=child.text)))
    return tuple(found)


def is_section(clause: Clause, names: tuple[str, ...]) -> bool:
    """Whether ``clause`` is the heading of a section called one of ``names``."""
    return clause.kind == "heading" and any(fold(name) in fold(clause.text) for name in names)


def section_name(clause: Clause) -> str:
    return f"{clause.marker} {clause.text}".strip()


def addressed_clauses(section: Clause, bodies: BodyIndex, at: Setting) -> Iterator[Addressed]:
    """The clauses of a section that say what to do, each with whom it is for."""
    for child in section.children:
        yield from _addressed(child, Addressed(section_name(section), section), bodies, at)


def _addressed(clause: Clause, to: Addressed, bodies: BodyIndex, at: Setting) -> Iterator[Addressed]:
    text, address = clause.text, None
    if clause.kind == "heading":
        names, text = strip_lead(clause.text).rstrip(":"), ""
        address = (names, "") if begins_body(names) or not _names_subject(names) else None
    elif not to.names or clause.marker:
        # Below a heading for many, a numbered name with items of its own, or with a colon, is for one of them.
        address = read_address(clause.text)
        address = address if not to.names or clause.children or (address and address[1]) else None
    if address:
        to, text = replace(to, names=bodies.cell(address[0], at), requested=_asks(clause.text[:20])), address[1]
    introduces = clause.text.rstrip().endswith(":")
    if text and not introduces:
        own = names_its_own(text, to.requested)
        yield replace(to, names=() if own else to.names, clause=clause, text=text)
    for child in clause.children:
        if introduces or not _is_detail(child):
            yield from _addressed(child, to, bodies, at)


def _names_subject(heading: str) -> bool:
    """Whether a heading says what is to be done and not who is to do it."""
    return fold(heading).startswith(tuple(fold(f"{words} ") for words in LEXICON.headings.subjects))


def _is_detail(clause: Clause) -> bool:
    """Whether ``clause`` only details the item above it: a "+" item, or the line that introduces such items."""
    return clause.marker == "+" or (clause.kind == "paragraph" and clause.text.rstrip().endswith(":"))


def _asks(text: str) -> bool:
    return bool(re.search(r"(?<!theo )\bđề nghị\b", text, re.IGNORECASE))
