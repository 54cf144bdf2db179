"""Since when the words of a plan have stood in the corpus: by the commits that changed its file, where there are any.

Only what a commit holds is asked, so that two builds of one commit agree. Outside a repository, and in one that was
cloned without its past, nothing is known.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from corpus.model import Plan
from corpus.release import has_whole_history

_MOST_VERSIONS = 40  # of one file, the newest; older ones are taken for the oldest of these
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_COMMIT = "commit "


@dataclass(frozen=True)
class Since:
    """From ``moment`` on (UTC); ``number`` counts the changes of the file before it."""

    moment: datetime
    number: int


@dataclass(frozen=True)
class History:
    """The versions of each file below ``root``, by its path from there: moment and blob, oldest first."""

    root: Path
    versions: Mapping[str, tuple[tuple[datetime, str], ...]]
    _found: dict[str, dict[str, Since]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def versions_of(self, path: str) -> tuple[tuple[datetime, str], ...]:
        """Moment and blob of each version of the file at ``path``, oldest first; none where nothing is known."""
        return self.versions.get(path, ())

    def added(self, plan: Plan) -> datetime | None:
        """When the plan came into the corpus; None where that is not known."""
        versions = self.versions_of(plan.path)
        return versions[0][0] if versions else None

    def since(self, plan: Plan, anchor: str) -> Since | None:
        """Since when the clause or row at ``anchor``, with all below it, has stood there as it does; None if unknown."""
        versions = self.versions_of(plan.path)
        if not versions:
            return None
        if len(versions) == 1:
            return Since(versions[0][0], 0)
        if plan.id not in self._found:
            self._found[plan.id] = self._compare(plan, versions)
        return self._found[plan.id].get(anchor)

    def _compare(self, plan: Plan, versions: tuple[tuple[datetime, str], ...]) -> dict[str, Since]:
        """Each clause and row by the lines of the file that it stands in, whatever signs stand between the words."""
        recent = versions[-_MOST_VERSIONS:]
        texts = [_words(text) for text in _read_blobs(self.root, [blob for _, blob in recent])]
        first = len(versions) - len(recent)
        found = {}
        for anchor, block in _blocks(plan, (self.root / plan.path).read_text(encoding="utf-8").split("\n")):
            words = _words(block)
            place = len(texts)
            while place and words in texts[place - 1]:
                place -= 1
            # What is in no commit yet counts from the last one.
            found[anchor] = Since(recent[min(place, len(recent) - 1)][0], first + place)
        return found


def read_history(root: Path) -> History:
    """The history of the plans below ``root``."""
    if not has_whole_history(root):
        return History(root, {})
    log = ("log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--relative", f"--format={_COMMIT}%ct")
    versions: dict[str, list[tuple[datetime, str]]] = {}
    moment = datetime.fromtimestamp(0, UTC)
    for line in _git(root, "-c", "core.quotepath=off", *log, "--", "plans").splitlines():
        if line.startswith(_COMMIT):
            moment = datetime.fromtimestamp(int(line.removeprefix(_COMMIT)), UTC)
        elif line.startswith(":") and line.endswith(".md"):
            change, _, path = line.partition("\t")
            blob, kind = change.split()[3:5]
            if kind != "D":
                versions.setdefault(path, []).append((moment, blob))
    return History(root, {path: tuple(found) for path, found in versions.items()})


def _blocks(plan: Plan, lines: list[str]) -> Iterator[tuple[str, str]]:
    """The lines of the file for each clause with all below it, and for each row of a table."""
    clauses = list(plan.walk())
    starts = [clause.line for clause in clauses] + [len(lines) + 1]
    place = {clause.anchor: number for number, clause in enumerate(clauses)}
    for clause in clauses:
        end = starts[place[clause.anchor] + sum(1 for _ in clause.walk())]
        yield clause.anchor, "\n".join(lines[clause.line - 1 : end - 1])
    for table in plan.tables:
        for row in table.rows:
            yield row.anchor, "\n".join(_indented(lines[row.line - 1 :]))


def _indented(lines: list[str]) -> Iterator[str]:
    """The first line and those below it that stand further to the right: one item of a list in YAML."""
    depth = len(lines[0]) - len(lines[0].lstrip())
    yield lines[0]
    for line in lines[1:]:
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            return
        yield line


def _words(text: str) -> str:
    return _BETWEEN_WORDS.sub("", text)


def _read_blobs(root: Path, blobs: list[str]) -> Iterator[str]:
    done = subprocess.run(
        ["git", "-C", str(root), "cat-file", "--batch"],
        input="\n".join(blobs).encode(),
        capture_output=True,
        check=True,
    )
    data, position = done.stdout, 0
    for _ in blobs:
        head, _, _ = data[position:].partition(b"\n")
        size = int(head.split()[2])
        start = position + len(head) + 1
        yield data[start : start + size].decode("utf-8", errors="replace")
        position = start + size + 1


def _git(root: Path, *arguments: str) -> str:
    """What git says; nothing where there is no git or no repository."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True)
    except OSError:
        return ""
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else ""
