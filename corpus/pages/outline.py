"""The headings of a page: each with an address, a link to itself, and its place in the outline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

# Safe to read so: every text and attribute value on a page is escaped, and so holds no sign of a tag.
_HEADING = re.compile(r"<h([1-6])((?: [^<>]*)?)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_INNER = ' data-inner=""'  # a heading of one item in a list of many: no place in the outline
_LINK = Markup('<a class="headerlink" href="#{}" title="Liên kết tới mục này">#</a>')


@dataclass(frozen=True)
class Heading:
    """A heading of ``level`` 1 to 6 at ``#anchor``; ``name`` is its text, as text."""

    level: int
    anchor: str
    name: str


def finish_headings(html: str) -> tuple[Markup, tuple[Heading, ...]]:
    """``html`` with an address on each heading and a link behind it; and the headings in order."""
    headings: list[Heading] = []
    used = {match[1] for match in _ID.finditer(html)}

    def finish(match: re.Match[str]) -> str:
        level, attributes, inner = match.groups()
        if _INNER in attributes:
            return match[0].replace(_INNER, "", 1)
        name = Markup(inner).striptags()
        found = _ID.search(attributes)
        anchor = str(Markup(found[1]).unescape()) if found else _unique(_slug(name), used)
        id_attribute = "" if found else Markup(' id="{}"').format(anchor)
        headings.append(Heading(int(level), anchor, name))
        return f"<h{level}{id_attribute}{attributes}>{inner}{_LINK.format(anchor)}</h{level}>"

    return Markup(_HEADING.sub(finish, html)), tuple(headings)


def _slug(text: str) -> str:
    """An address as Markdown engines make it of a heading that is given none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _unique(wanted: str, used: set[str]) -> str:
    unique, count = wanted, 0
    while not unique or unique in used:
        count += 1
        unique = f"{wanted}_{count}"
    used.add(unique)
    return unique


def nest(headings: Iterable[Heading]) -> list[dict[str, object]]:
    """The outline as site engines take it: dicts of ``level``, ``id``, ``name`` (as HTML) and ``children``."""
    roots: list[dict[str, object]] = []
    open_headings: list[tuple[int, list[dict[str, object]]]] = [(0, roots)]
    for heading in headings:
        while open_headings[-1][0] >= heading.level:
            open_headings.pop()
        children: list[dict[str, object]] = []
        name = str(escape(heading.name))
        entry = {"level": heading.level, "id": heading.anchor, "name": name, "children": children}
        open_headings[-1][1].append(entry)
        open_headings.append((heading.level, children))
    return roots


def ids(html: str) -> Iterator[str]:
    """Every address on a page."""
    return (str(Markup(match[1]).unescape()) for match in _ID.finditer(html))
