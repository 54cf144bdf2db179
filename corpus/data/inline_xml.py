"""A passage as mixed content of XML: its words exactly, with elements laid over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree


@dataclass(frozen=True)
class InlineElement:
    """An element over ``[start:end]`` of a passage; one of no length stands between two letters.

    Where two cross, one that ``may_break`` is cut at the edge of the other; any other is then left out.
    """

    start: int
    end: int
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    may_break: bool = False


def fill(parent: etree._Element, text: str, elements: Iterable[InlineElement], line_end: str) -> None:
    """Give ``parent`` the words of ``text`` and ``elements`` over them; ``line_end`` is the tag of a line's end."""
    _fill(_Writer(parent, text, line_end), 0, len(text), sorted(elements, key=_place))


def _place(one: InlineElement) -> tuple[int, int]:
    return one.start, -one.end


class _Writer:
    """Appends words and elements to ``parent``."""

    def __init__(self, parent: etree._Element, text: str, line_end: str) -> None:
        self.parent, self.text, self.line_end = parent, text, line_end

    def within(self, parent: etree._Element) -> _Writer:
        return _Writer(parent, self.text, self.line_end)

    def words(self, start: int, end: int) -> None:
        first, *others = self.text[start:end].split("\n")
        self._append(first)
        for line in others:
            etree.SubElement(self.parent, self.line_end).tail = line

    def _append(self, words: str) -> None:
        if len(self.parent):
            self.parent[-1].tail = (self.parent[-1].tail or "") + words
        else:
            self.parent.text = (self.parent.text or "") + words


def _fill(writer: _Writer, start: int, end: int, elements: list[InlineElement]) -> None:
    position = start
    waiting = list(elements)
    while waiting:
        one, waiting = _next(waiting)
        writer.words(position, one.start)
        inside, waiting = _part(one, waiting)
        element = etree.SubElement(writer.parent, one.tag, one.attributes)
        _fill(writer.within(element), one.start, one.end, inside)
        position = one.end
    writer.words(position, end)


def _next(waiting: list[InlineElement]) -> tuple[InlineElement, list[InlineElement]]:
    """The first element, cut where one that may not break begins in it and goes on beyond it; and the others."""
    one, *others = waiting
    if one.may_break:
        firm = (
            other.start for other in others if not other.may_break and one.start < other.start < one.end < other.end
        )
        if (cut := next(firm, None)) is not None:
            return replace(one, end=cut), sorted([replace(one, start=cut), *others], key=_place)
    return one, others


def _part(one: InlineElement, others: list[InlineElement]) -> tuple[list[InlineElement], list[InlineElement]]:
    """Those that stand in ``one``, and those behind it; what goes on beyond it is cut in two, or left out."""
    inside = [other for other in others if other.start < one.end]
    behind = [other for other in others if other.start >= one.end]
    broken = [other for other in inside if other.end > one.end and other.may_break]
    inside = [other for other in inside if other.end <= one.end] + [replace(other, end=one.end) for other in broken]
    behind += [replace(other, start=one.end) for other in broken]
    return sorted(inside, key=_place), sorted(behind, key=_place)
