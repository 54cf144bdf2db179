"""Duties: who must do what under *Tổ chức thực hiện*, in the paragraphs on money and in the decision's articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.derive.actors import colon_lead, find_actors, sentences, strip_lead
from corpus.derive.tasks import unique
from corpus.model import Clause, Duty, Plan
from corpus.resolve.agencies import find_mentions
from corpus.resolve.bodies import BodyIndex, Resolution
from corpus.resolve.setting import Setting, setting_of
from corpus.resolve.split import begins_body
from corpus.vietnamese import fold
from corpus.vocabulary import FUNDING_HEADINGS, ORGANISING_HEADINGS, DutyNature

# A verb counts where a clause or a phrase begins with it; "phương thức chỉ đạo" directs nobody.
# "tập chung" is a common misprint of "tập trung".
_STARTS = r"(?:^|[,;.]\s*|\b(?:và|chủ trì|chủ động|tập trung|tập chung|trách nhiệm|tích cực)\s+)"
_NATURES = (
    (DutyNature.LEADS, re.compile(r"\bchủ trì\b|\b(?:là|làm) (?:cơ quan )?đầu mối\b", re.IGNORECASE)),
    (DutyNature.COORDINATES, re.compile(rf"{_STARTS}phối hợp\b", re.IGNORECASE)),
    (DutyNature.REQUESTS, re.compile(r"(?<!theo )\bđề nghị\b", re.IGNORECASE)),
    (DutyNature.DIRECTS, re.compile(rf"{_STARTS}(?:chỉ đạo|hướng dẫn|đôn đốc)\b", re.IGNORECASE)),
    (DutyNature.REPORTS, re.compile(r"\bbáo cáo\b(?!\s+viên)", re.IGNORECASE)),
    (DutyNature.BUDGETS, re.compile(r"\b(?:kinh phí|dự toán)\b", re.IGNORECASE)),
    (DutyNature.ANSWERS, re.compile(r"\bchịu trách nhiệm\b", re.IGNORECASE)),
)  # fmt: skip


@dataclass(frozen=True)
class Addressed:
    """Whom the clauses of a part of the text are for: the bodies of a heading or of a clause's beginning."""

    section: str
    names: tuple[Resolution, ...] = ()
    requested: bool = False


@dataclass(frozen=True)
class _Reader:
    plan: Plan
    bodies: BodyIndex
    at: Setting

    def duty(self, clause: Clause, resolution: Resolution | None, text: str, to: Addressed) -> Duty:
        """The duty of one body; ``resolution`` is None where the clause names nobody."""
        agencies = resolution.agencies if resolution else ()
        others = (agency for _, _, found in find_mentions(text, self.bodies, self.at) for agency in found)
        requested = to.requested or _asks(text)
        natures = (nature for nature, pattern in _NATURES if pattern.search(text) or (requested and nature is DutyNature.REQUESTS))
        return Duty(
            self.plan.id, clause.anchor, agencies, resolution.printed.text if resolution else "", text,
            tuple(map(str, natures)), requested, to.section,
            tuple(agency for agency in unique(others) if agency not in agencies),
        )  # fmt: skip

    def addressed(self, names: str, to: Addressed, requested: bool) -> Addressed:
        return replace(to, names=self.bodies.cell(names, self.at), requested=requested)


def duties(plan: Plan, bodies: BodyIndex) -> tuple[Duty, ...]:
    """Every duty of ``plan``, one for each body that a clause is for, in the order of the text.

    A clause that is for nobody in the register keeps its printed name and no agency.
    """
    reader = _Reader(plan, bodies, setting_of(plan))
    found: list[Duty] = []
    for part in plan.clauses:
        for clause in part.walk():
            if clause.kind == "article":
                found.extend(_acting(reader, clause, Addressed(clause.marker)))
            elif is_section(clause, ORGANISING_HEADINGS):
                found.extend(_below(reader, clause, Addressed(section_name(clause))))
            elif is_section(clause, FUNDING_HEADINGS):
                for child in clause.walk():
                    if child is not clause:
                        found.extend(_acting(reader, child, Addressed(section_name(clause))))
    return tuple(found)


def is_section(clause: Clause, names: tuple[str, ...]) -> bool:
    """Whether ``clause`` is the heading of a section called one of ``names``."""
    return clause.kind == "heading" and any(fold(name) in fold(clause.text) for name in names)


def section_name(clause: Clause) -> str:
    return f"{clause.marker} {clause.text}".strip()


def _below(reader: _Reader, clause: Clause, to: Addressed) -> Iterator[Duty]:
    for child in clause.children:
        yield from _read(reader, child, to)


def _read(reader: _Reader, clause: Clause, to: Addressed) -> Iterator[Duty]:
    """The duties in ``clause`` and below it."""
    if clause.kind == "heading":
        names = strip_lead(clause.text).rstrip(":")
        if begins_body(names):
            to = reader.addressed(names, to, requested=names != clause.text.rstrip(":") and _asks(clause.text))
        yield from _below(reader, clause, to)
        return
    text, lead = clause.text, colon_lead(clause.text)
    if lead and not to.names:
        to = reader.addressed(lead[0], to, requested=_asks(clause.text[:20]))
        text = lead[1]
    introduces = clause.text.rstrip().endswith(":")
    if text and not introduces:
        yield from _own(reader, clause, text, to)
    for child in clause.children:
        # "+" items, and the line that introduces them, are the details of the item they stand under.
        if introduces or not (child.marker == "+" or child.text.rstrip().endswith(":")):
            yield from _read(reader, child, to)


def _own(reader: _Reader, clause: Clause, text: str, to: Addressed) -> Iterator[Duty]:
    if to.names:
        for resolution in to.names:
            yield reader.duty(clause, resolution, text, to)
        return
    acting = list(_acting(reader, clause, to))
    yield from acting or [reader.duty(clause, None, text, to)]


def _acting(reader: _Reader, clause: Clause, to: Addressed) -> Iterator[Duty]:
    """The duties that the sentences of ``clause`` give to the bodies they name before a verb."""
    for _, sentence in sentences(clause.text):
        for actors in find_actors(sentence):
            asked = _asks(sentence[: actors.start][-12:])
            for resolution in reader.bodies.cell(actors.names, reader.at):
                yield reader.duty(clause, resolution, sentence, replace(to, requested=asked))


def _asks(text: str) -> bool:
    return bool(re.search(r"(?<!theo )\bđề nghị\b", text, re.IGNORECASE))
