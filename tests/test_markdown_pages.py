"""The Markdown beside the pages, and ``llms.txt``, read again by a library for CommonMark."""

from __future__ import annotations

import html
import re

import lxml.html
import pytest
from built_site import read_site
from hypothesis import example, given
from hypothesis import strategies as st
from marko.ext.gfm import gfm

from corpus.data.llms import llms_txt
from corpus.data.markdown_pages import agency_markdown, directive_markdown, plan_markdown
from corpus.data.markdown_text import words
from corpus.overview.publication import Publication
from corpus.pages.as_markdown import page_markdown
from corpus.read.history import History


def read(text: str):
    return lxml.html.document_fromstring(gfm(text) or "<p></p>")


def shown(text: str) -> str:
    """What a reader of the Markdown sees, without blanks."""
    return re.sub(r"\s+", "", read(text).text_content())


def test_a_plan_says_its_words_to_the_letter_and_in_order(overview):
    for here in overview.plans:
        text = shown("\n\n".join(plan_markdown(here.plan, overview)))
        position = 0
        for clause in here.plan.walk():
            if clause.kind != "table" and clause.text:
                sought = re.sub(r"\s+", "", clause.text)
                position = text.index(sought, position)
        for row in here.plan.rows:
            for cell in row.printed:
                assert re.sub(r"\s+", "", cell.text) in text, (row.anchor, cell.field)


def test_every_paragraph_of_a_plan_leads_to_its_place(site, overview):
    pages = read_site(site).pages
    for here in overview.plans:
        anchors = pages[f"{here.plan.url}index.html"].anchors
        tree = read((site / here.plan.url / "index.html.md").read_text("utf-8"))
        places = [link.get("href") for link in tree.iter("a") if link.text == "¶"]
        assert len(places) > 50 and {place.removeprefix("./#") for place in places} <= anchors


def test_every_plan_act_and_body_with_work_has_its_markdown_and_its_links_lead_somewhere(site, overview):
    urls = [here.plan.url for here in overview.plans] + [entry.url for entry in overview.directives.values()]
    for url in [*urls, *(f"co-quan/{body}/" for body in overview.work.bodies)]:
        path = site / url / "index.html.md"
        tree = read(path.read_text("utf-8"))
        assert len(tree.findall(".//h1")) == 1, url
        for link in tree.iter("a"):
            if link.text == link.get("href"):
                continue  # an address that the plan prints
            target = (path.parent / link.get("href").partition("#")[0]).resolve()
            assert target.is_file() or (target / "index.html").is_file(), (url, link.get("href"))


def test_every_page_that_repeats_no_other_has_its_markdown_and_names_it(site):
    """Lists, calendars, folders and pages written by hand: one title, and links that lead somewhere."""
    pages = read_site(site).pages
    made = 0
    for name, page in pages.items():
        path = site / f"{name}.md"
        copies = [link.target for link in page.links if link.tag == "link" and link.target.endswith(".md")]
        assert copies == (["index.html.md"] if path.is_file() else []), name
        if not path.is_file() or name.startswith(("ke-hoach/", "van-ban/", "co-quan/")) and name.count("/") > 2:
            continue
        tree = read(path.read_text("utf-8"))
        assert len(tree.findall(".//h1")) == 1, name
        for link in tree.iter("a"):
            target = link.get("href").partition("#")[0].partition("?")[0]
            found = (path.parent / target).resolve()
            assert "://" in target or target.startswith("mailto:") or found.exists(), (name, target)
        made += 1
    assert made > 40


def test_no_word_of_a_page_is_read_as_markdown():
    said = "*a* _b_ [c](d) <b> 1. # | `e`"
    tree = read(page_markdown(f"<p>x {html.escape(said)}</p><ul><li>{html.escape(said)}</li></ul>"))
    assert [re.sub(r"\s+", " ", one.text_content()).strip() for one in (*tree.iter("p"), *tree.iter("li"))] == [
        f"x {said}",
        said,
    ]


def test_llms_txt_leads_to_what_is_there(site, overview):
    tree = read((site / "llms.txt").read_text("utf-8"))
    links = [link.get("href") for link in tree.iter("a")]
    assert {f"{here.plan.url}index.html.md" for here in overview.plans} < set(links)
    inside = [link for link in links if not link.startswith("https://creativecommons.org/")]
    assert all((site / link).exists() for link in inside)
    away = llms_txt(overview, Publication(History(site, {}), "https://a.vn/cong/"))
    assert all(link.get("href").startswith("https://") for link in read(away).iter("a"))


@given(st.text(alphabet="*_`[]()<>|~#$&;!\\-+=.1aĐ :\n{}\"'", max_size=40))
@example("1. a\n- b\n# c")
@example("&amp; &#35; <b>x</b> **y** [a](b) ![c](d)")
@example("a\n===\nb\n---")
def test_words_stay_words(text):
    """No sign of a text is read as Markdown: no element but the paragraph and ends of lines, and the same words."""
    tree = read(f"x {words(text.strip())} x")
    assert {one.tag for one in tree.iter()} <= {"html", "body", "p", "br"}
    assert re.sub(r"\s+", "", tree.text_content()) == re.sub(r"\s+", "", f"x{text}x")


@pytest.mark.parametrize("text", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=== a", "    a", "| a | b |"])
def test_no_paragraph_begins_as_something_else(text):
    tree = read(words(text.strip()))
    assert [one.tag for one in tree.find("body").iter()] == ["body", "p"]


def test_what_is_left_out_is_counted(overview, monkeypatch):
    monkeypatch.setattr("corpus.data.markdown_pages.MOST_ITEMS", 2)
    monkeypatch.setattr("corpus.data.markdown_pages.MOST_PLANS", 1)
    body = max(overview.work.bodies, key=lambda one: len(overview.work.of(one).direct))
    assert f"Còn {len(overview.work.of(body).all) - 2} việc nữa" in "\n".join(agency_markdown(body, overview))
    entry = overview.directives["chinh-phu/2021/76-nq-cp"]
    assert "kế hoạch nữa" in "\n".join(directive_markdown(entry, overview))
