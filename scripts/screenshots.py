"""Take a picture of every kind of page, on a phone and on a desk, on light and dark ground, for people to look at.

One page of each kind is taken from a built site, which is opened as files. The first screen is shown; with --full the
whole page. A page that is wider than its window is named. The folder is not committed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from corpus.command import run
from corpus.evaluation.browsing import CHROMIUM_FLAGS
from corpus.evaluation.page_kinds import PAGE_KINDS, find_pages

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = {"dien-thoai": (360, 720), "may-ban": (1440, 900)}
GROUNDS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (default: site)")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots", help="folder for the pictures")
    parser.add_argument("--only", nargs="+", choices=PAGE_KINDS, default=list(PAGE_KINDS), help="these kinds of page")
    parser.add_argument("--full", action="store_true", help="the whole page, not its first screen")
    arguments = parser.parse_args()
    pages = dict(find_pages(arguments.site, arguments.only))
    if not pages:
        print(f"{arguments.site}: must be a built site (make site)", file=sys.stderr)
        return 1
    browser = shutil.which("chromium")
    if browser is None:
        print("Chromium must be installed: apt-get install chromium", file=sys.stderr)
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=CHROMIUM_FLAGS)
        wide = sum(shoot(chromium, pages, arguments.out, arguments.full))
        chromium.close()
    print(f"{len(pages) * len(WINDOWS) * len(GROUNDS)} pictures in {arguments.out}; {wide} wider than their window")
    return 1 if wide else 0


def shoot(browser: Browser, pages: dict[str, Path], out: Path, full: bool) -> Iterator[bool]:
    """Write the pictures; for each page and window whether the page is wider than the window."""
    for (window, (width, height)), ground in product(WINDOWS.items(), GROUNDS):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=ground)
        page = context.new_page()
        for kind, path in pages.items():
            page.goto(path.as_uri())
            page.evaluate("document.fonts.ready.then(() => true)")
            page.screenshot(path=out / f"{kind}.{window}.{ground}.png", full_page=full)
            wide = page.evaluate("document.documentElement.scrollWidth") > width
            if wide:
                print(f"{path}: must not be wider than {width} pixels")
            yield wide
        context.close()


if __name__ == "__main__":
    run(main)
