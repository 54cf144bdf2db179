"""Whose document it is: the place that a letterhead names, among all there were on its day, and the body of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.bodies.standard import StandardNames
from corpus.country.places import CENTRAL, NOUNS, ProperKey, proper_key, split_noun
from corpus.country.register import Places
from corpus.intake.draft.issuing_body import named_body
from corpus.language.folding import fold, slug
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import longest_first
from corpus.schema import Place
from corpus.vocabulary import Tier

_SHORT_NOUNS = {"tp": "thành phố", "t.p": "thành phố", "tx": "thị xã", "tt": "thị trấn", "đk": "đặc khu"}
_NOUN = re.compile(rf"(?<!\w)(?P<noun>{'|'.join(longest_first((*NOUNS, *_SHORT_NOUNS)))})\.?(?!\w)\s*", re.IGNORECASE)
# "TỈNH ỦY HƯNG YÊN", "THÀNH ĐOÀN HẢI PHÒNG": the noun of the place is part of the body's name.
_PARTY_NOUN = re.compile(r"(?<!\w)(?P<noun>tỉnh|thành|huyện|quận|thị)\s+(?:ủy|uỷ|đoàn)(?!\w)\s*", re.IGNORECASE)
_PARTY_NOUNS = {"thành": "thành phố", "thị": "thị xã"}
_LONGEST_PROPER = 5  # words
_COMMITTEE = re.compile(r"(?<!\w)(?:u[ỷy] ban nhân dân|ủy ban nhân dân|ubnd)(?!\w)", re.IGNORECASE)
_CHAIR = re.compile(r"(?<!\w)chủ tịch\s+(?:u[ỷy] ban nhân dân|ủy ban nhân dân|ubnd)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Whose:
    """``issuer`` is the id of the body, ``sure`` False where place or body was guessed or several fit.

    ``name`` are the words that the letterhead has for a body that no rule knows, without the place; else empty.
    """

    place: Place | None
    issuer: str
    sure: bool
    name: str = ""


@dataclass(frozen=True)
class _Found:
    """Places that a piece of text may name, and the words of it that do."""

    places: tuple[Place, ...]
    printed: str


def find_issuer(
    lines: Sequence[str], authority: str, printed_place: str, day: date, body: str, places: Places
) -> Whose:
    """The body that the ``lines`` of a letterhead name.

    ``authority`` is the line of a decision that says who decides, ``printed_place`` stands before the day, ``body`` is
    the text of the document, which tells apart places of one name.
    """
    head = " ".join(" ".join(lines).split())
    for text in filter(None, (head, authority)):
        if found := _named_places(text, places, day):
            place, sure = _choose(_innermost(found, places), body, places)
            return _issued(place, sure, lines if text == head else (text,), found, authority, day, places)
    if head and (central := _central(head)):
        return Whose(places.get(CENTRAL), f"{CENTRAL}/{slug(central)}", True)
    return _from_text(lines, printed_place, authority, body, day, places)


def _issued(
    place: Place,
    sure: bool,
    lines: Sequence[str],
    found: Sequence[_Found],
    authority: str,
    day: date,
    places: Places,
) -> Whose:
    """The body of ``place`` that ``lines`` name; those of a decision of its Chairman name the Committee whose number it has."""
    if _CHAIR.search(authority):
        return Whose(place, f"{place.id}/chu-tich-uy-ban-nhan-dan", sure)
    names = {one.printed for one in found}
    issuer, name = named_body(lines, names, place, day, StandardNames(places))
    return Whose(place, issuer, sure, name)


def _named_places(text: str, places: Places, day: date) -> list[_Found]:
    """Each place that ``text`` names with its noun, in order."""
    found: list[_Found] = []
    nouns = sorted((*_NOUN.finditer(text), *_PARTY_NOUN.finditer(text)), key=lambda one: one.start())
    for noun in nouns:
        words = list(re.finditer(r"[^\W\d_]+|\d+", text[noun.end() :]))[:_LONGEST_PROPER]
        of_party, printed = noun.re is _PARTY_NOUN, noun["noun"].lower()
        kind = (_PARTY_NOUNS if of_party else _SHORT_NOUNS).get(printed, printed)
        for count in range(len(words), 0, -1):
            end = noun.end() + words[count - 1].end()
            named = [one for one in places.named(proper_key(text[noun.end() : end]), kind) if _is_then(one, day)]
            if named:
                start = noun.end() if of_party else noun.start()
                found.append(_Found(tuple(named), text[start:end]))
                break
    return found


def _innermost(found: Sequence[_Found], places: Places) -> tuple[Place, ...]:
    """The places that the last name may mean within the first: *ĐẢNG BỘ TỈNH LÀO CAI / ĐẢNG ỦY PHƯỜNG CAM ĐƯỜNG*."""
    outer = {place.id for place in found[0].places}
    inside = tuple(
        place for place in found[-1].places if outer & {one.id for one in places.chain(place.id)} - {place.id}
    )
    return inside or found[0].places


def _is_then(place: Place, day: date) -> bool:
    return not (place.since and day < place.since) and not (place.until and day > place.until)


def _choose(candidates: Sequence[Place], body: str, places: Places) -> tuple[Place, bool]:
    """The one whose outer places the text speaks of most, and whether that is plain."""
    if len(candidates) == 1:
        return candidates[0], True
    words = fold(body)
    counts = {one.id: _spoken_of(one, body, words, places) for one in candidates}
    first, second, *_ = sorted(candidates, key=lambda one: (*(-count for count in counts[one.id]), one.id))
    return first, counts[first.id] > counts[second.id]


def _spoken_of(place: Place, body: str, words: str, places: Places) -> tuple[int, int]:
    """How often the text names the outer place with its noun, and how often by its bare name (*VNPT Tây Ninh*)."""
    outer = places.get(place.parent)
    if outer is None:
        return 0, 0
    proper = split_noun(outer.name)[1]
    bare = len(re.findall(rf"(?<!\w){re.escape(proper)}(?!\w)", body))
    name = re.escape(fold(proper))
    return len(re.findall(rf"(?:tinh|thanh pho|huyen|quan|thi xa|tp\.?)\s+{name}(?!\w)", words)), bare


def _central(head: str) -> str:
    """A body of the centre that a letterhead names."""
    wanted = fold(head)
    names = (*(f"Bộ {name}" for name in LEXICON.fields_of("bộ")), *LEXICON.central_names)
    return next((name for name in longest_first(names) if wanted.endswith(fold(name))), "")


def _from_text(lines: Sequence[str], printed_place: str, authority: str, body: str, day: date, places: Places) -> Whose:
    """Without a place in the letterhead: that printed before the day, of the kind that the text speaks of as its own."""
    noun, proper = split_noun(printed_place)
    named = [one for one in places.named(proper_key(proper), noun) if _is_then(one, day)] if proper else []
    if not named:
        return Whose(None, "", False)
    if lines and not _COMMITTEE.search(" ".join(lines)):
        found = [_issued(place, len(named) == 1, lines, (), authority, day, places) for place in named]
        return max(found, key=lambda one: (not one.name, one.place is not None and one.place.tier == Tier.CITY))
    spoken = {kind: len(re.findall(rf"(?:uy ban nhan dan|ubnd) {fold(kind)}(?!\w)", fold(body))) for kind in NOUNS}
    best = max(named, key=lambda one: (spoken.get(split_noun(one.name)[0], 0), one.tier == Tier.CITY))
    office = "chu-tich-uy-ban-nhan-dan" if _CHAIR.search(authority) else "uy-ban-nhan-dan"
    return Whose(best, f"{best.id}/{office}", len(named) == 1 or spoken.get(split_noun(best.name)[0], 0) > 0)


def outer_names(place: Place, places: Places) -> Iterable[ProperKey]:
    """The proper names of ``place`` and of all that it lies in."""
    return (proper_key(split_noun(one.name)[1]) for one in places.chain(place.id))
