"""How much of a plan a draft of it has right: fields, clauses, cells of tables, and the work that is read of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from corpus.link import PlanRecord, Registers, link_plan
from corpus.model import Plan
from corpus.schema import FrontMatter

_FIELDS = ("title", "number", "symbol", "form", "issued", "issuer", "level", "place", "year", "signer", "recipients")
# What a plan of the corpus may declare and print nowhere, so that no draft can know it.
_PRINTED_AS = {"signer": "signature", "recipients": "recipient"}
_CLAUSES = ("heading", "article", "clause", "point", "item", "basis", "paragraph")
_COMMON = ("no", "title", "detail", "lead", "coordinating", "time", "product")


@dataclass
class DraftMeasured:
    """Of each sort of thing, how many there are and how many the draft has right; ``wrong`` tells those it has not."""

    wanted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, sort: str, is_right: bool, told: str) -> None:
        self.wanted[sort] += 1
        self.right[sort] += is_right
        if not is_right:
            self.wrong.append(f"{sort}: {told}")

    def add_all(self, other: DraftMeasured) -> None:
        for mine, theirs in ((self.wanted, other.wanted), (self.right, other.right), (self.extra, other.extra)):
            mine.update(theirs)
        self.wrong.extend(other.wrong)

    def shares(self) -> Iterator[tuple[str, int, int, int]]:
        """Each sort with how many are right, how many there are, and how many the draft has besides."""
        for sort in self.wanted:
            yield sort, self.right[sort], self.wanted[sort], self.extra[sort]


def measure_draft(plan: Plan, draft: Plan | None, registers: Registers) -> DraftMeasured:
    """``draft`` beside the ``plan`` that it is a draft of; None: nothing is right."""
    measured = DraftMeasured()
    _compare_fields(plan, draft, measured)
    _compare_clauses(list(_clauses(plan)), list(_clauses(draft)) if draft else [], measured)
    _compare("cells", _cells(plan), _cells(draft) if draft else (), measured)
    records = link_plan(plan, registers), link_plan(draft, registers) if draft else None
    for sort, read in _WORK.items():
        _compare(sort, read(records[0]), read(records[1]) if records[1] else (), measured)
    return measured


def _compare_fields(plan: Plan, draft: Plan | None, measured: DraftMeasured) -> None:
    printed = {clause.kind for clause in plan.walk()}
    for name in _FIELDS:
        if name not in _PRINTED_AS or _PRINTED_AS[name] in printed:
            wanted, found = _field(plan.meta, name), _field(draft.meta, name) if draft else None
            measured.add("fields", wanted == found, f"{name} {wanted!r}: {found!r}")


def _field(meta: FrontMatter, name: str) -> object:
    value = getattr(meta, name)
    return _words(value).lower().rstrip(".") if name == "title" else value


def _compare(sort: str, wanted: Iterable[object], found: Iterable[object], measured: DraftMeasured) -> None:
    there = Counter(found)
    for one in wanted:
        measured.add(sort, there[one] > 0, str(one)[:200])
        there[one] -= 1
    measured.extra[sort] += sum(count for count in there.values() if count > 0)


@dataclass(frozen=True)
class _Placed:
    """A clause as printed, number and words, with the number of what it stands ``below``.

    ``behind`` is the last number printed before an unnumbered paragraph: print alone does not say whether it belongs to
    that clause or to what holds it.
    """

    printed: str
    below: str
    behind: str


def _compare_clauses(wanted: list[_Placed], found: list[_Placed], measured: DraftMeasured) -> None:
    """Words and number of each clause with its place; where print leaves the place open, it is counted by itself."""
    _compare("clauses", map(_sure, wanted), map(_sure, found), measured)
    left = [one for one in found if one.behind]
    for one in wanted:
        if one.behind and (same := next((other for other in left if other.printed == one.printed), None)):
            left.remove(same)
            measured.add("open places", same.below == one.below, f"{one.printed[:80]} {one.below!r}: {same.below!r}")


def _sure(clause: _Placed) -> tuple[str, str]:
    return clause.printed, clause.behind or clause.below


def _clauses(plan: Plan) -> Iterator[_Placed]:
    above, behind = plan.ancestors, ""
    for clause in plan.walk():
        if clause.kind in _CLAUSES and clause.text:
            outer = next((one.number for one in reversed(above[clause.anchor]) if one.number and one is not clause), "")
            open_place = not clause.number and clause.kind == "paragraph"
            yield _Placed(_words(f"{clause.marker} {clause.text}"), outer, behind if open_place else "")
            behind = clause.number or behind


def _cells(plan: Plan) -> Iterator[tuple[str, ...]]:
    """Place, column and words of each cell; a column that has no common field by its printed name."""
    for table in plan.tables:
        names = {
            column.field: column.field if column.field in _COMMON else _words(column.name) for column in table.columns
        }
        for row in table.rows:
            yield from ((row.anchor, names.get(cell.field, cell.field), _words(cell.text)) for cell in row.cells)


def _words(text: str) -> str:
    return " ".join(text.split())


_WORK: dict[str, Callable[[PlanRecord], Iterable[object]]] = {
    "tasks": lambda record: [
        (_words(one.title), _words(one.lead_text), _words(one.coordinating_text), one.when.text, one.product)
        for one in record.tasks
    ],
    "duties": lambda record: [(_words(one.text), one.printed_name) for one in record.duties],
    "reports": lambda record: [(_words(one.text), one.agencies, one.to) for one in record.reports],
}
