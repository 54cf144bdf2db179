"""The files that readers take away, each read again by a library that did not write it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from functools import cache
from pathlib import Path

import feedparser
import jsonschema
import openpyxl
import pytest
import vobject
from dateutil.rrule import rrulestr

from corpus.data.agency_files import WorkFiles
from corpus.data.csv_file import guard
from corpus.data.icalendar_file import ZONE
from corpus.data.sheets import sheet_csv, to_xlsx
from corpus.data.work_rows import SHEET_COLUMNS, RowMaker
from corpus.overview.publication import Publication
from corpus.read.history import History
from corpus.work.occasions import occasions


@pytest.fixture(scope="module")
def maker(overview) -> RowMaker:
    return RowMaker(overview)


@pytest.fixture(scope="module")
def publication(corpus_root) -> Publication:
    """Of a corpus without a past, at a place that is not known."""
    return Publication(History(corpus_root, {}))


@pytest.fixture(scope="module")
def files(maker, publication) -> dict[str, dict[str, bytes]]:
    """Bytes of every file by body and name; ``""`` is the whole corpus."""
    made = WorkFiles(maker.overview, publication)
    return {body: dict(made.of_body(body)) for body in maker.overview.work.bodies} | {"": of_corpus(made)}


def of_corpus(made: WorkFiles) -> dict[str, bytes]:
    return {name: b"".join(parts) for name, parts in made.of_corpus()}


def each(files, ending):
    return [(body, data) for body, made in files.items() for name, data in made.items() if name.endswith(ending)]


def test_the_same_corpus_gives_the_same_bytes(files, maker, publication):
    some, again = maker.overview.work.bodies[:3], WorkFiles(maker.overview, publication)
    assert {body: dict(again.of_body(body)) for body in some} == {body: files[body] for body in some}
    assert of_corpus(again) == files[""]


# --- calendars ---------------------------------------------------------------


def events(data: bytes) -> list:
    calendar = vobject.readOne(data.decode())
    assert calendar.contents["x-wr-timezone"][0].value == ZONE
    return calendar.contents.get("vevent", [])


def days_of(event) -> list[date]:
    first = event.dtstart.value
    if "rrule" not in event.contents:
        return [first]
    rule = rrulestr(event.rrule.value, dtstart=datetime(first.year, first.month, first.day))
    return [moment.date() for moment in rule]


def test_a_calendar_holds_every_day_of_every_dated_item(files, overview):
    expected = sorted(
        day
        for items in overview.work.items.values()
        for item in items
        for one in occasions(item, overview.corpus.plan[item.plan].meta.year)
        for day in one.days
    )
    assert expected
    assert sorted(day for event in events(files[""]["toan-bo.ics"]) for day in days_of(event)) == expected


def test_an_event_has_one_uid_everywhere_and_leads_to_its_clause(files, overview):
    whole = {event.uid.value: event.summary.value for event in events(files[""]["toan-bo.ics"])}
    assert len(whole) == len(events(files[""]["toan-bo.ics"]))
    for _, data in each(files, ".ics"):
        for event in events(data):
            assert whole[event.uid.value] == event.summary.value
            address = event.description.value.rsplit(" ", 1)[1]
            plan, _, anchor = address.removeprefix("ke-hoach/").partition("/#")
            assert anchor in overview.corpus.plan[plan].ancestors


def test_calendar_lines_are_folded_and_end_as_the_standard_says(files):
    for _, data in each(files, ".ics"):
        assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))


# --- sheets ------------------------------------------------------------------


@cache
def opened(data: bytes):
    """The sheet of a workbook, read once for all tests."""
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_a_workbook_has_typed_columns_filters_and_a_frozen_heading(files, maker):
    for body, data in each(files, ".xlsx"):
        sheet = opened(data)
        rows = list(sheet.iter_rows(values_only=True))
        assert rows[0] == tuple(column.heading for column in SHEET_COLUMNS)
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        types = {"integer": int, "boolean": bool, "day": datetime, "text": str}
        for row in rows[1:]:
            for column, value in zip(SHEET_COLUMNS, row, strict=True):
                assert value is None or isinstance(value, types[column.type]), (body, column.key, value)
        if body:
            assert len(rows) - 1 == len(maker.overview.work.of(body).all)


def test_no_cell_of_a_workbook_is_a_formula(files):
    for _, data in each(files, ".xlsx"):
        for row in opened(data).iter_rows():
            assert all(cell.data_type != "f" for cell in row)


def test_a_workbook_gives_back_whatever_text_it_is_given():
    for text in ('<&>" ]]>\n  =1+1', "{=1}", "https://a.vn " * 300):
        row = dict.fromkeys((column.key for column in SHEET_COLUMNS), None) | {"text": text, "detail": "x" * 40_000}
        sheet = opened(to_xlsx([row], "<Việc & báo cáo>"))
        cells = {column.key: cell.value for column, cell in zip(SHEET_COLUMNS, sheet[2], strict=True)}
        assert cells["text"] == text
        assert len(cells["detail"]) == 32_767 and cells["detail"].endswith("…")


def test_csv_says_what_the_workbook_says(files):
    for body, data in each(files, ".csv"):
        assert data.startswith(b"\xef\xbb\xbf")
        plain = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        sheet = opened(files[body]["toan-bo.xlsx"])
        for row, cells in zip(plain, sheet.iter_rows(min_row=2, values_only=True), strict=True):
            assert row["Năm"] == str(cells[0])
            text = cells[[column.key for column in SHEET_COLUMNS].index("text")]
            assert row["Nội dung"].removeprefix("'") == text
            assert not row["Chi tiết"].startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", ["=1+1", "+84 225", "- Quy mô: 02 cuộc", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_run_is_guarded(text):
    assert guard(text) == f"'{text}"
    row = {column.key: text if column.type == "text" else None for column in SHEET_COLUMNS}
    written = next(
        csv.reader(io.StringIO(b"".join(sheet_csv([row])).decode("utf-8-sig").split("\r\n", 1)[1], newline=""))
    )
    assert [cell for cell in written if cell] == [f"'{text}"] * sum(column.type == "text" for column in SHEET_COLUMNS)


# --- feeds -------------------------------------------------------------------


def test_feeds_are_well_formed_and_their_entries_lead_into_the_site(files, site):
    for body, data in each(files, ".atom"):
        feed = feedparser.parse(data)
        assert not feed.bozo, (body, feed.get("bozo_exception"))
        assert feed.version == "atom10"
        assert feed.feed.id.startswith("urn:uuid:") and feed.feed.updated
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids))
        folder = site / "co-quan" / body if body else site / "du-lieu"
        for entry in feed.entries:
            path, _, anchor = entry.link.partition("#")
            assert f'id="{anchor}"' in page((folder / path / "index.html").resolve())
            assert entry.updated_parsed


@cache
def page(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_json_keeps_its_published_schema_and_has_the_rows_of_the_workbook(files, site):
    schema = json.loads((site / "du-lieu" / "viec.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for body, data in each(files, ".json"):
        rows = json.loads(data)
        validator.validate(rows)
        sheet = opened(files[body]["nhiem-vu.xlsx" if body else "toan-bo.xlsx"])
        assert len(rows) == sheet.max_row - 1
