"""Pagefind's module as a classic script, made mechanically: modules cannot be loaded from ``file://``.

The script defines one global, whose ``open(fetch)`` returns Pagefind's index class, with ``fetch`` in place
of the browser's. The class is used rather than the exports, because these start an index in the background
and then look every 50 ms whether it is ready. Whatever this needs of Pagefind's source is checked; where it is gone, the build fails.
"""

from __future__ import annotations

import re

from corpus.search.pagefind_index import PagefindChanged

GLOBAL = "pagefindClassic"
INDEX_CLASS = "PagefindInstance"
# What follows the index class: merging of indexes and web workers, a fifth of the file, of no use here.
AFTER_INDEX = "var Pagefind=class{"
_EXPORTS = re.compile(r"export\s*\{[\w,\s]+\};?\s*$")
# What the search calls or answers; a renamed one must be noticed here, not by a reader.
_NEEDED = (
    f"var {INDEX_CLASS}=class{{",
    "async init(",
    "async search(",
    "load_wasm",
    "pagefind-entry.json",
    ".pf_meta",
    ".pf_index",
    "arrayBuffer()",
    "fetch(",
    "basePath",
)


def classic_script(module: str) -> str:
    """``module`` (pagefind.js) as a classic script. Raises PagefindChanged where its interface moved."""
    exports = _EXPORTS.search(module)
    if not exports:
        raise PagefindChanged("pagefind.js does not end with its list of exports")
    if missing := [name for name in _NEEDED if name not in module]:
        raise PagefindChanged(f"pagefind.js no longer has {', '.join(missing)}")
    if AFTER_INDEX not in module[module.index(INDEX_CLASS) :]:
        raise PagefindChanged(f"pagefind.js no longer has {AFTER_INDEX} after its index class")
    body = module[: module.index(AFTER_INDEX)].replace("import.meta.url", "undefined")
    if left := re.search(r"\bimport\.meta\b|\bimport\s*\(|^\s*(import|export)\s", body, re.MULTILINE):
        raise PagefindChanged(f"pagefind.js still uses {left[0]!r}")
    return f'var {GLOBAL}={{open:function(fetch){{"use strict";{body}\nreturn {{{INDEX_CLASS}}};}}}};\n'
