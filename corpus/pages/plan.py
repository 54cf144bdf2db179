"""The page of a plan: what it is, its whole text with every link, its tables, and what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from corpus.addresses import (
    UNRESOLVED,
    agency_url,
    akoma_ntoso_url,
    changes_url,
    directive_url,
    legal_identifier,
    markdown_url,
    plan_url,
    relative,
    verification_url,
)
from corpus.check.seen import Seen
from corpus.directives.identity import plan_directive_id
from corpus.grouping import group
from corpus.link import PlanRecord
from corpus.model import Cell, Clause, Mark, PrintedTable, Row
from corpus.overview.overview import Overview
from corpus.pages.about import about_plan
from corpus.pages.carried_over import carried_over
from corpus.pages.grading import grade
from corpus.pages.note_words import note_words
from corpus.pages.notes import PlanNote, graded, notes_in_order
from corpus.pages.page import Page, page_about, render
from corpus.pages.previews import Previews, TermFinder
from corpus.pages.proof import proof_sentences
from corpus.pages.side_by_side import beside
from corpus.pages.text import Link, NoteMark, render_text
from corpus.pages.timeline import timeline
from corpus.schema import Column
from corpus.vocabulary import ChangeKind, NoteGrade, RowSort

_KEEPS_LINES = ("letterhead", "title", "signature")


@dataclass
class PlanView:
    """Renders the clauses of one plan."""

    overview: Overview
    here: PlanRecord
    notes: tuple[PlanNote, ...]

    def __post_init__(self) -> None:
        self.note_numbers = {id(note): number for number, note in enumerate(self.notes, 1)}
        self.notes_at = group(self.notes, lambda note: note.at)
        self.previews = Previews(self.overview, self.url)
        self.terms = TermFinder.of(self.overview.corpus)
        self.marked: set[int] = set()
        restoration = self.overview.proofs[self.here.plan.id].restoration
        self.raw = {(p.anchor, p.field): p for p in restoration.passages if p.uncertain} if restoration else {}
        before = self.overview.previous.get(self.here.plan.id)
        self.compared = self.overview.compared(before.id, self.here.plan.id) if before else None

    @property
    def url(self) -> str:
        return self.here.plan.url

    def passage(self, anchor: str, name: str, text: str, marks: tuple[Mark, ...], lines: bool = False) -> Markup:
        """One run of text with its citations, bodies and notes laid over it."""
        links = [*self._citation_links(anchor, name), *self._agency_links(anchor, name)]
        links += self.terms.links(text, links, self.previews)
        return render_text(text, marks, links, self._note_marks(anchor, text), lines)

    def _citation_links(self, anchor: str, name: str) -> Iterator[Link]:
        for citation in self.here.citations_at.get((anchor, name), ()):
            if citation.directive is None:
                yield Link(citation.start, citation.end, relative(self.url, UNRESOLVED), "directive unresolved")
                continue
            css = "directive" if self.overview.directives[citation.directive].known else "directive unresolved"
            target = relative(self.url, directive_url(citation.directive))
            yield Link(citation.start, citation.end, target, css, self._card_of(citation.directive))

    def _card_of(self, directive: str) -> str:
        """The address of the entry in the list of what is cited; "" of the plan itself, which it does not cite."""
        if directive == plan_directive_id(self.here.plan, self.overview.corpus):
            return ""
        return self.previews.of_directive(directive)

    def _agency_links(self, anchor: str, name: str) -> Iterator[Link]:
        for mention in self.here.mentions_at.get((anchor, name), ()):
            if mention.agencies:
                body = mention.agencies[0]
                target, about = relative(self.url, agency_url(body)), self.previews.of_body(body)
                yield Link(mention.start, mention.end, target, "agency", about)

    def _note_marks(self, anchor: str, text: str) -> Iterator[NoteMark]:
        """Marks of the notes whose quote stands in ``text``; a note is marked once, where its quote comes first."""
        for note in self.notes_at.get(anchor, ()):
            number = self.note_numbers[id(note)]
            start = text.find(note.quote)
            if start >= 0 and number not in self.marked:
                self.marked.add(number)
                beside = "" if grade(note) is NoteGrade.PRESENTATION else note_words(note)
                yield NoteMark(start, start + len(note.quote), number, beside)

    def body(self) -> str:
        """The whole text as HTML."""
        return "\n".join(piece for clause in self.here.plan.clauses for piece in self._clause(clause, 0))

    def _clause(self, clause: Clause, depth: int) -> Iterator[str]:
        if clause.anchor in self.here.plan.table:
            yield str(self.table(self.here.plan.table[clause.anchor]))
        elif clause.kind in ("part", "heading"):
            yield self._heading(clause, depth)
        elif clause.text:
            yield self._block(clause, depth)
        inner = depth + (clause.kind not in ("part", "letterhead", "recipients"))
        for child in clause.children:
            yield from self._clause(child, inner if clause.kind != "heading" else 0)

    def _heading(self, clause: Clause, depth: int) -> str:
        tag = f"h{min(6, max(2, clause.level + 1))}"
        text = str(self.passage(clause.anchor, "text", clause.text, clause.marks)).replace("\n", " ")
        marker = f"{escape(clause.marker)} " if clause.marker else ""
        return f'<{tag} id="{clause.anchor}" {self._cite_attribute(clause.anchor)}>{marker}{text}</{tag}>'

    def _block(self, clause: Clause, depth: int) -> str:
        text = self.passage(clause.anchor, "text", clause.text, clause.marks, clause.kind in _KEEPS_LINES)
        marker = f'<span class="marker">{escape(clause.marker)}</span> ' if clause.marker else ""
        marked = " marked" if marker else ""
        return (
            f'<p class="clause {clause.kind} depth-{depth}{marked}" id="{clause.anchor}" {self._cite_attribute(clause.anchor)}>'
            f"{marker}{text}{_clause_link(clause.anchor)}{self._since(clause.anchor)}</p>{self._raw(clause.anchor, 'text')}"
        )

    def _since(self, anchor: str) -> str:
        """Where a clause stood before: a link to the plan before it, shown beside the text and not copied with it."""
        row = self.compared.before_of.get(anchor) if self.compared else None
        if self.compared is None or row is None or row.before is None or row.before.is_title:
            return ""
        year = self.compared.before.meta.year
        words = f"Câu này có từ kế hoạch năm {year}" + (", đã đổi lời" if row.kind is ChangeKind.REWORDED else "")
        target = relative(self.url, f"{changes_url(self.here.plan.id)}#cau-{anchor}")
        return f'<a class="since" href="{target}" data-year="{year}" aria-label="{words}" title="{words}"></a>'

    def _raw(self, anchor: str, name: str) -> str:
        """The scan's reading of a passage that holds uncertain words."""
        if (anchor, name) not in self.raw:
            return ""
        raw = escape(self.raw[anchor, name].raw)
        return f'<details class="raw"><summary>Xem bản nhận dạng chữ</summary><p lang="und">{raw}</p></details>'

    def _cite_attribute(self, anchor: str) -> str:
        return f'data-cite="{escape(self.overview.cite(self.here.plan.id, anchor))}"'

    def table(self, table: PrintedTable) -> Markup:
        """A table; on a narrow screen each row reads as a card (the cells carry their heading)."""
        lines = [f'<table class="annex" id="{table.anchor}"><thead><tr>']
        lines += [f'<th scope="col" class="column-{_css(c)}">{escape(c.name)}</th>' for c in table.columns if c.name]
        lines.append("</tr></thead><tbody>")
        for row in table.rows:
            lines += self._row(row, table)
        lines.append("</tbody></table>")
        return Markup("\n".join(lines))

    def _row(self, row: Row, table: PrintedTable) -> Iterator[str]:
        css = f' class="{row.sort}"' if row.sort in (RowSort.GROUP, RowSort.HEAD) else ""
        yield f'<tr id="{row.anchor}"{css} {self._cite_attribute(row.anchor)}>'
        if row.sort is RowSort.GROUP:
            inner = " ".join(self._cell(row.anchor, cell) for cell in row.cells)
            yield f'<th scope="rowgroup" colspan="{len(table.columns)}">{inner}{_clause_link(row.anchor)}</th>'
        else:
            cells = {cell.field: cell for cell in row.cells}
            linked = next((c.field for c in table.columns if c.field == "title"), table.columns[0].field)
            for column in table.columns:
                names = ("title", "detail") if column.field == "title" else (column.field,)
                inner = "".join(self._cell(row.anchor, cells[name]) for name in names if name in cells)
                link = _clause_link(row.anchor) if column.field == linked else ""
                empty = "" if inner else ' data-empty="true"'
                label = f'class="column-{_css(column)}" data-label="{escape(column.name)}"'
                yield f"<td {label}{empty}>{inner}{link}</td>"
        yield "</tr>"

    def _cell(self, anchor: str, cell: Cell) -> str:
        """One cell; a merged one is said again, with the links of the row that prints it."""
        merged = " merged" if cell.origin != anchor else ""
        text = self.passage(cell.origin, cell.field, cell.text, cell.marks, lines=True)
        return f'<div class="cell-{cell.field}{merged}">{text}</div>{self._raw(anchor, cell.field)}'


def _css(column: Column) -> str:
    """What styles call a column."""
    return "task" if column.field == "title" else column.field


def _clause_link(anchor: str) -> str:
    return f'<a class="clause-link" href="#{anchor}" aria-label="Liên kết tới đoạn này"></a>'


def plan_page(seen: Seen, plan: str) -> Page:
    """The page of one plan, which is read through when it is written."""
    return page_about(seen, plan_url(plan), _plan_page, plan)


def _plan_page(seen: Seen, plan_id: str) -> Page:
    overview, here = seen.overview, seen.overview.plan[plan_id]
    plan = here.plan
    view = PlanView(overview, here, notes_in_order(here, seen.checked.notes[plan.id]))
    proof, before = overview.proofs[plan.id], overview.previous.get(plan.id)
    return render(
        "plan.html.j2",
        plan.url,
        overview,
        plan=plan,
        meta=plan.meta,
        here=here,
        body=Markup(view.body()),
        cited=view.previews.directives,
        citing={one: len({c.plan for c in overview.citations_of[one]}) for one in view.previews.directives},
        told=list(view.previews.told()),
        notes=graded(view.notes),
        has_notes=bool(view.notes),
        bodies=bodies_with_work(here),
        figures=figures_of(overview, here),
        sentences=proof_sentences(proof),
        restored=proof.restoration is not None,
        eli=legal_identifier(plan_directive_id(plan, overview.corpus)),
        akoma_ntoso=akoma_ntoso_url(plan.id),
        markdown=markdown_url(plan.url),
        verification=verification_url(plan.id),
        timeline=timeline(overview, plan, here.items, plan.url),
        made_of=carried_over(overview.compared(before.id, plan.id)) if before else None,
        compared=[(url, overview.compared(other.id, plan.id)) for url, other in beside(overview, plan)],
    ).telling(lambda: about_plan(plan, overview))


@dataclass(frozen=True)
class PlanFigures:
    """What a plan comes to: ``carried`` is the share of its words taken from the plan before, None where there is none."""

    tasks: int
    bodies: int
    deadlines: int
    directives: int
    carried: float | None


def figures_of(overview: Overview, here: PlanRecord) -> PlanFigures:
    """Five figures of a plan. Deadlines are dated times of its work, each day of one that comes again by itself."""
    own = plan_directive_id(here.plan, overview.corpus)
    before = overview.previous.get(here.plan.id)
    days = sum(
        len(occasion.days) for item in overview.work.items[here.plan.id] for occasion in overview.occasions(item)
    )
    return PlanFigures(
        len(here.tasks),
        len(bodies_with_work(here)),
        days,
        len({one.directive for one in here.citations} - {None, own}),
        overview.compared(before.id, here.plan.id).carried if before else None,
    )


def bodies_with_work(here: PlanRecord) -> list[tuple[str, int, int, int, int]]:
    """For each body with work in the plan: its id, how often it leads, coordinates, is given a duty, and is asked to."""
    leads = Counter(body for task in here.tasks for body in task.lead)
    coordinates = Counter(body for task in here.tasks for body in task.coordinating)
    duties = Counter(body for duty in here.duties if not duty.requested for body in duty.agencies)
    requested = Counter(body for duty in here.duties if duty.requested for body in duty.agencies)
    return sorted(
        (
            (body, leads[body], coordinates[body], duties[body], requested[body])
            for body in {*leads, *coordinates, *duties, *requested}
        ),
        key=lambda row: (-row[1], -row[3], -row[2], -row[4], row[0]),
    )
