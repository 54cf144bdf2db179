"""The letterhead of a document: who issued it, its number and symbol, its place and day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.intake.draft import shapes
from corpus.intake.draft.flow import Line
from corpus.language.letterhead import PrintedDay, PrintedNumber, read_day, read_number


@dataclass(frozen=True)
class Letterhead:
    """What was found; None where the letterhead does not print it. ``issuer`` are the lines that name the body."""

    issuer: tuple[str, ...]
    number: PrintedNumber | None
    day: PrintedDay | None


def read_letterhead(lines: Iterable[Line]) -> Letterhead:
    texts = [line.text for line in lines if not shapes.is_rule(line.text)]
    number = next(filter(None, map(read_number, texts)), None)
    day = next(filter(None, map(read_day, texts)), None)
    issuer = []
    for text in texts:
        if read_number(text) or text.lower().startswith(("v/v", "về việc")):
            continue
        if shapes.is_motto(text) or read_day(text):
            continue
        if text.isupper():
            issuer.append(text)
    return Letterhead(tuple(issuer), number, day)
