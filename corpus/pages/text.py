"""A passage as HTML: its words exactly, with links, emphasis and note marks laid over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from corpus.model import Mark


@dataclass(frozen=True)
class Link:
    """A link over ``[start:end]``; ``about`` is the id of the element of the page that describes it."""

    start: int
    end: int
    href: str
    css: str
    about: str = ""


@dataclass(frozen=True)
class NoteMark:
    """A mark put behind ``[start:end]``, leading to note number ``number`` of the page.

    ``beside`` are the words of the note that stand in the margin where there is one.
    """

    start: int
    end: int
    number: int
    beside: str = ""


_TAGS = {
    "bold": ("<strong>", "</strong>"),
    "italic": ("<em>", "</em>"),
    "uncertain": ('<mark class="uncertain" title="chữ chưa chắc chắn khi phục dựng">', "</mark>"),
    "noted": ('<span class="noted">', "</span>"),
}


Emphasis = tuple[int, int, str]  # start, end and kind


def render_text(
    text: str,
    marks: Iterable[Mark] = (),
    links: Iterable[Link] = (),
    notes: Iterable[NoteMark] = (),
    lines: bool = False,
) -> Markup:
    """``text`` as HTML. Links never overlap (the longer wins); a note mark inside a link moves behind it.

    With ``lines``, printed line breaks are kept.
    """
    notes = sorted(notes, key=lambda note: (note.end, note.number))
    spans: list[Emphasis] = [(mark.start, mark.end, mark.kind) for mark in marks]
    spans += [(note.start, note.end, "noted") for note in notes]
    pieces: list[str] = []
    position = 0
    for link in [*_without_overlap(links), Link(len(text), len(text), "", "")]:
        pieces.append(_inline(text, position, link.start, spans, notes, lines))
        if link.end > link.start:
            about = f' aria-describedby="{escape(link.about)}"' if link.about else ""
            inner = _inline(text, link.start, link.end, spans, (), lines)
            pieces.append(f'<a class="{link.css}" href="{escape(link.href)}"{about}>{inner}</a>')
            pieces.extend(_note(note) for note in notes if link.start < note.end <= link.end)
        position = link.end
    return Markup("".join(pieces))


def _without_overlap(links: Iterable[Link]) -> list[Link]:
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.start - link.end, link.start)):
        if all(link.end <= other.start or link.start >= other.end for other in kept):
            kept.append(link)
    return sorted(kept, key=lambda link: link.start)


def _inline(text: str, start: int, end: int, spans: list[Emphasis], notes: Iterable[NoteMark], lines: bool) -> str:
    """``text[start:end]`` with emphasis, cut wherever any emphasis begins or ends."""
    cuts = {start, end}
    cuts.update(edge for span in spans for edge in span[:2] if start < edge < end)
    inside = [note for note in notes if start < note.end <= end]
    cuts.update(note.end for note in inside)
    edges = sorted(cuts)
    pieces = []
    for left, right in zip(edges, edges[1:], strict=False):
        covering = [kind for first, last, kind in spans if first <= left and right <= last]
        piece = str(escape(text[left:right]))
        if lines:
            piece = piece.replace("\n", "<br>\n")
        for kind in dict.fromkeys(covering):
            opening, closing = _TAGS[kind]
            piece = f"{opening}{piece}{closing}"
        pieces.append(piece)
        pieces.extend(_note(note) for note in inside if note.end == right)
    return "".join(pieces)


def _note(note: NoteMark) -> str:
    number = note.number
    # Drawn by the style sheet, so that it is neither copied nor read out with the text; the list of notes says the same.
    beside = f'<span class="beside" aria-hidden="true" data-note="{number}. {escape(note.beside)}"></span>'
    return (beside if note.beside else "") + (
        f'<a class="note-ref" id="goi-ghi-chu-{number}" href="#ghi-chu-{number}" data-number="{number}" '
        f'aria-label="Ghi chú biên tập {number}" aria-describedby="ghi-chu-{number}"></a>'
    )
