"""A document of Word (.docx) as it is printed when all changes are accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from corpus.intake.document import Block, Document, LeftOut, Paragraph
from corpus.intake.refusal import Refused
from corpus.intake.settle import settle
from corpus.intake.unseen import left_out_unseen
from corpus.intake.word.body import Body
from corpus.intake.word.numbering import Numbering
from corpus.intake.word.package import Element, Package, W, child
from corpus.intake.word.runs import Story, note_label
from corpus.intake.word.styles import Styles
from corpus.language.folding import fold

_HEAD, _FOOT = "đầu trang, lặp lại trên các trang", "chân trang, lặp lại trên các trang"
_COMMENT = "ghi chú của người soạn (comment), không thuộc văn bản"
_LETTERHEAD = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")


def read_docx(data: bytes) -> Document:
    """Raises Refused."""
    package = Package(data)
    main = next(iter(package.related("officeDocument", of="")), "word/document.xml")
    root = package.part(main)
    text = child(root, "body")
    if text is None:
        raise Refused("Tệp .docx không có phần văn bản", "Hãy mở tệp bằng Word, lưu thành .docx mới rồi nhận lại")
    styles = Styles(_first(package, main, "styles"))
    story = Story(styles)
    body = Body(story, Numbering(_first(package, main, "numbering"), styles))
    blocks = [*_letterheads(package, main, body), *_with_notes(package, main, text, body)]
    left_out = [*story.left_out, *_surroundings(package, main), *left_out_unseen(story.unseen)]
    pages = story.page if story.rendered else 0
    return Document("docx", settle(blocks), pages, tuple(left_out), tuple(_notes(story)))


def _first(package: Package, main: str, kind: str) -> Element | None:
    return next((root for name in package.related(kind, main) if (root := package.part(name)) is not None), None)


def _notes(story: Story) -> Iterator[str]:
    if story.changed:
        yield "Tệp còn theo dõi thay đổi (Track Changes): đã đọc như khi chấp nhận tất cả; hãy đối chiếu với bản ký."
    for encoding in sorted(story.fonts):
        yield f"Tệp dùng phông chữ {encoding}: chữ đã được chuyển sang Unicode."


def _with_notes(package: Package, main: str, text: Element, body: Body) -> Iterator[Block]:
    """The blocks of the text, each followed by the notes to which it points."""
    notes = {kind: _note_elements(_first(package, main, f"{kind}s"), kind) for kind in ("footnote", "endnote")}
    for block in body.blocks(text):
        yield block
        yield from _due(body, notes)
    yield from _due(body, notes)


def _due(body: Body, notes: dict[str, dict[str, Element]]) -> Iterator[Block]:
    due, body.story.due = body.story.due, []
    for place in due:
        kind, identity = body.story.notes[place - 1]
        note = notes[kind].get(identity)
        parts = [] if note is None else list(body.blocks(note, "footnote"))
        for at, part in enumerate(parts):
            yield replace(part, label=note_label(place)) if at == 0 and isinstance(part, Paragraph) else part


def _note_elements(root: Element | None, kind: str) -> dict[str, Element]:
    found = () if root is None else root.iterfind(W + kind)
    return {one.get(W + "id", ""): one for one in found if one.get(W + "type") in (None, "normal")}


def _letterheads(package: Package, main: str, body: Body) -> Iterator[Block]:
    """A letterhead that was put into the head of the first page."""
    for name in package.related("header", main):
        root = package.part(name)
        if root is not None and _is_letterhead(root):
            yield from body.blocks(root)
            return


def _is_letterhead(root: Element) -> bool:
    text = fold(" ".join("".join(root.itertext()).split()))
    return any(words in text for words in _LETTERHEAD)


def _surroundings(package: Package, main: str) -> Iterator[LeftOut]:
    """Heads and feet of pages, each text once, and comments."""
    seen = Counter[str]()
    for kind, why in (("header", _HEAD), ("footer", _FOOT), ("comments", _COMMENT)):
        for name in package.related(kind, main):
            root = package.part(name)
            if root is None or (kind == "header" and _is_letterhead(root)):
                continue
            for item in root.iter(W + "p"):
                text = "".join(one.text or "" for one in item.iter(W + "t")).strip()
                if text and not seen[text]:
                    yield LeftOut(text, why)
                seen[text] += kind != "comments"
