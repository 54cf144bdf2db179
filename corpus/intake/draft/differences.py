"""The differences between a draft and the text that was read, declared as a person would declare them.

Each is found by comparing the two readings that the proof compares, shown with as many words on either side as tell
its place, and given the reason that its kind has: joined over a page or a line, parted, moved, a drawn rule left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.intake.draft import shapes
from corpus.prove.declare import places_of
from corpus.prove.reading import BLANK, LINE, LOOSE, PARAGRAPH, WORD, Reading
from corpus.schema import Difference
from corpus.vocabulary import DifferenceReason

_CONTEXT = 4  # words on each side, at first
_MOST_CONTEXT = 40


@dataclass
class _Side:
    """A reading as words with the break before each (``breaks[i]`` before ``words[i]``)."""

    words: list[str]
    breaks: list[str]
    starts: list[int]

    @classmethod
    def of(cls, reading: Reading) -> _Side:
        found = list(WORD.finditer(reading.text))
        breaks = [reading.text[m.start() - 1] if m.start() else "" for m in found]
        return cls([m.group() for m in found], breaks, [m.start() for m in found])

    def text(self, start: int, end: int) -> str:
        """Words ``[start:end]`` as a difference writes them."""
        pieces = []
        for at in range(start, end):
            if at > start:
                pieces.append(PARAGRAPH if self.breaks[at] == PARAGRAPH else BLANK)
            pieces.append(self.words[at])
        return "".join(pieces)


@dataclass(frozen=True)
class _Edit:
    """Words ``[i1:i2]`` of the source stand as ``[j1:j2]`` in the draft; none on either side: a break differs."""

    i1: int
    i2: int
    j1: int
    j2: int
    reason: DifferenceReason


def declare(source: Reading, shown: Reading, pages: Sequence[int], reading: bool = False) -> list[Difference]:
    """The differences that turn ``source`` into ``shown``, in their order.

    ``pages`` gives the page of each line of the source; ``reading``: words may differ because a scan was misread. What
    can be given no reason is left undeclared, for the proof to report.
    """
    theirs, ours = _Side.of(source), _Side.of(shown)
    edits = _find_edits(theirs, ours, source, pages, reading)
    found: list[Difference] = []
    state = source
    at = 0
    while at < len(edits):
        difference, at = _declare(edits, at, theirs, ours, state)
        if difference:
            found.append(difference)
            place = places_of(difference.source, state)[0]
            state = state.replace(*place, difference.text)
    return found


def _find_edits(theirs: _Side, ours: _Side, source: Reading, pages: Sequence[int], reading: bool) -> list[_Edit]:
    from rapidfuzz.distance import Indel  # loaded where it is needed, as in the proof

    edits: list[_Edit] = []
    removed: list[_Edit] = []
    for code in Indel.opcodes(theirs.words, ours.words):
        i1, i2, j1, j2 = code.src_start, code.src_end, code.dest_start, code.dest_end
        if code.tag == "equal":
            edits.extend(_breaks(theirs, ours, (i1, i2, j1), source, pages))
        elif removed and (removed[-1].i2, removed[-1].j2) == (i1, j1):
            removed[-1] = replace(removed[-1], i2=i2, j2=j2)
        else:
            removed.append(_Edit(i1, i2, j1, j2, DifferenceReason.ORDER))
    moved = _moved_words(removed, theirs, ours)
    reasoned = (_reasoned(edit, theirs, ours, moved, reading) for edit in removed)
    edits.extend(edit for edit in reasoned if edit)
    return sorted(edits, key=lambda edit: (edit.i1, edit.j1))


def _breaks(
    theirs: _Side, ours: _Side, span: tuple[int, int, int], source: Reading, pages: Sequence[int]
) -> list[_Edit]:
    """The breaks inside and before a run of equal words that the draft shows otherwise than the proof allows."""
    i1, i2, j1 = span
    found = []
    for step in range(i2 - i1):
        i, j = i1 + step, j1 + step
        before, after = theirs.breaks[i], ours.breaks[j]
        if not before or not after or after == LOOSE or before == after or (before == LINE and after != LINE):
            continue
        if before == PARAGRAPH:
            apart = _page(source, theirs.starts[i], pages) != _page(source, theirs.starts[i - 1], pages)
            found.append(_Edit(i, i, j, j, DifferenceReason.PAGE_BREAK if apart else DifferenceReason.LINE_BREAK))
        elif after == PARAGRAPH:
            found.append(_Edit(i, i, j, j, DifferenceReason.SPLIT))
    return found


def _page(source: Reading, position: int, pages: Sequence[int]) -> int:
    line = source.line(position)
    return pages[line - 1] if line <= len(pages) else 0


def _moved_words(removed: Sequence[_Edit], theirs: _Side, ours: _Side) -> bool:
    """Whether the words taken away, but for rules and stamps, are those put elsewhere."""
    taken = Counter(word for one in removed for word in theirs.words[one.i1 : one.i2] if not shapes.is_rule(word))
    put = Counter(word for one in removed for word in ours.words[one.j1 : one.j2])
    return bool(put) and not put - taken


def _reasoned(edit: _Edit, theirs: _Side, ours: _Side, moved: bool, reading: bool) -> _Edit | None:
    """The edit with its reason; None where nothing that the machine does explains it."""
    taken, put = theirs.words[edit.i1 : edit.i2], ours.words[edit.j1 : edit.j2]
    words = " ".join(taken)
    if taken and not put and shapes.is_rule(words):
        reason = DifferenceReason.RULE
    elif taken and not put and shapes.is_stamp(words):
        reason = DifferenceReason.SIGN
    elif put and not taken and set(put) <= {"-"}:
        reason = DifferenceReason.TRANSPORT
    elif moved:
        reason = DifferenceReason.ORDER
    elif reading and put:
        reason = DifferenceReason.READING
    else:
        return None
    return replace(edit, reason=reason)


def _declare(
    edits: Sequence[_Edit], at: int, theirs: _Side, ours: _Side, state: Reading
) -> tuple[Difference | None, int]:
    """One difference that holds the edit ``at``, and further ones that its words reach; and the edit after them."""
    first = last = edits[at]
    after = at + 1
    for context in range(_CONTEXT, _MOST_CONTEXT, 3):
        start, end = max(first.i1 - context, 0), min(last.i2 + context, len(theirs.words))
        before = edits[at - 1].i2 + (edits[at - 1].i1 == edits[at - 1].i2) if at else 0
        start = max(start, min(before, first.i1))
        while after < len(edits) and edits[after].i1 <= end:
            last = edits[after]
            after += 1
            end = min(last.i2 + context, len(theirs.words))
        j1, j2 = first.j1 - (first.i1 - start), last.j2 + (end - last.i2)
        difference = Difference(source=theirs.text(start, end), text=ours.text(j1, j2), reason=first.reason)
        if len(places_of(difference.source, state)) == 1:
            return difference, after
    return None, after
