"""A document as one string of words and breaks, whatever file it comes from.

Breaks are single signs: a blank, ``\\n`` (a line ends), ``¶`` (a paragraph or a table cell ends).
In a plan a fourth one, ``LOOSE``, stands where the plan's form does not say which break was printed:
between the lines of a cell and of a signature.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.characters import show_refused
from corpus.model import Clause, Plan, PrintedTable
from corpus.read.marks import find_signs
from corpus.vocabulary import SourceMarkup

BLANK, LINE, PARAGRAPH, LOOSE = " ", "\n", "¶", "\x1f"
_STRENGTH = {BLANK: 0, LINE: 1, LOOSE: 2, PARAGRAPH: 3}
WORD = re.compile(rf"[^\s{PARAGRAPH}{LOOSE}]+")

# SourceMarkup that brings a text here and is none of its words.
_RULE_ROW = re.compile(r"^[-\s|:]*--[-\s|:]*$")
_PARAGRAPH_TAG = re.compile(r"</?(?:p|br)\s*/?>")
_OTHER_TAG = re.compile(r"</?(?:b|strong|i|em|u)>")
_HEADING = re.compile(r"^#{1,6}\s+")
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n")
# Numbering that may be printed close to its text, as in "a)Nội dung".
_CLOSE_NUMBER = re.compile(r"(?:[a-zđ]\)|[+•–-]|Điều \d+\.|(?:[IVXLC]+|\d+(?:\.\d+)*)[.)])(?=[^\W\d_])")


@dataclass(frozen=True)
class Reading:
    """Words and breaks of a document; ``lines[i]`` is the file's line on which ``text[i]`` stands."""

    text: str
    lines: tuple[int, ...]

    def line(self, position: int) -> int:
        """Line of the character at ``position``; the last line where the text ends before it."""
        return self.lines[min(position, len(self.lines) - 1)] if self.lines else 1

    def replace(self, start: int, end: int, text: str) -> Reading:
        """The same reading with ``text`` in place of ``[start:end]``; breaks that meet become one."""
        pieces = [(self.text[:start], self.lines[:start])]
        pieces.append((text, (self.line(start),) * len(text)))
        pieces.append((self.text[end:], self.lines[end:]))
        joined = Reading("".join(piece for piece, _ in pieces), sum((lines for _, lines in pieces), ()))
        return merge_breaks(joined, start)


def merge_breaks(reading: Reading, position: int) -> Reading:
    """``reading`` where the breaks around ``position`` are one, the strongest of them."""
    text, first, last = reading.text, position, position
    while first > 0 and text[first - 1] in _STRENGTH:
        first -= 1
    while last < len(text) and text[last] in _STRENGTH:
        last += 1
    if last - first < 2:
        return reading
    strongest = max(text[first:last], key=_STRENGTH.__getitem__)
    return Reading(text[:first] + strongest + text[last:], (*reading.lines[: first + 1], *reading.lines[last:]))


class _Writer:
    """Collects words and breaks in order; of breaks that meet, the strongest stays."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.lines: list[int] = []

    def add_break(self, sign: str, line: int) -> None:
        if not self.chars:
            return
        if self.chars[-1] not in _STRENGTH:
            self.chars.append(sign)
            self.lines.append(line)
        elif _STRENGTH[sign] > _STRENGTH[self.chars[-1]]:
            self.chars[-1] = sign

    def add_line(self, text: str, line: int) -> None:
        """The words of one line of a file in NFC, with blanks between them; what nobody sees is written out."""
        text = unicodedata.normalize("NFC", text.strip())
        if number := _CLOSE_NUMBER.match(text):
            text = f"{number[0]} {text[number.end() :]}"
        words = show_refused(BLANK.join(text.split())).replace(PARAGRAPH, "⟨U+00B6⟩")
        self.chars.extend(words)
        self.lines.extend([line] * len(words))

    def reading(self) -> Reading:
        end = len(self.chars) - (bool(self.chars) and self.chars[-1] in _STRENGTH)
        return Reading("".join(self.chars[:end]), tuple(self.lines[:end]))


def read_source(text: str, markup: SourceMarkup = SourceMarkup.NONE) -> Reading:
    """A received file; where it is Markdown (HTML tags of tables included), without the signs of that.

    Every other character is a word's: of plain text nothing is taken away.
    """
    text = text.replace("\r\n", "\n")
    if markup is SourceMarkup.MARKDOWN:
        text = _without_signs(text)
    writer = _Writer()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or (markup is SourceMarkup.MARKDOWN and _RULE_ROW.match(line)):
            writer.add_break(PARAGRAPH, number)
            continue
        _read_source_line(writer, line, number, markup)
        writer.add_break(PARAGRAPH if "\t" in line else LINE, number)
    return writer.reading()


def _without_signs(text: str) -> str:
    """Markdown without asterisks that mark and backslashes that guard; lines stay where they are."""
    pieces, position, start = [], 0, 0
    for gap in [*_PARAGRAPHS.finditer(text), None]:
        for sign in find_signs(text[start : gap.start() if gap else len(text)], received=True):
            pieces.append(text[position : start + sign.start])
            position = start + sign.end
        start = gap.start() if gap else len(text)
    return "".join([*pieces, text[position:]])


def _read_source_line(writer: _Writer, line: str, number: int, markup: SourceMarkup) -> None:
    """One line of a source: tabs part cells, in Markdown tags of paragraphs part the lines of a cell."""
    if "\t" in line:
        writer.add_break(PARAGRAPH, number)
    marked = markup is SourceMarkup.MARKDOWN
    for index, cell in enumerate((_HEADING.sub("", line) if marked else line).split("\t")):
        if index:
            writer.add_break(PARAGRAPH, number)
        for part in _PARAGRAPH_TAG.split(_OTHER_TAG.sub("", cell)) if marked else (cell,):
            writer.add_break(LINE, number)
            writer.add_line(part, number)


def read_plan_text(plan: Plan) -> Reading:
    """All that a plan shows, in order: numbering, text, and the tables with their heads."""
    writer = _Writer()
    for text, line, inner in _shown(plan):
        writer.add_break(PARAGRAPH, line)
        for index, part in enumerate(text.split("\n")):
            if index:
                writer.add_break(inner, line)
            writer.add_line(part, line + index)
    return writer.reading()


def _shown(plan: Plan) -> Iterator[tuple[str, int, str]]:
    """Each run of text with its line and the break that its own line ends stand for."""
    for clause in plan.walk():
        if clause.anchor in plan.table:
            yield from _shown_table(plan, plan.table[clause.anchor])
        elif clause.text or clause.marker:
            yield _numbered(clause), clause.line, LOOSE if clause.kind == "signature" else LINE


def _numbered(clause: Clause) -> str:
    return f"{clause.marker} {clause.text}" if clause.marker else clause.text


def _shown_table(plan: Plan, table: PrintedTable) -> Iterator[tuple[str, int, str]]:
    for _, title, line in column_heads(plan, table):
        yield title, line, LOOSE
    for row in table.rows:
        cells = {cell.field: cell for cell in row.printed}
        if "title" in cells and (detail := cells.pop("detail", None)):
            cells["title"] = replace(cells["title"], text=f"{cells['title'].text}\n{detail.text}")
        for cell in cells.values():
            yield cell.text, cell.line, LOOSE


def column_heads(plan: Plan, table: PrintedTable) -> list[tuple[str, str, int]]:
    """Field, printed head and line of each column that prints one, from left to right."""
    path = ("tables", plan.tables.index(table), "columns")
    heads = ((column.field, column.name, (*path, place)) for place, column in enumerate(table.columns))
    return [(field, name, plan.lines.get(where, table.line)) for field, name, where in heads if name]


def read_declared(text: str, markup: SourceMarkup = SourceMarkup.NONE) -> str:
    """A declared piece of text in the signs of a reading: markup gone, whitespace a blank, ¶ a break."""
    if markup is SourceMarkup.MARKDOWN:
        text = _OTHER_TAG.sub("", _PARAGRAPH_TAG.sub(" ", _without_signs(text)))
    return re.sub(rf"\s*{PARAGRAPH}\s*", PARAGRAPH, " ".join(text.split()))
