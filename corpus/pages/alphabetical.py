"""The alphabetical index: what can be looked up by name where no script runs, one page for each letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.addresses import LETTERS, agency_url
from corpus.citation_form import plan_name
from corpus.grouping import group
from corpus.language.folding import fold
from corpus.language.letters import SortKey, sort_key
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.pages.paging import cut
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


def alphabetical_pages(overview: Overview) -> Iterator[Page]:
    """The table of letters, then the page of each letter that has entries."""
    by_letter = group(sorted(_entries(overview), key=lambda entry: sort_key(entry.label)), _letter)
    letters = [
        (letter, f"{LETTERS}{_address(letter)}/", len(entries))
        for letter, entries in sorted(by_letter.items(), key=_by_letter)
    ]
    yield render("alphabet.html.j2", LETTERS, overview, letters=letters)
    for letter, home, _ in letters:
        for sheet in cut(by_letter[letter], home, MOST_ENTRIES):
            yield render("letter.html.j2", sheet.url, overview, letter=letter, letters=letters, sheet=sheet)


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
