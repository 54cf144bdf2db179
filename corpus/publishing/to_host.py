"""Publishing to a host over SSH: rsync brings a whole new folder, and a link is turned to it in one step.

What is served is a link, ``NAME`` to ``.NAME.sites/ID``; the host needs a shell, GNU coreutils, flock and rsync.
"""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from corpus.manifest import MANIFEST, Manifest, ManifestError, digest, parse_manifest
from corpus.publish import ANOTHER_CAME, SiteError
from corpus.publishing.fingerprint import kept_folders

_SSH = ("ssh", "-o", "BatchMode=yes")
_NEW = "dang-tai"  # what rsync fills; the next publication goes on with it


class HostTarget:
    """``path`` on ``host``; ``ssh`` is the command that reaches it."""

    def __init__(self, host: str, path: str, ssh: Sequence[str] = _SSH) -> None:
        self._host, self._ssh = host, tuple(ssh)
        link = PurePosixPath(path)
        self._link, self._sites = str(link), str(link.with_name(f".{link.name}.sites"))

    def current(self) -> bytes | None:
        return self._run(f"cat {_q(self._link)}/{MANIFEST} 2>/dev/null || true") or None

    def publish(self, site: Path, manifest: Manifest, keep: int, seen: bytes | None) -> None:
        with self._lock():
            if self.current() != seen:
                raise SiteError(ANOTHER_CAME)
            self._publish(site, manifest, keep)

    def _publish(self, site: Path, manifest: Manifest, keep: int) -> None:
        new, name = f"{self._sites}/{_NEW}", _site_name((site / MANIFEST).read_bytes())
        before = self._served()
        self._run(
            f"if [ -e {_q(self._link)} ] && [ ! -L {_q(self._link)} ]; then echo 'is a folder; move it away first' >&2; exit 1; fi;"
            f" mkdir -p {_q(new)}"
        )
        self._rsync(site, new, f"../{before}" if before else None)
        self._keep_assets(new, manifest)
        if name != before:
            place = self._place(name)
            self._run(f"rm -rf {place} && touch -d @0 {_q(new)} && mv {_q(new)} {place}")
            self._turn(name, before)
        for old in {_NEW, *self._names(never_served=True)} - set(self._names()[:keep]):
            self._run(f"rm -rf {self._place(old)}")

    def kept(self) -> list[bytes]:
        return [self._run(f"cat {self._place(name)}/{MANIFEST}") for name in self._names()]

    def put_back(self, back: int) -> None:
        with self._lock():
            names = self._names()
            if not 0 < back <= len(names):
                raise SiteError(f"there is no site before that at {self._host}:{self._link}")
            self._turn(names[back - 1], self._served())

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Hold the lock of the site on the host: by a connection that ends with this process, however that dies."""
        sites = _q(self._sites)
        asked = (
            f"mkdir -p {sites} && exec flock --nonblock --conflict-exit-code 75 {sites}/.khoa sh -c 'echo held; cat'"
        )
        self._run("true")  # what is wrong with the connection is said here
        pipe, command = subprocess.PIPE, [*self._ssh, self._host, asked]
        with subprocess.Popen(command, stdin=pipe, stdout=pipe) as holder:
            assert holder.stdin and holder.stdout
            if not holder.stdout.readline():
                raise SiteError(f"another publication to {self._host}:{self._link} is running")
            try:
                yield
            finally:
                holder.stdin.close()

    def _turn(self, name: str, before: str | None) -> None:
        """Let the link lead to another site: a rename, so that it leads somewhere at every moment.

        The time of a site's folder says when it was last served; 1970 where it never was.
        """
        turned, target = f"{self._link}.moi", f"{PurePosixPath(self._sites).name}/{name}"
        left = f"touch {self._place(before)} && " if before else ""
        self._run(f"{left}ln -sfn {_q(target)} {_q(turned)} && mv -T {_q(turned)} {_q(self._link)}")

    def _place(self, name: str) -> str:
        return _q(f"{self._sites}/{name}")

    def _served(self) -> str | None:
        """Name of the site that is served."""
        return PurePosixPath(self._run(f"readlink {_q(self._link)} || true").decode().strip()).name or None

    def _names(self, never_served: bool = False) -> list[str]:
        """Names of the sites beside the one that is served, the last served first."""
        listed = self._run(f"cd {_q(self._sites)} 2>/dev/null && stat -c '%.9Y %n' * 2>/dev/null || true").decode()
        timed = sorted((line.split() for line in listed.splitlines()), key=lambda pair: float(pair[0]), reverse=True)
        served = {self._served(), _NEW}
        return [name for time, name in timed if name not in served and (never_served or float(time) > 0)]

    def _keep_assets(self, new: str, manifest: Manifest) -> None:
        """Who has a page of the site before on the screen still finds what it loads."""
        data = self.current()
        try:
            before = parse_manifest(data) if data else None
        except ManifestError:
            return
        for folder in sorted(kept_folders(before.files) - kept_folders(manifest.files)) if before else ():
            self._run(f"cp -al {_q(f'{self._link}/{folder}')} {_q(f'{new}/{folder}')} 2>/dev/null || true")

    def _rsync(self, site: Path, new: str, beside: str | None) -> None:
        same = [f"--link-dest={beside}"] if beside else []
        asked = ["rsync", "--recursive", "--checksum", "--delete", "--chmod=D755,F644", *same]
        self._call([*asked, "-e", shlex.join(self._ssh), f"{site}/", f"{self._host}:{new}/"])

    def _run(self, command: str) -> bytes:
        return self._call([*self._ssh, self._host, command])

    def _call(self, asked: Sequence[str]) -> bytes:
        try:
            done = subprocess.run(asked, capture_output=True, stdin=subprocess.DEVNULL)
        except FileNotFoundError as error:
            raise SiteError(f"publishing over SSH needs {asked[0]}: apt-get install openssh-client rsync") from error
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip()
            raise SiteError(f"{self._host}: {asked[0]} ended with {done.returncode}: {said}")
        return done.stdout


def _site_name(manifest: bytes) -> str:
    """A name that says the content, so that a publication that is repeated adds nothing."""
    return digest(manifest)[:16]


def _q(path: str) -> str:
    return shlex.quote(path)
