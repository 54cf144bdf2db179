"""All files of one draft put in their places, or none of them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def store(files: Mapping[Path, bytes]) -> None:
    """Write ``files``, each whole: first beside its place, then all put in place one after the other.

    What was there before comes back where one of them cannot be put in place, and folders made for it go. Raises OSError.
    """
    made: list[Path] = []
    waiting: dict[Path, Path] = {}
    replaced: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            made.extend(_make_folders(path.parent))
            waiting[path] = _write_beside(path, data)
        for path, fresh in waiting.items():
            replaced[path] = path.read_bytes() if path.exists() else None
            os.replace(fresh, path)
    except BaseException:
        _put_back(replaced)
        for fresh in waiting.values():
            fresh.unlink(missing_ok=True)
        for folder in reversed(made):
            if not any(folder.iterdir()):
                folder.rmdir()
        raise


def _make_folders(folder: Path) -> list[Path]:
    """The folders made so that ``folder`` is there, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _write_beside(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(name, 0o644)
    return Path(name)


def _put_back(replaced: Mapping[Path, bytes | None]) -> None:
    for path, before in replaced.items():
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(before)
