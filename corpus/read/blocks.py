"""The body of a plan as blocks: headings, and runs of text with the marker that each starts with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TABLE_SIGN = "<!-- table -->"
SECTIONS_END = "---"

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_HEADING_NUMBER = re.compile(
    r"(?P<marker>(?:(?:Phần|Chương|Mục|Điều)\s+)?(?P<number>[IVXLC]+|\d+(?:\.\d+)*|[A-ZĐ])(?:[.):/]|\s?[-–](?=\s)|(?<=\d)(?=\s)))\s*(?P<text>.*)",
    re.DOTALL,
)
_MARKERS = (
    ("article", re.compile(r"(?:\*\*)?(?P<marker>Điều\s+(?P<number>\d+[a-zđ]?)[.:])(?:\*\*)?\s*")),
    ("clause", re.compile(r"(?P<marker>(?P<number>\d{1,2}(?:\.\d{1,2})*)\.)\s+")),
    ("clause", re.compile(r"(?P<marker>(?P<number>\d{1,2}(?:\.\d{1,2})+))\s+")),
    ("clause)", re.compile(r"(?P<marker>(?P<number>\d{1,2})\))\s+")),
    ("clause/", re.compile(r"(?P<marker>(?P<number>\d{1,2}(?:\.\d{1,2})*)/)\s+(?=[^\W\d_])")),
    ("clause-", re.compile(r"(?P<marker>(?P<number>\d{1,2}(?:\.\d{1,2})*)[-–])\s+(?=[^\W\d_])")),
    ("(clause)", re.compile(r"(?P<marker>\((?P<number>\d{1,2})\))\s+")),
    ("(point)", re.compile(r"(?P<marker>\((?P<number>[a-zđ])\))\s+")),
    ("point", re.compile(r"(?P<marker>(?P<number>[a-zđ])\))\s*")),
    ("point.", re.compile(r"(?P<marker>(?P<number>[a-zđ])\.)\s+")),
    ("item", re.compile(r"(?P<marker>[-–—])(?P<number>)\s+")),
    ("item+", re.compile(r"(?P<marker>\+)(?P<number>)\s*")),
    ("item*", re.compile(r"(?P<marker>[•*·◦▪●○■➢✓])(?P<number>)\s+")),
)


@dataclass(frozen=True)
class Block:
    """A block of the body: a heading (level 1 to 6), or text with the marker it starts with."""

    line: int
    text: str
    level: int = 0
    sort: str = ""
    marker: str = ""
    number: str = ""
    indented: bool = False


def split_blocks(body: str, first_line: int = 1) -> Iterator[Block]:
    """The blocks of ``body``; a line that starts with a marker starts a block of its own."""
    waiting: list[str] = []
    start = first_line
    for line_number, line in enumerate([*body.split("\n"), ""], first_line):
        heading = _HEADING.match(line)
        stripped = line.strip()
        breaks = not stripped or heading or stripped in (TABLE_SIGN, SECTIONS_END) or _marker(stripped)[0]
        if breaks and waiting:
            yield _block(waiting, start)
            waiting = []
        if heading:
            yield _heading_block(line_number, len(heading[1]), heading[2].strip())
        elif stripped in (TABLE_SIGN, SECTIONS_END):
            yield Block(line_number, "", sort=stripped)
        elif stripped:
            if not waiting:
                start = line_number
            waiting.append(line)


def _marker(line: str) -> tuple[str, re.Match[str] | None]:
    """The marker that ``line`` starts with and its sort; that of a line set in bold stands within the signs."""
    bold = line.startswith("**") and not line.startswith("***")
    for sort, pattern in _MARKERS:
        if found := pattern.match(line) or (pattern.match(line, 2) if bold and _is_bold(line) else None):
            return sort, found
    return "", None


def _is_bold(line: str) -> bool:
    """Whether all of ``line`` is set in bold, but for the sign that ends it."""
    return line.rstrip(" :.;").endswith("**") and line.count("**") == 2


def _block(lines: list[str], line: int) -> Block:
    text = "\n".join(part.strip() for part in lines)
    indented = lines[0].startswith("  ")
    sort, found = _marker(text)
    if not found:
        return Block(line, text, indented=indented)
    rest = text[found.end() :]
    if found.start():
        rest = f"**{rest}"
    return Block(line, rest, 0, sort, found["marker"], found["number"], indented)


def _heading_block(line: int, level: int, text: str) -> Block:
    found = _HEADING_NUMBER.match(text) if level > 1 else None
    if not found:
        return Block(line, text, level)
    return Block(line, found["text"], level, "", found["marker"], found["number"])
