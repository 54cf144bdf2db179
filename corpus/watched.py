"""What a computation read of a large thing, so that it need not be done again while all of that stands as it did.

A computation is given a view of the thing instead of the thing itself. The view looks like it and notes each reading:
an attribute, the value under a key, what a method answers. Later the same readings are done again, without the
computation: where all give the same values, so would the computation, which must be a function of the thing and of
nothing else.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any

from pydantic import BaseModel

_SIZE = 16  # bytes of a digest
_MISSING = b"missing"
_PLAIN = (str, int, float, bytes, date, Enum, type(None))

Step = tuple[str, object]  # "attribute" and its name, "item" or "has" and a key, "keys" and None, "call" and arguments
Reading = tuple[Step, ...]  # how a value is reached from the whole
Follows = Callable[..., Iterable[Reading]]


def read(reading: Reading, whole: object) -> object:
    """The value that ``reading`` reaches in ``whole``. Raises what the reading raises."""
    value: Any = whole
    for how, what in reading:
        match how:
            case "attribute":
                value = getattr(value, str(what))
            case "item":
                value = value[what]
            case "has":
                value = what in value
            case "keys":
                value = frozenset(value) if isinstance(value, frozenset) else tuple(value)
            case _:
                assert isinstance(what, tuple)
                value = value(*what)
    return value


@dataclasses.dataclass(frozen=True)
class Kinds:
    """How a view treats what it finds in the whole, by type and by name.

    ``parts`` are types seen through a view of their own; all else is a value, and counts with all that it holds.
    ``identity`` gives for a type what stands for all of its value; the digest of a value of the types ``large`` is
    computed once. ``follows`` gives for a method, by its path from the whole, what its answer follows from, where that
    is cheaper to read again than the method is to call: a function of the whole and of the method's arguments.
    """

    parts: tuple[type, ...]
    large: frozenset[type]
    identity: Mapping[type, Callable[[Any], object]]
    follows: Mapping[tuple[str, ...], Follows]


class Answers:
    """Digests of what readings of one ``whole`` give; each is computed once."""

    def __init__(self, whole: object, kinds: Kinds) -> None:
        self.whole, self.kinds = whole, kinds
        self._of: dict[Reading, bytes] = {}
        self._same: dict[int, tuple[object, bytes]] = {}  # large values by their place in memory, which they keep

    def learn(self, reading: Reading, value: object) -> None:
        """``reading`` gave ``value``."""
        if reading not in self._of:
            self._of[reading] = self.digest(value)

    def to(self, readings: Iterable[Reading]) -> bytes:
        """One digest of what all ``readings`` give."""
        together = blake2b(digest_size=_SIZE)
        for reading in readings:
            if reading not in self._of:
                self._of[reading] = self._ask(reading)
            together.update(self._of[reading])
        return together.digest()

    def _ask(self, reading: Reading) -> bytes:
        try:
            return self.digest(read(reading, self.whole))
        except (LookupError, AttributeError):  # it was there when the reading was noted
            return _MISSING

    def digest(self, value: object) -> bytes:
        """A digest of all that ``value`` holds. Raises TypeError for what is neither plain data nor has an identity."""
        pieces: list[bytes] = []
        self._feed(value, pieces.append)
        return blake2b(b"".join(pieces), digest_size=_SIZE).digest()

    def _feed(self, value: Any, feed: Callable[[bytes], None]) -> None:
        if isinstance(value, _PLAIN):
            feed(f"{type(value).__name__}{value!r}\0".encode())
        elif isinstance(value, tuple | list):
            self._feed_all(value, feed)
        elif isinstance(value, Mapping):
            self._feed_all((one for pair in value.items() for one in pair), feed)
        elif isinstance(value, set | frozenset):
            feed(b"{" + b"".join(sorted(map(self.digest, value))) + b"}")
        else:
            feed(self._of_object(value))

    def _feed_all(self, values: Iterable[object], feed: Callable[[bytes], None]) -> None:
        feed(b"(")
        for value in values:
            self._feed(value, feed)
        feed(b")")

    def _of_object(self, value: Any) -> bytes:
        kind: Any = type(value)
        if id(value) in self._same:
            return self._same[id(value)][1]
        known = self.kinds.identity.get(kind)
        held = (known(value),) if known else tuple(getattr(value, name) for name in _fields(kind))
        made = self.digest((kind.__qualname__, *held))
        if kind in self.kinds.large:
            self._same[id(value)] = value, made
        return made


@cache
def _fields(kind: type[object]) -> tuple[str, ...]:
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    if dataclasses.is_dataclass(kind):
        return tuple(field.name for field in dataclasses.fields(kind))
    raise TypeError(f"what a page reads must be plain data: {kind}")


class Watch:
    """Notes what is read of a whole through ``view``."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._readings: dict[Reading, None] = {}

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What was read, each once."""
        return tuple(self._readings)

    def view(self) -> Any:
        """The whole, to be read."""
        return _View(self._answers.whole, (), self)

    def see(self, value: Any, reading: Reading) -> Any:
        """``value``, which ``reading`` gave, as the computation may see it."""
        if isinstance(value, self._answers.kinds.parts):
            return _View(value, reading, self)
        if isinstance(value, Mapping):
            return _MappingView(value, reading, self)
        if isinstance(value, frozenset):
            return _KeysView(value, reading, self)
        if callable(value):
            return self._method(value, reading)
        self.note(reading, value)
        return value

    def note(self, reading: Reading, value: object) -> None:
        if reading not in self._readings:
            self._readings[reading] = None
            self._answers.learn(reading, value)

    def _method(self, method: Callable[..., Any], reading: Reading) -> Callable[..., Any]:
        follows = self._answers.kinds.follows.get(tuple(str(what) for _, what in reading))

        def call(*arguments: Any) -> Any:
            if follows is None:
                return self.see(method(*arguments), (*reading, ("call", arguments)))
            for one in follows(self._answers.whole, *arguments):
                self.note(one, read(one, self._answers.whole))
            return method(*arguments)

        return call


class _View:
    """A part of the whole that notes what is read of it."""

    __slots__ = ("_part", "_reading", "_watch", "_seen")

    def __init__(self, part: object, reading: Reading, watch: Watch) -> None:
        self._part, self._reading, self._watch = part, reading, watch
        self._seen: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name not in self._seen:
            value = getattr(self._part, name)
            self._seen[name] = self._watch.see(value, (*self._reading, ("attribute", name)))
        return self._seen[name]


class _KeysView(Collection[Any]):
    """A set that notes which of its members are asked for."""

    def __init__(self, keys: Collection[Any], reading: Reading, watch: Watch) -> None:
        self._keys, self._reading, self._watch = keys, reading, watch

    def __contains__(self, key: object) -> bool:
        has = key in self._keys
        self._watch.note((*self._reading, ("has", key)), has)
        return has

    def __iter__(self) -> Iterator[Any]:
        reading = (*self._reading, ("keys", None))
        self._watch.note(reading, read(reading[-1:], self._keys))
        return iter(self._keys)

    def __len__(self) -> int:
        return len(tuple(iter(self)))


class _MappingView(_KeysView, Mapping[Any, Any]):
    """A mapping that notes which of its keys are asked for."""

    def __getitem__(self, key: Any) -> Any:
        if key not in self:
            raise KeyError(key)
        assert isinstance(self._keys, Mapping)
        return self._watch.see(self._keys[key], (*self._reading, ("item", key)))
