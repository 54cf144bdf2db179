"""Where a published site can be read: a folder, a zip, an address. Each gives its files by name."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path
from typing import Protocol

from corpus.manifest import MANIFEST, UNLISTED
from corpus.publishing.servers import HIDDEN

MOST_BYTES = 1_000_000_000  # of one file; no honest file of a site is near it
_TIMEOUT = 30  # seconds until a server that says nothing is given up


class PublishedSiteError(Exception):
    """A published site that cannot be read."""


class PublishedSite(Protocol):
    """``names`` are all its files but the manifest and its signature, None where nobody can list them.

    ``hidden`` are names of files, in any folder, that it keeps to itself.
    """

    hidden: frozenset[str]

    def names(self) -> frozenset[str] | None: ...

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none. Raises PublishedSiteError."""


class Folder:
    hidden: frozenset[str] = frozenset()

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> frozenset[str]:
        found = (path.relative_to(self._path).as_posix() for path in self._path.rglob("*") if not path.is_dir())
        return frozenset(found) - UNLISTED

    def read(self, name: str) -> bytes | None:
        path = self._path / name
        return path.read_bytes() if path.is_file() else None


class Zip:
    """A bundle: all its files lie in one folder at the top."""

    hidden: frozenset[str] = frozenset()

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except zipfile.BadZipFile as error:
            raise PublishedSiteError(f"{path} không phải tệp zip dùng được: {error}") from error
        self._size = {info.filename: info.file_size for info in self._zip.infolist() if not info.is_dir()}
        tops = {name.partition("/")[0] for name in self._size}
        self._top = f"{tops.pop()}/" if MANIFEST not in self._size and len(tops) == 1 else ""

    def names(self) -> frozenset[str]:
        return frozenset(name.removeprefix(self._top) for name in self._size) - UNLISTED

    def read(self, name: str) -> bytes | None:
        size = self._size.get(self._top + name)
        if size is None:
            return None
        if size > MOST_BYTES:
            raise PublishedSiteError(f"{name}: {size} byte, quá lớn")
        try:
            return self._zip.read(self._top + name)
        except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
            raise PublishedSiteError(f"{name}: {error}") from error


class Web:
    """A site that is served; what it has beyond its manifest cannot be seen."""

    hidden = HIDDEN

    def __init__(self, address: str) -> None:
        self._address = address if address.endswith("/") else f"{address}/"

    def names(self) -> None:
        return None

    def read(self, name: str) -> bytes | None:
        asked = urllib.request.Request(
            self._address + urllib.parse.quote(name), headers={"Accept-Encoding": "identity"}
        )
        try:
            with urllib.request.urlopen(asked, timeout=_TIMEOUT) as answer:
                return bytes(answer.read(MOST_BYTES))
        except urllib.error.HTTPError as error:
            if error.code in (403, 404, 410):
                return None
            raise PublishedSiteError(f"{name}: máy chủ trả lời {error.code}") from error
        except (OSError, ValueError) as error:
            raise PublishedSiteError(f"{self._address}{name}: {error}") from error


def open_site(given: str) -> PublishedSite:
    """The site that a person names: an http(s) address, a zip or a folder. Raises PublishedSiteError."""
    if given.startswith(("http://", "https://")):
        return Web(given)
    path = Path(given)
    if path.is_dir():
        return Folder(path)
    if path.is_file():
        return Zip(path)
    raise PublishedSiteError(f"không có thư mục, tệp zip hay địa chỉ nào là {given}")
