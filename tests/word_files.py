"""Documents of Word written part by part, as their XML says."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def write_word(body: str, **parts: str) -> bytes:
    """A .docx with ``body`` (the XML within w:body) and other parts by kind: ``numbering="…"`` and so on."""
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
        for at, kind in enumerate(parts)
    )
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    members |= {f"word/{kind}.xml": xml for kind, xml in parts.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return file.getvalue()


def part(name: str, inside: str) -> str:
    """The XML of another part whose root is w:``name``."""
    return f"<w:{name} {_SPACES}>{inside}</w:{name}>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """``content`` is text, or runs in XML."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, form: str, text: str, *more: str) -> str:
    """One level of a list: ``more`` is further XML (w:start, w:isLgl …)."""
    inside = "".join(more) or '<w:start w:val="1"/>'
    return f'<w:lvl w:ilvl="{depth}">{inside}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(levels: dict[int, list[str]], numbers: dict[int, tuple[int, str]]) -> str:
    """Lists by id, and the numberings that use them: id to (list, further XML)."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{identity}">{"".join(some)}</w:abstractNum>'
        for identity, some in levels.items()
    )
    uses = "".join(
        f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
        for identity, (of, more) in numbers.items()
    )
    return part("numbering", abstract + uses)


Cell = str | tuple[str, str]  # text, or properties (tcPr) and text


def table(rows: list[list[Cell]], properties: str = "") -> str:
    cells = ["".join(_cell(cell) for cell in row) for row in rows]
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _cell(cell: Cell) -> str:
    properties, text = ("", cell) if isinstance(cell, str) else cell
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"
