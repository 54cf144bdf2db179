"""Lists that Word numbers by itself, as the numbers of clauses printed in a plan ask for them."""

from __future__ import annotations

import re

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from corpus.evaluation.rendering.sheet import Text
from corpus.language.numerals import roman_value

_LETTERS = "abcdefghijklmnopqrstuvwxyz"  # of Word's lists: those that skip letters, as officials do, are typed
_FORMS = (
    (re.compile(r"^([IVXLC]+)\.$"), "upperRoman", "%1."),
    (re.compile(r"^(\d+)\.$"), "decimal", "%1."),
    (re.compile(r"^([a-z])\)$"), "lowerLetter", "%1)"),
    (re.compile(r"^([-+•])$"), "bullet", ""),
    (re.compile(r"^Điều (\d+)\.$"), "decimal", "Điều %1."),
)


def list_form(item: Text) -> tuple[str, int, str] | None:
    for pattern, form, printed in _FORMS:
        if found := pattern.match(item.marker):
            sign = found[1]
            if form == "bullet":
                return f"bullet {sign}", 1, sign
            count = int(sign) if sign.isdigit() else roman_value(sign) or _LETTERS.find(sign) + 1
            return (f"{form} {printed}", count, printed) if count else None
    return None


def add_list(document: WordDocument, key: str, start: int, printed: str) -> int:
    """A numbering of its own that begins at ``start``; its id."""
    root = document.part.numbering_part.element
    form = key.split()[0]
    identity = 1000 + len(root)
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(identity))
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, text in (("start", str(start)), ("numFmt", form), ("lvlText", printed)):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), text)
        level.append(element)
    abstract.append(level)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), str(identity))
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), str(identity))
    number.append(link)
    root.append(number)
    return identity


def apply_list(line: Paragraph, identity: int) -> None:
    properties = line._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = identity
