"""Issuers as they are printed after *của*, or straight after a number or date."""

from __future__ import annotations

import re

from corpus.language.patterns import GAP, any_of, grammar, loose

# What a ministry, department or division is in charge of: the names in use at central and local level.
_FIELDS = (
    "Nội vụ",
    "Tư pháp",
    "Tài chính",
    "Kế hoạch và Đầu tư",
    "Công Thương",
    "Công an",
    "Quốc phòng",
    "Ngoại giao",
    "Ngoại vụ",
    "Giáo dục và Đào tạo",
    "Y tế",
    "Xây dựng",
    "Giao thông vận tải",
    "Thông tin và Truyền thông",
    "Khoa học và Công nghệ",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thể thao",
    "Văn hóa và Thông tin",
    "Du lịch",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường",
    "Lao động - Thương binh và Xã hội",
    "Dân tộc và Tôn giáo",
    "Văn hóa - Xã hội",
    "Quy hoạch - Kiến trúc",
    "Tài chính - Kế hoạch",
    "Kinh tế và Hạ tầng",
)
NATIONAL = (
    "Ủy ban Thường vụ Quốc hội",
    "Quốc hội",
    "Thủ tướng Chính phủ",
    "Chính phủ",
    "Thủ tướng",
    "Chủ tịch nước",
    "Ban Bí thư Trung ương Đảng",
    "Ban Bí thư Trung ương",
    "Ban Bí thư",
    "Thanh tra Chính phủ",
    "Ngân hàng Nhà nước Việt Nam",
    "Ngân hàng Nhà nước",
    "Kiểm toán Nhà nước",
    "Tòa án nhân dân tối cao",
    "Viện kiểm sát nhân dân tối cao",
    "Ủy ban Dân tộc",
    "Bảo hiểm xã hội Việt Nam",
    "Văn phòng Chính phủ",
    "Văn phòng Quốc hội",
    "Văn phòng Trung ương Đảng",
    "Ban Tổ chức Trung ương",
    "Ban Tuyên giáo Trung ương",
    "Ban Tuyên giáo và Dân vận Trung ương",
    "Ban Nội chính Trung ương",
    "Ủy ban Kiểm tra Trung ương",
    "Tổng Liên đoàn Lao động Việt Nam",
    "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "Quân ủy Trung ương",
    "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
)
# Words with which the title of a directive, or the sentence, goes on after the issuer.
TITLE_VERBS = (
    "về",
    "ban hành",
    "quy định",
    "hướng dẫn",
    "sửa đổi",
    "bổ sung",
    "phê duyệt",
    "thực hiện",
    "triển khai",
    "thông qua",
    "công bố",
    "đẩy mạnh",
    "tăng cường",
    "tổ chức",
    "thành lập",
    "kiện toàn",
    "giao",
    "điều chỉnh",
    "bãi bỏ",
    "thay thế",
    "phát động",
    "chấn chỉnh",
    "nâng cao",
    "kiểm tra",
    "tuyên truyền",
    "đính chính",
    "hợp nhất",
    "chỉ đạo",
    "thí điểm",
    "tiếp tục",
    "xử lý",
    "quy định chi tiết",
    "hướng dẫn thi hành",
    "một số",
    "phát triển",
    "đổi mới",
    "xây dựng",
    "cải cách",
    "lãnh đạo",
    "phân công",
    "phân cấp",
    "ủy quyền",
    "sơ kết",
    "tổng kết",
    "đầu tư",
    "phối hợp",
    "bảo đảm",
    "khen thưởng",
    "cho phép",
)
# Only the longer ones are met with damaged letters: "về" without its marks is a part of names (Vệ, Vê).
_VERBS = "|".join(loose(verb) if len(verb) > 6 else verb for verb in TITLE_VERBS) + "|v[eé&]"
TITLE = re.compile(
    grammar(
        r"\s{0,4} [,:]? \s{0,4} (?:\(\s? | [“\"]\s?)? (?!«ban hành kèm») (?:[Vv]/[Vv] | (?i:<verbs>)) (?!\w)",
        verbs=_VERBS,
    )
)

_CAPITAL_VERBS = "Ban hành|Về|Quy định|Phê duyệt|Sửa đổi|Hướng dẫn"
_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_VERB_AHEAD = rf"(?!(?i:{'|'.join(TITLE_VERBS)})(?!\w))"
# A proper name: words with capitals, but not the verb that begins the title.
_NAME = grammar(
    rf"<no_verb> (?!Ngày\b) [{_UPPER}]\w* (?: · <no_verb> [{_UPPER}]\w* | \s[-–]\s [{_UPPER}]\w* ){{0,4}}",
    no_verb=_VERB_AHEAD,
)
_UNIT = any_of(("thành phố", "tỉnh", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu", "khu vực"))
PLACE = grammar(
    r"(?i:<unit>|tp\.?)(?!\w) (?: · (?: <name> | \d{1,2}(?![\d/]) ) )? | «cấp» \s\w+ (?: ,\s «cấp» \s\w+ )?",
    unit=_UNIT,
    name=_NAME,
)
_PARTS = {
    "place": PLACE,
    "committee": grammar("«Ủy ban nhân dân|UBND»"),
    "council": grammar("«Hội đồng nhân dân|HĐND»"),
    "of": grammar("(?: · «của»)? ·"),
    "party_unit": any_of(("Thành", "Tỉnh", "Quận", "Huyện", "Thị", "Đảng")),
    "uy": "(?i:[ủuúùũụ][yỷỳýỹỵ])",
    "unit": _UNIT,
    "name": _NAME,
    "national": f"(?i:{any_of(NATIONAL)})",
    "field": any_of(_FIELDS).replace(f"{GAP}\\-{GAP}", r"\s{0,3}[-–]\s{0,3}"),
    "term": grammar(r"(?: \s?[,(]?\s{0,4} «khóa» · [IVXLC\d]+ \)? )?"),
}
_PARTS["of_place"] = grammar("(?: · <place>)?", **_PARTS)
# "Đảng ủy Ủy ban nhân dân thành phố", "Đảng ủy các cơ quan Đảng tỉnh".
_PARTS["party_place"] = grammar(
    r"""
    (?: · (?: <committee> | <council> | Chính\sphủ | Quốc\shội | (?:các\scơ\squan|Khối) (?:\s\w+){1,4}? (?= · <unit>) ) )?
    (?: · (?: <place> | <name> ) )?
    """,
    **_PARTS,
)
_FORMS = (
    # Hội nghị lần thứ 6 Ban Chấp hành Trung ương Đảng khóa XII
    r"(?: «Hội nghị» · «lần thứ|Trung ương» · \w+ (?: · (?:,\s?)? «của» )? ,? · )?"
    r" «Ban Chấp hành|BCH» · «Trung ương|TW» (?: · «Đảng» (?: · «Cộng sản Việt Nam»)? )? <term>",
    r"«Bộ Chính trị» (?: \s{0,3}(?:,|«và») · «Ban Bí thư» )? <term>",
    r"<national> <term>",
    r"(?: «Chủ tịch» <of>)? (?: <council> · «và» · )? <committee> <of_place>",
    r"(?: «Thường trực» <of>)? <council> <of_place>",
    r"(?: «Ban Thường vụ|BTV|Ban Chấp hành|Thường trực» · )? <party_unit> \s? <uy> <party_place>",
    r"(?: «Ban Chấp hành|Ban Thường vụ» · )? «Đảng bộ» <party_place> <term>",
    r"«Bộ trưởng» , · «Chủ nhiệm» · «Văn phòng Chính phủ»",
    r"(?: «Bộ trưởng» · )? (?: «Liên» \s)? «Bộ» · <field>",
    r"(?: «Giám đốc» · )? «Sở|Phòng» · <field> <of_place>",
    r"«Văn phòng» · (?: <council> \s «và» \s )? <committee> <of_place>",
)
_PARTS["known"] = "|".join(grammar(form, **_PARTS) for form in _FORMS)
# "Ban Chấp hành Trung ương Đoàn" is another body than the one that ends before "Đoàn".
_PARTS["no_more"] = r"(?!\w|(?:\s+Trung\s+ương)?\s+(?:Đoàn|Hội)\b)"
_OF_WORD = r"(?:c[ủuúùũụ]a|c[ltioh]{1,3}a|c[uiúl]\.a|coa|ctta)"
ISSUER = re.compile(
    grammar(
        rf"(?: \s{{0,4}} (?i:{_OF_WORD}) · | · (?=[{_UPPER}]) ) (?:cả\s)? (?P<issuer> <known> ) <no_more>",
        **_PARTS,
    )
)
_MORE = re.compile(grammar(r"\s? (?:,|«và») · (?P<issuer> <known> ) <no_more>", **_PARTS))
# Any other body after "của": to the next mark of punctuation, or the word that begins the title.
_STOP_WORDS = (
    "Ngày",
    "ngày",
    "Số",
    "số",
    "Năm",
    "năm",
    "và",
    "đã",
    "được",
    "có",
    "trong",
    "tại",
    "để",
    "nhằm",
    "với",
    "theo",
    "quyết định",
    "nghị quyết",
    "nêu",
    "yêu cầu",
    "cho",
    "là",
    "khi",
    "thì",
    "từ",
    "đến",
    "trên",
    "như",
    "sau",
    "cùng",
    "mà",
    "vì",
    "do",
    "gửi",
    "đề ra",
)
OTHER_ISSUER = re.compile(
    grammar(
        rf"""
        \s{{0,4}} {_OF_WORD} · (?P<issuer> [{_UPPER}][\w&/-]*
            (?: · (?!<stop>(?!\w)) (?:[-–]\s)? [\w&/-]+
                (?: \svà\s[A-ZĐ]{{2,}}(?!\w) )?
                (?: ,\s(?=[{_UPPER}]\w+\s(?:và|-)\s) )?
            ){{0,17}} )
        """,
        stop="|".join((_VERBS, _CAPITAL_VERBS, *_STOP_WORDS)),
    )
)
_EXPANDED = (
    (re.compile(loose("Ủy ban nhân dân"), re.IGNORECASE), "Ủy ban nhân dân"),
    (re.compile(loose("Hội đồng nhân dân"), re.IGNORECASE), "Hội đồng nhân dân"),
    (re.compile(loose("Chủ tịch")), "Chủ tịch"),
    (re.compile(r"\bUBND\b"), "Ủy ban nhân dân"),
    (re.compile(r"\bHĐND\b"), "Hội đồng nhân dân"),
    (re.compile(r"\bUỷ\b"), "Ủy"),
    (re.compile(r"\buỷ\b"), "ủy"),
    (re.compile(r"\bBCH\b"), "Ban Chấp hành"),
    (re.compile(r"\bTW\b"), "Trung ương"),
    (re.compile(r"\bBTV\b"), "Ban Thường vụ"),
    (re.compile(r"\b[Tt][Pp]\.?(?=\s)"), "thành phố"),
    (re.compile(r"^Thủ tướng$"), "Thủ tướng Chính phủ"),
    (re.compile(r"^(Chủ tịch|Thường trực) của "), r"\1 "),
)
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
