"""A bundle: one zip with one folder, its manifest and a note in plain text. The same files give the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.language.numerals import write_day
from corpus.manifest import MANIFEST, Listed, Manifest, listed

README = "DOC-TRUOC.txt"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can say
# Windows unpacks no longer path than 260 characters, and people unpack below a folder of their own.
LONGEST = 180
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ](?:/|$)')
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?(?:/|$)", re.IGNORECASE)


class BundleError(Exception):
    """What cannot be bundled."""


@dataclass(frozen=True)
class BundleFacts:
    """What a bundle holds, in words; as of which day; and where the current site is."""

    holds: str
    facts: Manifest

    @property
    def sentences(self) -> tuple[str, ...]:
        day = f"ngày {write_day(self.facts.day)}" if self.facts.day else "không rõ ngày"
        current = self.facts.address or "trang của đơn vị đã phát hành gói này"
        return (
            f"Gói dùng không cần mạng: {self.holds}.",
            f"Theo bản dựng {day}; bản hiện hành: {current}.",
            "Bản đăng không thay thế văn bản gốc.",
        )


def write_bundle(archive: Path, files: Iterable[tuple[str, bytes]], about: BundleFacts) -> int:
    """Write ``files``, by name, into ``archive``; the number of files. Raises BundleError for a name Windows refuses."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    found: dict[str, Listed] = {}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name, data in _note(about):
            found[name] = _add(zipped, archive.stem, name, data)
        for name, data in files:
            found[name] = _add(zipped, archive.stem, name, data)
        check_names(found)
        manifest = about.facts.of_files(found, kind="bundle", title=about.holds)
        _add(zipped, archive.stem, MANIFEST, manifest.to_bytes())
    return len(found) + 1


def check_names(names: Iterable[str]) -> None:
    """Raises BundleError where Windows would refuse a name, or take two for one."""
    known: dict[str, str] = {}
    for name in names:
        if len(name) > LONGEST or _FORBIDDEN.search(name) or _DEVICE.search(name):
            raise BundleError(f"Windows không nhận tên tệp này: {name}")
        if (other := known.setdefault(name.casefold(), name)) != name:
            raise BundleError(f"Windows không phân biệt được hai tên: {other}, {name}")


def _note(about: BundleFacts) -> Iterator[tuple[str, bytes]]:
    lines = (*about.sentences, "", "Giải nén rồi mở index.html bằng trình duyệt. Tra cứu được, không cần mạng.")
    text = "\r\n".join((*lines, f"Bảng kê các tệp và mã băm: {MANIFEST}.", ""))
    yield README, text.encode("utf-8-sig")


def _add(zipped: zipfile.ZipFile, folder: str, name: str, data: bytes) -> Listed:
    info = zipfile.ZipInfo(f"{folder}/{name}", _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    zipped.writestr(info, data)
    return listed(data)
