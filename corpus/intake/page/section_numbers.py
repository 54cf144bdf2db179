"""Numbers that open a line or stand alone in a cell of a scan, made ready to be recognised once more by themselves.

Among words of a language Tesseract reads *II.* as *I.*, *III* as *H* or *Hịi*. Alone, in one strip, with no letters
allowed but those of numbers, it reads most of them right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from corpus.intake.page.picture import Picture
from corpus.intake.page.printed import Word
from corpus.language.numerals import roman_value

LETTERS = "IVXlABC0123456789.)"
_SHAPE = re.compile(r"[IVXLHTlỊịiíĨ|!“”\"'‘’\d]{1,5}[.,:)]?")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}|[ABC]")
_SETTLED = 50  # confidence of what was read twice and differently: kept, and to be looked at
_SURE = 70  # confidence from which a digit is no Roman number
PAD = (25, 10)  # pixels around a box, to its left and elsewhere, in which the rest of a number may stand
_APART = 50  # pixels of paper between two numbers of the strip
_MARGIN = 60

Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def opening_numbers(words: Sequence[Word]) -> list[int]:
    """Places in ``words`` of what may be a number and has nothing to its left."""
    shaped = [at for at, word in enumerate(words) if not word.text or _SHAPE.fullmatch(word.text)]
    return [at for at in shaped if not any(_stands_before(other, words[at]) for other in words)]


def _stands_before(other: Word, word: Word) -> bool:
    return other.left < word.left and other.top < word.height < other.bottom


def strip_of(
    picture: Picture, boxes: Sequence[Box], pad: tuple[int, int] = PAD
) -> tuple[Picture, list[tuple[int, int]]]:
    """What stands in ``boxes``, each below the other on white paper, and from where to where."""
    before, around = pad
    pieces = [
        picture[max(0, top - around) : bottom + around, max(0, left - before) : right + around]
        for left, top, right, bottom in boxes
    ]
    height = sum(piece.shape[0] + _APART for piece in pieces) + _APART
    strip = np.full((height, max(piece.shape[1] for piece in pieces) + 2 * _MARGIN), 255, np.uint8)
    bands, top = [], _APART
    for piece in pieces:
        strip[top : top + piece.shape[0], _MARGIN : _MARGIN + piece.shape[1]] = piece
        bands.append((top, top + piece.shape[0]))
        top += piece.shape[0] + _APART
    return strip, bands


def settle(word: Word, again: str) -> Word:
    """``word`` with the number that ``again`` shows, where that is one and the first reading was none or unsure.

    A word without text, which was not read before, may be any number.

    >>> sure, unsure = Word("1.", 0, 0, 9, 9, 9, confidence=96), Word("H", 0, 0, 9, 9, 9, confidence=84)
    >>> settle(sure, "Il.").text, settle(unsure, "Il").text
    ('1.', 'II')
    """
    number = again.rstrip(".)").replace("l", "I")
    if not word.text:
        known = _NUMBER.fullmatch(number) or roman_value(number)
        return replace(word, text=again.replace("l", "I"), confidence=_SETTLED) if known else word
    if not _speaks_for(number, word):
        return word
    sign = word.text[-1] if word.text[-1] in ".)" else "." if again.endswith(".") or word.text[-1] in ",:" else ""
    return replace(word, text=number + sign, confidence=_SETTLED)


def _speaks_for(number: str, word: Word) -> bool:
    """Whether the second reading is the better one: of two Roman numbers the longer, for strokes are lost, not added."""
    first = word.text.rstrip(".,:)")
    if "." in number and number.replace(".", "") == first:
        return True
    if not roman_value(number) or (roman_value(first) and len(number) < len(first)):
        return False
    return not first.isdigit() or (word.confidence or 0) < _SURE
