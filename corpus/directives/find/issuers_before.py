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
_ISSUING = ("ban hành", "ký ban hành", "thông qua", "ký", "có")


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


# "Ngày 15/3/2024, UBND huyện đã ban hành Kế hoạch số …"; ministers are named beside their offices.
@cache
def _issuing() -> re.Pattern[str]:
    return re.compile(
        grammar(
            rf"""
            (?<!\w) (?<![Pp]hòng\s) (?<!trực\s) (?<!của\s) (?<![Pp]hó\s) (?P<issuer> <known> )
            (?: (?<=\w) (?P<person> (?: · [{CAPITAL}]\w* ){{2,5}} ) )?
            · (?: (?:đã|vừa|vừa\smới|mới|cũng|tiếp\stục) · )? <issuing> · (?: (?:các|những) · )? $
            """,
            issuing=any_of(_ISSUING),
            **PARTS,
        )
    )


# "Ban Chỉ đạo 389 tỉnh ban hành Kế hoạch số 12/KH-BCĐ".
_STEERING = re.compile(
    r"(?<!\w)(?P<issuer>Ban\s[Cc]hỉ\sđạo\s(?:(?!Ban\s[Cc]hỉ)[^.;:,()\n]){1,90}?)\s(?:(?:đã|vừa)\s)?(?:ký\s)?ban\shành\s$"
)


# "đề nghị của UBND tỉnh (văn bản số …)": the act is in brackets behind the body.
@cache
def _of_bracket() -> re.Pattern[str]:
    return re.compile(grammar(r"«của» · (?P<issuer> <known> ) \s? \( \s? $", **PARTS))


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
    if near.endswith("("):
        found = _of_bracket().search(window)
        return (
            IssuerBefore(found["issuer"]) if found and may_sign(plain_issuer(found["issuer"]), False, organ) else None
        )
    return _who_issued(text, floor, position, organ) if near.endswith((*_ISSUING, "các", "những")) else None


def _who_proposed(window: str) -> IssuerBefore | None:
    # "… của Chánh Văn phòng … và Giám đốc Sở Nội vụ tại Văn bản số …": the nearer body is found behind "và".
    places = [max(window.rfind(" của "), window.rfind(" CỦA ")), window.rfind(" và ")]
    found = (_proposing().search(window, place) for place in places if place >= 0)
    return next((IssuerBefore(one["issuer"]) for one in found if one), None)


def _who_issued(text: str, floor: int, position: int, organ: str) -> IssuerBefore | None:
    low = max(floor, position - BEFORE_REACH)
    if organ.startswith("BCĐ"):
        steering = _STEERING.search(text[low:position])
        return IssuerBefore(steering["issuer"]) if steering else None
    found = _issuing().search(text[low:position])
    if not found or not may_sign(plain_issuer(found["issuer"]), bool(found["person"]), organ):
        return None
    at = low + found.start()
    day = _on_day().search(text[max(floor, at - _DATE_REACH) : at])
    read = DATE.fullmatch(day["day"]) if day else None
    return IssuerBefore(found["issuer"], day_of(read) if read else None)


_MINISTER = re.compile(r"Thủ tướng|Bộ trưởng")
# A chairman's name looks like that of his province: "Chủ tịch UBND tỉnh Nguyễn Văn A".
_CHAIRMAN = re.compile(rf"Chủ tịch .*(?:\s[{CAPITAL}]\w*){{3}}$")
# What a symbol begins with, and the issuer's name: either both are of the sort, or neither.
_SORTS = tuple(
    (re.compile(organ), re.compile(issuer))
    for organ, issuer in (
        (r"UBND", r"(?:Chủ tịch )?Ủy ban nhân dân"),
        (r"HĐND", r"(?:Thường trực )?Hội đồng nhân dân"),
        (r"TTg", r"Thủ tướng"),
        (r"CP\b", r"Chính phủ$"),
        (r"QH\d", r"Quốc hội$"),
        (r"TW", r"Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương"),
        (r"[TQHĐX]U\b", r"(?:Ban \w+ \w+ |Thường trực )?(?:\w+ [ủỦ]y\b|Đảng bộ)"),
        (r"S[A-ZĐ]", r"(?:Giám đốc )?Sở "),
        (r"B[A-ZĐ]", r"(?:Bộ trưởng )?Bộ (?!Chính trị)"),
    )
)


def may_sign(issuer: str, named: bool, organ: str) -> bool:
    """False for *Sở Nội vụ … ban hành Quyết định số 12/QĐ-UBND*: the symbol is that of another body.

    ``named``: a person's name stands behind; only of ministers is what they sign their own.
    """
    if (named and not _MINISTER.match(issuer)) or _CHAIRMAN.match(issuer):
        return False
    return all(bool(of_organ.match(organ)) == bool(of_issuer.match(issuer)) for of_organ, of_issuer in _SORTS)
