"""An address that was published has its page or file, or one line that says where it leads; the check names the others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.build import SiteBuild
from corpus.check.kept_addresses import PUBLISHED, REDIRECTS, check_addresses
from corpus.data.kept_files import keep_moved_files
from corpus.manifest import read_manifest
from corpus.read.corpus_files import read_corpus

PLAN = "ke-hoach/hai-phong/2021/45-kh-ubnd/"


@pytest.fixture
def project(corpus_root, tmp_path) -> Path:
    return shutil.copytree(corpus_root, tmp_path / "project")


@pytest.fixture(scope="module")
def pages(corpus_root, overview, checked) -> frozenset[str]:
    """Addresses of the pages and files that the corpus has, whatever leads to them."""
    return SiteBuild(corpus_root, overview, checked, ()).addresses()


def problems(project: Path, pages: frozenset[str]) -> list[str]:
    return [str(problem) for problem in check_addresses(read_corpus(project), project, pages)]


def redirect(project: Path, *pairs: tuple[str, str]) -> None:
    lines = [f"  - old: {old}\n    new: {new}\n" for old, new in pairs]
    (project / REDIRECTS).write_text("redirects:\n" + "".join(lines), encoding="utf-8")


def test_the_addresses_that_the_check_expects_are_those_of_the_site(root, site, corpus_root, overview):
    expected = SiteBuild.prepare(corpus_root).addresses() | {old for old, _ in overview.corpus.redirects}
    expected |= {
        old + path.name
        for old, new in overview.corpus.moved_pages
        for path in (site / new).glob("*.[!h]*")
        if path.suffix != ".md"
    }
    written = (
        path.relative_to(root / "content").with_suffix("").as_posix() for path in (root / "content").rglob("*.md")
    )
    assert read_manifest(site).addresses == expected | {f"{name}/".removesuffix("index/") for name in written}


def test_an_address_that_is_gone_without_a_redirect_is_named(project, pages):
    (project / PUBLISHED).write_text(f"/\n{PLAN}\nke-hoach/hai-phong/2020/mat/\nvan-ban/\n", encoding="utf-8")
    must = "trang hay tệp đã công bố phải còn, hoặc có dòng chuyển hướng trong " + REDIRECTS
    home = [f"{PUBLISHED}:3: {must}: 'ke-hoach/hai-phong/2020/mat/'"]
    assert problems(project, pages) == home
    redirect(project, ("ke-hoach/hai-phong/2020/mat/", PLAN))
    assert problems(project, pages) == []


def test_a_file_that_is_gone_is_named_unless_it_or_its_page_has_moved(project, pages):
    calendar = min(one for one in pages if one.endswith("lich.ics"))
    page = calendar.removesuffix("lich.ics")
    (project / PUBLISHED).write_text(f"{calendar}\na/lich.ics\nb/c.xlsx\na/x.csv\n", encoding="utf-8")
    gone = [str(one.line) for one in check_addresses(read_corpus(project), project, pages)]
    assert gone == ["2", "3", "4"]
    redirect(project, ("a/", page), ("b/c.xlsx", f"{page}nhiem-vu.xlsx"))
    assert [one.line for one in check_addresses(read_corpus(project), project, pages)] == [4]
    redirect(project, ("a/", page), ("a/x.csv", calendar), ("b/c.xlsx", page))
    musts = {one.must for one in check_addresses(read_corpus(project), project, pages)}
    assert musts == {"trang chỉ chuyển tới trang, tệp chỉ chuyển tới tệp cùng loại"}


def test_a_moved_file_lies_at_its_old_address_too(tmp_path):
    for name in ("moi/index.html", "moi/lich.ics", "moi/index.html.md", "cu/index.html", "d/b.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    keep_moved_files(tmp_path, [("cu/", "moi/"), ("e/f/a.csv", "d/b.csv")])
    found = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*.*")}
    kept = {"cu/index.html": "cu/index.html", "cu/lich.ics": "moi/lich.ics", "e/f/a.csv": "d/b.csv"}
    assert {name: found[name] for name in kept} == kept


def test_a_redirect_leads_from_no_page_to_one(project, pages):
    redirect(project, (PLAN, "van-ban/"), ("a/", "b/"), ("c/", PLAN), ("c/", "van-ban/"), ("d/", "c/"))
    assert problems(project, pages) == [
        f"{REDIRECTS}:2: địa chỉ cũ không được là địa chỉ của một trang hay tệp đang có: '{PLAN}'",
        f"{REDIRECTS}:4: địa chỉ mới phải là một trang hay tệp đang có (không qua chuyển hướng khác): 'b/'",
        f"{REDIRECTS}:8: mỗi địa chỉ cũ chỉ ghi một lần: 'c/'",
        f"{REDIRECTS}:10: địa chỉ mới phải là một trang hay tệp đang có (không qua chuyển hướng khác): 'c/'",
    ]


def test_an_old_address_shows_where_it_leads(site, overview):
    assert overview.corpus.redirects
    for old, new in overview.corpus.redirects:
        page = (site / old / "index.html").read_text("utf-8")
        assert 'http-equiv="refresh"' in page and (site / new / "index.html").is_file()
