"""Who a sentence makes act: the bodies named right before a verb of duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.bodies.split import BODY, MANY
from corpus.language.letters import CAPITAL, SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words

_ASKING = r"(?:đề nghị|yêu cầu|giao(?:\s+cho)?|phân công)"
_COMMON = whole_words(
    (*LEXICON.addressed, *LEXICON.departments, *(noun.lower() for noun in (*LEXICON.posts, *LEXICON.bodies)))
)
_PLACES = rf"(?i:{MANY}){whole_words(place.noun for place in LEXICON.places)}"
_NAMES = rf"(?:{_PLACES}|(?i:{MANY})?{BODY}|(?i:{MANY}){_COMMON}|{_COMMON}(?=\s+[{CAPITAL}]))"
# "các tổ chức" is a noun, and "các Ban xây dựng Đảng" a name; the verbs stand elsewhere.
_VERB = rf"(?<!các )(?<!Các )(?<!những )(?!xây dựng Đảng){whole_words(LEXICON.verbs_that('acts'))}"
_BEFORE = rf"(?:^|(?<=[,:;(])\s*|\b(?i:{_ASKING}|để|do|về|cho|trách nhiệm của)\s+)"
# A colon belongs to names only in "các Sở: Nội vụ, Tài chính", "UBND các huyện: Mai Châu, Đà Bắc".
_LISTS = re.compile(r"(?:[Ss]ở|hòng|huyện|xã|phường|quận)\s*:\s*$")
_SUBJECT = re.compile(
    rf"{_BEFORE}(?P<names>{_NAMES}(?:[^.:()]|(?<=[Ss]ở):|(?<=hòng):|(?<=huyện):|(?<=xã):|(?<=phường):|(?<=quận):)*?)\s*,?\s+(?:để\s+)?"
    rf"(?=(?:có nhiệm vụ\s+)?{_VERB})"
)
_ASKED = re.compile(rf"(?i:\b{_ASKING})\s+(?={_NAMES})")
# The bodies after "phối hợp với" help and do not act, up to the end of the phrase.
_HELPING = re.compile(rf"\b(?:phối hợp|cùng)(?:\s+[{SMALL}]+){{0,2}}\s+với\b[^;:]*$")
_ASSIGNED = re.compile(r"(?i:giao|phân công)\b")
_HEADING_LEAD = re.compile(rf"(?i:{_ASKING}|trách nhiệm của|nhiệm vụ của|đối với)\s+")
_ADDRESS = re.compile(rf"(?P<names>(?:{_HEADING_LEAD.pattern})?{_NAMES}[^:.]{{0,250}}?)\s*(?::\s*|\.?$)")


@dataclass(frozen=True)
class Actors:
    """Names at ``sentence[start:end]`` of the bodies that are to act."""

    names: str
    start: int
    end: int


def find_actors(sentence: str) -> Iterator[Actors]:
    """The bodies that ``sentence`` makes act, in order."""
    position = 0
    while found := _SUBJECT.search(sentence, position):
        start, end = found.span("names")
        # "UBND thành phố yêu cầu Thủ trưởng …": who is asked acts, not who asks.
        for asked in _ASKED.finditer(sentence, start, end):
            start = asked.end()
        if not _HELPING.search(sentence[position:start]):
            yield Actors(sentence[start:end], start, end)
        position = found.end()


def strip_lead(text: str) -> str:
    """A heading without the words before its names: "Đề nghị", "Trách nhiệm của"."""
    found = _HEADING_LEAD.match(text)
    return text[found.end() :] if found else text


def names_its_own(text: str, requested: bool) -> bool:
    """Whether a clause is for whom it begins by naming, whoever its heading is for.

    "Giao Chi cục …" always is. "Đề nghị Hội …" is under a heading that asks too (``requested``); under a
    body's own heading it is that body which asks.
    """
    asked = _ASKED.match(text)
    return bool(asked) and (requested or bool(_ASSIGNED.match(text))) and any(find_actors(text))


def read_address(text: str) -> tuple[str, str] | None:
    """The names that a clause is for and what it says to them; None where it does not begin with names alone.

    "Sở Nội vụ: Chủ trì …" says it at once, "Sở Nội vụ" in the clauses below.
    """
    found = _ADDRESS.match(text)
    if not found or re.search(rf"\b{_VERB}", found["names"]):
        return None
    rest = text[found.end() :]
    if (
        rest
        and _LISTS.search(found.group())
        and re.search(rf"\b(?i:{MANY})", found["names"])
        and not re.match(rf"(?i:{_VERB})", rest)
    ):
        return None
    return strip_lead(found["names"]), rest.strip()
