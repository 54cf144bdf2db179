"""Closed vocabularies: each has its one home here, with the words the public reads.

Schemas, checks, reference tables and pages take their values and labels from these tables.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A value of the data together with its Vietnamese label for readers."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


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


class SourceMarkup(Labelled):
    """Whether a received text carries signs that are no words of it."""

    NONE = "none", "chữ thường, mọi dấu đều là chữ in"
    MARKDOWN = "markdown", "Markdown: dấu * và # chỉ cách trình bày"


class DifferenceReason(Labelled):
    """Why the text shown may differ from the file received."""

    PAGE_BREAK = "page-break", "nối đoạn bị ngắt trang"
    LINE_BREAK = "line-break", "nối câu, tên mục bị ngắt thành nhiều dòng"
    ROW_JOINED = "row-joined", "ghép lại dòng của bảng bị ngắt trang"
    SPLIT = "split", "tách đoạn bị dính liền"
    TRANSPORT = "transport", "bỏ dấu vết của việc chuyển tệp"
    SIGN = "sign", "bỏ chữ ghi chú dấu, chữ ký của người số hóa"
    ORDER = "order", "xếp lại thứ tự do trình bày hai cột"
    RULE = "rule", "bỏ đường kẻ vẽ bằng dấu gạch"
    READING = "reading", "sửa chữ máy đọc sai ở bản quét, đã đối chiếu với bản nhận được"


class TableKind(Labelled):
    """What a table of a plan holds; only rows of tasks are work."""

    TASKS = "tasks", "nhiệm vụ"
    FIGURES = "figures", "số liệu"
    LIST = "list", "danh sách"
    OTHER = "other", "bảng khác"


class RowSort(Labelled):
    """What a row of a table of tasks is."""

    TASK = "task", "nhiệm vụ"
    GROUP = "group", "tên nhóm nhiệm vụ"
    HEAD = "head", "đầu bảng in lại"
    TOTAL = "total", "dòng cộng"
    NOTE = "note", "ghi chú trong bảng"


class Dismissed(Labelled):
    """What a person may say is none of what the machine took it for."""

    FINDING = "finding", "ghi chú của máy"
    MENTION = "mention", "viện dẫn"
    BODY = "body", "tên cơ quan"


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


class NoteGrade(Labelled):
    """How much an oddity matters to a reader."""

    CONTENT = "content", "nội dung"
    WORDING = "wording", "lời văn"
    PRESENTATION = "presentation", "trình bày"


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


class DutyNature(Labelled):
    """How a body takes part in a duty, by the verbs of the text."""

    LEADS = "chủ trì", "chủ trì"
    COORDINATES = "phối hợp", "phối hợp"
    REQUESTS = "đề nghị", "đề nghị"
    DIRECTS = "chỉ đạo", "chỉ đạo, hướng dẫn"
    REPORTS = "báo cáo", "báo cáo"
    BUDGETS = "kinh phí", "lập, thẩm định, bố trí kinh phí"
    ANSWERS = "chịu trách nhiệm", "chịu trách nhiệm thi hành"


class DutyKind(Labelled):
    """Whether a body is told, asked or only to help."""

    ASSIGNED = "assigned", "giao"
    REQUESTED = "requested", "đề nghị"
    COORDINATING = "coordinating", "phối hợp"


class Part(Labelled):
    """What a body has to do with an item of work: a row of an annex, a duty or a report owed."""

    LEADS = "leads", "chủ trì"
    COORDINATES = "coordinates", "phối hợp"
    DUTY = "duty", "trách nhiệm"
    REPORTS = "reports", "báo cáo"


class ChangeKind(Labelled):
    """How an item of work stands to the previous plan of the same place and subject."""

    NEW = "new", "mới"
    REWORDED = "reworded", "đổi lời"
    DROPPED = "dropped", "không còn"
    KEPT = "kept", "giữ nguyên"


class ReferenceForm(Labelled):
    """Forms of reference by which the labelled sentences are grouped (tests/golden/README.md)."""

    NUMBERED = "numbered", "số và ký hiệu đầy đủ"
    DATE_FORM = "date-form", "các cách viết ngày"
    ISSUER_FORM = "issuer-form", "các cách ghi cơ quan ban hành"
    SHARED = "shared", "nhiều số chung một danh từ, ngày hoặc cơ quan"
    NESTED = "nested", "văn bản trong tên của văn bản khác"
    LAW = "law", "luật, bộ luật, pháp lệnh gọi theo tên"
    NAMED = "standing-alone", "đề án, chương trình gọi theo tên"
    PINPOINT = "pinpoint", "dẫn đến điều, khoản, điểm"
    ELLIPTICAL = "elliptical", "nhắc lại, gọi tắt"
    NUMBER_UNKNOWN = "number-unknown", "bỏ trống số"
    SYMBOL = "symbol", "các loại ký hiệu"
    STANDARD = "standard", "tiêu chuẩn"
    MISPRINT = "misprint", "in sai"
    OCR = "ocr", "hỏng do nhận dạng chữ"
    LINE_BREAK = "line-break", "ngắt dòng, ngắt trang"
    DECOMPOSED = "decomposed", "dấu tách rời khỏi chữ"
    VERB_FORM = "verb-form", "trong câu nói thay thế, sửa đổi, bãi bỏ"
    NEGATIVE = "negative", "không phải viện dẫn"
    MIXED = "mixed", "nhiều kiểu trong một câu"
    LIST = "list", "nhiều văn bản kể liền nhau, mỗi văn bản một tên"
    PLAN_FORM = "plan-form", "các cách viết trong tên kế hoạch và chữ in hoa"
    PLAN = "plan", "câu của các kế hoạch trong kho"


class FactName(Labelled):
    """Facts of a directive that the register gives sources for."""

    NUMBER = "number", "số"
    SYMBOL = "symbol", "ký hiệu"
    KIND = "kind", "loại văn bản"
    ISSUER = "issuer", "cơ quan ban hành"
    ISSUED = "issued", "ngày ban hành"
    TITLE = "title", "trích yếu"
