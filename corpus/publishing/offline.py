"""Pages for use without a server, where a link to a folder shows a list of files."""

from __future__ import annotations

import re

# Links in attributes, as the site engine writes them: quoted, or bare where it minifies.
_LINK = re.compile(r"""(\s(?:href|action)=)("[^"]*"|'[^']*'|[^\s"'>]+)""")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#|\?", re.IGNORECASE)


def offline_page(html: str) -> str:
    """``html`` with every link to a folder of the site leading to the folder's page.

    >>> offline_page('<a href="../van-ban/?q=1#x">')
    '<a href="../van-ban/index.html?q=1#x">'
    """
    return _LINK.sub(lambda match: match[1] + _to_page(match[2]), html)


def _to_page(quoted: str) -> str:
    quote = quoted[0] if quoted[0] in "\"'" else ""
    address = quoted.strip(quote) if quote else quoted
    if not address or _ELSEWHERE.match(address):
        return quoted
    cut = min((at for sign in "?#" if (at := address.find(sign)) >= 0), default=len(address))
    path, rest = address[:cut], address[cut:]
    if path.endswith("/"):
        path += "index.html"
    elif path.rsplit("/", 1)[-1] in (".", ".."):
        path += "/index.html"
    return f"{quote}{path}{rest}{quote}"
