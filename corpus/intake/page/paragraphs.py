"""Printed lines put together to the paragraphs that their author wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.intake.document import Paragraph
from corpus.intake.markers import begins_paragraph, begins_small
from corpus.intake.page.printed import Line
from corpus.intake.writing import Writing

_SAME = 6.0  # points within which two edges are one
_PITCH = 1.6  # of the usual distance between lines: more than that parts paragraphs
_SPACED = 1.12  # of the same: paragraphs that are usually so far apart are known by it
_FEWEST_ENDS = 3
_ENDS = re.compile(r"(?:[.;:!?]|\./\.)[\"”’)\]]*$")
_CUT_WORD = re.compile(r"[^\W_]-$")  # "17-" at the end of a line, before "KL/TW"


@dataclass(frozen=True)
class Measure:
    """The column in which lines are set: its edges, the usual distance of lines, and that of paragraphs."""

    left: float
    right: float
    pitch: float
    apart: float = 0.0  # 0 where paragraphs are no further from each other than lines

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Measure:
        lefts, rights = [line.left for line in lines], [line.right for line in lines]
        wide = [one for one in lines if one.right - one.left > 0.6 * (max(rights) - min(lefts))]
        left = _usual([one.left for one in wide], min) or min(lefts)
        right = _usual([one.right for one in wide], max) or max(rights)
        pairs = [(a, b, b.bottom - a.bottom) for a, b in pairwise(lines) if a.page == b.page]
        pairs = [pair for pair in pairs if 0 < pair[2] < 3 * pair[0].size]
        column = cls(left, right, _closest([step for _, _, step in pairs]))
        ends = [step for a, b, step in pairs if column.has_room(a, b) and abs(a.size - b.size) < 1]
        apart = median(ends) if len(ends) >= _FEWEST_ENDS else 0.0
        return replace(column, apart=apart if apart > _SPACED * column.pitch else 0.0)

    def parts(self, last: Line, line: Line) -> bool | None:
        """Whether the distance of two lines alone makes them two paragraphs; None where it does not say."""
        if last.page != line.page or not self.pitch:
            return None
        step = line.bottom - last.bottom
        if not self.apart:
            return True if step > _PITCH * self.pitch else None
        return step > (self.pitch + self.apart) / 2

    def has_room(self, line: Line, following: Line) -> bool:
        """Whether the first word of ``following`` would have fitted into ``line``: its author ended it there."""
        first = following.words[0]
        return line.right + 0.35 * line.size + (first.right - first.left) < self.right - 1

    def is_centred(self, line: Line) -> bool:
        """Whether ``line`` keeps the same wide distance from both edges."""
        before, after = line.left - self.left, self.right - line.right
        return min(before, after) > 2 * line.size and abs(before - after) < max(
            3 * line.size, 0.15 * (self.right - self.left)
        )


def _usual(values: Sequence[float], outer: object) -> float | None:
    """The edge that most lines keep, the outer one of equals."""
    if not values:
        return None
    counts = Counter(round(value / 3) for value in values)
    best = max(counts.values())
    edges = [place for place, count in counts.items() if count >= max(2, 0.5 * best)]
    chosen = (min if outer is min else max)(edges) if edges else round((min if outer is min else max)(values) / 3)
    return median(value for value in values if abs(value / 3 - chosen) <= 1)


def _closest(steps: Sequence[float]) -> float:
    """The distance of lines within a paragraph: the smallest that is common."""
    if not steps:
        return 0.0
    counts = Counter(round(step) for step in steps)
    common = [step for step, count in counts.items() if count >= 0.15 * len(steps)]
    return float(min(common)) if common else median(steps)


def put_together(lines: Sequence[Line], measure: Measure, unseen: list[str]) -> Iterator[Paragraph]:
    """Paragraphs of ``lines``, which follow each other in one column, over pages too."""
    group: list[Line] = []
    for line in lines:
        if group and _parts(group, line, measure):
            yield write_paragraph(group, measure, unseen)
            group = []
        group.append(line)
    if group:
        yield write_paragraph(group, measure, unseen)


def write_paragraph(lines: Sequence[Line], measure: Measure, unseen: list[str]) -> Paragraph:
    writing = Writing(unseen)
    for at, line in enumerate(lines):
        if at:
            writing.add("" if _CUT_WORD.search(lines[at - 1].text) else " ")
            writing.join("line" if line.page == lines[at - 1].page else "page")
        line.write(writing)
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    centred = all(measure.is_centred(line) for line in lines)
    return writing.finish(centred=centred, size=sizes.most_common(1)[0][0], page=lines[0].page)


def _parts(group: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether a new paragraph begins with ``line``."""
    last, distance = group[-1], measure.parts(group[-1], line)
    if distance or _other_print(last, line):
        return True
    if measure.is_centred(last) or measure.has_room(last, line):
        return not (measure.is_centred(last) and measure.is_centred(line) and not measure.has_room(last, line))
    if distance is False:
        return False
    indented = line.left > measure.left + _SAME
    if begins_paragraph(line.text):
        return indented or last.bold or line.bold or bool(_ENDS.search(last.text)) or not _indented(group, measure)
    if len(group) > 1:
        return line.left > last.left + _SAME
    return indented and abs(line.left - last.left) <= _SAME and not begins_small(line.text)


def _other_print(last: Line, line: Line) -> bool:
    """Bold lines above plain ones, or letters of another size."""
    if abs(last.size - line.size) > 0.15 * last.size:
        return True
    weights = {all(one.bold for one in last.words), any(one.bold for one in last.words)}
    other = {all(one.bold for one in line.words), any(one.bold for one in line.words)}
    return len(weights) == 1 and len(other) == 1 and weights != other


def _indented(group: Sequence[Line], measure: Measure) -> bool:
    """Whether the paragraph began further right than its column: so do the others, then."""
    return group[0].left > measure.left + _SAME


def cell_paragraphs(lines: Iterable[Line], left: float, right: float, unseen: list[str]) -> tuple[Paragraph, ...]:
    """Paragraphs of the cell between ``left`` and ``right``."""
    lines = list(lines)
    if not lines:
        return ()
    measure = Measure.of(lines)
    inset = max(0.0, min(min(line.left for line in lines) - left, 8.0))
    column = Measure(
        min(line.left for line in lines), max(right - inset, max(line.right for line in lines)), measure.pitch
    )
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _parts_cell(groups[-1][-1], line, column):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(write_paragraph(group, column, unseen) for group in groups)


def _parts_cell(last: Line, line: Line, column: Measure) -> bool:
    """In a narrow column a line ends where it must: only room for more, or a sign, begins a paragraph."""
    if begins_paragraph(line.text) or _other_print(last, line):
        return True
    ragged = column.has_room(last, line)
    return ragged and bool(_ENDS.search(last.text)) and not begins_small(line.text)
