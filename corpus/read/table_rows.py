"""The tables of a plan: rows with addresses, groups told from tasks, merged cells carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.language.folding import fold, slug
from corpus.language.numerals import roman_value
from corpus.model import Cell, PrintedTable, Row
from corpus.read.clauses import Names
from corpus.read.marks import parse_marks
from corpus.schema import Table, TableRow
from corpus.strict_yaml import KeyPath, Located
from corpus.vocabulary import RowSort, TableKind

TASKS_ANCHOR = "bang-nhiem-vu"
_TASK_ROWS = "phu-luc"
_FIRST_CELLS = frozenset({"no", "title"})
_SAYS_WHO = frozenset({"lead", "coordinating", "time", "product"})
# The number of a row, in its own column or at the beginning of its title.
_NUMBER = re.compile(r"(?P<number>[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*|[a-zđ])(?:[.):]+|\s*$)")
_TOTAL = re.compile(r"\W*(?:tổng(?:\s+(?:số|cộng))?|cộng)(?:\s*\(.*\))?\W*", re.IGNORECASE)
_NOTE = re.compile(r"\W*(?:ghi chú|lưu ý|chú thích)\s*:.*", re.IGNORECASE | re.DOTALL)
_IN_TITLE = re.compile(
    r"(?:(?:Phần|Mục|Nhóm)\s+)?(?P<number>[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*|[a-zđ])(?:[.):]|(?<=\.\d))\s"
)


def table_anchors(tables: list[Table]) -> tuple[str, ...]:
    """Where each table stands: the first table of tasks under its own name, every other by its place."""
    anchors: list[str] = []
    for number, table in enumerate(tables, 1):
        first = table.kind is TableKind.TASKS and TASKS_ANCHOR not in anchors
        anchors.append(TASKS_ANCHOR if first else f"bang-{number}")
    return tuple(anchors)


def read_tables(entries: list[Table], located: Located) -> tuple[PrintedTable, ...]:
    """The tables of a plan as declared; ``located`` gives the line of each cell."""
    anchors = table_anchors(entries)
    return tuple(
        PrintedTable(
            anchor, entry.kind, tuple(entry.columns), tuple(_rows(entry, anchor, index, located)), _line(located, index)
        )
        for index, (entry, anchor) in enumerate(zip(entries, anchors, strict=True))
    )


def _line(located: Located, index: int) -> int:
    return located.line(("tables", index))


@dataclass
class _Open:
    """A row that rows below may belong to, with its sort of number."""

    row: Row
    sort: str
    children: int = 0


def _rows(entry: Table, anchor: str, index: int, located: Located) -> Iterator[Row]:
    prefix = _TASK_ROWS if anchor == TASKS_ANCHOR else anchor
    names = Names()
    opened: list[_Open] = []
    above: Row | None = None
    top_groups = 0
    for place, row in enumerate(entry.rows):
        sort = _sort(entry, place) if entry.kind is TableKind.TASKS else None
        number = read_number(row)
        kind = _number_sort(number, opened, sort)
        counts = sort in (RowSort.TASK, RowSort.GROUP)
        below = _close(opened, number, kind, sort) if sort and counts else None
        top_groups += sort is RowSort.GROUP and below is None
        nth = below.children + 1 if below else top_groups if sort is RowSort.GROUP else place + 1
        own = names.give(f"{below.row.anchor if below else prefix}-{_name(number, sort, below, nth)}")
        path = ("tables", index, "rows", place)
        cells = tuple(_cells(entry, row, own, path, above, located))
        made = Row(own, sort, number, below.row.anchor if below else "", cells, located.line(path))
        if counts:
            if below:
                below.children += 1
            opened.append(_Open(made, kind))
        above = made if sort != RowSort.HEAD else above
        yield made


def _cells(
    entry: Table, row: TableRow, anchor: str, path: KeyPath, above: Row | None, located: Located
) -> Iterator[Cell]:
    """The cells from left to right; the details of a task follow its title."""
    for column in entry.columns:
        for field in (column.field, "detail") if column.field == "title" else (column.field,):
            value = row_value(row, field)
            if value:
                yield Cell(field, *parse_marks(value), located.line((*path, field)), anchor)
            elif field in row.merged and above and (cell := above.cell(field)):
                yield cell


def row_value(row: TableRow, field: str) -> str:
    """The cell ``field`` as written, or nothing."""
    value: str = (row.model_extra or {}).get(field, "")
    return value


# --- what a row is -----------------------------------------------------------------


def _sort(entry: Table, place: int) -> RowSort:
    """A task, the name of a group, the head of the table printed once more, a sum, or a note below the rows."""
    row = entry.rows[place]
    if row.sort:
        return row.sort
    if _is_head(entry, row):
        return RowSort.HEAD
    if _TOTAL.fullmatch(row_value(row, "title") or row_value(row, "no")):
        return RowSort.TOTAL
    if _filled(row).keys() <= _FIRST_CELLS and _NOTE.fullmatch(row_value(row, "title") or row_value(row, "no")):
        return RowSort.NOTE
    return RowSort.GROUP if _is_group(entry, place) else RowSort.TASK


def _is_head(entry: Table, row: TableRow) -> bool:
    """Whether every cell says again what its column is called, or only numbers the columns."""
    heads = {column.field: column.name for column in entry.columns}
    filled = _filled(row)
    again = len(filled) > 1 and all(_same(value, heads.get(field, "")) for field, value in filled.items())
    numbers = [re.fullmatch(r"\(?(\d{1,2})\)?", value.strip()) for value in filled.values()]
    counted = len(filled) > 2 and all(numbers) and len({n[1] for n in numbers if n}) == len(numbers)
    return again or counted


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W", "", fold(one)) == re.sub(r"\W", "", fold(other))


def _filled(row: TableRow) -> dict[str, str]:
    return {field: value for field, value in (row.model_extra or {}).items() if value.strip(" -–")}


def _is_group(entry: Table, place: int) -> bool:
    """Whether only the first cells are filled, and the number or what follows shows that others belong below.

    A row of a table with no further columns is a task: nothing tells it from a group.
    """
    row = entry.rows[place]
    filled = set(_filled(row))
    if filled and not filled <= _FIRST_CELLS and not row.merged:
        return _sums_up(entry, place)
    if not filled or row.merged:
        return False
    if not any(set(_filled(other)) - _FIRST_CELLS - {"detail"} for other in entry.rows):
        return False
    number = read_number(row)
    following = entry.rows[place + 1] if place + 1 < len(entry.rows) else None
    if following is None:
        return False
    if not number:
        title = row_value(row, "title") or row_value(row, "no")
        return title.isupper() or not row_value(row, "title") or _restarts(entry, place) or _is_bold(title)
    if number.isupper() and not number[0].isdigit():
        return True
    return _goes_below(number, following)


def _sums_up(entry: Table, place: int) -> bool:
    """Whether a row numbered *A* or *I* above rows of figures of another kind only sums up what these cost or count."""
    row, following = entry.rows[place], entry.rows[place + 1 : place + 2]
    number = read_number(row)
    if not number.isupper() or _SAYS_WHO & set(_filled(row)) or not following:
        return False
    below = read_number(following[0])
    return below[:1].isdigit() and bool(_SAYS_WHO & set(_filled(following[0])))


def _is_bold(title: str) -> bool:
    return title.startswith("**") and title.rstrip(" :.").endswith("**")


def _restarts(entry: Table, place: int) -> bool:
    """Whether the next numbered row after an unnumbered one begins at 1, or goes on where rows are numbered."""
    return bool(read_number(entry.rows[place + 1])) and "no" in {column.field for column in entry.columns}


def _goes_below(number: str, following: TableRow) -> bool:
    """Whether the row after the one with ``number`` is numbered below it: 1.1 or a) or a dash below 1."""
    after = read_number(following)
    if after.startswith(f"{number}."):
        return True
    if not after:
        return bool(re.match(r"\s*[-–+•]", row_value(following, "no") or row_value(following, "title")))
    return number[0].isdigit() and after in ("a", "1.1") and not number.endswith(".1")


def read_number(row: TableRow) -> str:
    """The printed number of a row: of its column, or with which its title begins."""
    own = row_value(row, "no").strip().strip("*")
    found = _NUMBER.fullmatch(own) if own else _IN_TITLE.match(row_value(row, "title").strip("*"))
    if found:
        return found["number"]
    leading = _IN_TITLE.match(own) if own else None
    return leading["number"] if leading else ""


# --- where a row belongs --------------------------------------------------------------


def _number_sort(number: str, opened: list[_Open], sort: RowSort | None) -> str:
    """The kind of a number; C after B is a letter, elsewhere a Roman numeral."""
    if not number:
        return "no number, group" if sort == RowSort.GROUP else "no number"
    if number[0].isdigit():
        return f"decimal {number.count('.')}"
    if number.islower():
        return "small letter"
    letter = next((one.row.number for one in reversed(opened) if one.sort == "letter"), "")
    if roman_value(number) and not (letter and ord(number[0]) - ord(letter[0]) == 1):
        return "roman"
    return "letter"


def _close(opened: list[_Open], number: str, kind: str, sort: RowSort) -> _Open | None:
    """The open row to which the next one belongs, after closing those that it does not belong to.

    As in the text, a kind of number that is open closes back to its level, and a new kind nests below;
    only 1.1 knows by itself what it belongs to. No group belongs to a task.
    """
    if "." in number:
        while opened and opened[-1].sort.startswith("decimal") and not number.startswith(f"{opened[-1].row.number}."):
            opened.pop()
    kinds = [one.sort for one in opened]
    if kind in kinds:
        del opened[kinds.index(kind) :]
    while sort == RowSort.GROUP and opened and opened[-1].row.sort == RowSort.TASK:
        opened.pop()
    return opened[-1] if opened else None


def _name(number: str, sort: RowSort | None, below: _Open | None, nth: int) -> str:
    """A row in an address: by its number, without what the row above says of it, or as the ``nth`` there."""
    if number:
        above = below.row.number if below else ""
        rest = number[len(above) + 1 :] if above and number.startswith(f"{above}.") else number
        return slug(rest).lstrip("0") or slug(rest)
    return f"nhom-{nth}" if sort is RowSort.GROUP else str(nth)
