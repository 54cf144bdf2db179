"""Lines that begin by naming whom they are for: *Trách nhiệm của Sở Y tế*, *Sở Y tế (cơ quan thường trực): …*."""

from __future__ import annotations

import re

from corpus.bodies.actors import ASKING
from corpus.bodies.split import MANY
from corpus.bodies.subjects import FOR_WORK, NAMES, VERB

# A colon belongs to names only in "các Sở: Nội vụ, Tài chính", "UBND các huyện: Mai Châu, Đà Bắc".
_LISTS = re.compile(r"(?:[Ss]ở|[Ss]ở(?:,\s*ban)?,\s*ngành|hòng|huyện|xã|phường|quận)\s*:\s*$")
_HEADING_LEAD = re.compile(rf"(?i:{ASKING}|trách nhiệm của|nhiệm vụ của|đối với)\s+")
# "Giao Công an tỉnh chủ trì, phối hợp với Sở …:" is for whom it names first.
_SHARED = re.compile(
    r",?\s+(?:chủ trì\s*,?\s*(?:và\s+)?)?phối hợp(?:\s+(?:chặt chẽ\s+)?(?:với|cùng(?:\s+với)?))\b(?P<helpers>[^.:;]*)(?=:?\s*$)"
    r"|,?\s+(?:chủ trì|(?:có|chịu) trách nhiệm|có nhiệm vụ)(?:\s+(?:thực hiện|sau|như sau))*(?=\s*:?\s*$)"
    r"|,?\s+là\s+(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:đầu mối|thường trực|chủ trì|tham mưu)\b[^.:;]{0,80}?(?=\s*:\s*$)"
    # Within what it acts, and what it is for the plan, is no part of its name: "Sở Y tế (cơ quan thường trực)".
    r"|\s*\(theo (?:chức năng|lĩnh vực|nhiệm vụ|thẩm quyền|phân công)[^()]*\)(?=\s*:?\s*$)"
    r"|\s*\((?:là\s+)?(?i:(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:thường trực|chủ trì|đầu mối))\b[^()]*\)(?=\s*:?\s*$)"
)
_ADDRESS = re.compile(rf"(?P<names>(?:{_HEADING_LEAD.pattern})?{NAMES}[^:.]{{0,250}}?)\s*(?::\s*|\.?$)")

_STANDING = re.compile(
    r"\s*\((?:là\s+)?(?i:(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:thường trực|chủ trì|đầu mối))\b[^()]*\)$"
)
_OF_LIST = re.compile(r"(?P<names>[^:.;]+:[^:.;]+?)\s*(?::\s*|\.?$)")
_BRACKET = re.compile(r"\([^()]*\)")  # "Các chủ rừng (Ban quản lý rừng phòng hộ, hộ gia đình)"
# "… thực hiện các nhiệm vụ sau:"
_FOLLOWING = (
    r"(?:\s+(?:tập trung\s+)?(?:tổ chức\s+)?(?:thực hiện|triển khai)(?:\s+thực hiện)?(?:\s+(?:tốt|nghiêm túc))?"
    r"\s+(?:các|một số|những)\s+(?:nhiệm vụ|nội dung|công việc|giải pháp|biện pháp)[^:.;]{0,40}?)?"
)
_GIVING = re.compile(
    rf"(?:{NAMES}[^:.;]{{0,80}}?\s)?(?i:giao|yêu cầu|đề nghị|phân công)(?:\s+cho)?\s+(?P<names>{NAMES}[^:.;]{{0,250}}?){_FOLLOWING}\s*:\s*$"
)


def strip_lead(text: str) -> str:
    """A heading without the words before its names: "Đề nghị", "Trách nhiệm của"."""
    found = _HEADING_LEAD.match(text)
    return text[found.end() :] if found else text


def without_share(text: str) -> str:
    """An address without the words that say how the work below is shared: "Công an tỉnh chủ trì, phối hợp với …".

    >>> without_share("Sở Y tế (cơ quan thường trực) có trách nhiệm:")
    'Sở Y tế:'
    """
    shorter = _SHARED.sub("", text)
    return shorter if shorter == text else without_share(shorter)


def read_helpers(text: str) -> str:
    """The names of those that an address says only help; nothing where it names none.

    >>> read_helpers("Giao Công an tỉnh chủ trì, phối hợp với Sở Y tế, Sở Xây dựng:")
    'Sở Y tế, Sở Xây dựng'
    """
    found = _SHARED.search(text)
    return (found["helpers"] or "").strip() if found else ""


def read_giving(sentence: str) -> str:
    """The names in a ``sentence`` that says no more than to whom what stands after it is given.

    >>> read_giving("Giao Sở Xây dựng, Công an tỉnh:")
    'Sở Xây dựng, Công an tỉnh'
    >>> read_giving("UBND tỉnh yêu cầu Sở Y tế tập trung thực hiện các nhiệm vụ sau:")
    'Sở Y tế'
    >>> read_giving("Chủ tịch UBND các xã có trách nhiệm:")
    'Chủ tịch UBND các xã'
    """
    plain = without_share(sentence)
    if found := _GIVING.match(plain):
        return found["names"] if not re.search(rf"\b{VERB}", found["names"]) else ""
    address = read_address(plain) if plain.rstrip().endswith(":") else None
    return address[0] if address and not address[1] else ""


def read_address(text: str) -> tuple[str, str] | None:
    """The names that a clause is for and what it says to them; None where it does not begin with names alone.

    "Sở Nội vụ: Chủ trì …" says it at once, "Sở Nội vụ" in the clauses below.
    """
    found = _ADDRESS.match(text)
    if not found or re.search(
        rf"\b{VERB}", re.sub(rf"^(?:{FOR_WORK})", "", _BRACKET.sub("", strip_lead(found["names"])))
    ):
        return None
    rest = text[found.end() :]
    if (
        rest
        and _LISTS.search(found.group())
        and re.search(rf"\b(?i:{MANY})", found["names"])
        and not re.match(rf"(?i:{VERB})", rest)
    ):
        return _of_list(text)
    return _STANDING.sub("", strip_lead(found["names"])), rest.strip()


def _of_list(text: str) -> tuple[str, str] | None:
    """As ``read_address`` for "Các sở: Y tế, Nội vụ" and "Các sở: Y tế, Nội vụ: tham mưu …"."""
    found = _OF_LIST.match(text)
    if found is None or re.search(rf"\b{VERB}", found["names"]):
        return None
    return strip_lead(found["names"]), text[found.end() :].strip()


def names_alone(text: str) -> bool:
    """Whether ``text`` says no more than whom what stands after it is for: "5. Đề nghị Hội Nông dân tỉnh", "Giao Sở Y tế:"."""
    address = read_address(without_share(text))
    return address is not None and not address[1]
