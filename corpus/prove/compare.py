"""What differs between two readings, as problems that show both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.problem import Problem
from corpus.prove.reading import LINE, LOOSE, PARAGRAPH, WORD, Reading

_CONTEXT = 4  # words shown on each side of a difference
_MOST_PAIRS = 2_000_000_000  # words against words; the comparison keeps a bit of each: 250 MB
_NEAR = 3  # differences with fewer equal words between them are one


@dataclass(frozen=True)
class _Words:
    """A reading cut into words, each with where it starts."""

    reading: Reading
    words: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, reading: Reading) -> _Words:
        found = list(WORD.finditer(reading.text))
        return cls(reading, tuple(m.group() for m in found), tuple(m.start() for m in found))

    def line(self, index: int) -> int:
        return self.reading.line(self.starts[index] if index < len(self.starts) else len(self.reading.text))

    def sign_before(self, index: int) -> str:
        return self.reading.text[self.starts[index] - 1] if self.starts[index] else ""

    def around(self, start: int, end: int) -> str:
        """The words ``[start:end]`` with a few on either side."""
        first, last = max(0, start - _CONTEXT), min(len(self.words), end + _CONTEXT)
        pieces = []
        for index in range(first, last):
            pieces.append(PARAGRAPH if index > first and self.sign_before(index) == PARAGRAPH else " ")
            pieces.append(self.words[index])
        return "".join(pieces).strip()


@dataclass(frozen=True)
class Agreement:
    """Problems found and how many words of the plan stand at their place in the source."""

    problems: tuple[Problem, ...]
    agreeing: tuple[str, ...]


def compare(source: Reading, shown: Reading, path: str, source_name: str) -> Agreement:
    """Compare word by word, then break by break; ``path`` is the plan's file."""
    theirs, ours = _Words.of(source), _Words.of(shown)
    problems: list[Problem] = []
    agreeing: list[str] = []
    for same, i1, i2, j1, j2 in _stretches(theirs.words, ours.words):
        if same:
            agreeing.extend(ours.words[j1:j2])
            problems.extend(_break_problems(theirs, ours, i1, j1, i2 - i1, path, source_name))
        else:
            problems.append(_word_problem(theirs, ours, (i1, i2, j1, j2), path, source_name))
    return Agreement(tuple(problems), tuple(agreeing))


def _stretches(theirs: tuple[str, ...], ours: tuple[str, ...]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Equal and different stretches: (equal, start and end in theirs, start and end in ours)."""
    if theirs == ours:
        yield True, 0, len(theirs), 0, len(ours)
        return
    if (start := _first_difference(theirs, ours)) is not None:
        yield True, 0, start, 0, start
        yield False, start, len(theirs), start, len(ours)
        return
    # Loaded only when something differs: the common case must not pay for it.
    from rapidfuzz.distance import Indel

    pending: tuple[int, int, int, int] | None = None
    for code in Indel.opcodes(theirs, ours):
        span = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        short = code.src_end - code.src_start < _NEAR
        inside = pending and code.src_end < len(theirs)
        if code.tag == "equal" and not (short and inside):
            if pending:
                yield False, *pending
                pending = None
            yield True, *span
        else:
            pending = (pending[0], span[1], pending[2], span[3]) if pending else span
    if pending:
        yield False, *pending


def _first_difference(theirs: tuple[str, ...], ours: tuple[str, ...]) -> int | None:
    """Where two texts part for good: too long to be compared further within ``_MOST_PAIRS``; None where they are not."""
    start = next((i for i, pair in enumerate(zip(theirs, ours, strict=False)) if pair[0] != pair[1]), None)
    start = min(len(theirs), len(ours)) if start is None else start
    ends = zip(reversed(theirs[start:]), reversed(ours[start:]), strict=False)
    same = next((i for i, pair in enumerate(ends) if pair[0] != pair[1]), 0)
    pairs = (len(theirs) - start - same) * (len(ours) - start - same)
    return start if pairs > _MOST_PAIRS else None


def _word_problem(theirs: _Words, ours: _Words, span: tuple[int, int, int, int], path: str, name: str) -> Problem:
    i1, i2, j1, j2 = span
    where = f"plans/sources/{name}:{theirs.line(i1)}"
    if i1 == i2:
        must = "không được có chữ mà bản nhận được không có"
    elif j1 == j2:
        must = "không được thiếu chữ của bản nhận được"
    else:
        must = "phải đúng từng chữ như bản nhận được"
    return Problem(path, ours.line(j1), f"{must} ({where}: '{theirs.around(i1, i2)}')", ours.around(j1, j2))


def _break_problems(
    theirs: _Words, ours: _Words, i: int, j: int, length: int, path: str, name: str
) -> Iterator[Problem]:
    for step in range(length):
        before, after = theirs.sign_before(i + step), ours.sign_before(j + step)
        if not before or not after or _may_stand_for(before, after):
            continue
        where = f"plans/sources/{name}:{theirs.line(i + step)}"
        if before == PARAGRAPH:
            must = "nối hai đoạn của bản nhận được thì phải khai báo trong differences"
        else:
            must = "tách đoạn ở chỗ bản nhận được không ngắt thì phải khai báo trong differences"
        reading = theirs.around(i + step, i + step)
        yield Problem(path, ours.line(j + step), f"{must} ({where}: '{reading}')", ours.around(j + step, j + step))


def _may_stand_for(before: str, after: str) -> bool:
    """Whether the break ``before`` of a source may be shown as ``after``.

    Inside a paragraph lines may be set anew, and a printed line may become a paragraph of its own
    (a title, a list item); a paragraph break never disappears, and none is made inside a line.
    """
    if after == LOOSE or before == after:
        return True
    return PARAGRAPH not in (before, after) or before == LINE
