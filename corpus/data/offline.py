"""The built site as one archive for use without a server, where a link to a folder shows a list of files."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

# Links in attributes, as the site engine writes them: quoted, or bare where it minifies.
_LINK = re.compile(r"""(\s(?:href|action)=)("[^"]*"|'[^']*'|[^\s"'>]+)""")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#|\?", re.IGNORECASE)
# Of use to a server only.
_SERVER_ONLY = re.compile(r"404\.html|sitemap(-\d+)?\.xml")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can say: the archive depends on nothing but the site


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


def bundle_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file of the archive, in order of name."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if _SERVER_ONLY.fullmatch(name):
            continue
        data = path.read_bytes()
        yield name, offline_page(data.decode()).encode() if path.suffix == ".html" else data


def write_bundle(site: Path, archive: Path) -> int:
    """Write the built ``site`` into ``archive``; the number of files. The same site gives the same bytes."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name, data in bundle_files(site):
            info = zipfile.ZipInfo(f"{archive.stem}/{name}", _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            zipped.writestr(info, data)
            count += 1
    return count
