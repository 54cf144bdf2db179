"""The published tables in every form, each read again by a program that did not write it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import frictionless
import pytest
from datasette.app import Datasette
from pyarrow import parquet

from corpus.contract import TABLES
from corpus.data.write import write_data


@pytest.fixture(scope="session")
def data(site):
    return site / "data"


@pytest.fixture(scope="module")
def rows(data) -> dict[str, list[dict]]:
    return {table.name: json.loads((data / f"{table.name}.json").read_text("utf-8")) for table in TABLES}


@pytest.fixture
def database(data):
    connection = sqlite3.connect(f"file:{data / 'ke-hoach-mo.sqlite'}?mode=ro", uri=True)
    yield connection
    connection.close()


def test_the_same_corpus_gives_the_same_bytes(overview, data, tmp_path):
    write_data(overview, tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert "ke-hoach-mo.sqlite" in names and "clauses.parquet" in names
    assert [name for name in names if (tmp_path / name).read_bytes() != (data / name).read_bytes()] == []


# --- the data package -----------------------------------------------------------


def test_the_data_package_holds_for_the_library_of_the_standard(data):
    package = frictionless.Package(str(data / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "title", "note"])
    assert [task.name for task in report.tasks] == [table.name for table in TABLES]
    for resource in package.resources:
        assert resource.encoding == "utf-8"
        assert not (data / resource.path).read_bytes().startswith(b"\xef\xbb\xbf")
    assert package.licenses[0]["name"] == "CC0-1.0" and package.sources[0]["title"]


def test_the_data_package_sees_a_reference_that_leads_nowhere(data, tmp_path):
    """What is declared is judged: the check above would see a broken reference."""
    for path in data.glob("*.csv"):
        text = path.read_text("utf-8")
        (tmp_path / path.name).write_text(text.replace("chi-linh/2026/110-qd-ubnd", "x", 1), "utf-8")
    (tmp_path / "datapackage.json").write_bytes((data / "datapackage.json").read_bytes())
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert "foreign-key" in {kind for (kind,) in report.flatten(["type"])}


# --- Parquet ---------------------------------------------------------------------


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_parquet_says_what_json_says(data, rows, name):
    table = parquet.read_table(data / f"{name}.parquet")
    assert [plain(row) for row in table.to_pylist()] == [plain(row) for row in rows[name]]


def test_days_lists_and_truths_have_types_of_their_own_in_parquet(data):
    types = {field.name: str(field.type) for field in parquet.read_schema(data / "tasks.parquet")}
    assert types["start"] == "date32[day]" and types["exclusive"] == "bool"
    assert types["lead"].startswith("list<") and types["lead"].endswith("string>")


def plain(value):
    """Days as texts, and what has no settled shape read again from its JSON."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return json.loads(value) if isinstance(value, str) and value.startswith(("[", "{")) else value


# --- SQLite ----------------------------------------------------------------------


def test_the_database_is_sound_and_every_reference_in_it_leads_somewhere(database):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert dict(database.execute("SELECT * FROM about"))["as_of"] == "2026-01-22"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_database_has_the_rows_of_the_tables(database, rows, table):
    database.row_factory = sqlite3.Row
    # Tables with an id are in its order already.
    found = [dict(row) for row in database.execute(f"SELECT * FROM {table.name} ORDER BY rowid")]
    assert len(found) == len(rows[table.name])
    for row, expected in zip(found, rows[table.name], strict=True):
        for key, value in expected.items():
            if isinstance(value, dict) and f"{key}_{next(iter(value))}" in row:
                assert {inner: row[f"{key}_{inner}"] for inner in value} == value
            else:
                assert plain(row[key]) == plain(value)


def test_lists_are_tables_that_can_be_joined(database, rows):
    found = database.execute(
        "SELECT tasks.plan, tasks.anchor FROM tasks_lead JOIN tasks USING (row) WHERE tasks_lead.lead = ? ORDER BY 1, 2",
        ("hai-phong/so-thong-tin-va-truyen-thong",),
    ).fetchall()
    led = [one for one in rows["tasks"] if "hai-phong/so-thong-tin-va-truyen-thong" in one["lead"]]
    assert found and found == sorted((one["plan"], one["anchor"]) for one in led)


@pytest.mark.parametrize("typed", ['"dau tu"', '"đầu tư"', '"DAU TU"', '"ĐẦU TƯ"'])
def test_words_are_found_with_and_without_their_marks(database, rows, typed):
    found = database.execute(
        "SELECT text FROM clauses WHERE row IN (SELECT rowid FROM clauses_fts WHERE clauses_fts MATCH ?)", (typed,)
    ).fetchall()
    assert len(found) == sum("đầu tư" in row["text"].lower() for row in rows["clauses"]) > 0


def test_marks_that_are_typed_are_minded(database):
    count = "SELECT count(*) FROM clauses_fts WHERE clauses_fts MATCH ?"
    assert database.execute(count, ('"đấu tư"',)).fetchone() == (0,)


def test_the_database_opens_in_datasette_which_finds_its_search_and_follows_its_references(data):
    async def ask(path: str) -> dict:
        datasette = Datasette([str(data / "ke-hoach-mo.sqlite")])
        await datasette.invoke_startup()
        answer = await datasette.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def answer_of(address: str) -> dict:
        """In a thread of its own: a browser that drives tests in this one keeps its loop running."""
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(ask(address))).result()

    found = answer_of("/ke-hoach-mo/clauses.json?_search=dau+tu&_shape=objects")
    assert found["rows"] and all("dau" in row["folded"] for row in found["rows"])
    labelled = answer_of("/ke-hoach-mo/citations.json?_labels=on&_shape=objects&_size=1")
    assert labelled["rows"][0]["plan"]["label"]
