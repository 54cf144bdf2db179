"""Plain text: paragraphs between blank lines, or one a line where the file has no blank lines."""

from __future__ import annotations

import re
import unicodedata

from corpus.intake.document import Block, Paragraph

_GAP = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def read_plain_text(text: str) -> tuple[Block, ...]:
    """Blocks of ``text``, whose lines end in ``\\n``."""
    text = unicodedata.normalize("NFC", text)
    parts = _GAP.split(text) if _GAP.search(text.strip()) else text.split("\n")
    return tuple(Paragraph(part.strip()) for part in parts if part.strip())
