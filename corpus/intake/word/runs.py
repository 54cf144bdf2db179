"""What stands within one paragraph of Word: runs of text, fields, changes tracked, notes, text boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.intake.document import LeftOut, MarkKind
from corpus.intake.encodings.legacy import decode_legacy, draws_capitals, legacy_of_font
from corpus.intake.word.package import Element, W, child
from corpus.intake.word.styles import Look, Styles
from corpus.intake.word.symbols import from_symbol_font
from corpus.intake.writing import Kinds, Writing

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DELETED = "chữ đã xóa khi theo dõi thay đổi"
_HIDDEN = "chữ ẩn, không in ra"
_PICTURE = "hình ảnh hoặc đối tượng nhúng, không đọc chữ trong đó"
_THROUGH = {
    W + name for name in ("hyperlink", "smartTag", "ins", "moveTo", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
}
_THROUGH |= {W + "customXml", _MC + "Choice"}
_GONE = {W + "del", W + "moveFrom"}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "\u00ad"}
_BOX = W + "txbxContent"


@dataclass
class Story:
    """What gathers while the paragraphs of one document are read, in order."""

    styles: Styles
    page: int = 1
    rendered: bool = False  # whether Word has written where its pages end
    fresh: bool = True  # whether nothing has been read on this page
    left_out: list[LeftOut] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)  # old encodings met
    changed: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)  # kind and id of notes met, in order of their numbers
    due: list[int] = field(default_factory=list)  # numbers of notes met since they were last asked for
    boxes: list[Element] = field(default_factory=list)  # text boxes met since they were last asked for

    def leave_out(self, text: str, why: str) -> None:
        if text.strip() or why == _PICTURE:
            self.left_out.append(LeftOut(text.strip(), why, self.page if self.rendered else 0))

    def turn_page(self, rendered: bool) -> None:
        self.rendered |= rendered
        if not self.fresh:
            self.page += 1
            self.fresh = True


@dataclass
class Inline:
    """Writes the content of a paragraph with the properties ``own`` (pPr)."""

    story: Story
    writing: Writing
    own: Element | None
    sizes: Counter[float] = field(default_factory=Counter)  # letters by size
    first_page: int = 0  # on which its first letter stands

    def write(self, element: Element) -> None:
        for item in element:
            if item.tag == W + "r":
                self._write_run(item)
            elif item.tag in _THROUGH:
                self.story.changed |= item.tag in (W + "ins", W + "moveTo")
                self.write(item)
            elif item.tag == _MC + "AlternateContent":
                self.write(_chosen(item))
            elif item.tag in _GONE:
                self.story.changed = True
                self.story.leave_out("".join(_texts(item)), DELETED)
            elif item.tag in (_M + "oMath", _M + "oMathPara"):
                self.writing.add("".join(one.text or "" for one in item.iter(_M + "t")))

    def _write_run(self, run: Element) -> None:
        look = self.story.styles.look(self.own, child(run, "rPr"))
        for item in run:
            if item.tag == W + "t":
                self._write_text(item.text or "", look)
            elif item.tag in _SIGNS:
                self._write_text(_SIGNS[item.tag], look)
            elif item.tag == W + "br":
                self._break(item.get(W + "type", ""))
            elif item.tag == W + "lastRenderedPageBreak":
                self.story.turn_page(rendered=True)
            elif item.tag == W + "sym":
                code = chr(int(item.get(W + "char", "F0B7"), 16))
                self._write_text(from_symbol_font(code, item.get(W + "font", "")), look)
            elif item.tag in (W + "footnoteReference", W + "endnoteReference"):
                self._write_note(item)
            elif item.tag in (W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"):
                self._write_drawing(item)

    def _write_text(self, text: str, look: Look) -> None:
        if legacy := legacy_of_font(look.font):
            self.story.fonts.add(legacy)
            text = decode_legacy(text, legacy)
            text = text.upper() if legacy == "TCVN3" and draws_capitals(look.font) else text
        else:
            text = from_symbol_font(text, look.font)
        if look.hidden:
            self.story.leave_out(text, _HIDDEN)
            return
        text = text.upper() if look.capitals else text
        if text.strip():
            self.story.fresh = False
            self.first_page = self.first_page or self.story.page
            if look.size:
                self.sizes[look.size] += len(text)
        self.writing.add(text, _kinds(look))

    def _break(self, kind: str) -> None:
        if kind == "page":
            self.story.turn_page(rendered=False)
        self.writing.add("\n")

    def _write_note(self, reference: Element) -> None:
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        self.story.notes.append((kind, reference.get(W + "id", "")))
        place = len(self.story.notes)
        self.story.due.append(place)
        self.writing.add(note_label(place), frozenset[MarkKind](("note",)))

    def _write_drawing(self, element: Element) -> None:
        found = _chosen(element) if element.tag == _MC + "AlternateContent" else element
        boxes = list(_outermost(found, _BOX))
        self.story.boxes += boxes
        if not boxes:
            described = next((one.get("descr", "") for one in found.iter() if one.get("descr")), "")
            shape = not any("}blip" in str(one.tag) or "}imagedata" in str(one.tag) for one in found.iter())
            if not shape or described:
                self.story.leave_out("", _PICTURE)


def note_label(place: int) -> str:
    return f"[{place}]"


def _kinds(look: Look) -> Kinds:
    said: dict[MarkKind, bool] = {"bold": look.bold, "italic": look.italic}
    return frozenset(kind for kind, on in said.items() if on)


def _chosen(alternatives: Element) -> Element:
    """The first choice: what the program that wrote the file meant; its fallback says the same for older ones."""
    choice = alternatives.find(_MC + "Choice")
    return choice if choice is not None else alternatives.find(_MC + "Fallback")


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    for item in element:
        if item.tag == tag:
            yield item
        elif item.tag == _MC + "AlternateContent":
            yield from _outermost(_chosen(item), tag)
        else:
            yield from _outermost(item, tag)


def _texts(element: Element) -> Iterator[str]:
    for item in element.iter(W + "t", W + "delText", W + "tab"):
        yield item.text or " "


def shown_size(sizes: Counter[float]) -> float | None:
    """The size that most letters have."""
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else None
