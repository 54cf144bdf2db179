"""What a page of the site may load and do (Content-Security-Policy, W3C CSP 3): the one home of that list.

The policy stands in a ``<meta>`` on every page and in the settings of servers that a package brings.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import unquote

_ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the search compiles WebAssembly
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",  # a look at what others may frame
    "form-action": "'self'",
    "base-uri": "'none'",
}
POLICY = "; ".join(f"{name} {sources}" for name, sources in _ALLOWED.items())
# Headers that no <meta> can give; a file is never taken for another kind than it is served as.
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# Of the pieces that the pages of others may frame.
EMBEDDED_HEADERS = {**HEADERS, "Content-Security-Policy": f"{POLICY}; frame-ancestors *"}
_DATA_URL = re.compile(r"""url\((["'])data:image/svg\+xml;charset=utf-8,(.*?)\1\)""", re.DOTALL)


def move_icons(site: Path) -> None:
    """Put the pictures that the theme's style sheets carry as ``data:`` into files of their own."""
    icons = site / "assets" / "icons"
    for sheet in sorted((site / "assets" / "stylesheets").glob("*.css")):
        sheet.write_text(
            _DATA_URL.sub(lambda match: _as_file(match, icons), sheet.read_text("utf-8")), encoding="utf-8"
        )


def _as_file(match: re.Match[str], icons: Path) -> str:
    picture = unquote(match[2]).replace("\\'", "'").encode()
    name = f"{hashlib.sha256(picture).hexdigest()[:16]}.svg"
    icons.mkdir(parents=True, exist_ok=True)
    (icons / name).write_bytes(picture)
    return f'url("../icons/{name}")'
