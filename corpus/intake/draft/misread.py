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

_NUMBERED = re.compile(r"(?P<printed>[IVXLHTl1|]{1,6})(?P<rest>\s?[.,/]\s+(?=[^\W\d_]{2}).*)", re.DOTALL)
# "L MỤC ĐÍCH" for "I. MỤC ĐÍCH", "U" for "I/", where what may be II stands below it.
_FIRST = re.compile(r"[Ll|TU](?P<sign>\s?[.,/])?(?P<rest>\s+(?=[^\W\d_]{2}).*)", re.DOTALL)
_SECOND = re.compile(r"(?:II|H|IL|LI|TI|IT)(?P<sign>\s?[.,/])\s+(?=[^\W\d_]{2})")
_ALONE = re.compile(r"(?P<printed>[IVXLHTl1|]{1,6})(?P<rest>[.,]?)")
_STROKES = str.maketrans({"H": "II", "L": "I", "T": "I", "l": "I", "1": "I", "|": "I"})
_LOSING = {1: "II", 2: "III"}  # what a number was that is printed twice: three strokes are easily two
_WIDER = (Sort.PART, Sort.CHAPTER, Sort.CAPITAL)


def mend_numbers(items: Iterable[Item]) -> Iterator[Item]:
    """``items`` of a scan, the misread Roman numbers of their headings in capitals put right."""
    last = 0
    for item in _with_first(list(items)):
        marker = read_marker(item.text) if isinstance(item, Line) else None
        if marker and marker.sort in _WIDER and not (marker.number == "H" and last == 1):
            last = 0  # "H." below "I." is no eighth part
        found = _NUMBERED.fullmatch(item.text) if isinstance(item, Line) and item.capital else None
        if not found or not isinstance(item, Line):
            yield item
            continue
        number, last = _next(found["printed"], last)
        yield item if number == found["printed"] else _with_number(item, found, number)


def _with_first(items: list[Item]) -> list[Item]:
    """``items`` with a first number that lost its shape put right, where the next in capitals is the second."""
    heads = [at for at, item in enumerate(items) if isinstance(item, Line) and item.capital]
    for at, following in zip(heads, heads[1:], strict=False):
        one, second = items[at], items[following]
        next_number = _SECOND.match(second.text) if isinstance(second, Line) else None
        if not isinstance(one, Line) or not next_number:
            continue
        if found := _FIRST.fullmatch(one.text):
            rest = (found["sign"] or next_number["sign"]) + found["rest"]
            shift = 1 + len(rest) - len(one.text)
            doubts = tuple((max(start + shift, 0), end + shift) for start, end in one.doubts if end + shift > 0)
            items[at] = replace(one, text=f"I{rest}", doubts=doubts)
        break
    return items


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
