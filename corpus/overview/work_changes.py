"""What changed for a body from one plan to the next of the same place and subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from corpus.language.folding import fold
from corpus.model import Plan
from corpus.overview.agency_work import AgencyWork, Assignment
from corpus.vocabulary import ChangeKind, Part

_TOKEN = re.compile(r"\s*(?:\w+|[^\w\s])\s*")

SAME = 100  # per cent of equal words, order aside, of two items that differ in nothing

# Two addresses, in the earlier plan and in the later one.
AddressPair = tuple[str, str]
# By the identity of a later item the earlier one, with how alike they are.
Pairs = dict[int, tuple[Assignment, float]]
# A kind (same, gone, come) and the words: equal in both plans, only in the earlier, only in the later.
WordRun = tuple[str, str]


@dataclass(frozen=True)
class Change:
    """One item of a body in ``plan`` against ``previous``: ``before`` is None for a new item, ``after`` for a dropped one."""

    kind: ChangeKind
    part: Part
    plan: str
    previous: str
    before: Assignment | None
    after: Assignment | None

    @property
    def shown(self) -> Assignment:
        """The item as it stands now, or as it last stood."""
        shown = self.after or self.before
        assert shown is not None, "a change is of an earlier item, a later one, or both"
        return shown

    def words(self) -> tuple[WordRun, ...]:
        """The later text with what came in and what went out, as runs of ``same``, ``gone`` and ``come``."""
        return compare_words(self.before.item.text if self.before else "", self.after.item.text if self.after else "")


def compare_work(work: AgencyWork, before: Plan, plan: Plan, taken_up: frozenset[AddressPair]) -> tuple[Change, ...]:
    """How the work that ``plan`` gives to a body differs from that of the plan ``before`` it.

    ``taken_up`` says which statement of ``plan`` takes up which of ``before``, each pair by its two addresses.
    Compared within each part, so that a body that led a task and now coordinates it sees both.
    """
    found: list[Change] = []
    for part in Part:
        old, new = work.of(part, before.id), work.of(part, plan.id)
        found.extend(_compare(part, before, plan, _pair(before, plan, old, new, taken_up), old, new))
    return tuple(found)


def _compare(
    part: Part, before: Plan, plan: Plan, pairs: Pairs, old: tuple[Assignment, ...], new: tuple[Assignment, ...]
) -> Iterator[Change]:
    paired = {id(earlier) for earlier, _ in pairs.values()}
    for later in new:
        earlier, score = pairs.get(id(later), (None, 0))
        kind = ChangeKind.NEW if earlier is None else ChangeKind.KEPT if score == SAME else ChangeKind.REWORDED
        yield Change(kind, part, plan.id, before.id, earlier, later)
    for earlier in old:
        if id(earlier) not in paired:
            yield Change(ChangeKind.DROPPED, part, plan.id, before.id, earlier, None)


def _pair(
    before: Plan,
    plan: Plan,
    old: tuple[Assignment, ...],
    new: tuple[Assignment, ...],
    taken_up: frozenset[AddressPair],
) -> Pairs:
    """The earlier item of each later one and how alike they are, each used once, of a clause's several the most alike."""
    scores = []
    for i, earlier in enumerate(old):
        for j, later in enumerate(new):
            if (earlier.item.anchor, later.item.anchor) in taken_up:
                left, right = _comparable(earlier.item.text, before), _comparable(later.item.text, plan)
                score = SAME if left == right else min(SAME - 1, fuzz.token_sort_ratio(left, right))
                scores.append((-score, j, i))
    pairs: Pairs = {}
    used: set[int] = set()
    for negative, j, i in sorted(scores):
        if id(new[j]) not in pairs and i not in used:
            pairs[id(new[j])] = (old[i], -negative)
            used.add(i)
    return pairs


def _comparable(text: str, plan: Plan) -> str:
    """``text`` without what differs every year: letters' marks and case, spacing, the plan's own year."""
    return " ".join(fold(text).replace(str(plan.meta.year), "").split())


def compare_words(before: str, after: str) -> tuple[WordRun, ...]:
    """``after`` with its differences from ``before``, word by word.

    Punctuation counts by itself; the runs keep the blanks, so that joined they are the texts.

    >>> compare_words("báo cáo hằng quý.", "báo cáo hằng năm.")
    (('same', 'báo cáo hằng '), ('gone', 'quý'), ('come', 'năm'), ('same', '.'))
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if old == new:
        return (("same", "".join(new)),) if new else ()
    runs: list[WordRun] = []
    matcher = SequenceMatcher(None, [token.strip() for token in old], [token.strip() for token in new], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            runs.append(("same", "".join(new[j:j_end])))
            continue
        if i_end > i:
            # The run before carries the blanks of the later text, which may have none where words went out.
            parted = i > 0 and old[i - 1].endswith(" ") and not runs[-1][1].endswith(" ")
            runs.append(("gone", " " * parted + "".join(old[i:i_end])))
        if j_end > j:
            runs.append(("come", "".join(new[j:j_end])))
    return tuple(runs)
