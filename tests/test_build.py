"""The build command on a copy of the project: what it says, and what it leaves alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from corpora import build_site

PARTS = ("content", "corpus", "hooks", "scripts", "theme", "mkdocs.yml")
PLAN = "plans/hai-phong/2021/45-kh-ubnd.md"


@pytest.fixture
def project(root, corpus_root, tmp_path) -> Path:
    """A copy of the project with the frozen corpus, free to be broken."""
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / part, tmp_path / part)
    shutil.copytree(corpus_root, tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(project: Path) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": str(project)}
    return subprocess.run(
        [sys.executable, "scripts/build.py"], cwd=project, capture_output=True, text=True, env=environment
    )


def break_plan(project: Path, old: str, new: str, name: str = PLAN) -> None:
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_build_says_where_to_look_and_what_was_built(project):
    done = run(project)
    assert done.returncode == 0, done.stderr
    summary = done.stdout.splitlines()[-2:]
    assert "5 plans" in summary[0] and "warnings" in summary[0]
    assert summary[1] == "Open site/index.html"
    assert (project / "site" / "index.html").is_file()


def test_a_bad_corpus_reports_every_problem_of_every_file_and_leaves_the_site(project):
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("built before")
    break_plan(project, "year: 2021", "year: hai nghìn")
    break_plan(project, "issued: 2021-03-03", "issued: 2021-02-30")
    (project / "plans/hai-phong/2025/362-qd-ubnd.md").write_bytes(b"---\ntitle: \xff\n---\n")
    done = run(project)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert any(line.startswith(f"{PLAN}:") and "hai nghìn" in line for line in lines)
    assert any(line.startswith(f"{PLAN}:") and "2021-02-30" in line for line in lines)
    assert any(line.startswith("plans/hai-phong/2025/362-qd-ubnd.md:2:") and "UTF-8" in line for line in lines)
    assert (site / "index.html").read_text() == "built before"
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_a_broken_page_leaves_the_site(project):
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("built before")
    (project / "content" / "gioi-thieu.md").write_text("# Giới thiệu\n\n[hỏng](khong-co.md)\n", encoding="utf-8")
    done = run(project)
    assert done.returncode == 1
    assert "khong-co.md" in done.stderr
    assert (site / "index.html").read_text() == "built before"


def test_building_twice_gives_the_same_bytes(site, corpus_root, tmp_path):
    again = tmp_path / "site"
    build_site(corpus_root, again)
    different = [
        str(path.relative_to(site))
        for path in sorted(site.rglob("*"))
        if path.is_file()
        and path.suffix != ".gz"
        and path.read_bytes() != (again / path.relative_to(site)).read_bytes()
    ]
    assert different == []
