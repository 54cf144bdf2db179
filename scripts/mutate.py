"""Change the library in many small ways and say how many of the changes the tests notice.

The tool is mutmut; its settings, which modules are changed and which tests are run, stand in pyproject.toml ([tool.mutmut]). It works on
a copy in build/mutation, so that the project stays as it is. A sample is drawn among all changes with --seed, so that
a run can be repeated; what time allows of it is tested. Constants of modules are not changed by mutmut.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

from corpus.command import run

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "mutation"
# One small function: mutmut makes all changes before it tests those that are asked for.
FIRST = "corpus.bodies.setting.*"
# How mutmut notes what the tests said of a change (exit codes of pytest and its own).
SAID = {0: "survived", 1: "killed", 3: "killed", 5: "no test", 33: "no test"} | dict.fromkeys(
    (-24, 24, 36, 152, 255), "timeout"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "patterns", nargs="*", default=["*"], help="names of changes, as corpus.overview.* (default: all)"
    )
    parser.add_argument("--sample", type=int, default=200, help="how many changes to test (default: 200)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (default: 1)")
    parser.add_argument("--minutes", type=float, default=20, help="stop after so long (default: 20)")
    parser.add_argument("--survivors", action="store_true", help="show each change that no test noticed")
    arguments = parser.parse_args()
    _copy_project()
    if not _mutmut(FIRST, minutes=None):
        return 1
    names = sorted(name for name in _codes() if any(fnmatch(name, pattern) for pattern in arguments.patterns))
    chosen = random.Random(arguments.seed).sample(names, min(arguments.sample, len(names)))
    if not chosen:
        print(f"no change is named {' or '.join(arguments.patterns)}", file=sys.stderr)
        return 1
    _mutmut(*chosen, minutes=arguments.minutes)
    _report(chosen, len(names), arguments.survivors)
    return 0


def _copy_project() -> None:
    """All files of the project that git knows, as they are now, into a fresh folder."""
    shutil.rmtree(COPY, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        target = COPY / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)


def _mutmut(*names: str, minutes: float | None) -> bool:
    """Whether mutmut tested the changes ``names``, in so many ``minutes``; its own output goes to a log beside the copy."""
    command = [sys.executable, "-m", "mutmut", "run", *names]
    log = COPY.with_suffix(".log")
    with log.open("w", encoding="utf-8") as out:
        try:
            done = subprocess.run(command, cwd=COPY, stdout=out, stderr=out, timeout=minutes and minutes * 60)
        except subprocess.TimeoutExpired:
            print(f"stopped after {minutes:g} minutes")
            return True
    if done.returncode:
        print(f"mutmut failed; what it said is in {log}", file=sys.stderr)
    return done.returncode == 0


def _codes() -> dict[str, int | None]:
    """What the tests said of each change, by its name; None where it was not tested."""
    codes: dict[str, int | None] = {}
    for path in sorted((COPY / "mutants").rglob("*.meta")):
        codes |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return codes


def _report(chosen: list[str], total: int, survivors: bool) -> None:
    codes = _codes()
    said = {name: SAID.get(code, str(code)) for name in chosen if (code := codes[name]) is not None}
    by_part: dict[str, Counter[str]] = {}
    for name, verdict in said.items():
        by_part.setdefault(".".join(name.split(".")[:2]), Counter())[verdict] += 1
    print(f"{len(said)} of {total} changes tested")
    for part, counts in [*sorted(by_part.items()), ("all", Counter(said.values()))]:
        noticed = counts["killed"] + counts["timeout"]
        print(f"{part:24}{noticed:>5} of {counts.total():>5} noticed ({noticed / counts.total():.0%})")
    for name in sorted(name for name, verdict in said.items() if verdict in ("survived", "no test")):
        print(f"\n{said[name]}: {name}")
        if survivors:
            shown = subprocess.run(
                [sys.executable, "-m", "mutmut", "show", name], cwd=COPY, capture_output=True, text=True
            )
            print("\n".join(line for line in shown.stdout.splitlines() if line.startswith(("-", "+", "@"))))


if __name__ == "__main__":
    run(main)
