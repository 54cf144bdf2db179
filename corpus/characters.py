"""Characters that may not stand in a plan or a register: nobody sees them, or they change what is seen.

Control characters; those that turn the direction of writing; those without width; soft hyphens; separators
of lines; surrogates; private and unassigned ones (Unicode, general categories Cc Cf Cs Co Cn Zl Zp); and those
that are drawn as nothing although they count as letters, marks or symbols.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

NO_UNSEEN = "không được có ký tự điều khiển, ẩn hoặc chưa gán"  # the rule, as a clerk is told
MOST_LINES = 20  # a file of another kind would give one line each
_KEPT = "\t"
_REFUSED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
# Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties.txt) outside of Cf and Cn; the blank Braille
# pattern; and the two signs that stand for what was lost.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\U000e0100-\U000e01ef]"
)


def find_refused(text: str) -> str | None:
    """The first character of ``text`` (one line, or several) that may not stand in it."""
    if text.isprintable() and not _UNSEEN.search(text):
        return None
    return next((char for char in text if _is_refused(char)), None)


def _is_refused(char: str) -> bool:
    if char in _KEPT or char == "\n":
        return False
    return unicodedata.category(char) in _REFUSED or bool(_UNSEEN.match(char))


def name_character(char: str) -> str:
    """The code point and, where it has one, the name of ``char``.

    >>> name_character(chr(0x200b))
    'U+200B ZERO WIDTH SPACE'
    """
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def show_refused(text: str) -> str:
    """One line ``text`` with each character that may not stand in a plan written out: it can be seen and declared.

    >>> show_refused("a" + chr(0x200b))
    'a⟨U+200B⟩'
    """
    if text.isprintable() and not _UNSEEN.search(text):
        return text
    return "".join(f"⟨U+{ord(char):04X}⟩" if _is_refused(char) or char == "\n" else char for char in text)


def refused_lines(text: str) -> Iterator[tuple[int, str]]:
    """Number of each line with a refused character, and the first of them on it."""
    for number, line in enumerate(text.split("\n"), 1):
        if (char := find_refused(line)) is not None:
            yield number, char
