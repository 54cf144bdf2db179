"""Accounts of a restored text: every line of the scan used once, every passage of the plan from somewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.model import Mark, PassagePlace, Plan
from corpus.problem import Problem, Severity
from corpus.prove.reading import column_heads
from corpus.read.corpus_files import RegisterFile
from corpus.schema import AbsentPassage, LinePart, PassageRegister, RestoredPassage
from corpus.strict_yaml import KeyPath

CLAUSE_TEXT = "text"  # field of a passage that is no cell of a table
_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # a seal of digits alone would be a number in YAML


@dataclass(frozen=True)
class Shown:
    """What a reader sees at one address; ``line`` is its line in the plan's file."""

    text: str
    marks: tuple[Mark, ...]
    line: int


def show_passages(plan: Plan) -> dict[PassagePlace, Shown]:
    """What a reader sees at each address, in order; numbering included."""
    shown: dict[PassagePlace, Shown] = {}
    for clause in plan.walk():
        if clause.anchor in plan.table:
            table = plan.table[clause.anchor]
            shown |= {(table.anchor, name): Shown(title, (), line) for name, title, line in column_heads(plan, table)}
            for row in table.rows:
                shown |= {(row.anchor, cell.field): Shown(cell.text, cell.marks, cell.line) for cell in row.printed}
        elif clause.text or clause.marker:
            lead = f"{clause.marker} " if clause.marker else ""
            marks = tuple(Mark(m.start + len(lead), m.end + len(lead), m.kind) for m in clause.marks)
            shown[clause.anchor, CLAUSE_TEXT] = Shown(lead + clause.text, marks, clause.line)
    return shown


def parts_of(lines: Iterable[int | str | LinePart]) -> Iterator[tuple[int, str | None]]:
    """(line, part of it or None for the whole), in reading order."""
    for item in lines:
        if isinstance(item, LinePart):
            yield item.line, item.text
        elif isinstance(item, str):
            first, last = map(int, item.split("-"))
            yield from ((line, None) for line in range(first, last + 1))
        else:
            yield item, None


def check_lines(register: RegisterFile[PassageRegister], raw: list[str], path: str, plan: Plan) -> Iterator[Problem]:
    """Every line of the scan must be accounted for once: whole, or in parts that together are the line."""
    source = f"plans/sources/{plan.meta.source.file}"
    rest = {number: line for number, line in enumerate(raw, 1) if line.strip()}
    for sort in ("passages", "noise"):
        for index, entry in enumerate(getattr(register.record, sort)):
            where = register.lines.get((sort, index), 1)
            for line, part in parts_of(entry.lines):
                if part is None and line <= len(raw) and not raw[line - 1].strip():
                    continue
                left = rest.get(line, "")
                if not left or (left != raw[line - 1] if part is None else part not in left):
                    must = f"chữ này phải có ở {source}:{line} và chưa được ghép vào đoạn nào khác"
                    yield Problem(path, where, must, part or f"dòng {line}")
                else:
                    rest[line] = "" if part is None else left.replace(part, "", 1).strip()
    for line, left in rest.items():
        if left:
            yield Problem(path, 1, f"mọi chữ của {source}:{line} phải được ghép với một đoạn hoặc ghi vào noise", left)


def check_passages(
    register: RegisterFile[PassageRegister], shown: dict[PassagePlace, Shown], path: str, plan: Plan
) -> Iterator[Problem]:
    """Every passage of the plan must come from somewhere, once, in the order of the text."""
    order = {key: place for place, key in enumerate(shown)}
    seen: set[PassagePlace] = set()
    last = -1
    for key, where, ordered in _paired(register):
        name = " ".join(key)
        if key not in shown:
            yield Problem(path, where, f"đoạn phải có trong {plan.path}", name)
            continue
        if key in seen:
            yield Problem(path, where, "mỗi đoạn chỉ được ghép một lần", name)
        elif ordered and order[key] < last:
            yield Problem(path, where, "các đoạn phải theo thứ tự của văn bản", name)
        elif ordered:
            last = order[key]
        seen.add(key)
    for key, here in shown.items():
        if key not in seen:
            must = f"đoạn {' '.join(key)} phải có bản gốc ghi trong {path}, hoặc lý do ghi trong absent"
            yield Problem(plan.path, here.line, must, here.text)


def seal(texts: Iterable[Shown]) -> str:
    """Eight letters that change with any letter, or any uncertain mark, of the passages shown."""
    parts = [f"{t.text}{[(m.start, m.end) for m in t.marks if m.kind == 'uncertain']}" for t in texts]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8].translate(_LETTERS)


def entries_with_keys(
    register: RegisterFile[PassageRegister],
) -> Iterator[tuple[KeyPath, RestoredPassage | AbsentPassage, list[PassagePlace]]]:
    """Each entry that speaks of passages: its path in the register, itself, and the passages' keys."""
    for index, entry in enumerate(register.record.passages):
        yield ("passages", index), entry, [(anchor, entry.cell or CLAUSE_TEXT) for anchor in (entry.at, *entry.also)]
    for index, missing in enumerate(register.record.absent):
        yield ("absent", index), missing, [(missing.at, missing.cell or CLAUSE_TEXT)]


def check_reviewed(
    register: RegisterFile[PassageRegister], shown: dict[PassagePlace, Shown], raw: list[str], plan: Plan
) -> Iterator[Problem]:
    """A restored passage must be as it was when a person last compared it with the scan."""
    for _, entry, keys in entries_with_keys(register):
        here = [shown[key] for key in keys if key in shown]
        if not here or entry.reviewed == seal(here):
            continue
        # Of cells that were printed as one, the one that differs from the others was changed.
        texts = [one.text for one in here]
        odd = min(here, key=lambda one: texts.count(one.text))
        where = _raw_reading(entry, raw, f"plans/sources/{plan.meta.source.file}")
        severity: Severity = "warning" if entry.reviewed is None else "error"
        if entry.reviewed is None:
            must = f"đoạn phục dựng phải được soát với bản quét ({where})"
        else:
            must = f"chữ đã soát với bản quét không được sửa; soát lại rồi ghi reviewed: {seal(here)} ({where})"
        yield Problem(plan.path, odd.line, must, odd.text, severity)


def _raw_reading(entry: RestoredPassage | AbsentPassage, raw: list[str], source: str) -> str:
    """Where the scan carries the passage of ``entry`` and what stands there."""
    if isinstance(entry, AbsentPassage):
        return f"{source} không mang chữ này"
    parts = [(line, text) for line, text in parts_of(entry.lines) if line <= len(raw)]
    reading = " ".join(" ".join(raw[line - 1] if text is None else text for line, text in parts).split())
    return f"{source}:{parts[0][0] if parts else 1}: '{reading}'"


def _paired(register: RegisterFile[PassageRegister]) -> Iterator[tuple[PassagePlace, int, bool]]:
    """Each passage that the register names: its key, its line, whether it must keep the order of the text."""
    for path, _, keys in entries_with_keys(register):
        where = register.lines.get(path, 1)
        yield keys[0], where, path[0] == "passages"
        yield from ((key, where, False) for key in keys[1:])
