"""The page of editorial notes: every oddity found in the plans, by plan and by how much it matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.addresses import NOTES
from corpus.check.checked import Checked
from corpus.check.oddity import Oddity
from corpus.grouping import group
from corpus.link import PlanRecord
from corpus.overview.overview import Overview
from corpus.pages.grading import grade, pattern
from corpus.pages.page import Page, render
from corpus.pages.paging import cut
from corpus.schema import Note
from corpus.vocabulary import NoteGrade

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


Numbered = tuple[int, PlanNote]


@dataclass(frozen=True)
class GradedNotes:
    """The notes on one plan by how much they matter, each with its number on the plan's page.

    ``content`` and ``wording`` stand one by one; ``presentation`` by pattern, so that a comma is read once.
    """

    content: tuple[Numbered, ...]
    wording: tuple[Numbered, ...]
    presentation: tuple[tuple[str, tuple[Numbered, ...]], ...]

    @property
    def in_print(self) -> int:
        """How many notes are on presentation only."""
        return sum(len(notes) for _, notes in self.presentation)


def graded(notes: Iterable[PlanNote]) -> GradedNotes:
    """``notes`` in their order, numbered from 1, by grade."""
    by_grade = group(enumerate(notes, 1), lambda item: grade(item[1]))
    patterns = group(by_grade.get(NoteGrade.PRESENTATION, ()), lambda item: pattern(item[1]))
    return GradedNotes(
        tuple(by_grade.get(NoteGrade.CONTENT, ())),
        tuple(by_grade.get(NoteGrade.WORDING, ())),
        tuple((name, tuple(found)) for name, found in patterns.items()),
    )


def notes_pages(overview: Overview, checked: Checked) -> Iterator[Page]:
    """The notes of all plans in sheets of whole plans; the first counts them by how much they matter."""
    plans = []
    totals: Counter[NoteGrade] = Counter()
    for here in overview.plans:
        notes = notes_in_order(here, checked.notes[here.plan.id])
        totals.update(grade(note) for note in notes)
        if notes or here.plan.meta.dismissed:
            plans.append((here.plan, len(notes), graded(notes)))
    grades = [(one, totals[one]) for one in NoteGrade if one in totals]
    for sheet in cut(plans, NOTES, MOST_NOTES, lambda row: row[1]):
        yield render("notes.html.j2", sheet.url, overview, sheet=sheet, plans=sheet.rows, grades=grades)
