"""The body of a part as headings, clauses and paragraphs, as the plan's form has them.

What numbers the names of sections becomes a heading, what numbers sentences a clause: all of one list the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.intake.draft import shapes
from corpus.intake.draft.flow import Grid, Item, Line
from corpus.intake.draft.list_markers import Marker, Sort, read_marker
from corpus.work.labels import read_fields

_WIDE = (Sort.PART, Sort.CHAPTER, Sort.CAPITAL, Sort.ROMAN)
_LONGEST_NAME = 250  # characters of a section's name
_LONGEST_UNNUMBERED = 150
_DEEPEST = 6
_FINISHED = re.compile(r"[.;,]\W*$")

Kind = tuple[object, str]


@dataclass(frozen=True)
class Entry:
    """A line of the draft: a heading of ``level`` 2 to 6, a clause with its ``marker``, or a paragraph (``indented``:
    of the clause above); or a table. ``closing`` is true from the sentence on that ends the document."""

    item: Item
    marker: Marker | None = None
    level: int = 0
    indented: bool = False
    closing: bool = False


def outline(items: Sequence[Item], closes: bool) -> list[Entry]:
    """The entries of one body; ``closes``: it may end with sentences that belong to no section."""
    end = _closing(items) if closes else len(items)
    last = _last_sentence(items) if closes and end == len(items) else len(items)
    markers = [read_marker(item.text) if isinstance(item, Line) else None for item in items]
    heads = _find_headings(items[:end], markers)
    entries: list[Entry] = []
    kinds: list[Kind] = []
    open_clause: Marker | None = None
    for at, item in enumerate(items):
        marker = markers[at]
        if at in heads:
            kinds = [*_above(kinds, heads[at]), heads[at]]
            entries.append(Entry(item, marker, min(len(kinds) + 1, _DEEPEST)))
            open_clause = None
        elif at == last and isinstance(item, Line):
            entries.append(Entry(item, closing=len(kinds) > 1))
        elif isinstance(item, Grid) or at >= end or marker:
            entries.append(Entry(item, marker, closing=at >= end))
            open_clause = None if isinstance(item, Grid) else _opened(open_clause, marker)
        else:
            signed = at > 0 and (above := markers[at - 1]) is not None and above.sort is Sort.SIGN
            entries.append(Entry(item, indented=_belongs_to(open_clause, signed, item)))
    return entries


def _above(kinds: list[Kind], kind: Kind) -> list[Kind]:
    return kinds[: kinds.index(kind)] if kind in kinds else kinds


def _opened(before: Marker | None, marker: Marker | None) -> Marker | None:
    """The clause that an unnumbered paragraph would belong to; dashes alone hold none."""
    if marker and marker.sort is Sort.SIGN:
        return before if before and before.sort is not Sort.SIGN else marker
    return marker


def _belongs_to(clause: Marker | None, signed: bool, line: Line) -> bool:
    """Whether an unnumbered paragraph goes on with the clause above, and not with the heading.

    Labelled lines below a clause and its dashes (``signed``) speak of the clause, not of the last dash: they stand
    beside it.
    """
    if clause is None or clause.sort is Sort.SIGN:
        return False
    fields = read_fields(line.text)
    return not (signed and fields and fields[0].start == 0)


def _closing(items: Sequence[Item]) -> int:
    """Where the sentences begin that end the document."""
    at = len(items)
    while at and isinstance(item := items[at - 1], Line) and not read_marker(item.text) and not item.capital:
        at -= 1
    tail = [item for item in items[at:] if isinstance(item, Line)]
    said = next((n for n, line in enumerate(tail) if shapes.closes_body(line.text)), None)
    if said is not None:
        return at + said
    return len(items)


def _last_sentence(items: Sequence[Item]) -> int:
    """The place of a last paragraph that speaks to everybody and not below the last number alone, if there is one."""
    at = len(items) - 1
    if at < 1 or not isinstance(line := items[at], Line) or read_marker(line.text):
        return len(items)
    above = items[at - 1]
    after_sentence = isinstance(above, Line) and _FINISHED.search(above.text)
    return at if line.text.rstrip().endswith("./.") and after_sentence else len(items)


def _find_headings(items: Sequence[Item], markers: Sequence[Marker | None]) -> dict[int, Kind]:
    """The places of headings and the kind of each: of those with one kind, one is never below another."""
    heads: dict[int, Kind] = {}
    for at, item in enumerate(items):
        if isinstance(item, Line):
            marker = markers[at]
            if marker and marker.sort in _WIDE and len(item.text) < _LONGEST_NAME * 2:
                heads[at] = (marker.sort, marker.style)
            elif marker is None and _is_unnumbered(items, at):
                heads[at] = ("unnumbered", "capital" if item.capital else "bold")
    for depth in range(4):
        _add_lists(items, markers, heads, depth)
    return heads


def _is_unnumbered(items: Sequence[Item], at: int) -> bool:
    """Whether a line without a number is the name of a section: set apart, short, no sentence, something below it."""
    line = items[at]
    following = items[at + 1] if at + 1 < len(items) else None
    if not isinstance(line, Line) or following is None or len(line.text) > _LONGEST_UNNUMBERED:
        return False
    if _FINISHED.search(line.text) or shapes.is_rule(line.text) or shapes.is_authority(line.text):
        return False
    if shapes.kind_of(line.text.rstrip(" :")):
        return False  # "QUYẾT ĐỊNH:" before the articles
    if isinstance(following, Line) and shapes.is_attached(following.text):
        return False
    fields = read_fields(line.text)
    return (line.capital or line.bold or line.heading > 0) and len(line.text.split()) > 1 and not fields


def _add_lists(items: Sequence[Item], markers: Sequence[Marker | None], heads: dict[int, Kind], depth: int) -> None:
    """Make headings of the lists of decimal numbers of ``depth`` that only name sections: no member is a sentence."""
    for run in _runs(markers, heads, depth):
        if all(_names_section(items, markers, at, run) for at in run):
            heads.update((at, (Sort.DECIMAL, markers[at].style)) for at in run if markers[at])  # type: ignore[union-attr]


def _runs(markers: Sequence[Marker | None], heads: dict[int, Kind], depth: int) -> list[list[int]]:
    """The lists of decimal numbers of ``depth``, each within one section; below a clause no list names sections."""
    runs: dict[tuple[int, str], list[int]] = {}
    section, blocked = -1, False
    for at, marker in enumerate(markers):
        if at in heads:
            section, blocked = at, False
        elif marker and marker.sort is Sort.DECIMAL:
            if marker.depth < depth:
                blocked = True
            elif marker.depth == depth and not blocked:
                runs.setdefault((_section(section, heads, marker), marker.style), []).append(at)
    return list(runs.values())


def _section(section: int, heads: dict[int, Kind], marker: Marker) -> int:
    """The heading to which a list belongs: an unnumbered one within the list does not part it."""
    while section in heads and heads[section][0] == "unnumbered" and marker.number.rpartition(".")[2] != "1":
        section = max((at for at in heads if at < section), default=-1)
    return section


def _names_section(items: Sequence[Item], markers: Sequence[Marker | None], at: int, run: list[int]) -> bool:
    """Whether a numbered line names what stands below it, and is no sentence of its own."""
    line, marker = items[at], markers[at]
    if not isinstance(line, Line) or marker is None:
        return False
    words = line.text[marker.end :]
    if len(words) > _LONGEST_NAME or _FINISHED.search(words):
        return False
    following = items[at + 1] if at + 1 < len(items) else None
    below = following is not None and at + 1 not in run
    if line.bold or words.isupper() or line.heading:
        return below or len(run) > 1
    return below and _holds(following, markers[at + 1], marker, words)


def _holds(following: Item | None, below: Marker | None, marker: Marker, words: str) -> bool:
    """Whether what follows belongs below the name ``words``."""
    if isinstance(following, Grid):
        return True
    if isinstance(following, Line) and read_fields(following.text) and not words.endswith(":"):
        return False
    if below is None:
        return True
    if below.sort is Sort.DECIMAL:
        return below.depth > marker.depth
    return below.sort in (Sort.LETTER, Sort.SIGN)
