"""Put a new site in the place of the one before: whole, in one step, or not at all.

The site stays a plain folder, so that it can be copied, mounted or served by anything. Whoever dies at any moment,
of one builder or two, leaves a whole site, and the next run clears away what was left.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)  # an old kernel, or a file system that cannot
_DIGITS = 6  # of the number of a kept site
_READABLE_FOLDER, _READABLE_FILE = 0o755, 0o644


# What a publisher is told whose site would replace another one than that it looked at.
ANOTHER_CAME = "another site was published in the meantime; look at what would change, and publish again"


class SiteError(Exception):
    """The site could not be published; the one before stays as it was."""


def publish(
    site: Path, write: Callable[[Path], Iterable[str]], say: Callable[[str], None] = print, keep: int = 1
) -> None:
    """Let ``write`` fill a fresh folder, then put it in the place of ``site``.

    ``write`` returns the name of every file it was to write, relative to the folder; each must be there. The last
    ``keep`` sites before are kept beside it for ``put_back``. Raises SiteError; of the system's errors, OSError.
    """
    site = _safe_place(site)
    with _lock(site, say):
        _mend(site)
        fresh = Path(tempfile.mkdtemp(prefix=f".{site.name}.new-", dir=site.parent))
        try:
            check_whole(fresh, write(fresh))
            _open_to_readers(fresh)
            _replace(site, fresh)
            for folder in kept_sites(site)[keep:]:
                # A kept site is whole: under this name the next run would clear away what a death leaves of it.
                shutil.rmtree(folder.rename(site.with_name(f".{site.name}.new-{folder.name[-_DIGITS:]}")))
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def put_back(site: Path, say: Callable[[str], None] = print, back: int = 1) -> None:
    """Exchange ``site`` with the one ``back`` sites before it; it becomes the newest of those kept. Raises SiteError where there is none."""
    site = _safe_place(site)
    with _lock(site, say):
        _mend(site)
        if not 0 < back <= len(kept_sites(site)):
            raise SiteError(f"there is no site built before {site}")
        chosen = kept_sites(site)[back - 1]
        _exchange(site, chosen)
        chosen.rename(_next_kept(site))


def kept_sites(site: Path) -> list[Path]:
    """Folders of the sites before ``site``, the newest first."""
    return sorted(site.parent.glob(f".{site.name}.kept-{'[0-9]' * _DIGITS}"), reverse=True)


def check_whole(folder: Path, names: Iterable[str]) -> None:
    """Raise SiteError where a file of ``names`` is not in ``folder`` or has nothing in it."""
    missing = sorted(name for name in set(names) if not _has_content(folder / name))
    if missing:
        raise SiteError(f"{len(missing)} files are missing, the first of them {missing[0]}")


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _safe_place(site: Path) -> Path:
    """``site`` without links. A folder with other things in it is not replaced by mistake."""
    site = site.resolve()
    if site.exists() and not site.is_dir():
        raise SiteError(f"{site} is not a folder")
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file():
        raise SiteError(f"{site} holds something else than a site; it is left as it is")
    site.parent.mkdir(parents=True, exist_ok=True)
    return site


@contextmanager
def _lock(site: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of ``site``; the system lets it go when its holder dies."""
    lock = FileLock(site.with_name(f".{site.name}.lock"))
    try:
        lock.acquire(blocking=False)
    except Timeout:
        say(f"Another build of {site} is running; waiting for it")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _next_kept(site: Path) -> Path:
    newest = next(iter(kept_sites(site)), None)
    number = int(newest.name[-_DIGITS:]) + 1 if newest else 1
    return site.with_name(f".{site.name}.kept-{number:0{_DIGITS}}")


def _moving(site: Path) -> Path:
    """Where a site stands between two renames, on systems that cannot exchange."""
    return site.with_name(f".{site.name}.moving")


def _mend(site: Path) -> None:
    """Undo what a builder that died has left."""
    if _moving(site).is_dir():
        if site.exists():
            shutil.rmtree(_moving(site))
        else:
            _moving(site).rename(site)
    for ready in site.parent.glob(f".{site.name}.ready-*"):
        if ready.name.endswith(f"-{ready.stat().st_ino}"):
            shutil.rmtree(ready)  # its builder died before the exchange
        else:
            ready.rename(_next_kept(site))
    for leftover in site.parent.glob(f".{site.name}.new-*"):
        shutil.rmtree(leftover)


def _open_to_readers(folder: Path) -> None:
    """Rights that let any server read the site, whatever those of the builder are."""
    os.chmod(folder, _READABLE_FOLDER)
    for path, folders, files in os.walk(folder):
        for name in folders:
            os.chmod(os.path.join(path, name), _READABLE_FOLDER)
        for name in files:
            os.chmod(os.path.join(path, name), _READABLE_FILE)


def _replace(site: Path, fresh: Path) -> None:
    """Put ``fresh`` where ``site`` is; what was there becomes the newest of the kept sites.

    Before the exchange the new site lies under a name with its inode, so that afterwards, whoever has died, that name
    tells which of the two lies there.
    """
    if not site.exists():
        fresh.rename(site)
        return
    ready = site.with_name(f".{site.name}.ready-{fresh.stat().st_ino}")
    fresh.rename(ready)
    _exchange(site, ready)
    if any(ready.iterdir()):
        ready.rename(_next_kept(site))
    else:
        ready.rmdir()


def _exchange(one: Path, other: Path) -> None:
    """Two folders of one file system in each other's place, in one step where the system can do that."""
    if _exchange_at_once(one, other):
        return
    # The moment between the first two renames is the only one without a site; ``_mend`` ends it.
    one.rename(_moving(one))
    other.rename(one)
    _moving(one).rename(other)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Linux' renameat2 with RENAME_EXCHANGE; False where there is none."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(one))
