"""Vietnamese words as patterns that also meet lost tone marks, OCR damage and line breaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import product

from corpus.language.folding import fold
from corpus.language.letters import MARKED, TONES, compose_letter

# Signs that OCR prints for a letter: "Ngh1 quyet", "K& hoach", "Quyét djnh".
_DAMAGE = {"i": "1lj|", "e": "&", "o": "0", "u": "ir"}
GAP = r"\s{1,24}"  # a blank, or the break and indentation of the next line


_VARIANTS: dict[str, str] = {}
for _char in (*MARKED, "ð"):
    _VARIANTS[fold(_char)] = _VARIANTS.get(fold(_char), "") + _char


def _spellings() -> dict[str, str]:
    found = {}
    for pair in ("oa", "oe", "uy"):
        for letters, tone in product((pair, pair.capitalize(), pair.upper()), TONES):
            new = compose_letter(letters[0], tone) + letters[1]
            old = letters[0] + compose_letter(letters[1], tone)
            found[new] = found[old] = f"(?:{new}|{old})"
    return found


_EITHER = _spellings()
_TWO_SPELLINGS = re.compile("|".join(_EITHER))


def loose(words: str, caseless: bool = False) -> str:
    """Pattern of ``words`` with any marks on the letters; an initial capital stays one, blanks may be breaks.

    ``caseless``: in small letters and in capitals. The letters are written out, because the engine passes over
    alternatives by their first letter only where no flag makes it fold each of them.

    >>> bool(re.fullmatch(loose("Nghị quyết"), "Nghi quyét"))
    True
    >>> bool(re.fullmatch(loose("Nghị quyết", caseless=True), "NGHỊ quyết"))
    True
    """
    return GAP.join("".join(_class(char, caseless) for char in word) for word in words.split())


def _class(char: str, caseless: bool) -> str:
    base = fold(char)
    marked = _VARIANTS.get(base, "")
    small, capital = f"{base}{marked}{re.escape(_DAMAGE.get(base, ''))}", f"{base.upper()}{marked.upper()}"
    if caseless and base.isalpha():
        return f"[{small}{capital}]"
    if not marked:
        return re.escape(char)
    return f"[{capital if char.isupper() else small}]"


def longest_first(words: Iterable[str]) -> list[str]:
    """``words`` in the order in which a pattern must try them."""
    return sorted(words, key=len, reverse=True)


def whole_words(words: Iterable[str]) -> str:
    """One of ``words``, letter by letter, up to the end of the word, its tone mark on either vowel.

    >>> bool(re.fullmatch(whole_words(["Ủy ban"]), "Uỷ ban"))
    True
    """
    return "(?:" + "|".join(either_spelling(re.escape(word)) for word in longest_first(words)) + r")(?!\w)"


def either_spelling(pattern: str) -> str:
    """``pattern`` for texts of both schools, which put the tone mark of oa, oe and uy on the first or on the last vowel.

    >>> either_spelling("Hòa")
    'H(?:òa|oà)'
    """
    return _TWO_SPELLINGS.sub(lambda found: _EITHER[found[0]], pattern)


def any_of(phrases: Iterable[str], caseless: bool = False) -> str:
    """Alternatives of loose ``phrases``, longest first, so that the longest one wins."""
    return "|".join(loose(phrase, caseless) for phrase in longest_first(phrases))


def grammar(template: str, **parts: str) -> str:
    """A pattern from a readable ``template``, in which blanks and line ends mean nothing.

    ``·`` stands for the blank between two words or a line break there, ``«…|…»`` for words as ``loose``
    takes them, in any case, and ``<name>`` for the pattern ``parts[name]``. All else is as in ``re``.

    >>> bool(re.fullmatch(grammar("«của» · «Đảng bộ» (?: · <place> )?", place="[A-Z]+"), "cua Dang bo  X"))
    True
    """
    pieces = re.split(r"«([^»]+)»", template)
    for index, piece in enumerate(pieces):
        if index % 2:
            pieces[index] = f"(?:{any_of(piece.split('|'), caseless=True)})"
        else:
            plain = re.sub(r"\s+", "", piece).replace("·", GAP)
            pieces[index] = re.sub(r"(?<!\?P)<([a-z_]+)>", lambda found: f"(?:{parts[found[1]]})", plain)
    return "".join(pieces)


def compose(text: str) -> tuple[str, list[int] | None]:
    """``text`` in NFC, and for each of its characters (and the end) the offset in ``text``; None: the same."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    parts, offsets, start = [], [], 0
    for position in range(1, len(text) + 1):
        if position < len(text) and unicodedata.combining(text[position]):
            continue
        composed = unicodedata.normalize("NFC", text[start:position])
        parts.append(composed)
        offsets.extend([start] * len(composed))
        start = position
    return "".join(parts), [*offsets, len(text)]
