"""Which statements of a plan take up which of another plan of its line, reworded or not.

Alike are statements with the same words in the same order, as their longest common subsequence tells (rapidfuzz).
Numbers and the places' own names are left out: they differ from year to year and from level to level. Where a
statement stands counts too: under headings that are a pair themselves, less likeness is enough; and headings whose
clauses are pairs are a pair under other names ("Phòng Nội vụ", "Sở Nội vụ").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from rapidfuzz.distance import LCSseq

from corpus.grouping import group
from corpus.language.folding import fold
from corpus.model import Plan
from corpus.overview.statements import FORMAL, Statement, statements, words_of

_FIRST_SIGN = 0x100  # words are compared as signs of one string: sequences of signs are what rapidfuzz is fast at

# Likeness from which statements are a pair, in hundredths of equal words; what the same surroundings add to it; and
# what the clauses below count of the likeness of two headings. `scripts/measure_comparison.py` measures them against
# labelled pairs of clauses.
ALIKE = 0.52
SAME_SURROUNDINGS = 0.12
NEAR_SURROUNDINGS = 0.6  # of that, where not the headings themselves are a pair but some above them
CLAUSES_BELOW = 0.5
HEADINGS_ALIKE = 0.5  # of headings with no pair below them

# A statement of some length of which this share stands, in order, in a longer one, is part of it.
LONG = 6  # words
INSIDE = 0.72
ELSEWHERE = 0.15  # more of it must stand there under headings that are no pair

# Of two headings that are a pair at least so much of the shorter one stands in the longer one, whatever is below them.
LEAST = (ALIKE - SAME_SURROUNDINGS) * CLAUSES_BELOW

_RAREST = 20  # words of a statement by which others like it are looked up; with more, no labelled pair changes
_NEAREST = 100  # of the statements with one of them, those before and behind its own place
_ROUNDS = 3  # pairs of clauses make pairs of headings, which make pairs of clauses


@dataclass(frozen=True)
class Pairing:
    """How the statements of a later plan stand to those of an earlier one, all by their addresses.

    ``pairs`` is one to one. ``merged`` gives for further earlier statements the later one that they went into,
    ``parted`` for further later ones the earlier one that they were part of.
    """

    pairs: dict[str, str]
    merged: dict[str, str]
    parted: dict[str, str]

    @cached_property
    def taken_up(self) -> frozenset[tuple[str, str]]:
        """Each earlier statement with the later one that takes it up, wholly, as a part or in parts."""
        parts = ((earlier, later) for later, earlier in self.parted.items())
        return frozenset((*self.pairs.items(), *self.merged.items(), *parts))


def pair_statements(before: Plan, after: Plan, places: tuple[str, ...]) -> Pairing:
    """Pair what two plans say; ``places`` are the names of their places, which count as equal."""
    table = _Likenesses.of(before, after, places)
    pairs: dict[str, str] = {}
    for _ in range(_ROUNDS):
        pairs = table.paired(pairs)
    merged = dict(table.inside(pairs))
    parted = dict(table.turned().inside({later: earlier for earlier, later in pairs.items()}))
    return Pairing(pairs, merged, parted)


def _parts(before: Plan, after: Plan) -> dict[str, str]:
    """The parts of two documents (decision, plan, list of tasks) that answer each other: of one name, else from the end."""
    old = [clause for clause in before.clauses if clause.kind not in FORMAL]
    new = [clause for clause in after.clauses if clause.kind not in FORMAL]
    named = {fold(clause.text): clause.anchor for clause in reversed(new)}
    found = {clause.anchor: named[fold(clause.text)] for clause in old if fold(clause.text) in named}
    left = [clause.anchor for clause in new if clause.anchor not in found.values()]
    return found | dict(zip((c.anchor for c in reversed(old) if c.anchor not in found), reversed(left), strict=False))


class _Signs:
    """Words written as one sign each, so that two texts are compared as strings; the same word is the same sign."""

    def __init__(self, places: tuple[str, ...]):
        self._unsaid = {word for name in places for word in words_of(name)}
        self._signs: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        words = (word for word in words_of(text) if word not in self._unsaid and not word.isdigit())
        return "".join(self._signs.setdefault(word, chr(_FIRST_SIGN + len(self._signs))) for word in words)


def _candidates(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The places of statements that share a word which is rare in the later plan; so many of each that work is bounded."""
    places: dict[str, list[int]] = {}
    for j, words in enumerate(new):
        for word in set(words):
            places.setdefault(word, []).append(j)
    for i, words in enumerate(old):
        rarest = sorted(places.keys() & set(words), key=lambda word: (len(places[word]), word))[:_RAREST]
        found: set[int] = set()
        for word in rarest:
            around = bisect_left(places[word], i)
            found.update(places[word][max(0, around - _NEAREST) : around + _NEAREST])
        yield from ((i, j) for j in sorted(found))


@dataclass(frozen=True)
class _Likenesses:
    """How alike the statements of two plans are.

    ``old`` and ``new`` are their words, each a sign; ``common`` counts the common ones in order, by the places of the
    two statements, of those that may be a pair.
    """

    before: tuple[Statement, ...]
    after: tuple[Statement, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]
    common: dict[tuple[int, int], int]

    @classmethod
    def of(cls, before: Plan, after: Plan, places: tuple[str, ...]) -> _Likenesses:
        said = _Signs(places)
        earlier, later = statements(before), statements(after)
        old, new = tuple(said(one.said) for one in earlier), tuple(said(one.said) for one in later)
        parts = _parts(before, after)
        common = {}
        for i, j in _candidates(old, new):
            one, other = earlier[i], later[j]
            if one.is_row == other.is_row and parts.get(one.part) == other.part:
                least = _least_common(one, other, len(old[i]), len(new[j]))
                count = LCSseq.similarity(old[i], new[j], score_cutoff=least)
                if count >= least:
                    common[i, j] = count
        return cls(earlier, later, old, new, common)

    def turned(self) -> _Likenesses:
        """The same with the later plan for the earlier."""
        common = {(j, i): count for (i, j), count in self.common.items()}
        return _Likenesses(self.after, self.before, self.new, self.old, common)

    def paired(self, known: dict[str, str]) -> dict[str, str]:
        """Pairs, the most alike first, each statement once; ``known`` are the pairs found so far."""
        below = self._clauses_below(known)
        scores = []
        for i, j in self.common:
            score = self._score(i, j, known, below)
            if score >= ALIKE:
                scores.append((-score, abs(i - j), i, j))
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, i, j in sorted(scores):
            if i not in pairs and j not in taken:
                pairs[i] = j
                taken.add(j)
        return {self.before[i].anchor: self.after[j].anchor for i, j in pairs.items()}

    def _score(self, i: int, j: int, known: dict[str, str], pairs_below: dict[tuple[str, str], float]) -> float:
        earlier, later = self.before[i], self.after[j]
        alike = 2 * self.common[i, j] / (len(self.old[i]) + len(self.new[j]))
        near = self._surroundings(earlier, later, known)
        if earlier.is_title and later.is_title:
            alike = 1
        elif earlier.is_heading:
            below = pairs_below.get((earlier.anchor, later.anchor), 0)
            if not below and alike < HEADINGS_ALIKE:
                return 0
            alike = max(alike, (1 - CLAUSES_BELOW) * alike + CLAUSES_BELOW * below) if below else alike
        elif near and not later.is_heading and self._share_inside(i, j) >= INSIDE:
            alike = max(alike, ALIKE)
        return alike + SAME_SURROUNDINGS * near

    def _surroundings(self, earlier: Statement, later: Statement, known: dict[str, str]) -> float:
        """1 where both stand under headings that are a pair, less where only some further above are, else 0."""
        if not earlier.above or not later.above:
            return float(not earlier.above and not later.above)
        if known.get(earlier.above[-1]) == later.above[-1]:
            return 1
        return NEAR_SURROUNDINGS * any(known.get(anchor) in later.above[1:] for anchor in earlier.above[1:])

    def _share_inside(self, i: int, j: int) -> float:
        """The share of the shorter one that stands in the longer one; 0 of what is too short to tell."""
        shorter = min(len(self.old[i]), len(self.new[j]))
        return self.common[i, j] / shorter if shorter >= LONG else 0

    def _clauses_below(self, known: dict[str, str]) -> dict[tuple[str, str], float]:
        """For each two headings the share of the clauses right below them that are pairs."""
        old = group((one for one in self.before if one.above), lambda one: one.above[-1])
        new = group((one for one in self.after if one.above), lambda one: one.above[-1])
        heading = {one.anchor: above for above, below in new.items() for one in below}
        counts: dict[tuple[str, str], int] = {}
        for above, below in old.items():
            for one in below:
                if (other := heading.get(known.get(one.anchor, ""))) is not None:
                    counts[above, other] = counts.get((above, other), 0) + 1
        return {(a, b): count / max(len(old[a]), len(new[b])) for (a, b), count in counts.items()}

    def inside(self, pairs: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Of the earlier statements that are in no pair, those that stand in a longer later one, with that one."""
        for i, earlier in enumerate(self.before):
            if earlier.anchor in pairs or not _runs_on(earlier) or len(self.old[i]) < LONG:
                continue
            shares = (
                (self.common[i, j] / len(self.old[i]) - ELSEWHERE * (1 - self._surroundings(earlier, later, pairs)), j)
                for j, later in enumerate(self.after)
                if (i, j) in self.common and _runs_on(later) and len(self.new[j]) >= len(self.old[i])
            )
            share, j = max(shares, default=(0, 0))
            if share >= INSIDE:
                yield earlier.anchor, self.after[j].anchor


def _least_common(earlier: Statement, later: Statement, old: int, new: int) -> int:
    """How many of their ``old`` and ``new`` words must be common to two statements that may be a pair, or one in the other."""
    if earlier.is_title and later.is_title:
        return 0
    if earlier.is_heading:
        return ceil(LEAST * min(old, new))
    return ceil(min((ALIKE - SAME_SURROUNDINGS) * (old + new) / 2, INSIDE * min(old, new)))


def _runs_on(statement: Statement) -> bool:
    """Whether it is running text, which may be put into another or taken out of it."""
    return not (statement.is_heading or statement.is_title or statement.is_row)
