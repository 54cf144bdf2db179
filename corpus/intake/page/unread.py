"""Ink at the beginning of a table's rows that no word covers: single figures, which Tesseract passes over."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from corpus.intake.page.picture import DPI, Picture
from corpus.intake.page.printed import Rule, Word

_DARK = 150  # of 255
_JOIN = 0.06  # inch between the signs of one number
_LOW, _HIGH = 0.05, 0.25  # inch: the height of a figure
_WIDE = 0.6  # inch: the widest number, "10.12."
_LEAST_INK = 12  # pixels
_SCALE = DPI / 72  # pixels of a point
_NEAR = 3.0  # points between the ink of a word and its box


def unread_openings(page: Picture, words: Sequence[Word], rules: Sequence[Rule]) -> list[Word]:
    """A word without text for each number that may stand unread in a cell with nothing to its left but its ruled line."""
    upright = [rule for rule in rules if not rule.level]
    if len(upright) < 2:
        return []
    found = []
    for left, top, right, bottom in _blots(page, words):
        word = Word("", left, top, right, bottom, bottom - top, confidence=0)
        if _begins_row(word, words, upright):
            found.append(word)
    return found


def _blots(page: Picture, words: Sequence[Word]) -> list[tuple[float, float, float, float]]:
    """Boxes of what is as high and wide as a number and covered by no word, in points."""
    ink = np.asarray(page < _DARK, np.uint8)
    for word in words:
        sides = (word.left - _NEAR, word.top - _NEAR, word.right + _NEAR, word.bottom + _NEAR)
        left, top, right, bottom = (max(0, round(side * _SCALE)) for side in sides)
        ink[top:bottom, left:right] = 0
    joined = cv2.dilate(ink, np.ones((1, round(_JOIN * DPI)), np.uint8))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(joined)
    blots = []
    for label, (left, top, width, height, _area) in enumerate(boxes[1:], 1):
        sized = _LOW * DPI <= height <= _HIGH * DPI and width <= _WIDE * DPI
        if sized and _inked(ink, labels, label, (left, top, width, height)) >= _LEAST_INK:
            blots.append((left / _SCALE, top / _SCALE, (left + width) / _SCALE, (top + height) / _SCALE))
    return blots


def _inked(ink: Picture, labels: np.ndarray, label: int, box: tuple[int, int, int, int]) -> int:
    left, top, width, height = box
    part = (slice(top, top + height), slice(left, left + width))
    return int(np.count_nonzero(ink[part][labels[part] == label]))


def _begins_row(word: Word, words: Sequence[Word], upright: Sequence[Rule]) -> bool:
    """Whether an upright line stands to the left and another to the right, and no word between the page's edge and it."""
    lines = [rule for rule in upright if rule.top <= word.height <= rule.bottom]
    enclosed = any(rule.right <= word.left for rule in lines) and any(rule.left >= word.right for rule in lines)
    return enclosed and not any(one.left < word.left and one.top < word.height < one.bottom for one in words)
