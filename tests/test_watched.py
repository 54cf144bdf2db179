"""What is read of a thing under watch is noted, and tells whether reading it again would give the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest
from pydantic import BaseModel

from corpus.watched import Answers, Kinds, Watch


class Entry(BaseModel):
    name: str
    since: date | None = None


@dataclass(frozen=True)
class Room:
    entries: Mapping[str, Entry]
    shown: frozenset[str] = frozenset()
    day: date = date(2026, 1, 1)
    _cache: dict[str, str] = field(default_factory=dict)

    def named(self, key: str) -> str:
        return self.entries[key].name.upper()

    def costly(self, key: str) -> str:
        return self._cache.setdefault(key, self.entries[key].name * 2)


@dataclass(frozen=True)
class House:
    room: Room


KINDS = Kinds(
    parts=(House, Room),
    large=frozenset(),
    identity={},
    follows={
        ("room", "costly"): lambda house, key: [(("attribute", "room"), ("attribute", "entries"), ("item", key))],
    },
)


def house(**changed: object) -> House:
    entries = {"a": Entry(name="an"), "b": Entry(name="bình", since=date(2020, 5, 1))}
    return House(Room(**{"entries": entries, "shown": frozenset("ab"), **changed}))


READ = {
    "an entry": lambda view: view.room.entries["a"].name,
    "an entry that is not there": lambda view: view.room.entries.get("c"),
    "whether an entry is there": lambda view: "a" in view.room.entries,
    "all entries": lambda view: [entry.name for entry in view.room.entries.values()],
    "how many entries": lambda view: len(view.room.entries),
    "a method": lambda view: view.room.named("a"),
    "a method whose answer follows from an entry": lambda view: view.room.costly("a"),
    "a member of a set": lambda view: "a" in view.room.shown,
    "all members of a set": lambda view: sorted(view.room.shown),
    "a day": lambda view: view.room.day,
}
CHANGES = {
    "nothing": house(),
    "the entry": house(entries={"a": Entry(name="ân"), "b": Entry(name="bình", since=date(2020, 5, 1))}),
    "another entry": house(entries={"a": Entry(name="an"), "b": Entry(name="bình")}),
    "one more entry": house(
        entries={"a": Entry(name="an"), "b": Entry(name="bình", since=date(2020, 5, 1)), "c": Entry(name="c")}
    ),
    "the set": house(shown=frozenset("b")),
    "the day": house(day=date(2026, 1, 2)),
}
# By what is read, the changes that its readings must tell.
TOLD = {
    "an entry": {"the entry"},
    "an entry that is not there": {"one more entry"},
    "whether an entry is there": set(),
    "all entries": {"the entry", "another entry", "one more entry"},
    "how many entries": {"one more entry"},
    "a method": {"the entry"},
    "a method whose answer follows from an entry": {"the entry"},
    "a member of a set": {"the set"},
    "all members of a set": {"the set"},
    "a day": {"the day"},
}  # fmt: skip


@pytest.mark.parametrize("what", READ)
def test_a_reading_tells_what_changes_it_and_nothing_else(what):
    answers = Answers(house(), KINDS)
    watch = Watch(answers)
    assert READ[what](watch.view()) == READ[what](house())
    before = answers.to(watch.readings)
    told = {change for change, now in CHANGES.items() if Answers(now, KINDS).to(watch.readings) != before}
    assert told == TOLD[what]


def test_what_can_no_longer_be_read_has_changed():
    answers = Answers(house(), KINDS)
    watch = Watch(answers)
    assert watch.view().room.entries["a"].name == "an"
    assert Answers(house(entries={}), KINDS).to(watch.readings) != answers.to(watch.readings)


def test_a_key_that_is_not_there_is_an_error_as_without_watch():
    with pytest.raises(KeyError):
        Watch(Answers(house(), KINDS)).view().room.entries["c"]


def test_what_is_no_plain_data_is_refused():
    with pytest.raises(TypeError, match="plain data"):
        Answers(house(), KINDS).digest(object())


@pytest.mark.parametrize(
    ("one", "other"),
    [(("a", "b"), ("ab",)), ((1, "1"), ("1", 1)), (("a", ("b",)), (("a", "b"),)), (None, ""), (True, 1), ({"a": 1}, {"b": 1})],
)  # fmt: skip
def test_different_values_have_different_digests(one, other):
    answers = Answers(house(), KINDS)
    assert answers.digest(one) != answers.digest(other)
    assert answers.digest(frozenset("ab")) == answers.digest(frozenset("ba"))
