"""What `make bench` counts and says: whole commands with all their processes, an edit that shows, targets that are missed."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from benchmark import EDIT, Project

from corpus.build import SiteBuild
from corpus.evaluation import benchmark_results
from corpus.evaluation.benchmark_results import BUILD, MeasuredSearch, MeasuredStep, write_results
from corpus.evaluation.engines import HUGO, MKDOCS
from corpus.evaluation.made.project import write_made_corpus
from corpus.evaluation.usage import CommandFailed, Usage, count_files, measure_command

# A process that starts another one; each holds 60 MB for a while.
HOLDS = """
import subprocess, sys, time
held = bytearray(60_000_000)
child = subprocess.Popen([sys.executable, "-c", "import time; held = bytearray(60_000_000); time.sleep(3)"])
sum(range(3_000_000)); child.wait(); print("x" * 300_000)
"""


def test_memory_and_time_are_those_of_all_processes_of_a_command(process, tmp_path):
    used = measure_command([sys.executable, "-c", HOLDS], tmp_path)
    assert used.memory > 120 and used.wall >= 3 and used.processor > 0


def test_a_command_that_fails_says_why(process, tmp_path):
    with pytest.raises(CommandFailed, match="no such thing"):
        measure_command([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_the_environment_of_a_command_is_added_to_ours(process, tmp_path):
    measure_command([sys.executable, "-c", "import os; os.environ['PATH']; os.environ['OWN']"], tmp_path, {"OWN": "1"})


def test_steps_and_runs_are_put_together():
    first, second = Usage(1, 2, 30), Usage(5, 6, 70)
    assert Usage.together([first, second]) == Usage(6, 8, 70)
    assert Usage.median([first, second, Usage(2, 9, 40)]) == Usage(2, 6, 40)


def test_files_are_counted_at_any_depth(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.txt").write_bytes(b"12345")
    (tmp_path / "d.txt").write_bytes(b"1")
    assert count_files(tmp_path) == (2, 6)


@pytest.fixture
def project(root, tmp_path) -> Project:
    write_made_corpus(root, tmp_path, 3)
    return Project(tmp_path)


def test_the_measured_edit_leaves_plans_that_hold(project):
    project.edit()
    project.edit()
    (edited,) = (plan for plan in SiteBuild.prepare(project.root).overview.corpus.plans if EDIT in str(plan.clauses))
    assert edited.path == project.edited.relative_to(project.root).as_posix()


def test_a_site_without_the_edit_is_noticed(project):
    page = project.site / "ke-hoach" / project.edited.relative_to(project.root / "plans").with_suffix("") / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("as before", "utf-8")
    with pytest.raises(AssertionError, match="page"):
        project.hold_edit()
    page.write_text(EDIT, "utf-8")
    with pytest.raises(AssertionError, match="search"):
        project.hold_edit()


def test_queries_are_asked_of_what_the_plans_say(project):
    asked = project.queries()
    assert len(asked) == 60 and asked == project.queries()
    assert any(query.startswith("kế hoạch ") for query in asked)


def test_every_page_is_a_section_to_hugo(tmp_path):
    for name in ("index.md", "ke-hoach/index.md", "ke-hoach/a/index.md"):
        (tmp_path / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / name).write_text("text", "utf-8")
    HUGO.settle(tmp_path)
    found = {path.relative_to(tmp_path / "sections").as_posix() for path in tmp_path.glob("sections/**/*.md")}
    assert found == {"_index.md", "ke-hoach/_index.md", "ke-hoach/a/_index.md"}


@pytest.fixture
def results(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(benchmark_results, "RESULTS", tmp_path / "RESULTS.md")
    monkeypatch.setattr(benchmark_results, "FIGURES", tmp_path / "results.json")
    return tmp_path / "RESULTS.md"


def _measured(plans: int, build: float) -> list[MeasuredStep | MeasuredSearch]:
    steps = {
        "check, cold": 0.05 * plans,
        "check, from records": 0.06 * plans,
        BUILD: build,
        "build after one edit": 2.0,
        MKDOCS.title: 100.0,
        HUGO.title: 1.0,
    }
    rows = [
        MeasuredStep(plans, what, 1, Usage(wall, wall, 500), 10 * plans, 10**6 * plans) for what, wall in steps.items()
    ]
    return [*rows, MeasuredSearch(plans, 90, 250, 40, 120, 60, 60)]


def test_each_target_is_said_to_be_held_or_missed_by_how_much(results):
    write_results(_measured(100, 40))
    text = results.read_text("utf-8")
    assert (
        "| full build 5 times as fast as stock over the same pages | 2.50 times as fast (of processor time: 2.50) | **no**, by a factor of 2.0 |"
        in text
    )
    assert "| check, cold: under 0.1 s a plan | 0.050 s | yes |" in text
    assert "| check, from records: under 0.03 s a plan | 0.060 s | **no**, by a factor of 2.0 |" in text
    assert "| one edit right in under 3 s | 2.0 s | yes |" in text
    assert "| one edit faster than Hugo's full build (1.0 s) | 2.0 s | **no**, by a factor of 2.0 |" in text
    assert "| at most 300 kB a plan | 1000 kB | **no**, by a factor of 3.3 |" in text
    assert "| search: 100 ms at p95 after the last key | 120 ms | **no**, by a factor of 1.2 |" in text


def test_a_size_measured_again_takes_the_place_of_what_was_known_and_the_others_stay(results):
    write_results(_measured(100, 40))
    write_results(_measured(300, 240))
    write_results(_measured(100, 20))
    text = results.read_text("utf-8")
    assert f"| 100 | {BUILD} | 1 | 20.0 |" in text and f"| 100 | {BUILD} | 1 | 40.0 |" not in text
    assert f"{BUILD}: a plan at 300 takes 4.00 times the processor time that it takes at 100" in text


def test_figures_that_cannot_be_measured_here_are_left_out(results):
    write_results(_measured(100, 40)[:1])
    assert "check, cold" in results.read_text("utf-8")
    rows = [
        row
        for row in _measured(100, 40)
        if not isinstance(row, MeasuredSearch) and row.what not in (MKDOCS.title, HUGO.title)
    ]
    write_results([replace(row, runs=3) for row in rows])
    text = results.read_text("utf-8")
    assert "stock over the same pages" not in text and "Hugo's full build" not in text and "under 2 GB" in text
