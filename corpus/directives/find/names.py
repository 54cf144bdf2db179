"""Directives named without symbol: resolutions of congresses and plenums, standards.

Each reader looks at a bounded stretch after the noun, so that the work of a text grows with its length.
"""

from __future__ import annotations

import re

from corpus.directives.find.issuers import PLACE, find_issuer
from corpus.directives.find.mention import Draft
from corpus.directives.find.scan import Scan
from corpus.language.letters import CAPITAL
from corpus.language.patterns import grammar

REACH = 320  # characters that a name may take

_PARTS = {
    "place": PLACE,
    "order": grammar(r"(?: ,? · «lần thứ|khóa» · (?:[IVXLC]+|\d+|(?i:nhất|hai|ba|tư)) (?!\w) | \s[IVXLC]+(?!\w) )"),
    "party": grammar(r"(?: · (?: «của» \s )? «Đảng» (?!\s«bộ») (?: \s «Cộng sản Việt Nam|toàn quốc» )? )"),
    "term": grammar(r"(?: \s?,?\s?\(? «nhiệm kỳ» · \d{4} \s?[-–]\s? \d{4} \)? )?"),
    "capitals": rf"[{CAPITAL}]\w*(?:\s[{CAPITAL}]\w*){{0,3}}",
}
# Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; … Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025
_CONGRESS = re.compile(
    grammar(
        r"""
        · (?: «của» \s )? «Đại hội» (?: \s «đại biểu» )? (?: \s «toàn quốc» )? <party>? <order>? <party>?
        (?: · (?: «của» \s )? «Đảng bộ» (?: · (?: <place> | «các cấp» | <capitals> ) )? )?
        <order>? <party>? <term>
        """,
        **_PARTS,
    )
)
# Nghị quyết Đảng bộ phường lần thứ I, nhiệm kỳ 2025 - 2030
_OF_PARTY_BODY = re.compile(grammar(r"· (?: «của» \s )? «Đảng bộ» · <place> <order> <term>", **_PARTS))
# Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung ương Đảng khóa XII; Nghị quyết Trung ương 4 khóa XII
_PLENUM = re.compile(
    grammar(
        r"""
        · (?: «của» \s )? (?: «Hội nghị» · (?: «lần thứ» \s )? | (?= «Trung ương» ) ) (?: «Trung ương» \s )?
        (?: \d{1,2} | [IVX]{1,5} | (?i:mười\s)? (?i:nhất|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười) ) (?!\w)
        (?: \s?\([^)]{1,30}\) )? ,?
        (?: · (?: «của» \s )? «Ban Chấp hành|BCH» · «Trung ương|TW» (?: \s «Đảng» )? )?
        (?: ,?\s?\(?\s? «khóa» \s[IVX]+ \)? )?
        """
    )
)
_SUBJECT = re.compile(r"\s{1,24}về\s+(?:việc\s+)?\w+")


def read_resolution(text: str, position: int) -> int | None:
    """End of *Đại hội …*, *Hội nghị lần thứ …* or *của <body> về <subject>* after the noun."""
    limit = position + REACH
    for pattern in (_CONGRESS, _OF_PARTY_BODY, _PLENUM):
        if found := pattern.match(text, position, limit):
            return found.end()
    issuer = find_issuer(text, position, limit)
    if not issuer or not re.match(r"\s{1,24}c", text[position : position + 6]):
        return None
    end = issuer[1]
    if shared := re.match(rf",\s(?:[{CAPITAL}]\w*\s)?[ủu][yỷ](?=\s)", text[end : end + 20]):
        end += shared.end()
    return end if _SUBJECT.match(text, end, limit) else None


_STANDARD = r"(?:TCVN|QCVN|TCCS|TCXDVN|ISO)(?:[\s/](?:ISO|IEC|ISO/IEC|TS))*(?:[\s/]IEC)?"
STANDARD = re.compile(
    rf"(?P<series>{_STANDARD})\s{{0,3}}[-:]?\s{{0,3}}"
    r"(?P<number>\d{1,6}(?:-\d{1,3})?(?:\s?[:\-]\s?(?:19|20)\d\d)?(?:/[A-ZĐ]{2,8})?)"
)
NEXT_STANDARD = re.compile(r"\s{0,3}(?:;|,|và)\s{1,24}(?P<number>\d{3,6}(?:-\d{1,3})?\s?:\s?(?:19|20)\d\d)(?![\d/])")


def read_standards(finding: Scan, start: int) -> None:
    """Add a standard, and those after it that share its designation: *TCVN ISO 9001:2008; 9001:2015*."""
    finding.look(REACH)
    found = STANDARD.match(finding.text, start, start + 60)
    if not found:
        return
    series = " ".join(found["series"].split())
    while found:
        number = re.sub(r"\s", "", found["number"])
        finding.add(Draft(start, found.end("number"), "tiêu chuẩn", f"{series} {number}"))
        found = NEXT_STANDARD.match(finding.text, finding.floor, finding.floor + 40)
        start = found.start("number") if found else start
