"""The page of editorial notes: every oddity found in the plans, by plan and kind."""

from __future__ import annotations

from collections import Counter

from corpus.derive.directives import DirectiveEntry
from corpus.link import Linked, group
from corpus.pages.page import Page, render
from corpus.pages.plan import notes_in_order
from corpus.vocabulary import NoteKind

NOTES_URL = "ghi-chu-bien-tap/"


def notes_page(linked: Linked, directives: dict[str, DirectiveEntry]) -> Page:
    plans = []
    for here in linked.plans:
        notes = list(enumerate(notes_in_order(here.plan), 1))
        by_kind = group(notes, lambda item: item[1].kind)
        if notes:
            plans.append((here.plan, len(notes), [(kind, by_kind[kind]) for kind in NoteKind if kind in by_kind]))
    totals = Counter(note.kind for here in linked.plans for note in here.plan.meta.notes)
    kinds = [(kind, totals[kind]) for kind in NoteKind if kind in totals]
    return render("notes.md.j2", NOTES_URL, linked, directives, plans=plans, kinds=kinds)
