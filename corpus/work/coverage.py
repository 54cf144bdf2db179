"""How much of a plan's text that looks like an assignment became work, and the lines that did not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.bodies.address_lines import names_alone
from corpus.model import Clause, Duty, Plan, Report, Task
from corpus.work.text_tasks import read_text_tasks

# Words with which plans assign; "giao" also begins words that assign nothing.
_ASSIGNS = re.compile(
    r"\b(?:chủ trì|phối hợp|thời gian (?:thực hiện|hoàn thành)|thời hạn|(?:có|chịu) trách nhiệm"
    r"|(?<!bàn )(?<!chuyển )(?<!được )(?<!kết )giao(?!\s+(?:thông|dịch|tiếp|lưu|ban|diện|ước|nhận|lộ|thoa|quyền))"
    r"|(?<!theo )đề nghị)\b",
    re.IGNORECASE,
)
_TEXT = ("article", "clause", "point", "item", "paragraph")


@dataclass(frozen=True)
class Coverage:
    """Clauses of one plan that look like assignments: how many, and those that became no work."""

    looking: int
    missed: tuple[Clause, ...]


def measure_coverage(plan: Plan, tasks: Iterable[Task], duties: Iterable[Duty], reports: Iterable[Report]) -> Coverage:
    """What became of the clauses of ``plan`` that hold words of assigning; the rows of tables are not counted."""
    spent = {anchor for task in read_text_tasks(plan) for anchor in task.used}
    spent |= {work.anchor for found in (tasks, duties, reports) for work in found}
    spent |= {clause.anchor for parent in plan.walk() for clause in _said_below(parent, spent)}
    looking = [clause for clause in plan.walk() if clause.kind in _TEXT and _ASSIGNS.search(clause.text)]
    missed = (clause for clause in looking if not any(below.anchor in spent for below in clause.walk()))
    return Coverage(len(looking), tuple(missed))


def _said_below(parent: Clause, spent: Collection[str]) -> Iterator[Clause]:
    """The lines below ``parent`` that only name whom the work after them is for: *5. Đề nghị Hội Nông dân tỉnh*."""
    for line, after in pairwise(parent.children):
        if after.anchor in spent and after.kind in ("item", "point", "paragraph") and names_alone(line.text):
            yield line
