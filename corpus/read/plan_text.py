"""The words of a plan's file as a plan; a function of these words alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.model import Plan
from corpus.problem import Problem
from corpus.read.clauses import parse_clauses
from corpus.read.pipe_tables import read_pipe_tables
from corpus.read.table_rows import read_tables, table_anchors
from corpus.read.validation import locate, validate
from corpus.schema import FrontMatter

FENCE = "---"
LONGEST_PASSAGE = 100_000  # characters; the longest known has 2,000


@dataclass(frozen=True)
class PlanText:
    """The words of the file ``where`` that is to hold the plan ``id``."""

    id: str
    where: str
    text: str

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    def parse(self) -> tuple[Plan | None, list[Problem]]:
        """The plan and the problems with it; None where the words are none."""
        problems: list[Problem] = []
        return _parse(self, problems), problems


def parse_plan(text: str, plan_id: str, where: str, problems: list[Problem]) -> Plan | None:
    """The plan whose file, at the path ``where``, holds ``text``; None where that is none, with the problems appended."""
    return _parse(PlanText(plan_id, where, text), problems)


def _parse(file: PlanText, problems: list[Problem]) -> Plan | None:
    where, parts = file.where, _split_front_matter(file.text)
    if parts is None:
        problems.append(
            Problem(where, 1, "phải bắt đầu bằng phần khai báo giữa hai dòng ---", file.text.split("\n")[0])
        )
        return None
    front, body, body_line = parts
    located = locate(front, 2, where, problems)
    meta = validate(FrontMatter, located, where, problems) if located else None
    if not (located and meta):
        return None
    written = read_pipe_tables(body, body_line, meta.tables, located.lines)
    if written.body != body:
        meta, located = meta.model_copy(update={"tables": list(written.tables)}), replace(located, lines=written.lines)
    clauses = parse_clauses(written.body, body_line, table_anchors(meta.tables))
    plan = Plan(file.id, where, meta, clauses, read_tables(meta.tables, located), located.lines, file.digest)
    if too_long := next((one for one in plan.passages if len(one.text) > LONGEST_PASSAGE), None):
        must = f"mỗi đoạn hoặc ô phải không quá {LONGEST_PASSAGE} ký tự"
        problems.append(Problem(where, too_long.line, must, f"{len(too_long.text)} ký tự"))
        return None
    return plan


def _split_front_matter(text: str) -> tuple[str, str, int] | None:
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return None
