"""Measure whole builds over made-up plans, beside other makers of sites over the same pages, and write down the results.

For each size: our full build, the same with nothing changed and after one edited plan; the check, cold and from records;
MkDocs with Material and stock Pagefind, Zensical and Hugo over the pages that we make; the search of the built site in
Chromium. The tables go to benchmarks/RESULTS.md, the figures to benchmarks/results.json, where other sizes stay as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from playwright.sync_api import sync_playwright

from corpus.command import run
from corpus.evaluation.benchmark_results import (
    BUILD,
    CHECK_COLD,
    CHECK_FROM_RECORDS,
    EDITED,
    RESULTS,
    MeasuredSearch,
    MeasuredStep,
    Row,
    write_results,
)
from corpus.evaluation.browsing import CHROMIUM_FLAGS, PAUSE, at_share, bytes_to_first_result, latencies, served
from corpus.evaluation.engines import HUGO, MKDOCS, ZENSICAL_ENGINE, OtherEngine, find_zensical
from corpus.evaluation.made.project import write_made_corpus
from corpus.evaluation.usage import CommandFailed, Usage, count_files, measure_command
from corpus.language.folding import fold
from corpus.standing import SHAPING

ROOT = Path(__file__).resolve().parent.parent
SIZES = (30, 100)
MANY = 100  # plans up to which each step is run three times
EDIT = "lầnsửathử"  # a word that stands nowhere else


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help=f"plans, one size after the other {SIZES}")
    parser.add_argument("--runs", type=int, help=f"runs of each step (3; above {MANY} plans 1)")
    parser.add_argument("--keep", type=Path, help="folder to work in and leave the sites in (default: a temporary one)")
    arguments = parser.parse_args()
    found: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="benchmark-") as temporary:
        for size in arguments.sizes:
            folder = (arguments.keep or Path(temporary)) / str(size)
            for one in measure_size(folder, size, arguments.runs or (3 if size <= MANY else 1)):
                found.append(one)
                print(one.row, flush=True)
                write_results(found)
            if not arguments.keep:
                shutil.rmtree(folder)
    print(f"Written to {RESULTS.relative_to(ROOT)}")
    return 0


def measure_size(folder: Path, size: int, runs: int) -> Iterator[Row]:
    """Everything about ``size`` plans; works in ``folder``, which must be empty or not there."""
    project = Project(folder / "project")
    project.write(size)
    repeated = partial(_repeat, size, runs)
    yield repeated(CHECK_COLD, project.forget, partial(project.script, "check", "--no-warnings"))
    yield repeated(CHECK_FROM_RECORDS, _nothing, partial(project.script, "check", "--no-warnings"))
    yield repeated(BUILD, project.forget, partial(project.script, "build"), project.site)
    yield repeated("build, nothing changed", _nothing, partial(project.script, "build"))
    yield repeated(EDITED, project.edit, partial(project.script, "build"))
    project.hold_edit()
    yield measure_search(project.site, project.queries(), size)
    yield from measure_others(folder, project, repeated)


def _nothing() -> None:
    """What is to be done before a step that needs nothing."""


def _repeat(
    size: int, runs: int, what: str, before: Callable[[], None], step: Callable[[], Usage], out: Path | None = None
) -> MeasuredStep:
    usages = []
    for _ in range(runs):
        before()
        usages.append(step())
    files, size_of = count_files(out) if out else (0, 0)
    return MeasuredStep(size, what, runs, Usage.median(usages), files, size_of, os.getloadavg()[1])


def measure_search(site: Path, queries: list[str], plans: int) -> MeasuredSearch:
    """The search of a built site in Chromium, typed key by key."""
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        sizes = bytes_to_first_result(browser, address, queries[:24])
        times, found = latencies(browser, address, queries, PAUSE)
    return MeasuredSearch(plans, median(sizes), sizes[-1], median(times), at_share(times, 0.95), found, len(times))


def measure_others(folder: Path, project: Project, repeated: Callable[..., MeasuredStep]) -> Iterator[MeasuredStep]:
    """The other engines over the pages of ``project``, and how long it takes to write these alone."""
    yield repeated(
        "pages written, for the others", _nothing, partial(project.script, "write_pages", str(folder / "pages"))
    )
    tools = {"zensical": find_zensical(ROOT / "build/peers"), "hugo": shutil.which("hugo"), "mkdocs": sys.executable}
    for engine in (MKDOCS, ZENSICAL_ENGINE, HUGO):
        if (tool := tools[engine.name]) is None:
            print(f"{engine.title}: not installed", flush=True)
            continue
        engine.settle(folder)
        try:
            yield repeated(
                engine.title,
                partial(_clear, folder / engine.name),
                partial(_call, engine, tool, folder),
                folder / engine.name,
            )
        except CommandFailed as error:
            print(error, file=sys.stderr)


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _call(engine: OtherEngine, tool: str, folder: Path) -> Usage:
    commands = [[word.replace("{tool}", tool) for word in command] for command in engine.commands]
    return Usage.together([measure_command(command, folder) for command in commands])


@dataclass(frozen=True)
class Project:
    """A copy of this project at ``root`` with made-up plans in the place of the real ones."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    def write(self, plans: int) -> None:
        self.root.mkdir(parents=True)
        made = write_made_corpus(ROOT, self.root, plans)
        assert made == plans, f"{made} plans instead of {plans}"
        for name in SHAPING:
            if (ROOT / name).is_dir() and name != "plans":
                shutil.copytree(ROOT / name, self.root / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif name != "plans":
                shutil.copy(ROOT / name, self.root / name)

    def script(self, name: str, *arguments: str) -> Usage:
        command = [sys.executable, f"scripts/{name}.py", *arguments]
        return measure_command(command, self.root, {"PYTHONPATH": str(self.root)})

    def forget(self) -> None:
        """Remove what was built and what is kept of it."""
        for folder in (self.root / "build", self.site):
            _clear(folder)
        for note in self.root.glob(".site*"):
            note.unlink() if note.is_file() else _clear(note)

    @property
    def edited(self) -> Path:
        """The file of the plan that is edited."""
        return sorted((self.root / "plans").glob("*/[0-9]*/*.md"))[-1]

    def edit(self) -> None:
        """Put one more word into a clause of a plan, as its received file has it."""
        path = self.edited
        text = path.read_text("utf-8")
        name = re.search(r"file: (\S+),", text)
        assert name is not None, "a made-up plan names its source"
        source = self.root / "plans/sources" / name[1]
        old = source.read_text("utf-8")
        new = re.sub(r"^(a\) \w+)", rf"\1 {EDIT}", old, count=1, flags=re.MULTILINE)
        text = re.sub(r"^(a\) \w+)", rf"\1 {EDIT}", text, count=1, flags=re.MULTILINE)
        path.write_text(text.replace(_digest(old), _digest(new)), "utf-8")
        source.write_text(new, "utf-8")

    def hold_edit(self) -> None:
        """The page and the search must have the edit: speed is never bought with what is stale."""
        plan = self.edited.relative_to(self.root / "plans").with_suffix("")
        page = self.site / "ke-hoach" / plan / "index.html"
        assert EDIT in page.read_text("utf-8"), "the page does not have the edit"
        texts = (path.read_text("utf-8") for path in (self.site / "assets/search").rglob("*.js"))
        assert any(EDIT in text for text in texts), "the search does not know the edit"

    def queries(self) -> list[str]:
        """Words of sentences, numbers and names of bodies, sixty of them, a third without marks."""
        rng, asked = Random("queries"), []
        paths = sorted((self.root / "plans").glob("*/[0-9]*/*.md"))
        for path in (rng.choice(paths) for _ in range(20)):
            text = path.read_text("utf-8")
            words = rng.choice(re.findall(r"^\w\) (.+)", text, re.MULTILINE)).split()
            start = rng.randrange(max(1, len(words) - 4))
            asked.append(" ".join(words[start : start + rng.choice((2, 3, 4))]).strip(",.;"))
            asked.append(f"kế hoạch {path.stem.partition('-')[0]} năm {path.parent.name}")
            title = re.search(r"(?:tỉnh|thành phố|huyện|xã|phường) [^\"]+ năm", text)
            asked.append(f"Ủy ban nhân dân {title[0].removesuffix(' năm')}" if title else "Ủy ban nhân dân tỉnh")
        return [fold(query) if at % 3 == 0 else query for at, query in enumerate(asked)]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    run(main)
