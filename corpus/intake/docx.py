"""Documents of Word."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator

from docx import Document as open_docx
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph

from corpus.intake.document import Block, Cell, Mark, Paragraph, Row, TableRead


def read_docx(data: bytes) -> tuple[Block, ...]:
    return tuple(_block(item) for item in open_docx(io.BytesIO(data)).iter_inner_content())


def _block(item: WordParagraph | Table) -> Block:
    return _paragraph(item) if isinstance(item, WordParagraph) else _table(item)


def _paragraph(item: WordParagraph) -> Paragraph:
    text, marks = "", list[Mark]()
    for run in item.runs:
        start = len(text)
        text += unicodedata.normalize("NFC", run.text)
        if run.bold:
            marks.append(Mark("bold", start, len(text)))
        if run.italic:
            marks.append(Mark("italic", start, len(text)))
    return Paragraph(text, marks=tuple(marks), centred=item.alignment == 1)


def _table(table: Table) -> TableRead:
    rows = tuple(Row(tuple(_cells(row.cells))) for row in table.rows)
    return TableRead(rows, len(table.columns))


def _cells(cells: tuple[object, ...]) -> Iterator[Cell]:
    for column, cell in enumerate(cells):
        yield Cell(tuple(_paragraph(one) for one in cell.paragraphs), column)  # type: ignore[attr-defined]
