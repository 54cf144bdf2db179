"""The files that stand beside the page of a body, and those of the whole corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.addresses import AGENCY_FILES, CORPUS_FILES, DATA_PAGE, WORK, agency_url
from corpus.data.feeds import news_of, news_through_groups, to_atom
from corpus.data.icalendar_file import to_ics
from corpus.data.publication import Publication
from corpus.data.sheets import sheet_csv, to_xlsx
from corpus.data.work_json import to_work_json, work_schema
from corpus.data.work_rows import RowMaker
from corpus.overview.overview import Overview
from corpus.written import to_json, write_if_changed


def write_work_files(overview: Overview, site: Path, publication: Publication) -> None:
    """Write the files of every body with work, and those of the whole corpus, into the built site."""
    maker = RowMaker(overview)
    for body in overview.work.bodies:
        for name, data in agency_files(body, maker, publication):
            write_if_changed(site / agency_url(body) / name, data)
    write_if_changed(site / DATA_PAGE / "viec.schema.json", to_json(work_schema()))
    for name, data in corpus_files(maker, publication):
        write_if_changed(site / DATA_PAGE / name, data)


def agency_files(body: str, maker: RowMaker, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each of ``AGENCY_FILES`` for one body."""
    overview, work = maker.overview, maker.overview.work.of(body)
    name, folder = overview.corpus.agency[body].name, agency_url(body)
    rows = list(maker.rows(body, work.all))
    news = [*news_of(body, overview), *news_through_groups(body, overview)]
    made = (
        to_ics((assignment.item for assignment in work.all), overview, f"{name}: hạn công việc", publication),
        to_xlsx(rows, f"{name}: việc phải làm"),
        sheet_csv(rows),
        to_work_json(((body, assignment) for assignment in work.all), overview),
        to_atom(news, overview, f"{name}: việc mới và thay đổi", f"{folder}cap-nhat.atom", folder, publication),
    )
    yield from zip((file.name for file in AGENCY_FILES), made, strict=True)


def corpus_files(maker: RowMaker, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each of ``CORPUS_FILES``: what names each body itself, groups as groups."""
    overview = maker.overview
    order = {here.plan.id: number for number, here in enumerate(overview.plans)}
    direct = [(body, a) for body in overview.work.bodies for a in overview.work.of(body).direct]
    direct.sort(key=lambda pair: (order[pair[1].item.plan], pair[0]))
    rows = [maker.row(body, assignment) for body, assignment in direct]
    items = (item for here in overview.plans for item in overview.work.items[here.plan.id])
    news = (one for body in overview.work.bodies for one in news_of(body, overview))
    made = (
        to_ics(items, overview, "Kế hoạch mở: hạn công việc", publication),
        to_xlsx(rows, "Kế hoạch mở: việc của mọi cơ quan"),
        sheet_csv(rows),
        to_work_json(direct, overview),
        to_atom(news, overview, "Kế hoạch mở: việc mới và thay đổi", f"{DATA_PAGE}toan-bo.atom", WORK, publication),
    )
    yield from zip((file.name for file in CORPUS_FILES), made, strict=True)
