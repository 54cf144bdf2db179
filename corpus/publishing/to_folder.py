"""Publishing into a folder of this machine or one that is mounted: exchanged whole, in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from corpus.manifest import MANIFEST, Manifest, ManifestError, parse_manifest
from corpus.publish import ANOTHER_CAME, SiteError, kept_sites, publish, put_back
from corpus.publishing.fingerprint import kept_folders


class FolderTarget:
    def __init__(self, path: Path, say: Callable[[str], None] = print) -> None:
        self._path = path.resolve()
        self._say = say

    def current(self) -> bytes | None:
        return _manifest(self._path)

    def publish(self, site: Path, manifest: Manifest, keep: int, seen: bytes | None) -> None:
        def write(fresh: Path) -> Iterable[str]:
            if self.current() != seen:
                raise SiteError(ANOTHER_CAME)
            shutil.copytree(site, fresh, dirs_exist_ok=True, copy_function=shutil.copyfile)
            self._keep_assets(fresh)
            return manifest.files

        publish(self._path, write, self._say, keep)

    def kept(self) -> list[bytes]:
        return [data for folder in kept_sites(self._path) if (data := _manifest(folder)) is not None]

    def put_back(self, back: int) -> None:
        put_back(self._path, self._say, back)

    def _keep_assets(self, fresh: Path) -> None:
        """Who has a page of the site before on the screen still finds what it loads."""
        data = self.current()
        try:
            before = parse_manifest(data) if data else None
        except ManifestError:
            return
        for folder in kept_folders(before.files) if before else ():
            if (self._path / folder).is_dir() and not (fresh / folder).exists():
                shutil.copytree(self._path / folder, fresh / folder, copy_function=os.link)


def _manifest(folder: Path) -> bytes | None:
    path = folder / MANIFEST
    return path.read_bytes() if path.is_file() else None
