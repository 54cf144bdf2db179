"""A page for every part of an address: cutting the end off an address leads to a list, not to an error."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.letters import sort_key, upfirst
from corpus.link import Linked, group
from corpus.overview.entries import DirectiveEntry
from corpus.pages.page import Page, render


def folder_pages(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Page]:
    """``ke-hoach/<place>/``, ``ke-hoach/<place>/<year>/``, ``van-ban/<issuer>/`` (and year), ``co-quan/<place>/``."""
    yield from _plan_folders(linked, directives)
    yield from _directive_folders(linked, directives)
    bodies = sorted(linked.corpus.agency.values(), key=lambda body: sort_key(body.name))
    for place, here in group(bodies, lambda body: body.place).items():
        title = f"Cơ quan: {linked.corpus.place[place].name}"
        yield render(
            "folder.md.j2",
            f"co-quan/{place}/",
            linked,
            directives,
            title=title,
            up="co-quan/",
            bodies=here,
            plans=(),
            entries=(),
        )


def _plan_folders(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Page]:
    plans = [here.plan for here in linked.plans]
    for place, of_place in group(plans, lambda plan: plan.meta.place).items():
        title = f"Kế hoạch: {linked.corpus.place[place].name}"
        yield render(
            "folder.md.j2",
            f"ke-hoach/{place}/",
            linked,
            directives,
            title=title,
            up="ke-hoach/",
            bodies=(),
            plans=of_place,
            entries=(),
        )
        for year, of_year in group(of_place, lambda plan: plan.meta.year).items():
            yield render(
                "folder.md.j2",
                f"ke-hoach/{place}/{year}/",
                linked,
                directives,
                title=f"{title}, năm {year}",
                up=f"ke-hoach/{place}/",
                bodies=(),
                plans=of_year,
                entries=(),
            )


def _directive_folders(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Page]:
    for issuer, entries in group(directives.values(), lambda entry: entry.id.split("/")[0]).items():
        named = next((entry.issuer_name for entry in entries if entry.issuer_name), None)
        title = f"Văn bản của {named}" if named else "Văn bản chưa rõ cơ quan ban hành"
        address = f"van-ban/{issuer}/"
        yield render(
            "folder.md.j2",
            address,
            linked,
            directives,
            title=upfirst(title),
            up="van-ban/",
            bodies=(),
            plans=(),
            entries=entries,
        )
        for year, of_year in group(entries, lambda entry: entry.id.split("/")[1]).items():
            when = "không rõ ngày" if year == "khong-ngay" else f"năm {year}"
            yield render(
                "folder.md.j2",
                f"{address}{year}/",
                linked,
                directives,
                title=f"{title}, {when}",
                up=address,
                bodies=(),
                plans=(),
                entries=of_year,
            )
