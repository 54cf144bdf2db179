"""Tables of hand-written pages: each cell knows its column, as a row is a card where the window is narrow."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_AFTER_INLINE = 10  # Markdown's own reading of what stands within a line has 20


class TableCards(Extension):  # type: ignore[misc]  # Markdown tells no types
    """For Markdown: sets the class and the labels that the tables of generated pages have.

    >>> from markdown import markdown
    >>> made = markdown("a | *b*\\n--|--\\n1 | 2", extensions=["tables", TableCards()])
    >>> '<table class="cards">' in made, '<td data-label="b">2</td>' in made
    (True, True)
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Labels(md), "table_cards", _AFTER_INLINE)


class _Labels(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            table.set("class", "cards")
            labels = ["".join(head.itertext()) for head in table.iter("th")]
            for row in table.iter("tr"):
                for label, cell in zip(labels, row.findall("td"), strict=False):
                    cell.set("data-label", label)
