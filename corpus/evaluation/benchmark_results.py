"""What `make bench` found, as tables and beside the targets; written by scripts/benchmark.py."""

from __future__ import annotations

import json
import multiprocessing
import platform
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from corpus.evaluation.engines import HUGO, MKDOCS, ZENSICAL
from corpus.evaluation.usage import Usage

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
FIGURES = ROOT / "benchmarks" / "results.json"
BUILD, EDITED = "full build", "build after one edit"
CHECK_COLD, CHECK_FROM_RECORDS = "check, cold", "check, from records"
_HEAD = (
    "| plans | what | runs | by the clock, s | processors, s | of these a plan, ms | memory, MB | files | MB written | load |\n"
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)
_SEARCH_HEAD = (
    "| plans | kB to the first result: median | most | ms after the last key, typed: median | p95 | found |\n"
    "| ---: | ---: | ---: | ---: | ---: | ---: |"
)


@dataclass(frozen=True)
class MeasuredStep:
    """One step over ``plans`` plans: the median of ``runs`` runs, and what it wrote; ``load`` of the machine at its end."""

    plans: int
    what: str
    runs: int
    usage: Usage
    files: int = 0
    bytes: int = 0
    load: float = 0

    @property
    def row(self) -> str:
        used, written = self.usage, f"{self.files} | {self.bytes / 1e6:.1f}" if self.files else "– | –"
        each = 1000 * used.processor / self.plans
        start = f"| {self.plans} | {self.what} | {self.runs} | {used.wall:.1f} | {used.processor:.1f}"
        return f"{start} | {each:.0f} | {used.memory:.0f} | {written} | {self.load:.1f} |"


@dataclass(frozen=True)
class MeasuredSearch:
    """The search of the site of ``plans`` plans: kB to the first result, ms after the last key, queries that found any."""

    plans: int
    size: float
    most: float
    latency: float
    slow: float
    found: int
    asked: int

    @property
    def row(self) -> str:
        sizes, times = f"{self.size:.0f} | {self.most:.0f}", f"{self.latency:.0f} | {self.slow:.0f}"
        return f"| {self.plans} | {sizes} | {times} | {self.found} of {self.asked} |"


Row = MeasuredStep | MeasuredSearch


def write_results(found: Sequence[Row]) -> None:
    """The figures of ``found`` as JSON, and all that is known of every size measured so far as tables.

    A size measured again takes the place of what was known of it.
    """
    rows = [*(row for row in _known() if row.plans not in {one.plans for one in found}), *found]
    rows.sort(key=lambda row: row.plans)
    FIGURES.parent.mkdir(exist_ok=True)
    FIGURES.write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n", "utf-8")
    RESULTS.write_text("\n".join(_say(rows)) + "\n", "utf-8")


def _known() -> Iterator[Row]:
    for row in json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else ():
        yield MeasuredStep(**{**row, "usage": Usage(**row["usage"])}) if "usage" in row else MeasuredSearch(**row)


def _say(rows: Sequence[Row]) -> Iterator[str]:
    yield "# Whole builds over made-up plans\n"
    yield _machine()
    yield _HEAD
    yield from (row.row for row in rows if isinstance(row, MeasuredStep))
    yield "\n## Growth\n"
    yield from _growth([row for row in rows if isinstance(row, MeasuredStep)])
    yield "\n## Search, in Chromium\n"
    yield _SEARCH_HEAD
    yield from (row.row for row in rows if isinstance(row, MeasuredSearch))
    yield "\n## Targets\n"
    yield "The targets are for 10,000 plans and 33,550, on two cores. Until those are measured, the largest size stands for them.\n"
    yield "| target | measured | held |\n| --- | --- | --- |"
    largest = max(row.plans for row in rows)
    yield from _targets(largest, [row for row in rows if row.plans == largest])
    yield "\nWhat takes the time, and what to try next, stands in [PROFILE.md](PROFILE.md)."


def _machine() -> str:
    hugo = subprocess.run([shutil.which("hugo") or "true", "version"], capture_output=True, text=True).stdout.split()
    programs = {name: version(name) for name in ("mkdocs", "mkdocs-material", "pagefind_bin")}
    programs |= {"zensical": ZENSICAL} | ({"hugo": hugo[1]} if hugo else {})
    named = ", ".join(f"{name} {number}" for name, number in programs.items())
    return (
        f"Measured by `make bench` ({date.today().isoformat()} the last): {multiprocessing.cpu_count()} cores ({_processor()}), "
        f"Python {platform.python_version()}, {named}.\n\n"
        "The plans are made up (`scripts/synthesise.py`). Medians of the runs given, each from an empty cache of ours; times by the clock and\n"
        "of all processors, memory of all processes together, what they share counted once. The others have the pages that we generate as\n"
        "Markdown files that hold HTML, their default theme, no menu of all pages and no search of their own; they make no data, feeds,\n"
        "calendars, proofs or links, which are all in our build. *Load* is how many processes wanted a processor (average of five minutes): above\n"
        "the number of cores other work shared the machine, times by the clock are too long, and those of the processors tell more.\n"
    )


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def _growth(rows: Sequence[MeasuredStep]) -> Iterator[str]:
    """How the time for each plan grows from the smallest size above 50 plans to the largest."""
    for what in dict.fromkeys(row.what for row in rows):
        of_step = [row for row in rows if row.what == what and row.plans > 50]
        if len(of_step) > 1:
            first, last = of_step[0], of_step[-1]
            times = (last.usage.processor / last.plans) / (first.usage.processor / first.plans)
            yield f"- {what}: a plan at {last.plans} takes {times:.2f} times the processor time that it takes at {first.plans}."


def _targets(plans: int, rows: Sequence[Row]) -> Iterator[str]:
    """Those of the targets about which something is known."""
    of = {row.what: row for row in rows if isinstance(row, MeasuredStep)}
    if BUILD in of:
        yield from _targets_of_build(plans, of[BUILD], of.get(MKDOCS.title))
    for what, limit in ((CHECK_FROM_RECORDS, 0.03), (CHECK_COLD, 0.1)):
        if what in of:
            each = of[what].usage.wall / plans
            yield _target(f"{what}: under {limit} s a plan", f"{each:.3f} s", each, limit)
    if EDITED in of:
        edit = of[EDITED].usage.wall
        yield _target("one edit right in under 3 s", f"{edit:.1f} s", edit, 3)
        if HUGO.title in of:
            hugo = of[HUGO.title].usage.wall
            yield _target(f"one edit faster than Hugo's full build ({hugo:.1f} s)", f"{edit:.1f} s", edit, hugo)
    for search in (row for row in rows if isinstance(row, MeasuredSearch)):
        yield _target("search: first result at most 300 kB", f"{search.most:.0f} kB (most)", search.most, 300)
        yield _target("search: 100 ms at p95 after the last key", f"{search.slow:.0f} ms", search.slow, 100)


def _targets_of_build(plans: int, build: MeasuredStep, stock: MeasuredStep | None) -> Iterator[str]:
    if stock:
        times = stock.usage.wall / build.usage.wall
        by_processor = stock.usage.processor / build.usage.processor
        said = f"{times:.2f} times as fast (of processor time: {by_processor:.2f})"
        yield _target("full build 5 times as fast as stock over the same pages", said, times, 5, least=True)
    yield _target("under 2 GB", f"{build.usage.memory:.0f} MB", build.usage.memory, 2000)
    yield _target("at most 300 kB a plan", f"{build.bytes / plans / 1000:.0f} kB", build.bytes / plans / 1000, 300)
    yield _target("at most 15 files a plan", f"{build.files / plans:.1f}", build.files / plans, 15)


def _target(target: str, measured: str, value: float, limit: float, least: bool = False) -> str:
    missed = limit / value if least else value / limit
    return f"| {target} | {measured} | {'yes' if missed <= 1 else f'**no**, by a factor of {missed:.1f}'} |"
