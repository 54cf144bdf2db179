"""What the documents say holds: commands, targets and paths they name are there and explain themselves."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from corpora import ROOT

SCRIPTS = sorted(path.stem for path in (ROOT / "scripts").glob("*.py"))
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "tests/golden/README.md", "tests/golden/held_out/README.md")
# Where the paths of a document begin, besides its own folder.
BASES = ("", "corpus")
# Folders of what people write.
FOLDERS = ("content", "corpus", "engine", "figures", "hooks", "plans", "schemas", "scripts", "tests", "theme")
# Made by a command, so not there in a clean clone.
MADE = ("site/", "dist/", ".venv/", "datapackage.json", "search.js", "build/")
_PATH = re.compile(r"`((?:[a-z_.*][\w.*-]*/)+[\w.*-]*|[a-z_]+\.(?:py|yml|jsonl|json|toml|md|js))`")


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_command_explains_itself(name, command):
    done = command(name, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: {name}.py") and len(done.stdout.splitlines()) > 3


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_command_that_is_named_exists(document):
    text = (ROOT / document).read_text("utf-8")
    named = set(re.findall(r"scripts/(\w+)\.py", text)) - {"NAME"}
    named |= set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert named and named <= set(SCRIPTS)


def test_every_command_that_measures_is_named_in_the_readme():
    text = (ROOT / "README.md").read_text("utf-8")
    measuring = [name for name in SCRIPTS if re.match("measure_|benchmark_|compare_|mutate", name)]
    assert [name for name in measuring if f"`{name}`" not in text] == []


def test_every_make_target_is_in_the_help_and_every_target_named_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    assert set(re.findall(r"^([a-z][\w-]*):", makefile, re.MULTILINE)) == targets
    help_text = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[0] for line in help_text.splitlines()} == targets
    named = {name for path in DOCUMENTS for name in re.findall(r"`make ([\w-]+)`", (ROOT / path).read_text("utf-8"))}
    assert named and named <= targets


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_is_named_exists(document):
    text = (ROOT / document).read_text("utf-8")
    named = {*_PATH.findall(text), *re.findall(r"\]\(([^)#:]+)\)", text)}
    assert named
    missing = [path for path in named if not path.startswith(MADE) and not _exists(path, (ROOT / document).parent)]
    assert sorted(missing) == []


def _exists(path: str, here: Path) -> bool:
    """True where the path, or a pattern of paths, is found where a document looks; a bare name, where any file has it."""
    if "/" not in path:
        return path in _names()
    return any(list(base.glob(path.rstrip("/"))) for base in (here, *(ROOT / base for base in BASES)))


@cache
def _names() -> frozenset[str]:
    files = [*ROOT.glob("*"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))]
    return frozenset(path.name for path in files if path.is_file())
