"""A plan as Akoma Ntoso 3.0 (OASIS LegalDocML): the text with the addresses of the site as ``eId``."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from corpus.addresses import akoma_ntoso_url, legal_identifier
from corpus.check.seen import Seen
from corpus.data.akoma_ntoso_meta import AKN, meta
from corpus.data.inline_xml import InlineElement, fill
from corpus.kept import FilesAbout
from corpus.language.folding import slug
from corpus.link import PlanRecord
from corpus.model import Clause, Mark, PrintedTable, Row
from corpus.overview.overview import Overview
from corpus.vocabulary import RowSort

# The standard's elements for the units of a plan; other units are containers that say their name.
_UNITS = {
    "part": "part",
    "heading": "section",
    "article": "article",
    "clause": "clause",
    "point": "point",
    "item": "indent",
    "paragraph": "paragraph",
}
_HEADED = ("part", "heading")
_MARKS = {"bold": ("b", {}), "italic": ("i", {}), "uncertain": ("span", {"class": "uncertain"})}


def akoma_ntoso_files(overview: Overview) -> Iterator[FilesAbout]:
    """Every plan, beside its page."""
    for here in overview.plans:
        yield FilesAbout(akoma_ntoso_url(here.plan.id), _of_plan, (here.plan.id,))


def _of_plan(seen: Seen, plan: str) -> Iterator[tuple[str, bytes]]:
    yield akoma_ntoso_url(plan), to_akoma_ntoso(seen.overview.plan[plan], seen.overview)


def to_akoma_ntoso(here: PlanRecord, overview: Overview) -> bytes:
    """The plan as a document in UTF-8; the same plan gives the same bytes."""
    root = etree.Element("akomaNtoso", nsmap={None: AKN})
    document = etree.SubElement(root, "doc", name=slug(here.plan.meta.form))
    document.append(meta(here, overview))
    _Body(here, overview).write(document)
    written: bytes = etree.tostring(_in_namespace(root), xml_declaration=True, encoding="UTF-8")
    return written


def _in_namespace(root: etree._Element) -> etree._Element:
    for element in root.iter():
        element.tag = f"{{{AKN}}}{element.tag}"
    return root


class _Body:
    """Writes the text of one plan."""

    def __init__(self, here: PlanRecord, overview: Overview) -> None:
        self._here, self._known = here, overview.directives
        self._notes = list(enumerate(here.plan.meta.notes, 1))
        self._noted: set[int] = set()

    def write(self, document: etree._Element) -> None:
        clauses = list(self._here.plan.clauses)
        if clauses and clauses[0].kind == "letterhead":
            preface = etree.SubElement(document, "preface", eId=clauses[0].anchor)
            self._block(preface, clauses[0].anchor, clauses[0].text, clauses[0].marks)
            for line in clauses.pop(0).children:
                self._block(preface, line.anchor, line.text, line.marks, eId=line.anchor)
            if not len(preface):
                etree.SubElement(preface, "p")
        body = etree.SubElement(document, "mainBody")
        for clause in clauses:
            self._clause(body, clause)
        if not len(body):
            etree.SubElement(body, "p")

    def _clause(self, parent: etree._Element, clause: Clause) -> None:
        unit = _UNITS.get(clause.kind)
        naming = {} if unit else {"name": clause.kind}
        element = etree.SubElement(parent, unit or "hcontainer", naming, eId=clause.anchor)
        if clause.marker:
            etree.SubElement(element, "num").text = clause.marker
        if clause.kind in _HEADED:
            heading = etree.SubElement(element, "heading")
            fill(heading, clause.text, self._over(clause.anchor, "text", clause.text, clause.marks), "eol")
        table = self._here.plan.table.get(clause.anchor)
        if table:
            self._table(etree.SubElement(element, "content"), table)
        elif not clause.children:
            self._text(etree.SubElement(element, "content"), clause)
        elif clause.text and clause.kind not in _HEADED:
            self._text(etree.SubElement(element, "intro"), clause)
        for child in clause.children:
            self._clause(element, child)

    def _text(self, parent: etree._Element, clause: Clause) -> None:
        if clause.kind in _HEADED:
            etree.SubElement(parent, "p")  # the standard has no unit without content
        else:
            self._block(parent, clause.anchor, clause.text, clause.marks)

    def _block(
        self, parent: etree._Element, anchor: str, text: str, marks: tuple[Mark, ...], name: str = "text", **more: str
    ) -> None:
        if text or name == "text" and parent.tag != "preface":
            fill(etree.SubElement(parent, "p", more), text, self._over(anchor, name, text, marks), "eol")

    def _over(self, anchor: str, name: str, text: str, marks: tuple[Mark, ...]) -> Iterator[InlineElement]:
        for mark in marks:
            tag, attributes = _MARKS[mark.kind]
            yield InlineElement(mark.start, mark.end, tag, attributes, may_break=True)
        for citation in self._here.citations_at.get((anchor, name), ()):
            entry = self._known.get(citation.directive or "")
            if entry and entry.known:
                yield InlineElement(citation.start, citation.end, "ref", {"href": legal_identifier(entry.id)})
            else:
                yield InlineElement(citation.start, citation.end, "span", {"class": "unresolved"})
        for number, note in self._notes:
            at = text.find(note.quote) if note.at == anchor and number not in self._noted else -1
            if at >= 0:
                self._noted.add(number)
                end = at + len(note.quote)
                yield InlineElement(end, end, "noteRef", {"href": f"#ghi-chu-{number}", "marker": str(number)})

    def _table(self, parent: etree._Element, table: PrintedTable) -> None:
        element = etree.SubElement(parent, "table")
        head = etree.SubElement(element, "tr")
        for column in table.columns:
            etree.SubElement(etree.SubElement(head, "th"), "p").text = column.name
        for place, row in enumerate(table.rows):
            self._row(etree.SubElement(element, "tr", eId=row.anchor), table, place, row)

    def _row(self, parent: etree._Element, table: PrintedTable, place: int, row: Row) -> None:
        if row.sort is RowSort.GROUP:
            cell = etree.SubElement(parent, "td", colspan=str(len(table.columns)))
            self._cells(cell, row, tuple(one.field for one in row.cells))
            return
        for column in table.columns:
            names = ("title", "detail") if column.field == "title" else (column.field,)
            first = row.cell(names[0])
            if first and first.origin != row.anchor:
                continue  # merged with the one above, which spans this row
            span = _rows_spanned(table, place, column.field)
            self._cells(etree.SubElement(parent, "td", {"rowspan": str(span)} if span > 1 else {}), row, names)

    def _cells(self, parent: etree._Element, row: Row, names: tuple[str, ...]) -> None:
        for cell in row.cells:
            if cell.field in names:
                self._block(parent, row.anchor, cell.text, cell.marks, cell.field)
        if not len(parent):
            etree.SubElement(parent, "p")


def _rows_spanned(table: PrintedTable, place: int, column: str) -> int:
    """How many rows, itself included, the cell of the row at ``place`` is printed in."""
    anchor, count = table.rows[place].anchor, 1
    for row in table.rows[place + 1 :]:
        cell = row.cell(column)
        if cell is None or cell.origin != anchor:
            break
        count += 1
    return count
