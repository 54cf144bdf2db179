"""HTML, as web pages and Word write it: what a browser shows; nothing is fetched and nothing runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import html

from corpus.intake.document import Block, Cell, LeftOut, MarkKind, Paragraph, Row, TableRead
from corpus.intake.settle import settle
from corpus.intake.writing import PLAIN, Kinds, Writing

Element = Any
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
    ]
)
_UNSEEN = frozenset(
    ["script", "style", "template", "noscript", "head", "title", "meta", "link", "object", "embed", "iframe", "svg"]
)
_BOLD, _ITALIC = frozenset(("b", "strong", "th")), frozenset(("i", "em"))
_HIDDEN = "phần của trang web không hiện ra"
_LARGEST_SPAN = 100


def read_html(text: str, unseen: list[str]) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Blocks of a page and what it does not show; ``unseen`` takes characters that nobody sees."""
    reader = _Reader(unseen)
    blocks = settle(reader.blocks(_parse(text)))
    return blocks, tuple(reader.left_out)


def read_html_fragment(text: str, unseen: list[str]) -> Iterator[Block]:
    """Blocks of a piece of HTML within another text."""
    yield from _Reader(unseen).blocks(_parse(f"<div>{text}</div>"))


def _parse(text: str) -> Element:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    return html.document_fromstring(text.encode("utf-8"), parser=parser, ensure_head_body=True)


@dataclass
class _Reader:
    unseen: list[str]
    left_out: list[LeftOut] = field(default_factory=list)

    def blocks(self, element: Element) -> Iterator[Block]:
        flow = _Flow(self)
        yield from flow.walk(element, PLAIN)
        yield from flow.end()


@dataclass
class _Flow:
    """Text as it runs through nested elements: blocks end a paragraph, all else goes on."""

    reader: _Reader
    writing: Writing = field(init=False)
    heading: int = 0
    centred: bool = False
    label: str = ""

    def __post_init__(self) -> None:
        self.writing = Writing(self.reader.unseen)

    def end(self) -> Iterator[Paragraph]:
        paragraph = self.writing.finish(heading=self.heading, centred=self.centred, label=self.label)
        self.writing = Writing(self.reader.unseen)
        if paragraph.text.strip():
            self.label = ""
            yield paragraph

    def walk(self, element: Element, kinds: Kinds) -> Iterator[Block]:
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _UNSEEN or _is_hidden(element):
            self._leave_out(element)
            return
        if name == "table":
            yield from self.end()
            yield from _table(element, self.reader)
            return
        if name == "br":
            self.writing.add("\n")
        if name in _BLOCKS:
            yield from self.end()
            self._enter(element, name)
        kinds = kinds | _marks(element, name)
        self.writing.add(_flat(element.text), kinds)
        for item in element:
            yield from self.walk(item, kinds)
            self.writing.add(_flat(item.tail), kinds)
        if name in _BLOCKS:
            yield from self.end()
            self.heading, self.centred = 0, False

    def _enter(self, element: Element, name: str) -> None:
        self.heading = int(name[1]) if len(name) == 2 and name[0] == "h" and name[1].isdigit() else self.heading
        style = (element.get("style") or "").replace(" ", "").lower()
        self.centred |= name == "center" or element.get("align") == "center" or "text-align:center" in style
        if name == "li":
            self.label = _item_label(element)

    def _leave_out(self, element: Element) -> None:
        shown = (one.text or "" for one in element.iter() if one.tag not in ("script", "style"))
        if text := " ".join(" ".join(shown).split()):
            self.reader.left_out.append(LeftOut(text, _HIDDEN))


def _flat(text: str | None) -> str:
    """White space of HTML is one blank; a no-break space is a letter that is blank."""
    if not text:
        return ""
    words = " ".join(text.replace("\xa0", "\x00").split()).replace("\x00", "\xa0")
    first = " " if text[0] in " \n\t\r" else ""
    return first + words + (" " if text[-1] in " \n\t\r" and words else "")


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "mso-hide:all" in style


def _marks(element: Element, name: str) -> Kinds:
    style = (element.get("style") or "").replace(" ", "").lower()
    said: dict[MarkKind, bool] = {
        "bold": name in _BOLD or "font-weight:bold" in style or "font-weight:700" in style,
        "italic": name in _ITALIC or "font-style:italic" in style,
    }
    return frozenset(kind for kind, on in said.items() if on)


def _item_label(item: Element) -> str:
    """The number or sign that a browser prints before a list item."""
    from corpus.intake.word.numbering import format_number

    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "-"
    before = sum(1 for one in item.itersiblings(preceding=True) if one.tag == "li")
    forms = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
    start = parent.get("start", "1")
    count = int(item.get("value") or 0) or (int(start) if start.isdigit() else 1) + before
    return format_number(count, forms.get(parent.get("type", ""), "decimal")) + "."


def _table(table: Element, reader: _Reader) -> Iterator[Block]:
    rows, taken = list[Row](), dict[tuple[int, int], bool]()
    for place, element in enumerate(_rows(table)):
        column, cells, head = 0, list[Cell](), True
        for item in element:
            if item.tag not in ("td", "th"):
                continue
            while taken.get((place, column)):
                column += 1
            down, across = _span(item, "rowspan"), _span(item, "colspan")
            taken.update(((place + y, column + x), True) for y in range(down) for x in range(across))
            paragraphs = tuple(_flatten(reader.blocks(_as_block(item))))
            cells.append(Cell(paragraphs, column, across, down))
            head &= item.tag == "th"
            column += across
        rows.append(Row(tuple(cells), head=head and bool(cells)))
    cut_off = [
        replace(row, cells=tuple(_within(cell, len(rows) - at) for cell in row.cells)) for at, row in enumerate(rows)
    ]
    columns = max((cell.column + cell.column_span for row in rows for cell in row.cells), default=0)
    if columns > 1:
        yield TableRead(tuple(cut_off), columns, bordered=table.get("border", "1") not in ("0", ""))
    else:
        yield from (one for row in rows for cell in row.cells for one in cell.paragraphs)


def _within(cell: Cell, rows: int) -> Cell:
    return replace(cell, row_span=min(cell.row_span, rows))


def _as_block(cell: Element) -> Element:
    cell.tag = "div" if cell.tag == "td" else "th"
    return cell


def _rows(table: Element) -> Iterator[Element]:
    for item in table:
        if item.tag == "tr":
            yield item
        elif item.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(item)


def _span(cell: Element, name: str) -> int:
    said = cell.get(name, "1").strip()
    return min(max(1, int(said)), _LARGEST_SPAN) if said.isdigit() else 1


def _flatten(blocks: Iterator[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (one for row in block.rows for cell in row.cells for one in cell.paragraphs)
