"""What was made of a plan is made once, and never of another plan, register or code than it is kept for."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.check.checked import check_corpus, check_overview
from corpus.overview.overview import Overview, see_together
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import CorpusFiles, read_corpus
from corpus.record_store import FILE, Records, Stage, of_each


@dataclass(frozen=True)
class Text:
    id: str
    digest: str


A, B = Text("a", "1"), Text("b", "2")
UPPER = Stage("upper", "x")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "plans" / "registers").mkdir(parents=True)
    (tmp_path / "plans" / "registers" / "agencies.yml").write_text("a")
    return tmp_path


class Counting:
    """Makes, and counts."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, text: Text) -> str:
        self.made.append(text.id)
        return text.id.upper() + text.digest


def run(project: Path, *texts: Text, stage: Stage = UPPER) -> list[str]:
    """What had to be made; what came out is right whether or not it was made."""
    records, make = Records(project / "build", project), Counting()
    assert of_each(stage, texts, make, records) == {text.id: text.id.upper() + text.digest for text in texts}
    records.write()
    return make.made


def test_nothing_is_made_twice(project):
    assert run(project, A, B) == ["a", "b"]
    assert run(project, A, B) == []
    assert run(project, Text("a", "9"), B) == ["a"]
    assert run(project, A, B, stage=Stage("upper", "y")) == ["a", "b"]
    assert run(project, A, stage=Stage("lower", "x")) == ["a"]


def test_what_cannot_be_read_is_made_anew(project):
    run(project, A, B)
    with sqlite3.connect(project / "build" / FILE) as database:
        database.execute("UPDATE record SET made = x'00' WHERE rowid = 1")
    assert len(run(project, A, B)) == 1
    assert run(project, A, B) == []
    (project / "build" / FILE).write_bytes(b"no database" * 100)
    assert run(project, A, B) == ["a", "b"]
    run(project, A, B)
    assert run(project, A, B) == []


def test_nothing_is_kept_of_registers_that_changed_meanwhile(project):
    records = Records(project / "build", project)
    of_each(UPPER, [A], Counting(), records)
    (project / "plans" / "registers" / "agencies.yml").write_text("b")
    records.write()
    assert run(project, A) == ["a"]


def test_old_records_go(project):
    for digest in range(20):
        run(project, Text("a", str(digest)))
    with sqlite3.connect(project / "build" / FILE) as database:
        assert database.execute("SELECT count(*) FROM record").fetchone() == (4,)


def test_two_runs_at_once_keep_what_both_made(project):
    first, second = (Records(project / "build", project) for _ in range(2))
    of_each(UPPER, [A], Counting(), first)
    of_each(UPPER, [B], Counting(), second)
    first.write()
    second.write()
    assert run(project, A, B) == []


def see(root: Path, records: Records | None) -> tuple[Overview, list]:
    corpus = read_corpus(root)
    proofs = prove_corpus(corpus, CorpusFiles(root), records=records)
    overview = see_together(corpus, proofs, records=records)
    problems = [*check_corpus(corpus, proofs), *check_overview(overview, records).problems]
    if records:
        records.write()
    return overview, problems


def test_a_corpus_from_records_is_the_corpus_and_a_plan_that_others_cite_is_seen_to_change(
    corpus_root, overview, checked, tmp_path
):
    root = tmp_path / "corpus"
    shutil.copytree(corpus_root, root)
    see(root, Records(tmp_path / "build", root))
    again, said = see(root, Records(tmp_path / "build", root))
    assert (again.plans, again.proofs, said) == (overview.plans, overview.proofs, list(checked.problems))
    path = next(root.rglob("45-kh-ubnd.md"))  # a plan that later ones cite gets another day
    text = path.read_text("utf-8")
    assert "\nissued: 2021-03-03" in text
    path.write_text(text.replace("\nissued: 2021-03-03", "\nissued: 2021-03-04"), "utf-8")
    kept, said = see(root, Records(tmp_path / "build", root))
    plain, also_said = see(root, None)
    assert (kept.plans, kept.proofs, said) == (plain.plans, plain.proofs, also_said)
