"""The words in which plans tell to report: of reporting and sending, to whom, through whom, and who goes on."""

from __future__ import annotations

import re

from corpus.bodies.split import BODY, MANY
from corpus.language.letters import CAPITAL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words

# "Gửi kết quả về Sở …" is to report it; "báo cáo viên" are persons, and "theo Báo cáo" names a document.
_EVERY = whole_words(LEXICON.every)
REPORTING = re.compile(
    r"(?<!chậm )(?-i:\bbáo cáo\b|(?<!giữa )(?<!theo )(?<!của )(?<!tại )\bBáo cáo\b)(?!\s+(?:viên|số\s+\d|kèm theo))|\btổng hợp(?:\s+(?:số liệu|kết quả|tình hình|thông tin))?,?\s+(?:và\s+)?gửi(?=\s)|\bgửi\s+(?:bản\s+)?(?:kết quả|tình hình|số liệu)(?=\s)|\bthông báo\s+(?:kết quả|tiến độ)(?=\s+(?:thực hiện\s+)?(?:về|đến|tới)\s)|\bkết quả\s+(?:thực hiện\s+)?(?:được\s+)?gửi\s+về(?=\s)"
    rf"|\b(?:gửi|nộp)(?=\s+(?-i:{BODY})[^,;.()]{{0,60}}?\s+báo cáo\b)",
    re.IGNORECASE,
)
# "Đôn đốc thực hiện chế độ báo cáo": the noun alone obliges nobody to report.
REPORTING_AS_NOUN = re.compile(r"(?:chế độ|thông tin|hệ thống|biểu mẫu|mẫu|công tác|kỳ)\s+$", re.IGNORECASE)
FINISHED = re.compile(r"\b(?:hoàn thành|xong)\b", re.IGNORECASE)
BY_DAY = re.compile(
    r"\b(?:trước|chậm nhất|xong)\s+(?:ngày\s+)?\d[^;]*,\s*(?:và\s+)?(?:(?:gửi|tổng hợp|lập|có)\s+)*$", re.IGNORECASE
)
ON_DAY = re.compile(r"\b(?:trước|chậm nhất|vào|trong)\s+(?:ngày|tháng)\s+\d", re.IGNORECASE)
PREPARING = re.compile(r"\b(?:báo cáo|gửi|nộp|trình|tổng hợp)\b", re.IGNORECASE)
EACH_TIME = re.compile(rf"^{_EVERY}\s+(?:năm|quý|tháng|tuần)\s*,?\s*", re.IGNORECASE)
SENDING = re.compile(r"\b(?:báo cáo|gửi|nộp|trình)\b", re.IGNORECASE)
_NAME = rf"(?=(?:(?i:{MANY})?{BODY}|(?:phòng|sở|văn phòng)\s+[{CAPITAL}]))"
TO = re.compile(
    rf"(?i:\b(?:báo cáo(?:\s+(?:kết quả|tiến độ|tình hình|trực tiếp|nhanh|ngay)(?:\s+(?:thực hiện|triển khai))?)?\s+với|báo cáo|gửi|về|cho|tới|đến|trình))\s+{_NAME}"
)
VIA = re.compile(rf"(?i:\b(?:thông\s+)?qua)\s+{_NAME}")
# The recipient of a report may have to pass it on: "gửi Sở … tổng hợp báo cáo UBND".
PASSED_ON = re.compile(
    r"\b(?:tổng hợp,?|để)\s+(?:để\s+)?(?:tổng hợp,?\s+)?(?:tham mưu\s+[^,;.]{0,60}?)?(?:báo cáo|trình)\s+$"
    r"|\bđể\s+(?:tổng hợp,?\s+)?(?:và\s+)?gửi\s+(?:(?:về|cho|đến)\s+)?$",
    re.IGNORECASE,
)
NAME_END = re.compile(
    r"\s+(?:để|theo|tổng hợp|xem xét|phê duyệt|trước|chậm nhất|định kỳ|trong|khi|nếu|biết|chỉ đạo|quyết định"
    r"|thẩm định|bằng|(?<!ương )về|(?:thông\s+)?qua|0?[369]\s+tháng|tuần|tháng|quý|năm)\b|[.;:()]|,\s+(?=[a-zđ](?!ác\s))|$"
)
# A sentence that says how and when to report, and not who.
SUBJECTLESS = re.compile(
    rf"(?:(?:theo\s+)?định kỳ|{_EVERY}|trước|chậm nhất|báo cáo|gửi|tổng hợp|kết quả|thời gian|thời hạn|chế độ|việc"
    r"|tình hình|đồng thời|các báo cáo|nội dung báo cáo|kịp thời)\b",
    re.IGNORECASE,
)
# "Báo cáo tổng kết gửi về UBND tỉnh trước ngày 15/12": whoever is to write it, it is due.
IS_REPORT = re.compile(
    r"(?:(?:thời gian|thời hạn|chế độ)(?:\s+gửi)?\s+báo cáo\s*:\s*)?(?:(?:các\s+)?|kết quả\s[^.;:]{0,40}?)báo cáo\b(?!\s+viên)",
    re.IGNORECASE,
)
# "Giao Sở … lựa chọn địa điểm. Đồng thời tổng hợp kết quả, báo cáo …": the same go on.
GOES_ON = re.compile(
    r"(?:đồng thời|kết quả|ngoài ra|bên cạnh đó|sau đó|định kỳ|kịp thời|tổng hợp|báo cáo)\b", re.IGNORECASE
)
# "Báo cáo tháng: Trạm Y tế gửi Sở Y tế trước ngày 05; Sở Y tế gửi …": each part is one report.
KIND_OF_REPORT = re.compile(
    rf"(?P<kind>(?:chế độ\s+)?báo cáo\s+(?:định kỳ|đột xuất|{_EVERY}|tuần|tháng|quý|0?[69]\s+tháng|năm|sơ kết|tổng kết)[^:;.]{{0,40}}):\s+",
    re.IGNORECASE,
)
REPORT_TASK = re.compile(r"(?:xây dựng|lập|tổng hợp|hoàn thiện)?\s*báo cáo\b(?!\s+viên)", re.IGNORECASE)
