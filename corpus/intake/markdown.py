"""Markdown, pipe tables too, with the numbers as they were typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.intake.document import Block, Cell, LeftOut, Mark, MarkKind, Paragraph, Row, TableRead

_KINDS: dict[str, MarkKind] = {"strong": "bold", "em": "italic"}


def read_markdown(text: str) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Blocks of a Markdown text, and what of it is neither a word of the document nor a sign of the markup."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").disable("code").parse(text)
    reader = _Reader(tokens)
    return tuple(reader.blocks()), tuple(reader.left_out)


@dataclass
class _Reader:
    tokens: Sequence[Token]
    left_out: list[LeftOut] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        labels: list[str] = []  # of list items that have shown no text yet
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type == "list_item_open":
                labels.append(f"{token.info}{token.markup}")
            elif token.type == "inline":
                yield _paragraph(token, " ".join(labels), _heading(self.tokens[at - 1]))
                labels = []
            elif token.type == "table_open":
                end = next(i for i in range(at, len(self.tokens)) if self.tokens[i].type == "table_close")
                yield _table(self.tokens[at:end])
                at = end
            elif token.type in ("fence", "code_block", "html_block"):
                yield from (Paragraph(_nfc(line)) for line in token.content.split("\n") if line.strip())
            at += 1


def _heading(opening: Token) -> int:
    return int(opening.tag[1]) if opening.type == "heading_open" else 0


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _paragraph(inline: Token, label: str = "", heading: int = 0) -> Paragraph:
    """The text of an inline token, its emphasis as marks."""
    text, marks = "", list[Mark]()
    opened: dict[str, int] = {}
    for child in inline.children or ():
        name = child.type.removesuffix("_open").removesuffix("_close")
        if name in _KINDS and child.nesting == 1:
            opened[name] = len(text)
        elif name in _KINDS:
            marks.append(Mark(_KINDS[name], opened.pop(name), len(text)))
        elif child.type in ("softbreak", "hardbreak"):
            text += "\n"
        else:
            text += _nfc(child.content)
    return Paragraph(text, label, tuple(marks), heading=heading)


def _table(tokens: Sequence[Token]) -> TableRead:
    rows, cells = list[Row](), list[Cell]()
    for before, token in zip(tokens, tokens[1:], strict=False):
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            paragraph = _paragraph(token)
            cells.append(Cell((paragraph,) if paragraph.text else (), len(cells)))
            head = before.type == "th_open"
        elif token.type == "tr_close":
            rows.append(Row(tuple(cells), head=head))
    return TableRead(tuple(rows), max(len(row.cells) for row in rows))
