"""Where one page of each kind lies in a built site."""

from __future__ import annotations

from pathlib import Path

from corpus.evaluation.page_kinds import find_pages


def address_of(site: Path, kind: str) -> str:
    """Address of the page of a ``kind``, relative to the site's root; the site must have one."""
    ((_, path),) = find_pages(site, [kind])
    return path.relative_to(site.resolve()).as_posix().removesuffix("index.html")
