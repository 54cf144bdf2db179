"""Files of a corpus: only plain files of bounded size below ``plans``, and no link on the way to them."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MEGABYTE = 1_000_000
PLAN_LIMIT = 2 * MEGABYTE  # the longest plan known has 0.1 MB
REGISTER_LIMIT = 50 * MEGABYTE
RECEIVED_LIMIT = 100 * MEGABYTE  # scans of many pages

_REASONS = {
    errno.ENOENT: "không có tệp",
    errno.EACCES: "không có quyền đọc",
    errno.EPERM: "không có quyền đọc",
    errno.ENAMETOOLONG: "tên quá dài",
}


class Unreadable(Exception):
    """A file, or one line of it, that cannot be used: ``found`` breaks the rule ``must``."""

    def __init__(self, must: str, found: str, line: int = 1):
        super().__init__(f"{must}: {found!r}")
        self.must, self.found, self.line = must, found, line


def read_file(root: Path, path: Path, limit: int) -> bytes:
    """Content of ``path``, which lies below ``root``, of at most ``limit`` bytes.

    Raises Unreadable. Opens nothing that is not a plain file: a pipe would wait for ever, a device has no end.
    """
    try:
        _refuse_links(root, path)
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with open(os.open(path, flags), "rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        raise Unreadable("phải đọc được tệp này", _REASONS.get(number or 0, str(error))) from error
    if len(data) > limit:
        raise Unreadable(f"tệp phải không quá {limit // MEGABYTE} MB", f"{path.lstat().st_size / MEGABYTE:.1f} MB")
    return data


def _refuse_links(root: Path, path: Path) -> None:
    """A folder on the way or the file itself that is a link could lead out of the corpus."""
    parts = path.relative_to(root).parts
    for count in range(2, len(parts) + 1):  # the folder ``plans`` itself may lie elsewhere
        here = root.joinpath(*parts[:count])
        mode = here.lstat().st_mode
        fits = stat.S_ISREG(mode) if count == len(parts) else stat.S_ISDIR(mode)
        if not fits:
            sort = "liên kết" if stat.S_ISLNK(mode) else "thư mục" if stat.S_ISDIR(mode) else "không phải tệp"
            raise Unreadable("phải là tệp thường, nằm trong thư mục thường", sort)
