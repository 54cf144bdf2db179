"""A scanned page as a picture: straightened, its ruled lines found, its words made ready to be recognised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.intake.page.printed import Rule

Picture = NDArray[np.uint8]
DPI = 300  # at which pages are looked at: Tesseract was taught on letters of about that size
_DARK = 150  # of 255
_SPECK = 3  # pixels at 200 dpi; the dot of an i has nine
_MOST_TURNED = 5.0  # degrees; a page lying on its side is turned by Tesseract's own sense of direction
_STEPS = (0.5, 0.1)  # degrees, coarse and fine
_SMALL = 800  # pixels of the width on which the angle is looked for
_LINE = 0.35  # inch: a shorter stroke is part of a letter
_THICK = 0.06  # inch: a thicker one is a bar or a stamp
_PIECE = 0.17  # inch: longer than any stroke of a letter
_GAP = 0.1  # inch that a line may be broken


@dataclass(frozen=True)
class Straight:
    """``grey``: the page, upright; ``clean``: without its ruled lines; ``rules`` in points."""

    grey: Picture
    clean: Picture
    rules: tuple[Rule, ...]
    turned: float  # degrees by which it was turned back


def prepare(grey: Picture, dpi: int) -> Picture:
    """A page scanned at ``dpi`` at ``DPI``: without single specks, which make Tesseract see signs, and softened."""
    _, labels, counts, _ = cv2.connectedComponentsWithStats(np.asarray(grey < _DARK, np.uint8))
    specks = counts[:, cv2.CC_STAT_AREA] <= _SPECK * (dpi / 200) ** 2
    specks[0] = False
    paper = grey.copy()
    paper[specks[labels]] = 255
    soft = cv2.GaussianBlur(paper, (3, 3), 0.7)
    factor = DPI / dpi
    return np.asarray(cv2.resize(soft, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC), np.uint8)


def straighten(grey: Picture, dpi: int) -> Straight:
    """A page turned level, its ruled lines found and wiped out."""
    angle = _skew(grey)
    height, width = grey.shape
    if angle:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        grey = np.asarray(
            cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,)), np.uint8
        )
    ink = _ink(grey)
    lines = [*_lines(ink, dpi, level=True), *_lines(ink, dpi, level=False)]
    clean = grey.copy()
    for left, top, right, bottom in lines:
        clean[max(0, top - 2) : bottom + 3, max(0, left - 2) : right + 3] = 255
    scale = 72 / dpi
    rules = (Rule(left * scale, top * scale, right * scale, bottom * scale) for left, top, right, bottom in lines)
    return Straight(grey, clean, tuple(rules), angle)


def _ink(grey: Picture) -> Picture:
    """Ink as 255, paper as 0, each place judged by its surroundings; single specks are paper."""
    soft = cv2.medianBlur(grey, 3)
    return np.asarray(
        cv2.adaptiveThreshold(soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 15), np.uint8
    )


def _skew(grey: Picture) -> float:
    """Degrees by which the page must be turned so that its lines of text lie level."""
    scale = _SMALL / grey.shape[1]
    small = cv2.resize(_ink(grey), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    best = 0.0
    for step, reach in ((_STEPS[0], _MOST_TURNED), (_STEPS[1], _STEPS[0])):
        angles = [best + step * place for place in range(-round(reach / step), round(reach / step) + 1)]
        best = max(angles, key=lambda angle: (_contrast(small, angle), -abs(angle)))
    return best if abs(best) >= _STEPS[1] else 0.0


def _contrast(ink: NDArray[np.generic], angle: float) -> float:
    """How sharply rows of ink change from one to the next: most where text lies level."""
    height, width = ink.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    rows = np.asarray(cv2.warpAffine(np.asarray(ink, np.uint8), turn, (width, height)), np.float64).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())


def _lines(ink: Picture, dpi: int, level: bool) -> Iterator[tuple[int, int, int, int]]:
    """Boxes of straight strokes: left, top, right, bottom in pixels."""
    length, piece, gap = (int(inches * dpi) for inches in (_LINE, _PIECE, _GAP))
    pieces = cv2.morphologyEx(ink, cv2.MORPH_OPEN, _bar(piece, 1, level))
    strokes = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, _bar(gap, 3, level))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(strokes)
    for left, top, width, height, _area in boxes[1:]:
        thick, long = (height, width) if level else (width, height)
        if long >= length and thick <= _THICK * dpi:
            yield int(left), int(top), int(left + width), int(top + height)


def _bar(long: int, wide: int, level: bool) -> Picture:
    return np.ones((wide, long) if level else (long, wide), np.uint8)
