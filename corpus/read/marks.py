"""Inline marks of a plan's text: ``**bold**``, ``*italic*`` and ``[uncertain]{?}``.

An asterisk is a mark only where it can be nothing else: it opens before a word and not behind a letter or
digit, and closes behind a word and not before one. So ``(*)``, ``2*3*4`` and a lone ``*`` are printed signs;
any other printed sign is written with a backslash (``\\*``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.model import Mark, MarkKind

_TOKEN = re.compile(r"\\(?P<kept>[!-/:-@\[-`{-~])|(?P<stars>\*+)|(?P<open>\[)|(?P<close>\]\{\?\})")
_KINDS: dict[str, MarkKind] = {"**": "bold", "*": "italic"}
_ENDS_A_WORD = frozenset(")]}”’»,.;:!?*…")  # no mark opens before them
_BEGINS_A_WORD = frozenset("([{“‘«*")  # no mark closes behind them


@dataclass(frozen=True)
class Sign:
    """Signs ``raw[start:end]`` that are no words: a backslash (kind ``escape``), or the opening or closing of a mark."""

    start: int
    end: int
    kind: MarkKind | Literal["escape"]
    opens: bool


def parse_marks(raw: str) -> tuple[str, tuple[Mark, ...]]:
    """Plain text of ``raw`` and the marks over it.

    >>> parse_marks("số **45** (*)")
    ('số 45 (*)', (Mark(start=3, end=5, kind='bold'),))
    """
    plain: list[str] = []
    length = position = 0
    opened: dict[str, int] = {}
    marks: list[Mark] = []
    for sign in find_signs(raw):
        plain.append(raw[position : sign.start])
        length += sign.start - position
        position = sign.end
        if sign.opens:
            opened[sign.kind] = length
        elif sign.kind != "escape" and length > opened[sign.kind]:
            marks.append(Mark(opened[sign.kind], length, sign.kind))
    plain.append(raw[position:])
    return "".join(plain), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def find_signs(raw: str, received: bool = False) -> list[Sign]:
    """Every sign of ``raw`` (one paragraph) that is no word, in order.

    Markdown as ``received`` has no ``[…]{?}``, and bold type may begin or end inside a run of letters there
    (``KẾ HOẠCH**Tuyên truyền**``), as CommonMark has it.
    """
    signs: list[Sign] = []
    waiting: dict[str, Sign] = {}
    for token in _TOKEN.finditer(raw):
        if token["kept"]:
            signs.append(Sign(token.start(), token.start() + 1, "escape", False))
        elif token["stars"]:
            for start, end, kind in _split_run(token):
                joins = received and kind == "bold"
                opens, closes = _may_open(raw, token, joins), _may_close(raw, token, joins)
                _pair(signs, waiting, Sign(start, end, kind, False), opens, closes)
        elif not received:
            opens = token["open"] is not None
            _pair(signs, waiting, Sign(*token.span(), "uncertain", False), opens, not opens)
    return sorted(signs, key=lambda sign: sign.start)


def _split_run(token: re.Match[str]) -> Iterator[tuple[int, int, MarkKind]]:
    """A run of one, two or three asterisks as marks; a longer one is printed."""
    start, length = token.start(), len(token["stars"])
    if length in (2, 3):
        yield start, start + 2, "bold"
    if length in (1, 3):
        yield token.end() - 1, token.end(), "italic"


def _pair(signs: list[Sign], waiting: dict[str, Sign], sign: Sign, opens: bool, closes: bool) -> None:
    """Close the mark of this kind that is open, or open one; what opens and is never closed stays a word."""
    opener = waiting.get(sign.kind)
    if closes and opener:
        del waiting[sign.kind]
        signs.append(Sign(opener.start, opener.end, sign.kind, True))
        signs.append(sign)
    elif opens:
        waiting[sign.kind] = sign


def _may_open(raw: str, token: re.Match[str], joins: bool) -> bool:
    before, after = raw[token.start() - 1 : token.start()], raw[token.end() : token.end() + 1]
    if not after or after.isspace() or after in _ENDS_A_WORD:
        return False
    return not before.isalnum() or (joins and not (before.isdigit() and after.isdigit()))


def _may_close(raw: str, token: re.Match[str], joins: bool) -> bool:
    before, after = raw[token.start() - 1 : token.start()], raw[token.end() : token.end() + 1]
    if not before or before.isspace() or before in _BEGINS_A_WORD:
        return False
    return not after.isalnum() or (joins and not (before.isdigit() and after.isdigit()))
