"""Publishing to a store of objects (S3 and what speaks like it), which changes one object at a time.

A store has no step that changes all pages at once. So what pages load comes first, under names that say its content;
then what is new, then what changed, pages last, then the manifest; only then goes what is gone. Whenever that stops,
each page is whole, the old one or the new, and leads nowhere that is not there. Sites before are kept in the store.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.addresses import MEDIA_TYPES
from corpus.manifest import MANIFEST, SIGNATURE, UNLISTED, Manifest, parse_manifest
from corpus.publish import SiteError
from corpus.publishing.difference import compare
from corpus.publishing.fingerprint import kept_folders
from corpus.publishing.servers import FOR_EVER, HIDDEN, REVALIDATE

KEPT = ".ban-truoc"
_JOURNAL = f"{KEPT}/dang-dang.json"  # manifest of the site that is being put in place
_DIGITS = 6


def open_store(address: str) -> Any:
    """The store at ``s3://bucket/path``; keys and endpoint come from the environment, as for any tool (AWS_…)."""
    try:
        from obstore.store import from_url
    except ImportError as error:
        raise SiteError("publishing to a store needs one more package: pip install 'obstore>=0.12'") from error
    return from_url(address)


class StoreTarget:
    """``store`` is one of ``obstore.store``."""

    def __init__(self, store: Any) -> None:
        import obstore

        self._do, self._store = obstore, store

    def current(self) -> bytes | None:
        return self._get(MANIFEST)

    def publish(self, site: Path, manifest: Manifest, keep: int) -> None:
        beside = {name: (site / name).read_bytes() for name in UNLISTED if (site / name).is_file()}
        self._put_in_place(manifest, beside, keep, lambda name: (site / name).read_bytes())

    def kept(self) -> list[bytes]:
        return [data for name in self._kept_manifests() if (data := self._get(name)) is not None]

    def put_back(self, back: int) -> None:
        names = self._kept_manifests()
        if not 0 < back <= len(names):
            raise SiteError("there is no site before that in the store")
        data = self._read(names[back - 1])
        signature = self._get(f"{names[back - 1]}.minisig")
        beside = {MANIFEST: data, **({SIGNATURE: signature} if signature else {})}
        manifest = parse_manifest(data)
        self._put_in_place(
            manifest, beside, len(names), lambda name: self._read(_blob(name, manifest.files[name].sha256))
        )

    def _put_in_place(self, manifest: Manifest, beside: dict[str, bytes], keep: int, read: Any) -> None:
        data = self.current()
        before = parse_manifest(data) if data else None
        interrupted = self._get(_JOURNAL)
        if before and data and data != beside[MANIFEST] and interrupted is None:
            self._keep(before, data)
        difference = compare(before, manifest)
        put = {*difference.added, *difference.changed}
        if interrupted is not None:  # what lies under its names is of the one or the other
            put |= compare(before, parse_manifest(interrupted)).touched & manifest.files.keys()
        self._put(_JOURNAL, beside[MANIFEST])
        there = before.files if before else {}
        for name in sorted(put, key=lambda name: _order(name, there)):
            if name.rpartition("/")[2] not in HIDDEN:
                self._put(name, read(name))
        for name in sorted(beside, key=lambda name: name == MANIFEST):
            self._put(name, beside[name])
        self._do.delete(self._store, [_JOURNAL])
        self._clear(manifest, before, keep, frozenset(beside))

    def _keep(self, before: Manifest, data: bytes) -> None:
        """Copy what is served under names that say its content; its manifest last, which makes it count."""
        newest = next(iter(self._kept_manifests()), None)
        number = int(newest.removeprefix(f"{KEPT}/")[:_DIGITS]) + 1 if newest else 1
        there = self._names(f"{KEPT}/tep/")
        for name, one in before.files.items():
            if (blob := _blob(name, one.sha256)) not in there and name.rpartition("/")[2] not in HIDDEN:
                self._do.copy(self._store, name, blob)
        if signature := self._get(SIGNATURE):
            self._put(f"{KEPT}/{number:0{_DIGITS}}.json.minisig", signature)
        self._put(f"{KEPT}/{number:0{_DIGITS}}.json", data)

    def _clear(self, manifest: Manifest, before: Manifest | None, keep: int, beside: frozenset[str]) -> None:
        """Delete what is of no site: neither served, nor loaded by a page of the site before, nor kept."""
        kept = self._kept_manifests()[:keep]
        sites = [parse_manifest(self._read(name)) for name in kept]
        wanted = {*manifest.files, *beside, *kept, *(f"{name}.minisig" for name in kept)}
        wanted |= {_blob(name, one.sha256) for site in sites for name, one in site.files.items()}
        assets = kept_folders(before.files) if before else frozenset()
        gone = [name for name in self._names() if name not in wanted and not kept_folders((name,)) & assets]
        if gone:
            self._do.delete(self._store, gone)

    def _kept_manifests(self) -> list[str]:
        return sorted(
            (name for name in self._names(f"{KEPT}/") if name.count("/") == 1 and _numbered(name)), reverse=True
        )

    def _names(self, below: str = "") -> frozenset[str]:
        found: Iterable[Any] = self._do.list(self._store, prefix=below or None).collect()
        return frozenset(one["path"] for one in found)

    def _get(self, name: str) -> bytes | None:
        try:
            return self._read(name)
        except FileNotFoundError:
            return None

    def _read(self, name: str) -> bytes:
        return bytes(self._do.get(self._store, name).bytes())

    def _put(self, name: str, data: bytes) -> None:
        kind = MEDIA_TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        kept = FOR_EVER if kept_folders((name,)) else REVALIDATE
        self._do.put(self._store, name, data, attributes={"Content-Type": kind + charset, "Cache-Control": kept})


def _numbered(name: str) -> bool:
    stem = name.removeprefix(f"{KEPT}/").removesuffix(".json")
    return len(stem) == _DIGITS and stem.isdigit()


def _blob(name: str, sha256: str) -> str:
    """Where the content of a file is kept; by kind too, as a copy keeps what the store says of it."""
    return f"{KEPT}/tep/{sha256}.{name.rpartition('.')[2]}"


def _order(name: str, there: Iterable[str]) -> tuple[bool, bool, bool, str]:
    """What never changes before all else, new files before changed ones, pages last."""
    return (not kept_folders((name,)), name in there, name.endswith(".html"), name)
