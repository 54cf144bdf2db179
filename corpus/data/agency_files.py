"""The files that stand beside the page of a body, and those of the whole corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.data.feeds import news_of, news_through_groups, to_atom
from corpus.data.icalendar_file import to_ics
from corpus.data.sheets import to_csv, to_xlsx
from corpus.data.work_json import to_work_json, work_schema
from corpus.data.work_rows import RowMaker
from corpus.data.write import to_json, write_if_changed
from corpus.link import Linked
from corpus.overview.entries import collect_directives


@dataclass(frozen=True)
class WorkFile:
    """A file that readers take away: its name and what a link to it says."""

    name: str
    label: str
    download: bool = True


AGENCY_FILES = (
    WorkFile("lich.ics", "Lịch (.ics)"),
    WorkFile("nhiem-vu.xlsx", "Bảng Excel (.xlsx)"),
    WorkFile("nhiem-vu.csv", "Bảng CSV"),
    WorkFile("nhiem-vu.json", "JSON"),
    WorkFile("cap-nhat.atom", "Theo dõi thay đổi (Atom)", download=False),
)
CORPUS_FILES = (
    WorkFile("toan-bo.ics", "Lịch mọi việc có ngày (.ics)"),
    WorkFile("toan-bo.xlsx", "Bảng Excel mọi việc (.xlsx)"),
    WorkFile("toan-bo.csv", "Bảng CSV mọi việc"),
    WorkFile("toan-bo.json", "JSON mọi việc"),
    WorkFile("toan-bo.atom", "Theo dõi mọi thay đổi (Atom)", download=False),
)
CORPUS_FOLDER = "du-lieu/"


def write_work_files(linked: Linked, site: Path) -> None:
    """Write the files of every body with work, and those of the whole corpus, into the built site."""
    maker = RowMaker(linked, collect_directives(linked))
    for body in linked.work.bodies:
        for name, data in agency_files(body, maker):
            write_if_changed(site / "co-quan" / body / name, data)
    write_if_changed(site / CORPUS_FOLDER / "viec.schema.json", to_json(work_schema()))
    for name, data in corpus_files(maker):
        write_if_changed(site / CORPUS_FOLDER / name, data)


def agency_files(body: str, maker: RowMaker) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each of ``AGENCY_FILES`` for one body."""
    linked, work = maker.linked, maker.linked.work.of(body)
    name, folder = linked.corpus.agency[body].name, f"co-quan/{body}/"
    rows = list(maker.rows(body, work.all))
    news = [*news_of(body, linked), *news_through_groups(body, linked)]
    made = (
        to_ics((assignment.item for assignment in work.all), linked, f"{name}: hạn công việc"),
        to_xlsx(rows, f"{name}: việc phải làm"),
        to_csv(rows),
        to_work_json(((body, assignment) for assignment in work.all), linked),
        to_atom(news, linked, f"{name}: việc mới và thay đổi", f"{folder}cap-nhat.atom", folder),
    )
    yield from zip((file.name for file in AGENCY_FILES), made, strict=True)


def corpus_files(maker: RowMaker) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each of ``CORPUS_FILES``: what names each body itself, groups as groups."""
    linked = maker.linked
    order = {here.plan.id: number for number, here in enumerate(linked.plans)}
    direct = [(body, a) for body in linked.work.bodies for a in linked.work.of(body).direct]
    direct.sort(key=lambda pair: (order[pair[1].item.plan], pair[0]))
    rows = [maker.row(body, assignment) for body, assignment in direct]
    items = (item for here in linked.plans for item in linked.work.items[here.plan.id])
    news = (one for body in linked.work.bodies for one in news_of(body, linked))
    made = (
        to_ics(items, linked, "Kế hoạch mở: hạn công việc"),
        to_xlsx(rows, "Kế hoạch mở: việc của mọi cơ quan"),
        to_csv(rows),
        to_work_json(direct, linked),
        to_atom(news, linked, "Kế hoạch mở: việc mới và thay đổi", f"{CORPUS_FOLDER}toan-bo.atom", "nhiem-vu/"),
    )
    yield from zip((file.name for file in CORPUS_FILES), made, strict=True)
