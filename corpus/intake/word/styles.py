"""How the runs and paragraphs of a document of Word look, styles included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.intake.word.package import Element, W, child, number, switch, value

_LONGEST_CHAIN = 20  # styles based on styles; a ring would have no end


@dataclass(frozen=True)
class Look:
    """Of one run; ``size`` in points, None where nothing says it."""

    bold: bool
    italic: bool
    capitals: bool
    hidden: bool
    size: float | None
    font: str


class Styles:
    def __init__(self, root: Element | None):
        styles = () if root is None else root.iterfind(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in styles}
        self._usual = {
            style.get(W + "type", ""): identity
            for identity, style in self._styles.items()
            if style.get(W + "default") in ("1", "true", "on")
        }
        defaults = child(root, "docDefaults")
        self._run_defaults = child(child(defaults, "rPrDefault"), "rPr")

    def chain(self, identity: str | None, kind: str) -> Iterator[Element]:
        """The style ``identity`` (or the usual one of its kind) and those that it is based on, nearest first."""
        name = identity if identity in self._styles else self._usual.get(kind)
        for _ in range(_LONGEST_CHAIN):
            if name is None or name not in self._styles:
                return
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")

    def paragraph_property(self, properties: Element | None, name: str) -> Element | None:
        """The property ``name`` of a paragraph with ``properties`` (its pPr): its own or its style's."""
        own = child(properties, name)
        if own is not None:
            return own
        for style in self.chain(value(properties, "pStyle"), "paragraph"):
            if (found := child(child(style, "pPr"), name)) is not None:
                return found
        return None

    def heading(self, properties: Element | None) -> int:
        """Level in the outline, 1 to 9; 0 for text."""
        level = self.paragraph_property(properties, "outlineLvl")
        depth = 9 if level is None else number(level.get(W + "val"), 9)
        return depth + 1 if depth < 9 else 0

    def look(self, paragraph: Element | None, run: Element | None) -> Look:
        """Of a run with ``run`` (rPr) in a paragraph with ``paragraph`` (pPr)."""
        layers = [
            [child(style, "rPr") for style in self.chain(value(paragraph, "pStyle"), "paragraph")],
            [child(style, "rPr") for style in self.chain(value(run, "rStyle"), "character")],
        ]
        nearest = [run, *layers[1], *layers[0], self._run_defaults]
        size = next((one for place in nearest if (one := value(place, "sz"))), None)
        return Look(
            bold=self._toggle("b", run, layers),
            italic=self._toggle("i", run, layers),
            capitals=self._toggle("caps", run, layers),
            hidden=self._toggle("vanish", run, layers),
            size=number(size) / 2 if size else None,
            font=_font(nearest),
        )

    def _toggle(self, name: str, run: Element | None, layers: list[list[Element | None]]) -> bool:
        """What styles of two kinds both switch on is off again (ISO 29500-1, 17.7.3); the run's own word is last."""
        own = switch(run, name)
        if own is not None:
            return own
        said = [next((on for one in layer if (on := switch(one, name)) is not None), False) for layer in layers]
        return said[0] != said[1] if any(said) else bool(switch(self._run_defaults, name))


def _font(nearest: list[Element | None]) -> str:
    for place in nearest:
        fonts = child(place, "rFonts")
        name = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
        if name:
            return str(name)
    return ""
