"""What tests share: the real corpus, small ones, the site built once, and a browser that looks at it."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.model import Plan
from corpus.read.corpus_files import CorpusFiles, read_plan

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project, with the real corpus below it."""
    return ROOT


@pytest.fixture(scope="session")
def real_plans(root: Path) -> tuple[Plan, ...]:
    """The plans of the real corpus; reading them must raise no problem."""
    files, problems = CorpusFiles(root), []
    plans = tuple(read_plan(files, path, problems) for path in files.plans)
    assert problems == []
    return plans


@pytest.fixture
def reread(root: Path, tmp_path: Path) -> Callable[[str, str], Plan]:
    """``reread(path, text)``: the plan at ``path`` as it would be read if its file held ``text``."""

    def read(path: str, text: str) -> Plan:
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        sources = tmp_path / "plans" / "sources"
        if not sources.exists():
            shutil.copytree(root / "plans" / "sources", sources)
        problems: list = []
        plan = read_plan(CorpusFiles(tmp_path), target, problems)
        assert plan is not None, problems
        return plan

    return read


@pytest.fixture(scope="session")
def corpus(root):
    """The real corpus, read."""
    from corpus.read.corpus_files import read_corpus

    return read_corpus(root)


@pytest.fixture(scope="session")
def overview(corpus, root):
    """The real corpus, overview."""
    from corpus.overview.overview import see_together
    from corpus.prove.prove import prove_corpus

    return see_together(corpus, prove_corpus(corpus, CorpusFiles(root)))


@pytest.fixture(scope="session")
def checked(overview):
    """What the rules find in the real corpus."""
    from corpus.check.checked import check_overview

    return check_overview(overview)


@pytest.fixture(scope="session")
def site(root, tmp_path_factory) -> Path:
    """Folder of the site, built by the command that people use."""
    folder = tmp_path_factory.mktemp("built") / "site"
    command = [sys.executable, "scripts/build.py", "--site", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def server(site):
    """Address of the built site on a server, under a path that is not the root."""
    above = site.parent / "served"
    above.mkdir()
    (above / "cong-thong-tin").symlink_to(site)
    handler = functools.partial(_Quiet, directory=str(above))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
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
