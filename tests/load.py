"""How many readers a server bears with the package and the settings it brings; no part of the suite.

    .venv/bin/python tests/load.py dist/portal /ke-hoach/ 30

Debian's wrk asks nginx, then Apache, 200 requests at a time, page after page of the package, each on a connection of its
own (Apache closes one after 100 requests, which wrk would count as an error). Ends with 1 where any answer was an error.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from web_servers import PROGRAMS, serve

from corpus.command import run
from corpus.manifest import read_manifest

AT_ONCE = 200
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
    paths = ", ".join(f'"{base}{page}"' for page in sorted(read_manifest(package).pages))
    failed = False
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_SCRIPT.format(paths=paths))
        script.flush()
        for kind in sorted(PROGRAMS):
            with serve(kind, package, base) as address:
                asked = ["wrk", "-t2", f"-c{AT_ONCE}", f"-d{seconds}s", "--latency", "-s", script.name, address]
                said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
            print(f"{kind}\n{said}", flush=True)
            failed |= re.search("Non-2xx|Socket errors", said) is not None
    return 1 if failed else 0


if __name__ == "__main__":
    run(main)
