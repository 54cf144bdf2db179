"""What an editorial note says, in words."""

from __future__ import annotations

from corpus.check.oddity import Oddity
from corpus.schema import Note
from corpus.vocabulary import Certainty

# How surely the words that were meant are known.
MEANT = {
    Certainty.CERTAIN: "Đúng ra là",
    Certainty.PROBABLE: "Nhiều khả năng là",
    Certainty.POSSIBLE: "Có thể là",
}


def note_words(note: Note | Oddity) -> str:
    """The note as text."""
    meant = f" {MEANT[note.certainty]}: “{note.meant}”." if note.meant else ""
    return f"{note.problem}{meant}"
