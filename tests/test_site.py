"""The built site holds together: every link and anchor leads somewhere, under any path, and to no other host."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

# Addresses of the outside world that pages may name: sources of facts, never loaded.
LINK_ATTRIBUTES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "source": "src"}
LOADED = ("link", "script", "img", "source")


@cache
def parse(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@cache
def addresses(path: Path) -> frozenset[str]:
    return frozenset(tag["id"] for tag in parse(path).find_all(id=True))


def pages(site: Path) -> list[Path]:
    return [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]


def links(page: Path):
    for tag in parse(page).find_all(list(LINK_ATTRIBUTES)):
        if (target := tag.get(LINK_ATTRIBUTES[tag.name])) is not None:
            yield tag, target


def landing(page: Path, target: str) -> Path:
    """File that a link on ``page`` leads to."""
    path = unquote(urlsplit(target).path)
    file = (page.parent / path).resolve() if path else page
    return file / "index.html" if file.is_dir() else file


def test_every_link_and_anchor_leads_somewhere(site):
    broken = []
    for page in pages(site):
        for tag, target in links(page):
            parts = urlsplit(target)
            if parts.scheme or target.startswith("//"):
                continue
            file = landing(page, target)
            if not file.is_file():
                broken.append(f"{page.relative_to(site)}: {target}")
            elif (
                parts.fragment
                and file.suffix == ".html"
                and tag.name == "a"
                and unquote(parts.fragment) not in addresses(file)
            ):
                broken.append(f"{page.relative_to(site)}: {target} (no such anchor)")
    assert broken == []


def test_links_are_relative_and_nothing_is_loaded_from_elsewhere(site):
    absolute = [
        f"{page.relative_to(site)}: {target}"
        for page in pages(site)
        for tag, target in links(page)
        if target.startswith("/") or (tag.name in LOADED and urlsplit(target).scheme in ("http", "https"))
    ]
    assert absolute == []


def test_every_page_names_its_language_and_has_one_main_heading(site):
    for page in pages(site):
        assert parse(page).html["lang"] == "vi", page
        assert len(parse(page).find_all("h1")) == 1, page


def test_ids_are_unique_on_each_page(site):
    for page in pages(site):
        ids = [tag["id"] for tag in parse(page).find_all(id=True)]
        repeated = {name for name in ids if ids.count(name) > 1}
        assert not repeated, f"{page.relative_to(site)}: {sorted(repeated)}"


def test_every_plan_directive_and_agency_has_its_page(site, overview):
    expected = [here.plan.url for here in overview.plans]
    expected += [entry.url for entry in overview.directives.values()]
    expected += [f"co-quan/{body}/" for body in overview.corpus.agency]
    assert [url for url in expected if not (site / url / "index.html").is_file()] == []


def test_every_clause_stands_on_its_plan_page_with_its_words(site, overview):
    for here in overview.plans:
        page = parse(site / here.plan.url / "index.html")
        for passage in here.plan.passages:
            element = page.find(id=passage.anchor)
            assert element is not None, f"{here.plan.id}#{passage.anchor}"
            assert squeeze(passage.text) in squeeze(element.get_text()), f"{here.plan.id}#{passage.anchor}"


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_received_files_can_be_downloaded_unchanged(site, root, overview):
    for here in overview.plans:
        name = here.plan.meta.source.file
        assert (site / "nguon" / name).read_bytes() == (root / "plans" / "sources" / name).read_bytes()


def test_building_twice_gives_the_same_bytes(site, root, tmp_path):
    import subprocess
    import sys

    again = tmp_path / "site"
    subprocess.run(
        [sys.executable, "scripts/build.py", "--site", str(again)], cwd=root, check=True, capture_output=True
    )
    different = [
        str(path.relative_to(site))
        for path in sorted(site.rglob("*"))
        if path.is_file()
        and path.suffix != ".gz"
        and path.read_bytes() != (again / path.relative_to(site)).read_bytes()
    ]
    assert different == []


@pytest.mark.parametrize("name", ["CHANGELOG.md", "README.md", "CONTRIBUTING.md", "LICENSE"])
def test_project_documents_are_there(root, name):
    assert (root / name).is_file()


def test_cutting_the_end_off_an_address_leads_to_a_list(site):
    sections = [site / name for name in ("ke-hoach", "van-ban", "co-quan")]
    folders = {folder for section in sections for page in section.rglob("index.html") for folder in page.parent.parents}
    inside = [folder for folder in folders if any(section in (folder, *folder.parents) for section in sections)]
    assert [folder for folder in sorted(inside) if not (folder / "index.html").is_file()] == []
