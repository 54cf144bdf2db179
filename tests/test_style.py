"""The code keeps the style that pyproject.toml (Python) and .oxlintrc.json (JavaScript) set."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import Counter
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest


def test_ruff_finds_nothing(root):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "."], cwd=root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_the_code_is_formatted(root):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--check", "--no-cache", "."], cwd=root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_every_type_holds(root, process):
    """Strictly: see pyproject.toml. Nothing is taken over from a run before."""
    checked = ["corpus", "engine", *root.glob("scripts/*.py"), *root.glob("hooks/*.py")]
    command = [sys.executable, "-m", "mypy", "--cache-dir", os.devnull, *checked]
    done = process(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_parts_of_the_library_use_each_other_one_way(root):
    """The order stands in pyproject.toml; a part that is not in it is an error too."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


APART = "intake"  # makes drafts of received files and hands on nothing but text: its tables and marks are its own


def test_a_name_means_one_thing(root):
    """No file name and no public class twice in the library."""
    modules = [path for path in (root / "corpus").rglob("*.py") if APART not in path.parts]
    files = Counter(path.name for path in modules if path.name != "__init__.py")
    assert [name for name, times in files.items() if times > 1] == []
    trees = (ast.parse(path.read_text("utf-8")) for path in modules)
    classes = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, times in classes.items() if times > 1 and not name.startswith("_")] == []


@pytest.fixture(scope="module")
def oxlint() -> Path:
    """The linter of the scripts, wherever pip put it."""
    try:
        return next(Path(file.locate()) for file in files("oxlint") if file.stem == "oxlint")
    except PackageNotFoundError:
        pytest.fail("the scripts are linted by the package oxlint: pip install -r requirements-test.txt")


def test_oxlint_finds_nothing_in_the_scripts(root, oxlint):
    scripts = len(list((root / "content/assets").rglob("*.js")))
    done = subprocess.run([oxlint, "content/assets"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert f"on {scripts} files" in done.stdout


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("export const a = b;\n", "no-undef"),
        ("let a = 1;\nexport const b = a;\n", "prefer-const"),
        ("export function f(a) {\n  return a == 1;\n}\n", "eqeqeq"),
        ("const unused = 1;\n", "no-unused-vars"),
    ],
)
def test_oxlint_is_held_to_the_rules_of_the_project(root, oxlint, tmp_path, source, rule):
    (tmp_path / "a.js").write_text(source)
    command = [oxlint, "--config", root / ".oxlintrc.json", "a.js"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert f"({rule})" in done.stdout
