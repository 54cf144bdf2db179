"""Where the sentences of an official text begin and end.

A sentence ends at a full stop, question mark, exclamation mark or ellipsis where what follows begins as a
sentence or a list item does; not after an abbreviation, in a number, after the number of a list item, nor
inside quotation marks or brackets. A line ends one where the next begins so, an empty line always.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words

_END = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]+)[”’»\")\]]*(?P<gap>\s+|$)|\n\s*")
_BEGINNING = re.compile(r"[“‘«\"(\[]*(?:\d|[-–+*•]\s|[a-zđ]\)|(?P<letter>[^\W\d_]))")
# Only what is closed on its line, so that a mark left open holds nothing back.
_ENCLOSED = re.compile(r"“[^“”\n]*”|«[^«»\n]*»|\([^()\n]*\)|\[[^\[\]\n]*\]")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_REACH = 24  # characters before a full stop that can say what it is
_ABBREVIATION = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, LEXICON.full_stops))})$")
# "Nguyễn V. Hùng"; but "khóa X", "phương án B" count something, and the sentence may end there.
_INITIAL = re.compile(r"(?<!\w)[A-ZĐ]$")
_COUNTING = re.compile(rf"(?i:{whole_words(LEXICON.counted)})\s+\w+$")
# "1.", "II.", "2.1.", "Điều 3." at the beginning of a sentence.
_MARKER = re.compile(rf"\s*(?:(?:{'|'.join(LEXICON.headed)})\s+)?(?:\d{{1,3}}(?:\.\d{{1,3}})*[a-zđ]?|[IVXLC]+|[A-ZĐ])$")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of each sentence, without the blanks around it.

    >>> list(sentences("Chủ trì. UBND TP. Huế phối hợp."))
    [(0, 'Chủ trì.'), (9, 'UBND TP. Huế phối hợp.')]
    """
    start = 0
    for end, following in (*_breaks(text), (len(text), len(text))):
        part = text[start:end]
        if stripped := part.strip():
            yield start + len(part) - len(part.lstrip()), stripped
        start = following


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``text[start:end]`` begins and ends; it never cuts into that span.

    >>> text = "Một. Theo Nghị quyết số 76/NQ-CP tại TP. Huế. Hai."
    >>> text[slice(*sentence_span(text, 10, 31))]
    'Theo Nghị quyết số 76/NQ-CP tại TP. Huế.'
    """
    left, right = 0, len(text)
    for stop, following in _breaks(text):
        if following <= start:
            left = following
        elif stop >= end:
            return left, stop
    return left, right


def governing_start(text: str, position: int) -> int:
    """Where the words begin that govern ``position``: its sentence, with the line that leads to its list.

    >>> text = "Hết. Nội dung tuyên truyền\\n- Luật Báo chí\\n- Luật Giá"
    >>> text[governing_start(text, 43):]
    'Nội dung tuyên truyền\\n- Luật Báo chí\\n- Luật Giá'
    """
    start = 0
    for _, following in _breaks(text, lists=False):
        if following > position:
            break
        start = following
    return start


def clause_span(text: str, start: int, end: int) -> tuple[int, int]:
    """As ``sentence_span``, narrowed to the semicolons around ``text[start:end]``.

    >>> text = "Theo Luật A; theo Luật B; hết."
    >>> text[slice(*clause_span(text, 18, 23))]
    ' theo Luật B'
    """
    left, right = sentence_span(text, start, end)
    before, after = text.rfind(";", left, start), text.find(";", end, right)
    return (left if before < 0 else before + 1), (right if after < 0 else after)


def clauses(text: str) -> Iterator[str]:
    """The parts of a cell that are read one by one: its sentences, and in these what semicolons and lines part.

    >>> list(clauses("Quý I; quý III. Trước ngày 15/12"))
    ['Quý I', 'quý III.', 'Trước ngày 15/12']
    """
    for _, sentence in sentences(text):
        for part in re.split(r"[;\n]", sentence):
            if part.strip():
                yield part.strip()


def _breaks(text: str, lists: bool = True) -> Iterator[tuple[int, int]]:
    """The end of each sentence but the last, with the beginning of the next.

    Without ``lists``, the items of a list and further lines belong to the sentence before them.
    """
    enclosed = [(*found.span(), found.group()[0]) for found in _ENCLOSED.finditer(text)]
    start = 0
    for found in _END.finditer(text):
        end = found.start("gap") if found["stop"] else found.start()
        if (
            found.end() < len(text)
            and _ends(text, start, found, lists)
            and not _is_inside(enclosed, start, found.start(), end)
        ):
            yield (end if found["stop"] else _without_blanks(text, end)), found.end()
            start = found.end()


def _ends(text: str, start: int, found: re.Match[str], lists: bool) -> bool:
    """Whether the sentence from ``start`` on ends at ``found``."""
    if _EMPTY_LINE.search(found.group()):
        return True
    begins = _BEGINNING.match(text, found.end())
    if not begins or (begins["letter"] and not begins["letter"].isupper()):
        return False
    if not lists and not (found["stop"] and begins["letter"]):
        return False
    if found["stop"] != ".":
        return True
    before = text[max(start, found.start() - _REACH) : found.start()]
    if _ABBREVIATION.search(before):
        return False
    if "\n" in found.group():
        return True
    initial = _INITIAL.search(before) and not _COUNTING.search(before)
    return not (initial or _MARKER.match(text, start, found.start()))


def _is_inside(enclosed: list[tuple[int, int, str]], sentence: int, start: int, end: int) -> bool:
    """Whether ``start`` to ``end`` lies between the marks of one of ``enclosed``, which are in order and apart.

    Brackets in which the whole ``sentence`` begins may hold several.
    """
    place = bisect_left(enclosed, (start,)) - 1
    if place < 0 or end >= enclosed[place][1]:
        return False
    first, _, mark = enclosed[place]
    return mark in "“«" or first > sentence


def _without_blanks(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end
