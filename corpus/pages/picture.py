"""A picture of descent as SVG: one column per step from the central level down, every act a link.

Colours, fonts and line widths are classes of the style sheet, so that the picture follows the reader's
ground and a strict Content-Security-Policy; no style stands in the SVG.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import igraph
from markupsafe import Markup, escape

from corpus.language.letters import upfirst
from corpus.overview.lineage import Descent, order_layers
from corpus.vocabulary import Tier

# Lengths in pixels of the drawing.
BOX_WIDTH, BOX_HEIGHT = 216, 68
COLUMN, ROW = 286, 80
MARGIN, HEAD = 10, 34
LINE = 18
LINE_LETTERS = 30
BEND, CLOSER = 0.3, 0.6  # room of a bend, and how near rows come to each other, in rows
SWEEPS = 4  # of crossing reduction: on pictures of hundreds of acts 200 leave no fewer crossings


@dataclass(frozen=True)
class Node:
    """One act of the picture: up to three lines of label, the whole name, where it leads, and its level."""

    id: str
    lines: tuple[str, ...]
    name: str
    href: str
    tier: Tier | None
    css: str = ""


Point = tuple[float, float]


def draw(nodes: Iterable[Node], descents: Iterable[Descent], label: str) -> Markup:
    """The picture of ``nodes`` and the ``descents`` among them; ``label`` is its name for a screen reader."""
    nodes, descents = sorted(nodes, key=lambda node: node.id), list(descents)
    layers = order_layers([node.id for node in nodes], descents, {node.id: node.tier for node in nodes})
    places, bends = _arrange(layers, descents)
    width = MARGIN * 2 + COLUMN * max(layers.values(), default=0) + BOX_WIDTH
    height = MARGIN + HEAD + max((y for _, y in places.values()), default=0) + BOX_HEIGHT
    lines = [
        f'<path class="line {_line_css(one)}" d="{_curve(places, bends[index], one)}"/>'
        for index, one in enumerate(descents)
    ]
    boxes = [_box(node, places[node.id]) for node in nodes]
    return Markup(
        f'<svg class="descent" width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'role="group" aria-label="{escape(label)}">{_heads(nodes, layers)}{"".join(lines)}{"".join(boxes)}</svg>'
    )


def _arrange(layers: Mapping[str, int], descents: list[Descent]) -> tuple[dict[str, Point], list[list[Point]]]:
    """Upper left corner of each act's box, and the points through which each line bends round other boxes."""
    names, columns = list(layers), list(layers.values())
    steps: list[tuple[int, int]] = []
    numbers = {name: number for number, name in enumerate(names)}
    chains: list[list[int]] = []
    for descent in descents:
        chain = []
        for column in range(layers[descent.parent] + 1, layers[descent.child]):
            chain.append(len(columns))
            columns.append(column)
        ends = [numbers[descent.parent], *chain, numbers[descent.child]]
        steps += zip(ends, ends[1:], strict=False)
        chains.append(chain)
    # The igraph library takes columns as given and orders what stands in them so that few lines cross.
    graph = igraph.Graph(n=len(columns), edges=steps, directed=True)
    layout = graph.layout_sugiyama(layers=columns, hgap=1, vgap=1, maxiter=SWEEPS) if columns else []
    rows = _close_up([row for row, _ in layout[: len(columns)]], columns, len(names))
    corners = [(MARGIN + COLUMN * column, HEAD + ROW * row) for row, column in zip(rows, columns, strict=True)]
    return dict(zip(names, corners, strict=False)), [[corners[index] for index in chain] for chain in chains]


def _close_up(rows: list[float], columns: list[int], boxes: int) -> list[float]:
    """Rows moved together, from 0, in their order: a line passing through a column needs less room than a box.

    The first ``boxes`` are boxes, one row high; the others are bends of lines.
    """
    least = min(rows, default=0.0)
    free: dict[int, float] = {}
    placed = list(rows)
    for index in sorted(range(len(rows)), key=lambda index: (rows[index], index)):
        room = 1.0 if index < boxes else BEND
        middle = max((rows[index] - least) * CLOSER + 0.5, free.get(columns[index], 0.0) + room / 2)
        placed[index] = middle - 0.5
        free[columns[index]] = middle + room / 2
    return placed


def _curve(places: Mapping[str, Point], bends: list[Point], descent: Descent) -> str:
    """From the right side of the parent's box, through the bends, to the left side of the child's."""
    x, y = places[descent.parent]
    points = [(x + BOX_WIDTH, y + BOX_HEIGHT / 2)]
    for left, top in bends:
        points += [(left, top + BOX_HEIGHT / 2), (left + BOX_WIDTH, top + BOX_HEIGHT / 2)]
    x, y = places[descent.child]
    points.append((x, y + BOX_HEIGHT / 2))
    path = f"M{points[0][0]:.0f} {points[0][1]:.0f}"
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        middle = (x1 + x2) / 2
        path += f"C{middle:.0f} {y1:.0f} {middle:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    return path


def _line_css(descent: Descent) -> str:
    return str(descent.why[0])


def _box(node: Node, place: Point) -> str:
    x, y = place
    css = " ".join(part for part in ("act", str(node.tier or ""), node.css) if part)
    top = y + (BOX_HEIGHT - LINE * len(node.lines)) / 2 + LINE * 0.75
    texts = "".join(
        f'<text class="label-{number + 1}" x="{x + 10:.0f}" y="{top + LINE * number:.0f}">{escape(line)}</text>'
        for number, line in enumerate(node.lines)
    )
    return (
        f'<a class="{css}" href="{escape(node.href)}"><title>{escape(node.name)}</title>'
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}"/>{texts}</a>'
    )


def _heads(nodes: list[Node], layers: Mapping[str, int]) -> str:
    """The name of each level over its first column."""
    first: dict[Tier | None, int] = {}
    for node in nodes:
        first[node.tier] = min(layers[node.id], first.get(node.tier, layers[node.id]))
    return "".join(
        f'<text class="head" x="{MARGIN + COLUMN * column}" y="20">{escape(upfirst(tier.label if tier else "chưa rõ cơ quan"))}</text>'
        for tier, column in sorted(first.items(), key=lambda item: item[1])
    )


def wrap(text: str, lines: int, letters: int = LINE_LETTERS) -> tuple[str, ...]:
    """``text`` in at most so many lines of a box, cut after whole words; dots where more follows."""
    return tuple(textwrap.wrap(text, letters, max_lines=lines, placeholder="…", break_on_hyphens=False))
