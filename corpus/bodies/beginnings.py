"""Known names at the beginning of a text, where no verb tells their end: "Sở Y tế dự trữ cơ số thuốc"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import find_bodies
from corpus.bodies.setting import Setting
from corpus.language.letters import SMALL

_REACH = 400  # characters in which a run of names ends
_JOINT = re.compile(r"\s*(?:[,;]\s*|\s(?:và|cùng)\s+)")
# What may follow a name and is no verb of what its body is to do.
_NO_VERB = (
    r"(?:đã|đang|chưa|không|vẫn|là(?! (?:cơ quan|đầu mối))|có(?! (?:trách nhiệm|nhiệm vụ))|được|bị|thuộc|của|và|với|cho|để"
    r"|về|tại|ở|trong|trên|theo(?! dõi)|từ|đến|năm|liên quan|nêu|khác|này|nói|trước|sau|cũ|mới|đạt|hoặc|cùng|nếu|khi"
    r"|nhằm|do|trực thuộc|cấp(?! (?:cứu|phát|đổi|mới|thẻ|giấy|sổ|mã|phép|tài khoản|kinh phí|chứng|bù))|ngoài|gồm|các|những|một|khu|vùng|ven|biên|miền|huyện|xã|phường|thị|thành(?! lập)|tỉnh|quận"
    r"|đặc|thôn|ấp|công trình)(?!\w)"
)
_VERB = re.compile(rf"\s+(?!{_NO_VERB})(?=[{SMALL}])")


def known_run(text: str, bodies: BodyIndex, at: Setting) -> int:
    """Where the names of known bodies end that ``text`` begins with; 0 where it begins with none."""
    end = 0
    for start, until, _ in find_bodies(text[:_REACH], bodies, at):
        joint = _JOINT.match(text, end) if end else None
        if start != (joint.end() if joint else end):
            break
        end = until
    return end


def acting_run(text: str, bodies: BodyIndex, at: Setting, printed: Iterable[str] = ()) -> int:
    """As ``known_run``, where what follows the names may be what their bodies are to do.

    ``printed`` are names as the plan prints them apart, in cells and labelled lines, longest first.
    """
    apart = next((len(name) for name in printed if text.startswith(name)), 0)
    end = max(known_run(text, bodies, at), apart)
    return end if end and _VERB.match(text, end) else 0
