"""Preview the site while plans, registers, pages, styles, scripts or templates are edited.

A change is read, checked and linked at once; the browser then reloads, and a page is made when it is asked for, by
the same steps as in a build. So nothing shown is older than the last change. An error is shown in the browser and
here, and goes when it is mended. Left out: links between pages are not followed (`make site` does), the site map is
not written, and changes of the Python code need a new start.
"""

from __future__ import annotations

import argparse
import html
import logging
import posixpath
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2.bccache import BytecodeCache, FileSystemBytecodeCache
from mkdocs.livereload import LiveReloadServer

from corpus.browser_scripts import write_scripts
from corpus.build import SiteBuild
from corpus.command import run
from corpus.problem import CorpusError
from corpus.record_store import Records
from corpus.style_sheet import write_style
from engine.mkdocs_engine import Engine

ROOT = Path(__file__).resolve().parent.parent
WATCHED = ("content", "theme", "corpus/pages/templates", "mkdocs.yml")
LOOK_EVERY = 0.2  # seconds between looks at the files
ERROR_PAGE = """<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Lỗi</title>
<style>body {{ font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }} pre {{ white-space: pre-wrap }}</style>
<body><h1>{heading}</h1><p>Trang sẽ tự hiện lại khi lỗi được sửa.</p><pre>{problems}</pre></body></html>
"""


class Pages:
    """The site of one state of the corpus in ``folder``, of which each file is made when it is asked for."""

    def __init__(self, build: SiteBuild, folder: Path, compiled: BytecodeCache) -> None:
        self._build, self._folder = build, folder
        self._engine = Engine.start(build, folder, "serve", compiled=compiled)
        self._engine.name_entries()
        assets = Path(self._engine.config.docs_dir) / "assets"
        write_scripts(assets, folder / "assets")
        write_style(self._engine.config.extra["theme_sheets"], assets, folder / "assets")

    def make(self, path: str) -> None:
        """Make the one file of the site at ``path``; what is no page and no file stands beside them, made together."""
        file = self._engine.files.get(path)
        if file is None:
            if path.startswith("assets/search/"):
                self._build.write_index(self._folder)
            elif not path.endswith(".html"):
                self._make_beside(path)
        elif file.is_documentation_page():
            self._engine.make_page(file)
        else:
            file.copy_file()

    def _make_beside(self, path: str) -> None:
        """A file beside the pages; Markdown made of a page's HTML comes with that page."""
        if path.endswith(".html.md"):
            self.make(path.removesuffix(".md"))
        if not (self._folder / path).is_file():
            self._build.write_downloads(self._folder)


class Preview:
    """The site in ``folder`` of the corpus under ``root``, as far as it was asked for since the last change."""

    def __init__(self, root: Path, folder: Path, compiled: BytecodeCache) -> None:
        self.root, self.folder, self._compiled = root, folder, compiled
        self._lock = threading.Lock()
        self._build: SiteBuild | None = None  # the last that held
        self._pages: Pages | None = None  # None while something does not hold
        self._error = ""

    def renew(self) -> None:
        """Take up a change: nothing made before is kept, but what was linked of plans that did not change."""
        with self._lock:
            started = time.monotonic()
            self._pages = None
            for old in self.folder.iterdir():
                shutil.rmtree(old) if old.is_dir() else old.unlink()
            try:
                self._build = SiteBuild.prepare(self.root, self._build, Records(ROOT / "build", self.root))
                self._pages = Pages(self._build, self.folder, self._compiled)
            except CorpusError as error:
                self._fail(f"{len(error.problems)} lỗi trong kho văn bản", str(error))
            except Exception:
                self._fail("Trang không dựng được", traceback.format_exc())
            else:
                for warning in self._build.warnings:
                    print(f"warning: {warning}")
                print(f"Ready in {time.monotonic() - started:.1f} s.", flush=True)

    def make(self, path: str) -> None:
        """Have the file at ``path`` of the site in the folder, or a page that says why it cannot be."""
        with self._lock:
            if (self.folder / path).is_file():
                return
            if self._pages:
                try:
                    self._pages.make(path)
                except Exception:
                    self._fail("Trang không dựng được", traceback.format_exc())
                else:
                    return
            if path.endswith(".html"):
                (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / path).write_text(self._error, encoding="utf-8")

    def _fail(self, heading: str, problems: str) -> None:
        print(f"{problems}\n", file=sys.stderr, flush=True)
        self._error = ERROR_PAGE.format(heading=heading, problems=html.escape(problems))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: the project)")
    parser.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as compiled:
        preview = Preview(arguments.root.resolve(), Path(folder), FileSystemBytecodeCache(compiled))
        server = _Server(preview, arguments.port)
        preview.renew()
        print(f"Open http://127.0.0.1:{arguments.port}/ ; Ctrl-C ends.", flush=True)
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it without types
        finally:
            server.shutdown()
    return 0


class _Server(LiveReloadServer):
    """MkDocs' server, which watches files and reloads browsers, over a preview."""

    def __init__(self, preview: Preview, port: int) -> None:
        super().__init__(preview.renew, "127.0.0.1", port, str(preview.folder), polling_interval=LOOK_EVERY)
        self._preview = preview
        self.set_app(self._answer)
        for watched in (preview.root / "plans", *(ROOT / name for name in WATCHED)):
            self.watch(str(watched))

    def _answer(self, environ: dict[str, Any], start_response: object) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").lstrip("/")
        inside = (self._preview.folder / path).resolve().is_relative_to(self._preview.folder.resolve())
        if inside and not path.startswith("livereload/"):
            self._preview.make(path if PurePosixPath(path).suffix else posixpath.join(path, "index.html"))
        return self.serve_request(environ, start_response)


if __name__ == "__main__":
    run(main)
