"""Ids of directives that no register knows, the same for every way in which one plan cites one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from corpus.directives.find import Mention
from corpus.directives.identity import (
    CENTRAL,
    UNNUMBERED,
    NumberKey,
    committee,
    directive_id,
    issuer_segment,
    number_key,
    series_issuer,
    title_key,
)
from corpus.directives.issuing import Issuers
from corpus.directives.naming import WHOSE, bare_name, has_name, points_back, treaty_key, year_of
from corpus.language.folding import slug
from corpus.language.lexicon import LEXICON

_NO_ISSUER = "chua-ro-co-quan"
# Who makes these follows from the kind: Hiến pháp 2013, Articles 70 and 74.
_MAKERS = {kind: f"{CENTRAL}/{slug(noun.maker)}" for kind, noun in LEXICON.kinds.items() if noun.maker}

_STANDARD = re.compile(r"TCVN\b.*?(?::(?P<year>\d{4}))?$")
_IN_BRACKETS = re.compile(r"\s*\(\s*(?:(?:Bộ\s+l|L)uật\s+)?số\s+(?P<number>\d{1,3}/\d{4}/QH\d{1,2})\s*\)")
# A symbol after a blank for its number: "Số:     /KH-UBND".
_BLANK_NUMBER = re.compile(r"[/-]\s?[A-ZĐ]{2}")


@dataclass(frozen=True)
class Said:
    """What one mention says of its directive; ``key`` is what all mentions of one have in common."""

    key: object
    segment: str | None
    issued: date | None
    year: int | None
    number: NumberKey | None

    def agrees(self, other: Said) -> bool:
        """Nothing that both say differs."""
        pairs = zip(self.data, other.data, strict=True)
        return self.key == other.key and all(mine is None or mine == theirs or theirs is None for mine, theirs in pairs)

    def holds(self, other: Said) -> bool:
        """All that ``other`` says, and more."""
        pairs = list(zip(self.data, other.data, strict=True))
        return (
            self.agrees(other) and all(mine is not None or theirs is None for mine, theirs in pairs) and self != other
        )

    @property
    def data(self) -> tuple[object, ...]:
        return (self.segment, self.issued, self.year, self.number)


class Stubs:
    """Ids of what one plan cites and nothing knows, the same for a short mention as for the full one it belongs to.

    A mention gets the id of the one fullest mention that it agrees with, wherever in the plan that stands; where it
    agrees with two, it keeps one of its own.
    """

    def __init__(self, mentions: Iterable[tuple[Mention, Issuers, str]], taken: Container[str]):
        """``mentions``: all of the plan, each with the issuers as meant where it stands and the text after it.

        ``taken`` are the ids of what is known.
        """
        self._taken = taken
        cited = list(mentions)
        self._names = {
            number: title_key(bare_name(one))
            for one, _, after in cited
            if one.kind in _MAKERS and (number := _number_of_name(one, after)) and has_name(one)
        }
        self._numbered: dict[tuple[str, int, str], set[object]] = defaultdict(set)
        for one, _, _ in cited:
            if (number := number_key(one.number)) and number.symbol:
                self._numbered[one.kind, number.number, number.letter].add((number, None))
        self._said: dict[object, set[Said]] = defaultdict(set)
        self._printed: dict[Said, str | None] = {}
        for mention, issuers, after in cited:
            said = self._read(mention, issuers, after)
            self._said[said.key].add(said)
            self._printed.setdefault(said, _printed(mention))

    def id_of(self, mention: Mention, issuers: Issuers, after: str) -> str | None:
        """An id from the mention's own data and what the plan says elsewhere; None where that is too little."""
        if points_back(mention) or (mention.number is None and _BLANK_NUMBER.search(mention.text)):
            return None
        said = self._read(mention, issuers, after)
        others = self._said[said.key]
        fullest = [one for one in others if one.agrees(said) and not any(other.holds(one) for other in others)]
        best = fullest[0] if len(fullest) == 1 else said
        printed = None if isinstance(said.key, str) else self._printed[best]
        name = said.key if isinstance(said.key, str) else bare_name(mention) or UNNUMBERED
        identity = directive_id(best.segment or _NO_ISSUER, best.issued, printed, name, best.year)
        if mention.number and printed is None and identity in self._taken:
            # A law of the same name and year as a known one, and of another number: another law.
            return directive_id(best.segment or _NO_ISSUER, best.issued, mention.number, name, best.year)
        return identity

    def _read(self, mention: Mention, issuers: Issuers, after: str) -> Said:
        number = number_key(mention.number)
        key: object = (number, None) if number and number.symbol else (mention.kind, mention.number)
        if number and not number.symbol:
            # "Nghị quyết 68" is the one resolution of that number that the plan names in full.
            full = self._numbered.get((mention.kind, number.number, number.letter), set())
            key = next(iter(full)) if len(full) == 1 else key
        if mention.kind in _MAKERS:
            key = (
                title_key(bare_name(mention))
                if has_name(mention)
                else (self._names.get(number) if number else None) or key
            )
        elif LEXICON.reads(mention.kind, "treaty") and not mention.number:
            key = treaty_key(mention, after)
        elif not mention.number:
            key = _named_key(mention, after)
        full_number = number if number and number.symbol else None
        return Said(key, _segment(mention, issuers), mention.issued, _year(mention), full_number)


def _number_of_name(mention: Mention, after: str) -> NumberKey | None:
    """The number that stands with a law's name, also behind it in brackets: *Luật Nhà giáo (Luật số 73/2025/QH15)*."""
    behind = _IN_BRACKETS.match(after)
    return number_key(mention.number or (behind["number"] if behind else None))


def _printed(mention: Mention) -> str | None:
    """The number as an id shows it; a bare one says nothing without its kind: *Chỉ thị số 29*."""
    number = number_key(mention.number)
    return mention.number if not number or number.symbol else f"{mention.kind} {mention.number}"


def _named_key(mention: Mention, after: str) -> str:
    """Of *Đề án Chính quyền điện tử của thành phố* and *Đề án Chính quyền điện tử thành phố* the same."""
    whose = WHOSE.match(after)
    return title_key(f"{bare_name(mention)} {whose[1] if whose else ''}")


def _segment(mention: Mention, issuers: Issuers) -> str | None:
    if _STANDARD.match(mention.number or ""):
        return "tieu-chuan-quoc-gia"
    if LEXICON.reads(mention.kind, "treaty"):
        return "dieu-uoc-quoc-te"
    if issuer := issuers.read(mention.issuer, mention.number) or _MAKERS.get(mention.kind):
        return issuer_segment(committee(series_issuer(issuer)))
    # What was printed and not read is nobody's in particular, and not the one's of whom the plan spoke elsewhere.
    return _NO_ISSUER if mention.unread else None


def _year(mention: Mention) -> int | None:
    standard = _STANDARD.match(mention.number or "")
    return int(standard["year"]) if standard and standard["year"] else year_of(mention)
