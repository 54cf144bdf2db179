"""What the review shows: the pages of the source, the lines of the draft, each doubt with the line it is about."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from corpus.intake.draft.doubt import LABELS, Doubt
from corpus.intake.review.mended import EditableLine, read_line
from corpus.intake.review.state import Review, key_of
from corpus.read.files import Unreadable
from corpus.read.received import open_received

_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
_SCALE = 1.6  # pixels for a point of a page: small print stays readable
_MOST_PAGES = 400
_FIELDS = frozenset(("title", "number", "symbol", "issued", "place", "issuer"))  # whose value is one line


@dataclass(frozen=True)
class DoubtShown:
    """A doubt with its label, the key to settle it, and the line to change, where one can be changed."""

    doubt: Doubt
    label: str
    key: str
    line: EditableLine | None


@dataclass(frozen=True)
class DraftLine:
    """A line of the plan's file; ``doubtful`` where a doubt is about it."""

    number: int
    text: str
    doubtful: bool
    editable: bool


def templates() -> Environment:
    return Environment(
        loader=PackageLoader("corpus.intake.review"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def show_doubts(review: Review) -> list[DoubtShown]:
    return [DoubtShown(one, LABELS[one.kind], key_of(one), _line_of(review, one)) for one in review.doubts]


def _line_of(review: Review, doubt: Doubt) -> EditableLine | None:
    """The line to change: the one that the doubt is about, or that of the field it names."""
    if doubt.line > 1:
        return read_line(review.text, doubt.line)
    names = {name.strip() for name in doubt.must.partition(":")[0].split(",")} & _FIELDS
    lines = review.text.split("\n")
    numbers = (number for number, line in enumerate(lines, 1) if line.partition(":")[0] in names)
    return read_line(review.text, next(numbers, 0))


def show_lines(review: Review) -> Iterator[DraftLine]:
    """The lines of the plan's file that hold something."""
    doubtful = {doubt.line for doubt in review.doubts}
    for number, line in enumerate(review.text.split("\n"), 1):
        if line.strip():
            editable = read_line(review.text, number) is not None
            yield DraftLine(number, line, number > 1 and number in doubtful, editable)


def has_pictures(review: Review) -> bool:
    """Whether the pages of the file received can be shown as pictures."""
    ending = review.kept["sources"][0].rpartition(".")[2]
    return ending == "pdf" or ending in _PICTURES


def page_numbers(review: Review) -> list[int]:
    return [one["page"] for one in review.kept["pages"] if one["page"]] or [0]


def picture(root: Path, review: Review, page: int) -> tuple[str, bytes] | None:
    """Type and content of a picture of ``page`` of the file received; None where there is none."""
    name = review.kept["sources"][0]
    try:
        received = open_received(root, name)
    except Unreadable:
        return None
    if received.kind in _PICTURES:
        return _PICTURES[received.kind], received.data
    if received.kind != "pdf" or not 0 < page <= _MOST_PAGES:
        return None
    return "image/png", _page_of_pdf(received.data, page)


def _page_of_pdf(data: bytes, page: int) -> bytes:
    import pypdfium2  # of the tools for receiving, which a corpus of text files does without

    document = pypdfium2.PdfDocument(data)
    try:
        drawn = document[min(page, len(document)) - 1].render(scale=_SCALE, grayscale=True).to_pil()
    finally:
        document.close()
    file = io.BytesIO()
    drawn.save(file, "PNG")
    return file.getvalue()
