"""The build command on a copy of the project: what it says, and what it leaves alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from newcomers import GUIDE_PLAN, elsewhere_example, grow, guide_example, write_files

from corpus.manifest import read_manifest

PARTS = ("content", "corpus", "engine", "hooks", "scripts", "theme", "mkdocs.yml")
PLAN = GUIDE_PLAN
OTHER_PLAN = next(path for path in elsewhere_example() if path.endswith(".md"))


@pytest.fixture
def project(root, tmp_path) -> Path:
    """A copy of the project with two small plans, free to be broken."""
    copy_program(root, tmp_path)
    guide = (root / "content/huong-dan/index.md").read_text("utf-8")
    write_files(guide_example(guide), tmp_path / "example")
    return grow(tmp_path / "example", tmp_path, elsewhere_example())


def copy_program(root: Path, folder: Path) -> None:
    """All that builds a site but the plans."""
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / part, folder / part)


@pytest.fixture
def run(process) -> Callable[..., subprocess.CompletedProcess]:
    """``run(project, *before, NAME="value")``: its build, in a process of its own that ``before`` starts."""

    def build(project: Path, *before: str, **environment: str) -> subprocess.CompletedProcess:
        environment = {**os.environ, "PYTHONPATH": str(project), **environment}
        asked = [*before, sys.executable, "scripts/build.py"]
        return process(asked, cwd=project, capture_output=True, text=True, env=environment)

    return build


def break_plan(project: Path, old: str, new: str, name: str = PLAN) -> None:
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_build_says_what_was_built_and_gives_the_same_bytes_anywhere_on_any_day(
    root, corpus_root, site, tmp_path, run
):
    """Another process, folder, day, time zone, locale, order of hashes and of rights; two processes, and one."""
    faketime = shutil.which("faketime")
    assert faketime, "apt-get install faketime"
    project = tmp_path / "a project elsewhere"
    shutil.copytree(corpus_root, project)
    copy_program(root, project)
    done = run(
        project, faketime, "2031-02-28 23:59:30", JOBS="2", PYTHONHASHSEED="7", TZ="Asia/Ho_Chi_Minh", LC_ALL="C"
    )
    assert done.returncode == 0, done.stderr
    summary = done.stdout.splitlines()[-2:]
    assert "5 plans" in summary[0] and "warnings" in summary[0]
    assert summary[1] == "Open site/index.html"
    here, there = read_manifest(site), read_manifest(project / "site")
    names = here.files.keys() | there.files.keys()
    # The copy lies in no repository: what names the commit, its day or the days of changes differs.
    differing = {name for name in names if here.files.get(name) != there.files.get(name)}
    dated = ("kiem-chung/", "nhung/", ".atom", ".ics")
    assert [name for name in differing if not name.startswith(dated) and not name.endswith(dated)] == []
    assert (here.inputs, here.versions, here.plans) == (there.inputs, there.versions, there.plans)
    assert here.commit and here.day and not there.commit and not there.day


def test_a_bad_corpus_reports_every_problem_of_every_file_and_leaves_the_site(project, run):
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("built before")
    break_plan(project, "year: 2030", "year: hai nghìn")
    break_plan(project, "issued: 2030-03-05", "issued: 2030-02-30")
    (project / OTHER_PLAN).write_bytes(b"---\ntitle: \xff\n---\n")
    done = run(project)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert any(line.startswith(f"{PLAN}:") and "hai nghìn" in line for line in lines)
    assert any(line.startswith(f"{PLAN}:") and "2030-02-30" in line for line in lines)
    assert any(line.startswith(f"{OTHER_PLAN}:2:") and "UTF-8" in line for line in lines)
    assert (site / "index.html").read_text() == "built before"
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_a_broken_page_leaves_the_site(project, run):
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("built before")
    (project / "content" / "gioi-thieu.md").write_text("# Giới thiệu\n\n[hỏng](khong-co.md)\n", encoding="utf-8")
    done = run(project)
    assert done.returncode == 1
    assert "khong-co.md" in done.stderr
    assert (site / "index.html").read_text() == "built before"
