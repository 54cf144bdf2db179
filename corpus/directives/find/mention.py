"""What the finder returns: one mention of a directive in a run of text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention; ``text`` is exactly the searched text from ``start`` to ``end``.

    The span runs from the pinpoint (*điểm a khoản 2 Điều 5*) or the noun (*Nghị quyết*) over number, date
    and issuer as far as they stand together; the title after them is outside it. A directive without
    number has its name as span. ``number`` is the full number and symbol with misprints mended
    (``76/NQ-CP``), None where unknown; ``issuer`` the printed issuer, abbreviations written out;
    ``year`` is printed in the place of a day, for this one or for all of its list (*số 12, 13/QĐ-UBND năm 2024*);
    ``unread`` tells that a date or an issuer seems to follow that was not read;
    ``within`` the position, among the mentions of the same text, of the one in whose title this one stands.
    """

    start: int
    end: int
    text: str
    kind: str
    number: str | None = None
    issued: date | None = None
    issuer: str | None = None
    pinpoint: str | None = None
    within: int | None = None
    unread: bool = False
    year: int | None = None


@dataclass(slots=True)
class Draft:
    """A mention while it is being read; offsets refer to the composed text.

    ``organ`` is the issuer's part of the symbol (``CP``, ``UBND``), ``printed`` tells whether the issuer
    stands in the text, ``noun`` whether it has a noun of its own, ``outer`` the draft in whose title it
    stands and ``depth`` how many round brackets are open before it.
    """

    start: int
    end: int
    kind: str
    number: str | None = None
    issued: date | None = None
    issuer: str | None = None
    pinpoint: str | None = None
    year: int | None = None
    organ: str = ""
    printed: bool = False
    unread: bool = False
    noun: bool = True
    outer: Draft | None = None
    depth: int = 0
