"""Oddities of the directives a plan cites: dates, numbers and symbols that contradict each other or the plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from corpus.check.oddity import Oddity
from corpus.check.wording import locate
from corpus.document_kinds import KIND_OF_ABBREVIATION
from corpus.language.folding import fold
from corpus.language.numerals import write_day
from corpus.language.sentences import clause_span
from corpus.model import Citation, Corpus, Passage, Plan
from corpus.vocabulary import Certainty, NoteKind, Role

_SYMBOL = re.compile(
    r"(?<![\w/:])\d+[a-zđ]?\s*/\s*(?:(?:19|20)\d\d\s*/\s*)?(?P<symbol>[A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐ]\w*)*)(?![\w/-])"
)
_YEAR_LAST = re.compile(
    r"(?<![\w/:.])(?P<number>\d+[a-zđ]?)/(?P<symbol>[A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐ]\w*)+)/(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
_PARLIAMENT = re.compile(r"(?:UBTV)?QH\d{1,2}")
_EVERYWHERE = frozenset(
    [
        "can",
        "cu",
        "theo",
        "thuc",
        "hien",
        "ngay",
        "thang",
        "nam",
        "cua",
        "so",
        "ve",
        "viec",
        "ban",
        "hanh",
        "va",
        "cac",
        "tai",
        "de",
        "nghi",
        "dieu",
        "luat",
    ]
)
SAME_SUBJECT = 0.4  # part of the words that two sentences about one act have in common

Passages = Mapping[tuple[str, str], Passage]  # by address and field


def find_cited(plan: Plan, citations: Iterable[Citation], corpus: Corpus) -> Iterator[Oddity]:
    """Every oddity of what ``plan`` cites; ``citations`` are those found in it, in their order."""
    passages = {(p.anchor, p.field): p for p in plan.passages}
    cited = [c for c in citations if c.role is not Role.SELF and (c.anchor, c.field) in passages]
    yield from _find_later(plan, cited, passages, corpus)
    yield from _find_two_dates(plan, cited, passages)
    yield from _find_two_numbers(plan, cited, passages)
    yield from _find_wrong_kind(plan, cited, passages)
    yield from find_symbols(plan, corpus)
    yield from find_year_last(plan)


def _at(
    plan: Plan, citation: Citation, passages: Passages, kind: NoteKind, problem: str, certainty: Certainty
) -> Oddity:
    passage = passages[citation.anchor, citation.field]
    return locate(plan, passage, citation.start, citation.end, kind, problem, None, certainty)


def _find_later(plan: Plan, cited: list[Citation], passages: Passages, corpus: Corpus) -> Iterator[Oddity]:
    """A plan can only cite what exists; an undated plan is taken to be of the last day of its year."""
    day = plan.meta.issued or date(plan.meta.year, 12, 31)
    for citation in cited:
        known = corpus.directive.get(citation.directive or "")
        issued = citation.issued or (known.issued if known else None)
        if issued and issued > day:
            problem = f"Văn bản được viện dẫn đề ngày {write_day(issued)}, sau ngày của kế hoạch ({write_day(day)})."
            # Of what is cited by its name alone, the day is what the register knows and not what is printed.
            certainty = Certainty.CERTAIN if citation.issued else Certainty.POSSIBLE
            yield _at(plan, citation, passages, NoteKind.DATE, problem, certainty)


def _find_two_dates(plan: Plan, cited: list[Citation], passages: Passages) -> Iterator[Oddity]:
    """Numbers run once a year for one issuer: one number of one year has one date."""
    dates: dict[tuple[object, ...], set[date]] = {}
    for citation in cited:
        if citation.number and citation.issued:
            dates.setdefault(_act(citation), set()).add(citation.issued)
    for citation in cited:
        others = dates.get(_act(citation), set()) - {citation.issued} if citation.number and citation.issued else set()
        if others:
            problem = f"Cùng số văn bản nhưng chỗ khác ghi ngày {', '.join(map(write_day, sorted(others)))}."
            yield _at(plan, citation, passages, NoteKind.CONTRADICTION, problem, Certainty.CERTAIN)


def _act(citation: Citation) -> tuple[object, ...]:
    return citation.number, _issuer(citation), citation.issued and citation.issued.year


def _issuer(citation: Citation) -> str:
    """Who issued it: as resolved, since one body is printed in many ways; else as printed."""
    return citation.directive.split("/")[0] if citation.directive else fold(citation.issuer or "")


def _find_two_numbers(plan: Plan, cited: list[Citation], passages: Passages) -> Iterator[Oddity]:
    """One kind, issuer, date and subject is one act, so it has one number.

    Acts that one passage cites side by side (*số 18-NQ/TW, số 19-NQ/TW ngày ...*) are told apart there.
    """
    groups: dict[tuple[object, ...], list[Citation]] = {}
    for citation in cited:
        if citation.number and citation.issued:
            groups.setdefault((citation.kind, citation.issued, _issuer(citation)), []).append(citation)
    for group in groups.values():
        for citation in group:
            others = [other for other in group if _are_rivals(citation, other, group, passages)]
            if others:
                numbers = ", ".join(sorted({other.number for other in others if other.number}))
                problem = f"Cùng loại văn bản, cùng ngày, có vẻ cùng nội dung nhưng chỗ khác ghi số {numbers}."
                yield _at(plan, citation, passages, NoteKind.CONTRADICTION, problem, Certainty.PROBABLE)


def _are_rivals(one: Citation, other: Citation, group: list[Citation], passages: Passages) -> bool:
    if one.number == other.number:
        return False
    together = ({c.anchor for c in group if c.number == number} for number in (one.number, other.number))
    if set.intersection(*together):
        return False
    first, second = (subject_words(citation, passages[citation.anchor, citation.field]) for citation in (one, other))
    return len(first & second) >= max(3, SAME_SUBJECT * min(len(first), len(second)))


def subject_words(citation: Citation, passage: Passage) -> set[str]:
    """Words of the clause around the citation: they say what the act is about.

    Words that stand around any citation, and numbers, say nothing of it.
    """
    start, end = clause_span(passage.text, citation.start, citation.end)
    sentence = f"{passage.text[start : citation.start]} {passage.text[citation.end : end]}"
    return {word for word in re.findall(r"\w+", fold(sentence)) if word not in _EVERYWHERE and not word[0].isdigit()}


def _find_wrong_kind(plan: Plan, cited: list[Citation], passages: Passages) -> Iterator[Oddity]:
    """The kind in words must be the kind in the symbol: *Kế hoạch* goes with KH."""
    for citation in cited:
        symbol = (citation.number or "").rpartition("/")[2]
        meant = KIND_OF_ABBREVIATION.get(symbol.partition("-")[0])
        if meant and citation.kind and "-" in symbol and citation.kind != meant and not citation.kind.startswith(meant):
            problem = f"Ký hiệu {symbol} là của {meant}, không phải {citation.kind}."
            yield _at(plan, citation, passages, NoteKind.SYMBOL, problem, Certainty.PROBABLE)


def find_symbols(plan: Plan, corpus: Corpus) -> Iterator[Oddity]:
    """Symbols that no rule of numbering gives: neither kind-issuer nor one of the National Assembly's."""
    issuers = corpus.issuer_symbols
    for passage in plan.passages:
        for match in _SYMBOL.finditer(passage.text):
            symbol = match["symbol"]
            if "-" in symbol or _PARLIAMENT.fullmatch(symbol) or symbol in issuers:
                continue
            meant = _split_symbol(symbol, issuers)
            if meant or symbol.isupper() and len(symbol) > 2:
                problem = f"Ký hiệu “{symbol}” không đúng dạng loại văn bản và cơ quan ban hành."
                full = f"{match[0].removesuffix(symbol)}{meant}" if meant else None
                certainty = Certainty.CERTAIN if meant else Certainty.POSSIBLE
                yield locate(plan, passage, *match.span(), NoteKind.SYMBOL, problem, full, certainty)


def find_year_last(plan: Plan) -> Iterator[Oddity]:
    """Numbers with their year behind the symbol, 61/NĐ-CP/2018, which stands before it: 61/2018/NĐ-CP."""
    for passage in plan.passages:
        for match in _YEAR_LAST.finditer(passage.text):
            problem = f"Năm đứng sau ký hiệu “{match['symbol']}”; theo thể thức, năm đứng ngay sau số."
            full = f"{match['number']}/{match['year']}/{match['symbol']}"
            yield locate(plan, passage, *match.span(), NoteKind.SYMBOL, problem, full, Certainty.CERTAIN)


def _split_symbol(symbol: str, issuers: Collection[str]) -> str | None:
    """``symbol`` with the hyphen that it lacks, where there is one way to put it.

    >>> _split_symbol("NQCP", {"CP", "UBND"})
    'NQ-CP'
    """
    ways = [f"{symbol[:cut]}-{symbol[cut:]}" for cut in range(1, len(symbol)) if symbol[:cut] in KIND_OF_ABBREVIATION]
    ways = [way for way in ways if way.partition("-")[2] in issuers]
    return ways[0] if len(ways) == 1 else None
