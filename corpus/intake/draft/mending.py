"""Lines of the body put right: what was broken is joined, two numbered things in one line are parted.

Nothing is changed but where lines begin and end; ``differences.py`` declares each join and each cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.intake.draft.flow import Item, Line, cut_line, join_lines
from corpus.intake.draft.list_markers import Marker, Sort, follows, read_marker
from corpus.work.labels import read_fields

_FINISHED = re.compile(r"[.;:!?…]\W*$")
# A sentence that ends in one of these goes on, with a figure or a symbol: "Nghị quyết số", "ngày".
_GOES_ON = re.compile(r"(?:[\-–/(“]|(?<!\w)(?:số|ngày|tháng|năm))$", re.IGNORECASE)
_INNER = re.compile(r"(?<=[.;:,])\s+(?=\S)")
_AFTER_CAPITALS = re.compile(r"(?<=[^\W\d_])[.:]?\s+(?=(?:1|a|-)[.)]?\s)")


def mend(items: Sequence[Item]) -> list[Item]:
    """The ``items`` of a body, each line one paragraph or one numbered thing."""
    joined: list[Item] = []
    for item in items:
        before = joined[-1] if joined else None
        if isinstance(item, Line) and isinstance(before, Line) and goes_on(before, item):
            joined[-1] = join_lines([before, item])
        else:
            joined.append(item)
    parted: list[Item] = []
    for item in joined:
        parted.extend(part_line(item, joined) if isinstance(item, Line) else [item])
    return parted


def goes_on(before: Line, after: Line) -> bool:
    """Whether ``after`` is the rest of ``before``: a sentence broken over a page, a heading over several lines."""
    if read_marker(after.text) or _FINISHED.search(before.text) or _is_label(after):
        return False
    if before.capital and after.capital and read_marker(before.text):
        return before.centred == after.centred and before.bold == after.bold
    if before.capital != after.capital:
        return False
    if before.bold != after.bold:
        return False
    if _GOES_ON.search(before.text) and not before.bold and re.match(r"[\d\W]|[A-ZĐ]+[-/]", after.text):
        return True
    return after.text[:1].islower()


def _is_label(line: Line) -> bool:
    fields = read_fields(line.text)
    return bool(fields) and fields[0].start == 0


def part_line(line: Line, items: Sequence[Item]) -> Iterator[Line]:
    """``line`` cut before each numbered thing that melted into it."""
    numbered = [read_marker(item.text) for item in items if isinstance(item, Line)]
    cuts = list(_cuts(line.text, numbered))
    yield from cut_line(line, cuts) if cuts else [line]


def _cuts(text: str, numbered: Sequence[Marker | None]) -> Iterator[int]:
    """Where in ``text`` a further number begins; a number that some line begins with is only mentioned here."""
    marker = read_marker(text)
    if marker and marker.sort in (Sort.ROMAN, Sort.CAPITAL, Sort.PART, Sort.CHAPTER):
        yield from _after_heading(text, marker)
        return
    last = marker
    for found in _INNER.finditer(text, marker.end if marker else 0):
        inner = read_marker(text[found.end() :])
        if not inner or not _begins_sentence(text[found.end() + inner.end :]):
            continue
        first = last is None and inner.number in ("1", "a") and text[: found.start()].rstrip().endswith(":")
        if (first and _has_next(text[found.end() :], inner)) or (
            last is not None
            and follows(last, inner)
            and (inner.sort is Sort.SIGN or _is_missing(inner, last, numbered))
        ):
            if inner.sort is Sort.SIGN and text[found.start() - 1] not in ".;":
                continue
            yield found.end()
            last = inner


def _after_heading(text: str, marker: Marker) -> Iterator[int]:
    """A heading in capitals, and its first point in the same line."""
    found = _AFTER_CAPITALS.search(text, marker.end)
    inner = read_marker(text[found.end() :]) if found else None
    if found and inner and text[marker.end : found.start()].isupper() and not text[found.end() :].isupper():
        yield found.end()


def _begins_sentence(rest: str) -> bool:
    return rest.lstrip('“"(')[:1].isupper()


def _has_next(text: str, marker: Marker) -> bool:
    return any(
        (inner := read_marker(text[found.end() :])) and follows(marker, inner) for found in _INNER.finditer(text)
    )


def _is_missing(inner: Marker, last: Marker, numbered: Sequence[Marker | None]) -> bool:
    """Whether no line begins with ``inner`` straight after one that begins with ``last``."""
    return not any(
        one and other and one.kind == last.kind and one.number == last.number and other.number == inner.number
        for one, other in zip(numbered, _next_of_kind(numbered), strict=True)
    )


def _next_of_kind(numbered: Sequence[Marker | None]) -> list[Marker | None]:
    """For each marker the next one of its kind."""
    following: list[Marker | None] = []
    for at, one in enumerate(numbered):
        following.append(
            next((other for other in numbered[at + 1 :] if one and other and other.kind == one.kind), None)
        )
    return following
