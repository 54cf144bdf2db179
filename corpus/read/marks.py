"""Inline marks of a plan's text: ``**bold**``, ``*italic*`` and ``[uncertain]{?}``."""

from __future__ import annotations

import re

from corpus.model import Mark

_TOKEN = re.compile(r"\\([*\[\]\\])|\*\*|\*|\[|\]\{\?\}")


def parse_marks(raw: str) -> tuple[str, tuple[Mark, ...]]:
    """Plain text of ``raw`` and the marks over it.

    A sign that opens or closes nothing is text: a lone ``*`` before a blank is a printed star.

    >>> parse_marks("số **45**")
    ('số 45', (Mark(start=3, end=5, kind='bold'),))
    """
    pairs = _pair_tokens(raw)
    plain: list[str] = []
    length, position = 0, 0
    opened: dict[int, int] = {}
    marks: list[Mark] = []
    for token in _TOKEN.finditer(raw):
        keep = token.group(1)
        if keep is None and token.start() not in pairs:
            continue
        plain.append(raw[position : token.start()])
        length += token.start() - position
        position = token.end()
        if keep is not None:
            plain.append(keep)
            length += len(keep)
            continue
        opener, kind = pairs[token.start()]
        if opener == token.start():
            opened[opener] = length
        elif length > opened[opener]:
            marks.append(Mark(opened[opener], length, kind))
    plain.append(raw[position:])
    return "".join(plain), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _pair_tokens(raw: str) -> dict[int, tuple[int, str]]:
    """For each sign that is a mark: the position of its opener (its own where it opens) and its kind."""
    kinds = {"**": "bold", "*": "italic", "[": "uncertain", "]{?}": "uncertain"}
    pairs: dict[int, tuple[int, str]] = {}
    waiting: dict[str, int] = {}
    for token in _TOKEN.finditer(raw):
        sign = token.group()
        if sign not in kinds:
            continue
        kind = kinds[sign]
        closes = sign == "]{?}" or (sign != "[" and token.start() > 0 and not raw[token.start() - 1].isspace())
        opens = sign == "[" or (sign != "]{?}" and raw[token.end() : token.end() + 1].strip() != "")
        if kind in waiting and closes:
            opener = waiting.pop(kind)
            pairs[opener] = (opener, kind)
            pairs[token.start()] = (opener, kind)
        elif opens:
            waiting[kind] = token.start()
    return pairs
