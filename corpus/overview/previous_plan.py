"""The plan that a plan follows: the latest earlier one of the same place about the same subject."""

from __future__ import annotations

import re

from corpus.language.letters import fold
from corpus.language.lexicon import LEXICON
from corpus.model import Corpus, Plan
from corpus.vocabulary import KINDS

_YEARS = re.compile(r"\b(?:nam|giai doan)?\s*(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?\b")
_WORD = re.compile(r"[^\W_]+")

# Words that titles of one subject add or leave out from year to year without changing what the plan is about.
_EMPTY = frozenset(
    fold("ban hành về việc công tác thực hiện triển khai của và tại trên địa bàn nhà nước trong").split()
)


def subject(plan: Plan) -> frozenset[str]:
    """The words that say what a plan is about, without place, year, kind and filling.

    >>> # "Ban hành Kế hoạch tuyên truyền cải cách hành chính nhà nước thành phố Hải Phòng năm 2025"
    >>> # gives {"tuyen", "truyen", "cai", "cach", "chinh"}
    """
    title = fold(plan.meta.promulgates.title if plan.meta.promulgates else plan.meta.title)
    for kind in sorted(KINDS, key=len, reverse=True):
        title = re.sub(rf"^(?:ban hanh\s+)?{fold(kind)}\b", " ", title)
    return frozenset(_WORD.findall(_YEARS.sub(" ", title))) - _EMPTY


def previous_plan(plan: Plan, corpus: Corpus) -> Plan | None:
    """The latest plan of an earlier year with the same place and subject, or None."""
    own = subject(plan) - _place_words(plan, corpus)
    earlier = [
        other
        for other in corpus.plans
        if other.meta.place == plan.meta.place
        and other.meta.year < plan.meta.year
        and subject(other) - _place_words(other, corpus) == own
    ]
    return max(earlier, key=lambda other: (other.meta.year, other.id), default=None)


def _place_words(plan: Plan, corpus: Corpus) -> frozenset[str]:
    """Words of the place's name and of what places are called."""
    names = [corpus.place[plan.meta.place].name, *(place.noun for place in LEXICON.places)]
    return frozenset(word for name in names for word in _WORD.findall(fold(name)))
