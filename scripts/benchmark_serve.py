"""Measure the preview: from saving an edit to the page that shows it.

Starts `scripts/serve.py` over a copy of the plans and edits, one after the other, the notes of every plan, the
glossary, and a plan so that it no longer holds and holds again. Each time is from the end of writing the file to the
whole page with the edit, found by asking for it every 50 ms. Beside it stands the processor time that the server took.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds
NOTE = re.compile(r'^(    problem: "?)', re.MULTILINE)
MEANING = re.compile(r'^(    meaning: "?)', re.MULTILINE)


@dataclass(frozen=True)
class Edit:
    """A change of a file, and the page that must show its ``mark`` then, or must show it no longer."""

    name: str
    path: Path
    change: Callable[[str], str]
    page: str
    mark: str
    shown: bool = True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: the project)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(arguments.root / "plans", root / "plans")
        with serving(root) as (address, processor):
            times = [measure(edit, address, processor) for edit in edits(root)]
    print(f"{'median':<52}{statistics.median(times):>8.2f} s\n{'longest':<52}{max(times):>8.2f} s")
    return 0


def edits(root: Path) -> Iterator[Edit]:
    plans = sorted((root / "plans").glob("*/*/*.md"))
    for number, path in enumerate(plans):
        mark = f"sửa-thử-{number}"
        plan = path.relative_to(root / "plans").with_suffix("")
        yield Edit(
            f"notes of {plan}",
            path,
            partial(NOTE.sub, rf"\g<1>{mark} "),
            f"ke-hoach/{plan}/",
            mark,
        )
    glossary = root / "plans/registers/glossary.yml"
    yield Edit(
        "glossary", glossary, lambda text: MEANING.sub(r"\1sửa-thử ", text, count=1), "chu-viet-tat/", "sửa-thử "
    )
    home, mark = "", "khoá-lạ"
    yield Edit("an error made", plans[0], lambda text: text.replace("---\n", f"---\n{mark}: 1\n", 1), home, mark)
    yield Edit("the error mended", plans[0], lambda text: text.replace(f"{mark}: 1\n", ""), home, mark, shown=False)


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, Callable[[], float]]]:
    """The preview of ``root``: its address, and how much processor time it has taken so far in seconds."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "scripts/serve.py"), "--root", str(root), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/", lambda: processor_time(server.pid)
    finally:
        server.terminate()
        server.wait()


def processor_time(process: int) -> float:
    """As Linux counts it, in seconds; elsewhere not a number."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(edit: Edit, address: str, processor: Callable[[], float]) -> float:
    wait_for(address + edit.page, lambda text: True)
    changed = edit.change(edit.path.read_text(encoding="utf-8"))
    before = processor()
    edit.path.write_text(changed, encoding="utf-8")
    started = time.monotonic()
    wait_for(address + edit.page, lambda text: (edit.mark in text) == edit.shown)
    taken = time.monotonic() - started
    print(f"{edit.name:<52}{taken:>8.2f} s{processor() - before:>8.2f} s of processor", flush=True)
    return taken


def wait_for(address: str, holds: Callable[[str], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as answer:
                if holds(answer.read().decode()):
                    return
        except (urllib.error.URLError, ConnectionError):
            pass  # not started yet
        time.sleep(0.05)
    raise SystemExit(f"{address}: not what was waited for within {PATIENCE} s")


if __name__ == "__main__":
    raise SystemExit(main())
