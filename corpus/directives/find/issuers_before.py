"""Issuers as they are printed before the noun: *của Sở Tài chính tại Công văn …*, *HĐND tỉnh thông qua Nghị quyết …*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.directives.find.dates import DATE, day_of
from corpus.directives.find.issuers import PARTS, plain_issuer
from corpus.language.letters import CAPITAL
from corpus.language.patterns import any_of, grammar

BEFORE_REACH = 120  # characters before a noun that are looked at for its issuer
_DATE_REACH = 40  # characters before such an issuer that are looked at for the day
_NEAR = 12
_AT = ("tại", "TẠI", "tại các", "tại những")
_ISSUING = ("ban hành", "ký ban hành", "thông qua", "có")


@dataclass(frozen=True)
class IssuerBefore:
    """The issuer as printed; ``issued`` the day that the sentence begins with, if it does."""

    printed: str
    issued: date | None = None


# "theo đề nghị của Sở Tài chính tại Công văn số …": the body stands at the end of what is matched.
@cache
def _proposing() -> re.Pattern[str]:
    return re.compile(
        grammar(
            rf"""
            (?: «của» · | và · (?= (?: Trưởng|Giám|Chủ|Chánh|Sở|Ban|Văn|Công ) ) ) (?P<issuer> (?: «Trưởng|Giám đốc|Chủ tịch|Chánh Văn phòng» · )?
                (?: <known> | [{CAPITAL}][\w&]* (?: (?: ,? · | \s[-–]\s ) (?! «tại|của|về» (?!\w) ) [\w&]+ ){{1,11}} ) )
            (?: · \( [^()\n]{{2,60}} \) )? · «tại» · (?: (?:các|những) · )? $
            """,
            **PARTS,
        )
    )


# "Ngày 15/3/2024, UBND huyện đã ban hành Kế hoạch số …".
@cache
def _issuing() -> re.Pattern[str]:
    return re.compile(
        grammar(
            r"""
            (?<!\w) (?<![Pp]hòng\s) (?<!trực\s) (?<!của\s) (?P<issuer> <known> ) · (?: (?:đã|vừa|cũng|tiếp\stục) · )? <issuing> · (?: (?:các|những) · )? $
            """,
            issuing=any_of(_ISSUING),
            **PARTS,
        )
    )


@cache
def _on_day() -> re.Pattern[str]:
    return re.compile(grammar(r"(?<!\w) (?P<day> [Nn]gày · .* ) , · $"), re.DOTALL)


def find_issuer_before(text: str, floor: int, position: int, organ: str) -> IssuerBefore | None:
    """The issuer that stands before a noun at ``position``, of an act whose symbol names ``organ``."""
    low = max(floor, position - BEFORE_REACH)
    window = text[low:position]
    near = " ".join(window[-_NEAR:].split())
    if near.endswith(_AT):
        return _who_proposed(window)
    return _who_issued(text, floor, position, organ) if near.endswith((*_ISSUING, "các", "những")) else None


def _who_proposed(window: str) -> IssuerBefore | None:
    # "… của Chánh Văn phòng … và Giám đốc Sở Nội vụ tại Văn bản số …": the nearer body is found behind "và".
    places = [max(window.rfind(" của "), window.rfind(" CỦA ")), window.rfind(" và ")]
    found = (_proposing().search(window, place) for place in places if place >= 0)
    return next((IssuerBefore(one["issuer"]) for one in found if one), None)


def _who_issued(text: str, floor: int, position: int, organ: str) -> IssuerBefore | None:
    low = max(floor, position - BEFORE_REACH)
    found = _issuing().search(text[low:position])
    if not found or not _may_sign(plain_issuer(found["issuer"]), organ):
        return None
    at = low + found.start()
    day = _on_day().search(text[max(floor, at - _DATE_REACH) : at])
    read = DATE.fullmatch(day["day"]) if day else None
    return IssuerBefore(found["issuer"], day_of(read) if read else None)


def _may_sign(issuer: str, organ: str) -> bool:
    """False for *Sở Nội vụ … ban hành Quyết định số 12/QĐ-UBND*: the symbol is that of another body."""
    own = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
    return all(name in issuer for sign, name in own.items() if organ.startswith(sign))
