"""Whom the clauses under *Tổ chức thực hiện* are for: the bodies of their headings, beginnings or sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.bodies.actors import (
    asks,
    asks_itself,
    begins_with_actors,
    names_its_own,
    opens_with_verb,
    told_in,
)
from corpus.bodies.address_lines import read_address, read_giving, read_helpers, strip_lead, without_share
from corpus.bodies.beginnings import acting_run
from corpus.bodies.index import BodyIndex
from corpus.bodies.meaning import ReadName
from corpus.bodies.setting import Setting
from corpus.bodies.split import begins_body
from corpus.language.folding import fold
from corpus.language.lexicon import LEXICON
from corpus.language.sentences import sentences
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
    helpers: tuple[str, ...] = ()
    """Ids of the bodies that the heading says only help: "Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh"."""
    asked: bool = False
    """Whether a line above asks whomever its items name: "5. Đề nghị:"."""


def addressed_clauses(section: Clause, bodies: BodyIndex, at: Setting) -> Iterator[Addressed]:
    """The clauses of a section that say what to do, each with whom it is for."""
    reader = _Reader(bodies, at, _closing(section))
    to = Addressed(section_name(section), section)
    for before, child in zip((None, *section.children), section.children, strict=False):
        # What stands below "2. Phòng Kinh tế:" without a number of its own is for it, indented or not.
        named = before is not None and child.kind == "paragraph" and not before.children and _address_alone(before)
        yield from reader.addressed(child, reader.to(before, to) if before and named else to)


def addressed_below(heading: Clause, bodies: BodyIndex, at: Setting) -> tuple[Addressed, ...]:
    """The clauses below a ``heading`` or a numbered item that only names known bodies, wherever it stands: *1. Sở Xây
    dựng*, then what it is to do. Nothing where it names anything else, or what stands below does not begin with a verb.
    """
    heads = heading.kind == "heading" or bool(heading.number)
    names = bodies.cell(heading.text, at) if heads and begins_body(heading.text) else ()
    known = bool(names) and all(name.agencies for name in names)
    if not known or not any(opens_with_verb(child.text) for child in heading.children):
        return ()
    return tuple(_Reader(bodies, at, "").addressed(heading, Addressed(section_name(heading), heading)))


def addressed_line(clause: Clause, bodies: BodyIndex, at: Setting, section: str = "") -> Addressed:
    """``clause`` for whom it begins by naming before a verb: "- Phòng Kinh tế: tham mưu …"; for nobody where it does not."""
    address = read_address(clause.text) if clause.marker else None
    if address and opens_with_verb(address[1]):
        return Addressed(section, clause, address[1], bodies.cell(address[0], at), asks(clause.text[:20]))
    return Addressed(section, clause, clause.text)


def given_after(parent: Clause, bodies: BodyIndex, at: Setting, section: str) -> dict[str, Addressed]:
    """What stands below ``parent``, by address, that a line before it gives to whom it names.

    Items after *Giao Sở Xây dựng:*, and paragraphs after *1. Sở Xây dựng*, if the first says what to do. The line itself
    has no text left: what it says is said by what follows.
    """
    found: dict[str, Addressed] = {}
    giving: Addressed | None = None
    for before, child in zip((None, *parent.children), parent.children, strict=False):
        follows = giving is not None and _follows(giving.clause, before, child)
        if giving and follows:
            if not begins_body(child.text):
                found[giving.clause.anchor] = giving
                found[child.anchor] = replace(giving, clause=child, text=child.text)
        else:
            names = bodies.cell(_line_names(child), at)
            known = any(name.agencies for name in names)
            giving = Addressed(section, child, "", names, asks(child.text)) if known else None
    return found


def _line_names(line: Clause) -> str:
    """Whom ``line`` gives what follows it: *Giao Sở Xây dựng:* the items, *1. Sở Xây dựng* the paragraphs."""
    if line.kind == "paragraph":
        return read_giving(line.text)
    address = _address(line) if not line.children and _address_alone(line) else None
    return address[0] if address else ""


def _follows(line: Clause, before: Clause | None, child: Clause) -> bool:
    """Whether ``child``, which stands after ``before``, still belongs to the ``line`` that gives."""
    if line.kind == "paragraph":
        return child.kind in ("item", "point", "clause")
    return child.kind == "paragraph" and (before is not line or opens_with_verb(child.text))


def given_below(to: Addressed) -> Iterator[Addressed]:
    """What is given with the item of ``to``: it and all below it, but for what names itself whom it is for.

    A number below it begins anew, wherever the printing has put it.
    """
    if not to.text:
        return
    yield replace(to, names=() if begins_body(to.text) else to.names)
    for child in to.clause.children:
        if child.kind != "clause":
            yield from given_below(replace(to, clause=child, text=child.text))


def _closing(section: Clause) -> str:
    """The address of the paragraph that closes ``section``, be it below its last heading; nothing where none does."""
    last = section
    while last.children and last.kind == "heading":
        before, last = last, last.children[-1]
    return last.anchor if last.kind == "paragraph" and last is not before.children[0] else ""


def _address_alone(clause: Clause) -> bool:
    """Whether ``clause`` is nothing but a numbered name."""
    address = _address(clause) if clause.number and clause.kind != "heading" else None
    return address is not None and not address[1]


@dataclass(frozen=True)
class _Reader:
    bodies: BodyIndex
    at: Setting
    closing: str

    def to(self, clause: Clause, to: Addressed) -> Addressed:
        address = _address(clause)
        names = self.bodies.cell(address[0], self.at) if address else ()
        return replace(to, names=names, requested=asks(clause.text[:20]), helpers=self.helpers(clause))

    def helpers(self, clause: Clause) -> tuple[str, ...]:
        return tuple(
            agency for name in self.bodies.cell(read_helpers(clause.text), self.at) for agency in name.agencies
        )

    def addressed(self, clause: Clause, to: Addressed) -> Iterator[Addressed]:
        text, address = clause.text, None
        if clause.kind == "heading":
            names, text = without_share(strip_lead(clause.text)).rstrip(":"), ""
            address = (names, "") if begins_body(names) or not _names_subject(clause, names) else None
        elif not to.names or clause.marker:
            # Below a heading for many, a numbered name with items of its own, or with a colon, is for one of them.
            address = _address(clause)
            address = address if not to.names or clause.children or (address and address[1]) else None
            address = None if address and not address[1] and self._says_itself(clause) else address
        if address:
            requested = to.asked or asks(clause.text[:20]) or asks_itself(address[1])
            names_of = tuple(name for name in self.bodies.cell(address[0], self.at) if not _is_list_of_kinds(name))
            to, text = replace(to, names=names_of, requested=requested, helpers=self.helpers(clause)), address[1]
        text, apart = _apart(text) if address else (text, ())
        text, given = self._given(text)
        introduces = _introduces(clause) and not given
        if text and not introduces:
            own = self._is_for_others(clause, text, to)
            yield replace(to, names=() if own else to.names, clause=clause, text=text)
        for names, rest in apart:
            yield replace(to, names=self.bodies.cell(names, self.at), clause=clause, text=rest)
        to = replace(to, asked=True) if _ASKS_BELOW.match(clause.text) else to
        to = replace(to, names=given) if given else to
        for child in clause.children:
            if introduces or not _is_detail(child):
                yield from self.addressed(child, to)

    def _says_itself(self, clause: Clause) -> bool:
        """Whether ``clause`` is a sentence with a verb that no list has: "Trạm Y tế phường cấp thẻ cho 40 hộ."."""
        ends = clause.text.rstrip().endswith((".", ";")) and not clause.children
        return ends and acting_run(strip_lead(clause.text), self.bodies, self.at) > 0

    def _given(self, text: str) -> tuple[str, tuple[ReadName, ...]]:
        """``text`` without its last sentence where that gives what stands below to others: "… Giao Chi cục Kiểm lâm:"."""
        starts = [start for start, _ in sentences(text)]
        names = self.bodies.cell(read_giving(text[starts[-1] :]), self.at) if len(starts) > 1 else ()
        return (text[: starts[-1]].rstrip(), names) if any(name.agencies for name in names) else (text, ())

    def _is_for_others(self, clause: Clause, text: str, to: Addressed) -> bool:
        """Whether ``text`` names itself whom it is for; what closes a section is for all, below its last heading too."""
        if text == clause.text and begins_with_actors(text) or names_its_own(text, to.requested):
            return True
        return clause.anchor == self.closing and any(next(told_in(sentence), None) for _, sentence in sentences(text))


_ASKS_BELOW = re.compile(r"(?:đề nghị|khuyến khích)\s*:?$", re.IGNORECASE)


def _apart(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """``text`` to the sentence that begins by naming others before a colon, and these with what they are told.

    "phát triển sản phẩm. Sở Nông nghiệp: hỗ trợ …", as it stands behind "4. Sở Công Thương:".
    """
    found: list[tuple[str, str]] = []
    for start, sentence in reversed(list(sentences(text))):
        address = read_address(sentence) if start else None
        if not address or not opens_with_verb(address[1]):
            break
        text = text[:start].rstrip()
        found.append(address)
    return text, tuple(reversed(found))


def _is_list_of_kinds(name: ReadName) -> bool:
    """Whether ``name`` is what a bracket lists of many: "Các chủ rừng (ban quản lý rừng, công ty, hộ gia đình)"."""
    return name.printed.bracketed and not name.agencies and name.printed.text.count(",") > 1


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
