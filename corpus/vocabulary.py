"""Closed vocabularies: each has its one home here, with the words the public reads.

Schemas, checks, reference tables and pages take their values and labels from these tables.
"""

from __future__ import annotations

from enum import StrEnum


class Labelled(StrEnum):
    """A value of the data together with its Vietnamese label for readers."""

    label: str

    def __new__(cls, value: str, label: str):
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


# Kinds of administrative document and their abbreviations: Nghị định 30/2020/NĐ-CP, Appendix III.
ADMINISTRATIVE_KINDS = {
    "NQ": "nghị quyết", "QĐ": "quyết định", "CT": "chỉ thị", "QC": "quy chế", "QyĐ": "quy định",
    "TC": "thông cáo", "TB": "thông báo", "HD": "hướng dẫn", "CTr": "chương trình", "KH": "kế hoạch",
    "PA": "phương án", "ĐA": "đề án", "DA": "dự án", "BC": "báo cáo", "BB": "biên bản", "TTr": "tờ trình",
    "HĐ": "hợp đồng", "CĐ": "công điện", "BGN": "bản ghi nhớ", "BTT": "bản thoả thuận",
    "GUQ": "giấy uỷ quyền", "GM": "giấy mời", "GGT": "giấy giới thiệu", "GNP": "giấy nghỉ phép",
    "PG": "phiếu gửi", "PC": "phiếu chuyển", "PB": "phiếu báo",
}  # fmt: skip

# Kinds that only legal normative documents or Party documents have
# (Luật Ban hành văn bản quy phạm pháp luật; Hướng dẫn 36-HD/VPTW).
OTHER_KINDS = {
    "L": "luật", "BL": "bộ luật", "PL": "pháp lệnh", "NĐ": "nghị định", "TT": "thông tư",
    "TTLT": "thông tư liên tịch", "KL": "kết luận", "CV": "công văn",
}  # fmt: skip

KIND_OF_ABBREVIATION = {**ADMINISTRATIVE_KINDS, **OTHER_KINDS}
KINDS = tuple(sorted({*KIND_OF_ABBREVIATION.values(), "hiến pháp", "tiêu chuẩn", "thông tri", "lệnh", "văn kiện"}))


class Level(Labelled):
    CENTRAL = "central", "trung ương"
    CITY = "city", "cấp tỉnh"
    DISTRICT = "district", "cấp huyện"
    WARD = "ward", "cấp xã"
    PARTY = "party", "tổ chức Đảng"
    MASS_ORGANISATION = "mass-organisation", "Mặt trận và đoàn thể"
    PRESS = "press", "báo chí"


class Tier(Labelled):
    CENTRAL = "central", "trung ương"
    CITY = "city", "cấp tỉnh"
    DISTRICT = "district", "cấp huyện"
    WARD = "ward", "cấp xã"


class Body(Labelled):
    """What sort of body an agency is; groups take their members by it."""

    GOVERNMENT = "government", "cơ quan trung ương"
    COMMITTEE = "committee", "Ủy ban nhân dân"
    COUNCIL = "council", "Hội đồng nhân dân"
    OFFICE = "office", "văn phòng"
    DEPARTMENT = "department", "sở, ban, ngành"
    DIVISION = "division", "phòng chuyên môn"
    UNIT = "unit", "đơn vị trực thuộc"
    PARTY = "party", "cơ quan Đảng"
    FRONT = "front", "Mặt trận Tổ quốc"
    MASS_ORGANISATION = "mass-organisation", "tổ chức chính trị - xã hội"
    ASSOCIATION = "association", "hội"
    PRESS = "press", "cơ quan báo chí"
    POST = "post", "chức danh"
    COMMUNITY = "community", "tổ chức tự quản ở cơ sở"
    SCHOOL = "school", "cơ sở giáo dục"
    GROUP = "group", "nhóm cơ quan"
    OTHER = "other", "tổ chức khác"


class Transcription(Labelled):
    FAITHFUL = "faithful", "đúng nguyên văn bản nhận được"
    RESTORED = "restored", "phục dựng từ bản nhận dạng chữ (OCR)"
    UNRESTORED = "unrestored", "bản nhận dạng chữ (OCR) chưa phục dựng"


class DifferenceReason(Labelled):
    """Why the text shown may differ from the file received."""

    PAGE_BREAK = "page-break", "nối đoạn bị ngắt trang"
    ROW_JOINED = "row-joined", "ghép lại dòng của bảng bị ngắt trang"
    SPLIT = "split", "tách đoạn bị dính liền"
    TRANSPORT = "transport", "bỏ dấu vết của việc chuyển tệp"
    SIGN = "sign", "bỏ chữ ghi chú dấu, chữ ký của người số hóa"
    ORDER = "order", "xếp lại thứ tự do trình bày hai cột"


class NoteKind(Labelled):
    """Kinds of oddity that an editorial note may point out."""

    MISPRINT = "misprint", "lỗi đánh máy"
    SYMBOL = "symbol", "ký hiệu viết sai"
    DATE = "date", "ngày tháng không hợp lý"
    CONTRADICTION = "contradiction", "mâu thuẫn"
    PLACE = "place", "địa danh không thể đúng"
    AGENCY_PERIOD = "agency-period", "cơ quan ngoài thời gian tồn tại"
    NUMBERING = "numbering", "đánh số nhảy hoặc trùng"
    NAME = "name", "tên gọi không thống nhất"
    QUOTATION = "quotation", "dấu ngoặc kép, ngoặc đơn không trọn"
    TEMPLATE = "template", "dấu vết của văn bản mẫu"
    MISSING = "missing", "thiếu chữ hoặc thiếu thông tin"
    FORMAT = "format", "trình bày không đúng thể thức"
    REFERENCE = "reference", "viện dẫn không khớp"


class Certainty(Labelled):
    CERTAIN = "certain", "chắc chắn"
    PROBABLE = "probable", "nhiều khả năng"
    POSSIBLE = "possible", "có thể"


class Role(Labelled):
    """What a plan cites a directive for."""

    LEGAL_BASIS = "legal-basis", "căn cứ"
    IMPLEMENTS = "implements", "thực hiện"
    ISSUED_WITH = "issued-with", "ban hành kèm theo"
    PUBLICISES = "publicises", "tuyên truyền"
    SELF = "self", "số hiệu của chính văn bản"
    OTHER = "other", "viện dẫn khác"


class Relation(Labelled):
    """How one directive stands to another."""

    AMENDS = "amends", "sửa đổi, bổ sung"
    IMPLEMENTS = "implements", "thực hiện"
    PROMULGATES = "promulgates", "ban hành, phê duyệt"
    REPLACES = "replaces", "thay thế"
