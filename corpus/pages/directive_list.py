"""The list of all directives: a table that reads without script, and that a script filters and sorts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.addresses import DIRECTIVES
from corpus.language.letters import sort_key
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview
from corpus.pages.directive_chart import CitedAct, acts_by_year
from corpus.pages.page import Page, render
from corpus.pages.paging import cut
from corpus.vocabulary import Role

MOST_ROWS = 1500  # of a sheet
NO_ISSUER = "Không rõ cơ quan ban hành"


@dataclass(frozen=True)
class DirectiveRow:
    """One directive with the number of plans that cite it and the roles in which they do."""

    entry: DirectiveEntry
    plans: int
    mentions: int
    roles: tuple[Role, ...]

    @property
    def issuer(self) -> str:
        return self.entry.issuer_name or NO_ISSUER


def directive_list_pages(overview: Overview) -> Iterator[Page]:
    """The list in sheets, most cited first."""
    rows = sorted(
        (_row(entry, overview) for entry in overview.directives.values()),
        key=lambda row: (-row.plans, -row.mentions, row.entry.id),
    )
    acts = [CitedAct(row.issuer, row.entry.year, row.plans) for row in rows if row.entry.year and row.plans]
    for sheet in cut(rows, DIRECTIVES, MOST_ROWS):
        shown = sheet.rows
        yield render(
            "directives.html.j2",
            sheet.url,
            overview,
            sheet=sheet,
            total=len(rows),
            rows=shown,
            parts_of_page=[(f"nhieu-{plans}", _begins(plans)) for plans in dict.fromkeys(row.plans for row in shown)],
            issuers=_values(row.issuer for row in shown),
            kinds=_values(row.entry.kind for row in shown),
            years=sorted({row.entry.year for row in shown if row.entry.year}, reverse=True),
            chart=acts_by_year(acts) if sheet.number == 1 else None,
            roles=[role for role in Role if any(role in row.roles for row in shown)],
        )


def _row(entry: DirectiveEntry, overview: Overview) -> DirectiveRow:
    citations = overview.citations_of.get(entry.id, ())
    used = {citation.own_role for citation in citations}
    return DirectiveRow(
        entry, len({citation.plan for citation in citations}), len(citations), tuple(r for r in Role if r in used)
    )


def _begins(plans: int) -> str:
    return f"{plans} kế hoạch viện dẫn" if plans else "Không kế hoạch nào viện dẫn"


def _values(found: Iterable[str]) -> list[str]:
    return sorted(set(found), key=sort_key)
