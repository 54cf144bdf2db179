"""Directives named without number: resolutions of congresses and plenums, programmes, standards.

Each reader looks at a bounded stretch after the noun, so that the work of a text grows with its length.
"""

from __future__ import annotations

import re

from corpus.directives.find.issuers import PLACE, find_issuer
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import grammar

REACH = 320  # characters that a name may take

_PARTS = {
    "place": PLACE,
    "order": grammar(r"(?: ,? · «lần thứ|khóa» · (?:[IVXLC]+|\d+) (?!\w) | \s[IVXLC]+(?!\w) )"),
    "party": grammar(r"(?: · (?: «của» \s )? «Đảng» (?!\s«bộ») (?: \s «Cộng sản Việt Nam|toàn quốc» )? )"),
    "term": grammar(r"(?: \s?,?\s?\(? «nhiệm kỳ» · \d{4} \s?[-–]\s? \d{4} \)? )?"),
    "capitals": r"[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*){0,3}",
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
# Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung ương Đảng khóa XII; Nghị quyết Trung ương 4 khóa XII
_PLENUM = re.compile(
    grammar(
        r"""
        · (?: «của» \s )? (?: «Hội nghị» · (?: «lần thứ» \s )? | (?= «Trung ương» ) ) (?: «Trung ương» \s )?
        (?: \d{1,2} | [IVX]{1,5} | (?i:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười) ) (?!\w)
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
    for pattern in (_CONGRESS, _PLENUM):
        if found := pattern.match(text, position, limit):
            return found.end()
    issuer = find_issuer(text, position, limit)
    if not issuer or not re.match(r"\s{1,24}c", text[position : position + 6]):
        return None
    end = issuer[1]
    if shared := re.match(r",\s(?:[A-ZĐÀ-Ỹ]\w*\s)?[ủu][yỷ](?=\s)", text[end : end + 20]):
        end += shared.end()
    return end if _SUBJECT.match(text, end, limit) else None


_PERIOD = grammar(r"«giai đoạn|thời kỳ|nhiệm kỳ» \s+ (?:\d{4}|[IVX]+) (?: \s?[-–]\s? \d{4} )?")
_OUTLOOK = grammar(r"(?: ,?\s+ (?: và\s+ )? «tầm nhìn|định hướng» \s+ (?: «đến» \s+ )? (?: «năm» \s+ )? \d{4} )?")
_TIME = re.compile(
    grammar(
        r",?\s+ (?: <period> | «đến năm» \s+ \d{4} | «năm» \s+ \d{4} \s?[-–]\s? \d{4} ) <outlook>",
        period=_PERIOD,
        outlook=_OUTLOOK,
    )
)
_ONE_YEAR = re.compile(grammar(r",?\s+ «năm» \s+ \d{4} (?!\s?[-–/]\s?\d) <outlook>", outlook=_OUTLOOK))
# A plan without number is one that can be looked up only if its name says whose it is.
_WHOSE = re.compile(rf"(?:(?!xã\s+hội){PLACE}|\w\s+(?:thành\s+)?[A-ZĐÀ-Ỹ]\w+\s+[A-ZĐÀ-Ỹ]\w+)")
_QUOTED = re.compile(r"\s{1,24}(?:“[^“”]{3,300}”|\"[^\"]{3,300}\")")
# A programme's name has ended at one of these; after a comma, at others than in the open sentence.
_NAME_STOP = re.compile(
    grammar(
        r"""
        (?i) [;:()“”"…] | \.(?!\w) | \n\s*\n
        | \s (?: <stop>
               | tại\s+ (?:Quyết|Nghị|Kế|Điều|Công|Chỉ)
               | của\s+ (?:thành\s+phố|tỉnh|quận|huyện|phường|xã|Chính|Thủ|Ủy|UBND|đơn|cơ)
               | và\s+ (?:các|Nghị|Quyết|Chỉ|Kế|Chương|Đề|đẩy|triển|tổ) ) (?!\w)
        | ,\s+ <after_comma> \w*
        """,
        stop="|".join(stop.replace(" ", r"\s+") for stop in LEXICON.ends.programme),
        after_comma="|".join(LEXICON.ends.programme_part),
    )
)
# Programmes that can be looked up by their names alone.
_STRONG = re.compile(
    grammar(
        r"""
        (?i:chương\s+trình) \s+
            (?: (?i:tổng\s+thể|mục\s+tiêu\s+quốc\s+gia|MTQG|hành\s+động\s+quốc\s+gia|quốc\s+gia|khung) | [^,;.]{3,40}? quốc\s+gia )
        | (?i:chiến\s+lược) \s+ (?: (?i:quốc\s+gia|phát\s+triển|tổng\s+thể)\s+\w | [^,;.]{3,50}? quốc\s+gia )
        | (?i:đề\s+án) \s+
            (?: [“"A-ZĐÀ-Ỹ] | (?:phát|xây|đổi|nâng|chuyển|tăng|đẩy|sắp|hoàn|bảo|tổng|cải)\w* \s\w+ \s\w+ )
        | (?i:kế\s+hoạch\s+(?:tổng\s+thể|hành\s+động)\s+quốc\s+gia)
        | (?i:quy\s+hoạch) \s+ (?:tổng\s+thể|tỉnh|thành\s+phố|chung|điện|vùng) \s+ \w+ \s+ \w
        """
    )
)
# A programme with a proper name ("Chương trình Mỗi xã một sản phẩm") that something carries out.
_PROPER = re.compile(r"Chương\s+trình\s+[A-ZĐÀ-Ỹ]\w+\s+\w+\s+\w+")
_CARRIED_OUT = re.compile(r"(?:thực\s+hiện|triển\s+khai)\s+$")
_CALLED_PROGRAMME = re.compile(r"(?i)chương\s+trình|kế\s+hoạch")
_WEAK = re.compile(
    r"Kế\s+hoạch\s+(?!của|này|số|trên|nêu|thực hiện|triển khai)(?:về\s+)?[^\W\d_]+|Chương\s+trình\s+[^\W\d_]+"
)


def read_programme(text: str, start: int, position: int) -> int | None:
    """End of a programme's name whose noun stands from ``start`` to ``position``."""
    limit = position + REACH
    strong = _STRONG.match(text, start, limit)
    if not strong and _CARRIED_OUT.search(text[max(0, start - 12) : start]):
        strong = _PROPER.match(text, start, limit)
    if quoted := _QUOTED.match(text, position, limit):
        return quoted.end() if strong or _is_of_the_state(text, start, quoted[0]) else None
    if not strong and not _WEAK.match(text, start, limit):
        return None
    stop = _NAME_STOP.search(text, position, limit)
    end = stop.start() if stop else min(limit, len(text))
    reach = min(len(text), end + 60)
    if (time := _TIME.search(text, position, reach)) and time.start() <= end:
        return time.end() if strong or _WHOSE.search(text, position, time.end()) else None
    if not strong:
        year = _ONE_YEAR.search(text, position, reach)
        named = year and year.start() <= end and _WHOSE.search(text, position, year.start())
        return year.end() if named else None
    if year := _ONE_YEAR.search(text, position, end):
        end = year.start()
    return position + len(text[position:end].rstrip(" ,\n")) if end - position >= 4 else None


def _is_of_the_state(text: str, start: int, quoted: str) -> bool:
    """A broadcast or a campaign has its name in quotation marks too; a programme of the state says its time."""
    timed = _TIME.search(quoted) or _ONE_YEAR.search(quoted)
    return bool(timed or not _CALLED_PROGRAMME.match(text, start))


_STANDARD = r"(?:TCVN|QCVN|TCCS|TCXDVN|ISO)(?:[\s/](?:ISO|IEC|ISO/IEC|TS))*(?:[\s/]IEC)?"
STANDARD = re.compile(
    rf"(?P<series>{_STANDARD})\s{{0,3}}[-:]?\s{{0,3}}"
    r"(?P<number>\d{1,6}(?:-\d{1,3})?(?:\s?[:\-]\s?(?:19|20)\d\d)?(?:/[A-ZĐ]{2,8})?)"
)
NEXT_STANDARD = re.compile(r"\s{0,3}(?:;|,|và)\s{1,24}(?P<number>\d{3,6}(?:-\d{1,3})?\s?:\s?(?:19|20)\d\d)(?![\d/])")

