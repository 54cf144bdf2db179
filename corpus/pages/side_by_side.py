"""Two plans of one line side by side: a page for each plan that follows another, or takes up one of a higher level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.addresses import above_url, changes_url
from corpus.check.seen import Seen
from corpus.link import PlanRecord
from corpus.model import Plan
from corpus.overview.changed_figures import FigureChange, figure_changes
from corpus.overview.comparison import Compared, Comparison
from corpus.overview.overview import Overview
from corpus.overview.passed_work import PassedWork, passed_work
from corpus.overview.statements import Statement
from corpus.pages.page import Page, page_about, render
from corpus.vocabulary import ChangeKind


@dataclass(frozen=True)
class HeadedRows:
    """Rows under one heading of the later plan, or of the earlier one where nothing took it up; ``heading`` may be None."""

    heading: Compared | None
    rows: tuple[Compared, ...]


@dataclass(frozen=True)
class SideBySide:
    """All that the page of two plans says."""

    comparison: Comparison
    figures: tuple[FigureChange, ...]
    passed: tuple[PassedWork, ...]
    new_work: tuple[Statement, ...]
    gone_work: tuple[Statement, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Statements by what became of them; headings are not counted."""
        rows = [row for row in self.comparison.rows if not _heads(row)]
        found = {kind.value: sum(row.kind is kind for row in rows) for kind in ChangeKind}
        return found | {"moved": sum(row.moved for row in rows)}

    def sections(self) -> Iterator[HeadedRows]:
        """The rows by headings, in the order of the page."""
        heading: Compared | None = None
        rows: list[Compared] = []
        for row in self.comparison.rows:
            if _heads(row) and row.after is not None:
                if heading or rows:
                    yield HeadedRows(heading, tuple(rows))
                heading, rows = row, []
            else:
                rows.append(row)
        yield HeadedRows(heading, tuple(rows))


def _heads(row: Compared) -> bool:
    statement = row.after or row.before
    return statement is not None and statement.is_heading


def see_side_by_side(overview: Overview, before: Plan, after: Plan) -> SideBySide:
    comparison = overview.compared(before.id, after.id)
    old, new = overview.plan[before.id], overview.plan[after.id]
    return SideBySide(
        comparison,
        figure_changes(comparison, old, new, overview.corpus.terms),
        passed_work(comparison, old, new),
        tuple(_with_work(comparison, ChangeKind.NEW, new)),
        tuple(_with_work(comparison, ChangeKind.DROPPED, old)),
    )


def _with_work(comparison: Comparison, kind: ChangeKind, record: PlanRecord) -> Iterator[Statement]:
    """Statements that came or went and give work to somebody."""
    working = {item.anchor for item in record.items}
    for row in comparison.of(kind):
        statement = row.after or row.before
        if statement and statement.anchor in working:
            yield statement


def side_by_side_pages(seen: Seen, plan: Plan) -> Iterator[Page]:
    """The plan beside the one before it and beside the one above it, where there are such."""
    for url, before in beside(seen.overview, plan):
        yield page_about(seen, url, _page, url, before.id, plan.id)


def beside(overview: Overview, plan: Plan) -> Iterator[tuple[str, Plan]]:
    """The plans of its line that ``plan`` is set beside, each with the address of the page that does."""
    if before := overview.previous.get(plan.id):
        yield changes_url(plan.id), before
    if above := overview.above.get(plan.id):
        yield above_url(plan.id), above


def _page(seen: Seen, url: str, before: str, after: str) -> Page:
    overview = seen.overview
    old, new = overview.corpus.plan[before], overview.corpus.plan[after]
    return render(
        "side_by_side.html.j2",
        url,
        overview,
        before=old,
        after=new,
        same_place=old.meta.place == new.meta.place,
        see=lambda: see_side_by_side(overview, old, new),
    )
