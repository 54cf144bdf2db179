"""Plans as documents of Word, in the manners in which clerks set them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from typing import Any, Literal

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from corpus.evaluation.rendering.numbered_lists import add_list, apply_list, list_form
from corpus.evaluation.rendering.sheet import Closing, Grid, Item, Letterhead, Text

_FONT = "Times New Roman"
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


@dataclass(frozen=True)
class Manner:
    """How an author sets documents.

    ``numbering``: typed, or by Word's lists. ``headings``: bold text, capitals, or styles of headings.
    ``letterhead``: a table without lines, or tabs. ``landscape``: parts after the first on wide pages.
    ``runs``: words cut into runs as editing leaves them.
    """

    name: str
    numbering: Literal["typed", "automatic"] = "typed"
    headings: Literal["bold", "capitals", "styles"] = "bold"
    letterhead: Literal["table", "tabs"] = "table"
    landscape: bool = False
    page_numbers: bool = True
    running_foot: str = ""
    size: float = 14
    indent: float = 12.7  # millimetres of a first line
    spacing: float = 6  # points after a paragraph
    runs: bool = False


MANNERS = (
    Manner("usual", landscape=True),
    Manner("lists", numbering="automatic", headings="styles", size=13, spacing=3),
    Manner(
        "plain", headings="capitals", letterhead="tabs", running_foot="Văn thư lưu hành nội bộ", indent=0, runs=True
    ),
    Manner("dense", indent=10, spacing=0, page_numbers=False, size=13),
)


def write_docx(items: tuple[Item, ...], manner: Manner) -> bytes:
    writer = _Writer(Document(), manner)
    writer.set_up()
    for item in items:
        writer.write(item)
    file = io.BytesIO()
    writer.document.save(file)
    return file.getvalue()


@dataclass(frozen=True)
class _Styled:
    text: str
    bold: bool = False
    italic: bool = False
    size: float = 14


class _Writer:
    def __init__(self, document: WordDocument, manner: Manner):
        self.document, self.manner = document, manner
        self._lists: dict[str, int] = {}
        self._expected: dict[str, int] = {}
        self._parts = 0

    def set_up(self) -> None:
        usual: Any = self.document.styles["Normal"]
        usual.font.name, usual.font.size = _FONT, Pt(self.manner.size)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.top_margin = section.bottom_margin = Mm(20)
        if self.manner.page_numbers:
            section.different_first_page_header_footer = True
            line = section.header.paragraphs[0]
            line.alignment = _CENTRE
            _add_field(line, "PAGE")
        if self.manner.running_foot:
            section.footer.paragraphs[0].text = self.manner.running_foot

    def write(self, item: Item) -> None:
        if isinstance(item, Letterhead):
            self._letterhead(item)
        elif isinstance(item, Closing):
            self._closing(item)
        elif isinstance(item, Grid):
            self._grid(item)
        else:
            self._text(item)

    def _letterhead(self, item: Letterhead) -> None:
        """Issuer and number on the left, country and day on the right, in letters of 13 points."""
        styles = [(False, True)] * (len(item.left) - 1) + [(False, False)]
        left = [_Styled(text, bold, size=13) for text, (_, bold) in zip(item.left, styles, strict=True)]
        right = [_Styled(text, at < 2, at == 2, 13) for at, text in enumerate(item.right)]
        self._columns(left, right, (True, True), (65, 100))

    def _closing(self, item: Closing) -> None:
        """Recipients in letters of 11 points; room for the stamp above the name."""
        left = [_Styled(text, at == 0, at == 0, 11) for at, text in enumerate(item.left)]
        right = [_Styled(text, True) for text in item.right]
        room = [_Styled("")] * 4 if self.manner.letterhead == "table" else []
        self._columns(left, [*right[:-1], *room, *right[-1:]], (False, True), (85, 80))

    def _columns(
        self, left: list[_Styled], right: list[_Styled], centred: tuple[bool, bool], widths: tuple[float, float]
    ) -> None:
        if self.manner.letterhead == "tabs":
            for at in range(max(len(left), len(right))):
                line = self.document.add_paragraph()
                line.paragraph_format.space_after = Pt(0)
                line.paragraph_format.tab_stops.add_tab_stop(Mm(widths[0]))
                for place, side in enumerate((left, right)):
                    if at < len(side):
                        _add_run(line, replace(side[at], text="\t" * place + side[at].text, size=side[at].size - place))
            return
        table = self.document.add_table(1, 2)
        table.autofit = False
        for place, side in enumerate((left, right)):
            cell = table.rows[0].cells[place]
            cell.width = Mm(widths[place])
            for at, styled in enumerate(side):
                line = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                line.paragraph_format.space_after = Pt(0)
                _add_run(line, styled)
                line.alignment = _CENTRE if centred[place] else None

    def _text(self, item: Text) -> None:
        if item.kind == "part":
            self._begin_part()
        line = self.document.add_paragraph()
        title = item.kind in ("part", "title")
        if title or (item.kind == "paragraph" and item.text.isupper()):
            line.alignment = _CENTRE
        elif item.kind == "heading" and self.manner.headings == "styles":
            line.style = f"Heading {min(item.level, 3)}"
        else:
            line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            line.paragraph_format.first_line_indent = Mm(self.manner.indent)
        line.paragraph_format.space_after = Pt(self.manner.spacing)
        marker = item.marker
        if marker and self.manner.numbering == "automatic":
            marker = self._number(line, item)
        bold = title or (item.kind == "heading" and (self.manner.headings != "capitals" or item.level < 3))
        if marker:
            line.add_run(f"{marker} ").bold = bold
        self._runs(line, item, bold)

    def _runs(self, line: Paragraph, item: Text, bold: bool) -> None:
        edges = {0, len(item.text), *(at for mark in item.marks for at in (mark.start, mark.end))}
        if self.manner.runs:
            edges |= {found.start() + len(found[0]) // 2 for found in re.finditer(r"\w{5,}", item.text)}
        places = sorted(edges)
        for start, end in zip(places, places[1:], strict=False):
            kinds = {mark.kind for mark in item.marks if mark.start <= start and end <= mark.end}
            run = line.add_run(item.text[start:end])
            run.bold, run.italic = bold or "bold" in kinds or None, "italic" in kinds or None

    def _begin_part(self) -> None:
        """A further part (the plan after its decision, an annex) begins on a page of its own."""
        self._parts += 1
        self._lists.clear()
        if self._parts == 1:
            return
        section = self.document.add_section()
        if self.manner.landscape and section.orientation != WD_ORIENT.LANDSCAPE:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)

    def _number(self, line: Paragraph, item: Text) -> str:
        """Word's list for the marker of ``item``: nothing is left to type. Markers out of order stay typed."""
        form = list_form(item)
        if form is None:
            return item.marker
        key, count, printed = form
        bullet = key.startswith("bullet")
        if key not in self._lists or (not bullet and count != self._expected[key]):
            self._lists[key] = add_list(self.document, key, count, printed)
        self._expected[key] = count + 1
        apply_list(line, self._lists[key])
        return ""

    def _grid(self, grid: Grid) -> None:
        table = self.document.add_table(1 + len(grid.rows), len(grid.head), "Table Grid")
        for column, text in enumerate(grid.head):
            head = table.cell(0, column).paragraphs[0]
            head.add_run(text).bold = True
            head.alignment = _CENTRE
        table.autofit = False
        wide = self.document.sections[-1]
        whole = (wide.page_width or 0) - (wide.left_margin or 0) - (wide.right_margin or 0)
        for column, share in zip(table.columns, _shares(grid), strict=True):
            for cell in column.cells:
                cell.width = int(whole * share)
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
        for at, row in enumerate(grid.rows, 1):
            for column, cell in enumerate(row):
                if cell is None:
                    continue
                place = table.cell(at, column)
                if cell.rows > 1:
                    place = place.merge(table.cell(at + cell.rows - 1, column))
                for number, line in enumerate(cell.text.split("\n")):
                    paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
                    paragraph.add_run(line).font.size = Pt(self.manner.size - 2)


def _shares(grid: Grid) -> list[float]:
    """Width of each column, as authors drag them: by the length of what stands in it."""
    columns = zip(*grid.rows, strict=True) if grid.rows else [() for _ in grid.head]
    lengths = [sum(len(cell.text) for cell in column if cell) / max(1, len(grid.rows)) for column in columns]
    weights = [max(length, 12) ** 0.5 if at else 2.5 for at, length in enumerate(lengths)]
    return [weight / sum(weights) for weight in weights]


def _add_run(line: Paragraph, styled: _Styled) -> None:
    run = line.add_run(styled.text)
    run.bold, run.italic, run.font.size = styled.bold, styled.italic, Pt(styled.size)


def _add_field(line: Paragraph, code: str) -> None:
    run = line.add_run()
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
