"""Pictures of numbers: bars drawn by pygal, and beside each what it shows as a table.

Of the drawing stay shapes, words and the classes that the style sheet knows, so that it follows the reader's ground
and a strict Content-Security-Policy, and is the same in every build.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import lxml.etree
from markupsafe import Markup
from pygal import HorizontalStackedBar, StackedBar
from pygal.graph.graph import Graph
from pygal.style import Style

WIDTH = 288  # dots of the drawing, which is the room on the narrowest phone; the page shows it wider
LETTER = 11  # dots of a letter's height; its width is less
BETWEEN = 6  # dots between two names on a scale
ROW, FRAME = 24, 34  # dots of a row, and of what is above and below all rows
COLUMNS_HEIGHT = 240
LABEL = 22  # letters of a row's name
_STYLE = Style(font_family="Noto Sans", label_font_size=LETTER, major_label_font_size=LETTER)
_SVG = "{http://www.w3.org/2000/svg}"
_LEFT_OUT = ("style", "script", "desc", "title", "defs")
_NOT_DRAWN = {"text-overlay", "tooltip", "background"}
_CSS = {"axis", "x", "y", "guide"}
_KEPT = {"x", "y", "width", "height", "d", "transform", "viewBox"}


@dataclass(frozen=True)
class Series:
    """Numbers of one kind, one for each row; ``css`` is how they look: "" is room that shows nothing."""

    name: str
    css: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """``heads`` and ``rows`` are the numbers as a table; ``left_out`` is how many rows the picture does without.

    ``beyond`` is how many the table does without, so that the page stays light.
    """

    id: str
    caption: str
    picture: Markup
    legend: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0
    beyond: int = 0


def bars(labels: Sequence[str], series: Sequence[Series], marks: Sequence[tuple[float, str]], name: str) -> Markup:
    """A bar for each label, from top to bottom, of the numbers of ``series`` end to end; ``marks`` tell the scale.

    ``name`` is what a screen reader says; the rows themselves stand in the table.
    """
    drawing = HorizontalStackedBar(
        **_settings(len(labels) * ROW + FRAME), range=(marks[0][0], marks[-1][0]), show_y_guides=True
    )
    drawing.x_labels = [_short(label) for label in reversed(labels)]
    drawing.y_labels = [{"value": value, "label": label} for value, label in marks]
    for one in series:
        drawing.add(one.name, list(reversed(one.values)))
    return _clean(drawing, series, name)


def columns(labels: Sequence[str], series: Sequence[Series], name: str) -> Markup:
    """A column for each label, from left to right."""
    drawing = StackedBar(**_settings(COLUMNS_HEIGHT), show_x_guides=False)
    drawing.x_labels = list(labels)
    drawing.value_formatter = lambda value: f"{value:.0f}"
    for one in series:
        drawing.add(one.name, list(one.values))
    return _clean(drawing, series, name)


def _settings(height: int) -> dict[str, object]:
    return {
        **{"width": WIDTH, "height": height, "margin": 4, "margin_right": 14, "spacing": 4, "style": _STYLE},
        **{"js": (), "css": (), "show_legend": False, "print_values": False, "truncate_label": -1},
        **{"disable_xml_declaration": True, "rounded_bars": 0, "human_readable": False},
    }


def _clean(drawing: Graph, series: Sequence[Series], name: str) -> Markup:
    looks = {f"serie-{number}": one.css for number, one in enumerate(series)}
    root = lxml.etree.fromstring(drawing.render(is_unicode=True))
    lxml.etree.strip_tags(root, lxml.etree.Comment)
    lxml.etree.strip_elements(root, *(f"{_SVG}{tag}" for tag in _LEFT_OUT), with_tail=False)
    for element in list(root.iter(f"{_SVG}*")):
        css = (element.get("class") or "").split()
        look = next((looks[one] for one in css if one in looks), None)
        if look == "" or _NOT_DRAWN & set(css):
            element.getparent().remove(element)
            continue
        for attribute in set(element.attrib) - _KEPT:
            del element.attrib[attribute]
        if kept := look or " ".join(one for one in css if one in _CSS):
            element.set("class", kept)
    for group in [one for one in root.iter(f"{_SVG}g") if len(one) == 0]:
        group.getparent().remove(group)
    _thin(root)
    root.set("class", "chart")
    root.set("role", "img")
    root.set("aria-label", name)
    lxml.etree.cleanup_namespaces(root)
    return Markup(lxml.etree.tostring(root, encoding="unicode"))  # noqa: S704


def _thin(root: lxml.etree._Element) -> None:
    """Leave each second, third … of the names beneath a drawing, the fewest left out so that no two touch."""
    axis = next(one for one in root.iter(f"{_SVG}g") if "axis x" in (one.get("class") or ""))
    names = sorted(axis.iter(f"{_SVG}text"), key=lambda name: float(name.get("x", 0)))
    placed = [(float(name.get("x", 0)), 0.6 * LETTER * len(name.text or "")) for name in names]

    def apart(step: int) -> bool:
        kept = placed[::step]
        return all(b - a >= (wide + width) / 2 + BETWEEN for (a, wide), (b, width) in zip(kept, kept[1:], strict=False))

    step = next((step for step in range(1, len(names)) if apart(step)), len(names) or 1)
    for place, name in enumerate(names):
        if place % step:
            name.getparent().remove(name)


def _short(label: str) -> str:
    return textwrap.shorten(label, LABEL, placeholder="…")
