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

ROOT = Path(__file__).resolve().parent.parent
# The last page of each pattern: plans and acts of the newest year come last.
KINDS = {
    "trang-chu": "index.html",
    "cac-ke-hoach": "ke-hoach/index.html",
    "ke-hoach": "ke-hoach/*/*/*/index.html",
    "so-sanh": "ke-hoach/*/*/*/so-sanh/index.html",
    "so-voi-cap-tren": "ke-hoach/*/*/*/so-voi-cap-tren/index.html",
    "doi-chieu": "ke-hoach/*/*/*/doi-chieu/index.html",
    "so-do-ke-hoach": "ke-hoach/*/*/*/so-do/index.html",
    "cac-van-ban": "van-ban/index.html",
    "van-ban": "van-ban/*/*/*/index.html",
    "so-viec": "ai-lam-gi/index.html",
    "danh-sach-viec": "nhiem-vu/index.html",
    "lich": "lich/*/index.html",
    "danh-ba": "co-quan/index.html",
    "co-quan": "co-quan/*/*/index.html",
    "so-do": "so-do/index.html",
    "do-day-du": "do-day-du/index.html",
    "ghi-chu": "ghi-chu-bien-tap/index.html",
    "viet-tat": "chu-viet-tat/index.html",
    "tim-kiem": "tim-kiem/index.html",
    "du-lieu": "du-lieu/index.html",
    "kiem-chung": "kiem-chung/index.html",
    "nhung": "nhung/index.html",
    "doc-ke-hoach": "doc-ke-hoach/index.html",
    "huong-dan": "huong-dan/index.html",
}
WINDOWS = {"dien-thoai": (360, 720), "may-ban": (1440, 900)}
GROUNDS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (default: site)")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots", help="folder for the pictures")
    parser.add_argument("--only", nargs="+", choices=KINDS, default=list(KINDS), help="these kinds of page")
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
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        wide = sum(shoot(chromium, pages, arguments.out, arguments.full))
        chromium.close()
    print(f"{len(pages) * len(WINDOWS) * len(GROUNDS)} pictures in {arguments.out}; {wide} wider than their window")
    return 1 if wide else 0


def find_pages(site: Path, kinds: list[str]) -> Iterator[tuple[str, Path]]:
    """A page of each of the ``kinds`` that ``site`` has."""
    for kind in kinds:
        if found := sorted(site.resolve().glob(KINDS[kind])):
            yield kind, found[-1]


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
