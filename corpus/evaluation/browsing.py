"""A built site in a real Chromium: served on this machine, and what its search takes until there is a first result."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Response

from corpus.publishing.packed import brotli_copy, is_text
from corpus.search.write_index import FOLDER

CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
# Types a query key by key, each ``pause`` ms after the one before, and waits for the results of the whole.
TO_FIRST_RESULT = """async ([query, pause]) => {
  const input = document.querySelector(".search-page input[name=q]");
  const panel = input.form.querySelector(".search-panel");
  const wait = (time) => new Promise((go) => setTimeout(go, time));
  let start = 0;
  for (let end = pause ? 1 : query.length; end <= query.length; end += 1) {
    if (start) await wait(pause);
    input.value = query.slice(0, end);
    start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  while (panel.dataset.query !== query || panel.hidden) await wait(1);
  return [performance.now() - start, panel.querySelectorAll("[role=option]").length];
}"""
PAUSE = 120  # ms between two keys: 100 words a minute, faster than most people type


@functools.cache
def _packed(file: Path) -> bytes:
    return brotli_copy(file.read_bytes())


class _Packing(http.server.SimpleHTTPRequestHandler):
    """Hands out texts packed, as the package for servers has them."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        taken = self.headers.get("Accept-Encoding", "")
        if "br" not in taken or not file.is_file() or not is_text(file):
            super().do_GET()
            return
        data = _packed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def served(folder: Path, packed: bool = False) -> Iterator[str]:
    """The files below ``folder`` on a port of this machine; the address, ending in a slash. ``packed``: with brotli."""

    class Quiet(_Packing if packed else http.server.SimpleHTTPRequestHandler):  # type: ignore[misc]
        protocol_version = "HTTP/1.1"  # connections stay open, as on any server in use

        def log_message(self, *_: object) -> None:
            pass

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # a browser that leaves a page breaks its connections

    handler = functools.partial(Quiet, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def bytes_to_first_result(browser: Browser, address: str, queries: list[str]) -> list[float]:
    """kB of all responses of the search (script, style, data) from an empty cache until results are shown, least first."""
    return sorted(_bytes_of(browser, address, query) for query in queries)


def _bytes_of(browser: Browser, address: str, query: str) -> float:
    page = browser.new_context().new_page()
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))
    page.goto(f"{address}tim-kiem/")
    page.evaluate(TO_FIRST_RESULT, [query, 0])
    ours = (response for response in seen if f"/{FOLDER}/" in response.url)
    size = sum(int(response.headers["content-length"]) for response in ours) / 1000
    page.context.close()
    return size


def latencies(browser: Browser, address: str, queries: list[str], pause: int) -> tuple[list[float], int]:
    """Milliseconds from the last keystroke to the first result, after a first query, least first; how many found any."""
    page = browser.new_page()
    page.goto(f"{address}tim-kiem/")
    page.evaluate(TO_FIRST_RESULT, ["cải cách hành chính", 0])
    answers = [page.evaluate(TO_FIRST_RESULT, [query, pause]) for query in queries]
    page.close()
    return sorted(taken for taken, _ in answers), sum(count > 0 for _, count in answers)


def at_share(values: list[float], share: float) -> float:
    """The value below which ``share`` of the sorted ``values`` lie."""
    return values[int(len(values) * share)]
