"""Scans, in pictures or in PDF: words as Tesseract recognises them, at their places, with its confidence."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from statistics import median
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw
import pytesseract
from PIL import Image, ImageSequence

from corpus.intake.document import Document, LeftOut
from corpus.intake.page import second_look
from corpus.intake.page.layout import lay_out
from corpus.intake.page.picture import DPI, Picture, Straight, prepare, straighten
from corpus.intake.page.printed import PrintedPage, Word
from corpus.intake.page.recognised import mend_word
from corpus.intake.page.section_numbers import LETTERS, PAD, opening_numbers, settle, strip_of
from corpus.intake.page.stroke import heavy
from corpus.intake.page.unread import unread_openings
from corpus.intake.refusal import Refused
from corpus.intake.unseen import left_out_unseen

_LANGUAGE = "vie"
_OF_NUMBERS = "eng"  # comes with Tesseract; Roman numbers are no words of Vietnamese
_BLOCK = 6  # --psm: one block of lines
_LAYOUT = 4  # --psm: one column of text of various sizes; places of words tell columns and cells apart afterwards
_SECONDS = 120  # for one page
_NOISE = 25  # confidence below which a word of one or two signs is a speck
_LONG_SIDE = 11.69  # inches of an A4 page: pictures seldom say their true resolution
_COARSEST, _FINEST = 100, 400  # dpi
_PICTURE = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
_SIGNS = frozenset("-–—+*•“”\"'().,;:/%&…[]=<>≥≤")
SCANNED = "Tệp có trang quét: chữ do máy nhận dạng, cần soát lại với bản in."
NOISE = "vết bẩn hoặc nét kẻ của bản quét, không phải chữ"
_INSTALL = "Hãy cài bằng lệnh: sudo apt-get install tesseract-ocr tesseract-ocr-vie"


def require_tesseract() -> None:
    """Raises Refused with what to install."""
    if shutil.which("tesseract") is None:
        raise Refused("Đây là bản quét; máy chưa có chương trình nhận dạng chữ Tesseract", _INSTALL)
    if _LANGUAGE not in pytesseract.get_languages():
        raise Refused("Đây là bản quét; Tesseract trên máy chưa có mô hình tiếng Việt", _INSTALL)


def recognise(grey: Picture, dpi: int, number: int) -> tuple[PrintedPage, tuple[LeftOut, ...]]:
    """The page shown in ``grey`` (at ``dpi``), and what on it is no text. Raises Refused."""
    page = straighten(prepare(grey, dpi), DPI)
    seen = _with_numbers(list(_words(_ask(page.clean), page)), page)
    words = [part for word in seen for part in mend_word(word)]
    specks = [word for word in words if _is_speck(word)]
    words = _looked_at_again([word for word in words if not _is_speck(word)], page)
    height, width = page.grey.shape
    printed = PrintedPage(
        number,
        width * 72 / DPI,
        height * 72 / DPI,
        tuple(words),
        page.rules,
        scanned=True,
    )
    return printed, (LeftOut(" ".join(word.text for word in specks), NOISE, number),) if specks else ()


def _with_numbers(words: list[Word], page: Straight) -> list[Word]:
    """``words`` with the numbers of sections and rows looked at once more, all of a page at once."""
    words = [*words, *unread_openings(page.clean, words, page.rules)]
    places = opening_numbers(words)
    if not places or _OF_NUMBERS not in pytesseract.get_languages():
        return [word for word in words if word.text]
    how = f"--psm {_BLOCK} -c tessedit_char_whitelist={LETTERS}"
    found = _one_by_one([words[at] for at in places], page, PAD, _OF_NUMBERS, how)
    for at, read in zip(places, found, strict=True):
        words[at] = settle(words[at], "".join(text for text, _ in read))
    return [word for word in words if word.text]


def _looked_at_again(words: list[Word], page: Straight) -> list[Word]:
    """``words`` with those that are not sure read once more, all of a page at once."""
    places = second_look.unsure_words(words)
    if not places:
        return words
    found = _one_by_one([words[at] for at in places], page, second_look.PAD, _LANGUAGE, f"--psm {_BLOCK}")
    again = dict(zip(places, found, strict=True))
    return [
        part
        for at, word in enumerate(words)
        for part in (second_look.look_again(word, *_together(again[at])) if at in again else (word,))
    ]


def _together(read: list[tuple[str, int]]) -> tuple[str, int]:
    """Words of one place as one text, no surer than the least sure of them."""
    return " ".join(text for text, _ in read), min((confidence for _, confidence in read), default=0)


def _one_by_one(
    words: list[Word], page: Straight, pad: tuple[int, int], language: str, how: str
) -> list[list[tuple[str, int]]]:
    """What is read at the place of each of ``words`` when these stand by themselves, with its confidence."""
    scale = DPI / 72
    boxes = [(word.left, word.top, word.right, word.bottom) for word in words]
    strip, bands = strip_of(page.clean, [tuple(round(side * scale) for side in box) for box in boxes], pad)  # type: ignore[misc]
    found = _ask(strip, language, how)
    middles = [int(y) + int(high) / 2 for y, high in zip(found["top"], found["height"], strict=True)]
    read = list(zip(middles, found["text"], found["conf"], strict=True))
    return [
        [(text.strip(), round(float(sure))) for middle, text, sure in read if text.strip() and top <= middle <= bottom]
        for top, bottom in bands
    ]


def _ask(picture: Picture, language: str = _LANGUAGE, how: str = f"--psm {_LAYOUT}") -> dict[str, Any]:
    """Tesseract's table of words, column by column. Raises Refused where it fails or takes too long."""
    config = f"{how} --dpi {DPI} -c preserve_interword_spaces=1"
    try:
        found: dict[str, Any] = pytesseract.image_to_data(
            Image.fromarray(picture),
            lang=language,
            config=config,
            timeout=_SECONDS,
            output_type=pytesseract.Output.DICT,
        )
    except (RuntimeError, pytesseract.TesseractError) as error:
        raise Refused("Tesseract không nhận dạng được một trang", "Hãy quét lại trang rõ hơn, ở 300 dpi") from error
    return found


def _words(found: dict[str, Any], page: Straight) -> Iterator[Word]:
    scale = 72 / DPI
    at_all = [at for at, text in enumerate(found["text"]) if text.strip()]
    size = median(found["height"][at] for at in at_all) * scale * 1.15 if at_all else 0.0
    boxes = [tuple(int(found[name][at]) for name in ("left", "top", "width", "height")) for at in at_all]
    bold = heavy(page.clean, boxes)
    for at, (left, top, width, height), weight in zip(at_all, boxes, bold, strict=True):
        yield Word(
            found["text"][at].strip(),
            left * scale,
            top * scale,
            (left + width) * scale,
            (top + height) * scale,
            size,
            bold=weight,
            confidence=max(0, round(float(found["conf"][at]))),
        )


def _is_speck(word: Word) -> bool:
    """What Tesseract read into dots and strokes: signs that no text has, or one or two of which it is not sure."""
    text = word.text
    if not any(char.isalnum() for char in text):
        return not _SIGNS.issuperset(text)
    return len(text) <= 2 and (word.confidence or 0) < _NOISE and not text.isdigit()


def read_picture(data: bytes) -> Document:
    """A scan in a picture. Raises Refused."""
    require_tesseract()
    pages, left_out = list[PrintedPage](), list[LeftOut]()
    for number, (grey, dpi) in enumerate(_pictures(data), 1):
        printed, gone = recognise(grey, dpi, number)
        pages.append(printed)
        left_out += gone
    laid = lay_out(pages)
    left_out += [*laid.left_out, *left_out_unseen(laid.unseen)]
    return Document("jpg", tuple(laid.blocks), len(pages), tuple(left_out), (SCANNED,), scanned=True)


def _pictures(data: bytes) -> Iterator[tuple[Picture, int]]:
    """The pages of a picture (TIFF may hold several), each with its resolution. Raises Refused."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            for frame in ImageSequence.Iterator(image):
                grey = np.asarray(frame.convert("L"), np.uint8)
                yield grey, round(max(grey.shape) / _LONG_SIDE)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        wrong = "Tệp ảnh hỏng hoặc quá lớn"
        raise Refused(wrong, "Hãy quét lại trang ở 300 dpi, lưu thành .pdf hoặc .jpg rồi nhận lại") from error


def picture_of(page: pypdfium2.PdfPage) -> tuple[Picture, int]:
    """A page of a PDF as it was scanned: at the resolution of its largest picture."""
    wide = page.get_width() / 72
    pictures = (one for one in page.get_objects(filter=[_PICTURE], max_depth=3))
    dpi = max((round(one.get_px_size()[0] / wide) for one in pictures), default=DPI)
    dpi = min(max(dpi, _COARSEST), _FINEST)
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    return np.asarray(bitmap.to_numpy(), np.uint8).reshape(bitmap.height, bitmap.width), dpi
