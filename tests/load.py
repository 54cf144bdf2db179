"""How many readers a server bears with the package and the settings it brings; no part of the suite.

    .venv/bin/python tests/load.py dist/portal /ke-hoach/ 30

Debian's wrk asks nginx, then Apache, 200 requests at a time, page after page of the package, each on a connection of its
own. Then 200 readers that keep their connections do the same, as browsers do: where a kept connection is closed before
the answer begins, they ask once more on a new one (RFC 9112, 9.3.1). Apache closes kept connections whenever all its
workers are busy ("All workers are busy or dying, will shutdown N keep-alive connections" with LogLevel mpm_event:trace1),
and after 100 requests; wrk counts each as a read error. Ends with 1 where any answer was an error, or a new connection
failed.
"""

from __future__ import annotations

import http.client
import itertools
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from web_servers import PROGRAMS, serve

from corpus.command import run
from corpus.manifest import read_manifest

AT_ONCE = 200
ASKED_AGAIN, FAILED = "asked again", "failed"
_SCRIPT = """
local paths = {{ {paths} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{ ["Accept-Encoding"] = "gzip", ["Connection"] = "close" }})
end
"""


def main() -> int:
    package, base, seconds = Path(sys.argv[1]).resolve(), sys.argv[2], int(sys.argv[3])
    pages = [f"{base}{page}" for page in sorted(read_manifest(package).pages)]
    paths = ", ".join(f'"{page}"' for page in pages)
    failed = False
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_SCRIPT.format(paths=paths))
        script.flush()
        for kind in sorted(PROGRAMS):
            with serve(kind, package, base) as address:
                asked = ["wrk", "-t2", f"-c{AT_ONCE}", f"-d{seconds}s", "--latency", "-s", script.name, address]
                said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
                found = _keep_alive(urlsplit(address).netloc, pages, time.monotonic() + seconds)
            print(f"{kind}\n{said}Kept connections: {dict(found)}\n", flush=True)
            failed |= re.search("Non-2xx|Socket errors", said) is not None or bool(found.keys() - {200, ASKED_AGAIN})
    return 1 if failed else 0


def _keep_alive(host: str, pages: list[str], end: float) -> Counter[int | str]:
    """Answers by their status, of readers who keep their connections until ``end``."""
    found: Counter[int | str] = Counter()

    def read(start: int) -> None:
        link = http.client.HTTPConnection(host, timeout=20)
        for page in itertools.islice(itertools.cycle(pages), start, None):
            if time.monotonic() > end:
                return
            kept = link.sock is not None
            try:
                status = _ask(link, page)
            except (http.client.RemoteDisconnected, ConnectionError):
                link.close()
                status = ASKED_AGAIN if kept else FAILED
            found[status] += 1
            if status == ASKED_AGAIN:
                found[_ask(link, page)] += 1

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(read, range(0, AT_ONCE * 7, 7)))
    return found


def _ask(link: http.client.HTTPConnection, page: str) -> int:
    link.request("GET", page, headers={"Accept-Encoding": "gzip"})
    answer = link.getresponse()
    answer.read()
    return answer.status


if __name__ == "__main__":
    run(main)
