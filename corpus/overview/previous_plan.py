"""The plan that a plan follows, and the one above it: the latest about the same subject of its place, and of a higher one."""

from __future__ import annotations

import re
from bisect import bisect_right

from corpus.bodies.place_names import PlaceIndex
from corpus.document_kinds import KINDS
from corpus.grouping import group
from corpus.language.folding import fold
from corpus.language.lexicon import LEXICON
from corpus.model import Corpus, Plan

_YEARS = re.compile(r"\b(?:nam|giai doan)?\s*(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?\b")
_WORD = re.compile(r"[^\W_]+")

_NOUN_WORDS = frozenset(word for place in LEXICON.places for word in _WORD.findall(fold(place.noun)))
_KIND_FIRST = [re.compile(rf"^(?:ban hanh\s+)?{fold(kind)}\b") for kind in sorted(KINDS, key=len, reverse=True)]
# Words that titles of one subject add or leave out from year to year without changing what the plan is about.
_EMPTY = frozenset(map(fold, LEXICON.filling))


def subject(plan: Plan) -> frozenset[str]:
    """The words that say what a plan is about, without place, year, kind and filling.

    >>> # "Ban hành Kế hoạch tuyên truyền cải cách hành chính nhà nước thành phố Hải Phòng năm 2025"
    >>> # gives {"tuyen", "truyen", "cai", "cach", "chinh"}
    """
    title = fold(plan.meta.promulgates.title if plan.meta.promulgates else plan.meta.title)
    for kind in _KIND_FIRST:
        title = kind.sub(" ", title)
    return frozenset(_WORD.findall(_YEARS.sub(" ", title))) - _EMPTY


def previous_plans(corpus: Corpus) -> dict[str, Plan]:
    """By the id of each plan, the latest plan of an earlier year with the same place and subject; others are left out."""
    lines = group(corpus.plans, lambda plan: (plan.meta.place, subject(plan) - _place_words(plan, corpus)))
    found: dict[str, Plan] = {}
    for line in lines.values():
        before: Plan | None = None  # the last of the years before that of ``last``
        last: Plan | None = None
        for plan in sorted(line, key=lambda plan: (plan.meta.year, plan.id)):
            if last and last.meta.year < plan.meta.year:
                before = last
            if before:
                found[plan.id] = before
            last = plan
    return found


def plans_above(corpus: Corpus, places: PlaceIndex) -> dict[str, Plan]:
    """By the id of each plan, the latest plan about its subject of the nearest higher place, of its year or before.

    Plans of places that have none above them on the subject are left out.
    """
    lines = group(corpus.plans, lambda plan: (plan.meta.place, subject(plan) - _place_words(plan, corpus)))
    years = {key: sorted(line, key=lambda plan: (plan.meta.year, plan.id)) for key, line in lines.items()}
    found: dict[str, Plan] = {}
    for (place, about), line in lines.items():
        above = next((years[one.id, about] for one in places.chain(place)[1:] if (one.id, about) in years), [])
        for plan in line:
            until = bisect_right(above, plan.meta.year, key=lambda one: one.meta.year)
            if until:
                found[plan.id] = above[until - 1]
    return found


def _place_words(plan: Plan, corpus: Corpus) -> frozenset[str]:
    """Words of the place's name and of what places are called."""
    return _NOUN_WORDS | frozenset(_WORD.findall(fold(corpus.place[plan.meta.place].name)))
