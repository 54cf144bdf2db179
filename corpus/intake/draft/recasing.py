"""Words printed in capitals as they are written elsewhere: posts, bodies, places, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.intake.encodings.syllables import is_abbreviation
from corpus.language.letters import upfirst
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import longest_first

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
    "Đảng ủy",
    "Đảng bộ",
    "Mặt trận Tổ quốc",
    "Việt Nam",
    *(f"{place} {body}" for place in ("Tỉnh", "Thành", "Huyện", "Quận", "Thị") for body in ("ủy", "đoàn")),
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
    *(
        f"{body} trưởng"
        for body in ("Bộ", "Thứ", "Tổng cục", "Cục", "Chi cục", "Vụ", "Viện", "Hiệu", "Trạm", "Hạt", "Đội")
    ),
)
_SHORT = re.compile(r"^(?:(?:T/?M|K/?T|TUQ|T/?L|Q|UQ)\s*\.\s*|(?:T/?M|K/?T|T/?L|TUQ)\s+)", re.IGNORECASE)
# Names by their letters, the tone mark of "uỷ" and "ủy" at one place.
_NAMES = {name.lower().replace("uỷ", "ủy"): name for name in (*_POSTS, *LEXICON.posts, *_BODIES)}
_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first(_NAMES))})(?!\w)")


def recase(text: str) -> str:
    """``text`` in capitals, as it would stand in a sentence; what is not all capitals stays as it is.

    >>> recase("PHÓ CHỦ TỊCH"), recase("TM. ỦY BAN NHÂN DÂN"), recase("Chủ tịch"), recase("CHỦ TỊCH UBND XÃ")
    ('Phó Chủ tịch', 'TM. Ủy ban nhân dân', 'Chủ tịch', 'Chủ tịch UBND xã')
    >>> recase("THỨ TRƯỞNG"), recase("THỦ TRƯỞNG"), recase("PHÓ HIỆU TRƯỞNG"), recase("TM. UỶ BAN NHÂN DÂN")
    ('Thứ trưởng', 'Thủ trưởng', 'Phó Hiệu trưởng', 'TM. Uỷ ban nhân dân')
    """
    if not text.isupper():
        return text
    short = _SHORT.match(text)
    if short:
        return f"{short[0].strip()} {recase(text[short.end() :])}"
    lowered = re.sub(r"\w+", lambda word: word[0] if is_abbreviation(word[0]) else word[0].lower(), text)
    found = _NAME.finditer(lowered.replace("uỷ", "ủy"))
    for name, start, end in [(_NAMES[one[0]], *one.span()) for one in found]:
        own = zip(lowered[start:end], name, strict=True)
        lowered = f"{lowered[:start]}{''.join(a.upper() if b.isupper() else a for a, b in own)}{lowered[end:]}"
    return upfirst(lowered)


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
