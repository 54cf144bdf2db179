"""The map of the site for search engines (sitemaps.org), in parts that an index lists."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from lxml import etree

INDEX = "sitemap.xml"
MOST_IN_PART = 20_000  # the protocol allows 50,000 addresses and 50 MB
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemaps(site: Path, address: str, urls: Iterable[str]) -> None:
    """Write the map of the pages ``urls``, relative to the root of the site, which is published at ``address``."""
    root = address.rstrip("/") + "/"
    names: list[str] = []
    ordered = iter(sorted(urls))
    while part := list(islice(ordered, MOST_IN_PART)):
        names.append(f"sitemap-{len(names) + 1}.xml")
        _write(site / names[-1], "urlset", "url", (root + url for url in part))
    _write(site / INDEX, "sitemapindex", "sitemap", (root + name for name in names))


def _write(path: Path, tag: str, inner: str, addresses: Iterable[str]) -> None:
    with etree.xmlfile(str(path), encoding="utf-8") as file:
        file.write_declaration()
        with file.element(f"{{{_SPACE}}}{tag}", nsmap={None: _SPACE}):
            for address in addresses:
                with file.element(f"{{{_SPACE}}}{inner}"), file.element(f"{{{_SPACE}}}loc"):
                    file.write(address)
