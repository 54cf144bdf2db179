"""What names are known by, and what a printed name means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.bodies.split import PrintedName
from corpus.bodies.whereabouts import Where
from corpus.schema import Agency, Group


@dataclass(frozen=True)
class NameEntry:
    """One way in which a body is printed: its words without the place, and the place as printed."""

    body: Agency | Group
    where: Where
    plural: bool
    needs_place: bool


EntriesByPlace = Mapping[str, list[NameEntry]]
Entries = Sequence[NameEntry]
# What is called by some words at the place with an id.
CalledAt = Callable[[str], Entries]


@dataclass(frozen=True)
class Called:
    """All that is called by the same words, by the place of each."""

    agencies: EntriesByPlace
    groups: EntriesByPlace


@dataclass(frozen=True)
class Meaning:
    """The ids of the bodies that a name means, and the part of it that means nobody.

    ``outside`` is true where a body did not exist on the plan's day.
    """

    agencies: tuple[str, ...]
    missing: str = ""
    outside: bool = False


@dataclass(frozen=True)
class ReadName(Meaning):
    """What the name ``printed`` means; ``agencies`` is empty where it means nobody in the register."""

    printed: PrintedName = field(kw_only=True)
