"""What a plan of the corpus shows in print, in order: the truth that rendered files are compared with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Clause, ClauseKind, Corpus, Mark, Plan, PrintedTable, Row

COUNTRY = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@dataclass(frozen=True)
class Letterhead:
    """Two columns at the top: who and which number; country, place and day."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """One paragraph; ``marks`` lie over ``text``, which lacks the ``marker``."""

    kind: ClauseKind
    marker: str
    text: str
    marks: tuple[Mark, ...] = ()
    level: int = 0


@dataclass(frozen=True)
class Closing:
    """Recipients on the left, the signature on the right."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class SheetCell:
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Grid:
    """A table: ``head`` first, then rows of cells by column; None where a cell reaches over from above or the left."""

    head: tuple[str, ...]
    rows: tuple[tuple[SheetCell | None, ...], ...]


Item = Letterhead | Text | Closing | Grid


def print_plan(plan: Plan, corpus: Corpus) -> tuple[Item, ...]:
    return tuple(_items(plan, corpus))


def _items(plan: Plan, corpus: Corpus) -> Iterator[Item]:
    yield _letterhead(plan, corpus)
    closing: list[Clause] = []
    authority = _authority(plan, corpus)
    for clause in plan.walk():
        if clause.kind in ("recipients", "recipient", "signature"):
            closing.append(clause)
            continue
        if closing:
            yield _closing(closing)
            closing = []
        if authority and clause.kind in ("basis", "paragraph", "article"):
            yield authority
            authority = None
        if clause.anchor in plan.table:
            yield _grid(plan.table[clause.anchor])
        elif clause.kind != "letterhead" and (clause.text or clause.marker):
            yield Text(clause.kind, clause.marker, clause.text, clause.marks, clause.level)
    if closing:
        yield _closing(closing)


def _letterhead(plan: Plan, corpus: Corpus) -> Letterhead:
    """As Nghị định 30/2020/NĐ-CP has it: the issuer's name over two lines, the number below."""
    issuer, place = corpus.agency[plan.meta.issuer], corpus.place[plan.meta.place]
    name = issuer.name.removeprefix("Chủ tịch ").upper()
    upper = place.name.upper()
    lines = [name.removesuffix(upper).strip(), upper] if name.endswith(upper) else [name]
    day = plan.meta.issued
    when = (
        f"ngày {day.day:02} tháng {day.month:02} năm {day.year}" if day else f"ngày     tháng     năm {plan.meta.year}"
    )
    number = f"Số: {plan.meta.number or '    '}/{plan.meta.symbol}"
    return Letterhead((*lines, number), (*COUNTRY, f"{_short(place.name)}, {when}"))


def _authority(plan: Plan, corpus: Corpus) -> Text | None:
    """Who decides, as each decision prints it below its title; None where the plan has that line, or is no decision."""
    name = corpus.agency[plan.meta.issuer].name.upper()
    if plan.meta.form != "quyết định" or any(clause.text.upper().startswith(name) for clause in plan.walk()):
        return None
    return Text("title", "", name)


def _short(place: str) -> str:
    """A place without its kind: thành phố Hải Phòng is printed Hải Phòng."""
    words = place.split()
    first = next((at for at, word in enumerate(words) if word[0].isupper()), 0)
    rest = words[first:]
    return " ".join(
        rest[1:] if len(rest) > 2 and rest[0] in ("Thành", "Tỉnh", "Phường", "Xã", "Quận", "Huyện") else rest
    )


def _closing(clauses: list[Clause]) -> Closing:
    left = tuple(_shown(one) for one in clauses if one.kind != "signature")
    right = tuple(line for one in clauses if one.kind == "signature" for line in one.text.split("\n"))
    return Closing(left, right)


def _shown(clause: Clause) -> str:
    return f"{clause.marker} {clause.text}" if clause.marker else clause.text


def _grid(table: PrintedTable) -> Grid:
    columns = [column for column in table.columns if column.name]
    fields = [column.field for column in columns]
    rows = [[_text(row, field) for field in fields] for row in table.rows]
    return Grid(tuple(column.name for column in columns), tuple(_merged(row, at, rows) for at, row in enumerate(rows)))


def _text(row: Row, field: str) -> str | None:
    """What ``row`` prints in the column ``field``; None where the cell reaches over from above."""
    cell = row.cell(field)
    detail = row.cell("detail") if field == "title" else None
    if cell is not None and cell.origin != row.anchor:
        return None
    return "\n".join(one.text for one in (cell, detail) if one is not None)


def _merged(row: list[str | None], at: int, rows: list[list[str | None]]) -> tuple[SheetCell | None, ...]:
    def height(column: int) -> int:
        below = rows[at + 1 :]
        return 1 + next((count for count, other in enumerate(below) if other[column] is not None), len(below))

    return tuple(None if text is None else SheetCell(text, height(column)) for column, text in enumerate(row))


def sheet_lines(items: tuple[Item, ...]) -> Iterator[str]:
    """Everything printed, a paragraph or cell each, in reading order."""
    for item in items:
        if isinstance(item, Text):
            yield f"{item.marker} {item.text}".strip()
        elif isinstance(item, Grid):
            yield from item.head
            yield from (cell.text for row in item.rows for cell in row if cell is not None)
        else:
            yield from (*item.left, *item.right)
