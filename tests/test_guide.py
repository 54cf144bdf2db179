"""The clerk's guide holds: its example passes every check, and it shows what the check says."""

from __future__ import annotations

import pytest
from newcomers import GUIDE_PLAN, guide_example, write_files

from corpus.check.checked import check_corpus, check_overview
from corpus.editors import reference
from corpus.overview.overview import see_together
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import CorpusFiles, try_read_corpus
from corpus.schema import MODELS, FrontMatter
from corpus.strict_yaml import load


@pytest.fixture(scope="session")
def guide(root):
    return (root / "content/huong-dan/index.md").read_text("utf-8")


@pytest.fixture
def example(guide, tmp_path):
    """Folder of a corpus that holds only the files printed in the guide."""
    return write_files(guide_example(guide), tmp_path)


def test_the_example_passes_every_check(example):
    corpus, problems = try_read_corpus(example)
    assert [str(problem) for problem in problems] == []
    proofs = prove_corpus(corpus, CorpusFiles(example))
    assert [str(problem) for problem in check_corpus(corpus, proofs)] == []
    assert proofs["tan-an/2030/07-kh-ubnd"].words > 100
    assert [str(problem) for problem in check_overview(see_together(corpus, proofs)).problems] == []


def test_the_example_shows_every_required_field(guide):
    shown = load(guide_example(guide)[GUIDE_PLAN].split("---\n")[1]).data
    assert {key for key, field in FrontMatter.model_fields.items() if field.is_required()} <= shown.keys()


def test_addresses_named_in_the_guide_are_those_the_reader_gives(example, guide):
    corpus, _ = try_read_corpus(example)
    (plan,) = corpus.plans
    assert {
        "i-1",
        "ii-1-a",
        "phu-luc-i-1",
        "noi-nhan-1",
        "chu-ky",
        "the-thuc-1",
        "ke-hoach-ket-thuc-1",
    } <= plan.ancestors.keys()


def test_every_optional_field_says_what_happens_without_it():
    optional = {
        f"{record.__name__}.{key}"
        for model in MODELS.values()
        for record in reference._records(model)
        for key, field in record.model_fields.items()
        if not field.is_required()
    }
    assert reference.WITHOUT.keys() == optional


def test_the_messages_shown_in_the_guide_are_those_of_the_check(example, guide):
    """The two mistakes that the guide speaks of, made in its own example."""
    file = example / GUIDE_PLAN
    text = file.read_text("utf-8").replace("level: ward", "level: city").replace("Chủ trì, hướng dẫn", "Chủ trì, hướng")
    file.write_text(text, encoding="utf-8")
    corpus, _ = try_read_corpus(example)
    for problem in check_corpus(corpus, prove_corpus(corpus, CorpusFiles(example))):
        assert f"\n{problem}\n" in guide
