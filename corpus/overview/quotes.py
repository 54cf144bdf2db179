"""Citations in the whole sentences that carry them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.language.sentences import sentence_span
from corpus.model import Citation, Plan
from corpus.vocabulary import Role


@dataclass(frozen=True)
class Quote:
    """A sentence of a plan in pieces; those that are true are the mentions. ``role`` is theirs."""

    plan: str
    anchor: str
    role: Role
    pieces: tuple[tuple[str, bool], ...]

    @property
    def sentence(self) -> str:
        """Its words in one line."""
        return " ".join("".join(text for text, _ in self.pieces).split())


def quotes(citations: Iterable[Citation], plan: Plan) -> tuple[Quote, ...]:
    """The sentences of ``plan`` with ``citations``, in their order; mentions of one role in one sentence share a quote."""
    found: dict[tuple[str, str, Role, tuple[int, int]], list[Citation]] = {}
    for one in citations:
        text = plan.passage_at[one.anchor, one.field].text
        found.setdefault((one.anchor, one.field, one.own_role, sentence_span(text, one.start, one.end)), []).append(one)
    return tuple(
        Quote(plan.id, anchor, role, _pieces(plan.passage_at[anchor, name].text, span, marked))
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
