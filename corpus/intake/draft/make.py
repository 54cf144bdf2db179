"""The draft of a plan, made of the document that was read: a pure function, nothing is written here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from corpus.characters import refused_lines
from corpus.country.register import Places
from corpus.intake.document import Document, LeftOut
from corpus.intake.draft.differences import declare
from corpus.intake.draft.doubt import Doubt, DoubtKind
from corpus.intake.draft.fields import Fields, read_fields_of
from corpus.intake.draft.flow import Grid, Item, Line, flow
from corpus.intake.draft.frontmatter import write_front_matter
from corpus.intake.draft.headings import outline
from corpus.intake.draft.mending import mend
from corpus.intake.draft.misread import mend_numbers, mend_row_numbers
from corpus.intake.draft.parts import Part, Parted, part
from corpus.intake.draft.plan_text import guard_words, write_ending, write_entries, write_letterhead, write_title
from corpus.intake.draft.settled_rows import settle_rows
from corpus.intake.draft.table_draft import DraftTable, draft_table
from corpus.intake.draft.transcript import Transcript, transcribe
from corpus.model import Plan
from corpus.problem import Problem
from corpus.prove.prove import prove
from corpus.prove.reading import read_plan_text, read_source
from corpus.read.blocks import SECTIONS_END
from corpus.read.clauses import parse_clauses
from corpus.read.plan_text import FENCE, parse_plan
from corpus.read.received import RECEIVED_KINDS
from corpus.vocabulary import Transcription


@dataclass(frozen=True)
class Known:
    """Where a document belongs, and what people wrote there already, as plain data of the front matter."""

    plan_id: str
    written: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceFile:
    """A file for ``plans/sources``."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Draft:
    """A plan's file and the files received with it; ``plan`` is the text read again, None where it is no plan yet.

    ``doubts`` are those that the document alone gives; ``fields`` what its form says.
    """

    plan_id: str
    text: str
    plan: Plan | None
    sources: tuple[SourceFile, ...]
    fields: Fields
    doubts: tuple[Doubt, ...]

    @property
    def path(self) -> str:
        return f"plans/{self.plan_id}.md"


@dataclass
class _Body:
    """The text of a draft as it grows, with its tables in their order; ``scanned``: its words were recognised."""

    scanned: bool
    blocks: list[str] = field(default_factory=list)
    tables: list[DraftTable] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(self.blocks)


def make_draft(document: Document, data: bytes, places: Places, look_up: Callable[[Fields], Known]) -> Draft:
    """The draft of ``document``, which was read from ``data``; ``look_up`` tells where a document of its fields belongs."""
    document = settle_rows(document)
    parted = part(flow(document))
    body = _write_body(parted, document.scanned)
    fields = read_fields_of(parted, _words(document), places)
    known = look_up(fields)
    plan_id = known.plan_id
    sources, transcript = _source_files(document, data, plan_id)
    meta = {**_meta(fields, body, sources, document), **known.written}
    draft = Draft(plan_id, _assemble(meta, body), None, sources, fields, (*fields.doubts, *body.doubts))
    return _proved(draft, meta, body, transcript, document)


def _words(document: Document) -> str:
    return " ".join(paragraph.printed for paragraph in document.paragraphs())


# --- the text ----------------------------------------------------------------------


def _write_body(parted: Parted, scanned: bool) -> _Body:
    body = _Body(scanned)
    body.blocks.extend(write_letterhead(parted.letterhead))
    for number, one in enumerate(parted.parts):
        _write_part(body, one, first=number == 0)
    return body


def _write_part(body: _Body, one: Part, first: bool) -> None:
    items = mend(list(mend_numbers(one.items)) if body.scanned else one.items)
    heading, title = one.heading, list(one.title)
    if not heading.text and first:
        heading, items = _borrow_heading(title, items)
    if one.before:
        body.blocks.append(SECTIONS_END)
        body.blocks.extend(write_letterhead(one.before))
    if heading.text:
        body.blocks.append(f"# {guard_words(heading.text)}")
    else:
        body.blocks.append(SECTIONS_END)
        body.doubts.append(
            Doubt(DoubtKind.PART, "phần sau chữ ký phải có tên, ví dụ PHỤ LỤC", _first_words(items), page=heading.page)
        )
    body.blocks.extend(write_title(title, one.below))
    entries = outline(items, closes=bool(one.kind) or one.ended)
    body.blocks.extend(write_entries(entries))
    for entry in entries:
        if isinstance(entry.item, Grid):
            _add_table(body, entry.item)
    body.blocks.extend(write_ending(one.recipients, one.signature))


def _borrow_heading(title: list[Line], items: list[Item]) -> tuple[Line, list[Item]]:
    """A document without the name of its kind begins with its title, or with whatever stands first."""
    if title:
        return title.pop(0), items
    first = next((item for item in items if isinstance(item, Line)), Line("", 0))
    return first, [item for item in items if item is not first]


def _first_words(items: Sequence[Item]) -> str:
    return next((item.text[:80] for item in items if isinstance(item, Line)), "")


def _add_table(body: _Body, grid: Grid) -> None:
    table = draft_table(grid.table)
    if body.scanned:
        table = replace(table, rows=mend_row_numbers(table.rows))
    body.tables.append(table)
    if table.guessed:
        must = "dòng đầu của bảng phải là tên các cột; máy không nhận ra nên đặt tên cột tạm"
        body.doubts.append(Doubt(DoubtKind.TABLE, must, f"bảng thứ {len(body.tables)}", page=grid.page))


# --- the front matter ----------------------------------------------------------------


def _meta(fields: Fields, body: _Body, sources: Sequence[SourceFile], document: Document) -> dict[str, Any]:
    received, *read = sources
    source: dict[str, Any] = {
        "file": received.name,
        "sha256": _digest(received.data),
        "transcription": Transcription.UNRESTORED if document.scanned else Transcription.FAITHFUL,
    }
    if read:
        source["read"] = {"file": read[0].name, "sha256": _digest(read[0].data)}
    clauses = [clause for one in parse_clauses(body.text) for clause in one.walk()]
    recipients = [clause.text for clause in clauses if clause.kind == "recipient"]
    return {**fields.as_meta(), "recipients": recipients, "source": source, "tables": list(map(_table, body.tables))}


def _table(table: DraftTable) -> dict[str, Any]:
    return {
        "kind": table.kind,
        "columns": [{"field": column.field, "name": column.name} for column in table.columns],
        "rows": [
            {
                **{name: guard_words(text) for name, text in row.cells},
                **({"merged": list(row.merged)} if row.merged else {}),
            }
            for row in table.rows
        ],
    }


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _assemble(meta: dict[str, Any], body: _Body) -> str:
    return f"{FENCE}\n{write_front_matter(meta)}{FENCE}\n\n{body.text}\n"


# --- the files received -----------------------------------------------------------------


def _source_files(document: Document, data: bytes, plan_id: str) -> tuple[tuple[SourceFile, ...], Transcript]:
    """The file as it came and, unless its words can be compared as they are, the text read of it."""
    place, year, number = plan_id.split("/")
    base, kind = f"{year}-{place}-{number}", document.kind
    if kind == "txt" and (text := _plain_words(data)) is not None:
        return (SourceFile(f"{base}.txt", data),), Transcript(text, ())
    transcript = transcribe(document)
    ending = kind if kind in _AS_THEY_ARE else f"{kind}.txt" if kind != "txt" else "goc.txt"
    received = SourceFile(f"{base}.{ending}", data)
    return (received, SourceFile(f"{base}.txt", transcript.text.encode())), transcript


# What else there is a browser would show or run: it is given out as text.
_AS_THEY_ARE = frozenset(RECEIVED_KINDS) - {"txt"}


def _plain_words(data: bytes) -> str | None:
    """``data`` as the proof reads it; None where it is not UTF-8 or holds what nobody sees."""
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    return text if next(refused_lines(text), None) is None else None


# --- the proof ----------------------------------------------------------------------------


def _proved(draft: Draft, meta: dict[str, Any], body: _Body, transcript: Transcript, document: Document) -> Draft:
    """The draft with its differences declared, and with a doubt for all that does not hold."""
    problems: list[Problem] = []
    plan = parse_plan(draft.text, draft.plan_id, draft.path, problems)
    if plan:
        texts = read_source(transcript.text), read_plan_text(plan)
        meta["differences"] = [one.model_dump() for one in declare(*texts, transcript.pages, reading=document.scanned)]
        draft = replace(draft, text=_assemble(meta, body))
        plan = parse_plan(draft.text, draft.plan_id, draft.path, problems)
    if plan:
        problems.extend(prove(plan, transcript.text).problems)
    proof = (Doubt(DoubtKind.PROOF, one.must, one.found, one.line) for one in problems)
    return replace(draft, plan=plan, doubts=(*draft.doubts, *proof, *_document_doubts(document)))


def _document_doubts(document: Document) -> Iterator[Doubt]:
    by_reason: dict[str, list[LeftOut]] = {}
    for left in document.left_out:
        by_reason.setdefault(left.why, []).append(left)
    for why, lefts in by_reason.items():
        yield Doubt(DoubtKind.LEFT, why, "; ".join(left.text for left in lefts), page=lefts[0].page)
    for note in document.notes:
        yield Doubt(DoubtKind.FILE, note)
    for paragraph in document.paragraphs():
        for mark in paragraph.doubts:
            must = "chữ đọc từ bản quét không chắc, phải đối chiếu với bản nhận được"
            yield Doubt(DoubtKind.READING, must, paragraph.text[mark.start : mark.end], page=paragraph.page)
