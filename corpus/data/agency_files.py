"""The files that stand beside the page of a body, and those of the whole corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import starmap
from pathlib import Path

from corpus.addresses import AGENCY_FILES, CORPUS_FILES, DATA_PAGE, WORK, agency_url
from corpus.check.seen import Seen
from corpus.data.feeds import news_of, news_through_groups, to_atom
from corpus.data.icalendar_file import CalendarWriter
from corpus.data.sheets import sheet_csv, to_xlsx
from corpus.data.work_json import to_work_json, work_schema
from corpus.data.work_rows import RowMaker
from corpus.kept import FilesAbout
from corpus.overview.overview import Overview
from corpus.overview.publication import Publication
from corpus.written import to_json, write_if_changed, write_parts

_WHOLE = "Kế hoạch mở"


def work_files(overview: Overview) -> Iterator[FilesAbout]:
    """The files of every body with work."""
    for body in overview.work.bodies:
        yield FilesAbout(f"{agency_url(body)}*", _of_body, (body,))


def _of_body(seen: Seen, body: str) -> Iterator[tuple[str, bytes]]:
    for name, data in WorkFiles(seen.overview, seen.publication).of_body(body):
        yield f"{agency_url(body)}{name}", data


def write_corpus_files(overview: Overview, publication: Publication, site: Path) -> None:
    """Write the files of the whole corpus into the built site."""
    write_if_changed(site / DATA_PAGE / "viec.schema.json", to_json(work_schema()))
    for name, parts in WorkFiles(overview, publication).of_corpus():
        write_parts(site / DATA_PAGE / name, parts)


class WorkFiles:
    """Makes the files of one corpus."""

    def __init__(self, overview: Overview, publication: Publication):
        self._overview = overview
        self._publication = publication
        self._rows = RowMaker(overview)
        self._calendars = CalendarWriter(overview, publication)

    def of_body(self, body: str) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each of ``AGENCY_FILES`` for one body."""
        overview, work = self._overview, self._overview.work.of(body)
        name, folder = overview.corpus.agency[body].name, agency_url(body)
        news = [*news_of(body, overview), *news_through_groups(body, overview)]
        feed = (f"{name}: việc mới và thay đổi", f"{folder}cap-nhat.atom", folder, self._publication)
        made = (
            b"".join(self._calendars.write((assignment.item for assignment in work.all), f"{name}: hạn công việc")),
            to_xlsx(list(self._rows.rows(body, work.all)), f"{name}: việc phải làm"),
            b"".join(to_work_json(((body, assignment) for assignment in work.all), overview)),
            to_atom(news, overview, *feed),
        )
        yield from zip((file.name for file in AGENCY_FILES), made, strict=True)

    def of_corpus(self) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Name of each of ``CORPUS_FILES``, and its bytes in parts: what names each body itself, groups as groups.

        A file is made while it is read, so that none is held whole.
        """
        overview = self._overview
        order = {here.plan.id: number for number, here in enumerate(overview.plans)}
        direct = [(body, a) for body in overview.work.bodies for a in overview.work.of(body).direct]
        direct.sort(key=lambda pair: (order[pair[1].item.plan], pair[0]))
        items = (item for here in overview.plans for item in overview.work.items[here.plan.id])
        news = (one for body in overview.work.bodies for one in news_of(body, overview))
        feed = (f"{_WHOLE}: việc mới và thay đổi", f"{DATA_PAGE}toan-bo.atom", WORK, self._publication)
        calendar, table, sheet, data, atom = (file.name for file in CORPUS_FILES)
        yield calendar, self._calendars.write(items, f"{_WHOLE}: hạn công việc")
        yield table, (to_xlsx(starmap(self._rows.row, direct), f"{_WHOLE}: việc của mọi cơ quan"),)
        yield sheet, sheet_csv(starmap(self._rows.row, direct))
        yield data, to_work_json(direct, overview)
        yield atom, (to_atom(news, overview, *feed),)
