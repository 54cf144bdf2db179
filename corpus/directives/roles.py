"""What a plan cites a directive for, read from the words that govern the mention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.directives.find import Mention
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import grammar, loose
from corpus.language.sentences import governing_start
from corpus.model import Clause
from corpus.vocabulary import Role

_WITH = re.compile(r"kèm\s+theo\s*$", re.IGNORECASE)
_BASIS = re.compile(rf"(?:^|[;.(]\s*|\n)\s*(?:{loose('Căn cứ')}|Xét)\b[^;]*$")
# What is weighed before a decision is no ground of it: "Xét Tờ trình số …; Báo cáo thẩm tra số …".
_WEIGHED = re.compile(r"(?:^|[;.]\s*|\n)\s*Xét\b[^.]*$")
# A section that lists what the plan rests on: "CĂN CỨ LẬP KẾ HOẠCH", "Cơ sở pháp lý".
_BASIS_HEADING = re.compile(r"(?:các\s+)?(?:căn\s+cứ|cơ\s+sở\s+pháp\s+lý)", re.IGNORECASE)
_PROPOSED = re.compile(r"(?:(?:theo|xét)\s+đề\s+nghị|đề\s+nghị\s+của)\b[^;]*$", re.IGNORECASE)
# What is only told or asked in them is not carried out: "Theo Báo cáo số …, tỷ lệ hộ nghèo giảm".
_TELLS = ("báo cáo", "tờ trình", "biên bản")
_ISSUES = re.compile(r"\b(?:ban\s+hành|thông\s+qua|(?:đã|vừa|mới)\s+(?:ký|có))\s*$", re.IGNORECASE)
_FOLLOWING = re.compile(
    grammar(
        r"""
        (?: \b theo (?: \s+ (?: đúng | tinh\s+thần | nội\s+dung | (?:quy\s+định|yêu\s+cầu)\s+(?:tại|của) | (?!dõi\b)\w+(?:\s+\w+){0,2}\s+tại
                              | (?:chỉ\s+đạo|hướng\s+dẫn|yêu\s+cầu)(?:\s+của\s+[^,;.:\n]{2,50})?\s+tại | tiêu\s+chuẩn(?:\s+quốc\s+gia)? | các | một\s+số | điều\s+\d+ ) )*
          | bám\s+sát (?: \s+(?:các\s+)?(?:nội\s+dung|nhiệm\s+vụ) )? (?: \s+(?:tại|của) )?
          | gắn\s+với\s+nội\s+dung
          | cụ\s+thể\s+hóa
          | áp\s+dụng (?: \s+tiêu\s+chuẩn(?:\s+quốc\s+gia)? )?
        ) \s*$
        """
    ),
    re.IGNORECASE,
)
_PUBLICISE = re.compile(
    r"tuyên\s+truyền|phổ\s+biến|quán\s+triệt(?!\s+thực\s+hiện\b)|truyền\s+thông\s+(?:về|nội)|(?<!và\s)truyền\s+thông\s*$|giới\s+thiệu|học\s+tập|tìm\s+hiểu|tập\s+huấn|tờ\s+rơi|đưa\s+tin"
    r"|nâng\s+cao\s+(?:nhận\s+thức|hiểu\s+biết)",
    re.IGNORECASE,
)
# What is changed or ends is named for that alone.
_CHANGED = re.compile(
    r"(?<!được\s)(?:bãi\s+bỏ|hủy\s+bỏ|(?:thôi|ngừng)\s+áp\s+dụng|thay\s+thế|thay\s+cho|đính\s+chính|sửa\s+đổi(?:,\s+bổ\s+sung)?)(?:\s+một\s+số\s+(?:điều|nội\s+dung)\s+(?:của|tại))?\s*$",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(r"(?:thực\s+hiện|triển\s+khai)(?:\s+(?:nội\s+dung|chỉ\s+đạo)(?:\s+tại)?)?\s*$", re.IGNORECASE)
# "sau khi Luật Lưu trữ có hiệu lực": named for its day alone.
_ONLY_WHEN = re.compile(r"\bkhi\s*$")
_AND_CARRY_OUT = re.compile(
    # What is made known may be counted up behind a colon: "tập trung vào các nội dung: …; triển khai Chương trình …".
    r"(?:\bvà|,|\A[^:]*;)\s+(?:tổ\s+chức\s+)?(?:triển\s+khai|thực\s+hiện|thi\s+hành)(?:\s+\w+){0,5}\s*$",
    re.IGNORECASE,
)
_CARRY_OUT = re.compile(r"bám\s+sát|căn\s+cứ|cụ\s+thể\s+hóa", re.IGNORECASE)
_WEAKLY = re.compile(
    rf"{loose('thực hiện')}|{loose('triển khai')}|thi\s+hành|chấp\s+hành|tuân\s+thủ|hoàn\s+thành|gắn\s+với|(?:mục|chỉ)\s+tiêu|lồng\s+ghép|trên\s+cơ\s+sở|đáp\s+ứng|\btheo\b(?!\s+dõi)|xác\s+định|giao\s+tại|đúng\s+(?:\w+\s+){{0,3}}tại|phù\s+hợp|hoàn\s+thiện|đẩy\s+nhanh",
    re.IGNORECASE,
)
# Verbs of many other things too: only straight before the mention, without a comma, do they speak of it.
_TAKEN_STOCK_OF = re.compile(
    r"(?:sơ\s+kết|tổng\s+kết|nghiệm\s+thu|đẩy\s+mạnh)(?:\s+(?!báo\s+cáo\b)[\w-]+){0,8}\s*$", re.IGNORECASE
)
_GOES_ON = re.compile(
    grammar(
        r"""
        (?: [;,(:“"] | \b (?: và | hoặc | cùng | gồm | như ) (?:\s+các)?
          | , \s+ <guided> | \b và \s+ <guided>
          | [\w\s]{0,60}? (?:ban\s+hành|phê\s+duyệt) \s+ (?: tại | theo | kèm\s+theo )
          | được \s+ (?: sửa\s+đổi | bổ\s+sung | thay\s+thế | hợp\s+nhất | đính\s+chính ) [\w\s,]{0,40}? (?: tại | bởi | theo | bằng ) ) \s*$
        """,
        # "theo Chỉ thị … và hướng dẫn tại Công văn …": told in both.
        guided=grammar(
            r"(?: hướng\s+dẫn | chỉ\s+đạo | quy\s+định | yêu\s+cầu ) (?: \s+ của \s+ [^,;.:\n]{2,50}? )? \s+ tại"
        ),
    )
)
_REACH = 4000  # characters before a mention that can say what it is cited for


def read_roles(
    text: str, mentions: Sequence[Mention], clause: Clause | None = None, above: tuple[Clause, ...] = ()
) -> list[Role]:
    """The role of each of the ``mentions`` in ``text``; one within a title has the role of the outer one.

    ``clause``: the clause the text stands in, ``above``: those that enclose it; without them the words alone tell.
    """
    roles: list[Role] = []
    last: tuple[int, Role] | None = None
    outside: Role | None = None  # of the mention before the bracket that the last one stands in
    for mention in mentions:
        if mention.within is not None:
            roles.append(roles[mention.within])
            continue
        gap = text[last[0] : mention.start] if last else ""
        if last and outside and gap.lstrip().startswith(")"):
            last, outside = (last[0], outside), None
        if last and gap.rfind("(") > gap.rfind(")"):
            outside = last[1]
        role = read_role(text, mention.start, mention.kind, clause, above, last)
        last = (mention.end, role)
        roles.append(role)
    return roles


def read_role(
    text: str,
    start: int,
    kind: str,
    clause: Clause | None,
    above: tuple[Clause, ...],
    previous: tuple[int, Role] | None,
) -> Role:
    """The role of a mention that begins at ``start`` and stands in no title.

    ``above``: the clauses that enclose ``clause``; ``previous``: where the mention before it ends, with
    its role, if it stands in the same passage.
    """
    if clause and clause.kind == "letterhead":
        return Role.SELF
    low = max(0, start - _REACH)
    before = text[low:start]
    if _WITH.search(before):
        return Role.ISSUED_WITH
    if _PROPOSED.search(before) or _CHANGED.search(before[-80:]) or _ISSUES.search(before[-24:]):
        return Role.OTHER
    # With the letter that the mention begins with, which says whether a sentence does.
    sentence = governing_start(text[low : start + 1], start - low)
    if _ONLY_WHEN.search(before[-24:]):
        return Role.OTHER
    if kind in LEXICON.kinds_read("aside") and _WEIGHED.search(before[sentence:]):
        return Role.OTHER
    if _BASIS.search(before[sentence:]) or (clause and clause.kind == "basis" and not previous):
        return Role.LEGAL_BASIS
    if any(one.kind == "heading" and _BASIS_HEADING.match(one.text) for one in above):
        return Role.LEGAL_BASIS
    gap = before[sentence:] if previous is None else text[previous[0] : start]
    if previous and len(gap) < len(before) - sentence and _GOES_ON.search(gap) and not _FOLLOWING.search(gap[-80:]):
        return previous[1]
    if _FOLLOWING.search(before[-80:]):
        return Role.OTHER if kind in _TELLS else Role.IMPLEMENTS
    return _by_words(before[sentence:], kind, above)


def _by_words(words: str, kind: str, above: tuple[Clause, ...]) -> Role:
    """The nearest governing word of the sentence decides; then what the clause stands under."""
    publicise, carry_out = _last(_PUBLICISE, words), _last(_CARRY_OUT, words)
    if carry_out > publicise:
        return Role.LEGAL_BASIS if re.match(r"\s*căn\s+cứ", words[carry_out:], re.IGNORECASE) else Role.IMPLEMENTS
    if publicise >= 0:
        return Role.IMPLEMENTS if _AND_CARRY_OUT.search(words[publicise:]) else Role.PUBLICISES
    if LEXICON.reads(kind, "aside") and not _CARRIED_OUT.search(words):
        return Role.OTHER
    if any(one.text.rstrip().endswith(":") and _PUBLICISE.search(one.text) for one in above):
        return Role.PUBLICISES
    return Role.IMPLEMENTS if _WEAKLY.search(words) or _TAKEN_STOCK_OF.search(words) else Role.OTHER


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((found.start() for found in pattern.finditer(words)), default=-1)
