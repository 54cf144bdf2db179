"""The page of editorial notes: every oddity found in the plans, by plan and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from corpus.addresses import NOTES
from corpus.check.checked import Checked
from corpus.check.oddity import Oddity
from corpus.grouping import group
from corpus.link import PlanRecord
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.pages.paging import cut
from corpus.schema import Note
from corpus.vocabulary import NoteKind

MOST_NOTES = 700  # of a sheet

PlanNote = Note | Oddity


def notes_in_order(here: PlanRecord, machine: Iterable[Oddity]) -> tuple[PlanNote, ...]:
    """Editors' notes on a plan and what the rules found besides, as a reader meets them in the text."""
    places: dict[str, list[tuple[int, str]]] = {}
    for index, passage in enumerate(here.plan.passages):
        places.setdefault(passage.anchor, []).append((index, passage.text))

    def place(note: PlanNote) -> tuple[int, int]:
        found = ((index, text.find(note.quote)) for index, text in places.get(note.at, ()))
        return next(((index, start) for index, start in found if start >= 0), (len(here.plan.passages), 0))

    return tuple(sorted((*here.plan.meta.notes, *machine), key=lambda note: (*place(note), len(note.quote))))


def notes_pages(overview: Overview, checked: Checked) -> Iterator[Page]:
    """The notes of all plans in sheets of whole plans; the first counts them by kind."""
    plans = []
    for here in overview.plans:
        notes = list(enumerate(notes_in_order(here, checked.notes[here.plan.id]), 1))
        by_kind = group(notes, lambda item: item[1].kind)
        if notes:
            plans.append((here.plan, len(notes), [(kind, by_kind[kind]) for kind in NoteKind if kind in by_kind]))
    totals = Counter(kind for _, _, groups in plans for kind, notes in groups for _ in notes)
    kinds = [(kind, totals[kind]) for kind in NoteKind if kind in totals]
    for sheet in cut(plans, NOTES, MOST_NOTES, lambda row: row[1]):
        yield render("notes.html.j2", sheet.url, overview, sheet=sheet, plans=sheet.rows, kinds=kinds)
