"""Measure the search against labelled queries in a real browser, beside stock Pagefind and the theme's own search.

One run prints, for each system and each part of the labelled set: success@1, success@3, mean reciprocal rank
and latency. A page that the others list counts with all the places in it that they show, which favours them.
"""

from __future__ import annotations

import argparse
import functools
import json
import logging
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pagefind_bin import get_executable
from playwright.sync_api import Browser, Page, sync_playwright

from corpus.evaluation.browsing import CHROMIUM_FLAGS, served

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "tests" / "golden" / "queries.yml"
SHOWN = 10  # results looked at

# Each asks one query of a page and gives, per result, the addresses it shows, and the milliseconds it took.
OURS = """async (query) => {
  const start = performance.now();
  const found = await keHoachMo.tim(query);
  const taken = performance.now() - start;
  const shown = found.results.slice(0, 10);
  return [shown.map((one) => [one.name ? one.name.u : one.hit.record.o[0][0]]), taken];
}"""
PAGEFIND = """async (query) => {
  const start = performance.now();
  const found = await pagefind.search(query);
  const data = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  const taken = performance.now() - start;
  return [data.map((page) => [page.url, ...page.sub_results.map((part) => part.url)]), taken];
}"""
MATERIAL = """async (query) => {
  const list = document.querySelector(".md-search-result__list");
  const input = document.querySelector(".md-search__input");
  const said = document.querySelector(".md-search-result__meta");
  const start = performance.now();
  said.textContent = "";
  input.value = query;
  input.dispatchEvent(new Event("keyup", { bubbles: true }));
  while (!said.textContent && performance.now() - start < 3000) await new Promise(requestAnimationFrame);
  const taken = performance.now() - start;
  const items = [...list.children].slice(0, 10);
  return [items.map((item) => [...item.querySelectorAll("a")].map((link) => link.href)), taken];
}"""


@dataclass(frozen=True)
class System:
    """A search to measure: its name, the page it runs on, what must be ready there, and how it is asked."""

    name: str
    address: str
    ready: str
    ask: str


@dataclass(frozen=True)
class Answer:
    """What a system gave for one query: the rank of the first expected result (None: not shown) and the time in ms."""

    query: dict[str, Any]
    rank: int | None
    taken: float
    shown: tuple[str, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="built site (default: site; see make site)")
    parser.add_argument("--ours", action="store_true", help="leave out stock Pagefind and the theme's own search")
    parser.add_argument("--failures", action="store_true", help="list the queries of the part 'tune' that fail")
    arguments = parser.parse_args()
    if not (arguments.site / "assets/search/search.js").is_file():
        print(f"no built site in {arguments.site}: run make site first", file=sys.stderr)
        return 1
    queries = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))["queries"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        rivals = Path(folder)
        if not arguments.ours:
            build_rivals(arguments.site, rivals)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        with served(arguments.site) as ours, served(rivals) as others:
            answers = {
                system.name: measure(browser, system, queries)
                for system in systems(ours, others, arguments.site, arguments.ours)
            }
    report(answers)
    if arguments.failures:
        report_failures(answers["ours, online"])
    return 0 if same_results(answers) else 1


def build_rivals(site: Path, folder: Path) -> None:
    """``folder/pagefind``: stock Pagefind over the built pages; ``folder/material``: the theme with its own search."""
    shutil.copytree(site, folder / "pagefind", ignore=shutil.ignore_patterns("search"))
    subprocess.run([str(get_executable()), "--site", str(folder / "pagefind")], check=True, capture_output=True)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    theme = {"name": "material", "language": "vi", "font": False}
    config = load_config(
        str(ROOT / "mkdocs.yml"), site_dir=str(folder / "material"), theme=theme, plugins=["search"], strict=False
    )
    config.plugins.run_event("startup", command="build", dirty=False)
    build(config)


def systems(ours: str, others: str, site: Path, only_ours: bool) -> Iterator[System]:
    yield System("ours, online", f"{ours}tim-kiem/", "!!window.keHoachMo?.tim", OURS)
    yield System("ours, file://", f"{site.resolve().as_uri()}/tim-kiem/index.html", "!!window.keHoachMo?.tim", OURS)
    if not only_ours:
        yield System("stock Pagefind", f"{others}pagefind/gioi-thieu/", "!!window.pagefind", PAGEFIND)
        yield System("Material's own", f"{others}material/", "!!document.querySelector('.md-search__input')", MATERIAL)


def measure(browser: Browser, system: System, queries: list[dict[str, Any]]) -> list[Answer]:
    page = browser.new_page()
    page.goto(system.address)
    if system.ask is PAGEFIND:
        page.evaluate("import('/pagefind/pagefind/pagefind.js').then((module) => { window.pagefind = module; })")
    if system.ask is MATERIAL:
        page.click(".md-search__input")
        page.wait_for_timeout(1500)  # its worker builds the index when first opened
    page.wait_for_function(system.ready)
    page.evaluate(system.ask, "kế hoạch")  # the first query loads the index; it is measured by benchmark_search.py
    answers = [ask(page, system, query) for query in queries]
    page.close()
    return answers


def ask(page: Page, system: System, query: dict[str, Any]) -> Answer:
    shown, taken = page.evaluate(system.ask, query["query"])
    places = [[site_address(address) for address in result] for result in shown[:SHOWN]]
    expected = set(query["expect"])
    rank = next((at for at, result in enumerate(places, 1) if expected & set(result)), None)
    return Answer(query, rank, taken, tuple(result[0] for result in places if result))


def site_address(address: str) -> str:
    """An address relative to the site's root, without what the search adds to it."""
    parts = urlsplit(address)
    path = parts.path.removeprefix("/").removeprefix("pagefind/").removeprefix("material/").removesuffix("index.html")
    return f"{path}#{parts.fragment}" if parts.fragment else path


def report(answers: dict[str, list[Answer]]) -> None:
    print(
        f"{'system':<16}{'part':<10}{'queries':>8}{'success@1':>11}{'success@3':>11}{'MRR':>7}{'median ms':>11}{'p95 ms':>8}"
    )
    for name, given in answers.items():
        for part in ("tune", "held-out"):
            found = [answer for answer in given if answer.query["part"] == part]
            times = sorted(answer.taken for answer in found)
            share = functools.partial(share_of, found)
            print(
                f"{name:<16}{part:<10}{len(found):>8}{share(lambda rank: rank == 1):>11.3f}{share(lambda rank: rank <= 3):>11.3f}"
                f"{statistics.fmean(1 / a.rank if a.rank else 0 for a in found):>7.3f}"
                f"{statistics.median(times):>11.1f}{times[int(len(times) * 0.95)]:>8.1f}"
            )


def share_of(answers: list[Answer], holds: Callable[[int], bool]) -> float:
    return sum(answer.rank is not None and holds(answer.rank) for answer in answers) / len(answers)


def report_failures(answers: list[Answer]) -> None:
    """The failing queries of the part that may be looked at; of the other part only how many, by kind."""
    for answer in answers:
        if answer.rank != 1 and answer.query["part"] == "tune":
            print(
                json.dumps(
                    {"query": answer.query["query"], "rank": answer.rank, "first": answer.shown[:1]}, ensure_ascii=False
                )
            )
    held = Counter(
        answer.query["kind"] for answer in answers if answer.rank != 1 and answer.query["part"] == "held-out"
    )
    print("held-out, not first:", dict(held))


def same_results(answers: dict[str, list[Answer]]) -> bool:
    pairs = zip(answers["ours, online"], answers["ours, file://"], strict=True)
    differing = [online.query["query"] for online, offline in pairs if online.shown != offline.shown]
    print("online and offline identical" if not differing else f"online and offline differ: {differing}")
    return not differing


if __name__ == "__main__":
    raise SystemExit(main())
