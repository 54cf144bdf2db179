"""Lines that assign: *Cơ quan chủ trì: …; phối hợp: …; thời gian: …*, as fields of their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from corpus.bodies.actors import find_actors
from corpus.bodies.split import BODY, MANY, split_bodies
from corpus.bodies.words import TEXTS_KEPT
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words


class Label(Enum):
    """What the words before a colon say of a task; ``OTHER`` what has no place of its own: *Kinh phí*, *Địa điểm*."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    TIME = "time"
    PRODUCT = "product"
    OTHER = "other"


@dataclass(frozen=True)
class Field:
    """A labelled value at ``text[start:end]``, the label ``name`` included; ``value`` without the signs that part fields."""

    label: Label
    name: str
    value: str
    start: int
    end: int


_WHO = (
    r"(?:(?:các\s+)?(?:cơ quan|đơn vị|phòng|ban|bộ phận|cá nhân|ngành|địa phương)"
    r"(?:\s*(?:,|/|và)\s*(?:cơ quan|đơn vị|tổ chức|cá nhân|bộ phận|địa phương))*\s+)"
)
_TO_DO = r"(?:\s*,?\s*(?:và\s+)?(?:thực hiện|tham mưu|triển khai|xây dựng|chính|theo dõi))*"
_LABELS = (
    (Label.LEAD, rf"{_WHO}?(?:được giao\s+)?(?:chủ trì|đầu mối){_TO_DO}"),
    (
        Label.LEAD,
        rf"{_WHO}(?:thực hiện|tham mưu|chịu trách nhiệm|phụ trách|triển khai){_TO_DO}|(?:CQ|ĐV)\s*(?:CT|chủ trì)",
    ),
    (Label.LEAD, rf"(?:thực hiện|trách nhiệm)(?=\s*:\s*(?:{MANY})?(?:{BODY}|{whole_words(LEXICON.addressed)}))"),
    (Label.LEAD, r"phân công(?:\s+(?:thực hiện|nhiệm vụ|trách nhiệm))?|trách nhiệm thực hiện"),
    (Label.COORDINATING, rf"{_WHO}?phối hợp(?:\s+(?:thực hiện|triển khai|với|cùng))*|(?:CQ|ĐV)\s*(?:PH|phối hợp)"),
    (
        Label.TIME,
        r"(?:thời gian|thời hạn|thời điểm|tiến độ|lộ trình|hạn)"
        r"(?:\s*,?\s*(?:và\s+)?(?:thực hiện|hoàn thành|tổ chức|triển khai|trình|ban hành|dự kiến|tiến độ))*"
        r"|hoàn thành",
    ),
    (
        Label.PRODUCT,
        r"(?:dự kiến\s+)?(?:sản phẩm|kết quả)"
        r"(?:\s*(?:,|/|-|và)?\s*(?:sản phẩm|kết quả|đầu ra|dự kiến|hoàn thành|thực hiện|cần đạt|đạt được))*",
    ),
    (
        Label.OTHER,
        r"(?:(?:nguồn|dự toán)\s+)?kinh phí(?:\s+(?:thực hiện|dự kiến))?|địa điểm(?:\s+(?:thực hiện|tổ chức))?|thành phần(?:\s+tham dự)?"
        r"|số lượng|quy mô|hình thức(?:\s+(?:thực hiện|tổ chức))?|nội dung(?:\s+(?:thực hiện|công việc))?|phương thức"
        r"|đối tượng|phạm vi|chỉ tiêu|cấp(?:\s+(?:có thẩm quyền))?(?:\s*,?\s*(?:trình|ban hành|phê duyệt|quyết định))+"
        r"|(?:cơ quan|đơn vị)\s+(?:giám sát|kiểm tra|đôn đốc)|giám sát|lãnh đạo\s+(?:chỉ đạo|phụ trách)|ghi chú",
    ),
)
_ANY = "|".join(f"(?P<label{number}>{pattern})" for number, (_, pattern) in enumerate(_LABELS))
# A label stands at the beginning of a line or after what ended the field before it.
_LABEL = re.compile(rf"(?:^|(?<=[.;,(\n])|(?<=\s[-–+]))\s*(?:[-–+•*]\s+)?(?:và\s+)?(?:{_ANY})\s*:\s*", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"(?<=[.;\n])\s*[^\W\d_][^:;.()\n]{2,40}:\s")
# "Sở A chủ trì; Sở B phối hợp", "Sở A (chủ trì), Sở B (phối hợp)".
_TO_LEAD = r"chủ trì(?:\s*,?\s*(?:tham mưu|thực hiện|triển khai|theo dõi))*|tham mưu|phụ trách|(?:tổ chức\s+|triển khai\s+)?thực hiện"
_SHARE = re.compile(
    rf"(?P<names>.+?)(?:\s+là\s+(?:cơ quan|đơn vị|bộ phận))?[\s(]+(?:(?:cùng|đồng)\s+)?"
    rf"(?P<how>{_TO_LEAD}|phối hợp(?:\s+(?:thực hiện|triển khai))?|chỉ đạo)\)?$",
    re.DOTALL,
)
_WITH = re.compile(
    r"^phối hợp(?:\s+(?:chặt chẽ|thực hiện|cùng|với))*\s*(?::\s*|\s+)(?=\S)", re.IGNORECASE
)  # "… chủ trì, phối hợp với Sở B"
# "Sở A phối hợp với Sở B": who is named first leads.
_HELPED = re.compile(
    rf"(?P<lead>(?:(?!chủ trì|phối hợp)[^;:\n])+?),?\s+phối hợp\s+(?:với|cùng)\s+(?P<helpers>(?:{MANY})?{BODY}[^;\n]*)$"
)
_PARTS = re.compile(r"[;\n]|(?:(?<=\))|(?<=chủ trì)|(?<=phối hợp)),")
_EDGES = " \t\n.;,–-"
_BULLETS = " \t\n-–+•*"


@lru_cache(TEXTS_KEPT)
def read_fields(text: str) -> tuple[Field, ...]:
    """The labelled fields of ``text`` in their order; text before the first label belongs to none.

    >>> [(field.label.value, field.value) for field in read_fields("Chủ trì: Sở Y tế; phối hợp: Công an tỉnh.")]
    [('lead', 'Sở Y tế'), ('coordinating', 'Công an tỉnh')]
    """
    if ":" not in text:
        return ()
    marks = [mark for mark in _marks(text) if not _shares_out(mark[0], text[mark[1] :])]
    fields = []
    for index, (label, start, after) in enumerate(marks):
        end = marks[index + 1][1] if index + 1 < len(marks) else len(text)
        end = _closed(text, after, end)
        fields.append(Field(label, _name(text[start:after]), text[after:end].strip(_EDGES), start, end))
    return tuple(fields)


def opens_with_label(text: str) -> bool:
    """Whether ``text`` is labelled fields from its first word on, after a bullet of its own or none."""
    fields = read_fields(text)
    return bool(fields) and not text[: fields[0].start].strip(_BULLETS)


def _shares_out(label: Label, text: str) -> bool:
    """Whether what a label of shares leads to are sentences: "Phân công: Sở Y tế hướng dẫn; Sở Tài chính bố trí …"."""
    if label is not Label.LEAD or not text.lstrip(_BULLETS).lower().startswith("phân công"):
        return False
    parts = text.partition(":")[2].split(";")
    return len(parts) > 1 and sum(tells_more(part) for part in parts) > 1


def _name(label: str) -> str:
    return " ".join(label.strip(" \t\n:–-").split())


def _marks(text: str) -> Iterator[tuple[Label, int, int]]:
    """Label, its start and the start of its value, in order; labels of no list only where one stands before."""
    found: list[tuple[Label, int, int]] = []
    for match in _LABEL.finditer(text):
        label = next(_LABELS[n][0] for n in range(len(_LABELS)) if match[f"label{n}"])
        lead = len(match.group()) - len(match.group().lstrip(_BULLETS))
        found.append((label, match.start() + lead, match.end()))
    if found:
        taken = {start for _, start, _ in found}
        for match in _OTHER_LABEL.finditer(text, found[0][2]):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            if start not in taken and not any(begin <= start < after for _, begin, after in found):
                found.append((Label.OTHER, start, match.end()))
    yield from sorted(found, key=lambda mark: mark[1])


def read_shares(value: str) -> tuple[str, str] | None:
    """Who leads and who helps where a value says so behind the names; None where it does not.

    Beside one that is said to lead, one of whom nothing is said helps, and so does who is only to carry it out; beside
    one that is said in a bracket to help, one of whom nothing is said leads. Who directs does neither.

    >>> read_shares("Sở Y tế chủ trì; Sở Nội vụ, Công an tỉnh phối hợp")
    ('Sở Y tế', 'Sở Nội vụ, Công an tỉnh')
    >>> read_shares("Phòng Tư pháp chủ trì, phối hợp với các phòng, ban")
    ('Phòng Tư pháp', 'các phòng, ban')
    """
    if found := _HELPED.match(value.strip(_EDGES)):
        return found["lead"], found["helpers"]
    parts = [part.strip(_EDGES) for part in _PARTS.split(value)]
    shares = [(share["names"], share["how"]) if (share := _SHARE.match(part)) else (part, "") for part in parts if part]
    told = [how for _, how in shares if how and not how.startswith(("phối hợp", "chỉ đạo"))]
    if not told:
        # "Sở Y tế, Sở Nội vụ (phối hợp)": the bracket speaks of the last.
        printed = split_bodies(value)
        if len(parts) == 1 and len(printed) > 1 and value.rstrip(_EDGES).endswith("(phối hợp)"):
            return value[: printed[-1].start].rstrip(_EDGES), printed[-1].text
        helping = [names for names, how in shares if how] if value.rstrip(_EDGES).endswith("(phối hợp)") else []
        leading = [names.strip(_EDGES) for names, how in shares if not how]
        return ("; ".join(leading), "; ".join(helping)) if leading and helping else None
    leading = [how for how in told if how.startswith("chủ trì")] or told
    leads = [names.strip(_EDGES) for names, how in shares if how in leading]
    helps = [_WITH.sub("", names).strip(_EDGES) for names, how in shares if how not in leading and how != "chỉ đạo"]
    return "; ".join(leads), "; ".join(helps)


def tells_more(line: str) -> bool:
    """Whether ``line`` says what a body is to do, and not only whether it leads or helps."""
    line = line.strip(_EDGES)
    return bool(find_actors(line)) and not _SHARE.match(line)


def _closed(text: str, start: int, end: int) -> int:
    """``end``, or the bracket before it that closes what was opened before ``start``."""
    depth = 0
    for index in range(start, end):
        if text[index] == "(":
            depth += 1
        elif text[index] == ")":
            if depth == 0:
                return index
            depth -= 1
    return end
