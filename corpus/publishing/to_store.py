"""Publishing to a store of objects (S3 and what speaks like it): every site whole under a name of its own, and a pointer.

A store changes one object at a time. So a site is brought below ``ban/NAME/``, where nobody reads it yet, and one
small object says which of the sites is served: readers come through a server or a network that follows it
(``may-chu/nginx-kho.conf``). Going back writes the pointer only. It is written on the condition that it is still the
one that was read, so of two publishers at a time one is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any

from corpus.addresses import MEDIA_TYPES
from corpus.manifest import MANIFEST, UNLISTED, Manifest, digest, parse_manifest
from corpus.publish import ANOTHER_CAME, SiteError
from corpus.publishing.fingerprint import kept_folders
from corpus.publishing.servers import FOR_EVER, HIDDEN, REVALIDATE
from corpus.publishing.store_server import POINTED, POINTER, SITES

_AT_ONCE = 16  # objects brought at a time
_DIGITS = 6


def open_store(address: str) -> Any:
    """The store at ``s3://bucket/path``; keys and endpoint come from the environment, as for any tool (AWS_…)."""
    try:
        from obstore.store import from_url
    except ImportError as error:
        raise SiteError("publishing to a store needs one more package: pip install 'obstore>=0.12'") from error
    return from_url(address)


@dataclass(frozen=True)
class Pointer:
    """The site that is served, and those before it, the last served first.

    ``number`` counts how often it was turned: so no two pointers are alike, and a store that marks objects by their
    content marks each with its own ``mark``.
    """

    number: int = 0
    now: str | None = None
    before: tuple[str, ...] = ()
    mark: Any = None

    def turned(self, name: str, keep: int | None = None) -> Pointer:
        """The pointer that follows. The site before is kept in any case: requests under way still read it."""
        before = tuple(one for one in (self.now, *self.before) if one and one != name)
        return Pointer(self.number + 1, name, before if keep is None else before[: max(keep, 1)], self.mark)

    def site_name(self, manifest: bytes) -> str:
        """Name of the site to follow, which no other attempt has: its number tells whom a later pointer refuses."""
        return f"{self.number + 1:0{_DIGITS}}-{digest(manifest)[:12]}-{token_hex(4)}"

    def gives_up(self, name: str) -> bool:
        """Whether the site ``name`` is neither served nor kept, nor may still come to be."""
        return name not in (self.now, *self.before) and int(name[:_DIGITS]) <= self.number


class StoreTarget:
    """``store`` is one of ``obstore.store``."""

    def __init__(self, store: Any) -> None:
        import obstore

        self._do, self._store = obstore, store

    def current(self) -> bytes | None:
        return self._manifest(self._pointer().now)

    def publish(self, site: Path, manifest: Manifest, keep: int, seen: bytes | None) -> None:
        pointer, data = self._pointer(), (site / MANIFEST).read_bytes()
        if self._manifest(pointer.now) != seen:
            raise SiteError(ANOTHER_CAME)
        name = pointer.now if pointer.now and data == seen else pointer.site_name(data)
        if name != pointer.now:
            self._bring(site, manifest, f"{SITES}/{name}/", pointer.now, parse_manifest(seen) if seen else Manifest())
        turned = pointer.turned(name, keep)
        self._turn(turned)
        self._clear(turned)

    def kept(self) -> list[bytes]:
        return [self._read(f"{SITES}/{name}/{MANIFEST}") for name in self._pointer().before]

    def put_back(self, back: int) -> None:
        pointer = self._pointer()
        if not 0 < back <= len(pointer.before):
            raise SiteError("there is no site before that in the store")
        self._turn(pointer.turned(pointer.before[back - 1]))

    def _bring(self, site: Path, manifest: Manifest, to: str, now: str | None, before: Manifest) -> None:
        """Bring a whole site, and the assets that pages of the one before still ask for. What did not change is copied."""
        kept = kept_folders(before.files) - kept_folders(manifest.files)

        def bring(name: str) -> None:
            if name not in manifest.files or before.files.get(name) == manifest.files[name]:
                self._do.copy(self._store, f"{SITES}/{now}/{name}", to + name)
            else:
                self._put(to + name, (site / name).read_bytes())

        names = (*manifest.files, *(name for name in before.files if kept_folders((name,)) & kept))
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            # What fails in a thread is raised here.
            list(pool.map(bring, (name for name in names if name.rpartition("/")[2] not in HIDDEN)))
        for name in sorted(UNLISTED):
            if (site / name).is_file():
                self._put(to + name, (site / name).read_bytes())

    def _clear(self, pointer: Pointer) -> None:
        """Delete the sites that are kept no more, and what publishers that died have left."""
        found: Iterable[Any] = self._do.list(self._store, prefix=f"{SITES}/").collect()
        gone = [one["path"] for one in found if pointer.gives_up(one["path"].split("/")[1])]
        if gone:
            self._do.delete(self._store, gone)

    def _pointer(self) -> Pointer:
        try:
            found = self._do.get(self._store, POINTER)
        except FileNotFoundError:
            return Pointer()
        said, meta = json.loads(bytes(found.bytes())), found.meta
        mark: Any = {key: value for key in ("e_tag", "version") if (value := meta.get(key))}
        return Pointer(said["number"], said["now"], tuple(said["before"]), mark)

    def _turn(self, pointer: Pointer) -> None:
        """Write the pointer where the one before is still the one that was read: one object, so one moment."""
        from obstore.exceptions import AlreadyExistsError, NotSupportedError, PreconditionError

        said = json.dumps({"number": pointer.number, "now": pointer.now, "before": pointer.before}).encode()
        about = {"Content-Type": "application/json", "Cache-Control": "no-store", POINTED: str(pointer.now)}
        try:
            self._do.put(self._store, POINTER, said, attributes=about, mode=pointer.mark or "create")
        except (AlreadyExistsError, PreconditionError) as error:
            raise SiteError(ANOTHER_CAME) from error
        except (NotSupportedError, NotImplementedError) as error:
            raise SiteError("the store cannot write on a condition (If-Match), which two publishers need") from error

    def _manifest(self, name: str | None) -> bytes | None:
        return self._read(f"{SITES}/{name}/{MANIFEST}") if name else None

    def _read(self, name: str) -> bytes:
        return bytes(self._do.get(self._store, name).bytes())

    def _put(self, place: str, data: bytes) -> None:
        _, _, name = place.split("/", 2)
        kind = MEDIA_TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        kept = FOR_EVER if kept_folders((name,)) else REVALIDATE
        self._do.put(self._store, place, data, attributes={"Content-Type": kind + charset, "Cache-Control": kept})
