"""Kinds of documents and directives with their abbreviations, as the decree and the Party's guide list them."""

from __future__ import annotations

# Kinds of administrative document and their abbreviations: Nghị định 30/2020/NĐ-CP, Appendix III.
ADMINISTRATIVE_KINDS = {
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "CT": "chỉ thị",
    "QC": "quy chế",
    "QyĐ": "quy định",
    "TC": "thông cáo",
    "TB": "thông báo",
    "HD": "hướng dẫn",
    "CTr": "chương trình",
    "KH": "kế hoạch",
    "PA": "phương án",
    "ĐA": "đề án",
    "DA": "dự án",
    "BC": "báo cáo",
    "BB": "biên bản",
    "TTr": "tờ trình",
    "HĐ": "hợp đồng",
    "CĐ": "công điện",
    "BGN": "bản ghi nhớ",
    "BTT": "bản thoả thuận",
    "GUQ": "giấy uỷ quyền",
    "GM": "giấy mời",
    "GGT": "giấy giới thiệu",
    "GNP": "giấy nghỉ phép",
    "PG": "phiếu gửi",
    "PC": "phiếu chuyển",
    "PB": "phiếu báo",
}

# Kinds that only legal normative documents or Party documents have
# (Luật Ban hành văn bản quy phạm pháp luật; Hướng dẫn 36-HD/VPTW).
OTHER_KINDS = {
    "L": "luật",
    "BL": "bộ luật",
    "PL": "pháp lệnh",
    "NĐ": "nghị định",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "NQLT": "nghị quyết liên tịch",
    "VBHN": "văn bản hợp nhất",
    "KL": "kết luận",
    "CV": "công văn",
}

KIND_OF_ABBREVIATION = {**ADMINISTRATIVE_KINDS, **OTHER_KINDS}
# Treaties are named, and have no abbreviation (Luật Điều ước quốc tế 108/2016/QH13, Article 2).
TREATIES = ("công ước", "hiệp định", "hiệp ước", "nghị định thư")
KINDS = tuple(
    sorted({*KIND_OF_ABBREVIATION.values(), *TREATIES, "hiến pháp", "tiêu chuẩn", "thông tri", "lệnh", "văn kiện"})
)
