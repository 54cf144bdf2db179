"""Bold letters of a scan, by how thick their strokes are beside those of the rest of the page."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from corpus.intake.page.picture import Picture

Box = tuple[int, ...]  # left, top, width, height in pixels
_HEAVIER = 1.22  # than the usual stroke of the page
_FEWEST = 8  # words that make a page's usual stroke known


def heavy(page: Picture, boxes: Sequence[Box]) -> list[bool]:
    """For each box of a word whether its strokes are bold; none on a page of few words."""
    widths = [_stroke(page[top : top + height, left : left + width]) for left, top, width, height in boxes]
    known = sorted(width for width in widths if width)
    if len(known) < _FEWEST:
        return [False] * len(boxes)
    usual = known[int(len(known) * 0.4)]  # bold words are the smaller part, and the thicker
    return [width > _HEAVIER * usual for width in widths]


def _stroke(word: Picture) -> float:
    """Mean thickness of the strokes in pixels; 0 for an empty box."""
    if word.size == 0:
        return 0.0
    _, ink = cv2.threshold(word, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    inked = int(np.count_nonzero(ink))
    if not inked:
        return 0.0
    distance = cv2.distanceTransform(np.asarray(ink, np.uint8), cv2.DIST_L2, 3)
    return float(np.mean(distance[ink > 0])) * 4
