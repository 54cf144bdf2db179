"""Names that stand alone in a bracket or after a colon, and brackets that say who leads."""

from __future__ import annotations

import re

from corpus.bodies.actors import find_actors
from corpus.bodies.split import begins_body, begins_small_body, split_bodies
from corpus.bodies.subjects import find_verb
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words
from corpus.model import Clause
from corpus.work.assigning import Assigned, read_assignment
from corpus.work.labels import Label, read_fields

# What stands before names that are no work: "Thành phần: …", "gửi về: …", "gồm: …".
_NAMES_ONLY = re.compile(
    r"(?:gồm|là|sau|nhận|dự|mời|đối tượng|phạm vi|với|tại|của|cho|về|đến|qua|thành viên|cơ quan|đơn vị)\s*$"
    r"|^(?:đối tượng|phạm vi|nơi nhận|thành phần|địa điểm|kính gửi|tên)\b",
    re.IGNORECASE,
)
_SAYS_WHAT = 5  # words from which what stands before a colon says what is to be done


def is_bracket(clause: Clause) -> bool:
    """Whether ``clause`` is nothing but a bracket, which speaks of the item before it."""
    text = clause.text.strip(" .;")
    return clause.kind == "paragraph" and text.startswith("(") and text.find(")") == len(text) - 1


def _bracket(clause: Clause) -> str:
    """What stands in the bracket at the end of ``clause``."""
    text = clause.text.rstrip(" .;")
    return text[text.rfind("(") + 1 : -1] if text.endswith(")") else ""


def bare_bracket(clause: Clause) -> str:
    """The names in the bracket at the end of ``clause`` where it holds nothing else."""
    inside = _bracket(clause)
    return inside if _only_names(inside) else ""


# "(Sở Y tế, UBND các xã, phường thực hiện xong trước ngày 15/5)": names, then that they are to carry it out.
_CARRY_OUT = re.compile(
    r"(?P<names>.+?)\s+(?:chịu trách nhiệm\s+)?(?:tổ chức\s+|triển khai\s+)?thực hiện(?P<rest>(?:[\s,;]+(?:hoàn thành|xong|trước|trong|thường xuyên)\b.*)?)",
    re.DOTALL,
)
# "(Sở Y tế tham mưu; trình HĐND tỉnh cuối năm 2026)": who prepares or is in charge.
_IN_CHARGE = re.compile(
    r"(?P<names>[^;]+?)\s+(?:(?:là\s+)?đầu mối|tham mưu|phụ trách|chịu trách nhiệm(?:\s+chính)?)(?:\s*[;,]\s*(?P<rest>.+))?",
    re.DOTALL,
)
# "(Sở Giáo dục và Đào tạo, Sở Y tế; Công an tỉnh phối hợp)": who is not said to help leads.
_HELPED = re.compile(r"(?P<leads>[^;]+);\s*(?P<helps>.+?)\s+(?:cùng\s+)?phối hợp(?:\s+(?:thực hiện|triển khai))?")


# "(Chi cục Trồng trọt, tháng 10/2026)": names, then when.
_NAMES_AND_TIME = re.compile(
    r"(?P<names>.+?)\s*[,;]\s*(?P<time>(?:(?:hoàn thành|thực hiện|xong|thời gian\s*:?|trong|trước|từ|đến hết|chậm nhất)\s+)*"
    rf"(?:(?:ngày|tháng|quý|năm|nửa|đầu|cuối)\s[^;]*\d[^;]*|thường xuyên|{whole_words(LEXICON.every)}\s+(?:năm|quý|tháng|tuần)))",
    re.DOTALL | re.IGNORECASE,
)


# "(công đoàn cơ sở phối hợp với người sử dụng lao động)": who leads, and with whom.
_TOGETHER = re.compile(r"(?P<leads>[^;]+?)\s+phối hợp\s+(?:với|cùng)\s+(?P<helps>[^;]+)")


def share_in_bracket(clause: Clause) -> Assigned | None:
    """Who does what ``clause`` says, where the bracket at its end names them in no sentence of *chủ trì*."""
    inside = _bracket(clause)
    carried, helped, timed = (how.fullmatch(inside) for how in (_CARRY_OUT, _HELPED, _NAMES_AND_TIME))
    charged = _IN_CHARGE.fullmatch(inside)
    if carried and _only_names(carried["names"]):
        return Assigned(carried["names"], "", carried["rest"].strip(" ,;"))
    if helped and _only_names(helped["leads"]) and _only_names(helped["helps"]):
        return Assigned(helped["leads"], helped["helps"], "")
    if charged and _only_names(charged["names"]):
        return Assigned(charged["names"], "", (charged["rest"] or "").strip(" ,;"))
    together = _TOGETHER.fullmatch(inside)
    if together and (begins_small_body(inside) or _only_names(together["leads"])) and not find_verb(together["helps"]):
        return Assigned(together["leads"], together["helps"], "")
    if timed and _only_names(timed["names"]):
        return Assigned(timed["names"], "", timed["time"])
    return None


def _only_names(text: str) -> bool:
    if find_actors(text):
        return False
    return begins_body(text) and all(begins_body(name.name) for name in split_bodies(text))


def bare_tail(text: str) -> str:
    """The names after the colon of an item that ends with them: *Treo băng rôn tại chợ, trường học: UBND các xã.*"""
    before, colon, after = text.rpartition(": ")
    after = after.strip(" .;")
    named = colon and not _NAMES_ONLY.search(before) and not begins_body(before) and _only_names(after)
    return after if named and len(before.split()) >= _SAYS_WHAT else ""


def assigns_in_bracket(clause: Clause) -> bool:
    """Whether ``clause`` says in a bracket at its end who leads."""
    inside = _bracket(clause)
    labelled = any(field.label is Label.LEAD for field in read_fields(inside))
    return labelled or (bool(inside) and read_assignment(inside) is not None)
