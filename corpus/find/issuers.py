"""Issuers as they are printed after *của*, or straight after a number or date."""

from __future__ import annotations

import re

from corpus.find.letters import GAP, any_of, loose

# What a ministry, department or division is in charge of: the names in use at central and local level.
_FIELDS = (
    "Nội vụ", "Tư pháp", "Tài chính", "Kế hoạch và Đầu tư", "Công Thương", "Công an", "Quốc phòng", "Ngoại giao", "Ngoại vụ",
    "Giáo dục và Đào tạo", "Y tế", "Xây dựng", "Giao thông vận tải", "Thông tin và Truyền thông", "Khoa học và Công nghệ",
    "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hóa và Thông tin", "Du lịch", "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Lao động - Thương binh và Xã hội",
    "Dân tộc và Tôn giáo", "Văn hóa - Xã hội", "Quy hoạch - Kiến trúc", "Tài chính - Kế hoạch", "Kinh tế và Hạ tầng",
)  # fmt: skip
NATIONAL = (
    "Ủy ban Thường vụ Quốc hội", "Quốc hội", "Thủ tướng Chính phủ", "Chính phủ", "Thủ tướng", "Chủ tịch nước", "Ban Bí thư Trung ương Đảng",
    "Ban Bí thư Trung ương", "Ban Bí thư", "Thanh tra Chính phủ", "Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước",
    "Kiểm toán Nhà nước", "Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao", "Ủy ban Dân tộc",
    "Bảo hiểm xã hội Việt Nam", "Văn phòng Chính phủ", "Văn phòng Quốc hội", "Văn phòng Trung ương Đảng",
    "Ban Tổ chức Trung ương", "Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", "Ban Nội chính Trung ương",
    "Ủy ban Kiểm tra Trung ương", "Tổng Liên đoàn Lao động Việt Nam", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "Quân ủy Trung ương", "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
)  # fmt: skip
# Words with which the title of a directive, or the sentence, goes on after the issuer.
TITLE_VERBS = (
    "về", "ban hành", "quy định", "hướng dẫn", "sửa đổi", "bổ sung", "phê duyệt", "thực hiện", "triển khai", "thông qua", "công bố",
    "đẩy mạnh", "tăng cường", "tổ chức", "thành lập", "kiện toàn", "giao", "điều chỉnh", "bãi bỏ", "thay thế", "phát động",
    "chấn chỉnh", "nâng cao", "kiểm tra", "tuyên truyền", "đính chính", "hợp nhất", "chỉ đạo", "thí điểm", "tiếp tục", "xử lý",
    "quy định chi tiết", "hướng dẫn thi hành", "một số", "phát triển", "đổi mới", "xây dựng", "cải cách", "lãnh đạo", "phân công",
    "phân cấp", "ủy quyền", "sơ kết", "tổng kết", "đầu tư", "phối hợp", "bảo đảm", "khen thưởng", "cho phép",
)  # fmt: skip
# Only the longer ones are met with damaged letters: "về" without its marks is a part of names (Vệ, Vê).
_VERBS = "|".join(loose(verb) if len(verb) > 6 else verb for verb in TITLE_VERBS) + "|v[eé&]"
TITLE = re.compile(rf"\s{{0,4}}[,:]?\s{{0,4}}(?:\(\s?|[“\"]\s?)?(?!(?i:ban\s+hành\s+kèm))(?:[Vv]/[Vv]|(?i:{_VERBS}))(?!\w)")

_CAPITAL_VERBS = "Ban hành|Về|Quy định|Phê duyệt|Sửa đổi|Hướng dẫn"
_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_PLAIN_VERBS = "|".join(TITLE_VERBS)
_NAME = rf"(?!(?i:{_PLAIN_VERBS})(?!\w))(?!Ngày\b)[{_UPPER}]\w*(?:\s{{1,24}}(?!(?i:{_PLAIN_VERBS})(?!\w))[{_UPPER}]\w*|\s[-–]\s[{_UPPER}]\w*){{0,4}}"
_UNIT = any_of(("thành phố", "tỉnh", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu", "khu vực"))
PLACE = rf"(?:(?i:{_UNIT}|tp\.?)(?!\w)(?:\s{{1,24}}(?:{_NAME}|\d{{1,2}}(?![\d/])))?|(?i:{loose('cấp')})\s\w+(?:,\s{loose('cấp')}\s\w+)?)"
_OF = r"(?:\s{1,24}(?i:c[ủuú]a|của))?\s{1,24}"
_COMMITTEE = rf"(?i:{loose('Ủy ban nhân dân')}|ubnd)"
_COUNCIL = rf"(?i:{loose('Hội đồng nhân dân')}|hđnd)"
_PARTY_UNIT = f"(?:{any_of(('Thành', 'Tỉnh', 'Quận', 'Huyện', 'Thị', 'Đảng'))})"
_PARTY_WITHIN = rf"(?:\s{{1,24}}(?:{_COMMITTEE}|{_COUNCIL}|Chính phủ|Quốc hội|(?:các cơ quan|Khối)(?:\s[\w]+){{1,4}}?(?=\s{{1,24}}{_UNIT})))?"
_PARTY_PLACE = rf"{_PARTY_WITHIN}(?:\s{{1,24}}(?:{PLACE}|{_NAME}))?"
_TERM = rf"(?:\s?[,(]?\s{{0,4}}(?i:{loose('khóa')})\s{{1,24}}[IVXLC\d]+\)?)?"
_CENTRAL = rf"(?:{loose('Ban Chấp hành')}|BCH)\s{{1,24}}(?:{loose('Trung ương')}|TW)(?:\s{{1,24}}{loose('Đảng')}(?:\s{{1,24}}{loose('Cộng sản Việt Nam')})?)?"
_PLENUM = rf"(?:{loose('Hội nghị')}\s{{1,24}}(?:{loose('lần thứ')}|{loose('Trung ương')})\s{{1,24}}[\w]+(?:\s{{1,24}}(?:[,]\s?)?(?i:{loose('của')}))?,?\s{{1,24}})"
_FIELD = any_of(_FIELDS).replace(f"{GAP}\\-{GAP}", r"\s{0,3}[-–]\s{0,3}")
_FORMS = (
    rf"{_PLENUM}?{_CENTRAL}{_TERM}",
    rf"(?i:{loose('Bộ Chính trị')})(?:\s{{0,3}}(?:,|{loose('và')})\s{{1,24}}{loose('Ban Bí thư')})?{_TERM}",
    rf"(?i:{any_of(NATIONAL)}){_TERM}",
    rf"(?:(?i:{loose('Chủ tịch')}){_OF})?(?:{_COUNCIL}\s{{1,24}}{loose('và')}\s{{1,24}})?{_COMMITTEE}(?:\s{{1,24}}{PLACE})?",
    rf"(?:(?i:{loose('Thường trực')}){_OF})?{_COUNCIL}(?:\s{{1,24}}{PLACE})?",
    rf"(?:(?i:{loose('Ban Thường vụ')}|BTV|{loose('Ban Chấp hành')}|{loose('Thường trực')})\s{{1,24}})?{_PARTY_UNIT}\s?(?i:[ủuúùũụ][yỷỳýỹỵ]){_PARTY_PLACE}",
    rf"(?:(?i:{loose('Ban Chấp hành')}|{loose('Ban Thường vụ')})\s{{1,24}})?{loose('Đảng bộ')}{_PARTY_PLACE}{_TERM}",
    rf"(?i:{loose('Bộ trưởng')}),\s{{1,24}}{loose('Chủ nhiệm')}\s{{1,24}}{loose('Văn phòng Chính phủ')}",
    rf"(?:(?i:{loose('Bộ trưởng')})\s{{1,24}})?(?:{loose('Liên')}\s)?{loose('Bộ')}\s{{1,24}}(?:{_FIELD})",
    rf"(?:(?i:{loose('Giám đốc')})\s{{1,24}})?(?:{loose('Sở')}|{loose('sở')}|{loose('Phòng')})\s{{1,24}}(?:{_FIELD})(?:\s{{1,24}}{PLACE})?",
    rf"(?i:{loose('Văn phòng')})\s{{1,24}}(?:{_COUNCIL}\s{loose('và')}\s)?{_COMMITTEE}(?:\s{{1,24}}{PLACE})?",
)  # fmt: skip
_OF_WORD = r"(?:c[ủuúùũụ]a|c[ltioh]{1,3}a|c[uiúl]\.a|coa|ctta)"
_KNOWN = "|".join(_FORMS)
ISSUER = re.compile(rf"(?:\s{{0,4}}(?i:{_OF_WORD})\s{{1,24}}|\s{{1,24}}(?=[{_UPPER}]))(?:cả\s)?(?P<issuer>{_KNOWN})(?!\w|(?:\s+Trung\s+ương)?\s+(?:Đoàn|Hội)\b)")
# Any other body after "của": to the next mark of punctuation, or the word that begins the title.
_STOPS = rf"(?:{_VERBS}|{_CAPITAL_VERBS}|(?i:Ngày|Số|Năm)|ngày|và|đã|được|có|trong|tại|để|nhằm|với|theo|số|năm|quyết định|nghị quyết|nêu|yêu cầu|cho|là|khi|thì|từ|đến|trên|như|sau|cùng|mà|vì|do|gửi|đề ra)(?!\w)"
OTHER_ISSUER = re.compile(
    rf"\s{{0,4}}{_OF_WORD}\s{{1,24}}(?P<issuer>[{_UPPER}][\w&/-]*(?:\s{{1,24}}(?!{_STOPS})(?:[-–]\s)?[\w&/-]+(?:\svà\s[A-ZĐ]{{2,}}(?!\w))?(?:,\s(?=[{_UPPER}]\w+\s(?:và|-)\s))?){{0,17}})"
)
_MORE = re.compile(rf"\s?(?:,|(?i:{loose('và')}))\s{{1,24}}(?P<issuer>{_KNOWN})(?!\w|(?:\s+Trung\s+ương)?\s+(?:Đoàn|Hội)\b)")
_EXPANDED = (
    (re.compile(loose("Ủy ban nhân dân"), re.IGNORECASE), "Ủy ban nhân dân"),
    (re.compile(loose("Hội đồng nhân dân"), re.IGNORECASE), "Hội đồng nhân dân"), (re.compile(loose("Chủ tịch")), "Chủ tịch"),
    (re.compile(r"\bUBND\b"), "Ủy ban nhân dân"), (re.compile(r"\bHĐND\b"), "Hội đồng nhân dân"), (re.compile(r"\bUỷ\b"), "Ủy"),
    (re.compile(r"\buỷ\b"), "ủy"), (re.compile(r"\bBCH\b"), "Ban Chấp hành"), (re.compile(r"\bTW\b"), "Trung ương"),
    (re.compile(r"\bBTV\b"), "Ban Thường vụ"), (re.compile(r"\b[Tt][Pp]\.?(?=\s)"), "thành phố"),
    (re.compile(r"^Thủ tướng$"), "Thủ tướng Chính phủ"), (re.compile(r"^(Chủ tịch|Thường trực) của "), r"\1 "),
)  # fmt: skip
_CANONICAL = {name.lower(): name for name in (*NATIONAL, "Bộ Chính trị")}


def plain_issuer(printed: str) -> str:
    """``printed`` on one line, its usual abbreviations written out and national bodies spelt one way.

    >>> plain_issuer("UBND  TP. Hải Phòng")
    'Ủy ban nhân dân thành phố Hải Phòng'
    """
    name = " ".join(printed.split())
    for pattern, full in _EXPANDED:
        name = pattern.sub(full, name)
    return _CANONICAL.get(name.lower(), name)


def find_issuer(text: str, start: int, end: int, joint: bool = False) -> tuple[str, int] | None:
    """The issuer that stands at ``start``, with where it ends; nothing beyond ``end`` is looked at.

    ``joint``: the act may have several issuers, all of them are taken.
    """
    found = ISSUER.match(text, start, end) or OTHER_ISSUER.match(text, start, end)
    if not found:
        return None
    first, stop = found.start("issuer"), found.end()
    for _ in range(4 if joint else 0):
        if not (more := _MORE.match(text, stop, end)):
            break
        stop = more.end()
    return text[first:stop], stop
