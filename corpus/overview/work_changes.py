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

# Two items at least this alike (per cent of equal words, order aside) are one item reworded. In the plans
# of 2018-2026 unrelated duties of one body stay below 50, and rewordings that a reader recognises above 60.
ALIKE = 60

# A text of at least so many words that stands whole inside another is the same item with something added.
WHOLE = 6

_TOKEN = re.compile(r"\s*(?:\w+|[^\w\s])\s*")

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


def compare_work(work: AgencyWork, before: Plan, plan: Plan) -> tuple[Change, ...]:
    """How the work that ``plan`` gives to a body differs from that of the plan ``before`` it.

    Compared within each part, so that a body that led a task and now coordinates it sees both.
    """
    found: list[Change] = []
    for part in Part:
        old, new = work.of(part, before.id), work.of(part, plan.id)
        found.extend(_compare(part, before, plan, old, new))
    return tuple(found)


def _compare(
    part: Part, before: Plan, plan: Plan, old: tuple[Assignment, ...], new: tuple[Assignment, ...]
) -> Iterator[Change]:
    pairs = _pair(before, plan, old, new)
    paired = {id(earlier) for earlier, _ in pairs.values()}
    for later in new:
        earlier, score = pairs.get(id(later), (None, 0))
        kind = ChangeKind.NEW if earlier is None else ChangeKind.KEPT if score == 100 else ChangeKind.REWORDED
        yield Change(kind, part, plan.id, before.id, earlier, later)
    for earlier in old:
        if id(earlier) not in paired:
            yield Change(ChangeKind.DROPPED, part, plan.id, before.id, earlier, None)


def _pair(
    before: Plan, plan: Plan, old: tuple[Assignment, ...], new: tuple[Assignment, ...]
) -> dict[int, tuple[Assignment, float]]:
    """The earlier item of each later one and how alike they are, most alike first, each used once."""
    texts_old = [_comparable(a.item.text, before) for a in old]
    texts_new = [_comparable(a.item.text, plan) for a in new]
    scores = []
    for i, left in enumerate(texts_old):
        for j, right in enumerate(texts_new):
            score = 100 if left == right else min(99, _likeness(left, right))
            if score >= ALIKE:
                scores.append((-score, j, i))
    pairs: dict[int, tuple[Assignment, float]] = {}
    used: set[int] = set()
    for negative, j, i in sorted(scores):
        if id(new[j]) not in pairs and i not in used:
            pairs[id(new[j])] = (old[i], -negative)
            used.add(i)
    return pairs


def _likeness(left: str, right: str) -> float:
    """Per cent: of equal words, or of the shorter text found whole in the longer, which was then added to."""
    inside = fuzz.partial_ratio(left, right) if min(len(left.split()), len(right.split())) >= WHOLE else 0
    return max(fuzz.token_sort_ratio(left, right), inside if inside >= 95 else 0)


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
