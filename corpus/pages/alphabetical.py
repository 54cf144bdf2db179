"""The alphabetical index: what can be looked up by name where no script runs, one page for each letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from corpus.addresses import LETTERS, agency_url
from corpus.check.seen import Seen
from corpus.citation_form import plan_name
from corpus.grouping import group
from corpus.language.folding import fold
from corpus.language.letters import SortKey, sort_key
from corpus.overview.overview import Overview
from corpus.pages.page import Page, page_about, render
from corpus.pages.paging import Sheet, cut
from corpus.pages.previews import term_url

OTHERS = "0-9"
MOST_ENTRIES = 1000  # of a sheet


@dataclass(frozen=True)
class IndexLine:
    """A line of the index: what is looked up, where it leads, and what sort of thing it is."""

    label: str
    url: str
    sort: str
    about: str = ""


def alphabetical_pages(seen: Seen) -> Iterator[Page]:
    """The table of letters, then the page of each letter that has entries."""
    by_letter = group(sorted(_entries(seen.overview), key=lambda entry: sort_key(entry.label)), _letter)
    letters = [
        (letter, f"{LETTERS}{_address(letter)}/", len(entries))
        for letter, entries in sorted(by_letter.items(), key=_by_letter)
    ]
    yield render("alphabet.html.j2", LETTERS, seen.overview, letters=letters)
    known = json.dumps(letters)
    for letter, home, _ in letters:
        for sheet in cut(by_letter[letter], home, MOST_ENTRIES):
            lines = json.dumps([astuple(entry) for entry in sheet.rows])
            yield page_about(seen, sheet.url, _letter_page, letter, known, home, sheet.number, sheet.count, lines)


def _letter_page(seen: Seen, letter: str, letters: str, home: str, number: int, count: int, lines: str) -> Page:
    sheet = Sheet(home, number, count, tuple(IndexLine(*line) for line in json.loads(lines)))
    return render("letter.html.j2", sheet.url, seen.overview, letter=letter, letters=json.loads(letters), sheet=sheet)


def _entries(overview: Overview) -> Iterator[IndexLine]:
    for here in overview.plans:
        meta = here.plan.meta
        yield IndexLine(meta.title, here.plan.url, "kế hoạch", plan_name(meta))
    for entry in overview.directives.values():
        yield IndexLine(entry.name, entry.url, "văn bản", entry.title or "")
        for title in dict.fromkeys((entry.title, *(other.name for other in entry.names))):
            if title and title != entry.name:
                yield IndexLine(title, entry.url, "văn bản", entry.name)
    for body in overview.corpus.bodies:
        yield IndexLine(body.name, agency_url(body.id), "cơ quan", overview.corpus.place[body.place].name)
    for term in overview.corpus.terms:
        yield IndexLine(term.term, term_url(term.term), "chữ viết tắt", term.meaning)


def _letter(entry: IndexLine) -> str:
    first = next((char for char in entry.label.upper() if char.isalnum()), "")
    return OTHERS if not first.isalpha() else first if first == "Đ" else fold(first).upper()


def _by_letter(item: tuple[str, list[IndexLine]]) -> SortKey:
    return sort_key(item[0])


def _address(letter: str) -> str:
    return "dd" if letter == "Đ" else letter.lower()
