"""Where plans, or the sources of the register, contradict each other about a directive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice

from corpus.check.cited import SAME_SUBJECT, subject_words
from corpus.check.oddity import Oddity
from corpus.directives.identity import number_key
from corpus.grouping import group
from corpus.language.letterhead import full_number
from corpus.language.numerals import write_day
from corpus.model import Citation
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview
from corpus.schema import Fact
from corpus.vocabulary import NoteKind, Role

_DAY = re.compile(
    r"\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\b|\bngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\b",
    re.IGNORECASE,
)

MOST_SENTENCES = 20  # compared of each of two acts, newest plans first


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
class StatedValue:
    """One value of a fact with the sources that state it; ``chosen`` is the register's own."""

    value: str
    sources: tuple[Fact, ...]
    chosen: bool


@dataclass(frozen=True)
class Disagreement:
    """Values that sources give for one fact of a directive (``number``, ``symbol``, ``issued`` ...)."""

    directive: str
    fact: str
    statements: tuple[StatedValue, ...]


@dataclass(frozen=True)
class Conflicts:
    """What cannot all be true of the directives that a corpus cites, by kind of conflict."""

    same_number: tuple[Conflict, ...]
    impossible_days: tuple[Conflict, ...]
    same_subject: tuple[Conflict, ...]
    disagreements: tuple[Disagreement, ...]
    namesakes: tuple[tuple[DirectiveEntry, ...], ...]


def find_conflicts(overview: Overview, cited: Mapping[str, Iterable[Oddity]]) -> Conflicts:
    """All conflicts of ``overview``; ``cited`` are the oddities of what each plan cites, by plan."""
    return Conflicts(
        (*find_two_dates(overview), *find_doubtful_days(overview)),
        tuple(find_impossible_dates(overview, cited)),
        tuple(find_two_numbers(overview)),
        tuple(one for entry in overview.directives.values() for one in find_disagreements(entry)),
        tuple(find_namesakes(overview)),
    )


def find_two_dates(overview: Overview) -> Iterator[Conflict]:
    """Numbers run once a year for one issuer, so one number of one year has one date, whoever cites it."""
    dated = [one for one in _cited(overview) if one.directive and one.issued and number_key(one.number)]
    for citations in group(dated, _series_number).values():
        days = sorted({one.issued for one in citations if one.issued})
        if len(days) > 1:
            number = citations[0].number
            problem = f"Văn bản số {number} được ghi với các ngày khác nhau: {', '.join(map(write_day, days))}."
            yield _conflict(problem, citations)


def _series_number(citation: Citation) -> tuple[object, ...]:
    issuer, year = (citation.directive or "").split("/")[0], citation.issued and citation.issued.year
    return number_key(citation.number), issuer, year


def find_impossible_dates(overview: Overview, cited: Mapping[str, Iterable[Oddity]]) -> Iterator[Conflict]:
    """Days after the plan that cites them, and days that no calendar has."""
    for here in overview.plans:
        for one in cited[here.plan.id]:
            if one.kind is NoteKind.DATE:
                yield Conflict(one.problem, (Witness(one.plan, one.at, one.quote),))
        for citation in here.citations:
            for found in _DAY.finditer(citation.text):
                if not _is_day(*(int(part) for part in found.groups() if part)):
                    yield _conflict(f"Ngày {found.group()} không có trong lịch.", [citation])


def _is_day(day: int, month: int, year: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def find_two_numbers(overview: Overview) -> Iterator[Conflict]:
    """Acts of one kind, issuer and day that plans cite for one subject, and never side by side."""
    dated = [
        entry
        for entry in overview.directives.values()
        if entry.issued and entry.number and entry.id in overview.citations_of
    ]
    alike = group(dated, lambda entry: (entry.kind, entry.issuer or entry.issuer_name, entry.issued or date.min))
    for (_, _, issued), entries in alike.items():
        for one, other in combinations(entries, 2):
            first, second = overview.citations_of[one.id], overview.citations_of[other.id]
            if _side_by_side(first, second) or not _same_subject(first, second, overview):
                continue
            problem = f"{one.name} và {other.name} cùng ngày {write_day(issued)}, có vẻ cùng nội dung: chưa rõ là một hay hai văn bản."
            yield _conflict(problem, [*first, *second])


def _side_by_side(first: Iterable[Citation], second: Iterable[Citation]) -> bool:
    return bool({(one.plan, one.anchor) for one in first} & {(one.plan, one.anchor) for one in second})


def _same_subject(first: Iterable[Citation], second: Iterable[Citation], overview: Overview) -> bool:
    """Whether two of the sentences that cite them, of the first few of each, speak of one thing."""
    left, right = (
        [subject_words(one, overview.passage(one)) for one in islice(side, MOST_SENTENCES)] for side in (first, second)
    )
    return any(len(a & b) >= SAME_SUBJECT * min(len(a), len(b)) for a in left for b in right)


def find_namesakes(overview: Overview) -> list[tuple[DirectiveEntry, ...]]:
    """Different known acts of one issuer with one number, which a reader may take for each other: 76/NQ-CP of 2013 and of 2021."""
    groups = (tuple(entry for entry in entries if entry.known) for entries in _same_number(overview))
    return [known for known in groups if len(known) > 1]


def find_doubtful_days(overview: Overview) -> Iterator[Conflict]:
    """A dated act that nothing else knows, beside a known one of its issuer and number: one day may be misprinted."""
    for entries in _same_number(overview):
        days = [write_day(entry.issued) for entry in entries if entry.known and entry.issued]
        for entry in entries:
            if days and entry.issued and not entry.known:
                problem = (
                    f"{entry.name} ngày {write_day(entry.issued)} chưa xác định được, mà cùng số, cùng cơ quan "
                    f"đã có văn bản ngày {', '.join(days)}: có thể một chỗ in sai ngày."
                )
                yield _conflict(problem, overview.citations_of.get(entry.id, ()))


def _same_number(overview: Overview) -> list[list[DirectiveEntry]]:
    keys = {
        entry.id: number_key(full_number(entry.number, entry.symbol))
        for entry in overview.directives.values()
        if entry.number and entry.symbol
    }
    numbered = [entry for entry in overview.directives.values() if keys.get(entry.id)]
    alike = group(numbered, lambda entry: (keys[entry.id], entry.id.split("/")[0]))
    return [entries for entries in alike.values() if len(entries) > 1]


def find_disagreements(entry: DirectiveEntry) -> tuple[Disagreement, ...]:
    """Facts of a register entry for which a source states another value."""
    found = []
    for fact in dict.fromkeys(source.fact for source in entry.sources if source.fact and source.value):
        own = tuple(source for source in entry.sources if source.fact in (None, fact) and not source.value)
        others = group((s for s in entry.sources if s.fact == fact and s.value), lambda source: source.value or "")
        chosen = StatedValue(_value(entry, fact), own, True)
        found.append(
            Disagreement(
                entry.id, fact, (chosen, *(StatedValue(value, tuple(by), False) for value, by in others.items()))
            )
        )
    return tuple(found)


def _value(entry: DirectiveEntry, fact: str) -> str:
    value = getattr(entry, fact, None)
    return write_day(value) if isinstance(value, date) else str(value or "")


def _cited(overview: Overview) -> Iterator[Citation]:
    return (one for here in overview.plans for one in here.citations if one.role is not Role.SELF)


def _conflict(problem: str, citations: Iterable[Citation]) -> Conflict:
    witnesses = dict.fromkeys(Witness(one.plan, one.anchor, one.text) for one in citations)
    return Conflict(
        problem, tuple(witnesses), tuple(dict.fromkeys(one.directive for one in citations if one.directive))
    )
