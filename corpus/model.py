"""The corpus as the later stages see it: plans made of clauses, and the registers. All of it is frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from corpus.addresses import plan_url
from corpus.schema import Agency, AnnexTask, Directive, FrontMatter, Group, Place, Term
from corpus.strict_yaml import KeyPath
from corpus.vocabulary import Role

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
    "annex",
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
    """One cell of an annex row; ``field`` is its key in the front matter (``lead``, ``time`` ...)."""

    field: str
    text: str
    marks: tuple[Mark, ...]
    line: int


@dataclass(frozen=True)
class Row:
    """One row of the annex table."""

    anchor: str
    task: AnnexTask
    cells: tuple[Cell, ...]
    line: int

    def cell(self, name: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.field == name), None)


@dataclass(frozen=True)
class Passage:
    """A run of text of a plan: a clause's own text (field ``text``) or a cell of the annex."""

    anchor: str
    field: str
    text: str
    marks: tuple[Mark, ...]
    line: int


@dataclass(frozen=True)
class Plan:
    """One plan: its front matter, its clauses (the parts of the document) and its annex rows."""

    id: str
    path: str
    meta: FrontMatter
    clauses: tuple[Clause, ...]
    rows: tuple[Row, ...]
    lines: dict[KeyPath, int] = field(repr=False, compare=False, default_factory=dict)

    def walk(self) -> Iterator[Clause]:
        """Every clause, in the order of the text."""
        for clause in self.clauses:
            yield from clause.walk()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every run of text in the order of the document; annex cells stand where the annex stands."""
        found: list[Passage] = []
        for clause in self.walk():
            if clause.kind == "annex":
                for row in self.rows:
                    found.extend(Passage(row.anchor, c.field, c.text, c.marks, c.line) for c in row.cells)
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
            if clause.kind == "annex":
                trails.update((row.anchor, trail) for row in self.rows)
            for child in clause.children:
                visit(child, trail)

        for clause in self.clauses:
            visit(clause, ())
        return trails

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
    """

    plans: tuple[Plan, ...]
    places: tuple[Place, ...]
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]
    directives: tuple[Directive, ...]
    terms: tuple[Term, ...]
    lines: dict[str, dict[KeyPath, int]] = field(repr=False, compare=False, default_factory=dict)
    unread: frozenset[str] = frozenset()

    @cached_property
    def place(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def agency(self) -> dict[str, Agency | Group]:
        """Agencies and groups by id."""
        bodies: tuple[Agency | Group, ...] = (*self.agencies, *self.groups)
        return {body.id: body for body in bodies}

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
    """A row of an annex with its bodies resolved.

    ``when`` is what its time column prints; ``within`` the narrower time that its details print, if they do.
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


@dataclass(frozen=True)
class Duty:
    """What a body must do: an item under *Tổ chức thực hiện* or an article of the promulgating decision.

    ``agencies`` is empty where the printed name resolves to nobody; ``nature`` holds the verbs that
    say how (``chủ trì``, ``phối hợp``, ``đề nghị``, ``chỉ đạo``); ``others`` are bodies named in the text.
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
