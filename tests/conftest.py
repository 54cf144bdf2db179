"""What several tests share: the project's own corpus, and small corpora made for one test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.model import Plan
from corpus.read import CorpusFiles, read_plan

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project, with the real corpus below it."""
    return ROOT


@pytest.fixture(scope="session")
def real_plans(root: Path) -> tuple[Plan, ...]:
    """The plans of the real corpus; reading them must raise no problem."""
    files, problems = CorpusFiles(root), []
    plans = tuple(read_plan(files, path, problems) for path in files.plans)
    assert problems == []
    return plans


@pytest.fixture
def reread(root: Path, tmp_path: Path) -> Callable[[str, str], Plan]:
    """``reread(path, text)``: the plan at ``path`` as it would be read if its file held ``text``."""

    def read(path: str, text: str) -> Plan:
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        sources = tmp_path / "plans" / "sources"
        if not sources.exists():
            shutil.copytree(root / "plans" / "sources", sources)
        problems: list = []
        plan = read_plan(CorpusFiles(tmp_path), target, problems)
        assert plan is not None, problems
        return plan

    return read
