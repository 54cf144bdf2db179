"""The place at the end of a printed name: "… thành phố", "… các quận, huyện", "… quận Dương Kinh"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.bodies.split import BODY
from corpus.country.places import COUNTRY
from corpus.language.letters import CAPITAL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import any_of, longest_first
from corpus.vocabulary import Tier

# "Bà Rịa - Vũng Tàu": a dash inside of a name, which elsewhere parts two.
_DOUBLE = any_of(sorted({row.proper for row in COUNTRY.rows.values() if " - " in row.proper}))
_PROPER = rf"(?:{_DOUBLE}|[{CAPITAL}]\w*(?:\s+[{CAPITAL}]\w*)*|\d+)"
# "xã" also ends "hợp tác xã" and "thông tấn xã", and "tỉnh" begins "Tỉnh đoàn" and "Tỉnh ủy": no places.
_NOUN = (
    r"(?<!\w)(?<!tác )(?<!tấn )(?:"
    + "|".join(f"(?i:{noun})" for noun in (*longest_first(place.noun for place in LEXICON.places), "TP"))
    # "các huyện, thành, thị"
    + r"|(?<=, )(?:thành|thị)(?=\s*(?:,|$|\)|và\b)))(?!\s+(?i:đoàn|ủy|uỷ)(?!\w))"
)
_WHOLE_NOUN = {"thành": "thành phố", "thị": "thị xã"}
_ONE = rf"{_NOUN}(?:\.?\s*{_PROPER})?"
_LINK = r"(?:(?i:của|tại|ở)\s+)?"
_MANY = r"(?:(?i:tất cả các|các|những|mỗi|từng|\d{1,3})\s+)?"
_AND = r"\s*(?:,|/|-|\s(?i:và)\s)?\s*"
# "các huyện Mai Châu, Đà Bắc", "các huyện: …": one noun for all.
_COMMA = r"\s*(?:,|\s(?i:và)\s)\s*"
_SHARED = rf"(?i:các)\s+{_NOUN}\s*:?\s*{_PROPER}(?:{_COMMA}(?!{BODY}|{_NOUN}){_PROPER})+"
# "huyện Lương Tài, Gia Bình": but in "huyện Lương Tài, Bắc Ninh" the second is where the first lies.
_PROVINCES = any_of(sorted({row.proper for row in COUNTRY.rows.values() if row.tier == Tier.CITY}))
_TOGETHER = rf"{_NOUN}\s+{_PROPER}(?:{_COMMA}(?!{BODY}|{_NOUN}|(?:{_PROVINCES})(?!\w)){_PROPER})+"
# "các xã, phường: Thanh Liêm, Nam Định": several nouns for all, of which each has one.
_KINDS = rf"{_NOUN}(?:\s*,\s*{_NOUN})+"
_EITHER = rf"(?i:các)\s+{_KINDS}\s*:\s*{_PROPER}(?:{_COMMA}(?!{BODY}|{_NOUN}){_PROPER})*"
KINDS_OF_ONE = "|"
_LIST = rf"{_LINK}(?:{_EITHER}|(?:{_SHARED}|{_TOGETHER}|{_MANY}{_ONE})(?:{_AND}{_MANY}{_ONE})*)"

_EITHER_OF = re.compile(rf"(?i:các)\s+(?P<kinds>{_KINDS})\s*:\s*(?P<propers>[^:]+)")
_AT_END = re.compile(rf"(?:^|[\s,]+)(?P<where>{_LIST})\s*$")
_AT_START = re.compile(rf"(?:\s+|(?<=\s))(?P<where>{_LIST})(?!\w)")
_WHOLE = re.compile(_LIST)
_ITEM = re.compile(
    rf"(?P<noun>{_NOUN})(?:[.:]?\s*(?P<proper>{_PROPER}))?|(?P<next>(?<!\w)(?!(?i:các|những|tất|của)\b){_PROPER})"
)
_IS_PLURAL = re.compile(rf"\b(?i:các|những|mỗi|từng|cấp)\b|\d\s+{_NOUN}")


@dataclass(frozen=True)
class Where:
    """Places named after a body: ``items`` of (noun as printed, proper name or None); ``plural``: all of a kind."""

    items: tuple[tuple[str, str | None], ...] = ()
    plural: bool = False

    @property
    def nouns(self) -> frozenset[str]:
        """The kinds of place meant as a whole."""
        return frozenset(noun for noun, proper in self.items if proper is None)

    @property
    def proper(self) -> tuple[tuple[str, str], ...]:
        """The places named one by one."""
        return tuple((noun, proper) for noun, proper in self.items if proper is not None)


NOWHERE = Where()


def read_where(text: str) -> Where:
    """What the designation ``text`` says; ``text`` is a whole designation."""
    if either := _EITHER_OF.fullmatch(text.strip()):
        kinds = KINDS_OF_ONE.join(kind.strip() for kind in either["kinds"].split(","))
        return Where(tuple((kinds, name) for name in re.findall(_PROPER, either["propers"])))
    items: list[tuple[str, str | None]] = []
    for found in _ITEM.finditer(text):
        if found["noun"]:
            noun = " ".join(found["noun"].split())
            items.append((_WHOLE_NOUN.get(noun, noun), found["proper"]))
        elif items:
            items.append((items[-1][0], found["next"]))
    named = [noun for noun, proper in items if proper is None]
    return Where(tuple(items), bool(_IS_PLURAL.search(text)) or len(named) > 1)


def split_where(name: str) -> tuple[str, Where]:
    """``name`` without the designation at its end, and that designation.

    >>> split_where("Sở Nội vụ thành phố Hải Phòng")[0]
    'Sở Nội vụ'
    """
    found = _AT_END.search(name)
    if not found or not name[: found.start()].strip():
        return name, NOWHERE
    return name[: found.start()].rstrip(" ,"), read_where(found["where"])


def whole_where(name: str) -> Where:
    """What ``name`` says where all of it is a designation: "các xã, phường"."""
    return read_where(name) if _WHOLE.fullmatch(name.strip()) else NOWHERE


def match_where(text: str, position: int) -> tuple[int, Where]:
    """The designation that follows ``text[:position]``: its end and what it says, or ``position`` and nothing."""
    found = _AT_START.match(text, position)
    return (found.end("where"), read_where(found["where"])) if found else (position, NOWHERE)
