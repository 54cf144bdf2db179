"""What is taken over from the site that stands is what would be made anew, whatever was edited since."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.build import SiteBuild
from corpus.check.seen import KINDS
from corpus.evaluation.made.project import write_made_corpus
from corpus.manifest import MANIFEST, digest, list_files
from corpus.watched import Answers, Reading, Watch
from engine.site import build_site, write_site

PLANS = 3


class Editor:
    """Edits made-up plans as people do: in the text and in the file received, by registers, whole plans at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._random = folder / "plans", random.Random(5)
        self._gone: dict[Path, bytes] = {}

    def _plan(self) -> tuple[Path, Path]:
        """A plan and the file that it was received as."""
        path = self._random.choice(sorted(self._folder.rglob("*.md")))
        parts = path.relative_to(self._folder).with_suffix("").parts
        return path, self._folder / "sources" / f"may-tao-{'-'.join(parts)}.txt"

    def reword(self, old: str = "trước ngày", new: str = "từ ngày") -> None:
        path, source = self._plan()
        plan, received = path.read_text("utf-8"), source.read_text("utf-8")
        assert received.count(old) == plan.count(old) > 0
        now = received.replace(old, new)
        plan = plan.replace(old, new).replace(digest(received.encode()), digest(now.encode()))
        path.write_text(plan, encoding="utf-8")
        source.write_text(now, encoding="utf-8")

    def pass_work_on(self) -> None:
        self.reword("Sở Tư pháp", "Sở Xây dựng")

    def take_away(self) -> None:
        for path in self._plan():
            self._gone[path] = path.read_bytes()
            path.unlink()

    def put_back(self) -> None:
        for path, data in self._gone.items():
            path.write_bytes(data)

    def forget_an_act(self) -> None:
        path = self._folder / "registers" / "acts.csv"
        lines = path.read_text("utf-8").splitlines()
        lines.pop(self._random.randrange(1, len(lines)))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def explain(self) -> None:
        plan = self._plan()[0].relative_to(self._folder).with_suffix("").as_posix()
        entry = f"terms:\n- {{term: UBND, meaning: Ủy ban nhân dân, source: {{plan: {plan}}}}}\n"
        (self._folder / "registers" / "glossary.yml").write_text(entry, encoding="utf-8")


@pytest.fixture
def folder(root, tmp_path) -> Path:
    write_made_corpus(root, tmp_path / "corpus", PLANS)
    return tmp_path / "corpus"


@dataclass(frozen=True)
class Made:
    """A thing as it was made once."""

    given: str
    readings: tuple[Reading, ...]
    answer: bytes
    made: object

    def is_good(self, given: str, answers: Answers) -> bool:
        """Whether it would be taken over."""
        return self.given == given and answers.to(self.readings) == self.answer


def _make_all(build: SiteBuild) -> Iterator[tuple[str, Made]]:
    answers = Answers(build.seen(), KINDS)
    for name, given, make in _things(build):
        watch = Watch(answers)
        made = make(watch)
        yield name, Made(given, watch.readings, answers.to(watch.readings), made)


def _things(build: SiteBuild) -> Iterator[tuple[str, str, Callable[[Watch | None], object]]]:
    """Id and digest of each page and each group of files that can be kept, and how it is made."""
    for page in build.pages():
        if page.seen:
            yield page.id, page.digest, page.write
    seen = build.seen()
    for files in build.files_about():
        yield (
            files.id,
            files.digest,
            lambda watch, one=files: list(one.make(watch.view() if watch else seen, *one.given)),
        )


def test_a_thing_of_which_nothing_that_was_read_has_changed_is_the_same_made_anew(folder):
    """Over a series of edits, after each of which some things are found unchanged; and under watch all is as without."""
    editor = Editor(folder)
    rounds = [[editor.reword], [editor.pass_work_on, editor.forget_an_act], [editor.take_away, editor.explain]]
    build = SiteBuild.prepare(folder)
    known = dict(_make_all(build))
    assert [name for name, _, make in _things(build) if make(None) != known[name].made] == []
    for edits in (*rounds, [editor.put_back]):
        for edit in edits:
            edit()
        build = SiteBuild.prepare(folder, build)
        answers = Answers(build.seen(), KINDS)
        now = dict(_make_all(build))
        same = [name for name in now.keys() & known if known[name].is_good(now[name].given, answers)]
        assert len(same) > 20
        assert [name for name in same if known[name].made != now[name].made] == []
        known |= now


@pytest.mark.site
def test_a_site_made_over_the_one_before_is_that_of_a_clean_build(folder, tmp_path):
    """After an edit, and after somebody has changed or lost files of the site that stands."""
    site, clean = tmp_path / "site", tmp_path / "clean"

    def build() -> dict[str, object]:
        build_site(SiteBuild.prepare(folder), site, say=lambda _: None)
        return list_files(site)

    build()
    Editor(folder).reword()
    write_site(SiteBuild.prepare(folder), clean)
    assert build() == list_files(clean)
    pages = sorted(site.glob("co-quan/*/*/index.html"))
    pages[0].write_text("x", encoding="utf-8")
    shutil.rmtree(pages[1].parent)
    assert build() == list_files(clean)
    assert (site / MANIFEST).read_bytes() == (clean / MANIFEST).read_bytes()
