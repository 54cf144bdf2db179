"""What a publication would change, from the manifests of the site before and the site after."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from corpus.manifest import MANIFEST, SIGNATURE, Manifest

REMOVED_LIST = "CAN-XOA.txt"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class SiteDifference:
    """Names of files, sorted; ``lost`` are addresses that were there and would be nowhere."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def touched(self) -> frozenset[str]:
        return frozenset((*self.added, *self.changed, *self.removed))

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compare(before: Manifest | None, after: Manifest) -> SiteDifference:
    """``before`` is None where nothing was published, or nothing that says what it held."""
    old, new = before.files if before else {}, after.files
    return SiteDifference(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(name for name in new.keys() & old.keys() if new[name] != old[name])),
        tuple(sorted(old.keys() - new.keys())),
        tuple(sorted((before.addresses if before else frozenset()) - after.addresses)),
    )


def write_difference(site: Path, difference: SiteDifference, archive: Path) -> int:
    """Write the files to upload, and the list of those to delete, as a zip; how many files are to upload.

    The same difference gives the same bytes.
    """
    beside = [name for name in (f"{MANIFEST}.gz", f"{MANIFEST}.br", SIGNATURE, MANIFEST) if (site / name).is_file()]
    names = [*sorted((*difference.added, *difference.changed)), *beside]
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name in names:
            _add(zipped, name, (site / name).read_bytes())
        _add(zipped, REMOVED_LIST, "".join(f"{name}\r\n" for name in difference.removed).encode("utf-8-sig"))
    return len(names)


def _add(zipped: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    zipped.writestr(info, data)
