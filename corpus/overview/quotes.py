"""Citations in the whole sentences that carry them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model import Citation, Plan
from corpus.vocabulary import Role

_BREAK = re.compile(r"[.!?…]+[”\")]?(?P<after>\s+)|(?P<line>\s*\n\s*)")
# Abbreviations that keep their full stop inside a sentence: "TP. Hải Phòng", "TM. ỦY BAN".
_ABBREVIATED = re.compile(r"(?:^|[\s(“\"])(?:TP|TX|TT|TM|KT|TL|TUQ|Q|P|H|ThS|TS|PGS|GS|[A-ZĐ])$")


@dataclass(frozen=True)
class Quote:
    """A sentence of a plan in pieces; those that are true are the mentions. ``role`` is theirs."""

    plan: str
    anchor: str
    role: Role
    pieces: tuple[tuple[str, bool], ...]


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``text[start:end]`` begins and ends; it never cuts into that span.

    >>> text = "Một. Theo Nghị quyết số 76/NQ-CP tại TP. Huế. Hai."
    >>> text[slice(*sentence_span(text, 10, 31))]
    'Theo Nghị quyết số 76/NQ-CP tại TP. Huế.'
    """
    left, right = 0, len(text)
    for found in _BREAK.finditer(text):
        if not _ends(text, found):
            continue
        if found.end() <= start:
            left = found.end()
        elif found.start() >= end:
            right = found.start("after") if found["after"] else found.start()
            break
    return left, right


def _ends(text: str, found: re.Match) -> bool:
    """Whether a sentence ends at ``found``: what follows begins as a sentence or a list item does."""
    following = text[found.end() : found.end() + 2].lstrip('“"(')[:1]
    begins = following.isupper() or following.isdigit() or following in ("-", "+", "•")
    return begins and not (found["after"] and _ABBREVIATED.search(text, 0, found.start()))


def quotes(citations: Iterable[Citation], plan: Plan) -> tuple[Quote, ...]:
    """The sentences of ``plan`` with ``citations``, in their order; mentions of one role in one sentence share a quote."""
    texts = {(passage.anchor, passage.field): passage.text for passage in plan.passages}
    found: dict[tuple, list[Citation]] = {}
    for one in citations:
        text = texts[one.anchor, one.field]
        found.setdefault((one.anchor, one.field, one.role, sentence_span(text, one.start, one.end)), []).append(one)
    return tuple(
        Quote(plan.id, anchor, role, _pieces(texts[anchor, name], span, marked))
        for (anchor, name, role, span), marked in found.items()
    )


def _pieces(text: str, span: tuple[int, int], marked: list[Citation]) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    position, end = span
    for one in sorted(marked, key=lambda one: one.start):
        if one.start < position:
            continue
        pieces += [(text[position : one.start], False), (text[one.start : one.end], True)]
        position = one.end
    pieces.append((text[position:end], False))
    return tuple((piece, mention) for piece, mention in pieces if piece)
