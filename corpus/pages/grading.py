"""How much an oddity matters: to what is said, to how it is worded, or only to how it is printed."""

from __future__ import annotations

import re

from corpus.check.oddity import Oddity
from corpus.language.folding import fold
from corpus.schema import Note
from corpus.vocabulary import NoteGrade, NoteKind

_GRADES = {
    NoteKind.MISPRINT: NoteGrade.WORDING,
    NoteKind.SYMBOL: NoteGrade.WORDING,
    NoteKind.DATE: NoteGrade.CONTENT,
    NoteKind.CONTRADICTION: NoteGrade.CONTENT,
    NoteKind.PLACE: NoteGrade.CONTENT,
    NoteKind.AGENCY_PERIOD: NoteGrade.CONTENT,
    NoteKind.NUMBERING: NoteGrade.WORDING,
    NoteKind.NAME: NoteGrade.WORDING,
    NoteKind.QUOTATION: NoteGrade.PRESENTATION,
    NoteKind.TEMPLATE: NoteGrade.CONTENT,
    NoteKind.MISSING: NoteGrade.CONTENT,
    NoteKind.FORMAT: NoteGrade.PRESENTATION,
    NoteKind.REFERENCE: NoteGrade.CONTENT,
}


def grade(note: Note | Oddity) -> NoteGrade:
    """How much ``note`` matters; where the words meant are the printed ones but for signs and marks, only to print.

    What is meant otherwise in words is never a matter of print, whatever kind the note is of.
    """
    if note.meant is None:
        return _GRADES[note.kind]
    if _bare(note.quote) == _bare(note.meant):
        return NoteGrade.PRESENTATION
    kind = _GRADES[note.kind]
    return NoteGrade.WORDING if kind is NoteGrade.PRESENTATION else kind


def _bare(text: str) -> str:
    """The letters and digits of ``text`` without marks and case."""
    return re.sub(r"[\W_]", "", fold(text))


def pattern(note: Note | Oddity) -> str:
    """In what a note on presentation is like others: the sign or mark that differs, for readers."""
    if note.meant is None:
        return note.problem.rstrip(".")
    quote, meant = note.quote, note.meant
    if "".join(quote.split()) == "".join(meant.split()):
        return "Dấu cách"
    if quote.casefold() == meant.casefold():
        return "Chữ hoa, chữ thường"
    if re.sub(r"[\W_]", "", quote) == re.sub(r"[\W_]", "", meant):
        return "Dấu câu"
    return (
        "Dấu thanh, dấu mũ"
        if re.sub(r"[\W_]", "", quote).casefold() != re.sub(r"[\W_]", "", meant).casefold()
        else "Dấu câu, chữ hoa"
    )
