"""How those who act are printed before a verb: where their names begin, and where they end."""

from __future__ import annotations

import re

from corpus.bodies.split import BODY, MANY
from corpus.language.letters import CAPITAL, SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words

_PLACE = whole_words(place.noun for place in LEXICON.places)
_COMMON = whole_words(
    (*LEXICON.addressed, *LEXICON.departments, *(noun.lower() for noun in (*LEXICON.posts, *LEXICON.bodies)))
)
_PLACES = rf"(?i:{MANY}){_PLACE}"
_LEVELS = r"(?i:(?:các\s+)?cấp(?:\s+[uủ][yỷ])?(?:\s+[đĐ]ảng)?,\s+(?:các\s+)?(?:ngành|chính quyền|tổ chức đảng))"
# "các tổ chức" is a noun, and "các Ban xây dựng Đảng" a name; the verbs stand elsewhere.
VERB = rf"(?<!cấp trên )(?<!các )(?<!Các )(?<!những )(?<!trật )(?<!bầu )(?!(?<=sở )đào tạo|(?<=vị )đào tạo|(?<=viện )đào tạo|(?<=công )lập|(?<=Ban )(?:điều hành|quản lý|chỉ đạo|vận động)|(?<=nguồn )huy động|(?<=[Cc]ảnh sát )(?:quản lý|điều tra))(?!xây dựng Đảng|sử dụng lao động|có trách nhiệm (?:với|đối với|cao)){whole_words(LEXICON.verbs_that('acts'))}"
# Names that say what their body is for hold verbs: "Ban Quản lý dự án đầu tư xây dựng … tỉnh", "Ban Chỉ đạo xây
# dựng nông thôn mới xã"; the place ends them.
FOR_WORK = (
    r"(?:(?:(?:Trưởng|Phó Trưởng)\s+)?Ban [Đđ]iều hành|Ban Quản lý|BQL|Ban Chỉ đạo|Ban chỉ đạo|Ban Chỉ huy|Ban Vận động|Ban Tổ chức|Hội đồng|Tổ công tác|Tổ giúp việc"
    r"|Văn phòng Điều phối|Tiểu ban|Quỹ|Trung tâm)"
    r"\s+(?!(?:tổ chức|phân công|chủ trì|chỉ đạo|có|chịu|phối hợp|hướng dẫn|tham mưu|kiểm tra|báo cáo|họp|theo dõi|ban hành)\b)"
    rf"(?:(?!\s(?:phối hợp|chủ trì|có trách nhiệm|chịu trách nhiệm)\b)[^.;:,()]){{0,90}}?(?<!tác )(?<!cấp )(?<!các )(?:{_PLACE}|khu phố|(?<!nông )thôn|ấp|khóm)"
)
# "vụ Xuân" is no body, as "Vụ Xuân" is none.
# "chủ rừng phải …": what binds tells one of many, too.
_ONE_SMALL = (
    rf"(?!(?i:{whole_words(LEXICON.not_bodies)})){_COMMON}(?=\s+(?:[{CAPITAL}]|phải\b|(?:có|chịu) trách nhiệm\b))"
)
# "Mỗi xã chọn 01 mô hình", "Từng sở, ngành rà soát".
_EACH = rf"(?:Mỗi|Từng|mỗi|từng)\s+(?:{_PLACE}|{whole_words((*LEXICON.departments, 'cơ quan', 'đơn vị'))})"
NAMES = rf"(?:{FOR_WORK}|{_LEVELS}|{_PLACES}|{_EACH}|(?i:{MANY})?{BODY}|(?i:{MANY}){_COMMON}|{_ONE_SMALL})"
# "Hiệp hội Du lịch tỉnh sản xuất …", "Ban Tuyên giáo Tỉnh ủy định hướng …": what is complete and goes on in small
# letters has come to its verb.
_COMPLETE = re.compile(
    rf"(?:(?<!tác)(?<!tấn)(?<!cấp)(?<!các)\s{_PLACE}|\s(?:Tỉnh|Thành|Huyện|Quận|Thị)\s+[uủ][yỷ](?!\w))"
    r"(?=\s+(?!(?:liên quan|có|và|trên|thuộc|ở|tại|nơi|khu|vùng|ven|trực|khác|biên|miền|quản|nhà|cũ|mới|là|được|đã|đang|về|theo"
    rf"|trong|của|cùng|hoặc|đạt|điểm|hội|viên)(?!\w))[{SMALL}])"
)
# "Các trường học trên địa bàn phường miễn giảm …": where many are, ends their name too.
_IN_AREA = re.compile(rf"trên địa bàn {_PLACE}$")


def find_verb(text: str) -> bool:
    """Whether ``text`` holds a verb of what bodies do."""
    return re.search(rf"\b{VERB}", text) is not None


def complete_end(names: str) -> int:
    """Where the last of ``names`` ends, at the place that it carries, or at the end of ``names``.

    >>> "Hội Nông dân, Hiệp hội Du lịch tỉnh sản xuất 12 phóng sự"[:complete_end("Hội Nông dân, Hiệp hội Du lịch tỉnh sản xuất")]
    'Hội Nông dân, Hiệp hội Du lịch tỉnh'
    """
    last = max(names.rfind(","), names.rfind(";"), names.rfind(" và ")) + 1
    found = _COMPLETE.search(names, last)
    if found and _IN_AREA.search(names, last, found.end()):
        return found.end()
    if found is None or re.search(r"(?i:\bcác|\bnhững|\d)\s", names[last : found.start()]):
        return len(names)
    return found.end()
