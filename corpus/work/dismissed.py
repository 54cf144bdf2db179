"""What a person has said is none: mentions and bodies that the machine took for such, left out everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import AgencyMention, Citation, Duty, Plan
from corpus.vocabulary import Dismissed


def is_dismissed(plan: Plan, what: Dismissed, anchor: str, text: str) -> bool:
    """Whether a person dismissed ``text`` at ``anchor`` as no ``what``."""
    return any((one.what, one.at, one.quote) == (what, anchor, text) for one in plan.meta.dismissed)


def keep_citations(plan: Plan, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """``citations`` without those that a person says are no mention of a directive."""
    return tuple(one for one in citations if not is_dismissed(plan, Dismissed.MENTION, one.anchor, one.text))


def keep_mentions(plan: Plan, mentions: Iterable[AgencyMention]) -> tuple[AgencyMention, ...]:
    """``mentions`` without those that a person says are no body."""
    return tuple(one for one in mentions if not is_dismissed(plan, Dismissed.BODY, one.anchor, one.text))


def keep_duties(plan: Plan, duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """``duties`` without those of a name that a person says is no body."""
    return tuple(one for one in duties if not is_dismissed(plan, Dismissed.BODY, one.anchor, one.printed_name))
