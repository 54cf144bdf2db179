"""Known names at the beginning of a text, where no verb tells their end: "Sở Y tế dự trữ cơ số thuốc"."""

from __future__ import annotations

import re

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import find_bodies
from corpus.bodies.setting import Setting
from corpus.language.letters import SMALL

_REACH = 400  # characters in which a run of names ends
_JOINT = re.compile(r"\s*(?:[,;]\s*|\s(?:và|cùng)\s+)")
# What may follow a name and is no verb of what its body is to do.
_NO_VERB = (
    r"(?:đã|đang|chưa|không|vẫn|là|có|được|bị|thuộc|của|và|với|cho|để|về|tại|ở|trong|trên|theo|từ|đến|năm|liên quan|nêu"
    r"|khác|này|nói|trước|sau|cũ|mới|đạt|hoặc|cùng|nếu|khi|nhằm|do|trực thuộc|cấp|ngoài|gồm)(?!\w)"
)
_VERB = re.compile(rf"\s*,?\s+(?!{_NO_VERB})(?=[{SMALL}])")


def known_run(text: str, bodies: BodyIndex, at: Setting) -> int:
    """Where the names of known bodies end that ``text`` begins with; 0 where it begins with none."""
    end = 0
    for start, until, _ in find_bodies(text[:_REACH], bodies, at):
        joint = _JOINT.match(text, end) if end else None
        if start != (joint.end() if joint else end):
            break
        end = until
    return end


def acting_run(text: str, bodies: BodyIndex, at: Setting) -> int:
    """As ``known_run``, where what follows the names may be what their bodies are to do."""
    end = known_run(text, bodies, at)
    return end if end and _VERB.match(text, end) else 0
