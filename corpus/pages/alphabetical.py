"""The alphabetical index: what can be looked up by name where no script runs, one page for each letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.language.letters import fold, sort_key
from corpus.link import Linked, group
from corpus.overview.entries import DirectiveEntry
from corpus.pages.page import Page, plan_name, render

OTHERS = "0-9"


@dataclass(frozen=True)
class Entry:
    """A line of the index: what is looked up, where it leads, and what sort of thing it is."""

    label: str
    url: str
    sort: str
    about: str = ""


def alphabetical_pages(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Page]:
    """The table of letters, then the page of each letter that has entries."""
    by_letter = group(sorted(_entries(linked, directives), key=lambda entry: sort_key(entry.label)), _letter)
    letters = [
        (letter, f"tra-cuu/{_address(letter)}/", len(entries))
        for letter, entries in sorted(by_letter.items(), key=_by_letter)
    ]
    yield render("alphabet.md.j2", "tra-cuu/", linked, directives, letters=letters)
    for letter, url, _ in letters:
        yield render("letter.md.j2", url, linked, directives, letter=letter, letters=letters, entries=by_letter[letter])


def _entries(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Entry]:
    for here in linked.plans:
        meta = here.plan.meta
        yield Entry(meta.title, here.plan.url, "kế hoạch", plan_name(meta))
    for entry in directives.values():
        yield Entry(entry.name, entry.url, "văn bản", entry.title or "")
        for title in dict.fromkeys((entry.title, *(other.name for other in entry.names))):
            if title and title != entry.name:
                yield Entry(title, entry.url, "văn bản", entry.name)
    for body in (*linked.corpus.agencies, *linked.corpus.groups):
        yield Entry(body.name, f"co-quan/{body.id}/", "cơ quan", linked.corpus.place[body.place].name)
    for term in linked.corpus.terms:
        yield Entry(term.term, "chu-viet-tat/", "chữ viết tắt", term.meaning)


def _letter(entry: Entry) -> str:
    first = next((char for char in entry.label.upper() if char.isalnum()), "")
    return OTHERS if not first.isalpha() else first if first == "Đ" else fold(first).upper()


def _by_letter(item: tuple[str, list]) -> tuple:
    return sort_key(item[0])


def _address(letter: str) -> str:
    return "dd" if letter == "Đ" else letter.lower()
