"""Rendered pages as a scanner gives them: pictures, a little turned, with noise."""

from __future__ import annotations

import io
from collections.abc import Iterator

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]
_DPI = 200
_TURN = 0.7  # degrees, at most, to either side
_GRAIN = 14.0  # standard deviation of the noise, of 255
_SPECKS = 0.0004  # share of black dots
_QUALITY = 70  # of JPEG


def scan_pdf(data: bytes, seed: int, pages: int | None = None) -> bytes:
    """The PDF ``data`` (its first ``pages``) as a PDF of pictures; the same for the same seed."""
    pictures = [_as_image(one) for one in scanned_pages(data, seed, pages)]
    file = io.BytesIO()
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=_DPI, quality=_QUALITY)
    return file.getvalue()


def scanned_pages(data: bytes, seed: int, pages: int | None = None) -> Iterator[Picture]:
    chance = np.random.default_rng(seed)
    document = pypdfium2.PdfDocument(data)
    for number in range(min(len(document), pages or len(document))):
        bitmap = document[number].render(scale=_DPI / 72, grayscale=True)
        yield _worn(np.asarray(bitmap.to_numpy(), np.uint8).reshape(bitmap.height, bitmap.width), chance)


def _worn(page: Picture, chance: np.random.Generator) -> Picture:
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(chance.uniform(-_TURN, _TURN)), 1.0)
    turned = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
    soft = cv2.GaussianBlur(turned, (3, 3), 0.6).astype(np.float64)
    grained = soft * 0.9 + 12 + chance.normal(0, _GRAIN, soft.shape)
    grained[chance.random(soft.shape) < _SPECKS] = 0
    return np.clip(grained, 0, 255).astype(np.uint8)


def _as_image(page: Picture) -> Image.Image:
    return Image.fromarray(page)
