"""Made-up plans: the same numbers give the same plans, they hold as real ones do, and nothing built of them hides it."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from corpus.build import SiteBuild
from corpus.evaluation.made.composing import MARK
from corpus.evaluation.made.project import NOTICE, NotApart, write_made_corpus
from corpus.read.file_places import NOTICE_FILE
from corpus.vocabulary import Tier


@pytest.fixture(scope="module")
def folder(root, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "corpus"
    assert write_made_corpus(root, folder, 30) == 30
    return folder


@pytest.fixture(scope="module")
def build(folder) -> SiteBuild:
    """Thirty plans without an error, or this raises."""
    return SiteBuild.prepare(folder)


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(root, folder, tmp_path):
    write_made_corpus(root, tmp_path / "same", 30)
    write_made_corpus(root, tmp_path / "other", 30, seed=1)
    assert _bytes(folder) == _bytes(tmp_path / "same")
    assert not _bytes(folder).keys() <= _bytes(tmp_path / "other").keys()


def test_fewer_plans_of_as_many_provinces_are_the_first_ones_of_more(root, folder, tmp_path):
    write_made_corpus(root, tmp_path / "few", 7)
    few = {path: text for path, text in _bytes(tmp_path / "few").items() if "registers" not in path}
    assert len(few) == 14 and few.items() <= _bytes(folder).items()


def test_plans_are_of_all_levels_and_years_and_as_long_as_real_ones(build, corpus):
    plans = build.overview.corpus.plans
    assert {plan.meta.level for plan in plans} == {Tier.CITY, Tier.DISTRICT, Tier.WARD}
    assert all(plan.meta.issued.year <= 2025 for plan in plans if plan.meta.level == Tier.DISTRICT)
    assert len({plan.meta.year for plan in plans}) == 10
    real = median(map(_words, corpus.plans))
    assert 0.7 * real < median(map(_words, plans)) < 1.5 * real


def test_plans_share_directives_and_cite_those_of_their_province(build):
    places = {plan.id: plan.meta.place for plan in build.overview.corpus.plans}
    citing = {
        act: {places[one.plan] for one in found}
        for act, found in build.overview.citations_of.items()
        if act is not None
    }
    shared = [act for act, found in citing.items() if len(found) > 1]
    assert any(act.startswith(("chinh-phu/", "quoc-hoi/")) for act in shared)
    assert any(act.startswith("uy-ban-nhan-dan-") for act in shared)


def test_a_plan_carries_over_most_of_the_one_before_it(build):
    overview = build.overview
    followed = {plan: before for plan, before in overview.previous.items() if before}
    assert len(followed) >= 20
    for plan, before in followed.items():
        own, old = (_sentences(overview.corpus.plan[one]) for one in (plan, before.id))
        assert 0 < len(own & old) < len(own)


def test_tasks_stand_in_tables_with_groups_and_in_the_text(build):
    tasks = [task for record in build.overview.plans for task in record.tasks]
    assert any(task.groups for task in tasks)
    assert any(task.anchor.startswith("iii-") for task in tasks)
    assert all(record.tasks for record in build.overview.plans)


def test_errors_are_there_as_in_real_plans(build):
    said = " ".join(problem.must for problem in build.warnings)
    assert "Đánh số" in said and "bắt đầu hoạt động" in said
    assert any(not task.when or not task.when.text for record in build.overview.plans for task in record.tasks)


@pytest.mark.parametrize("below", ["", "plans", "plans/registers", "plans/moi"])
def test_the_real_corpus_is_refused(root, below):
    before = sorted(path for path in (root / "plans").rglob("*"))
    with pytest.raises(NotApart):
        write_made_corpus(root, root / below, 1)
    assert sorted(path for path in (root / "plans").rglob("*")) == before


def test_a_folder_that_holds_something_is_refused(root, tmp_path, command):
    (tmp_path / "note.txt").write_text("mine", "utf-8")
    done = command("synthesise", "1", str(tmp_path))
    assert done.returncode == 1 and "must be empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_every_page_made_of_them_says_so(build):
    pages = list(build.pages())
    assert len(pages) > 100
    for page in pages[:: len(pages) // 60]:
        assert NOTICE in page.write().html.splitlines()[0], page.url
        assert NOTICE in page.write().markdown
    assert all(MARK in plan.meta.recipients[-1] for plan in build.overview.corpus.plans)


def test_every_file_of_html_of_their_site_says_so(root, tmp_path_factory, site_of):
    folder = tmp_path_factory.mktemp("few") / "corpus"
    write_made_corpus(root, folder, 2)
    site = site_of(folder)
    silent = [path for path in site.rglob("*.html") if NOTICE not in path.read_text("utf-8")]
    assert len(list(site.rglob("*.html"))) > 50 and silent == []


def test_a_notice_of_several_lines_is_refused(root, tmp_path):
    write_made_corpus(root, tmp_path, 1)
    notice = tmp_path / "plans/registers" / NOTICE_FILE
    notice.write_text("một\nhai\n", "utf-8")
    with pytest.raises(Exception, match=f"{NOTICE_FILE}:1: phải là một dòng chữ"):
        SiteBuild.prepare(tmp_path)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _words(plan) -> int:
    return sum(len(passage.text.split()) for passage in plan.passages)


def _sentences(plan) -> set[str]:
    """What its clauses say but for their years."""
    return {clause.text.replace(str(plan.meta.year), "") for clause in plan.walk() if clause.kind == "point"}
