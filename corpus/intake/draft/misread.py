"""Roman numbers of sections as a scan shows them: *IL. MỤC TIÊU* below *I.* is II, *HI.* below it III.

Tesseract joins and parts the strokes of Roman numbers. Only a heading in capitals is put right, and only where its strokes
make just the number that must follow: what else they may be is left as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.intake.draft.flow import Item, Line
from corpus.language.numerals import roman_value

_NUMBERED = re.compile(r"(?P<printed>[IVXLHTl1|]{1,6})(?P<rest>\s?[.,]\s+(?=[^\W\d_]{2}).*)", re.DOTALL)
_STROKES = str.maketrans({"H": "II", "L": "I", "T": "I", "l": "I", "1": "I", "|": "I"})


def mend_numbers(items: Iterable[Item]) -> Iterator[Item]:
    """``items`` of a scan, the misread Roman numbers of their headings put right."""
    last = 0
    for item in items:
        found = _NUMBERED.fullmatch(item.text) if isinstance(item, Line) and item.capital else None
        if found is None or not isinstance(item, Line):
            yield item
            continue
        printed = found["printed"]
        strokes = printed if printed.isdigit() else printed.translate(_STROKES)
        if last and strokes != printed and roman_value(strokes) == last + 1:
            yield _with_number(item, found, strokes)
            last += 1
        else:
            yield item
            last = roman_value(printed) or last


def _with_number(line: Line, found: re.Match[str], number: str) -> Line:
    shift = len(number) - len(found["printed"])
    doubts = tuple((max(start + shift, 0), end + shift) for start, end in line.doubts)
    return replace(line, text=number + found["rest"], doubts=doubts)
