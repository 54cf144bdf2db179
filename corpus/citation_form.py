"""The citation of a clause as a Vietnamese official writes it.

From the smallest unit up, then the document with its number, day and issuer (Nghị định 30/2020/NĐ-CP,
Appendix I): *điểm a khoản 1 Mục II Kế hoạch số 45/KH-UBND ngày 03/3/2021 của Ủy ban nhân dân ...*
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.language.letterhead import full_number
from corpus.language.letters import upfirst
from corpus.language.numerals import roman_value, write_day
from corpus.model import Clause, Corpus, Plan, PrintedTable, Row
from corpus.schema import FrontMatter
from corpus.vocabulary import RowSort

# Signs that open an unnumbered item, as one names them; any other sign is a dash.
_ITEM_NAMES = {"+": "dấu cộng", "•": "dấu chấm tròn", "*": "dấu hoa thị"}
# Words that a heading may print before its number.
_UNIT_WORDS = ("Phần", "Chương", "Mục", "Điều")
_AGAIN = re.compile(r"-lan-(\d+)$")  # the address of a number that the document uses again
# Clauses whose own text is the first paragraph, before the unnumbered ones that follow it.
_WITH_TEXT = ("point", "item", "clause", "article", "basis")


def number_of(meta: FrontMatter) -> str:
    """Number and symbol as printed; three dots where the received copy carries no number."""
    return full_number(meta.number or "…", meta.symbol)


def plan_name(meta: FrontMatter) -> str:
    """Kind and number of a plan, as one would name it."""
    return f"{upfirst(meta.form)} số {number_of(meta)}"


def cite_clause(plan: Plan, anchor: str, corpus: Corpus) -> str:
    """The official citation of the clause or row at ``anchor``. Raises KeyError where there is none."""
    document = _document(plan, plan.ancestors[anchor][0], corpus)
    return f"{cite_within(plan, anchor)} {document}".strip()


def cite_short(plan: Plan, anchor: str) -> str:
    """The citation without day and issuer: *Mục II Kế hoạch ban hành kèm theo Quyết định số 362/QĐ-UBND*.

    Raises KeyError where there is no clause or row at ``anchor``.
    """
    part, act = plan.ancestors[anchor][0], plan_name(plan.meta)
    return f"{cite_within(plan, anchor)} {_within_act(plan.meta, part, act)}".strip()


def cite_within(plan: Plan, anchor: str) -> str:
    """The units alone, for where the document is named beside them; empty where a whole part is meant."""
    return " ".join([*_row_units(plan, anchor), *_units(plan.ancestors[anchor])])


def _row_units(plan: Plan, anchor: str) -> Iterator[str]:
    """A row by its printed number and its groups, and by its place where the number repeats or is not printed."""
    table = next((table for table in plan.tables if any(row.anchor == anchor for row in table.rows)), None)
    if table is None:
        return
    by_anchor = {row.anchor: row for row in table.rows}
    row = by_anchor[anchor]
    yield _row_unit(table, row)
    above = row
    while above.parent:
        above = by_anchor[above.parent]
        if not row.number.startswith(f"{above.number}."):
            yield _row_unit(table, above)
    beside = [other for other in plan.tables if plan.ancestors[other.anchor][:-1] == plan.ancestors[table.anchor][:-1]]
    if len(beside) > 1:
        yield f"bảng thứ {beside.index(table) + 1}"


def _row_unit(table: PrintedTable, row: Row) -> str:
    """What a row is called: a task or a group by its number, any other row by its place."""
    noun = "nhóm" if row.sort is RowSort.GROUP else "nhiệm vụ số"
    if not row.number or row.sort is None or row.sort is RowSort.HEAD:
        title = row.cell("title") or row.cell("no")
        return f"nhóm “{title.text}”" if noun == "nhóm" and title else f"dòng thứ {table.rows.index(row) + 1}"
    same = [other.anchor for other in table.rows if (other.number, other.parent) == (row.number, row.parent)]
    place = f"dòng thứ {same.index(row.anchor) + 1} " if len(same) > 1 else ""
    return f"{place}{noun} {row.number}"


def _units(trail: tuple[Clause, ...]) -> Iterator[str]:
    """Each unit from the clause itself up to, but not including, its part.

    A clause numbered 1.2 already says that it stands in 1, which is then left out.
    """
    for depth in range(len(trail) - 1, 0, -1):
        clause, below = trail[depth], trail[depth + 1 :]
        repeated = clause.number and any(lower.number.startswith(f"{clause.number}.") for lower in below)
        unit = None if repeated else _unit(clause, trail[depth - 1], trail[1:depth])
        again = _AGAIN.search(clause.anchor) if clause.number else None
        if unit:
            yield f"{unit} (lần thứ {again[1]})" if again else unit


def _unit(clause: Clause, parent: Clause, above: tuple[Clause, ...]) -> str | None:
    """What ``clause`` is called under ``parent``; None where its parent alone is cited."""
    if clause.kind == "article":
        return f"Điều {clause.number}"
    if clause.kind == "heading":
        return _heading_unit(clause)
    if clause.kind == "clause":
        inside = any(c.kind == "clause" or c.kind == "heading" and c.number.isdigit() for c in above)
        return f"điểm {clause.number}" if inside and "." not in clause.number else f"khoản {clause.number}"
    if clause.kind == "point":
        return f"điểm {clause.number}"
    if clause.kind == "item":
        name = _ITEM_NAMES.get(clause.marker, "gạch đầu dòng")
        return f"{name} thứ {_place(clause, parent, clause.marker)}"
    if clause.kind == "paragraph":
        return _paragraph_unit(clause, parent)
    return _ending_unit(clause, parent)


def _heading_unit(clause: Clause) -> str:
    word = clause.marker.split()[0] if clause.marker else ""
    if word in _UNIT_WORDS:
        return f"{word} {clause.number}"
    if not clause.number:
        return f"mục “{clause.text}”"
    if roman_value(clause.number):
        return f"Mục {clause.number}"
    return f"khoản {clause.number}" if clause.number[0].isdigit() else f"Phần {clause.number}"


def _place(clause: Clause, parent: Clause, marker: str) -> int:
    """Place of ``clause``, from 1, among the children of ``parent`` of its kind and sign."""
    alike = [child.anchor for child in parent.children if (child.kind, child.marker) == (clause.kind, marker)]
    return alike.index(clause.anchor) + 1


def _paragraph_unit(clause: Clause, parent: Clause) -> str | None:
    if parent.kind == "part":
        return _part_paragraph(clause, parent)
    alike = [child for child in parent.children if child.kind == "paragraph"]
    place = _place(clause, parent, "")
    if parent.kind in _WITH_TEXT:
        return f"đoạn thứ {place + 1}"
    if len(alike) == len(parent.children) == 1:
        return None
    if len(alike) == 1 and parent.children[0] is clause:
        return "đoạn mở đầu"
    return f"đoạn thứ {place}"


def _part_paragraph(clause: Clause, part: Clause) -> str:
    """A paragraph of the part itself: before its first unit, or after its last."""
    units = [index for index, child in enumerate(part.children) if child.kind in ("heading", "article", "clause")]
    index = next(i for i, child in enumerate(part.children) if child.anchor == clause.anchor)
    closing = bool(units) and index > units[-1]
    name = "phần kết thúc" if closing else "phần mở đầu"
    edge = units[-1] if closing else units[0] if units else len(part.children)
    alike = [
        child.anchor
        for i, child in enumerate(part.children)
        if child.kind == "paragraph" and (i > edge if closing else i < edge)
    ]
    return name if len(alike) == 1 else f"đoạn thứ {alike.index(clause.anchor) + 1} {name}"


def _ending_unit(clause: Clause, parent: Clause) -> str | None:
    """Units that stand around the text: title, legal bases, recipients, signature, letterhead."""
    if clause.kind == "basis":
        return f"căn cứ thứ {_place(clause, parent, '')}"
    if clause.kind == "recipient":
        return f"{_ITEM_NAMES.get(clause.marker, 'gạch đầu dòng')} thứ {_place(clause, parent, clause.marker)}"
    names = {"title": "tên", "recipients": "phần nơi nhận", "signature": "phần chữ ký", "letterhead": "phần mở đầu"}
    return names.get(clause.kind)


def _document(plan: Plan, part: Clause, corpus: Corpus) -> str:
    """The document that ``part`` belongs to: the act itself, what it promulgates, or an annex of either."""
    meta = plan.meta
    title = _uncapitalise(meta.promulgates.title) if meta.promulgates else ""
    return _within_act(meta, part, f"{upfirst(meta.form)} {_identity(meta, corpus)}", title)


def _within_act(meta: FrontMatter, part: Clause, act: str, title: str = "") -> str:
    """``act``, or the document called ``title`` that is ``part`` of it."""
    name = part.text.casefold()
    if part.kind == "letterhead" or name == meta.form or not name:
        return act
    if meta.promulgates and name == meta.promulgates.form:
        return f"{' '.join(filter(None, (upfirst(name), title)))} ban hành kèm theo {act}"
    return f"{upfirst(name)} kèm theo {act}"


def _identity(meta: FrontMatter, corpus: Corpus) -> str:
    """Number, day and issuer; the title stands for a number that the received copy does not carry."""
    issuer = corpus.agency[meta.issuer].name
    if meta.number and meta.issued:
        return f"số {number_of(meta)} ngày {write_day(meta.issued)} của {issuer}"
    missing = "số và ngày" if not meta.number and not meta.issued else "số" if not meta.number else "ngày"
    number = f"số {number_of(meta)} " if meta.number else ""
    day = f" ngày {write_day(meta.issued)}" if meta.issued else ""
    return f"{number}{_uncapitalise(meta.title)}{day} của {issuer} (bản không ghi {missing})"


def _uncapitalise(text: str) -> str:
    """``text`` after a noun, as in "Kế hoạch tuyên truyền ..."; an abbreviation stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
