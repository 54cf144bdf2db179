"""The picture that a shared link to a plan or a body shows: its name in large letters, the same bytes every time.

Made only where the site's address is known, since programs that show a card ask for a whole address.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from corpus.addresses import CARD_SIZE, agency_url, card_url
from corpus.check.seen import Seen
from corpus.citation_form import plan_name
from corpus.kept import FilesAbout
from corpus.language.numerals import write_day
from corpus.overview.overview import Overview

_MARGIN, _WIDTH = 80, CARD_SIZE[0] - 160
_SHADES = 16  # of ink on paper: four bits for each dot
_PAPER, _INK, _PALE = (251, 250, 247), (29, 27, 24), 0x70
_TITLE_LINES, _TITLE_SIZES = 5, (60, 50, 42)
_LINE = 1.28  # height of a line, in sizes of the letters


@dataclass(frozen=True)
class Card:
    """What stands on a card, from above: whose kind of thing, its name, what else tells it apart."""

    kind: str
    name: str
    beside: str


def card_files(overview: Overview) -> Iterator[FilesAbout]:
    """The card of each plan and of each body with work."""
    for here in overview.plans:
        yield FilesAbout(card_url(here.plan.url), _of_plan, (here.plan.id,))
    for body in overview.work.bodies:
        yield FilesAbout(card_url(agency_url(body)), _of_body, (body,))


def _of_plan(seen: Seen, plan_id: str) -> Iterator[tuple[str, bytes]]:
    plan = seen.overview.corpus.plan[plan_id]
    issuer = seen.overview.corpus.agency[plan.meta.issuer].name
    when = f"ngày {write_day(plan.meta.issued)}" if plan.meta.issued else f"năm {plan.meta.year}"
    yield card_url(plan.url), draw(Card(f"{plan_name(plan.meta)} {when}", plan.meta.title, issuer))


def _of_body(seen: Seen, body: str) -> Iterator[tuple[str, bytes]]:
    agency = seen.overview.corpus.agency[body]
    card = Card("Việc phải làm", agency.name, seen.overview.corpus.place[agency.place].name)
    yield card_url(agency_url(body)), draw(card)


def draw(card: Card) -> bytes:
    """The card as PNG of ``CARD_SIZE``."""
    picture = Image.new("L", CARD_SIZE, 0)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 24, CARD_SIZE[1]), fill=255)
    _write(pen, 64, [card.kind], "Regular", 34, 255 - _PALE)
    lines, size = _fitted(card.name)
    bottom = _write(pen, 130, lines, "Bold", size, 255)
    _write(pen, bottom + 24, _wrapped(card.beside, _font("Regular", 34))[:2], "Regular", 34, 255)
    _write(pen, CARD_SIZE[1] - 88, ["Kế hoạch mở · ai làm gì, khi nào, theo văn bản nào"], "Regular", 28, 255 - _PALE)
    out = io.BytesIO()
    shades = picture.point([level * (_SHADES - 1) // 255 for level in range(256)]).convert("P")
    shades.putpalette(_palette())
    shades.save(out, "PNG", bits=4, compress_type=zlib.Z_RLE)  # half the time, a sixth more bytes
    return out.getvalue()


def _palette() -> list[int]:
    steps = _SHADES - 1
    return [p + (i - p) * step // steps for step in range(_SHADES) for p, i in zip(_PAPER, _INK, strict=True)]


def _write(pen: ImageDraw.ImageDraw, top: int, lines: list[str], weight: str, size: int, ink: int) -> int:
    """Write ``lines`` from ``top`` on; where they end."""
    font = _font(weight, size)
    for line in lines:
        pen.text((_MARGIN, top), line, fill=ink, font=font)
        top += int(size * _LINE)
    return top


def _fitted(name: str) -> tuple[list[str], int]:
    """Lines of a name and the size of its letters: the largest that fits, and the smallest cut short where none does."""
    for size in _TITLE_SIZES:
        lines = _wrapped(name, _font("Bold", size))
        if len(lines) <= _TITLE_LINES:
            return lines, size
    kept = lines[:_TITLE_LINES]
    return [*kept[:-1], f"{kept[-1].rsplit(' ', 1)[0]} …"], size


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """A font of the project's own, so that the same letters are drawn on every machine."""
    data = (files("corpus.data") / "fonts" / f"NotoSans-{weight}.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
