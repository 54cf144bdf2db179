"""Automatic numbering of Word, as it is printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from corpus.intake.word.package import Element, W, child, number, switch, value
from corpus.intake.word.styles import Styles
from corpus.intake.word.symbols import from_symbol_font

_DEEPEST = 10  # definitions that lead to definitions
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        strict=True,
    )
)
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


@dataclass(frozen=True)
class Level:
    start: int
    form: str  # decimal, lowerLetter, upperRoman, bullet …
    text: str  # "%1.%2."; as it stands for a bullet
    restart: int | None  # number of the level that sets it back; 0 none does; None any above
    legal: bool  # every number in figures
    style: str | None


class Numbering:
    """Counts the paragraphs of one document, in order."""

    def __init__(self, root: Element | None, styles: Styles):
        self._styles = styles
        abstracts = () if root is None else root.iterfind(W + "abstractNum")
        self._abstracts = {one.get(W + "abstractNumId", ""): one for one in abstracts}
        self._numbers = {} if root is None else {one.get(W + "numId", ""): one for one in root.iterfind(W + "num")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)  # by abstract numbering and level
        self._begun: set[tuple[str, int]] = set()  # numberings whose own start has been used

    def label(self, properties: Element | None) -> str:
        """The number printed before a paragraph with ``properties`` (pPr), and counted; "" where there is none."""
        found = self._styles.paragraph_property(properties, "numPr")
        identity = value(found, "numId")
        if identity is None:
            identity = self._identity_of_style(properties)
        if not identity or identity == "0" or identity not in self._numbers:
            return ""
        levels = self._levels(identity)
        said = value(child(properties, "numPr"), "ilvl")
        depth = number(said) if said else self._level_of_style(properties, levels, value(found, "ilvl"))
        if depth not in levels:
            return ""
        self._count(identity, depth, levels)
        return self._print(self._abstract_id(identity), depth, levels)

    def _identity_of_style(self, properties: Element | None) -> str | None:
        """A paragraph may say only its level, and its style the numbering."""
        for style in self._styles.chain(value(properties, "pStyle"), "paragraph"):
            if identity := value(child(child(style, "pPr"), "numPr"), "numId"):
                return identity
        return None

    def _level_of_style(self, properties: Element | None, levels: dict[int, Level], said: str | None) -> int:
        names = [style.get(W + "styleId") for style in self._styles.chain(value(properties, "pStyle"), "paragraph")]
        linked = (depth for name in names for depth, level in levels.items() if name and level.style == name)
        return next(linked, number(said))

    def _abstract_id(self, identity: str) -> str:
        for _ in range(_DEEPEST):
            abstract = value(self._numbers.get(identity), "abstractNumId") or ""
            link = value(self._abstracts.get(abstract), "numStyleLink")
            style = next(self._styles.chain(link, "numbering"), None) if link else None
            further = value(child(child(style, "pPr"), "numPr"), "numId")
            if not further or further not in self._numbers:
                return abstract
            identity = further
        return abstract

    def _levels(self, identity: str) -> dict[int, Level]:
        levels = _read_levels(self._abstracts.get(self._abstract_id(identity)))
        for override in self._numbers[identity].iterfind(W + "lvlOverride"):
            depth = number(override.get(W + "ilvl"))
            own = child(override, "lvl")
            if own is not None:
                levels[depth] = _read_level(own)
        return levels

    def _count(self, identity: str, depth: int, levels: dict[int, Level]) -> None:
        counts = self._counts[self._abstract_id(identity)]
        start = self._own_start(identity, depth)
        if start is not None:
            counts[depth] = start
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for above in range(depth):
            if above in levels:
                counts.setdefault(above, levels[above].start)
        for below in [one for one in counts if one > depth]:
            limit = levels[below].restart if below in levels else None
            if limit is None or depth < limit:
                del counts[below]

    def _own_start(self, identity: str, depth: int) -> int | None:
        """The number with which the numbering ``identity`` says that it begins anew, once."""
        if (identity, depth) in self._begun:
            return None
        self._begun.add((identity, depth))
        for override in self._numbers[identity].iterfind(W + "lvlOverride"):
            if number(override.get(W + "ilvl")) == depth and (said := value(override, "startOverride")):
                return number(said)
        return None

    def _print(self, abstract: str, depth: int, levels: dict[int, Level]) -> str:
        level, counts = levels[depth], self._counts[abstract]
        if level.form == "bullet":
            return level.text

        def figure(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            form = "decimal" if level.legal and place != depth else levels[place].form if place in levels else "decimal"
            return format_number(counts.get(place, 1), form)

        return re.sub(r"%([1-9])", figure, level.text).strip()


def _read_levels(abstract: Element | None) -> dict[int, Level]:
    found = () if abstract is None else abstract.iterfind(W + "lvl")
    return {number(one.get(W + "ilvl")): _read_level(one) for one in found}


def _read_level(element: Element) -> Level:
    form, text = value(element, "numFmt") or "decimal", value(element, "lvlText") or ""
    if form == "bullet":
        fonts = child(child(element, "rPr"), "rFonts")
        text = from_symbol_font(text, "" if fonts is None else fonts.get(W + "ascii", ""))
    restart = value(element, "lvlRestart")
    return Level(
        start=number(value(element, "start"), 1),
        form=form,
        text=text,
        restart=None if restart is None else number(restart),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle"),
    )


def format_number(count: int, form: str) -> str:
    """``count`` as Word prints it in the form ``form`` (ST_NumberFormat); in figures where it is none of ours.

    >>> [format_number(4, form) for form in ("decimal", "lowerLetter", "upperRoman", "decimalZero")]
    ['4', 'd', 'IV', '04']
    >>> format_number(28, "upperLetter"), format_number(25, "vietnameseCounting")
    ('BB', 'hai mươi lăm')
    """
    return _FORMS.get(form, str)(count)


def _letters(count: int) -> str:
    """a to z, then aa, bb …"""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    printed = ""
    for worth, signs in _ROMAN:
        times, count = divmod(count, worth)
        printed += signs * times
    return printed


def _counted(count: int) -> str:
    """In words, up to 99."""
    if not 0 <= count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    if tens == 0:
        return "mười" if count == 10 else _WORDS[ones]
    first = "mười" if tens == 1 else f"{_WORDS[tens]} mươi"
    last = {0: "", 5: "lăm"}.get(ones, "mốt" if ones == 1 and tens > 1 else _WORDS[ones])
    return f"{first} {last}".strip()


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperRoman": _roman,
    "vietnameseCounting": _counted,
    "cardinalText": _counted,
}
