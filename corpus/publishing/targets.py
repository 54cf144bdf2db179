"""Where a package is published to: a folder, a host over SSH, or a store of objects; all behave alike."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from corpus.manifest import Manifest
from corpus.publishing.to_folder import FolderTarget
from corpus.publishing.to_host import HostTarget
from corpus.publishing.to_store import StoreTarget, open_store

_HOST = re.compile(r"(?:ssh://)?(?P<host>(?:[\w.-]+@)?[\w.-]{2,}):?(?P<path>/.+)")
_STORE = re.compile(r"(?:s3|gs|az|memory)://")


class Target(Protocol):
    """Readers of a target find the site before or the site after, whenever a publication dies; the next one mends.

    Of two publishers at a time the second is refused or waits. Raises SiteError.
    """

    def current(self) -> bytes | None:
        """The manifest of the site that is served, None where there is none."""

    def publish(self, site: Path, manifest: Manifest, keep: int, seen: bytes | None) -> None:
        """Put the package in the folder ``site`` in place, and keep the last ``keep`` sites before it.

        ``seen`` is the manifest of the site that it was compared with; where another is served now, nothing is done.
        """

    def kept(self) -> list[bytes]:
        """Manifests of the sites kept, the newest first."""

    def put_back(self, back: int) -> None:
        """Serve the site ``back`` publications before this one; this one is kept in turn."""


def open_target(given: str) -> Target:
    """The target that a person names: ``s3://bucket/path``, ``user@host:/path``, or a folder."""
    if _STORE.match(given):
        return StoreTarget(open_store(given))
    if (match := _HOST.fullmatch(given)) and (given.startswith("ssh://") or ":" in given):
        return HostTarget(match["host"], match["path"])
    return FolderTarget(Path(given))
