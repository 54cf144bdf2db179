"""Roman numbers of sections and of rows as a scan shows them: *IL. MỤC TIÊU* below *I.* is II, *HI.* below it III.

Tesseract joins and parts the strokes of Roman numbers, and loses one of several. A number is put right only where its
strokes make just the one that must follow, or where it is printed again instead of it: what else they may be is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.intake.draft.flow import Item, Line
from corpus.intake.draft.list_markers import Sort, read_marker
from corpus.intake.draft.table_draft import DraftRow
from corpus.language.numerals import roman_value

_NUMBERED = re.compile(r"(?P<printed>[IVXLHTl1|]{1,6})(?P<rest>\s?[.,]\s+(?=[^\W\d_]{2}).*)", re.DOTALL)
_ALONE = re.compile(r"(?P<printed>[IVXLHTl1|]{1,6})(?P<rest>[.,]?)")
_STROKES = str.maketrans({"H": "II", "L": "I", "T": "I", "l": "I", "1": "I", "|": "I"})
_LOSING = {1: "II", 2: "III"}  # what a number was that is printed twice: three strokes are easily two
_WIDER = (Sort.PART, Sort.CHAPTER, Sort.CAPITAL)


def mend_numbers(items: Iterable[Item]) -> Iterator[Item]:
    """``items`` of a scan, the misread Roman numbers of their headings in capitals put right."""
    last = 0
    for item in items:
        marker = read_marker(item.text) if isinstance(item, Line) else None
        if marker and marker.sort in _WIDER:
            last = 0
        found = _NUMBERED.fullmatch(item.text) if isinstance(item, Line) and item.capital else None
        if not found or not isinstance(item, Line):
            yield item
            continue
        number, last = _next(found["printed"], last)
        yield item if number == found["printed"] else _with_number(item, found, number)


def mend_row_numbers(rows: Iterable[DraftRow]) -> tuple[DraftRow, ...]:
    """``rows`` of a table of a scan, the misread Roman numbers of their groups put right."""
    last, mended = 0, []
    for row in rows:
        cells = dict(row.cells)
        printed = cells.get("no", "")
        if (marker := read_marker(f"{printed}. x")) and marker.sort is Sort.CAPITAL:
            last = 0
        if found := _ALONE.fullmatch(printed):
            number, last = _next(found["printed"], last)
            cells["no"] = number + found["rest"]
        mended.append(replace(row, cells=tuple(cells.items())))
    return tuple(mended)


def _next(printed: str, last: int) -> tuple[str, int]:
    """What ``printed`` is after the number ``last``, and the number that it is then; ``last`` again where it is none."""
    value = roman_value(printed)
    if printed.isdigit():
        return printed, last
    strokes = printed.translate(_STROKES)
    if last and value == last and last in _LOSING:
        return _LOSING[last], last + 1
    if last and strokes != printed and roman_value(strokes) == last + 1:
        return strokes, last + 1
    return printed, value or last


def _with_number(line: Line, found: re.Match[str], number: str) -> Line:
    shift = len(number) - len(found["printed"])
    doubts = tuple((max(start + shift, 0), end + shift) for start, end in line.doubts)
    return replace(line, text=number + found["rest"], doubts=doubts)
