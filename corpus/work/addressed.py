"""Whom the clauses under *Tổ chức thực hiện* are for: the bodies of their headings, beginnings or sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.bodies.actors import (
    asks,
    asks_itself,
    begins_with_actors,
    names_its_own,
    read_address,
    strip_lead,
    without_share,
)
from corpus.bodies.index import BodyIndex, ReadName
from corpus.bodies.setting import Setting
from corpus.bodies.split import begins_body
from corpus.language.folding import fold
from corpus.language.lexicon import LEXICON
from corpus.model import Clause
from corpus.work.sections import Section, read_section, section_name


@dataclass(frozen=True)
class Addressed:
    """A clause and whom it is for: the bodies of its heading or beginning; nobody where only its sentences say."""

    section: str
    clause: Clause
    text: str = ""
    names: tuple[ReadName, ...] = ()
    requested: bool = False


def addressed_clauses(section: Clause, bodies: BodyIndex, at: Setting) -> Iterator[Addressed]:
    """The clauses of a section that say what to do, each with whom it is for."""
    to = Addressed(section_name(section), section)
    for before, child in zip((None, *section.children), section.children, strict=False):
        # What stands below "2. Phòng Kinh tế:" without a number of its own is for it, indented or not.
        named = before is not None and child.kind == "paragraph" and not before.children and _address_alone(before)
        yield from _addressed(child, _to(before, to, bodies, at) if before and named else to, bodies, at)


def _address_alone(clause: Clause) -> bool:
    """Whether ``clause`` is nothing but a numbered name."""
    address = _address(clause) if clause.number and clause.kind != "heading" else None
    return address is not None and not address[1]


def _to(clause: Clause, to: Addressed, bodies: BodyIndex, at: Setting) -> Addressed:
    address = _address(clause)
    names = bodies.cell(address[0], at) if address else ()
    return replace(to, names=names, requested=asks(clause.text[:20]))


def _addressed(clause: Clause, to: Addressed, bodies: BodyIndex, at: Setting) -> Iterator[Addressed]:
    text, address = clause.text, None
    if clause.kind == "heading":
        names, text = without_share(strip_lead(clause.text)).rstrip(":"), ""
        address = (names, "") if begins_body(names) or not _names_subject(clause, names) else None
    elif not to.names or clause.marker:
        # Below a heading for many, a numbered name with items of its own, or with a colon, is for one of them.
        address = _address(clause)
        address = address if not to.names or clause.children or (address and address[1]) else None
    if address:
        requested = asks(clause.text[:20]) or asks_itself(address[1])
        to, text = replace(to, names=bodies.cell(address[0], at), requested=requested), address[1]
    introduces = _introduces(clause)
    if text and not introduces:
        # What closes a section often stands below its last heading, and is for all.
        closes = clause.kind == "paragraph" and begins_with_actors(text)
        own = closes or names_its_own(text, to.requested)
        yield replace(to, names=() if own else to.names, clause=clause, text=text)
    for child in clause.children:
        if introduces or not _is_detail(child):
            yield from _addressed(child, to, bodies, at)


def _names_subject(clause: Clause, heading: str) -> bool:
    """Whether a heading says what is to be done and not who is to do it."""
    words = tuple(fold(f"{words} ") for words in LEXICON.headings.subjects)
    return fold(heading).startswith(words) or read_section(clause) is not Section.OTHER


def _address(clause: Clause) -> tuple[str, str] | None:
    """Whom ``clause`` begins by naming; one that is no sentence may say how the work below it is shared."""
    sentence = clause.text.rstrip().endswith((".", ";"))
    return read_address(clause.text if sentence else without_share(clause.text))


def _introduces(clause: Clause) -> bool:
    """Whether what ``clause`` says is said by what stands below it."""
    return clause.text.rstrip().endswith(":")


def _is_detail(clause: Clause) -> bool:
    """Whether ``clause`` only details the item above it: a "+" item, or the line that introduces such items."""
    return clause.marker == "+" or (clause.kind == "paragraph" and clause.text.rstrip().endswith(":"))
