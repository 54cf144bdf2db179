"""The commands around citations: measuring, comparing rules, timing, growing the register."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys

import pytest

from corpus.overview.figures import FIGURES_FILE


@pytest.fixture
def run(process):
    """``run(folder, name, *arguments)``: the command of the project in ``folder``."""

    def running(folder, name, *arguments, given=""):
        command = [sys.executable, f"scripts/{name}.py", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(folder)}
        return process(command, cwd=folder, env=environment, input=given, capture_output=True, text=True)

    return running


@pytest.fixture(scope="module")
def project(root, corpus_root, tmp_path_factory, process):
    """A copy of the project with the frozen corpus, which a test may change; a git repository of its own."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("corpus", "scripts", "figures", "tests/golden"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(corpus_root / "plans", folder / "plans")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        process([*git, *command], cwd=folder, check=True, capture_output=True)
    return folder


def test_measuring_prints_every_figure_and_writes_them(project, run):
    target = project / FIGURES_FILE
    before = json.loads(target.read_text(encoding="utf-8"))
    target.unlink()
    done = run(project, "measure_citations")
    assert done.returncode == 0, done.stdout
    for name in ("finding", "resolving", "roles", "misprint", "nghị quyết", "misses"):
        assert name in done.stdout
    assert json.loads(target.read_text(encoding="utf-8")) == before


def test_measuring_lists_a_miss_and_fails_below_the_target(project, run):
    path = project / "tests" / "golden" / "citations_zz.jsonl"
    text = "Văn bản lạ không viện dẫn gì"
    label = {
        "start": 0,
        "end": 10,
        "text": text[:10],
        "kind": "công văn",
        "number": None,
        "issued": None,
        "issuer": None,
    }
    rows = [{"id": f"z{n}", "text": text, "mentions": [{**label, "pinpoint": None, "within": None}]} for n in range(20)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run(project, "measure_citations", "--dry-run")
    path.unlink()
    assert done.returncode == 1
    assert "z0: not found: wanted 'Văn bản lạ'" in done.stdout


def test_comparing_prints_what_a_change_of_the_rules_gains_and_loses(project, run):
    rules = project / "corpus" / "language" / "lexicon.yml"
    kept = rules.read_text(encoding="utf-8")
    rules.write_text(kept.replace("TCVN, ", ""), encoding="utf-8")
    done = run(project, "compare_citations", "HEAD")
    rules.write_text(kept, encoding="utf-8")
    assert re.search(r"^- \S+#\S+ 'TCVN ISO 9001:2015'", done.stdout, re.MULTILINE)
    *lines, summary = done.stdout.splitlines()
    counts = [sum(line.startswith(sign) for line in lines) for sign in "+-~"]
    assert all("ISO" in line for line in lines)
    assert summary.endswith("{} gained, {} lost, {} changed".format(*counts))


def test_comparing_with_a_library_too_old_to_read_the_plans_compares_what_is_found(project, run, process):
    reader = project / "corpus" / "read" / "corpus_files.py"
    kept = reader.read_text(encoding="utf-8")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qam"]
    reader.write_text(f"{kept}\n\ndef read_corpus(root):\n    raise SystemExit('other plans')\n", encoding="utf-8")
    process([*git, "old"], cwd=project, check=True, capture_output=True)
    reader.write_text(kept, encoding="utf-8")
    process([*git, "new"], cwd=project, check=True, capture_output=True)
    done = run(project, "compare_citations", "HEAD~1")
    assert done.returncode == 0, done.stderr
    said, summary = done.stdout.splitlines()
    assert "HEAD~1" in said and "only what is found" in said
    assert re.fullmatch(r"(\d+) citations before, \1 now: 0 gained, 0 lost, 0 changed", summary)


def test_comparing_with_no_such_revision_says_so(project, run):
    done = run(project, "compare_citations", "nowhere")
    assert done.returncode == 1 and "nowhere" in done.stderr


def test_timing_prints_both_rates(command):
    done = command("benchmark_citations", "--megabytes", "0.05")
    assert done.returncode == 0, done.stderr
    assert len(re.findall(r"MB/s .* mentions/s", done.stdout)) == 2


def test_the_register_grows_only_by_what_is_confirmed(project, run):
    plan = project / "plans" / "hai-phong" / "2021" / "45-kh-ubnd.md"
    register = project / "plans" / "registers" / "directives.yml"
    body, kept = plan.read_text(encoding="utf-8"), register.read_text(encoding="utf-8")
    cited = "Chỉ thị số 7/CT-UBND ngày 02/3/2021 của Ủy ban nhân dân thành phố; Chỉ thị số 8/CT-UBND ngày 02/3/2021 của Ủy ban nhân dân thành phố."
    plan.write_text(
        body.replace("## II. NỘI DUNG THỰC HIỆN", f"- Bám sát {cited}\n\n## II. NỘI DUNG THỰC HIỆN"), encoding="utf-8"
    )
    printed = run(project, "propose_directives", "hai-phong/2021/45-kh-ubnd", "--print")
    assert "2021/7-ct-ubnd" in printed.stdout and register.read_text(encoding="utf-8") == kept
    answers = "".join(
        "c\n" if "/7-ct-ubnd" in line else "\n" for line in printed.stdout.splitlines() if "- id:" in line
    )
    done = run(project, "propose_directives", "hai-phong/2021/45-kh-ubnd", given=answers)
    grown = register.read_text(encoding="utf-8")
    plan.write_text(body, encoding="utf-8"), register.write_text(kept, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "uy-ban-nhan-dan-hai-phong/2021/7-ct-ubnd" in grown and "8-ct-ubnd" not in grown
    assert grown.startswith(kept) and "Đã thêm 1 văn bản" in done.stdout


def test_proposing_for_an_unknown_plan_says_so(command):
    done = command("propose_directives", "nowhere/2020/1-kh-ubnd", "--print")
    assert done.returncode == 2 and "nowhere/2020/1-kh-ubnd" in done.stderr
