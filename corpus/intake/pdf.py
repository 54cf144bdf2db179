"""PDF with text: words, fonts and lines as the file says them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfplumber.page import Page

from corpus.intake.document import Document, LeftOut
from corpus.intake.encodings.legacy import decode_legacy, draws_capitals, legacy_of_font
from corpus.intake.page.layout import lay_out
from corpus.intake.page.printed import PrintedPage, Rule, Word
from corpus.intake.unseen import left_out_unseen

_BOLD = re.compile(r"bold|black|heavy|[-,]bd|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.IGNORECASE)
_APART = 0.18  # of the letters' size: closer letters are one word
_THICKEST = 3.0  # points of a rectangle that is drawn as a line
TURNED = "chữ in xoay dọc"


def read_pages(data: bytes) -> Iterator[tuple[PrintedPage, tuple[LeftOut, ...]]]:
    """Each page and what of it does not stand upright."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        for number, page in enumerate(file.pages, 1):
            yield _read_page(page, number)
            page.close()


def _read_page(page: Page, number: int) -> tuple[PrintedPage, tuple[LeftOut, ...]]:
    found = page.dedupe_chars(tolerance=0.5, extra_attrs=()).extract_words(
        x_tolerance_ratio=_APART, y_tolerance=2, keep_blank_chars=False, extra_attrs=["fontname", "size", "upright"]
    )
    words = tuple(_word(one) for one in found if one["upright"])
    turned = " ".join(one["text"] for one in found if not one["upright"])
    rules = tuple(_rules(page))
    printed = PrintedPage(number, float(page.width), float(page.height), words, rules)
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
    """Lines, and the sides of rectangles: thin ones are lines themselves."""
    for edge in page.edges:
        yield Rule(float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"]))


def read_pdf(data: bytes) -> Document:
    """A PDF whose pages have letters. Raises Refused."""
    pages, turned = list[PrintedPage](), list[LeftOut]()
    for page, left_out in read_pages(data):
        pages.append(page)
        turned += left_out
    laid = lay_out(pages)
    left_out = (*laid.left_out, *turned, *left_out_unseen(laid.unseen))
    return Document("pdf", tuple(laid.blocks), len(pages), left_out)
