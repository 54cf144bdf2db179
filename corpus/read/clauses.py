"""The body of a plan as a tree of clauses, each with an address that a person can read.

Structure comes from the printed numbering: within a heading, a kind of marker that is already
open closes back to its level, and a new kind nests below, so any order of numbering is understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.language.folding import slug
from corpus.language.letters import letter_slug
from corpus.model import Clause, ClauseKind
from corpus.read.blocks import SECTIONS_END, TABLE_SIGN, Block, split_blocks
from corpus.read.marks import parse_marks

_KIND_OF_SORT: dict[str, ClauseKind] = {
    "article": "article",
    "clause": "clause",
    "clause)": "clause",
    "clause/": "clause",
    "clause-": "clause",
    "(clause)": "clause",
    "(point)": "point",
    "point": "point",
    "point.": "point",
    "item": "item",
    "item+": "item",
    "item*": "item",
}
_BASIS = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét)\b")
_RECIPIENTS = re.compile(r"\**Nơi nhận\s*:?\**\s*:?\s*$")


@dataclass
class _Node:
    anchor: str
    kind: ClauseKind
    block: Block
    children: list[_Node] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    more: list[str] = field(default_factory=list)  # further lines of a signature

    def next(self, name: str) -> int:
        self.counts[name] = self.counts.get(name, 0) + 1
        return self.counts[name]

    def freeze(self) -> Clause:
        text, marks = parse_marks("\n".join((self.block.text, *self.more)))
        return Clause(
            self.anchor,
            self.kind,
            self.block.marker,
            self.block.number,
            text,
            marks,
            self.block.line,
            self.block.level,
            tuple(child.freeze() for child in self.children),
        )


class Names:
    """Addresses within one document: the second that wants ``a`` is ``a-lan-2``, each given once."""

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.repeats: dict[str, int] = {}  # how often each was wanted, so that a thousandth does not try them all

    def give(self, wanted: str) -> str:
        unique, repeat = wanted, self.repeats.get(wanted, 1)
        while unique in self.given:
            repeat += 1
            unique = f"{wanted}-lan-{repeat}"
        self.repeats[wanted] = repeat
        self.given.add(unique)
        return unique


class _Builder:
    """Builds the tree of one body, one block after the other."""

    def __init__(self, tables: tuple[str, ...]) -> None:
        self.tables = iter(tables)
        self.parts: list[_Node] = []
        self.headings: list[_Node] = []
        self.open: list[_Node] = []
        self.names = Names()
        self.mode = "letterhead"

    def anchor(self, wanted: str) -> str:
        return self.names.give(wanted.strip("-"))

    def add(self, block: Block) -> None:
        if block.level == 1:
            self.add_part(block)
        elif block.level:
            self.add_heading(block)
        elif block.sort == SECTIONS_END:
            self.headings, self.open, self.mode = [self.part()], [], "closing"
        elif block.sort == TABLE_SIGN:
            self.add_table(block)
        elif _RECIPIENTS.match(block.text) and not block.marker:
            self.add_recipients(block)
        elif self.mode == "letterhead":
            self.add_letterhead(block)
        elif self.mode in ("recipients", "signature"):
            self.add_ending(block)
        else:
            self.add_text(block)

    def part(self) -> _Node:
        if not self.headings:
            self.add_part(Block(1, ""))
        return self.headings[0]

    def attach(self, parent: _Node, node: _Node) -> _Node:
        parent.children.append(node)
        return node

    def add_part(self, block: Block) -> None:
        node = _Node(self.anchor(slug(block.text) or "van-ban"), "part", block)
        self.parts.append(node)
        self.headings, self.open, self.mode = [node], [], "title"

    def add_heading(self, block: Block) -> None:
        self.part()
        while len(self.headings) > 1 and self.headings[-1].block.level >= block.level:
            self.headings.pop()
        parent = self.headings[-1]
        name = _number_slug(block.number, parent) if block.number else slug(block.text)
        prefix = parent.anchor if len(self.headings) > 1 else ""
        node = self.attach(parent, _Node(self.anchor(f"{prefix}-{name}"), "heading", block))
        self.headings.append(node)
        self.open, self.mode = [], "text"

    def add_table(self, block: Block) -> None:
        """The next declared table stands here; more signs than tables are told by their own addresses."""
        self.part()
        self.attach(self.headings[-1], _Node(self.anchor(next(self.tables, "bang-thua")), "table", block))
        self.open = []

    def add_letterhead(self, block: Block) -> None:
        if not self.parts:
            self.parts.append(_Node(self.anchor("the-thuc"), "letterhead", Block(block.line, "")))
        head = self.parts[0]
        self.attach(head, _Node(self.anchor(f"the-thuc-{head.next('block')}"), "letterhead", block))

    def add_recipients(self, block: Block) -> None:
        self.headings, self.open, self.mode = self.headings[:1], [], "recipients"
        node = self.attach(self.part(), _Node(self.anchor("noi-nhan"), "recipients", block))
        self.open = [node]

    def add_ending(self, block: Block) -> None:
        """A recipient, or a line of the signature block that follows the recipients."""
        if block.marker and self.mode == "recipients":
            parent = self.open[0]
            self.attach(parent, _Node(self.anchor(f"{parent.anchor}-{parent.next('item')}"), "recipient", block))
            return
        if self.mode == "signature":
            self.part().children[-1].more.append(block.text)
            return
        self.mode = "signature"
        self.attach(self.part(), _Node(self.anchor("chu-ky"), "signature", block))

    def add_text(self, block: Block) -> None:
        if block.marker:
            self.mode = "text" if self.mode == "title" else self.mode
            self.add_marked(block)
        elif block.indented and self.open:
            self.add_paragraph(self.open[-1], block)
        else:
            self.open = []
            self.add_paragraph(self.headings[-1], block)

    def add_marked(self, block: Block) -> None:
        sorts = [node.block.sort for node in self.open]
        if block.sort == "article":
            self.open = []
        elif block.sort in sorts:
            place = sorts.index(block.sort)
            while place < len(sorts) and block.number.startswith(f"{self.open[place].block.number}."):
                place += 1  # 3.1 belongs to 3 though both are clauses
            self.open = self.open[:place]
        parent = self.open[-1] if self.open else self.headings[-1]
        name = _number_slug(block.number, parent) if block.number else str(parent.next("item"))
        if block.sort == "article":
            wanted = f"dieu-{name}"
        else:
            prefix = "" if parent.kind == "part" and block.number else parent.anchor
            wanted = f"{prefix}-{name}"
        node = self.attach(parent, _Node(self.anchor(wanted), _KIND_OF_SORT[block.sort], block))
        self.open.append(node)

    def add_paragraph(self, parent: _Node, block: Block) -> None:
        kind: ClauseKind = "paragraph"
        wanted = f"{parent.anchor}-doan-{{}}"
        if parent.kind == "part":
            if self.mode == "title":
                kind, wanted = "title", f"{parent.anchor}-tieu-de"
            elif self.mode == "closing":
                wanted = f"{parent.anchor}-ket-thuc-{{}}"
            elif _BASIS.match(block.text):
                kind, wanted = "basis", "can-cu-{}"
        self.mode = "text" if self.mode == "title" else self.mode
        if "{}" in wanted:
            wanted = wanted.format(parent.next(wanted))
        self.attach(parent, _Node(self.anchor(wanted), kind, block))


def _number_slug(number: str, parent: _Node) -> str:
    """``number`` in an address; a decimal number under its own beginning keeps only what is new."""
    if "." in number:
        above = f"{parent.block.number}."
        number = number[len(above) :] if parent.block.number and number.startswith(above) else number
    return "-".join(letter_slug(part) for part in number.split("."))


def parse_clauses(body: str, first_line: int = 1, tables: tuple[str, ...] = ()) -> tuple[Clause, ...]:
    """The parts of a document, from its letterhead to its annex; ``tables`` are the addresses of its tables."""
    builder = _Builder(tables)
    for block in split_blocks(body, first_line):
        builder.add(block)
    return tuple(part.freeze() for part in builder.parts)
