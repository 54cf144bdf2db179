"""Pagefind's module as a classic script, made mechanically: modules cannot be loaded from ``file://``.

The script defines one global, whose ``open(fetch)`` returns Pagefind's exports with ``fetch`` in place of
the browser's. Whatever this needs of Pagefind's source is checked; where it is gone, the build fails.
"""

from __future__ import annotations

import re

from corpus.export.search.pagefind_index import PagefindChanged

GLOBAL = "pagefindClassic"
_EXPORTS = re.compile(r"export\s*\{([\w,\s]+)\};?\s*$")
# What the search calls or answers; a renamed one must be noticed here, not by a reader.
_NEEDED = (
    "createInstance", "noWorker", "exactDiacritics", "pagefind-entry.json", ".pf_meta", ".pf_index",
    "arrayBuffer()", "fetch(", "basePath",
)  # fmt: skip


def classic_script(module: str) -> str:
    """``module`` (pagefind.js) as a classic script. Raises PagefindChanged where its interface moved."""
    exports = _EXPORTS.search(module)
    if not exports:
        raise PagefindChanged("pagefind.js does not end with its list of exports")
    if missing := [name for name in _NEEDED if name not in module]:
        raise PagefindChanged(f"pagefind.js no longer has {', '.join(missing)}")
    names = [name.strip() for name in exports[1].split(",")]
    if "createInstance" not in names:
        raise PagefindChanged("pagefind.js no longer exports createInstance")
    body = module[: exports.start()].replace("import.meta.url", "undefined")
    if left := re.search(r"\bimport\.meta\b|\bimport\s*\(|^\s*(import|export)\s", body, re.MULTILINE):
        raise PagefindChanged(f"pagefind.js still uses {left[0]!r}")
    return f'var {GLOBAL}={{open:function(fetch){{"use strict";{body}\nreturn {{{",".join(names)}}};}}}};\n'
