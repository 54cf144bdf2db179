"""What an editor doubts of a directive: notes on the number or the day that a plan prints for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.language.numerals import write_day
from corpus.model import Citation
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview
from corpus.schema import Note
from corpus.vocabulary import NoteKind

_OF_IDENTITY = (NoteKind.DATE, NoteKind.CONTRADICTION, NoteKind.REFERENCE)


@dataclass(frozen=True)
class Doubt:
    """An editor's note on the words with which ``plan`` cites a directive at ``anchor``."""

    plan: str
    anchor: str
    note: Note


def find_doubts(entry: DirectiveEntry, overview: Overview) -> tuple[Doubt, ...]:
    """The doubts about the number or the day of ``entry``, in the order of the plans; each once for a clause."""
    found: dict[tuple[str, str, str], Doubt] = {}
    for citation in overview.citations_of.get(entry.id, ()):
        for note in overview.corpus.plan[citation.plan].meta.notes:
            if _is_about(note, citation, entry):
                found.setdefault((citation.plan, note.at, note.problem), Doubt(citation.plan, note.at, note))
    return tuple(found.values())


def _is_about(note: Note, citation: Citation, entry: DirectiveEntry) -> bool:
    if note.kind not in _OF_IDENTITY or note.at != citation.anchor or note.quote not in citation.text:
        return False
    day = write_day(entry.issued) if entry.issued else None
    number = re.search(rf"(?<!\d){re.escape(entry.number)}(?!\d)", note.quote) if entry.number else None
    return bool((day and day in note.quote) or number)
