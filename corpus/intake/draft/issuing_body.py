"""The body of a place that the lines of a letterhead name: one that every such place has, or one of their own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from corpus.bodies.standard import StandardNames
from corpus.bodies.words import key_of
from corpus.country.places import NOUNS
from corpus.language.folding import slug
from corpus.language.patterns import longest_first
from corpus.schema import Agency, Place

_COMMITTEE = re.compile(r"(?<!\w)(?:u[ỷy] ban nhân dân|ủy ban nhân dân|ubnd)(?!\w)", re.IGNORECASE)
_OWN_NOUN = re.compile(rf"\s+(?:{'|'.join(longest_first(NOUNS))})$", re.IGNORECASE)
# What leads the Party or the Front of a place, in the first line of a letterhead: its own organs stand in the next one.
_LEADS = re.compile(
    r"(?P<upper>(?:tỉnh|thành|huyện|quận|thị|đảng)\s+(?:ủy|uỷ)|(?:tỉnh|thành|huyện|quận|thị)\s+đoàn|(?:ủy|uỷ)\s+ban\s+(?:mttq|mặt trận tổ quốc)(?:\s+việt nam|\s+vn)?)(?!\w)\s*",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(r"(?:ban thường vụ|ban thường trực|ban chấp hành|bch|btv|btt)$", re.IGNORECASE)


def named_body(
    lines: Sequence[str], places: Iterable[str], place: Place, day: date, standard: StandardNames
) -> tuple[str, str]:
    """The id of the body of ``place`` that ``lines`` name, and, where no rule knows it, the words they have for it.

    ``places`` are the names of places as the lines print them.
    """
    known = sorted(places, key=len, reverse=True)
    names = [name for start in range(len(lines)) if (name := _without_places(" ".join(lines[start:]), known))]
    for name in (one for whole in names for one in _forms(whole)):
        for identity, _ in standard.agencies(key_of(name), place.id, own=True):
            body = standard.bodies.get(identity)
            if isinstance(body, Agency) and not _is_over(body, day):
                return identity, ""
    own = next((form for name in names for form in _forms(name)), "")
    return (f"{place.id}/{slug(own)}", own) if slug(own) else (f"{place.id}/uy-ban-nhan-dan", "")


def _is_over(body: Agency, day: date) -> bool:
    return bool((body.since and day < body.since) or (body.until and day > body.until))


def _without_places(text: str, places: Iterable[str]) -> str:
    """``text`` without the names of places in it and without the noun of its own place at its end: *BAN CHỈ ĐẠO … TỈNH*."""
    rest = " ".join(text.split())
    for name in places:
        rest = re.sub(rf"(?<!\w){re.escape(' '.join(name.split()))}(?!\w)", " ", rest)
    return _OWN_NOUN.sub("", " ".join(rest.split()).strip(" -–,"))


def _forms(name: str) -> Iterator[str]:
    """The names that the body may have: of one below a Committee (*UBND … / VĂN PHÒNG*) or below what leads the Party."""
    below = " ".join(_COMMITTEE.sub(" ", name).split()).strip(" -–,")
    if below != name and below:
        yield below
        yield f"{below} Ủy ban nhân dân"
    elif (upper := _LEADS.match(name)) and (rest := name[upper.end() :].strip(" -–,")):
        yield from (f"{rest} {upper['upper']}", rest)
        yield from [upper["upper"]] if _ITS_OWN.match(rest) else []
    else:
        yield name
