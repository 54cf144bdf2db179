"""Words printed in capitals as they are written elsewhere: posts, bodies, places, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.language.folding import fold
from corpus.language.letters import upfirst
from corpus.language.lexicon import LEXICON

_BODIES = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Chỉ đạo", "Hội đồng", "Văn phòng")
_POSTS = (
    "Phó Chủ tịch Thường trực",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng",
    "Phó Trưởng phòng",
    "Trưởng phòng",
    "Trưởng ban",
)
_SHORT = re.compile(r"^(?P<short>T/?M|K/?T|TUQ|T/?L|Q|UQ)\s*\.\s*", re.IGNORECASE)


def recase(text: str, known: Iterable[str] = ()) -> str:
    """``text`` in capitals, as it would stand in a sentence; what is not all capitals stays as it is.

    >>> recase("PHÓ CHỦ TỊCH"), recase("TM. ỦY BAN NHÂN DÂN"), recase("Chủ tịch")
    ('Phó Chủ tịch', 'TM. Ủy ban nhân dân', 'Chủ tịch')
    """
    if not text.isupper():
        return text
    short = _SHORT.match(text)
    if short:
        return f"{short[0].strip()} {recase(text[short.end() :], known)}"
    lowered = text.lower()
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
