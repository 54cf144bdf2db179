"""Paragraphs and tables of Word, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.intake.document import Block, Role
from corpus.intake.word.numbering import Numbering
from corpus.intake.word.package import Element, W, child, switch
from corpus.intake.word.runs import Inline, Story, shown_size
from corpus.intake.word.tables import read_table
from corpus.intake.writing import Writing

_THROUGH = {W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}


@dataclass
class Body:
    """Reads the blocks of one part after another (the text, notes, boxes), counting the numbers as it goes."""

    story: Story
    numbering: Numbering

    def blocks(self, element: Element, role: Role = "body") -> Iterator[Block]:
        """Blocks of ``element``; paragraphs without text are not among them."""
        running: _Running | None = None
        for item in _items(element):
            if item.tag == W + "tbl":
                yield from read_table(item, self.story, lambda cell: self.blocks(cell, role))
                continue
            running = running or self._begin(item)
            running.inline.write(item)
            if child(child(child(item, "pPr"), "rPr"), "del") is None:  # a deleted end joins the next paragraph
                yield from self._finish(running, role)
                running = None
        if running is not None:
            yield from self._finish(running, role)

    def _begin(self, item: Element) -> _Running:
        own = child(item, "pPr")
        if switch(own, "pageBreakBefore"):
            self.story.turn_page(rendered=False)
        return _Running(Inline(self.story, Writing(self.story.unseen), own), own, self.story.page)

    def _finish(self, running: _Running, role: Role) -> Iterator[Block]:
        styles, writing = self.story.styles, running.inline.writing
        hidden = switch(child(running.own, "rPr"), "vanish") and not writing.letters
        alignment = styles.paragraph_property(running.own, "jc")
        paragraph = writing.finish(
            label="" if hidden else self.numbering.label(running.own),
            centred=alignment is not None and alignment.get(W + "val") == "center",
            size=shown_size(running.inline.sizes),
            heading=styles.heading(running.own),
            page=running.inline.first_page or running.page,
            role=role,
        )
        if paragraph.text.strip():
            yield paragraph
        boxes, self.story.boxes = self.story.boxes, []
        for box in boxes:
            yield from self.blocks(box, "text box")


@dataclass(frozen=True)
class _Running:
    """A paragraph that is being read; ``own``: the properties (pPr) of its first part."""

    inline: Inline
    own: Element | None
    page: int


def _items(element: Element) -> Iterator[Element]:
    """The paragraphs and tables of ``element``, through what wraps them."""
    for item in element:
        if item.tag in (W + "p", W + "tbl"):
            yield item
        elif item.tag in _THROUGH:
            yield from _items(item)
