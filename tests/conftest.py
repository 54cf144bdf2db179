"""What tests share: the frozen corpus, its site built once for all workers, and a browser that looks at it.

Every test of exact figures, names or ranks reads the frozen corpus in ``tests/golden/corpus``, never the plans that
people add. What must hold for any plans at all is tested in ``tests/properties``, on other corpora as well.
"""

from __future__ import annotations

import functools
import hashlib
import http.server
import importlib
import io
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
from corpora import FROZEN, ROOT, build_site, see_corpus
from filelock import FileLock
from web_servers import BASE, URL

from corpus.build import SiteBuild
from corpus.check.checked import Checked, check_overview
from corpus.evaluation.browsing import CHROMIUM_FLAGS
from corpus.model import Corpus, Plan
from corpus.overview.overview import Overview
from corpus.publishing.address import Address
from corpus.read.corpus_files import CorpusFiles, read_corpus, read_plan
from scripts.portal import write_portal

# The tests themselves are on all processors: a build within them is on one, unless it is about that.
os.environ["JOBS"] = "1"


# No test measures time: a busy machine must not turn one red.
hypothesis.settings.register_profile("project", deadline=None)
hypothesis.settings.load_profile("project")

# What a test costs follows from what it asks for: marker by fixture, see pyproject.toml and `make test-fast`.
MARKERS = {"chromium": "browser", "site_of": "site", "portal": "site", "process": "process"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by the costly things it asks for, at any remove."""
    for item in items:
        for fixture in MARKERS.keys() & getattr(item, "fixturenames", ()):
            item.add_marker(MARKERS[fixture])


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def corpus_root() -> Path:
    """The folder above the plans that are tested: here the frozen ones."""
    return FROZEN


@pytest.fixture(scope="session")
def corpus(corpus_root) -> Corpus:
    """The corpus, read; reading it must raise no problem."""
    return read_corpus(corpus_root)


@pytest.fixture(scope="session")
def plans(corpus) -> tuple[Plan, ...]:
    return corpus.plans


@pytest.fixture(scope="session")
def overview(corpus, corpus_root) -> Overview:
    """The corpus seen together."""
    return see_corpus(corpus, corpus_root)


@pytest.fixture(scope="session")
def checked(overview) -> Checked:
    """What the rules find in the corpus."""
    return check_overview(overview)


@pytest.fixture
def reread(corpus_root: Path, tmp_path: Path) -> Callable[[str, str], Plan]:
    """``reread(path, text)``: the plan at ``path`` as it would be read if its file held ``text``."""

    def read(path: str, text: str) -> Plan:
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        sources = tmp_path / "plans" / "sources"
        if not sources.exists():
            shutil.copytree(corpus_root / "plans" / "sources", sources)
        problems: list = []
        plan = read_plan(CorpusFiles(tmp_path), target, problems)
        assert plan is not None, problems
        return plan

    return read


@pytest.fixture(scope="session")
def shared(tmp_path_factory, worker_id) -> Callable[[str, Callable[[Path], object]], Path]:
    """``shared(name, make)``: a folder of that name, made by ``make(folder)`` once for all workers; only to be read."""
    base = tmp_path_factory.getbasetemp()
    base = (base if worker_id == "master" else base.parent) / "shared"
    base.mkdir(exist_ok=True)

    def made_once(name: str, make: Callable[[Path], object]) -> Path:
        folder, making = base / name, base / f"{name}.making"
        with FileLock(base / f"{name}.lock"):
            if not folder.exists():
                shutil.rmtree(making, ignore_errors=True)
                make(making)
                making.rename(folder)
        return folder

    return made_once


@pytest.fixture(scope="session")
def site_of(shared) -> Callable[[Path], Path]:
    """``site_of(corpus_root)``: folder of the site of a corpus, built once for all tests that look at it."""

    def built(corpus_root: Path) -> Path:
        name = hashlib.sha256(bytes(corpus_root)).hexdigest()[:16]
        return shared(f"site-{name}", lambda folder: build_site(corpus_root, folder / "site")) / "site"

    return built


@pytest.fixture(scope="session")
def site(site_of, corpus_root) -> Path:
    """Folder of the built site of the corpus."""
    return site_of(corpus_root)


@pytest.fixture(scope="session")
def portal(shared, corpus_root) -> Path:
    """The package of the frozen corpus for an address that is known."""

    def make(folder: Path) -> None:
        write_portal(SiteBuild.prepare(corpus_root), folder / "portal", Address(BASE, URL))

    return shared("portal", make) / "portal"


@dataclass(frozen=True)
class Done:
    """What a command left: its code and all it printed."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture(scope="session")
def process() -> Callable[..., subprocess.CompletedProcess]:
    """What runs another process; a test that needs one asks for it here, so that it is known to be slow."""
    return subprocess.run


@pytest.fixture
def command(monkeypatch, capsys) -> Callable[..., Done]:
    """``command(name, *arguments, given="")``: ``scripts/name.py`` run in this process with ``given`` to read."""

    def run(name: str, *arguments: str | Path, given: str = "") -> Done:
        module = importlib.import_module(f"scripts.{name}")
        monkeypatch.setattr(sys, "argv", [f"scripts/{name}.py", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
        capsys.readouterr()
        try:
            code = module.main()
        except SystemExit as end:  # argparse leaves so
            code = end.code
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def server(site, tmp_path_factory):
    """Address of the built site on a server, under a path that is not the root."""
    above = tmp_path_factory.mktemp("served")
    (above / "cong-thong-tin").symlink_to(site)
    handler = functools.partial(_Quiet, directory=str(above))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/cong-thong-tin/"
        running.shutdown()


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, headless."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    assert program, "the browser tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
