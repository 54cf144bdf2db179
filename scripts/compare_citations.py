"""Print what the rules in this folder gain and lose, over the whole corpus, against those of a revision.

The plans and registers are those of this folder in both runs; only the library is taken from the revision. Where that
one is too old to read them, both finders read the passages as the library of this folder has them, and only what is
found is compared: neither resolving nor roles.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAID = ("kind", "number", "issued", "issuer", "pinpoint", "directive", "role", "within")
# Run with either library, also one from before its folders were named by subject: one line per citation.
DUMP = """
import dataclasses, json, sys
from pathlib import Path
try:
    from corpus.read.corpus_files import read_corpus
    from corpus.directives.cite import cite
except ImportError:
    from corpus.read import read_corpus
    from corpus.resolve.directives import cite
corpus = read_corpus(Path(sys.argv[1]))
for plan in corpus.plans:
    for citation in cite(plan, corpus):
        print(json.dumps(dataclasses.asdict(citation), ensure_ascii=False, default=str))
"""
# The same for the finder alone, which is given the text of each passage.
FIND = """
import dataclasses, json, sys
try:
    from corpus.directives.find import find_mentions
except ImportError:
    from corpus.find import find_mentions
for passage in json.load(sys.stdin):
    mentions = find_mentions(passage.pop("words"))
    for mention in mentions:
        row = {**passage, **dataclasses.asdict(mention)}
        row["within"] = mentions[mention.within].text if mention.within is not None else None
        print(json.dumps(row, ensure_ascii=False, default=str))
"""
PASSAGES = """
import json, sys
from pathlib import Path
from corpus.read.corpus_files import read_corpus
passages = [
    {"plan": plan.id, "anchor": one.anchor, "field": one.field, "words": one.text}
    for plan in read_corpus(Path(sys.argv[1])).plans
    for one in plan.passages
]
print(json.dumps(passages, ensure_ascii=False))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("revision", nargs="?", default="HEAD", help="any git revision (default: HEAD)")
    arguments = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            _unpack(arguments.revision, Path(folder))
            after = _rows(ROOT, DUMP)
            try:
                before = _rows(Path(folder), DUMP)
            except subprocess.CalledProcessError:
                print(f"The library of {arguments.revision} cannot read these plans: only what is found is compared.")
                passages = _run(ROOT, PASSAGES, b"")
                before, after = (_rows(library, FIND, passages) for library in (Path(folder), ROOT))
    except subprocess.CalledProcessError as error:
        print(error.stderr.decode(), file=sys.stderr)
        return 1
    return _report(before, after)


Spot = tuple[str, str, str, int, int]  # plan, address, field, start and end


def _unpack(revision: str, folder: Path) -> None:
    """The library of ``revision`` into ``folder``."""
    packed = subprocess.run(["git", "archive", revision, "corpus"], cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _rows(library: Path, script: str, given: bytes = b"") -> dict[Spot, dict[str, Any]]:
    """What ``script`` prints with the library in ``library``, one line per citation, by where they stand."""
    rows = [json.loads(line) for line in _run(library, script, given).decode().splitlines()]
    return {(row["plan"], row["anchor"], row["field"], row["start"], row["end"]): row for row in rows}


def _run(library: Path, script: str, given: bytes) -> bytes:
    environment = {**os.environ, "PYTHONPATH": str(library)}
    command = [sys.executable, "-c", script, str(ROOT)]
    return subprocess.run(command, cwd=library, env=environment, input=given, check=True, capture_output=True).stdout


def _report(before: dict[Spot, dict[str, Any]], after: dict[Spot, dict[str, Any]]) -> int:
    gained, lost = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    changed = [place for place in sorted(before.keys() & after.keys()) if _differences(before[place], after[place])]
    for sign, places, rows in (("+", gained, after), ("-", lost, before)):
        for place in places:
            print(f"{sign} {place[0]}#{place[1]} {rows[place]['text']!r} -> {rows[place].get('directive')}")
    for place in changed:
        print(
            f"~ {place[0]}#{place[1]} {after[place]['text']!r}: {'; '.join(_differences(before[place], after[place]))}"
        )
    print(
        f"{len(before)} citations before, {len(after)} now: {len(gained)} gained, {len(lost)} lost, {len(changed)} changed"
    )
    return 0


def _differences(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [f"{key} {before.get(key)!r} -> {after.get(key)!r}" for key in SAID if before.get(key) != after.get(key)]


if __name__ == "__main__":
    sys.exit(main())
