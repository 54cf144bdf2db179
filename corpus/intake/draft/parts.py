"""The parts of a document: its letterhead, the decision or plan, and annexes; with the end of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.intake.draft import shapes
from corpus.intake.draft.flow import Grid, Item, Line, cut_line
from corpus.intake.draft.list_markers import Sort, read_marker
from corpus.language.letterhead import is_motto

_HEAD_REACH = 60  # lines; no letterhead is longer
_LETTERHEAD_LINES = 12
_LETTERHEAD_WIDTH = 90
_LONGEST_TITLE = 400
_PART_OF_KIND = 2  # words: "CHƯƠNG TRÌNH HÀNH ĐỘNG" names a kind, more begins a title
_SENTENCE_END = re.compile(r"[.;:]\W*$")


@dataclass
class Part:
    """A part from its heading on. ``kind`` is that of a document, empty for an annex.

    ``title`` are the lines of its title, ``below`` what stands under that (*Kèm theo …*, who decides), ``items`` the
    body, ``recipients`` and ``signature`` its end; ``before`` is a letterhead printed once more above the heading.
    """

    heading: Line
    kind: str = ""
    before: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    recipients: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        return bool(self.recipients or self.signature)


@dataclass
class Parted:
    """A document in parts; ``stamps`` are marks of electronic signatures."""

    letterhead: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    stamps: list[Line] = field(default_factory=list)


def part(items: tuple[Item, ...]) -> Parted:
    """The parts of the flow ``items``; nothing is left out of them."""
    parted = Parted()
    rest = [item for item in items if not (isinstance(item, Line) and shapes.is_stamp(item.text))]
    parted.stamps = [item for item in items if isinstance(item, Line) and shapes.is_stamp(item.text)]
    start = _first_heading(rest)
    parted.letterhead = [item for item in rest[:start] if isinstance(item, Line)]
    at = start
    while at < len(rest):
        at = _take_part(parted, rest, at)
    return parted


def _first_heading(items: list[Item]) -> int:
    """Where the name of the document's kind stands; where its letterhead ends, if it has none."""
    for at, item in enumerate(items[:_HEAD_REACH]):
        if isinstance(item, Line) and (kind := shapes.kind_of(item.text)) and not (kind[1] and item.cell):
            return at
    last = -1
    for at, item in enumerate(items[:_HEAD_REACH]):
        if isinstance(item, Line) and _is_letterhead(item):
            last = at if item.cell or at < 12 else last
    return last + 1


def _take_part(parted: Parted, items: list[Item], at: int) -> int:
    """Add the part that begins at ``at``; returns where the next one begins."""
    above = _letterhead_above(items, at, None) if parted.parts else 0
    before = [item for item in items[at : at + above] if isinstance(item, Line)]
    one, at = _open_part(items, at + above)
    one.before = before
    parted.parts.append(one)
    at = _take_title(one, items, at)
    at = _take_body(one, items, at)
    return _take_end(one, items, at)


def _letterhead_above(items: list[Item], at: int, within: Part | None) -> int:
    """How many lines of a letterhead stand at ``at`` above the heading of a further part."""
    lines: list[Line] = []
    for item in items[at : at + _LETTERHEAD_LINES]:
        if not isinstance(item, Line) or len(item.text) > _LETTERHEAD_WIDTH:
            return 0
        if _is_heading(item, within):
            return len(lines) if any(is_motto(line.text) for line in lines) else 0
        lines.append(item)
    return 0


def _is_letterhead(line: Line) -> bool:
    return is_motto(line.text) or shapes.prints_number_or_day(line.text)


def _open_part(items: list[Item], at: int) -> tuple[Part, int]:
    item = items[at]
    if isinstance(item, Grid):
        return Part(Line("", item.place, item.page)), at
    kind = shapes.kind_of(item.text)
    if kind and len(kind[1].split()) > _PART_OF_KIND:
        head, rest = cut_line(item, [item.text.index(kind[1])])
        return Part(head, kind[0], title=[rest]), at + 1
    if not kind and (cut := shapes.annex_title(item.text)) and not item.capital:
        head, rest = cut_line(item, [cut])
        return Part(head, title=[rest]), at + 1
    if kind or shapes.is_annex_head(item.text, item.bold or item.centred):
        return Part(item, kind[0] if kind else ""), at + 1
    if item.capital and len(item.text) < _LONGEST_TITLE:
        return Part(item), at + 1
    return Part(Line("", item.place, item.page)), at


def _take_title(one: Part, items: list[Item], at: int) -> int:
    """The lines under a heading that name what it heads, and those that say with what it was issued."""
    open_bracket = False
    while at < len(items) and isinstance(item := items[at], Line):
        if (cut := shapes.find_attached(item.text)) and _is_title(one, item):
            items[at : at + 1] = cut_line(item, [cut])
            continue
        if shapes.is_rule(item.text):
            one.below.append(item)
        elif open_bracket or shapes.is_attached(item.text):
            one.below.append(item)
            open_bracket = item.text.count("(") + open_bracket > item.text.count(")")
        elif shapes.is_authority(item.text) and one.title and one.kind:
            one.below.append(item)
        elif _is_title(one, item):
            one.title.append(item)
        else:
            break
        at += 1
    return at


def _is_title(one: Part, line: Line) -> bool:
    if one.below and any(not shapes.is_rule(below.text) for below in one.below):
        return False
    if read_marker(line.text) or shapes.is_recipients(line.text) or (line.italic and not one.heading.italic):
        return False
    if _is_heading(line, one) and (one.kind or one.title or shapes.numbers_annex(line.text)):
        return False
    if not one.title:
        return len(line.text) < _LONGEST_TITLE and not (
            shapes.opens_body(line.text) and _SENTENCE_END.search(line.text)
        )
    # A line of a title that fills the page cannot be seen to stand in its middle.
    like = line.bold == one.title[0].bold and (line.bold or line.centred == one.title[0].centred)
    known = one.heading.centred or one.title[0].bold
    if shapes.opens_body(line.text) and not (known and like):
        return False
    same_place = line.place == one.title[-1].place
    return like and (known or same_place or line.capital) and not _SENTENCE_END.search(line.text)


def _take_body(one: Part, items: list[Item], at: int) -> int:
    while at < len(items):
        item = items[at]
        if isinstance(item, Line):
            if shapes.is_recipients(item.text) or _signs(one, items, at) or _is_heading(item, one):
                break
            if one.items and _letterhead_above(items, at, one):
                break
        one.items.append(item)
        at += 1
    return at


def _is_heading(line: Line, within: Part | None) -> bool:
    """Whether a part begins with ``line``; *QUYẾT ĐỊNH:* in a decision begins none."""
    kind = shapes.kind_of(line.text.rstrip(" :"))
    if kind and not kind[1]:
        return within is None or kind[0] != within.kind
    if kind and kind[1] and within is not None and within.ended:
        return True
    return shapes.is_annex_head(line.text, line.bold or line.centred) and not read_marker(line.text)


def _signs(one: Part, items: list[Item], at: int) -> bool:
    """Whether the signature begins at ``at``: who signs, followed by a name or *Nơi nhận* within a few lines."""
    line = items[at]
    if not isinstance(line, Line) or not one.items:
        return False
    if shapes.is_capacity(line.text) and line.text.isupper():
        return True
    if not (line.capital and shapes.is_post(line.text)):
        return False
    near = [item for item in items[at + 1 : at + 8] if isinstance(item, Line)]
    return any(shapes.is_name(item.text) or shapes.is_recipients(item.text) for item in near)


def _take_end(one: Part, items: list[Item], at: int) -> int:
    """Recipients and signature, in whichever order they were read."""
    named = False
    while at < len(items) and isinstance(line := items[at], Line):
        if shapes.is_recipients(line.text):
            after = shapes.after_recipients(line.text)
            one.recipients.extend(cut_line(line, [after]) if after < len(line.text) else [line])
        elif _is_heading(line, one):
            break
        elif _is_recipient(one, line):
            one.recipients.append(line)
        elif _is_of_signature(one, line, named):
            one.signature.append(line)
            named = named or (shapes.is_name(line.text) and len(one.signature) > 1)
        else:
            break
        at += 1
    return at


def _is_recipient(one: Part, line: Line) -> bool:
    if not one.recipients:
        return False
    last = one.recipients[-1]
    if line.cell:
        return line.place == last.place
    marker = read_marker(line.text)
    if marker and marker.sort is Sort.SIGN:
        return True
    over = last.text.rstrip().endswith(".") and len(one.recipients) > 1
    return not (over or line.capital or shapes.is_capacity(line.text) or shapes.is_name(line.text))


def _is_of_signature(one: Part, line: Line, named: bool) -> bool:
    if line.cell and (not one.signature or line.place == one.signature[-1].place):
        return True
    if named:
        return False
    known = (shapes.is_capacity, shapes.is_post, shapes.is_name, shapes.is_sealed, shapes.is_rule, shapes.is_authority)
    return any(is_such(line.text) for is_such in known) or (line.capital and len(line.text) < _LETTERHEAD_WIDTH)
