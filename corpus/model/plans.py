"""Plans, and the corpus of plans and registers, as the later stages see them. All of it is frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from corpus.addresses import plan_url
from corpus.country.register import Places
from corpus.language.years import read_period
from corpus.model.printed import Clause, Passage, PrintedTable, Row
from corpus.schema import Agency, Directive, FrontMatter, Group, KnownAct, Place, Term
from corpus.strict_yaml import KeyPath


@dataclass(frozen=True)
class Plan:
    """One plan: its front matter, its clauses (the parts of the document) and its tables."""

    id: str
    path: str
    meta: FrontMatter
    clauses: tuple[Clause, ...]
    tables: tuple[PrintedTable, ...]
    lines: dict[KeyPath, int] = field(repr=False, compare=False, default_factory=dict)
    digest: str = field(repr=False, compare=False, default="")  # SHA-256 of the text of its file, as it was read

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
    def table(self) -> dict[str, PrintedTable]:
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
    ``notice`` is what every page says of the corpus: that its plans are made up, for one.
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
    redirects: tuple[tuple[str, str], ...] = ()
    by_rule: frozenset[str] = frozenset()
    notice: str = ""

    @cached_property
    def moved_pages(self) -> tuple[tuple[str, str], ...]:
        """Old and new address of each page that moved; of ``redirects`` those that are no files."""
        return tuple((old, new) for old, new in self.redirects if old.endswith("/"))

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
    def written_bodies(self) -> tuple[Agency | Group, ...]:
        """The agencies and groups that the register lists itself."""
        return tuple(body for body in self.bodies if body.id not in self.by_rule)

    @cached_property
    def written_agencies(self) -> tuple[Agency, ...]:
        return tuple(agency for agency in self.agencies if agency.id not in self.by_rule)

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
