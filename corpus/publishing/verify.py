"""Hold what is published to its manifest, and the manifest to its signature."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from minisign import PublicKey

from corpus.manifest import MANIFEST, SIGNATURE, UNLISTED, Listed, Manifest, ManifestError, listed, parse_manifest
from corpus.publishing.fingerprint import kept_folders
from corpus.publishing.published_sites import PublishedSite, PublishedSiteError
from corpus.publishing.sign import SignatureError, check_signature

_AT_ONCE = 8  # files read at a time: a server answers slowly, and hashing leaves Python's lock


@dataclass(frozen=True)
class Verdict:
    """What was found: ``problems`` in the order of names, none where everything holds."""

    manifest: Manifest | None
    problems: tuple[str, ...]
    signed: bool = False


def verify(place: PublishedSite, expected: bytes | None = None, key: PublicKey | None = None) -> Verdict:
    """Compare every file of ``place`` with its manifest, or with the manifest ``expected``.

    With ``key`` the manifest must be signed by it; one that is not is a problem.
    """
    try:
        data = expected if expected is not None else place.read(MANIFEST)
        if data is None:
            raise ManifestError(f"không có {MANIFEST}: không biết phải có những tệp nào")
        signed = _check_signed(place, data, key)
        manifest = parse_manifest(data)
        return Verdict(manifest, tuple(_differences(place, manifest)), signed)
    except (ManifestError, PublishedSiteError, SignatureError) as error:
        return Verdict(None, (str(error),))


def _check_signed(place: PublishedSite, data: bytes, key: PublicKey | None) -> bool:
    if key is None:
        return False
    signature = place.read(SIGNATURE)
    if signature is None:
        raise SignatureError(f"không có {SIGNATURE}: bảng kê chưa được ký")
    check_signature(data, signature, key)
    return True


def _differences(place: PublishedSite, manifest: Manifest) -> Iterator[str]:
    names = place.names()
    extra = (names or frozenset()) - manifest.files.keys() - UNLISTED
    for name in sorted(extra - _of_sites_before(extra, manifest)):
        yield f"{name}: có thừa, bảng kê không ghi"
    asked = [(name, one) for name, one in sorted(manifest.files.items()) if name.rpartition("/")[2] not in place.hidden]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from filter(None, pool.map(lambda one: _difference(place, *one), asked))


def _of_sites_before(names: frozenset[str], manifest: Manifest) -> frozenset[str]:
    """Those in folders of assets of sites before, to which no page leads: publishing leaves them for open pages."""
    before = kept_folders(names) - kept_folders(manifest.files)
    return frozenset(name for name in names if kept_folders((name,)) & before)


def _difference(place: PublishedSite, name: str, expected: Listed) -> str | None:
    try:
        data = place.read(name)
    except PublishedSiteError as error:
        return str(error)
    if data is None:
        return f"{name}: thiếu"
    found = listed(data)
    return None if found == expected else f"{name}: đã khác ({found.bytes} byte, bảng kê ghi {expected.bytes} byte)"
