"""Measure how the time for each plan grows with the number of plans: checking, and building the whole site.

Each corpus is made up (``corpus/evaluation/made``). Each step runs in a process of its own; times are seconds of processor time, so that other work on
the machine matters little. The table goes to benchmarks/GROWTH.md with --write.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import platform
import resource
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path

from corpus.evaluation.made.project import write_made_corpus

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "GROWTH.md"
SIZES = (25, 105, 305, 1005)
LIMIT = 1.2  # growth of time for each plan from the second size to the last that is still called linear


@dataclass(frozen=True)
class Measured:
    """One step over one corpus: processor seconds, greatest memory (MB); of the site its files and bytes."""

    plans: int
    step: str
    seconds: float
    memory: int
    files: int = 0
    size: int = 0

    @property
    def each(self) -> float:
        """Milliseconds for each plan."""
        return 1000 * self.seconds / self.plans


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, nargs="+", default=SIZES, help="sizes")
    parser.add_argument("--steps", nargs="+", choices=("check", "site"), default=("check", "site"))
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.relative_to(ROOT)}")
    arguments = parser.parse_args()
    found: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="growth-") as folder:
        for plans in arguments.plans:
            root = Path(folder) / str(plans)
            made = write_made_corpus(ROOT, root, plans)
            for step in arguments.steps:
                found.append(_measure(STEPS[step], step, root, made))
                print(_row(found[-1]), flush=True)
            shutil.rmtree(root)
    table = "\n".join([HEAD, *map(_row, found), "", *(_growth(found, step) for step in arguments.steps)])
    if arguments.write:
        RESULTS.write_text(INTRODUCTION.format(**_machine()) + table + "\n", encoding="utf-8")
    print("\n" + table)
    return 0


def _measure(step: Callable[[Path], tuple[int, int]], name: str, root: Path, plans: int) -> Measured:
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(step, root, sender))
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit(f"{name} over {plans} plans failed")
    seconds, memory, files, size = json.loads(receiver.recv())
    return Measured(plans, name, seconds, memory, files, size)


def _run(step: Callable[[Path], tuple[int, int]], root: Path, sender: Connection) -> None:
    files, size = step(root)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(one.ru_utime + one.ru_stime for one in used)
    sender.send(json.dumps((round(seconds, 2), max(one.ru_maxrss for one in used) // 1024, files, size)))


def _check(root: Path) -> tuple[int, int]:
    from corpus.build import SiteBuild

    SiteBuild.prepare(root)
    return 0, 0


def _build(root: Path) -> tuple[int, int]:
    from corpus.build import SiteBuild
    from engine.site import write_site

    site = root / "site"
    write_site(SiteBuild.prepare(root), site)
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


STEPS = {"check": _check, "site": _build}
HEAD = (
    "| plans | step | processor time, s | for each plan, ms | memory, MB | files | MB written |\n"
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: |"
)
INTRODUCTION = """# Growth with the number of plans

Measured on {day} by `scripts/benchmark_growth.py --write`: {cores} cores, Python {python}, MkDocs {mkdocs},
Pagefind {pagefind}. The plans are made up (`scripts/synthesise.py`). Times are processor time of the whole process, search indexing included; memory is that of the largest process.

"""


def _row(one: Measured) -> str:
    written = f"{one.files} | {one.size / 1e6:.0f}" if one.files else "– | –"
    return f"| {one.plans} | {one.step} | {one.seconds:.1f} | {one.each:.0f} | {one.memory} | {written} |"


def _growth(found: list[Measured], step: str) -> str:
    """How much longer a plan takes in the largest corpus than in the second smallest."""
    of_step = [one for one in found if one.step == step]
    if len(of_step) < 3:
        return f"{step}: growth needs three sizes."
    first, last = of_step[1], of_step[-1]
    growth = last.each / first.each
    said = "linear" if growth <= LIMIT else f"more than the {LIMIT} that is called linear"
    return f"{step}: time for each plan at {last.plans} plans is {growth:.2f} times that at {first.plans}: {said}."


def _machine() -> dict[str, object]:
    return {
        "day": date.today().isoformat(),
        "cores": multiprocessing.cpu_count(),
        "python": platform.python_version(),
        "mkdocs": version("mkdocs"),
        "pagefind": version("pagefind_bin"),
    }


if __name__ == "__main__":
    raise SystemExit(main())
