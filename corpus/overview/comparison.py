"""Two plans of one line side by side: what stayed, was reworded, moved, came and went, and what that does to the work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.grouping import group
from corpus.model import Corpus, Plan
from corpus.overview.pairing import Pairing, pair_statements
from corpus.overview.statements import Statement, statements, words_of
from corpus.overview.work_changes import WordRun, compare_words
from corpus.vocabulary import ChangeKind

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Compared:
    """One row of the two plans side by side: a statement that stayed, or one that came or went.

    ``moved`` is one that stands under another heading than before. ``joined`` are further earlier statements
    that went into the later one; ``taken_from`` is the earlier one that a new one was a part of.
    """

    kind: ChangeKind
    before: Statement | None
    after: Statement | None
    moved: bool = False
    joined: tuple[Statement, ...] = ()
    taken_from: Statement | None = None

    @cached_property
    def runs(self) -> tuple[WordRun, ...]:
        """The later text with what came in and what went out."""
        earlier = "\n".join(one.text for one in (self.before, *self.joined) if one)
        return compare_words(earlier, self.after.text if self.after else "")


@dataclass(frozen=True)
class Comparison:
    """``after`` against ``before``; ``rows`` in the order of the later text, dropped ones where they stood."""

    before: Plan
    after: Plan
    rows: tuple[Compared, ...]

    @cached_property
    def carried(self) -> float:
        """The share of the later plan's words that stand in the statements they take up, in the same order."""
        same = words = 0
        for row in self.rows:
            if row.after:
                words += len(_WORD.findall(row.after.text))
                same += sum(len(_WORD.findall(text)) for kind, text in row.runs if kind == "same") if row.before else 0
        return same / words if words else 0.0

    def of(self, kind: ChangeKind) -> tuple[Compared, ...]:
        return tuple(row for row in self.rows if row.kind is kind)

    @cached_property
    def before_of(self) -> dict[str, Compared]:
        """Rows of statements that an earlier one stands behind, by the address in the later plan."""
        return {row.after.anchor: row for row in self.rows if row.before and row.after}


@dataclass(frozen=True)
class PlanPair:
    """Two plans to be set side by side, and the names of their places."""

    before: Plan
    after: Plan
    places: tuple[str, str]

    @classmethod
    def of(cls, corpus: Corpus, before: Plan, after: Plan) -> PlanPair:
        return cls(before, after, (corpus.place[before.meta.place].name, corpus.place[after.meta.place].name))

    @property
    def id(self) -> str:
        return f"{self.before.id} {self.after.id}"

    @property
    def digest(self) -> str:
        """One digest of all that their pairing follows from."""
        return " ".join((self.before.digest, self.after.digest, *self.places))

    def pair(self) -> Pairing:
        """Which statements of the later plan take up which of the earlier; the names of places count for nothing."""
        return pair_statements(self.before, self.after, self.places)


def compare_plans(before: Plan, after: Plan, pairing: Pairing) -> Comparison:
    """``after`` against ``before``, statement by statement."""
    return Comparison(before, after, tuple(_rows(pairing, before, after)))


def _rows(pairing: Pairing, before: Plan, after: Plan) -> Iterator[Compared]:
    older, newer = statements(before), statements(after)
    earlier = {one.anchor: one for one in older}
    pair_of = {new: old for old, new in pairing.pairs.items()}
    joined = group(pairing.merged.items(), lambda pair: pair[1])
    gone = _dropped_after(older, pairing)
    yield from gone.get("", ())
    for one in newer:
        old = earlier.get(pair_of.get(one.anchor, ""))
        others = tuple(earlier[anchor] for anchor, _ in joined.get(one.anchor, ()))
        if old is None and others:
            old, others = others[0], others[1:]
        yield Compared(
            _kind(old, one, bool(others), before, after),
            old,
            one,
            moved=old is not None and _moved(old, one, pairing.pairs),
            joined=others,
            taken_from=earlier.get(pairing.parted.get(one.anchor, "")),
        )
        yield from gone.get(one.anchor, ())


def _dropped_after(older: Iterable[Statement], pairing: Pairing) -> dict[str, list[Compared]]:
    """Earlier statements that nothing takes up, by the later one that they are shown behind; first of all those of ''."""
    found: dict[str, list[Compared]] = {}
    last = ""
    for one in older:
        if one.anchor in pairing.pairs:
            last = pairing.pairs[one.anchor]
        elif one.anchor not in pairing.merged:
            found.setdefault(last, []).append(Compared(ChangeKind.DROPPED, one, None))
    return found


def _kind(old: Statement | None, new: Statement, joined: bool, before: Plan, after: Plan) -> ChangeKind:
    if old is None:
        return ChangeKind.NEW
    same = words_of(old.text) == words_of(new.text) or _words_but_year(old, before) == _words_but_year(new, after)
    return ChangeKind.KEPT if same and not joined else ChangeKind.REWORDED


def _words_but_year(one: Statement, plan: Plan) -> list[str]:
    """The words without marks, and without the year that the plan is for."""
    return [word for word in words_of(one.text) if word != str(plan.meta.year)]


def _moved(old: Statement, new: Statement, pairs: dict[str, str]) -> bool:
    """Whether it stands under another heading; the documents' parts have names of their own."""
    if not old.above[1:] and not new.above[1:]:
        return False
    return pairs.get(old.above[-1]) != new.above[-1] if old.above and new.above else True
