"""Change the library in many small ways and say how many of the changes the tests notice.

The tool is mutmut; its settings, which modules are changed and which tests are run stand in pyproject.toml
([tool.mutmut]). It works on a copy in build/mutation, so that the project stays as it is, the quickest changes first,
for as long as time allows. Constants of modules are not changed by mutmut.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from corpus.command import run

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "mutation"
# How mutmut notes what the tests said of a change (exit codes of pytest and its own).
SAID = {0: "survived", 1: "killed", 3: "killed", 5: "no test", 33: "no test"} | dict.fromkeys(
    (-24, 24, 36, 152, 255), "timeout"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20, help="stop after so long (default: 20)")
    arguments = parser.parse_args()
    _copy_project()
    if not _mutmut(arguments.minutes):
        return 1
    _report()
    return 0


def _copy_project() -> None:
    """All files of the project that git knows, as they are now, into a fresh folder."""
    shutil.rmtree(COPY, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        target = COPY / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)


def _mutmut(minutes: float) -> bool:
    """Whether mutmut could test changes, for so many ``minutes``; its own output goes to a log beside the copy."""
    log = COPY.with_suffix(".log")
    with log.open("w", encoding="utf-8") as out:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "mutmut", "run"], cwd=COPY, stdout=out, stderr=out, timeout=minutes * 60
            )
        except subprocess.TimeoutExpired:
            print(f"stopped after {minutes:g} minutes")
            return True
    if done.returncode:
        print(f"mutmut failed; what it said is in {log}", file=sys.stderr)
    return done.returncode == 0


def _report() -> None:
    """Print the share noticed, by module, and the name of each change that no test noticed (mutmut show NAME)."""
    codes: dict[str, int | None] = {}
    for path in sorted((COPY / "mutants").rglob("*.meta")):
        codes |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    said = {name: SAID.get(code, str(code)) for name, code in codes.items() if code is not None}
    by_module: dict[str, Counter[str]] = {}
    for name, verdict in said.items():
        by_module.setdefault(name.rsplit(".", 1)[0], Counter())[verdict] += 1
    print(f"{len(said)} of {len(codes)} changes tested")
    for module, counts in [*sorted(by_module.items()), ("all", Counter(said.values()))]:
        noticed = counts["killed"] + counts["timeout"]
        print(f"{module:40}{noticed:>5} of {counts.total():>5} noticed ({noticed / max(counts.total(), 1):.0%})")
    for name in sorted(name for name, verdict in said.items() if verdict in ("survived", "no test")):
        print(f"{said[name]}: {name}")


if __name__ == "__main__":
    run(main)
