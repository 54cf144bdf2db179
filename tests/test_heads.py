"""What pages tell programs, read again by a library of linked data, and the map of the site."""

from __future__ import annotations

import json
from functools import cache

import lxml.etree
import lxml.html
import pytest
from built_site import read_site
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from pyld import jsonld

from corpus.addresses import legal_identifier
from corpus.pages.about import About, Alternate, SiteAddress
from corpus.pages.head import head_html
from corpus.pages.page import Content
from corpus.pages.sitemap import write_sitemaps

SCHEMA_ORG = "https://schema.org/"
PLAN = "ke-hoach/hai-phong/2021/45-kh-ubnd/"
AGENCY = "co-quan/hai-phong/so-thong-tin-va-truyen-thong/"
DIRECTIVE = "van-ban/chinh-phu/2021/76-nq-cp/"


def vocabulary(url: str, options: dict) -> dict:
    """The context of schema.org as far as the pages use it, without the network."""
    assert url == "https://schema.org"
    addresses = {name: {"@type": "@id"} for name in ("contentUrl", "license", "url")}
    return {"document": {"@context": {"@vocab": SCHEMA_ORG, **addresses}}, "documentUrl": url, "contextUrl": None}


@cache
def head(site, url: str):
    return lxml.html.parse(str(site / url / "index.html")).getroot().find("head")


def thing(site, url: str) -> dict:
    """What a page is about, as a program for linked data understands it at the page's address."""
    (script,) = head(site, url).xpath("script[@type='application/ld+json']")
    options = {"documentLoader": vocabulary, "base": f"https://a.vn/cong/{url}"}
    (found,) = jsonld.expand(json.loads(script.text), options)
    return found


def value(found: dict, name: str):
    (one,) = found[SCHEMA_ORG + name]
    return one.get("@value") or one


def facts(site, url: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in head(site, url).xpath("meta[starts-with(@name, 'dcterms.')]"):
        found.setdefault(one.get("name").removeprefix("dcterms."), []).append(one.get("content"))
    return found


def test_a_plan_is_legislation(site):
    found = thing(site, PLAN)
    assert found["@type"] == [SCHEMA_ORG + "Legislation"] and found["@id"] == f"https://a.vn/cong/{PLAN}"
    assert value(found, "legislationIdentifier") == "/eli/vn/uy-ban-nhan-dan-hai-phong/2021/45-kh-ubnd"
    assert value(found, "legislationDate") == "2021-03-03"
    issuer = value(found, "legislationPassedBy")
    assert issuer["@type"] == [SCHEMA_ORG + "GovernmentOrganization"]
    assert issuer["@id"] == "https://a.vn/cong/co-quan/hai-phong/uy-ban-nhan-dan/"
    files = [one[SCHEMA_ORG + "contentUrl"][0]["@id"] for one in found[SCHEMA_ORG + "encoding"]]
    beside = [f"https://a.vn/cong/{PLAN}{name}" for name in ("akoma-ntoso.xml", "index.html.md")]
    assert files == [*beside, "https://a.vn/cong/nguon/2021-hai-phong.txt"]


def test_an_act_an_agency_and_the_data_are_what_they_are(site):
    act = thing(site, DIRECTIVE)
    assert act["@type"] == [SCHEMA_ORG + "Legislation"]
    assert value(act, "legislationIdentifier") == "/eli/vn/chinh-phu/2021/76-nq-cp"
    agency = thing(site, AGENCY)
    assert agency["@type"] == [SCHEMA_ORG + "GovernmentOrganization"]
    assert value(agency, "dissolutionDate") == "2025-02-28"
    data = thing(site, "du-lieu/")
    assert data["@type"] == [SCHEMA_ORG + "Dataset"]
    assert data[SCHEMA_ORG + "license"][0]["@id"].startswith("https://creativecommons.org/")
    files = {one[SCHEMA_ORG + "contentUrl"][0]["@id"] for one in data[SCHEMA_ORG + "distribution"]}
    assert "https://a.vn/cong/data/ke-hoach-mo.sqlite" in files and "https://a.vn/cong/data/clauses.parquet" in files


def test_a_party_committee_is_no_government_organisation(site, overview):
    party = next(body for body in overview.corpus.agencies if body.level == "party")
    assert thing(site, f"co-quan/{party.id}/")["@type"] == [SCHEMA_ORG + "Organization"]


def test_a_plan_has_the_terms_of_dublin_core(site):
    found = facts(site, PLAN)
    assert found["title"] == ["Tuyên truyền cải cách hành chính nhà nước thành phố Hải Phòng năm 2021"]
    assert found["creator"] == ["Ủy ban nhân dân thành phố Hải Phòng"]
    assert found["date"] == ["2021-03-03"] and found["language"] == ["vi"]
    assert found["identifier"] == ["/eli/vn/uy-ban-nhan-dan-hai-phong/2021/45-kh-ubnd", "45/KH-UBND"]


def test_what_is_not_known_is_not_said(site):
    undated = "ke-hoach/duong-kinh/2023/khong-so-kh-ubnd/"
    assert "date" not in facts(site, undated)
    assert SCHEMA_ORG + "legislationDate" not in thing(site, undated)


def test_every_page_of_a_plan_an_act_or_an_agency_describes_its_own_thing(site, overview):
    urls = [here.plan.url for here in overview.plans] + [f"co-quan/{body}/" for body in overview.work.bodies]
    said = [head(site, url).xpath("string(meta[@name='description']/@content)") for url in urls]
    assert all(said) and len(set(said)) == len(said)
    for entry in overview.directives.values():  # two acts that are cited by name alone may have one name
        assert entry.name in head(site, entry.url).xpath("string(meta[@name='description']/@content)")


def test_every_feed_and_file_beside_a_page_is_named_in_its_head(site, overview):
    built, named = read_site(site), set()
    for page in built.pages.values():
        named |= {built.landing(page, link.target) for link in page.links if link.tag == "link"}
    beside = {
        name
        for name in built.files
        if name.endswith((".atom", ".ics", ".xlsx", ".parquet", ".sqlite", "akoma-ntoso.xml", ".md"))
        and not name.startswith(tuple(old for old, _ in overview.corpus.moved_pages))
    }
    assert beside and beside <= named


@pytest.mark.parametrize("site_url", ["https://a.vn/cong", "https://a.vn/cong/"])
def test_addresses_are_whole_where_the_address_of_the_site_is_known(site_url):
    about = About("x", (), {"@id": SiteAddress("a/b/")}, (Alternate("a/b/c.ics", "Lịch"),))
    html = head_html(Content("T", Markup(""), about=about), "a/b/", site_url)
    assert (
        '"@id":"https://a.vn/cong/a/b/"' in html and '<meta property="og:url" content="https://a.vn/cong/a/b/">' in html
    )
    assert 'href="c.ics"' in html  # a link is followed from the page, wherever that lies
    html = head_html(Content("T", Markup(""), about=about), "a/b/", None)
    assert "og:url" not in html and '"@id":"./"' in html


@given(st.text(alphabet="<>&\"'/!-\\scriptđ\u2028\n ", max_size=30))
def test_no_text_ends_the_block_of_data_or_an_attribute(text):
    about = About(text, (("title", text),), {"name": text})
    html = str(head_html(Content(text, Markup(""), about=about), "a/", None))
    tree = lxml.html.document_fromstring(f"<head>{html}</head>")
    (script,) = tree.iter("script")
    assert json.loads(script.text)["name"] == text and script.tail is None
    assert {one.tag for one in tree.iter()} <= {"html", "head", "meta", "link", "script"}
    assert not {"<", ">", "&", "\u2028"} & set(script.text)


def test_a_card_is_named_by_its_whole_address_or_not_at_all():
    about = About("x", has_card=True)
    html = str(head_html(Content("Kế hoạch", Markup(""), about=about), "a/b/", "https://a.vn/cong"))
    assert '<meta property="og:image" content="https://a.vn/cong/a/b/the.png">' in html
    assert '<meta property="og:image:width" content="1200">' in html and "summary_large_image" in html
    assert "og:image" not in head_html(Content("Kế hoạch", Markup(""), about=about), "a/b/", None)


def test_the_map_of_a_large_site_comes_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus.pages.sitemap.MOST_IN_PART", 3)
    write_sitemaps(tmp_path, "https://a.vn/cong", [f"van-ban/{number}/" for number in range(7)] + [""])
    index = lxml.etree.parse(str(tmp_path / "sitemap.xml"))
    parts = [one.text for one in index.iter("{*}loc")]
    assert parts == [f"https://a.vn/cong/sitemap-{number}.xml" for number in (1, 2, 3)]
    found = []
    for part in parts:
        tree = lxml.etree.parse(str(tmp_path / part.rpartition("/")[2]))
        assert lxml.etree.QName(tree.getroot()).localname == "urlset"
        found += [one.text for one in tree.iter("{*}loc")]
    assert found == ["https://a.vn/cong/"] + [f"https://a.vn/cong/van-ban/{number}/" for number in range(7)]


def test_an_identifier_holds_on_any_site():
    assert legal_identifier("chinh-phu/2021/76-nq-cp") == "/eli/vn/chinh-phu/2021/76-nq-cp"
