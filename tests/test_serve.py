"""The preview, as people use it: started over a copy of the corpus, edited, broken and mended."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

PLAN = "hai-phong/2021/45-kh-ubnd"
PATIENCE = 120  # seconds before a preview counts as hanging
RELOADING = re.compile(rb"<script>\s*var livereload.*?</script>", re.DOTALL)


@dataclass(frozen=True)
class Running:
    """A preview of the corpus under ``root`` at ``address``; ``said`` holds what it prints."""

    root: Path
    address: str
    said: Path

    @property
    def plan(self) -> Path:
        return self.root / "plans" / f"{PLAN}.md"

    def get(self, url: str) -> bytes:
        with urllib.request.urlopen(self.address + url) as answer:
            return answer.read()

    def wait(self, url: str, holds: Callable[[str], bool]) -> str:
        """The page at ``url`` as soon as it ``holds``."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if holds(page := self.get(url).decode()):
                    return page
            except (urllib.error.URLError, ConnectionError):
                pass  # not started yet
            time.sleep(0.1)
        raise AssertionError(f"{url} is not what was waited for; the preview says:\n{self.said.read_text()}")


@pytest.fixture(scope="module")
def preview(root, corpus_root, tmp_path_factory, process):
    """The preview, running; ``process`` is asked for only to say that this is another one."""
    folder = tmp_path_factory.mktemp("preview")
    shutil.copytree(corpus_root / "plans", folder / "plans")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = folder / "said.txt"
    command = [sys.executable, root / "scripts/serve.py", "--root", folder, "--port", str(port)]
    with said.open("wb") as out:
        server = subprocess.Popen(command, cwd=root, stdout=out, stderr=subprocess.STDOUT)
        running = Running(folder, f"http://127.0.0.1:{port}/", said)
        running.wait("", lambda page: True)
        yield running
        server.terminate()
        server.wait()


@pytest.fixture
def untouched(preview):
    """The preview, with the plan put back afterwards and shown again."""
    text = preview.plan.read_text(encoding="utf-8")
    yield preview
    preview.plan.write_text(text, encoding="utf-8")
    preview.wait(f"ke-hoach/{PLAN}/", lambda page: "thử sửa" not in page and "khoá-lạ" not in page)


@pytest.mark.parametrize(
    "url", ["", f"ke-hoach/{PLAN}/", "nhiem-vu/", "van-ban/", "co-quan/", "huong-dan/", "tim-kiem/"]
)
def test_a_page_is_the_one_that_is_built(preview, site, url):
    assert RELOADING.sub(b"", preview.get(url)) == (site / url / "index.html").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "assets/site.css",
        "assets/lists/lists.js",
        "assets/search/search.js",
        "assets/search/pagefind.js",
        "assets/search/du-lieu/ten/bang.js",
        "data/plans.json",
        "nguon/2021-hai-phong.txt",
    ],
)
def test_what_stands_beside_the_pages_is_there_too(preview, site, path):
    assert preview.get(path) == (site / path).read_bytes()


def test_what_is_not_there_is_not_found(preview):
    for path in ("khong-co/", "assets/khong-co.css", "../plans/registers/glossary.yml"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            preview.get(path)


def test_warnings_are_printed(preview):
    assert "warning: plans/" in preview.said.read_text(encoding="utf-8")


def test_an_edit_is_shown_on_every_page_that_says_it(untouched):
    text = untouched.plan.read_text(encoding="utf-8")
    assert 'problem: "' in text
    untouched.plan.write_text(text.replace('problem: "', 'problem: "thử sửa ', 1), encoding="utf-8")
    for url in (f"ke-hoach/{PLAN}/", "ghi-chu-bien-tap/"):
        untouched.wait(url, lambda page: "thử sửa" in page)


def test_an_error_shows_in_browser_and_terminal_and_goes_when_mended(untouched):
    whole = untouched.plan.read_text(encoding="utf-8")
    untouched.plan.write_text(whole.replace("---\n", "---\nkhoá-lạ: 1\n", 1), encoding="utf-8")
    for url in ("", f"ke-hoach/{PLAN}/", "co-quan/"):
        page = untouched.wait(url, lambda page: "khoá-lạ" in page)
        assert f"plans/{PLAN}.md:2:" in page
        assert "livereload" in page
    assert f"plans/{PLAN}.md:2:" in untouched.said.read_text(encoding="utf-8")
    untouched.plan.write_text(whole, encoding="utf-8")
    untouched.wait("", lambda page: "khoá-lạ" not in page and "Kế hoạch mở" in page)


def test_a_changed_register_is_linked_anew(untouched):
    """What was linked before counts only while all that it was linked from is the same."""
    link = "co-quan/hai-phong/so-noi-vu/"
    untouched.wait(f"ke-hoach/{PLAN}/", lambda page: link in page)
    agencies = untouched.root / "plans/registers/agencies.yml"
    text = agencies.read_text(encoding="utf-8")
    agencies.write_text(text.replace("hai-phong/so-noi-vu\n", "hai-phong/so-noi-vu-khac\n"), encoding="utf-8")
    untouched.wait(f"ke-hoach/{PLAN}/", lambda page: link not in page)
    agencies.write_text(text, encoding="utf-8")
    untouched.wait(f"ke-hoach/{PLAN}/", lambda page: link in page)
