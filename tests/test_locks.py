"""What the project installs is locked whole: every package, every version, every hash."""

from __future__ import annotations

import re
import sys
from itertools import combinations
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
from write_licences import PAGE, locked_packages

LOCKS = ("requirements", "requirements-test", "requirements-receive")
_ASKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)\s+# \S", re.MULTILINE)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_each_asked_for_package_is_locked_at_its_version_and_says_why_it_is_here(name, root):
    asked = (root / f"{name}.in").read_text("utf-8")
    lines = [line for line in asked.splitlines() if line and not line.startswith("#")]
    found = _ASKED.findall(asked)
    assert len(found) == len(lines), "each line: name==version, then # and a word on why"
    locked = {_plain(package): version for package, version in locked_packages(root / f"{name}.txt")}
    assert {_plain(package): version for package, version in found}.items() <= locked.items()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name, root):
    blocks = re.split(r"^(?=\S)", (root / f"{name}.txt").read_text("utf-8"), flags=re.MULTILINE)
    blocks = [block for block in blocks if block and not block.startswith("#")]
    assert len(blocks) > 15
    assert [block for block in blocks if not re.match(r"\S+==\S+.*\\\n\s+--hash=sha256:[0-9a-f]{64}", block)] == []


@pytest.mark.parametrize("one, other", [*combinations(LOCKS, 2)])
def test_the_locks_agree(one, other, root):
    first, second = (dict(locked_packages(root / f"{name}.txt")) for name in (one, other))
    both = first.keys() & second.keys()
    assert {name: (first[name], second[name]) for name in both if first[name] != second[name]} == {}


def test_the_page_of_licences_names_what_is_locked(root):
    page = PAGE.read_text("utf-8")
    rows = {_plain(name): version for name, version in re.findall(r"^\| (\S+) \| (\S+) \| \S", page, re.MULTILINE)}
    locked = {_plain(name): version for name, version in locked_packages(root / "requirements.txt")}
    assert locked.items() <= rows.items()
