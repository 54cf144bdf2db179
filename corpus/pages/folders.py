"""A page for every part of an address: cutting the end off an address leads to a list, not to an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.addresses import AGENCIES, DIRECTIVES, PLANS
from corpus.grouping import group
from corpus.language.letters import sort_key, upfirst
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render
from corpus.pages.paging import cut

MOST_ROWS = 500  # of a sheet


def folder_pages(overview: Overview) -> Iterator[Page]:
    """A list at every address that is a part of another one's."""
    yield from _plan_folders(overview)
    yield from _directive_folders(overview)
    bodies = sorted(overview.corpus.agency.values(), key=lambda body: sort_key(body.name))
    for place, here in group(bodies, lambda body: body.place).items():
        title = f"Cơ quan: {overview.corpus.place[place].name}"
        yield from _folder(overview, f"{AGENCIES}{place}/", AGENCIES, title, "bodies", here)


def _plan_folders(overview: Overview) -> Iterator[Page]:
    plans = [here.plan for here in overview.plans]
    for place, of_place in group(plans, lambda plan: plan.meta.place).items():
        title, home = f"Kế hoạch: {overview.corpus.place[place].name}", f"{PLANS}{place}/"
        yield from _folder(overview, home, PLANS, title, "plans", of_place)
        for year, of_year in group(of_place, lambda plan: plan.meta.year).items():
            yield from _folder(overview, f"{home}{year}/", home, f"{title}, năm {year}", "plans", of_year)


def _directive_folders(overview: Overview) -> Iterator[Page]:
    for issuer, entries in group(overview.directives.values(), lambda entry: entry.id.split("/")[0]).items():
        named = next((entry.issuer_name for entry in entries if entry.issuer_name), None)
        title = f"Văn bản của {named}" if named else "Văn bản chưa rõ cơ quan ban hành"
        home = f"{DIRECTIVES}{issuer}/"
        yield from _folder(overview, home, DIRECTIVES, upfirst(title), "entries", entries)
        for year, of_year in group(entries, lambda entry: entry.id.split("/")[1]).items():
            when = "không rõ ngày" if year == "khong-ngay" else f"năm {year}"
            yield from _folder(overview, f"{home}{year}/", home, f"{title}, {when}", "entries", of_year)


def _folder(overview: Overview, home: str, up: str, title: str, sort: str, rows: Sequence[object]) -> Iterator[Page]:
    """The sheets of one list; ``sort`` says what the rows are: ``plans``, ``entries`` of directives or ``bodies``."""
    for sheet in cut(rows, home, MOST_ROWS):
        shown = {"plans": (), "entries": (), "bodies": (), sort: sheet.rows}
        yield render("folder.html.j2", sheet.url, overview, sheet=sheet, title=title + sheet.suffix, up=up, **shown)
