"""The corpora whose properties are tested: the frozen one, the live plans, and the live plans with two more.

The fixtures have the names of those above and are made anew for each corpus. Nothing here may know which plans there
are. What the frozen corpus is known to hold, a test may ask for there only (``is_golden``), so that it cannot pass
by looking at nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import FROZEN, ROOT, see_corpus
from newcomers import elsewhere_example, grow, guide_example

from corpus.check.checked import Checked, check_overview
from corpus.model import Corpus
from corpus.overview.overview import Overview
from corpus.read.corpus_files import read_corpus


@pytest.fixture(scope="session", params=["golden", "live", "grown"])
def corpus_root(request, shared) -> Path:
    if request.param == "golden":
        return FROZEN
    if request.param == "live":
        return ROOT
    guide = (ROOT / "content/huong-dan/index.md").read_text("utf-8")
    return shared("grown", lambda folder: grow(ROOT, folder, guide_example(guide), elsewhere_example()))


@pytest.fixture(scope="session")
def is_golden(corpus_root) -> bool:
    """True where the corpus is the frozen one, which has something of every kind."""
    return corpus_root == FROZEN


@pytest.fixture(scope="session")
def corpus(corpus_root) -> Corpus:
    return read_corpus(corpus_root)


@pytest.fixture(scope="session")
def overview(corpus, corpus_root) -> Overview:
    return see_corpus(corpus, corpus_root)


@pytest.fixture(scope="session")
def checked(overview) -> Checked:
    return check_overview(overview)


@pytest.fixture(scope="session")
def site(site_of, corpus_root) -> Path:
    return site_of(corpus_root)
