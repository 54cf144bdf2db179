"""One entry of a plan's front matter written anew; every other line stays as it is, comments included."""

from __future__ import annotations

import re
from typing import Any

from corpus.intake.draft.frontmatter import write_front_matter
from corpus.read.plan_text import FENCE

_KEY = re.compile(r"[\w\"'-][^:#]*:(?:\s|$)")


def write_entry(text: str, name: str, value: Any) -> str:
    """``text`` with ``value`` (plain data of the schema) as the entry ``name`` (none for an empty list)."""
    lines = text.split("\n")
    fence = lines.index(FENCE, 1)
    written = [] if value == [] else write_front_matter({name: value}).splitlines()
    start = next((at for at in range(1, fence) if lines[at].startswith(f"{name}:")), None)
    if start is None:
        return "\n".join([*lines[:fence], *written, *lines[fence:]])
    return "\n".join([*lines[:start], *written, *lines[_end(lines, start, fence) :]])


def _end(lines: list[str], start: int, fence: int) -> int:
    """Where the entry that begins at ``start`` ends: comments before the next one belong to that."""
    end = next((at for at in range(start + 1, fence) if _KEY.match(lines[at]) and lines[at][0] != "-"), fence)
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end
