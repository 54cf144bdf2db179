"""Words printed in capitals as they are written elsewhere: posts, bodies, places, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.intake.encodings.syllables import is_abbreviation
from corpus.language.folding import fold
from corpus.language.letters import upfirst
from corpus.language.lexicon import LEXICON

_BODIES = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ban Chỉ đạo",
    "Ban Chỉ huy",
    "Ban Thường vụ",
    "Ban Thường trực",
    "Ban Chấp hành",
    "Hội đồng",
    "Văn phòng",
    *(f"{place} {body}" for place in ("Tỉnh", "Thành", "Huyện", "Quận", "Thị") for body in ("ủy", "đoàn")),
    "Đảng ủy",
    "Đảng bộ",
    *(f"Sở {field}" for field in LEXICON.fields_of("sở")),
    *(f"Phòng {field}" for field in LEXICON.fields_of("phòng")),
)
_POSTS = (
    "Phó Chủ tịch Thường trực",
    "Phó Bí thư Thường trực",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng",
    "Phó Trưởng phòng",
    "Trưởng phòng",
    "Trưởng ban",
)
_SHORT = re.compile(r"^(?:(?:T/?M|K/?T|TUQ|T/?L|Q|UQ)\s*\.\s*|(?:T/?M|K/?T|T/?L|TUQ)\s+)", re.IGNORECASE)


def recase(text: str, known: Iterable[str] = ()) -> str:
    """``text`` in capitals, as it would stand in a sentence; what is not all capitals stays as it is.

    >>> recase("PHÓ CHỦ TỊCH"), recase("TM. ỦY BAN NHÂN DÂN"), recase("Chủ tịch"), recase("CHỦ TỊCH UBND XÃ")
    ('Phó Chủ tịch', 'TM. Ủy ban nhân dân', 'Chủ tịch', 'Chủ tịch UBND xã')
    """
    if not text.isupper():
        return text
    short = _SHORT.match(text)
    if short:
        return f"{short[0].strip()} {recase(text[short.end() :], known)}"
    lowered = re.sub(r"\w+", lambda word: word[0] if is_abbreviation(word[0]) else word[0].lower(), text)
    for name in sorted((*_POSTS, *LEXICON.posts, *_BODIES, *known), key=len, reverse=True):
        lowered = _put(lowered, name)
    return upfirst(lowered)


def _put(text: str, name: str) -> str:
    """``text`` with ``name`` in its own letters wherever its words stand there."""
    folded, wanted = fold(text), fold(name)
    if len(folded) != len(text) or len(wanted) != len(name):
        return text
    for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded):
        if text[found.start() : found.end()].islower() and name[:1].isupper():
            text = f"{text[: found.start()]}{name}{text[found.end() :]}"
    return text


def as_elsewhere(text: str, others: Iterable[str]) -> str:
    """``text``, all in capitals, as one of ``others`` prints the same words in small letters, where one does."""
    if not text.isupper():
        return text
    wanted = " ".join(text.lower().split())
    for other in others:
        flat = " ".join(other.split())
        lowered = flat.lower()
        at = lowered.find(wanted)
        if at >= 0 and len(lowered) == len(flat) and not flat[at : at + len(wanted)].isupper():
            return upfirst(flat[at : at + len(wanted)])
    return text
