"""Numbering that skips, repeats or runs backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.check.oddity import Oddity
from corpus.language.letters import LIST_LETTERS
from corpus.language.numerals import roman_value
from corpus.model import Clause, Plan
from corpus.vocabulary import Certainty, NoteKind

_NUMBERED = ("heading", "article", "clause", "point")
_LINE_NUMBER = re.compile(r"(?P<number>[IVX]+|\d{1,2})\.\s")


def find_numbering(plan: Plan) -> Iterator[Oddity]:
    """Each number that does not follow the one before it, among clauses of one kind under one parent."""
    goes_on = _going_on(plan)
    for parent in plan.walk():
        runs: dict[tuple[str, int, str], list[Clause]] = {}
        parted = False
        for child in parent.children:
            if not (child.number and child.kind in _NUMBERED):
                parted = True  # a line without a number may head the numbers below it, which then start again
                continue
            key = (child.kind, child.level, _sort(child.number))
            run = runs.setdefault(key, _begun_below(parent, child))
            if parted and run and _value(child.number) == 1:
                yield from _check_run(plan, run, goes_on)
                run.clear()
            run.append(child)
            parted = False
        for run in runs.values():
            yield from _check_run(plan, run, goes_on)
    yield from _find_row_numbers(plan)


def _find_row_numbers(plan: Plan) -> Iterator[Oddity]:
    """Numbers of the rows of each table; rows below one another may share a number printed once for all.

    Rows are numbered on through a table, or start again at 1 in each group.
    """
    for table in plan.tables:
        before, group = 0, ""
        for row in table.rows:
            cell = row.cell("no")
            if cell is None or cell.origin != row.anchor or not row.number.isdigit():
                continue
            number = int(row.number)
            if number not in (before, before + 1) and not (number == 1 and row.parent != group):
                problem = f"Số thứ tự của bảng nhảy từ {before} sang {number}."
                kind, certain = NoteKind.NUMBERING, Certainty.CERTAIN
                yield Oddity(plan.id, row.anchor, "no", cell.text, kind, problem, None, certain, cell.line)
            before, group = number, row.parent


def _going_on(plan: Plan) -> frozenset[str]:
    """The addresses of clauses that number on from the one printed before them, or from what they stand below, whatever
    level each is printed at: "### 3. …", then "4. …" as a clause; "b)" after a line without a number that parts it from "a)".
    """
    found: set[str] = set()
    before = ""
    for parent in plan.walk():
        found |= {child.anchor for child in parent.children if _numbers_on(parent.number, child)}
        found |= {parent.anchor} if _numbers_on(before, parent) else set()
        # "**I. ĐẶC ĐIỂM**" printed as a line is no heading, and yet the first of them.
        printed = _LINE_NUMBER.match(parent.text) if parent.kind == "paragraph" else None
        before = (
            printed["number"] if printed else parent.number if parent.kind in _NUMBERED and parent.number else before
        )
    return frozenset(found)


def _numbers_on(before: str, clause: Clause) -> bool:
    if not before or not clause.number or _sort(before) != _sort(clause.number):
        return False
    return (_value(before) or 0) + 1 == _value(clause.number)


def _begun_below(parent: Clause, clause: Clause) -> list[Clause]:
    """The clauses that number on to ``clause`` below the one beside it: 2.1 below 2, where a line parts it from 2.2."""
    above = clause.number.rpartition(".")[0]
    owner = next((other for other in parent.children if above and other.number == above), None)
    return [one for one in owner.children if one.number.startswith(f"{above}.")] if owner else []


def _sort(number: str) -> str:
    if number.isdigit() or "." in number:
        return f"number {number.rpartition('.')[0]}"
    return "roman" if number.isupper() and roman_value(number) else "letter"


def _value(number: str) -> int | None:
    """Place of ``number`` in its series, from 1; None for a letter that lists do not use."""
    last = number.split(".")[-1]
    if last.isdigit():
        return int(last)
    if number.isupper() and (value := roman_value(number)):
        return value
    place = LIST_LETTERS.find(number.lower()[:1])
    return place + 1 if place >= 0 else None


def _check_run(plan: Plan, run: list[Clause], goes_on: frozenset[str]) -> Iterator[Oddity]:
    before: Clause | None = None
    for clause in run:
        value, expected = _value(clause.number), (_value(before.number) or 0) + 1 if before else 1
        if value is None:
            yield _finding(plan, clause, f"“{clause.number}” không phải chữ cái dùng để đánh thứ tự.")
        elif value != expected and clause.anchor not in goes_on:
            yield _finding(plan, clause, _describe(before, clause, value, expected))
        before = clause


def _describe(before: Clause | None, clause: Clause, value: int, expected: int) -> str:
    if before is None:
        return f"Đánh số bắt đầu từ {clause.number}."
    if value == expected - 1:
        return f"Số {clause.number} được dùng hai lần."
    if value < expected:
        return f"Số {clause.number} đứng sau {before.number}, không đúng thứ tự."
    return f"Đánh số nhảy từ {before.number} sang {clause.number}."


def _finding(plan: Plan, clause: Clause, problem: str) -> Oddity:
    return Oddity(
        plan.id, clause.anchor, "text", clause.marker, NoteKind.NUMBERING, problem, None, Certainty.CERTAIN, clause.line
    )
