"""What a build was made from: a commit, its day, and the programs that shape the bytes of the site."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

# Whatever of these is another one may give other bytes from the same corpus.
_SHAPING = (
    *("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pagefind_bin", "brotli", "pydantic", "python-slugify"),
    *("icalendar", "python-dateutil", "feedgen", "XlsxWriter", "igraph", "lxml", "duckdb", "pillow"),
    *("rapidfuzz", "pygal", "html-to-markdown"),
)


@dataclass(frozen=True)
class Release:
    """The commit of a build (None outside a repository), its day, and whether files differed from it."""

    commit: str | None
    day: date | None
    modified: bool = False


def read_release(root: Path) -> Release:
    """The release of the files under ``root``. The day is the commit's, never today's, so that bytes repeat.

    SOURCE_DATE_EPOCH (seconds, as of reproducible-builds.org) wins over the commit's time.
    """
    commit = _git(root, "rev-parse", "HEAD")
    stamp = os.environ.get("SOURCE_DATE_EPOCH") or (_git(root, "show", "-s", "--format=%ct", "HEAD") if commit else "")
    day = datetime.fromtimestamp(int(stamp), UTC).date() if stamp else None
    return Release(commit or None, day, bool(commit and _git(root, "status", "--porcelain")))


def has_whole_history(root: Path) -> bool:
    """Whether the files under ``root`` lie in a repository with all commits before the present one."""
    return _git(root, "rev-parse", "--is-shallow-repository") == "false"


def shaping_versions() -> dict[str, str]:
    """Version of Python, of its SQLite and of each package that shapes the site, those that are installed."""
    found = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    for name in _SHAPING:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git says; nothing where there is no git or no repository."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
