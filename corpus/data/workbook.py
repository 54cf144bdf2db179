"""A workbook (Office Open XML, ECMA-376) of one sheet, written cell by cell; the same rows give the same bytes.

Cells hold their text themselves ("inlineStr") and never a formula. A library that knows all of the format took most of
the time that the files of a body take.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase
from typing import Literal
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Value = str | int | bool | date | None

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
# Files without a moment of their own, so that nothing tells when they were made.
_MADE, _MADE_ZIP = "2000-01-01T00:00:00Z", (2000, 1, 1, 0, 0, 0)
_DAY_ZERO = date(1899, 12, 30).toordinal()  # from which days are counted
_LONGEST = 32_767  # characters of a cell
# What XML cannot hold is written as _x0001_, and so is the beginning of text that looks like that.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

_HEADING = 1  # the number of a style, in the order of ``_STYLES``
_STYLE = {"text": 2, "integer": 3, "boolean": 4, "day": 5}
_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
<border><left/><right/><top/><bottom style="medium"><color auto="1"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""
_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/docProps/core.xml" ContentType="{_CORE_TYPE}"/>
<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>
</Types>"""
_PARTS_OF_PACKAGE = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""
_PARTS_OF_BOOK = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/>
</Relationships>"""

_FIXED_PARTS = (
    ("[Content_Types].xml", _TYPES),
    ("_rels/.rels", _PARTS_OF_PACKAGE),
    ("xl/_rels/workbook.xml.rels", _PARTS_OF_BOOK),
    ("xl/styles.xml", _STYLES),
)


@dataclass(frozen=True)
class BookColumn:
    """A column of a sheet: its heading, its type, its width in characters."""

    heading: str
    type: Literal["text", "integer", "day", "boolean"]
    width: int


def write_workbook(title: str, sheet: str, columns: Sequence[BookColumn], rows: Iterable[Sequence[Value]]) -> bytes:
    """A workbook with one ``sheet`` of at most 26 columns: heading frozen, filters on, set for A4 across.

    Of the rows none but the last is held; the workbook is, packed.
    """
    out = io.BytesIO()
    last = 1
    with ZipFile(out, "w") as package:
        for name, text in (*_FIXED_PARTS, ("docProps/core.xml", _properties(title))):
            package.writestr(_entry(name), text)
        with package.open(_entry("xl/worksheets/sheet1.xml"), "w") as part:
            part.write(_sheet_head(columns).encode())
            for last, row in enumerate(rows, 2):
                part.write(_row(last, row, columns).encode())
            part.write(_sheet_end(columns, last).encode())
        package.writestr(_entry("xl/workbook.xml"), _book(sheet, columns, last))
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _MADE_ZIP)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _properties(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_written(title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_MADE}</dcterms:created></cp:coreProperties>'
    )


def _book(sheet: str, columns: Sequence[BookColumn], last: int) -> str:
    end = ascii_uppercase[len(columns) - 1]
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><bookViews><workbookView/></bookViews>'
        f'<sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames>'
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'{sheet}\'!$A$1:${end}${last}</definedName>'
        f'<definedName name="_xlnm.Print_Titles" localSheetId="0">\'{sheet}\'!$1:$1</definedName>'
        "</definedNames></workbook>"
    )


def _sheet_head(columns: Sequence[BookColumn]) -> str:
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{column.width}" customWidth="1"/>'
        for number, column in enumerate(columns, 1)
    )
    headings = "".join(
        f"{_cell_head(letter, 1, _HEADING)}{_text(column.heading)}"
        for letter, column in zip(ascii_uppercase, columns, strict=False)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData><row r="1">{headings}</row>'
    )


def _sheet_end(columns: Sequence[BookColumn], last: int) -> str:
    return (
        f'</sheetData><autoFilter ref="A1:{ascii_uppercase[len(columns) - 1]}{last}"/>'
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _row(number: int, values: Sequence[Value], columns: Sequence[BookColumn]) -> str:
    cells = zip(ascii_uppercase, values, columns, strict=False)
    written = (
        _cell_head(letter, number, _STYLE[column.type]) + _content(value, column.type)
        for letter, value, column in cells
    )
    return f'<row r="{number}">{"".join(written)}</row>'


def _cell_head(letter: str, row: int, style: int) -> str:
    return f'<c r="{letter}{row}" s="{style}"'


def _content(value: Value, type_: str) -> str:
    """The rest of a cell whose beginning names its place and style."""
    if value is None or value == "":
        return "/>"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date):
        return f"><v>{value.toordinal() - _DAY_ZERO}</v></c>"
    return f' t="b"><v>{value:d}</v></c>' if type_ == "boolean" else f"><v>{value}</v></c>"


def _text(value: str) -> str:
    return f' t="inlineStr"><is><t xml:space="preserve">{_written(value)}</t></is></c>'


def _written(value: str) -> str:
    short = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
    return escape(_UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", short))
