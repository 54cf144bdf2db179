"""The built site holds together: every link and anchor leads somewhere, under any path, and to no other host."""

from __future__ import annotations

from collections import Counter
from urllib.parse import unquote, urlsplit

import pytest
from built_site import BuiltSite, read_site, read_url, squeeze

# What a browser fetches by itself; addresses of the outside world that pages name as sources are only links.
LOADED = ("link", "script", "img", "source")


@pytest.fixture(scope="session")
def built(site) -> BuiltSite:
    return read_site(site)


def test_every_link_and_anchor_leads_somewhere(built):
    broken = []
    for page in built.pages.values():
        for link in page.links:
            if link.leaves:
                continue
            file, fragment = built.landing(page, link.target), unquote(urlsplit(link.target).fragment)
            if file is None:
                broken.append(f"{page.path}: {link.target}")
            elif fragment and link.tag == "a" and file in built.pages and fragment not in built.pages[file].anchors:
                broken.append(f"{page.path}: {link.target} (no such anchor)")
    assert broken == []


def test_links_are_relative_and_nothing_is_loaded_from_elsewhere(built):
    absolute = [
        f"{page.path}: {link.target}"
        for page in built.pages.values()
        for link in page.links
        if link.target.startswith("/") or (link.tag in LOADED and urlsplit(link.target).scheme in ("http", "https"))
    ]
    assert absolute == []


def test_every_page_names_its_language_and_has_one_main_heading(built):
    assert {page.path: page.language for page in built.pages.values() if page.language != "vi"} == {}
    assert {page.path: page.main_headings for page in built.pages.values() if page.main_headings != 1} == {}


def test_ids_are_unique_on_each_page(built):
    for page in built.pages.values():
        repeated = sorted(name for name, times in Counter(page.ids).items() if times > 1)
        assert not repeated, f"{page.path}: {repeated}"


def test_every_plan_directive_and_agency_has_its_page(site, overview):
    expected = [here.plan.url for here in overview.plans]
    expected += [entry.url for entry in overview.directives.values()]
    expected += [f"co-quan/{body}/" for body in overview.corpus.agency]
    assert [url for url in expected if not (site / url / "index.html").is_file()] == []


def test_every_clause_stands_on_its_plan_page_with_its_words(site, overview):
    for here in overview.plans:
        page = read_url(site, here.plan.url)
        for passage in here.plan.passages:
            element = page.find(id=passage.anchor)
            assert element is not None, f"{here.plan.id}#{passage.anchor}"
            assert squeeze(passage.text) in squeeze(element.get_text()), f"{here.plan.id}#{passage.anchor}"


def test_received_files_can_be_downloaded_unchanged(site, corpus_root, overview):
    for here in overview.plans:
        name = here.plan.meta.source.file
        assert (site / "nguon" / name).read_bytes() == (corpus_root / "plans" / "sources" / name).read_bytes()


def test_cutting_the_end_off_an_address_leads_to_a_list(site):
    sections = [site / name for name in ("ke-hoach", "van-ban", "co-quan")]
    folders = {folder for section in sections for page in section.rglob("index.html") for folder in page.parent.parents}
    inside = [folder for folder in folders if any(section in (folder, *folder.parents) for section in sections)]
    assert [folder for folder in sorted(inside) if not (folder / "index.html").is_file()] == []


def test_every_plan_has_its_picture_and_its_page_leads_there(site, overview):
    for here in overview.plans:
        page = read_url(site, here.plan.url)
        assert page.select('article a[href="so-do/"]'), here.plan.id
        assert (site / here.plan.url / "so-do" / "index.html").is_file()
