"""Review drafts in the browser: source beside draft, doubtful things first; then check and preview.

Serves on the loopback address of this machine only, and prints the address to open, which carries a key made anew
each time. What is accepted or mended is written to the files at once, under the rules of `make check`.
"""

from __future__ import annotations

import argparse
import http.server
import secrets
import tempfile
import threading
import webbrowser
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from corpus.command import run
from corpus.intake.review.answers import Reviewing
from corpus.intake.review.server import LOOPBACK, ReviewServer

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, help="port on this machine (default: any that is free)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: this project)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        preview = SitePreview(arguments.root.resolve(), Path(folder))
        reviewing = Reviewing(arguments.root.resolve(), secrets.token_urlsafe(24), preview.show)
        with ReviewServer(reviewing, arguments.port) as server:
            print(f"Mở {server.address}\nNhấn Ctrl-C để dừng.", flush=True)
            if not arguments.no_browser:
                webbrowser.open(server.address)
            server.serve_forever()
    return 0


class SitePreview:
    """The site as it would be built, each page made when it is asked for, on a port of its own."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
        self._address = ""

    def show(self, plan_id: str) -> str:
        """The address of the plan's page as its files are now."""
        from jinja2.bccache import FileSystemBytecodeCache
        from serve import Preview  # MkDocs is loaded only by who looks at pages

        if not self._address:
            compiled, site = self._folder / "compiled", self._folder / "site"
            compiled.mkdir()
            site.mkdir()
            self._preview = Preview(self._root, site, FileSystemBytecodeCache(str(compiled)))
            self._address = self._serve(site)
        self._preview.renew()
        return f"{self._address}/ke-hoach/{plan_id}/"

    def _serve(self, site: Path) -> str:
        preview = self._preview

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                path = unquote(urlsplit(self.path).path).lstrip("/")
                if (site / path).resolve().is_relative_to(site.resolve()):
                    preview.make(f"{path}index.html" if path.endswith("/") or not path else path)
                super().do_GET()

            def log_message(self, format: str, *arguments: object) -> None:
                """Nothing."""

        server = http.server.ThreadingHTTPServer((LOOPBACK, 0), partial(Handler, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://{LOOPBACK}:{server.server_port}"


if __name__ == "__main__":
    run(main)
