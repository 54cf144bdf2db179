"""Build one commit twice, as two people would on other days, and compare every byte of package and bundles.

Two clones lie in folders of other names; language, zone, clock (Debian's faketime), umask, order of hashing and number of
processors differ. Ends with 0 where all files are the same, 1 with the names of those that are not.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpus.command import run
from corpus.manifest import digest

ROOT = Path(__file__).resolve().parent.parent
MOST_SHOWN = 20
_OUTPUTS = ("site", "dist")
_COMMANDS = (
    ("build.py",),
    ("portal.py",),
    ("bundle.py",),
    ("bundle.py", "--agency", "all", "--plan", "all"),
)


@dataclass(frozen=True)
class Builder:
    folder: str
    clock: str
    umask: str
    environment: dict[str, str]


_BUILDERS = (
    Builder(
        "mot",
        "2026-12-01 01:02:03",
        "022",
        {"LC_ALL": "C", "TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1", "JOBS": "1"},
    ),
    Builder(
        "ở nơi khác",
        "2031-06-30 23:59:50",
        "077",
        {"LC_ALL": "C.UTF-8", "TZ": "America/New_York", "PYTHONHASHSEED": "2", "JOBS": "2"},
    ),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="https://vi-du.gov.vn/ke-hoach/", help="address that the package is made for")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = [_build(Path(folder), builder, arguments.url) for builder in _BUILDERS]
    first, second = made
    differ = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    for name in differ[:MOST_SHOWN]:
        print(name)
    print(f"{len(first)} files of site, package and bundles: {len(differ)} differ.")
    return 1 if differ else 0


def _build(above: Path, builder: Builder, url: str) -> dict[str, str]:
    """Digest of every file that ``builder`` makes, by name."""
    clone = above / builder.folder
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], check=True)
    environment = {"PATH": os.environ["PATH"], "HOME": str(above), "PYTHONPATH": str(clone), **builder.environment}
    for script, *options in _COMMANDS:
        asked = [sys.executable, str(clone / "scripts" / script), *options, "--url", url]
        line = 'umask "$1"; shift; exec faketime "$@"'
        subprocess.run(
            ["sh", "-c", line, "sh", builder.umask, builder.clock, *asked],
            check=True,
            cwd=clone,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
    paths = (path for output in _OUTPUTS for path in (clone / output).rglob("*") if path.is_file())
    return {path.relative_to(clone).as_posix(): digest(path.read_bytes()) for path in paths}


if __name__ == "__main__":
    run(main)
