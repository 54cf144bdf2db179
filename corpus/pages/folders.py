"""A page for every part of an address: cutting the end off an address leads to a list, not to an error."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.addresses import AGENCIES, DIRECTIVES, PLANS
from corpus.grouping import group
from corpus.language.letters import sort_key, upfirst
from corpus.overview.overview import Overview
from corpus.pages.page import Page, render


def folder_pages(overview: Overview) -> Iterator[Page]:
    """``ke-hoach/<place>/``, ``ke-hoach/<place>/<year>/``, ``van-ban/<issuer>/`` (and year), ``co-quan/<place>/``."""
    yield from _plan_folders(overview)
    yield from _directive_folders(overview)
    bodies = sorted(overview.corpus.agency.values(), key=lambda body: sort_key(body.name))
    for place, here in group(bodies, lambda body: body.place).items():
        title = f"Cơ quan: {overview.corpus.place[place].name}"
        yield render(
            "folder.html.j2",
            f"{AGENCIES}{place}/",
            overview,
            title=title,
            up=AGENCIES,
            bodies=here,
            plans=(),
            entries=(),
        )


def _plan_folders(overview: Overview) -> Iterator[Page]:
    plans = [here.plan for here in overview.plans]
    for place, of_place in group(plans, lambda plan: plan.meta.place).items():
        title = f"Kế hoạch: {overview.corpus.place[place].name}"
        yield render(
            "folder.html.j2",
            f"{PLANS}{place}/",
            overview,
            title=title,
            up=PLANS,
            bodies=(),
            plans=of_place,
            entries=(),
        )
        for year, of_year in group(of_place, lambda plan: plan.meta.year).items():
            yield render(
                "folder.html.j2",
                f"{PLANS}{place}/{year}/",
                overview,
                title=f"{title}, năm {year}",
                up=f"{PLANS}{place}/",
                bodies=(),
                plans=of_year,
                entries=(),
            )


def _directive_folders(overview: Overview) -> Iterator[Page]:
    for issuer, entries in group(overview.directives.values(), lambda entry: entry.id.split("/")[0]).items():
        named = next((entry.issuer_name for entry in entries if entry.issuer_name), None)
        title = f"Văn bản của {named}" if named else "Văn bản chưa rõ cơ quan ban hành"
        address = f"{DIRECTIVES}{issuer}/"
        yield render(
            "folder.html.j2",
            address,
            overview,
            title=upfirst(title),
            up=DIRECTIVES,
            bodies=(),
            plans=(),
            entries=entries,
        )
        for year, of_year in group(entries, lambda entry: entry.id.split("/")[1]).items():
            when = "không rõ ngày" if year == "khong-ngay" else f"năm {year}"
            yield render(
                "folder.html.j2",
                f"{address}{year}/",
                overview,
                title=f"{title}, {when}",
                up=address,
                bodies=(),
                plans=(),
                entries=of_year,
            )
