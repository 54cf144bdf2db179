"""The text of a plan in the form of its file: headings, clauses, paragraphs, places of tables, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.intake.draft import shapes
from corpus.intake.draft.ending import read_recipients
from corpus.intake.draft.flow import Grid, Line
from corpus.intake.draft.headings import Entry
from corpus.intake.draft.list_markers import read_marker
from corpus.read.blocks import SECTIONS_END, TABLE_SIGN
from corpus.read.marks import parse_marks

_INDENT = "   "
_SIGNS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\*|\[")
_BLOCK_SIGN = re.compile(r"#{1,6}\s|---\s*$|<!--")


def mark_up(line: Line) -> str:
    """The words of ``line`` so that they are read as they are, doubtful ones marked; its number never, which must be read.

    >>> mark_up(Line("2 * 3 (*)", 1)), mark_up(Line("thành phố", 1, doubts=((6, 9),)))
    ('2 * 3 (*)', 'thành [phố]{?}')
    """
    pieces, start = [], 0
    number = read_marker(line.text)
    for begin, end in (doubt for doubt in line.doubts if not number or doubt[0] >= number.end):
        pieces += [_guard(line.text[start:begin]), f"[{_guard(line.text[begin:end])}]{{?}}"]
        start = end
    written = "".join([*pieces, _guard(line.text[start:])])
    return f"\\{written}" if _BLOCK_SIGN.match(written) else written


def guard_words(text: str) -> str:
    """``text`` with a backslash before each sign that would be read as a mark."""
    return _guard(text)


def _guard(text: str) -> str:
    return text if parse_marks(text) == (text, ()) else _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)


def bold(line: Line) -> str:
    """``line`` set in bold, as titles are."""
    return f"**{mark_up(line)}**" if not line.text.startswith("*") and line.text else mark_up(line)


def write_letterhead(lines: Sequence[Line]) -> Iterator[str]:
    """Lines that were printed together are one block; number and day stand alone."""
    block: list[Line] = []
    for line in lines:
        if shapes.is_rule(line.text):
            continue
        if block and (line.place != block[-1].place or _stands_alone(line) or _stands_alone(block[-1])):
            yield "\n".join(map(mark_up, block))
            block = []
        block.append(line)
    if block:
        yield "\n".join(map(mark_up, block))


def _stands_alone(line: Line) -> bool:
    return bool(shapes.prints_number_or_day(line.text))


def write_title(title: Sequence[Line], below: Sequence[Line]) -> Iterator[str]:
    """The title in bold; below it, each by itself, what says with what it was issued and who decides."""
    if title:
        yield "\n".join(bold(line) for line in title)
    attached: list[str] = []
    for line in below:
        if shapes.is_rule(line.text):
            continue
        if shapes.is_authority(line.text):
            yield from _flush(attached)
            yield bold(line)
        else:
            attached.append(mark_up(line))
    yield from _flush(attached)


def _flush(lines: list[str]) -> Iterator[str]:
    if lines:
        yield "\n".join(lines)
        lines.clear()


def write_entries(entries: Iterable[Entry]) -> Iterator[str]:
    """A block for each entry; before the first closing sentence the sign that ends the sections."""
    closing = False
    for entry in entries:
        if entry.closing and not closing:
            yield SECTIONS_END
            closing = True
        if isinstance(entry.item, Grid):
            yield TABLE_SIGN
        elif shapes.is_rule(entry.item.text):
            continue
        elif entry.level:
            yield f"{'#' * entry.level} {_loosened(entry, mark_up(entry.item))}"
        elif entry.marker:
            yield _loosened(entry, mark_up(entry.item))
        elif entry.item.bold and shapes.kind_of(entry.item.text.rstrip(" :")):
            yield bold(entry.item)
        else:
            yield f"{_INDENT if entry.indented else ''}{mark_up(entry.item)}"


def _loosened(entry: Entry, text: str) -> str:
    """A number and its text with a blank between them."""
    end = entry.marker.end if entry.marker else 0
    if entry.marker and isinstance(entry.item, Line) and text[:end] == entry.item.text[:end] and end < len(text):
        return f"{text[:end].rstrip()} {text[end:]}"
    return text


def write_ending(recipients: Sequence[Line], signature: Sequence[Line]) -> Iterator[str]:
    """*Nơi nhận* as a list of dashes, then the lines of the signature."""
    head, listed = read_recipients(recipients)
    if head:
        yield bold(head)
        yield "\n".join(f"{'' if one.signed else '- '}{_dashed(one.line)}" for one in listed)
    lines = [line for line in signature if not shapes.is_rule(line.text)]
    named = next((at for at in range(len(lines) - 1, 0, -1) if shapes.is_name(lines[at].text)), len(lines))
    for part in (lines[:named], lines[named:]):
        if part:
            yield "\n".join(map(mark_up, part))


def _dashed(line: Line) -> str:
    """A recipient with a blank after its sign."""
    return re.sub(r"^([-–—+•])\s*(?=\S)", r"\1 ", mark_up(line))
