"""Heads and feet that are printed on page after page, and page numbers: left out of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.intake.document import LeftOut
from corpus.intake.page.printed import Line, PrintedPage, Word, set_in_lines
from corpus.language.letterhead import is_motto

_MARGIN = 0.12  # of the height, above and below
_NUMBER = re.compile(r"\W*(?:trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)
_ANNEX = re.compile(
    r"(?:phụ lục|phụ biểu|biểu|mẫu)(?: số)? \w{1,4}\W*", re.IGNORECASE
)  # begins pages, and runs on none
_MOST_BEFORE = 50  # pages that a document may have before those in the file
_LETTERHEAD = 150  # points from the motto down: who issues, number and day
_FEWEST = 2  # pages on which a running line stands
PAGE_NUMBER, RUNNING = "số trang", "dòng lặp lại trên các trang (đầu trang hoặc chân trang)"


def without_running(
    pages: Sequence[PrintedPage], words: Sequence[Sequence[Word]]
) -> tuple[list[list[Word]], list[LeftOut]]:
    """The ``words`` of each page (those outside of tables) without such lines, and the lines."""
    rows = (set_in_lines(some, page.number) for page, some in zip(pages, words, strict=True))
    margins = [[line for line in lines if _at_margin(line, page)] for page, lines in zip(pages, rows, strict=True)]
    repeated = _repeated(margins)
    kept, left_out = list[list[Word]](), list[LeftOut]()
    for page, lines, some in zip(pages, margins, words, strict=True):
        gone = dict[int, None]()
        for line in _outermost(lines, page):
            why = PAGE_NUMBER if _is_number(line, page) else RUNNING if _key(line) in repeated else ""
            if why:
                gone.update((id(word), None) for word in line.words)
                left_out.append(LeftOut(line.text, why, page.number))
        kept.append([word for word in some if id(word) not in gone])
    return kept, left_out


def _at_margin(line: Line, page: PrintedPage) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _outermost(lines: Sequence[Line], page: PrintedPage) -> list[Line]:
    """Lines that lie together at the very top, and at the very bottom: at most three each."""
    upper = [line for line in lines if line.bottom < page.height / 2][:3]
    lower = [line for line in lines if line.top > page.height / 2][-3:]
    return [*upper, *lower]


def _key(line: Line) -> tuple[str, int]:
    """What repeats: the text but for its numbers, at about the same height."""
    return re.sub(r"\d+", "0", line.text), round(line.top / 12)


def _repeated(margins: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    pages = defaultdict[tuple[str, int], set[int]](set)
    for lines in margins:
        for line in lines:
            if _of_letterhead(line, lines):
                continue
            pages[_key(line)].add(line.page)
    return {
        key
        for key, numbers in pages.items()
        if len(numbers) >= max(_FEWEST, 0.3 * len(margins)) and key[0].strip("0 .") and not _ANNEX.fullmatch(key[0])
    }


def _of_letterhead(line: Line, lines: Sequence[Line]) -> bool:
    """Whether ``line`` stands in a letterhead: a decision and the plan that it promulgates each print their own."""
    mottos = [one.top for one in lines if is_motto(one.text)]
    return bool(mottos) and line.top < max(mottos) + _LETTERHEAD


def _is_number(line: Line, page: PrintedPage) -> bool:
    """A number alone, in the middle or at the right edge, that can be that of the page."""
    found = _NUMBER.fullmatch(line.text)
    beside = abs(line.middle - page.width / 2) < 0.1 * page.width or line.left > 0.75 * page.width
    return found is not None and beside and 0 < int(found[1]) <= page.number + _MOST_BEFORE
