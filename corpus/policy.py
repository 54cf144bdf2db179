"""What a page of the site may load and do (Content-Security-Policy, W3C CSP 3): the one home of that list.

The policy stands in a ``<meta>`` on every page and in the settings of servers that a package brings.
"""

from __future__ import annotations

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
