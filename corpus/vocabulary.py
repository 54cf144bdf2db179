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


# --- names of bodies ----------------------------------------------------------
# Vietnamese agency names begin with a noun that says what sort of body it is. The nouns below are
# those of the law on organising government (Luật Tổ chức chính quyền địa phương; Nghị định 24/2014,
# 37/2014, 45/2025 and 150/2025/NĐ-CP), of the Party and mass organisations, and of the press.

BODY_NOUNS = (
    "Ủy ban",
    "UBND",
    "UB MTTQ",
    "UBMTTQ",
    "UBMTTQVN",
    "MTTQ",
    "Mặt trận Tổ quốc",
    "Hội đồng",
    "HĐND",
    "Thường trực",
    "TTr",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Chính phủ",
    "Quốc hội",
    "Văn phòng",
    "VP",
    "Sở",
    "Bộ",
    "Ban",
    "BQL",
    "Phòng",
    "Tổng cục",
    "Cục",
    "Chi cục",
    "Vụ",
    "Viện",
    "Viện kiểm sát",
    "Tòa án",
    "Thanh tra",
    "Trung tâm",
    "Công an",
    "Bộ Chỉ huy",
    "Ban Chỉ huy",
    "Bộ đội",
    "Hải quan",
    "Cảng vụ",
    "Kho bạc",
    "KBNN",
    "Ngân hàng",
    "NHNN",
    "Bảo hiểm xã hội",
    "BHXH",
    "Bưu điện",
    "Điện lực",
    "Thuế",
    "Thống kê",
    "Cổng Thông tin",
    "Cổng TTĐT",
    "Cổng Dịch vụ",
    "Thành ủy",
    "Tỉnh ủy",
    "Quận ủy",
    "Huyện ủy",
    "Thị ủy",
    "Đảng ủy",
    "Đảng bộ",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Thành đoàn",
    "Tỉnh đoàn",
    "Quận đoàn",
    "Huyện đoàn",
    "Thị đoàn",
    "Đoàn",
    "Liên đoàn",
    "LĐLĐ",
    "Công đoàn",
    "Hội",
    "Hiệp hội",
    "Liên minh",
    "Liên hiệp",
    "Câu lạc bộ",
    "Tổ",
    "Đội",
    "Trạm",
    "Trại",
    "Hạt",
    "Nhà",
    "Thư viện",
    "Bảo tàng",
    "Báo",
    "Đài",
    "Tạp chí",
    "Thông tấn xã",
    "Nhà xuất bản",
    "Trường",
    "Đại học",
    "Học viện",
    "Bệnh viện",
    "Quỹ",
    "Tổng công ty",
    "Công ty",
    "Tập đoàn",
    "VNPT",
    "Viettel",
    "MobiFone",
    "Mobifone",
    "VNPost",
    "Agribank",
    "Hợp tác xã",
    "HTX",
    "Vườn Quốc gia",
    "Vườn quốc gia",
    "Khu bảo tồn",
    "Khu Bảo tồn",
    "Chi nhánh",
    "Cụm",
    "Ủy viên",
    "Quân sự",
)

# Common words that begin as such a noun does.
NOT_BODIES = (
    "Ban hành",
    "Báo cáo",
    "Báo chí",
    "Bộ phận",
    "Bộ máy",
    "Cụm từ",
    "Đoàn thể",
    "Đoàn viên",
    "Đội ngũ",
    "Hội nghị",
    "Hội thảo",
    "Hội thi",
    "Hội viên",
    "Nhà nước",
    "Tổ chức",
    "Trường hợp",
    "Vụ việc",
)

# Offices of one person; what follows is the body that the person heads.
POST_NOUNS = (
    "Giám đốc",
    "Phó Giám đốc",
    "Tổng Giám đốc",
    "Thủ trưởng",
    "Chánh",
    "Phó Chánh",
    "Trưởng",
    "Phó Trưởng",
    "Chủ tịch",
    "Phó Chủ tịch",
    "Bí thư",
    "Phó Bí thư",
    "Hiệu trưởng",
    "Cục trưởng",
    "Chi cục trưởng",
    "Viện trưởng",
    "Tổng Biên tập",
    "Tổng biên tập",
    "Người đứng đầu",
    "Lãnh đạo",
    "Bộ trưởng",
    "Cán bộ",
    "Công chức",
    "Viên chức",
    "Khuyến nông viên",
    "Cộng tác viên",
    "Chỉ huy trưởng",
    "Tổ trưởng",
    "Đội trưởng",
    "Thủ tướng",
)

# Common nouns by which plans address many bodies at once; the two runs are told apart because
# "các sở, ban, ngành, địa phương" is the departments and, beside them, the localities.
DEPARTMENT_NOUNS = ("sở", "ban", "ngành", "phòng", "bộ", "chuyên môn", "phòng ban", "ban ngành")
LOOSE_NOUNS = ("cơ quan", "đơn vị", "địa phương", "tổ chức", "đoàn thể", "doanh nghiệp", "hội", "cá nhân")

PLACE_NOUNS = {
    "thành phố": ("city", "district"),
    "tỉnh": ("city",),
    "quận": ("district",),
    "huyện": ("district",),
    "thị xã": ("district",),
    "phường": ("ward",),
    "xã": ("ward",),
    "thị trấn": ("ward",),
    "đặc khu": ("ward",),
    "cấp tỉnh": ("city",),
    "cấp huyện": ("district",),
    "cấp xã": ("ward",),
}

# Fields of work of departments (sở) and divisions (phòng), so that "Sở Nội vụ, Tài chính" is seen to be
# two and "Sở Văn hóa, Thể thao và Du lịch" one: Nghị định 24/2014, 37/2014, 45/2025, 150/2025/NĐ-CP.
SECTORS = (
    "Nội vụ",
    "Tài chính",
    "Tư pháp",
    "Kế hoạch và Đầu tư",
    "Công Thương",
    "Xây dựng",
    "Giao thông vận tải",
    "Giao thông công chính",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Môi trường",
    "Y tế",
    "Du lịch",
    "Ngoại vụ",
    "Nông nghiệp và Phát triển nông thôn",
    "Thông tin và Truyền thông",
    "Khoa học và Công nghệ",
    "Giáo dục và Đào tạo",
    "Lao động - Thương binh và Xã hội",
    "Lao động, Thương binh và Xã hội",
    "Văn hóa và Thể thao",
    "Văn hóa, Thể thao và Du lịch",
    "Quy hoạch - Kiến trúc",
    "Dân tộc",
    "Dân tộc và Tôn giáo",
    "An toàn thực phẩm",
    "Tài chính - Kế hoạch",
    "Văn hóa và Thông tin",
    "Văn hóa - Thông tin",
    "Kinh tế",
    "Kinh tế và Hạ tầng",
    "Quản lý đô thị",
    "Kinh tế, Hạ tầng và Đô thị",
    "Văn hóa - Xã hội",
    "Văn hóa, Khoa học và Thông tin",
    "Nông nghiệp",
    "Văn hóa",
    "Thể thao",
    "Công nghệ thông tin",
)

# Abbreviations inside names, as everybody prints them; what a place alone uses belongs in the register.
NAME_ABBREVIATIONS = {
    "UBND": "ủy ban nhân dân",
    "HĐND": "hội đồng nhân dân",
    "UB": "ủy ban",
    "MTTQ": "mặt trận tổ quốc",
    "MTTQVN": "mặt trận tổ quốc việt nam",
    "UBMTTQ": "ủy ban mặt trận tổ quốc",
    "VN": "việt nam",
    "UBMTTQVN": "ủy ban mặt trận tổ quốc việt nam",
    "TP": "thành phố",
    "VP": "văn phòng",
    "BQL": "ban quản lý",
    "CHQS": "chỉ huy quân sự",
    "BHXH": "bảo hiểm xã hội",
    "KBNN": "kho bạc nhà nước",
    "NHNN": "ngân hàng nhà nước",
    "LĐLĐ": "liên đoàn lao động",
    "LHPN": "liên hiệp phụ nữ",
    "ĐBQH": "đại biểu quốc hội",
    "QH": "quốc hội",
    "PTTH": "phát thanh và truyền hình",
    "HCC": "hành chính công",
    "TTĐT": "thông tin điện tử",
    "GDĐT": "giáo dục và đào tạo",
    "LĐTBXH": "lao động - thương binh và xã hội",
    "TNMT": "tài nguyên và môi trường",
    "KHCN": "khoa học và công nghệ",
    "KHĐT": "kế hoạch và đầu tư",
    "VHTTDL": "văn hóa, thể thao và du lịch",
    "TTTT": "thông tin và truyền thông",
    "GTVT": "giao thông vận tải",
    "NNPTNT": "nông nghiệp và phát triển nông thôn",
    "NNMT": "nông nghiệp và môi trường",
    "VHTT": "văn hóa và thông tin",
    "VHXH": "văn hóa - xã hội",
    "TCKH": "tài chính - kế hoạch",
    "PTNT": "phát triển nông thôn",
    "NN": "nông nghiệp",
    "TB": "thương binh",
    "XH": "xã hội",
    "MT": "môi trường",
    "CN": "công nghệ",
    "LĐ": "lao động",
    "CCB": "cựu chiến binh",
    "TNCS": "thanh niên cộng sản",
    "HCM": "hồ chí minh",
}


# Headings under which a plan says who does what, and those about its money.
ORGANISING_HEADINGS = (
    "tổ chức thực hiện",
    "phân công thực hiện",
    "phân công nhiệm vụ",
    "phân công trách nhiệm",
    "trách nhiệm thực hiện",
    "trách nhiệm thi hành",
    "trách nhiệm của các cơ quan",
    "tổ chức triển khai",
)
REPORTING_HEADINGS = ("chế độ báo cáo", "chế độ thông tin", "thông tin, báo cáo", "thông tin báo cáo")
# Headings within those sections that name a subject and nobody; any other heading names who is to act.
SUBJECT_HEADINGS = (
    "chế độ",
    "thời gian",
    "kinh phí",
    "nhiệm vụ chung",
    "giải pháp",
    "nội dung",
    "công tác",
    "thông tin",
    "báo cáo",
    "kiểm tra",
    "sơ kết",
    "tổng kết",
    "khen thưởng",
    "về",
    "việc",
    "phân công",
    "tổ chức",
    "triển khai",
    "tiến độ",
    "lộ trình",
    "cơ chế",
    "một số",
    "các nhiệm vụ",
    "điều khoản",
    "yêu cầu chung",
    "giám sát",
    "theo dõi",
    "xây dựng",
    "thực hiện",
)
FUNDING_HEADINGS = ("kinh phí", "nguồn lực", "ngân sách")

# Verbs that follow the body that is to act, at the start of a duty or inside a sentence.
ACTING_VERBS = (
    "chủ trì",
    "phối hợp",
    "có trách nhiệm",
    "chịu trách nhiệm",
    "căn cứ",
    "tổ chức",
    "xây dựng",
    "tham mưu",
    "hướng dẫn",
    "theo dõi",
    "tổng hợp",
    "báo cáo",
    "bố trí",
    "triển khai",
    "chỉ đạo",
    "chủ động",
    "thẩm định",
    "lập",
    "rà soát",
    "kiểm tra",
    "đôn đốc",
    "tăng cường",
    "đẩy mạnh",
    "thực hiện",
    "cung cấp",
    "là cơ quan",
    "là đầu mối",
    "nghiêm túc",
    "kịp thời",
    "cân đối",
    "theo chức năng",
    "tập trung",
    "quán triệt",
    "phản ánh",
    "gửi",
    "duy trì",
    "đăng tải",
    "ban hành",
    "tiếp tục",
    "thường xuyên",
    "bảo đảm",
    "đảm bảo",
    "giúp",
    "làm đầu mối",
    "tích cực",
    "nghiên cứu",
    "đề xuất",
    "đăng ký",
    "định kỳ",
    "quan tâm",
    "xem xét, bố trí",
    "tự",
    "lồng ghép",
    "chuẩn bị",
    "quản lý",
    "vận động",
    "giám sát",
    "tuyên truyền",
    "phát động",
    "giúp đỡ",
    "tuần tra",
    "tham gia",
    "phân công",
    "tiếp nhận",
    "đánh giá",
    "khảo sát",
    "huy động",
    "vận hành",
    "công bố",
    "công khai",
    "cập nhật",
    "xử lý",
    "niêm yết",
    "áp dụng",
    "biên soạn",
    "tập huấn",
    "hoàn thành",
    "chấp hành",
    "nắm tình hình",
    "nắm chắc",
    "thông báo",
    "phổ biến",
    "tạo điều kiện",
    "phát huy",
    "khai thác",
    "kiện toàn",
    "thành lập",
    "ký cam kết",
    "nâng cao",
    "bảo trì",
    "phát hiện",
    "ngăn chặn",
    "giải quyết",
    "trực tiếp",
    "lựa chọn",
    "xác định",
    "lắp đặt",
    "mua sắm",
    "sửa chữa",
    "phân bổ",
    "sử dụng",
    "đối chiếu",
    "khắc phục",
    "nhân rộng",
    "hưởng ứng",
    "sẵn sàng",
    "thẩm tra",
    "bình xét",
    "thống kê",
    "cấp phát",
    "ưu tiên",
    "phân loại",
    "rút kinh nghiệm",
)


class DutyNature(Labelled):
    """How a body takes part in a duty, by the verbs of the text."""

    LEADS = "chủ trì", "chủ trì"
    COORDINATES = "phối hợp", "phối hợp"
    REQUESTS = "đề nghị", "đề nghị"
    DIRECTS = "chỉ đạo", "chỉ đạo, hướng dẫn"
    REPORTS = "báo cáo", "báo cáo"
    BUDGETS = "kinh phí", "lập, thẩm định, bố trí kinh phí"
    ANSWERS = "chịu trách nhiệm", "chịu trách nhiệm thi hành"


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
    PLAN = "plan", "câu của các kế hoạch trong kho"


class FactName(Labelled):
    """Facts of a directive that the register gives sources for."""

    NUMBER = "number", "số"
    SYMBOL = "symbol", "ký hiệu"
    KIND = "kind", "loại văn bản"
    ISSUER = "issuer", "cơ quan ban hành"
    ISSUED = "issued", "ngày ban hành"
    TITLE = "title", "trích yếu"
