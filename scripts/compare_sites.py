"""Compare two built sites page by page: what a reader finds changed, and what only the markup did.

Prints a line for each page or file that is on one side only or differs, with the first words that differ,
and closes with the counts. The exit status is 0 where readers find the same words, links and files.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from bs4 import BeautifulSoup, Tag

AROUND = 6  # words shown before a difference
SHOWN = 24  # words shown of a difference


@dataclass(frozen=True)
class Difference:
    """One file of the site that differs; ``read`` where a reader finds other words or links, not only other markup."""

    name: str
    what: str
    read: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path, help="folder of the site as it was")
    parser.add_argument("after", type=Path, help="folder of the site as it is")
    parser.add_argument("--most", type=int, default=40, help="differences printed (default: 40)")
    arguments = parser.parse_args()
    for folder in (arguments.before, arguments.after):
        if not (folder / "index.html").is_file():
            print(f"{folder}: must hold a built site: no index.html", file=sys.stderr)
            return 2
    found = list(compare_sites(arguments.before, arguments.after))
    for one in found[: arguments.most]:
        print(f"{'read  ' if one.read else 'markup'} {one.name}: {one.what}")
    read = sum(one.read for one in found)
    files = sum(path.is_file() for path in arguments.after.rglob("*"))
    print(f"{files} files; {read} differ for a reader, {len(found) - read} in markup only.")
    return 1 if read else 0


def compare_sites(before: Path, after: Path) -> Iterator[Difference]:
    """Every file of either site that the other lacks or holds otherwise."""
    old, new = _files(before), _files(after)
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield Difference(name, "is gone", read=True)
        elif name not in old:
            yield Difference(name, "is new", read=True)
        elif _digest(old[name]) != _digest(new[name]):
            yield _compare_file(name, old[name], new[name])


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _compare_file(name: str, old: Path, new: Path) -> Difference:
    if not name.endswith(".html"):
        return Difference(name, f"{old.stat().st_size} bytes, now {new.stat().st_size}", read=True)
    before, after = _read(old), _read(new)
    if before == after:
        return Difference(name, "same words and links", read=False)
    return Difference(name, _first_difference(before, after), read=True)


def _read(page: Path) -> list[str]:
    """The words of a page and where its links lead, in order; ids too, since others lead to them."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    found: list[str] = []
    for node in soup.descendants:
        if isinstance(node, str):
            if node.parent is not None and node.parent.name not in ("script", "style"):
                found.extend(node.split())
            continue
        if isinstance(node, Tag) and node.name not in ("script", "link", "meta"):
            found.extend(
                f"{key}={node[key]}" for key in ("id", "href", "src", "data-cite", "aria-label") if node.get(key)
            )
    return found


def _first_difference(before: list[str], after: list[str]) -> str:
    common = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    window = slice(max(0, common - AROUND), common + SHOWN)
    matcher = SequenceMatcher(None, before[window], after[window], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag != "equal":
            was, now = before[window][i:i_end], after[window][j:j_end]
            return (
                f"'{' '.join(before[window][max(0, i - AROUND) : i])}' went on '{' '.join(was)}', now '{' '.join(now)}'"
            )
    return "differs further on"


if __name__ == "__main__":
    sys.exit(main())
