"""The letterhead of a document: who issued it, its number and symbol, its place and day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from corpus.intake.draft import shapes
from corpus.intake.draft.flow import Line
from corpus.language.letterhead import PrintedDay, PrintedNumber, is_motto, is_motto_end, read_day, read_number


@dataclass(frozen=True)
class Letterhead:
    """What was found; None where the letterhead does not print it. ``issuer`` are the lines that name the body."""

    issuer: tuple[str, ...]
    number: PrintedNumber | None
    day: PrintedDay | None


def read_letterhead(lines: Iterable[Line]) -> Letterhead:
    kept = [line for line in lines if not shapes.is_rule(line.text)]
    texts = [line.text for line in kept]
    together = [" ".join(line.text for line in group) for _, group in groupby(kept, lambda line: line.place)]
    number = next(filter(None, map(read_number, (*texts, *together))), None)
    day = next(filter(None, map(read_day, (*texts, *together))), None)
    issuer = [text for text in texts if text.isupper() and not _is_other(text)]
    return Letterhead(tuple(issuer), number, day)


def _is_other(text: str) -> bool:
    """Whether a line in capitals does not name who issues."""
    return shapes.prints_number_or_day(text) or shapes.is_stamped(text) or is_motto(text) or is_motto_end(text)
