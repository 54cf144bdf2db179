"""Markdown, pipe tables and HTML tables too, with the numbers as they were typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.intake.document import Block, Cell, MarkKind, Paragraph, Row, TableRead
from corpus.intake.html import read_html_fragment
from corpus.intake.settle import settle
from corpus.intake.writing import PLAIN, Writing

_KINDS: dict[str, MarkKind] = {"strong": "bold", "em": "italic"}


def read_markdown(text: str, unseen: list[str]) -> tuple[Block, ...]:
    """Blocks of a Markdown text: all but the signs of the markup. ``unseen`` takes characters that nobody sees."""
    tokens = MarkdownIt("commonmark").enable("table").disable(["code", "reference", "entity"]).parse(text)
    return settle(_Reader(tokens, unseen).blocks())


@dataclass
class _Reader:
    tokens: Sequence[Token]
    unseen: list[str]
    labels: list[str] = field(default_factory=list)  # of list items that have shown no text yet

    def blocks(self) -> Iterator[Block]:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type == "list_item_open":
                self.labels.append(f"{token.info}{token.markup}")
            elif token.type == "list_item_close":
                self.labels = []
            elif token.type == "inline":
                yield self._paragraph(token, _heading(self.tokens[at - 1]))
            elif token.type == "table_open":
                end = next(i for i in range(at, len(self.tokens)) if self.tokens[i].type == "table_close")
                yield self._table(self.tokens[at:end])
                at = end
            elif token.type == "html_block":
                yield from read_html_fragment(token.content, self.unseen)
            elif token.type in ("fence", "code_block"):
                yield from (self._plain(line) for line in token.content.split("\n"))
            at += 1

    def _plain(self, line: str) -> Paragraph:
        writing = Writing(self.unseen)
        writing.add(line)
        return writing.finish()

    def _paragraph(self, inline: Token, heading: int = 0) -> Paragraph:
        """The text of an inline token, its emphasis as marks."""
        writing, kinds = Writing(self.unseen), PLAIN
        for child in inline.children or ():
            kind = _KINDS.get(child.type.removesuffix("_open").removesuffix("_close"))
            if kind:
                kinds = kinds | {kind} if child.nesting == 1 else kinds - {kind}
            elif child.type in ("softbreak", "hardbreak"):
                writing.add("\n")
            elif child.type == "html_inline":
                writing.add(_shown_tag(child.content), kinds)
            else:
                writing.add(child.content, kinds)
        label, self.labels = " ".join(self.labels), []
        return writing.finish(label=label, heading=heading)

    def _table(self, tokens: Sequence[Token]) -> TableRead:
        rows, cells, head = list[Row](), list[Cell](), False
        for before, token in zip(tokens, tokens[1:], strict=False):
            if token.type == "tr_open":
                cells, head = [], False
            elif token.type == "inline":
                paragraph = self._paragraph(token)
                cells.append(Cell((paragraph,) if paragraph.text else (), len(cells)))
                head = before.type == "th_open"
            elif token.type == "tr_close":
                rows.append(Row(tuple(cells), head=head))
        return TableRead(tuple(rows), max(len(row.cells) for row in rows))


def _heading(opening: Token) -> int:
    return int(opening.tag[1]) if opening.type == "heading_open" else 0


def _shown_tag(tag: str) -> str:
    """What an HTML tag within a line shows: a break ends the line, a tag that is none is text."""
    name = tag.strip("</> ").split()[0].lower() if tag.strip("</> ") else ""
    if name == "br":
        return "\n"
    return "" if name in ("b", "strong", "i", "em", "u", "p", "span", "sup", "sub", "font", "a", "div") else tag
