"""Labelled lines of the text, *Cơ quan chủ trì: …*, *Thời gian: …*, and the item above them that they speak of.

Where items stand side by side and each is followed by its own lines, each lines' item is the one before them; where
the lines stand once below several items, they speak of what heads these.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Clause
from corpus.work.labels import Label, opens_with_label, read_fields, tells_more

STANDING = ("heading", "clause", "point", "item", "paragraph")


def runs_of(parent: Clause) -> Iterator[tuple[Clause, tuple[Clause, ...]]]:
    """Each run of labelled lines among the children of ``parent`` that names who leads, with its item."""
    runs: list[tuple[list[Clause], list[Clause]]] = [([], [])]
    for child in parent.children:
        if is_line(child):
            runs[-1][1].append(child)
            continue
        if runs[-1][1]:
            runs.append(([], []))
        runs[-1][0].append(child)
    told = [place for place, (_, lines) in enumerate(runs) if any(_has(line, Label.LEAD) for line in lines)]
    for place in told:
        items, lines = runs[place]
        following = runs[place + 1][0][:1] if place + 1 < len(runs) else []
        yield _item_of(parent, items, lines, following, alone=len(told) == 1), tuple(lines)


def _item_of(parent: Clause, items: list[Clause], lines: list[Clause], following: list[Clause], alone: bool) -> Clause:
    """Whose lines these are: the item before them, or ``parent`` where they speak of all its items.

    Lines between items speak of the one before them. Where the ``following`` item goes on numbering what stands below
    that one, it is the last of these.
    """
    standing = [item for item in items if item.kind in STANDING and item.kind != "paragraph"]
    if not standing:
        return parent
    if not alone or following:
        below = standing[-1].children[-1:]
        goes_on = below and following and _is_numbered_below(following[0], standing[-1], below[0])
        return below[0] if goes_on else standing[-1]
    single = len(standing) == 1 and standing[0].number and lines[0].kind == "paragraph" and parent.level <= 2
    return standing[-1] if single else parent


def _is_numbered_below(clause: Clause, item: Clause, last: Clause) -> bool:
    """Whether ``clause`` goes on numbering after ``last``, which stands below ``item``: 2.2 after 2.1, b) after a)."""
    return clause.kind == last.kind != item.kind or clause.number.startswith(f"{item.number}.")


def last_item(clause: Clause) -> Clause:
    """The last numbered item of ``clause`` and what stands below it: what a line after it speaks of."""
    while clause.children and clause.children[-1].number:
        clause = clause.children[-1]
    return clause


def is_line(clause: Clause) -> bool:
    """Whether ``clause`` is nothing but labelled fields."""
    if clause.kind not in ("item", "paragraph", "clause", "point"):
        return False
    introduces = clause.text.rstrip().endswith(":")
    # "Phân công thực hiện:", then sentences that say what each is to do: no list of names.
    told = introduces and any(tells_more(child.text) for child in clause.children)
    return not told and opens_with_label(with_list(clause))


def _has(line: Clause, label: Label) -> bool:
    return any(field.label is label for field in read_fields(with_list(line)))


def with_list(clause: Clause) -> str:
    """A line with the items below it, where its value is a list of them."""
    if not clause.text.rstrip().endswith(":"):
        return clause.text
    return " ".join([clause.text, "; ".join(child.text.strip(" ;.") for child in clause.children)])
