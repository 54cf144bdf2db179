"""Text that melted into the paragraph above it, because no blank line parts them in the plan's file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Plan
from corpus.problem import Problem

_STANDING = ("basis", "heading", "article", "clause", "point", "item", "paragraph")
_ENDED = re.compile(r"[.;:!?”]\W*$")


def check_melted(plan: Plan) -> Iterator[Problem]:
    """A warning for each line inside a paragraph that begins a sentence of its own."""
    for clause in plan.walk():
        lines = clause.text.split("\n") if clause.kind in _STANDING else []
        for at, (above, line) in enumerate(zip(lines, lines[1:], strict=False), 1):
            if line[:1].isupper() and _ENDED.search(above):
                must = "đoạn này dính vào đoạn ở trên: phải cách nhau một dòng trống"
                yield Problem(plan.path, clause.line + at, must, line, "warning")
