"""Plain text: paragraphs between blank lines, or one a line; lines that a program wrapped are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.intake.document import Block, Paragraph
from corpus.intake.markers import begins_paragraph
from corpus.intake.settle import settle
from corpus.intake.writing import Writing

_GAP = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_WIDEST = 130  # signs of a line of wrapped text; longer ones are whole paragraphs
_FULL = 0.75  # of the widest: a wrapped line that goes on


def read_plain_text(text: str, unseen: list[str]) -> tuple[Block, ...]:
    """Blocks of ``text``, whose lines end in ``\\n``; ``unseen`` takes the characters that nobody sees."""
    width = _wrapped_at(text)
    parts = _GAP.split(text) if _GAP.search(text.strip()) else [text]
    return settle(paragraph for part in parts for paragraph in _paragraphs(part, width, unseen, len(parts) > 1))


def _wrapped_at(text: str) -> int:
    """Width at which a program wrapped the lines; 0 where each line is whole."""
    lengths = sorted(len(line.strip()) for line in text.split("\n") if line.strip())
    widest = lengths[int(len(lengths) * 0.95)] if lengths else 0
    full = sum(_FULL * widest <= length <= widest for length in lengths)
    return widest if 40 <= widest <= _WIDEST and full >= 0.3 * len(lengths) else 0


def _paragraphs(part: str, width: int, unseen: list[str], parted: bool) -> Iterator[Paragraph]:
    """Paragraphs of ``part``, the lines between two blank ones (``parted``) or the whole text."""
    writing, above = Writing(unseen), ""
    for line in part.split("\n"):
        shown = line.strip()
        if not shown:
            continue
        goes_on = above and not begins_paragraph(shown) and "\t" not in line + above
        if goes_on and width and len(above) >= _FULL * width:
            writing.add(" ")
            writing.join("line")
        elif goes_on and parted:
            writing.add("\n")
        else:
            yield writing.finish()
            writing = Writing(unseen)
        writing.add(line.rstrip())
        above = shown
    yield writing.finish()
