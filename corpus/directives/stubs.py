"""Ids of directives that no register knows, the same for every way in which one plan cites one."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from corpus.directives.find import Mention
from corpus.directives.identity import (
    CENTRAL,
    UNNUMBERED,
    directive_id,
    issuer_segment,
    number_key,
    series_issuer,
    title_key,
)
from corpus.directives.issuing import Issuers
from corpus.directives.matching import bare_name, points_back, year_of
from corpus.language.folding import slug

_NO_ISSUER = "chua-ro-co-quan"
# Who makes these follows from the kind: Hiến pháp 2013, Articles 70 and 74.
_MAKERS = {
    "luật": f"{CENTRAL}/quoc-hoi",
    "bộ luật": f"{CENTRAL}/quoc-hoi",
    "hiến pháp": f"{CENTRAL}/quoc-hoi",
    "pháp lệnh": f"{CENTRAL}/uy-ban-thuong-vu-quoc-hoi",
}

_STANDARD = re.compile(r"TCVN\b.*?(?::(?P<year>\d{4}))?$")
# A symbol after a blank for its number: "Số:     /KH-UBND".
_BLANK_NUMBER = re.compile(r"[/-]\s?[A-ZĐ]{2}")


@dataclass(frozen=True)
class _Cited:
    """A directive as it was cited once: its id and what stood with it."""

    id: str
    segment: str | None
    issued: date | None


@dataclass
class Stubs:
    """What one plan has cited so far of what is not known: *Nghị quyết số 16-NQ/TU* after it was cited in full."""

    issuers: Issuers
    _cited: dict[object, list[_Cited]] = field(default_factory=lambda: defaultdict(list))

    def id_of(self, mention: Mention) -> str | None:
        """An id from the mention's own data and what the plan said of it before; None where that is too little."""
        if points_back(mention) or (mention.number is None and _BLANK_NUMBER.search(mention.text)):
            return None
        segment = self._segment(mention)
        key = _key(mention)
        before = self._cited[key]
        fitting = {one.id for one in before if _fits(one, segment, mention.issued)}
        if len(fitting) == 1:
            return fitting.pop()
        number = number_key(mention.number)
        # A bare number says nothing without its kind: "Chỉ thị số 29".
        printed = mention.number if not number or number.symbol else f"{mention.kind} {mention.number}"
        identity = directive_id(
            segment or _NO_ISSUER, mention.issued, printed, bare_name(mention) or UNNUMBERED, _year(mention)
        )
        before.append(_Cited(identity, segment, mention.issued))
        return identity

    def _segment(self, mention: Mention) -> str | None:
        if _STANDARD.match(mention.number or ""):
            return "tieu-chuan-quoc-gia"
        issuer = self.issuers.read(mention.issuer, mention.number) or _MAKERS.get(mention.kind)
        if issuer:
            return issuer_segment(series_issuer(issuer))
        return slug(mention.issuer) if mention.issuer else None


def _year(mention: Mention) -> int | None:
    standard = _STANDARD.match(mention.number or "")
    return int(standard["year"]) if standard and standard["year"] else year_of(mention)


def _key(mention: Mention) -> object:
    """What mentions of one directive have in common: the number with its symbol, or the name."""
    number = number_key(mention.number)
    if mention.kind in _MAKERS:
        return title_key(bare_name(mention))
    return number if number and number.symbol else (mention.kind, mention.number, title_key(bare_name(mention)))


def _fits(one: _Cited, segment: str | None, issued: date | None) -> bool:
    """Nothing that both print differs; what is printed less must have been printed before."""
    same_issuer = segment is None or segment == one.segment
    return same_issuer and (issued is None or issued == one.issued)
