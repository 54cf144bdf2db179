"""Measure pages of a built site with Google's Lighthouse in Chromium, as a phone on slow 4G with a quarter of the processor.

The site is served from this machine, packed as the package for servers packs it; the longest page of each kind stands for
its kind, and each figure is the median of the runs. The table goes to benchmarks/LIGHTHOUSE.md. Other work on the machine
makes times longer, so its load stands there too. Lighthouse comes from npm and is no part of the project:

  apt-get install chromium nodejs npm && npm install --global lighthouse@12
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from corpus.command import run
from corpus.evaluation.browsing import served
from corpus.evaluation.lighthouse import PageFigures, measure, table
from corpus.evaluation.page_kinds import PAGE_KINDS, find_pages

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("trang-chu", "ke-hoach", "co-quan", "van-ban", "danh-sach-viec", "tim-kiem")
NEEDED = {"lighthouse": "npm install --global lighthouse@12", "chromium": "apt-get install chromium"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (default: site)")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "LIGHTHOUSE.md", help="file for the table")
    parser.add_argument("--only", nargs="+", choices=PAGE_KINDS, default=KINDS, help="these kinds of page")
    parser.add_argument("--runs", type=int, default=3, help="how often each page is measured (default: 3)")
    parser.add_argument(
        "--lighthouse", default="lighthouse", help="the program, where it is not on the path of programs"
    )
    arguments = parser.parse_args()
    wanted = {"lighthouse": arguments.lighthouse, "chromium": "chromium"}
    programs = {name: shutil.which(program) or "" for name, program in wanted.items()}
    if missing := [f"{name} must be installed: {NEEDED[name]}" for name, found in programs.items() if not found]:
        print(*missing, sep="\n", file=sys.stderr)
        return 1
    pages = dict(find_pages(arguments.site, arguments.only))
    if not pages:
        print(f"{arguments.site}: must be a built site (make site)", file=sys.stderr)
        return 1
    found = dict(measure_pages(programs, arguments.site.resolve(), pages, arguments.runs))
    arguments.out.write_text("\n".join(report(programs, found, arguments.runs)) + "\n", encoding="utf-8")
    print(f"{arguments.out}; {sum(bool(one.short) for one in found.values())} of {len(found)} pages miss a target")
    return 0


def measure_pages(
    programs: dict[str, str], site: Path, pages: dict[str, Path], runs: int
) -> Iterator[tuple[str, PageFigures]]:
    """The figures of each page, named by its address."""
    with served(site, packed=True) as address:
        for path in pages.values():
            url = path.relative_to(site).as_posix().removesuffix("index.html")
            print(f"/{url}", flush=True)
            yield f"`/{url}`", measure(programs["lighthouse"], programs["chromium"], f"{address}{url}", runs)


def report(programs: dict[str, str], found: dict[str, PageFigures], runs: int) -> Iterator[str]:
    versions = ", ".join(f"{name} {_version(program)}" for name, program in programs.items())
    yield "# What Lighthouse says\n"
    yield f"Measured by `make lighthouse` on {datetime.now(UTC):%Y-%m-%d}: {versions}; median of {runs} runs, on {os.cpu_count()} cores"
    yield f"that {os.getloadavg()[2]:.1f} processes wanted (average of 15 minutes; above the number of cores, times are too long)."
    yield "A phone, slow 4G (150 ms, 1.6 Mbit/s) and a quarter of the processor, simulated; files packed with brotli, one"
    yield "connection after another as HTTP/1.1 has them. Targets: access, practices and SEO 100, performance 95, LCP 1.5 s, CLS"
    yield "under 0.02, 150 kB, own scripts 30 kB.\n"
    yield from table(found.items())


def _version(program: str) -> str:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    return said.strip().splitlines()[-1].removeprefix("Chromium ").split(" ")[0]


if __name__ == "__main__":
    run(main)
