"""Publishing to a real store or host dies a hundred times, at any moment; no part of the suite.

    .venv/bin/python tests/publishing_kills.py root@127.0.0.1:/srv/www/x 100 /srv/www/x

    moto_server -p 5555 &      # of a virtual environment of its own; or MinIO, or any store
    export AWS_ENDPOINT_URL=http://127.0.0.1:5555 AWS_ALLOW_HTTP=true AWS_REGION=us-east-1
    export AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x
    .venv/bin/python tests/publishing_kills.py s3://bucket/path 100

The bucket must exist; of a host the last word is the folder as this machine sees it. Two sites of 60 files each are published in turn; each publisher is killed after a random time.
Ends with 1 where ever another thing than one whole site was served, or where the next publication did not finish.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus.command import run
from corpus.manifest import Manifest, parse_manifest, write_manifest
from corpus.publishing.published_sites import open_site
from corpus.publishing.store_server import POINTED, POINTER, SITES
from corpus.publishing.targets import open_target
from corpus.publishing.to_store import open_store
from corpus.publishing.verify import verify

FILES = 60
_PUBLISH = "import sys; sys.argv[0] = 'publish'; from scripts.publish import main; sys.exit(main())"


def main() -> int:
    place, times = sys.argv[1], int(sys.argv[2])
    is_whole = (
        (lambda: verify(open_site(sys.argv[3])).problems == ()) if len(sys.argv) > 3 else lambda: _is_whole(place)
    )
    folder = Path(tempfile.mkdtemp())
    packages = [_package(folder / name, name) for name in ("one", "other")]
    started = time.monotonic()
    for package in packages:
        _publisher(place, package).wait()
    longest = (time.monotonic() - started) / len(packages)
    died = served = 0
    for number in range(times):
        publisher = _publisher(place, packages[number % 2])
        time.sleep(random.uniform(0.2, 1) * longest)
        publisher.kill()
        died += publisher.wait() != 0
        served += is_whole()
    finished = _publisher(place, packages[0]).wait() == 0 and is_whole()
    kept = len(open_target(place).kept())
    print(
        f"{died} of {times} publishers died; {served} times one whole site was served; finished: {finished}, {kept} kept"
    )
    return 0 if served == times and finished else 1


def _package(folder: Path, name: str) -> Path:
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.html").write_text(f"{name} {number}" if number % 2 else "the same", encoding="utf-8")
    (folder / "index.html").write_text(name, encoding="utf-8")
    write_manifest(folder, Manifest())
    return folder


def _publisher(place: str, package: Path) -> subprocess.Popen:
    written = str(package.parent / "published.txt")
    asked = [sys.executable, "-c", _PUBLISH, place, "--site", str(package), "--keep", "2", "--published", written]
    return subprocess.Popen(asked, stdout=subprocess.DEVNULL, cwd=Path(__file__).parent.parent, env=os.environ)


def _is_whole(place: str) -> bool:
    """Whether every file under the name that the pointer says is that of the manifest there."""
    import obstore

    store = open_store(place)
    below = f"{SITES}/{obstore.get(store, POINTER).attributes[POINTED]}"
    manifest = parse_manifest(bytes(obstore.get(store, f"{below}/manifest.json").bytes()))
    sizes = {name: len(obstore.get(store, f"{below}/{name}").bytes()) for name in manifest.files}
    return sizes == {name: one.bytes for name, one in manifest.files.items()}


if __name__ == "__main__":
    run(main)
