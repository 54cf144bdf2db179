"""Assets under names that say their content, so that browsers may keep them for ever and never mix two sites.

Two folders get such a name: the search, whose data change with the plans, and all other assets. Within each, files
go on naming each other as before; only pages are rewritten, where an attribute names an asset.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

ASSETS, SEARCH = "assets", "assets/search"
# Paths that never change their content, below the site's root.
KEPT_FOR_EVER = r"(?:assets-[0-9a-f]{12}|assets/search-[0-9a-f]{12})/"
# Attributes of tags that name files, and the theme's settings, which are JSON.
_NAMING = re.compile(
    r"""(<(?:a|link|script|img|source|meta)\b[^>]*?\s(?:href|src|content)=["']?|"search": ")([^"'\s>]+)"""
)


def fingerprint(site: Path, base: str) -> tuple[str, ...]:
    """Rename the assets of ``site``, to be served under ``base``, and say so in its pages; the new folders."""
    renamed = dict(_rename(site))
    for page in sorted(site.rglob("*.html")):
        here = page.relative_to(site).as_posix()
        html = page.read_text("utf-8")
        page.write_text(_rewrite(html, here, base, renamed), "utf-8")
    return tuple(renamed.values())


def kept_folders(names: Iterable[str]) -> frozenset[str]:
    """The folders, of the files ``names``, that never change their content."""
    found = (re.match(KEPT_FOR_EVER, name) for name in names)
    return frozenset(match[0].rstrip("/") for match in found if match)


def _rename(site: Path) -> Iterator[tuple[str, str]]:
    """Move each folder; its old name and its new. The search goes first, and stays at its depth."""
    for folder, new in ((SEARCH, "assets/search-{}"), (ASSETS, "assets-{}")):
        old = site / folder
        files = [path for path in sorted(old.rglob("*")) if path.is_file() and not _is_kept(path, site)]
        name = new.format(_digest(old, files))
        for path in files:
            target = site / name / path.relative_to(old)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
        _remove_empty(site / ASSETS)
        yield folder, name


def _is_kept(path: Path, site: Path) -> bool:
    return re.match(KEPT_FOR_EVER, path.relative_to(site).as_posix()) is not None


def _digest(folder: Path, files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in files:
        whole.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


def _remove_empty(folder: Path) -> None:
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()


def _rewrite(html: str, page: str, base: str, renamed: dict[str, str]) -> str:
    return _NAMING.sub(lambda match: match[1] + _rewritten(match[2], page, base, renamed), html)


def _rewritten(target: str, page: str, base: str, renamed: dict[str, str]) -> str:
    """``target``, named on ``page``, with the new name of its folder; anything else as it is."""
    path = urlsplit(target).path
    below = (
        path[len(base) :]
        if path.startswith(base)
        else posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    )
    folder = next((old for old in renamed if below.startswith(f"{old}/")), None)
    if folder is None or target.count(f"{folder}/") != 1:
        return target
    return target.replace(f"{folder}/", f"{renamed[folder]}/")
