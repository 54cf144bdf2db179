"""Directives named without number: laws, resolutions of congresses and plenums, programmes, standards.

Each reader looks at a bounded stretch after the noun, so that the work of a text grows with its length.
"""

from __future__ import annotations

import re

from corpus.find.dates import YEAR
from corpus.find.issuers import PLACE, find_issuer
from corpus.find.law_names import LAW_NAMES
from corpus.find.letters import any_of, loose

REACH = 320  # characters that a name may take

_LAW_LIST = re.compile(rf"\s{{1,24}}(?P<name>(?i:{any_of(LAW_NAMES)}))(?!\w)")
# A law that the list lacks: capital first, then words up to a mark or a word that never stands in a law's name.
_END = (
    "ngày|năm|số|quy định|có|được|đã|trong|theo|để|từ|khi|nhằm|gắn|đến|hiện hành|này|là|thì|phải|hoặc|với|trên|không|như|do|và các|"
    r"nam(?=\s\d)|ngay(?=\s\d)|và Luật|và Bộ luật|và Nghị|và Pháp|và Quyết|và Thông|và Chỉ|sau khi|có hiệu lực|cho|của Quốc hội|nêu trên|mới"
)
_LAW_FREE = re.compile(
    rf"\s{{1,24}}(?P<name>[A-ZĐÀ-Ỹ][^\W\d_]+(?:,?\s{{1,24}}(?!(?i:{_END})(?!\w))[^\W\d_]+){{0,13}})"
)
AMENDING = re.compile(
    rf"\s{{1,24}}(?i:{loose('sửa đổi')})(?:\s?,\s?(?i:{loose('bổ sung')}))?\s{{1,24}}(?i:{loose('một số điều')}(?:\s{{1,24}}{loose('của')})?)\s{{1,24}}(?:các\s)?(?=(?:B[ộo]\s)?[Ll]u[ậaâ]t)"
)


_BARE_YEAR = re.compile(r"\s(?:19|20)\d\d(?![\d/.-])")
_STATE = re.compile(rf"\s{{1,24}}(?:{loose('nước')}\s{{1,24}})?(?i:{loose('Cộng hòa xã hội chủ nghĩa Việt Nam')})")


def read_law(text: str, position: int) -> int | None:
    """End of the name of a law whose noun ends at ``position``; None where no name follows."""
    limit = position + REACH
    listed, free = _LAW_LIST.match(text, position, limit), _LAW_FREE.match(text, position, limit)
    if listed and free and free["name"].lower().startswith(listed["name"].lower() + " "):
        # "Luật Giáo dục mầm non" is not "Luật Giáo dục": the longer name wins when it goes on without a mark.
        return max(listed.end(), free.end()) if _goes_on(free["name"][len(listed["name"]) :]) else listed.end()
    return (listed or free).end() if listed or free else None


def _goes_on(rest: str) -> bool:
    return bool(re.match(r"\s[a-zà-ỹ]{2,}(?:\s[a-zà-ỹ]+)?$", rest)) and not re.match(r"\s(?:sửa đổi|tại|về|và|của|cùng|mà|nên|vào)\b", rest)


_CONGRESS_ORDER = rf"(?:,?\s{{1,24}}(?i:{loose('lần thứ')}|{loose('khóa')})\s{{1,24}}(?:[IVXLC]+|\d+)(?!\w)|\s[IVXLC]+(?!\w))"
_PARTY = rf"(?:\s{{1,24}}(?:{loose('của')}\s)?{loose('Đảng')}(?!\s{loose('bộ')})(?:\s{loose('Cộng sản Việt Nam')}|\s(?i:{loose('toàn quốc')}))?)"
_CONGRESS = re.compile(
    rf"\s{{1,24}}(?:(?i:{loose('của')})\s)?(?i:{loose('Đại hội')})(?:\s(?i:{loose('đại biểu')}))?(?:\s(?i:{loose('toàn quốc')}))?{_PARTY}?{_CONGRESS_ORDER}?{_PARTY}?"
    rf"(?:\s{{1,24}}(?:(?i:{loose('của')})\s)?(?i:{loose('Đảng bộ')})(?:\s{{1,24}}(?:{PLACE}|(?i:các cấp)|[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*){{0,3}}))?)?"
    rf"{_CONGRESS_ORDER}?{_PARTY}?(?:\s?,?\s?\(?(?i:{loose('nhiệm kỳ')})\s{{1,24}}\d{{4}}\s?[-–]\s?\d{{4}}\)?)?"
)
_PLENUM = re.compile(
    rf"\s{{1,24}}(?:{loose('của')}\s)?(?:(?i:{loose('Hội nghị')})\s{{1,24}}(?:(?i:{loose('lần thứ')})\s)?|(?={loose('Trung ương')}))(?:{loose('Trung ương')}\s)?(?P<order>\d{{1,2}}|[IVX]{{1,5}}|(?i:năm|sáu|bảy|tám|tư|ba|hai|chín|mười|nhất))(?!\w)(?:\s?\([^)]{{1,30}}\))?,?"
    rf"(?:\s{{1,24}}(?:{loose('của')}\s)?(?:{loose('Ban Chấp hành')}|BCH)\s{{1,24}}(?:{loose('Trung ương')}|TW)(?:\s{loose('Đảng')})?)?(?:,?\s?\(?\s?(?i:{loose('khóa')})\s[IVX]+\)?)?"
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


_PERIOD = r"(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ)\s+(?:\d{4}|[IVX]+)(?:\s?[-–]\s?\d{4})?"
_OUTLOOK = r"(?:,?\s+(?:và\s+)?(?:tầm\s+nhìn|định\s+hướng)\s+(?:đến\s+)?(?:năm\s+)?\d{4})?"
_TIME = re.compile(rf"(?i),?\s+(?:{_PERIOD}|đến\s+năm\s+\d{{4}}|năm\s+\d{{4}}\s?[-–]\s?\d{{4}}){_OUTLOOK}")
_ONE_YEAR = re.compile(rf"(?i),?\s+năm\s+\d{{4}}(?!\s?[-–/]\s?\d){_OUTLOOK}")
# A plan without number is one that can be looked up only if its name says whose it is.
_WHOSE = re.compile(rf"(?:(?!xã\s+hội){PLACE}|\w\s+(?:thành\s+)?[A-ZĐÀ-Ỹ]\w+\s+[A-ZĐÀ-Ỹ]\w+)")
_QUOTED = re.compile(r"\s{1,24}(?:“[^“”]{3,300}”|\"[^\"]{3,300}\")")
_NAME_STOP = re.compile(
    r"(?i)[;:()“”\"…]|\.(?!\w)|\n\s*\n|\s(?:theo|được|gắn\s+với|đã|do|nhằm|để|trong\s+đó|ban\s+hành|tại\s+(?:Quyết|Nghị|Kế|Điều|Công|Chỉ)|ngày|trên\s+địa\s+bàn|của\s+(?:thành\s+phố|tỉnh|quận|huyện|phường|xã|Chính|Thủ|Ủy|UBND|đơn|cơ)|"
    r"và\s+(?:các|Nghị|Quyết|Chỉ|Kế|Chương|Đề|đẩy|triển|tổ)|có|là|với|trong|đến\s+các|hàng|cụ\s+thể|thì|vào|bảo\s+đảm|đạt|đối\s+với)(?!\w)|,\s+(?:Ủy|UBND|Nghị|Quyết|Kế|Chương|Đề|Chỉ|Chiến|các|cụ|trong|góp|tạo|đồng|từng|bảo|đảm)\w*"
)
_STRONG = re.compile(
    r"(?i:chương\s+trình)\s+(?:(?i:tổng\s+thể|mục\s+tiêu\s+quốc\s+gia|MTQG|hành\s+động\s+quốc\s+gia|quốc\s+gia|khung)|[^,;.]{3,40}?quốc\s+gia)"
    r"|(?i:chiến\s+lược)\s+(?:(?i:quốc\s+gia|phát\s+triển|tổng\s+thể)|[^,;.]{3,50}?quốc\s+gia)"
    r"|(?i:đề\s+án)\s+(?:[“\"A-ZĐÀ-Ỹ]|(?:phát|xây|đổi|nâng|chuyển|tăng|đẩy|sắp|hoàn|bảo|tổng|cải)\w*\s\w+\s\w+)"
    r"|(?i:kế\s+hoạch\s+(?:tổng\s+thể|hành\s+động)\s+quốc\s+gia)|(?i:quy\s+hoạch)\s+(?:tổng\s+thể|tỉnh|thành\s+phố|chung|điện|vùng)"
)
# A programme with a proper name ("Chương trình Mỗi xã một sản phẩm") that something carries out.
_PROPER = re.compile(r"Chương\s+trình\s+[A-ZĐÀ-Ỹ]\w+\s+\w+\s+\w+")
_CARRIED_OUT = re.compile(r"(?:thực\s+hiện|triển\s+khai)\s+$")
_CALLED_PROGRAMME = re.compile(r"(?i)chương\s+trình|kế\s+hoạch")
_WEAK = re.compile(r"Kế\s+hoạch\s+(?!của|này|số|trên|nêu|thực hiện|triển khai)(?:về\s+)?[^\W\d_]+|Chương\s+trình\s+[^\W\d_]+")


def read_programme(text: str, start: int, position: int) -> int | None:
    """End of a programme's name whose noun stands from ``start`` to ``position``."""
    limit = position + REACH
    strong = _STRONG.match(text, start, limit)
    if not strong and _CARRIED_OUT.search(text[max(0, start - 12) : start]):
        strong = _PROPER.match(text, start, limit)
    if quoted := _QUOTED.match(text, position, limit):
        # A broadcast or a campaign has its name in quotation marks too; a programme of the state says its time.
        named = strong or not _CALLED_PROGRAMME.match(text, start) or _TIME.search(quoted[0]) or _ONE_YEAR.search(quoted[0])
        return quoted.end() if named else None
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
    return len(text[:end].rstrip(" ,\n")) if end - position >= 4 else None


_STANDARD = r"(?:TCVN|QCVN|TCCS|TCXDVN|ISO)(?:[\s/](?:ISO|IEC|ISO/IEC|TS))*(?:[\s/]IEC)?"
STANDARD = re.compile(
    rf"(?P<series>{_STANDARD})\s{{0,3}}[-:]?\s{{0,3}}(?P<number>\d{{1,6}}(?:-\d{{1,3}})?(?:\s?[:\-]\s?(?:19|20)\d\d)?(?:/[A-ZĐ]{{2,8}})?)"
)
NEXT_STANDARD = re.compile(r"\s{0,3}(?:;|,|và)\s{1,24}(?P<number>\d{3,6}(?:-\d{1,3})?\s?:\s?(?:19|20)\d\d)(?![\d/])")


def law_tail(text: str, position: int) -> int:
    """End of a law's name with the year that belongs to it: *năm 2013*, or 2013 alone."""
    if year := YEAR.match(text, position) or _BARE_YEAR.match(text, position):
        return year.end()
    return position


def constitution_tail(text: str, position: int) -> int:
    """End of *Hiến pháp*, with the name of the state and the year."""
    if state := _STATE.match(text, position, position + 80):
        position = state.end()
    return law_tail(text, position)
