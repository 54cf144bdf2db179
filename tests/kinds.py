"""One page of each kind in a built site, and as much of it as stands for all of it."""

from __future__ import annotations

from pathlib import Path

from corpus.evaluation.page_kinds import find_pages


def address_of(site: Path, kind: str) -> str:
    """Address of the page of a ``kind``, relative to the site's root; the site must have one."""
    ((_, path),) = find_pages(site, [kind])
    return path.relative_to(site.resolve()).as_posix().removesuffix("index.html")


# Of rows, items and blocks alike the first few stand for all: a long page is then looked at as fast as a short one.
THINNED = """() => {
  const few = 6;
  for (const parent of document.querySelectorAll("article, article *")) {
    const times = new Map();
    for (const one of [...parent.children]) {
      const sort = `${one.localName}.${one.className}`;
      times.set(sort, (times.get(sort) ?? 0) + 1);
      if (times.get(sort) > few && !one.matches("h1, h2, th, td, path, g")) one.remove();
    }
  }
}"""
