"""A printed name parted into its words, the place it says, and whether it names many."""

from __future__ import annotations

import re

from corpus.bodies.place_names import PlaceIndex
from corpus.bodies.whereabouts import NOWHERE, Where, split_where
from corpus.bodies.words import ADDRESSED, name_key
from corpus.schema import Group

_PLURAL_HEAD = re.compile(r"(?:(?i:tất cả)\s+)?(?i:các|những|toàn thể|một số|mỗi|từng|\d{1,3})\s+")
_QUALIFIER = re.compile(r"[\s,]+(?i:có liên quan|liên quan|khác|được giao|chức năng)$")
_ALL = frozenset(name_key("các cấp, các ngành"))


def read_name(name: str, places: PlaceIndex) -> tuple[str, Where, bool]:
    """A printed name without its place, the place, and whether it begins with "các"."""
    name = " ".join(name.split())
    plural = _PLURAL_HEAD.match(name)
    rest = name[plural.end() :] if plural else name
    where = NOWHERE
    for _ in range(2):
        rest = _QUALIFIER.sub("", rest)
        bare, found = split_where(rest)
        if found == NOWHERE:
            bare, found = _split_proper(rest, places)
        if where != NOWHERE or found == NOWHERE:
            continue
        rest, where = bare, found
    return rest, where, bool(plural)


def _split_proper(name: str, places: PlaceIndex) -> tuple[str, Where]:
    """A place named without its noun: "Thành đoàn Hải Phòng"."""
    parts = list(re.finditer(r"\S+", name))
    for count in range(min(4, len(parts) - 1), 0, -1):
        proper = name[parts[-count].start() :]
        if proper[0].isupper() and places.is_proper(proper, after=parts[-count - 1].group()):
            return name[: parts[-count].start()].rstrip(), Where((("", proper),))
    return name, NOWHERE


def is_named(group: Group) -> bool:
    """Whether a group's names say whom they mean, unlike "các cơ quan, đơn vị" and "các cấp, các ngành"."""
    names = [_PLURAL_HEAD.sub("", alias) for alias in group.aliases or [group.name]]
    return group.members is not None or any(set(name_key(name)) - ADDRESSED - _ALL for name in names)
