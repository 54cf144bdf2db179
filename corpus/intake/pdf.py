"""PDF with text: words, fonts and lines as the file says them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pypdfium2
from pdfplumber.page import Page

from corpus.intake.document import Document, LeftOut
from corpus.intake.encodings.legacy import decode_legacy, draws_capitals, legacy_of_font
from corpus.intake.encodings.syllables import vietnamese_share
from corpus.intake.page.layout import lay_out
from corpus.intake.page.printed import PrintedPage, Rule, Word
from corpus.intake.refusal import Refused
from corpus.intake.scan import SCANNED, picture_of, recognise, require_tesseract
from corpus.intake.unseen import left_out_unseen

_BOLD = re.compile(r"bold|black|heavy|[-,]bd|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.IGNORECASE)
_APART = 0.18  # of the letters' size: closer letters are one word
MOST_PAGES = 400  # the longest plan known has 60
MOST_SCANNED = 200
_FEWEST_LETTERS = 30  # of a page that has text of its own
_PICTURED, _WHOLE = 0.3, 0.8  # of the page, covered by one picture
_SHARE = 0.5  # of Vietnamese syllables among the words with marks: below it the letters are not what is printed
_LAYER_SHARE = 0.9  # the same of letters that a scanner put under its picture
TURNED = "chữ in xoay dọc"
ILLEGIBLE = "Tệp có trang mà chữ bên trong không đúng với chữ in: đã nhận dạng lại từ hình của trang, cần soát lại."


def read_pdf(data: bytes) -> Document:
    """Raises Refused."""
    scans = _open(data)
    most = len(scans)
    if most > MOST_PAGES:
        wrong = f"Tệp PDF có {most} trang; chỉ nhận tệp không quá {MOST_PAGES} trang"
        raise Refused(wrong, "Hãy tách riêng phần kế hoạch và phụ lục của nó thành một tệp rồi nhận lại")
    pages, left_out = list[PrintedPage](), list[LeftOut]()
    notes = dict[str, None]()  # each once, in order
    with pdfplumber.open(io.BytesIO(data)) as file:
        for number, page in enumerate(file.pages, 1):
            printed, gone = _read_page(page, number)
            if (why := _needs_recognition(page, printed)) is not None:
                require_tesseract()
                if sum(one.scanned for one in pages) >= MOST_SCANNED:
                    advice = "Hãy tách tệp, hoặc xin bản .docx hay PDF có chữ"
                    raise Refused(f"Tệp PDF có quá {MOST_SCANNED} trang quét", advice)
                printed, gone = recognise(*picture_of(scans[number - 1]), number)
                notes[why] = None
            pages.append(printed)
            left_out += gone
            page.close()
    laid = lay_out(pages)
    left_out += [*laid.left_out, *left_out_unseen(laid.unseen)]
    return Document(
        "pdf", tuple(laid.blocks), most, tuple(left_out), tuple(notes), scanned=any(page.scanned for page in pages)
    )


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            advice = "Hãy xin mật khẩu, mở tệp rồi in ra tệp PDF mới không có mật khẩu"
            raise Refused("Tệp PDF đặt mật khẩu", advice) from error
        raise Refused("Tệp PDF hỏng hoặc chưa tải về hết", "Hãy tải hoặc xin lại tệp") from error


def _needs_recognition(page: Page, printed: PrintedPage) -> str | None:
    """Why the words of a page must be recognised from its picture, as a note; None where the file has them."""
    pictured = max((_area(image) for image in page.images), default=0.0) / (printed.width * printed.height)
    text = " ".join(word.text for word in printed.words)
    if len(text) < _FEWEST_LETTERS:
        return SCANNED if pictured > _PICTURED else None
    if "(cid:" in text or vietnamese_share(text) < (_LAYER_SHARE if pictured > _WHOLE else _SHARE):
        return ILLEGIBLE
    return None


def _area(image: dict[str, Any]) -> float:
    return abs(float(image["x1"]) - float(image["x0"])) * abs(float(image["bottom"]) - float(image["top"]))


def _read_page(page: Page, number: int) -> tuple[PrintedPage, tuple[LeftOut, ...]]:
    """The page and what of it does not stand upright."""
    found = page.dedupe_chars(tolerance=0.5, extra_attrs=()).extract_words(
        x_tolerance_ratio=_APART, y_tolerance=2, keep_blank_chars=False, extra_attrs=["fontname", "size", "upright"]
    )
    words = tuple(_word(one) for one in found if one["upright"])
    turned = " ".join(one["text"] for one in found if not one["upright"])
    printed = PrintedPage(number, float(page.width), float(page.height), words, tuple(_rules(page)))
    return printed, (LeftOut(turned, TURNED, number),) if turned else ()


def _word(found: dict[str, Any]) -> Word:
    font, text = str(found["fontname"]), str(found["text"])
    if legacy := legacy_of_font(font):
        text = decode_legacy(text, legacy)
        text = text.upper() if legacy == "TCVN3" and draws_capitals(font) else text
    return Word(
        text,
        float(found["x0"]),
        float(found["top"]),
        float(found["x1"]),
        float(found["bottom"]),
        float(found["size"]),
        bold=bool(_BOLD.search(font)),
        italic=bool(_ITALIC.search(font)),
    )


def _rules(page: Page) -> Iterator[Rule]:
    """Lines, and the sides of rectangles: thin ones are lines themselves; white areas are nothing."""
    for edge in page.edges:
        if edge.get("fill") and not edge.get("stroke") and _is_white(edge.get("non_stroking_color")):
            continue
        yield Rule(float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"]))


def _is_white(colour: object) -> bool:
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    return len(parts) in (1, 3) and all(part == 1 for part in parts)
