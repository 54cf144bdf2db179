"""The corpus as the later stages see it: plans made of clauses, and the registers. All of it is frozen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from corpus.addresses import plan_url
from corpus.country.register import Places
from corpus.language.years import read_period
from corpus.schema import Agency, Column, Directive, FrontMatter, Group, KnownAct, Place, Term
from corpus.strict_yaml import KeyPath
from corpus.vocabulary import DutyKind, DutyNature, Role, RowSort, TableKind

# A duty that begins so is to help another body.
_HELPS = re.compile(r"(?:tham gia\s+)?phối hợp\b(?!\s+(?:và\s+)?đề nghị)", re.IGNORECASE)

# Where a run of text stands: the anchor of its clause or row, and its field.
PassagePlace = tuple[str, str]
MarkKind = Literal["bold", "italic", "uncertain"]
ClauseKind = Literal[
    "letterhead",
    "part",
    "title",
    "heading",
    "article",
    "clause",
    "point",
    "item",
    "paragraph",
    "basis",
    "recipients",
    "recipient",
    "signature",
    "table",
]


@dataclass(frozen=True)
class Mark:
    """Emphasis or uncertainty over ``text[start:end]`` of the passage that holds it."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True)
class Clause:
    """A part, section, article, clause, point, item or paragraph of a plan.

    ``text`` is the plain text without ``marker`` (the printed numbering: ``II.``, ``a)``, ``-``);
    ``number`` is the numbering itself (``II``, ``a``); ``line`` is its line in the plan's file.
    """

    anchor: str
    kind: ClauseKind
    marker: str
    number: str
    text: str
    marks: tuple[Mark, ...]
    line: int
    level: int = 0
    children: tuple[Clause, ...] = ()

    def walk(self) -> Iterator[Clause]:
        """This clause and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Cell:
    """One cell of a table; ``field`` is that of its column (``lead``, ``time`` ...).

    ``origin`` is the address of the row that it is printed in: another one above for a merged cell.
    """

    field: str
    text: str
    marks: tuple[Mark, ...]
    line: int
    origin: str


@dataclass(frozen=True)
class Row:
    """One printed row of a table; ``parent`` is the address of the group or row that it belongs to, or nothing.

    ``sort`` is what the row is in a table of tasks, and None in other tables. ``number`` is its printed number.
    """

    anchor: str
    sort: RowSort | None
    number: str
    parent: str
    cells: tuple[Cell, ...]
    line: int

    def cell(self, name: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.field == name), None)

    @property
    def printed(self) -> tuple[Cell, ...]:
        """The cells that this row prints itself."""
        return tuple(cell for cell in self.cells if cell.origin == self.anchor)


@dataclass(frozen=True)
class Table:
    """A table of a plan; ``anchor`` is where it stands in the text, ``columns`` run from left to right."""

    anchor: str
    kind: TableKind
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    line: int


@dataclass(frozen=True)
class Passage:
    """A run of text of a plan: a clause's own text (field ``text``) or a cell of a table."""

    anchor: str
    field: str
    text: str
    marks: tuple[Mark, ...]
    line: int


@dataclass(frozen=True)
class Plan:
    """One plan: its front matter, its clauses (the parts of the document) and its tables."""

    id: str
    path: str
    meta: FrontMatter
    clauses: tuple[Clause, ...]
    tables: tuple[Table, ...]
    lines: dict[KeyPath, int] = field(repr=False, compare=False, default_factory=dict)

    def walk(self) -> Iterator[Clause]:
        """Every clause, in the order of the text."""
        for clause in self.clauses:
            yield from clause.walk()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every run of text in the order of the document; cells stand where their table stands."""
        found: list[Passage] = []
        for clause in self.walk():
            if clause.kind == "table":
                for row in self.table[clause.anchor].rows if clause.anchor in self.table else ():
                    found.extend(Passage(row.anchor, c.field, c.text, c.marks, c.line) for c in row.printed)
            elif clause.text:
                found.append(Passage(clause.anchor, "text", clause.text, clause.marks, clause.line))
        return tuple(found)

    @cached_property
    def passage_at(self) -> dict[tuple[str, str], Passage]:
        """Passages by (anchor, field)."""
        return {(passage.anchor, passage.field): passage for passage in self.passages}

    @cached_property
    def ancestors(self) -> dict[str, tuple[Clause, ...]]:
        """For each anchor, the clauses from the part down to the one with that anchor, itself last."""
        trails: dict[str, tuple[Clause, ...]] = {}

        def visit(clause: Clause, trail: tuple[Clause, ...]) -> None:
            trails[clause.anchor] = trail = (*trail, clause)
            if clause.anchor in self.table:
                trails.update((row.anchor, trail) for row in self.table[clause.anchor].rows)
            for child in clause.children:
                visit(child, trail)

        for clause in self.clauses:
            visit(clause, ())
        return trails

    @cached_property
    def table(self) -> dict[str, Table]:
        """The tables by the address at which they stand."""
        return {table.anchor: table for table in self.tables}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables, in order."""
        return tuple(row for table in self.tables for row in table.rows)

    @cached_property
    def period(self) -> tuple[int, int]:
        """First and last year that the plan is for: declared, else read in its title, else its own year."""
        if self.meta.period:
            return self.meta.period.first, self.meta.period.last
        return read_period(self.meta.title, self.meta.year) or (self.meta.year, self.meta.year)

    def clause(self, anchor: str) -> Clause | None:
        trail = self.ancestors.get(anchor)
        return trail[-1] if trail and trail[-1].anchor == anchor else None

    @property
    def url(self) -> str:
        """Address of the plan's page, relative to the site's root."""
        return plan_url(self.id)


@dataclass(frozen=True)
class Corpus:
    """Plans and registers, read and valid by themselves; links between them are made by later stages.

    ``lines[register][path]`` is the line of an entry: ``lines["agencies"]["agencies", 3]``. ``unread`` are the
    ids of plans that are there and could not be read, so that what points to them is not a problem of its own.
    ``by_rule`` are the ids of the places and bodies that no register lists: the country has them by law.
    """

    plans: tuple[Plan, ...]
    places: tuple[Place, ...]
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]
    directives: tuple[Directive, ...]
    terms: tuple[Term, ...]
    lines: dict[str, dict[KeyPath, int]] = field(repr=False, compare=False, default_factory=dict)
    unread: frozenset[str] = frozenset()
    acts: tuple[KnownAct, ...] = ()
    refused: frozenset[str] = frozenset()
    moved: tuple[tuple[str, str], ...] = ()
    by_rule: frozenset[str] = frozenset()

    @cached_property
    def country(self) -> Places:
        """Every place there is: those of the register, and those that the country has besides."""
        return Places(place for place in self.places if place.id not in self.by_rule)

    def is_known(self, directive: str | None) -> bool:
        """Whether a register has the directive with that id."""
        return directive in self.directive or directive in self.act

    @cached_property
    def act(self) -> dict[str, KnownAct]:
        """Known acts of the country by id, but for those that the register of directives has."""
        return {act.id: act for act in self.acts if act.id not in self.directive}

    @cached_property
    def place(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def bodies(self) -> tuple[Agency | Group, ...]:
        return (*self.agencies, *self.groups)

    @cached_property
    def agency(self) -> dict[str, Agency | Group]:
        """Agencies and groups by id."""
        return {body.id: body for body in self.bodies}

    @cached_property
    def issuer_symbols(self) -> frozenset[str]:
        """The letters by which the register says that agencies sign: UBND, TTg."""
        return frozenset(symbol for agency in self.agencies for symbol in agency.symbols)

    @cached_property
    def directive(self) -> dict[str, Directive]:
        return {directive.id: directive for directive in self.directives}

    @cached_property
    def plan(self) -> dict[str, Plan]:
        return {plan.id: plan for plan in self.plans}


# --- what later stages find in a plan ------------------------------------------


@dataclass(frozen=True)
class Citation:
    """A mention of a directive at ``text[start:end]`` of one passage, and what it resolves to.

    ``directive`` is None where nothing is cited that can be told apart; ``reason`` says why it resolved
    or did not. ``within`` is the id of the directive in whose title it stands.
    """

    plan: str
    anchor: str
    field: str
    start: int
    end: int
    text: str
    kind: str
    number: str | None
    issued: date | None
    issuer: str | None
    pinpoint: str | None
    directive: str | None
    reason: str
    role: Role
    within: str | None
    section: str
    prefix: str
    suffix: str
    by: str = "machine"


@dataclass(frozen=True)
class AgencyMention:
    """A printed name of a body at ``text[start:end]`` of one passage; ``agencies`` is empty where unresolved."""

    plan: str
    anchor: str
    field: str
    start: int
    end: int
    text: str
    agencies: tuple[str, ...]


@dataclass(frozen=True)
class When:
    """What can be computed of a printed time without guessing; all empty where nothing can.

    ``rule`` is an RFC 5545 recurrence rule; ``exclusive`` is true where the printed bound excludes its day.
    """

    text: str
    start: date | None = None
    end: date | None = None
    rule: str | None = None
    exclusive: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Task:
    """A task with its bodies resolved: a row of a table, or a clause of the text with the words that assign it.

    ``when`` is what its time column prints; ``within`` the narrower time that its details print, if they do.
    ``groups`` are the printed names of the groups it stands under, outermost first; ``parent`` is the address of the
    task that it is a part of; ``more`` the further columns by their printed names. Of a task in the text,
    ``assigning`` are the words that name who leads, when and what comes of it; of a row they are empty.
    """

    plan: str
    anchor: str
    no: str
    title: str
    detail: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    lead_text: str
    coordinating_text: str
    when: When
    product: str
    within: When | None = None
    groups: tuple[str, ...] = ()
    parent: str = ""
    more: tuple[tuple[str, str], ...] = ()
    assigning: str = ""

    @property
    def time(self) -> When:
        """When the task is to be done: the narrower time where its details print one."""
        return self.within or self.when


@dataclass(frozen=True)
class Duty:
    """What a body must do, or is asked to do, wherever the text says so.

    ``agencies`` is empty where the printed name resolves to nobody; ``nature`` holds the verbs that
    say how (``chủ trì``, ``phối hợp``, ``đề nghị``, ``chỉ đạo``); ``requested`` is true where the body is asked
    (*đề nghị*, *khuyến khích*) and not where it asks others; ``others`` are bodies named in the text.
    """

    plan: str
    anchor: str
    agencies: tuple[str, ...]
    printed_name: str
    text: str
    nature: tuple[str, ...]
    requested: bool
    section: str
    others: tuple[str, ...] = ()

    @property
    def kind(self) -> DutyKind:
        """Whether the body is told to do it, asked to, or only to help."""
        if self.requested:
            return DutyKind.REQUESTED
        helps = DutyNature.COORDINATES in self.nature and DutyNature.LEADS not in self.nature
        return DutyKind.COORDINATING if helps and _HELPS.match(self.text) else DutyKind.ASSIGNED


@dataclass(frozen=True)
class Report:
    """An obligation to report: who, to whom, through whom, how often and by when."""

    plan: str
    anchor: str
    agencies: tuple[str, ...]
    to: tuple[str, ...]
    via: tuple[str, ...]
    frequency: str
    deadlines: tuple[When, ...]
    text: str
