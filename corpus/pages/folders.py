"""A page for every part of an address: cutting the end off an address leads to a list, not to an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.addresses import AGENCIES, DIRECTIVES, PLANS
from corpus.check.seen import Seen
from corpus.grouping import group
from corpus.language.letters import sort_key, upfirst
from corpus.model import Plan
from corpus.overview.entries import DirectiveEntry
from corpus.pages.page import Page, page_about, render
from corpus.pages.paging import Sheet, cut
from corpus.schema import Agency, Group

MOST_ROWS = 500  # of a sheet


def folder_pages(seen: Seen) -> Iterator[Page]:
    """A list at every address that is a part of another one's."""
    overview = seen.overview
    yield from _plan_folders(seen)
    yield from _directive_folders(seen)
    bodies = sorted(overview.corpus.agency.values(), key=lambda body: sort_key(body.name))
    for place, here in group(bodies, lambda body: body.place).items():
        title = f"Cơ quan: {overview.corpus.place[place].name}"
        yield from _folder(seen, f"{AGENCIES}{place}/", AGENCIES, title, "bodies", here)


def _plan_folders(seen: Seen) -> Iterator[Page]:
    plans = [here.plan for here in seen.overview.plans]
    for place, of_place in group(plans, lambda plan: plan.meta.place).items():
        title, home = f"Kế hoạch: {seen.overview.corpus.place[place].name}", f"{PLANS}{place}/"
        yield from _folder(seen, home, PLANS, title, "plans", of_place)
        for year, of_year in group(of_place, lambda plan: plan.meta.year).items():
            yield from _folder(seen, f"{home}{year}/", home, f"{title}, năm {year}", "plans", of_year)


def _directive_folders(seen: Seen) -> Iterator[Page]:
    for issuer, entries in group(seen.overview.directives.values(), lambda entry: entry.id.split("/")[0]).items():
        named = next((entry.issuer_name for entry in entries if entry.issuer_name), None)
        title = f"Văn bản của {named}" if named else "Văn bản chưa rõ cơ quan ban hành"
        home = f"{DIRECTIVES}{issuer}/"
        yield from _folder(seen, home, DIRECTIVES, upfirst(title), "entries", entries)
        for year, of_year in group(entries, lambda entry: entry.id.split("/")[1]).items():
            when = "không rõ ngày" if year == "khong-ngay" else f"năm {year}"
            yield from _folder(seen, f"{home}{year}/", home, f"{title}, {when}", "entries", of_year)


def _folder(
    seen: Seen, home: str, up: str, title: str, sort: str, rows: Sequence[Plan | DirectiveEntry | Agency | Group]
) -> Iterator[Page]:
    """The sheets of one list; ``sort`` says what the rows are: ``plans``, ``entries`` of directives or ``bodies``."""
    for sheet in cut((row.id for row in rows), home, MOST_ROWS):
        yield page_about(seen, sheet.url, _sheet, home, sheet.number, sheet.count, up, title, sort, *sheet.rows)


def _sheet(seen: Seen, home: str, number: int, count: int, up: str, title: str, sort: str, *ids: str) -> Page:
    corpus, sheet = seen.overview.corpus, Sheet(home, number, count, ids)
    known: dict[str, Mapping[str, object]]
    known = {"plans": corpus.plan, "entries": seen.overview.directives, "bodies": corpus.agency}
    shown = {name: [things[one] for one in ids] if name == sort else () for name, things in known.items()}
    return render("folder.html.j2", sheet.url, seen.overview, sheet=sheet, title=title + sheet.suffix, up=up, **shown)
