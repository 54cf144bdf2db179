"""The examples on the page of open data, each run as it stands there against the built site."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import duckdb
import openpyxl
import pytest
from built_site import read_url

from corpus.contract import LICENCE
from corpus.pages.open_data import read_examples


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def page(site):
    return read_url(site, "du-lieu/")


@pytest.fixture(scope="module")
def examples(page) -> dict[str, str]:
    """The code of each example as a reader copies it from the page."""
    return {block["data-example"]: block.get_text() for block in page.select("pre[data-example]")}


@pytest.fixture(scope="module")
def fetched(site, examples, tmp_path_factory) -> Path:
    """The folder after the example for curl was run, with the address of a server in place of the one to be replaced."""
    assert shutil.which("curl"), "apt-get install curl"
    folder = tmp_path_factory.mktemp("fetched")
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        script = examples["curl"].replace("https://dia-chi-cua-trang", f"http://127.0.0.1:{running.server_port}")
        subprocess.run(["sh", "-euc", script], cwd=folder, check=True)
        running.shutdown()
    return folder


def test_every_example_is_on_the_page_as_written(examples):
    assert examples == {one.tool: one.code for one in read_examples()}
    assert set(examples) == {"curl", "python", "duckdb", "excel"}


def test_the_page_says_under_which_terms_and_up_to_when(page, overview):
    text = page.get_text()
    assert LICENCE["title"] in text and page.find("a", href=LICENCE["path"])
    assert page.find("time", datetime=overview.as_of.isoformat())


def test_curl_fetches_what_lies_there(fetched, site):
    for name in ("plans.csv", "tasks.parquet", "ke-hoach-mo.sqlite"):
        assert (fetched / name).read_bytes() == (site / "data" / name).read_bytes()


def test_python_asks_the_database(fetched, examples, overview):
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", examples["python"]], cwd=fetched, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split(" | ") for line in done.stdout.splitlines()]
    assert len(lines) == 10
    last = max(task.time.end for here in overview.plans for task in here.tasks if task.time.end and task.lead)
    assert lines[0][0] == last.isoformat()
    for address, _ in lines[5:]:
        plan, _, anchor = address.removeprefix("ke-hoach/").partition("/#")
        assert "cải cách hành chính" in " ".join(
            overview.corpus.plan[plan].passage_at[anchor, "text"].text.lower().split()
        )


def test_duckdb_counts(fetched, examples, overview, monkeypatch):
    monkeypatch.chdir(fetched)
    leading = Counter(body for here in overview.plans for task in here.tasks for body in task.lead)
    expected = sorted(leading.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
    assert duckdb.connect().sql(examples["duckdb"]).fetchall() == expected


def test_a_spreadsheet_counts(site, examples, overview, tmp_path):
    """LibreOffice Calc stands for Excel: it knows the same function under the same name."""
    program = shutil.which("soffice")
    assert program, "apt-get install libreoffice-calc-nogui"
    book = openpyxl.load_workbook(site / "du-lieu" / "toan-bo.xlsx")
    book.create_sheet("Hỏi", 0)["A1"] = examples["excel"].strip()
    book.save(tmp_path / "hoi.xlsx")
    command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "csv", "--outdir", tmp_path, tmp_path / "hoi.xlsx"], check=True, timeout=120
    )
    led = sum(
        len(item.of("leads"))
        for here in overview.plans
        if here.plan.meta.year == 2026
        for item in overview.work.items[here.plan.id]
    )
    assert (tmp_path / "hoi.csv").read_text("utf-8").strip() == str(led) != "0"
