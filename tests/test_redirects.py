"""An address that was published has its page, or one line that says where it leads; the check names each that has not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.build import SiteBuild
from corpus.check.kept_addresses import PUBLISHED, REDIRECTS, check_addresses
from corpus.manifest import read_manifest
from corpus.read.corpus_files import read_corpus

PLAN = "ke-hoach/hai-phong/2021/45-kh-ubnd/"


@pytest.fixture
def project(corpus_root, tmp_path) -> Path:
    return shutil.copytree(corpus_root, tmp_path / "project")


@pytest.fixture(scope="module")
def pages(corpus_root, overview, checked) -> frozenset[str]:
    """Addresses of the pages that the corpus has, whatever leads to them."""
    return SiteBuild(corpus_root, overview, checked, ()).addresses()


def problems(project: Path, pages: frozenset[str]) -> list[str]:
    return [str(problem) for problem in check_addresses(read_corpus(project), project, pages)]


def redirect(project: Path, *pairs: tuple[str, str]) -> None:
    lines = [f"  - old: {old}\n    new: {new}\n" for old, new in pairs]
    (project / REDIRECTS).write_text("redirects:\n" + "".join(lines), encoding="utf-8")


def test_the_pages_that_the_check_expects_are_those_of_the_site(root, site, corpus_root, overview):
    expected = SiteBuild.prepare(corpus_root).addresses() | {old for old, _ in overview.corpus.redirects}
    written = (
        path.relative_to(root / "content").with_suffix("").as_posix() for path in (root / "content").rglob("*.md")
    )
    assert read_manifest(site).pages == expected | {f"{name}/".removesuffix("index/") for name in written}


def test_an_address_that_is_gone_without_a_redirect_is_named(project, pages):
    (project / PUBLISHED).write_text(f"/\n{PLAN}\nke-hoach/hai-phong/2020/mat/\nvan-ban/\n", encoding="utf-8")
    must = "trang đã công bố phải còn, hoặc có dòng chuyển hướng trong " + REDIRECTS
    home = [f"{PUBLISHED}:3: {must}: 'ke-hoach/hai-phong/2020/mat/'"]
    assert problems(project, pages) == home
    redirect(project, ("ke-hoach/hai-phong/2020/mat/", PLAN))
    assert problems(project, pages) == []


def test_a_redirect_leads_from_no_page_to_one(project, pages):
    redirect(project, (PLAN, "van-ban/"), ("a/", "b/"), ("c/", PLAN), ("c/", "van-ban/"), ("d/", "c/"))
    assert problems(project, pages) == [
        f"{REDIRECTS}:2: địa chỉ cũ không được là địa chỉ của một trang đang có: '{PLAN}'",
        f"{REDIRECTS}:4: địa chỉ mới phải là một trang đang có (không qua chuyển hướng khác): 'b/'",
        f"{REDIRECTS}:8: mỗi địa chỉ cũ chỉ ghi một lần: 'c/'",
        f"{REDIRECTS}:10: địa chỉ mới phải là một trang đang có (không qua chuyển hướng khác): 'c/'",
    ]


def test_an_old_address_shows_where_it_leads(site, overview):
    assert overview.corpus.redirects
    for old, new in overview.corpus.redirects:
        page = (site / old / "index.html").read_text("utf-8")
        assert 'http-equiv="refresh"' in page and (site / new / "index.html").is_file()
