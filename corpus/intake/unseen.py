"""Characters that nobody sees and that no plan may hold: left out, and said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from corpus.characters import name_character
from corpus.intake.document import LeftOut


def left_out_unseen(characters: Iterable[str]) -> Iterator[LeftOut]:
    """One entry for each kind of character."""
    for char, count in sorted(Counter(characters).items()):
        yield LeftOut(char * count, f"ký tự không nhìn thấy, {name_character(char)}, {count} lần")
