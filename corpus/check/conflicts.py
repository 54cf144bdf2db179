"""Where plans, or the sources of the register, contradict each other about a directive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from corpus.check.cited import SAME_SUBJECT, find_citing, subject_words
from corpus.directives.identity import full_number, number_key
from corpus.language.letters import write_day
from corpus.link import Linked, group
from corpus.model import Citation
from corpus.overview.entries import DirectiveEntry
from corpus.schema import Fact
from corpus.vocabulary import NoteKind, Role

_DAY = re.compile(
    r"\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\b|\bngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Witness:
    """A clause that says one side of a conflict, in its own words."""

    plan: str
    anchor: str
    words: str


@dataclass(frozen=True)
class Conflict:
    """Something about directives that cannot all be true; ``directives`` are the ids it concerns."""

    problem: str
    witnesses: tuple[Witness, ...]
    directives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """One value of a fact with the sources that state it; ``chosen`` is the register's own."""

    value: str
    sources: tuple[Fact, ...]
    chosen: bool


@dataclass(frozen=True)
class Disagreement:
    """Values that sources give for one fact of a directive (``number``, ``symbol``, ``issued`` ...)."""

    directive: str
    fact: str
    statements: tuple[Statement, ...]


def find_two_dates(linked: Linked) -> Iterator[Conflict]:
    """Numbers run once a year for one issuer, so one number of one year has one date, whoever cites it."""
    dated = [one for one in _cited(linked) if one.directive and one.issued and number_key(one.number)]
    for citations in group(dated, _series_number).values():
        days = sorted({one.issued for one in citations})
        if len(days) > 1:
            number = citations[0].number
            problem = f"Văn bản số {number} được ghi với các ngày khác nhau: {', '.join(map(write_day, days))}."
            yield _conflict(problem, citations)


def _series_number(citation: Citation) -> tuple:
    return number_key(citation.number), citation.directive.split("/")[0], citation.issued.year


def find_impossible_dates(linked: Linked) -> Iterator[Conflict]:
    """Days after the plan that cites them, and days that no calendar has."""
    for here in linked.plans:
        for finding in find_citing(here.plan, here.citations, linked.corpus):
            if finding.kind is NoteKind.DATE:
                yield Conflict(finding.problem, (Witness(finding.plan, finding.at, finding.quote),))
        for citation in here.citations:
            for found in _DAY.finditer(citation.text):
                if not _is_day(*(int(part) for part in found.groups() if part)):
                    yield _conflict(f"Ngày {found.group()} không có trong lịch.", [citation])


def _is_day(day: int, month: int, year: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def find_two_numbers(linked: Linked, directives: Mapping[str, DirectiveEntry]) -> Iterator[Conflict]:
    """Acts of one kind, issuer and day that plans cite for one subject, and never side by side."""
    dated = [
        entry for entry in directives.values() if entry.issued and entry.number and entry.id in linked.citations_of
    ]
    alike = group(dated, lambda entry: (entry.kind, entry.issuer or entry.issuer_name, entry.issued))
    for entries in alike.values():
        for one, other in combinations(entries, 2):
            first, second = linked.citations_of[one.id], linked.citations_of[other.id]
            if _side_by_side(first, second) or not _same_subject(first, second, linked):
                continue
            problem = f"{one.name} và {other.name} cùng ngày {write_day(one.issued)}, có vẻ cùng nội dung: chưa rõ là một hay hai văn bản."
            yield _conflict(problem, [*first, *second])


def _side_by_side(first: Iterable[Citation], second: Iterable[Citation]) -> bool:
    return bool({(one.plan, one.anchor) for one in first} & {(one.plan, one.anchor) for one in second})


def _same_subject(first: Iterable[Citation], second: Iterable[Citation], linked: Linked) -> bool:
    texts = {}
    for one in (*first, *second):
        for passage in linked.corpus.plan[one.plan].passages:
            texts[one.plan, passage.anchor, passage.field] = passage
    left, right = (
        [subject_words(one, texts[one.plan, one.anchor, one.field]) for one in side] for side in (first, second)
    )
    return any(len(a & b) >= SAME_SUBJECT * min(len(a), len(b)) for a in left for b in right)


def find_namesakes(directives: Mapping[str, DirectiveEntry]) -> list[tuple[DirectiveEntry, ...]]:
    """Different known acts of one issuer with one number, which a reader may take for each other: 76/NQ-CP of 2013 and of 2021."""
    groups = (tuple(entry for entry in entries if entry.known) for entries in _same_number(directives))
    return [known for known in groups if len(known) > 1]


def find_doubtful_days(linked: Linked, directives: Mapping[str, DirectiveEntry]) -> Iterator[Conflict]:
    """A dated act that nothing else knows, beside a known one of its issuer and number: one day may be misprinted."""
    for entries in _same_number(directives):
        days = [write_day(entry.issued) for entry in entries if entry.known and entry.issued]
        for entry in entries:
            if days and entry.issued and not entry.known:
                problem = (
                    f"{entry.name} ngày {write_day(entry.issued)} chưa xác định được, mà cùng số, cùng cơ quan "
                    f"đã có văn bản ngày {', '.join(days)}: có thể một chỗ in sai ngày."
                )
                yield _conflict(problem, linked.citations_of.get(entry.id, ()))


def _same_number(directives: Mapping[str, DirectiveEntry]) -> list[list[DirectiveEntry]]:
    keys = {
        entry.id: number_key(full_number(entry.number, entry.symbol))
        for entry in directives.values()
        if entry.number and entry.symbol
    }
    numbered = [entry for entry in directives.values() if keys.get(entry.id)]
    alike = group(numbered, lambda entry: (keys[entry.id], entry.id.split("/")[0]))
    return [entries for entries in alike.values() if len(entries) > 1]


def find_disagreements(entry: DirectiveEntry) -> tuple[Disagreement, ...]:
    """Facts of a register entry for which a source states another value."""
    found = []
    for fact in dict.fromkeys(source.fact for source in entry.sources if source.fact and source.value):
        own = tuple(source for source in entry.sources if source.fact in (None, fact) and not source.value)
        others = group((s for s in entry.sources if s.fact == fact and s.value), lambda source: source.value)
        chosen = Statement(_value(entry, fact), own, True)
        found.append(
            Disagreement(
                entry.id, fact, (chosen, *(Statement(value, tuple(by), False) for value, by in others.items()))
            )
        )
    return tuple(found)


def _value(entry: DirectiveEntry, fact: str) -> str:
    value = getattr(entry, fact, None)
    return write_day(value) if isinstance(value, date) else str(value or "")


def _cited(linked: Linked) -> Iterator[Citation]:
    return (one for here in linked.plans for one in here.citations if one.role is not Role.SELF)


def _conflict(problem: str, citations: Iterable[Citation]) -> Conflict:
    witnesses = dict.fromkeys(Witness(one.plan, one.anchor, one.text) for one in citations)
    return Conflict(
        problem, tuple(witnesses), tuple(dict.fromkeys(one.directive for one in citations if one.directive))
    )
