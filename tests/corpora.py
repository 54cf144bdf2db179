"""Where the corpora of the tests lie, and how one is seen together and its site built, in this process."""

from __future__ import annotations

from pathlib import Path

from corpus.build import SiteBuild
from corpus.check.checked import Checked, check_overview
from corpus.check.seen import Seen
from corpus.model import Corpus
from corpus.overview.overview import Overview, see_together
from corpus.overview.publication import Publication
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import CorpusFiles
from corpus.read.history import History
from engine.site import write_site

ROOT = Path(__file__).resolve().parent.parent
# A corpus of its own, with its registers and received files; the labels beside it are about its plans.
FROZEN = ROOT / "tests" / "golden" / "corpus"


def see_corpus(corpus: Corpus, corpus_root: Path) -> Overview:
    """The corpus under ``corpus_root`` proved, linked and seen together."""
    return see_together(corpus, prove_corpus(corpus, CorpusFiles(corpus_root)))


def seen_of(overview: Overview, checked: Checked | None = None) -> Seen:
    """What pages and files are made of, where nothing is known of when and where they are published."""
    return Seen(overview, checked or check_overview(overview), Publication(History(ROOT, {})))


def build_site(corpus_root: Path, folder: Path) -> None:
    """Build the site of the corpus under ``corpus_root`` in this process, so that what runs is seen to run."""
    write_site(SiteBuild.prepare(corpus_root), folder)
