"""The package for a portal: whole under any path, packed and named so that servers and browsers may keep it."""

from __future__ import annotations

import gzip
import http.client
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import lxml.etree
import pytest
from built_site import read_site, read_url
from test_policy import KINDS, WATCH, use
from web_servers import BASE, PROGRAMS, URL, serve

from corpus.addresses import MEDIA_TYPES
from corpus.manifest import MANIFEST, Manifest, read_manifest, write_manifest
from corpus.policy import EMBEDDED_HEADERS, HEADERS
from corpus.publishing.address import Address, AddressError, read_address
from corpus.publishing.archive import check_names
from corpus.publishing.portal import make_portal
from corpus.publishing.published_sites import open_site
from corpus.publishing.servers import FOR_EVER, HIDDEN, REVALIDATE
from corpus.publishing.verify import verify


@pytest.fixture
def small(tmp_path: Path):
    """``small(**files)``: a tiny site made into a package; its files by name."""

    def made(name: str, base: str = "/", **changed: str) -> Path:
        files = {
            "index.html": '<link href="assets/a.css"><script src="assets/search/s.js"></script><a href="assets/">x</a>',
            "b/c/index.html": '<img src="../../assets/i/p.svg"><p title="assets/a.css">assets/a.css</p>',
            "404.html": f'<link rel="stylesheet" href="{base}assets/a.css">',
            "assets/a.css": "p { background: url(i/p.svg) }",
            "assets/i/p.svg": "<svg/>",
            "assets/search/s.js": "1",
            "assets/search/data/1.js": "2",
        } | changed
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text, encoding="utf-8")
        write_manifest(tmp_path / name, Manifest())
        make_portal(tmp_path / name, Address(base))
        return tmp_path / name

    return made


def kept(package: Path) -> tuple[str, str]:
    """Names of the folder of assets and of that of the search."""
    (assets,), (search,) = package.glob("assets-*"), package.glob("assets/search-*")
    return assets.name, search.name


def test_assets_are_named_by_their_content(small):
    first = small("first", base="/x/")
    assets, search = kept(first)
    assert (first / "index.html").read_text() == (
        f'<link href="{assets}/a.css"><script src="assets/{search}/s.js"></script><a href="assets/">x</a>'
    )
    assert (first / "b/c/index.html").read_text() == (
        f'<img src="../../{assets}/i/p.svg"><p title="assets/a.css">assets/a.css</p>'
    )
    assert f'"/x/{assets}/a.css"' in (first / "404.html").read_text()
    assert (first / "assets" / search / "data/1.js").read_text() == "2"
    assert kept(small("same")) == (assets, search)
    assert kept(small("other-data", **{"assets/search/data/1.js": "3"}))[0] == assets
    assert kept(small("other-data-2", **{"assets/search/data/1.js": "3"}))[1] != search
    assert kept(small("other-style", **{"assets/a.css": "p { }"}))[0] != assets
    assert kept(small("other-style-2", **{"assets/a.css": "p { }"}))[1] == search


def test_a_package_lists_all_it_holds_and_holds_it(portal):
    verdict = verify(open_site(str(portal)))
    assert verdict.problems == () and verdict.manifest
    check_names(verdict.manifest.files)  # IIS runs on Windows
    assert (verdict.manifest.kind, verdict.manifest.address) == ("portal", URL)
    assert {
        ".htaccess",
        "web.config",
        "may-chu/nginx.conf",
        "may-chu/_headers",
        "robots.txt",
    } <= verdict.manifest.files.keys()


def test_everything_that_a_page_loads_or_leads_to_is_in_the_package(portal):
    site = read_site(portal)
    assert len(site.pages) > 100
    for page in site.pages.values():
        for link in page.links:
            if not link.leaves:
                assert site.landing(page, link.target), (page.path, link.target)
        assert not [link for link in page.links if "assets/" in link.target and "assets/search-" not in link.target]


def test_every_kind_of_file_has_its_type(portal):
    endings = {name.rpartition(".")[2] for name in read_manifest(portal).files if name.rpartition("/")[2] not in HIDDEN}
    assert endings - MEDIA_TYPES.keys() <= {"conf", "may-chu/_headers", "may-chu/_redirects"}


def test_packed_copies_hold_the_file_beside_them(portal):
    copies = sorted(portal.rglob("*.gz"))
    assert len(copies) > 300 and portal / f"{MANIFEST}.gz" in copies
    for copy in copies:
        data = copy.with_suffix("").read_bytes()
        assert gzip.decompress(copy.read_bytes()) == data, copy
        assert brotli.decompress(copy.with_suffix(".br").read_bytes()) == data, copy


def test_pages_of_a_known_address_say_it(portal):
    url = "van-ban/chinh-phu/2021/76-nq-cp/"
    assert read_url(portal, url).find("link", rel="canonical")["href"] == URL + url
    assert f"Sitemap: {URL}sitemap.xml" in (portal / "robots.txt").read_text()
    assert f"<loc>{URL}sitemap-1.xml</loc>" in (portal / "sitemap.xml").read_text()


@pytest.mark.parametrize(
    ("base", "url", "address"),
    [
        (None, None, Address("/")),
        ("ke-hoach", None, Address("/ke-hoach/")),
        ("/a/b/", None, Address("/a/b/")),
        (None, "https://vi-du.vn", Address("/", "https://vi-du.vn/")),
        ("/a", "https://vi-du.vn/a", Address("/a/", "https://vi-du.vn/a/")),
    ],
)
def test_an_address_is_a_path_or_whole(base, url, address):
    assert read_address(base, url) == address


@pytest.mark.parametrize(
    ("base", "url"),
    [("/kế/", None), ("/a//b/", None), ("/a;b", None), ("/../x", None), ('/a"b/', None), ("/a b/", None)]
    + [
        ("/b", "https://x.vn/a/"),
        (None, "ftp://x.vn/"),
        (None, "x.vn/a"),
        (None, "https://x.vn/?a"),
        (None, "https://u@x/"),
    ],
)
def test_an_address_that_no_server_has_is_refused(base, url):
    with pytest.raises(AddressError):
        read_address(base, url)


def test_hosts_that_read_a_list_of_moved_pages_have_one(portal, overview):
    lines = (portal / "may-chu/_redirects").read_text("utf-8").splitlines()
    assert lines == [f"{BASE}{old} {BASE}{new} 301" for old, new in overview.corpus.redirects]


def test_settings_of_iis_are_what_it_takes_and_say_the_same(portal, root):
    schema = lxml.etree.XMLSchema(file=str(root / "tests/golden/servers/web_config.xsd"))
    paths = sorted(portal.rglob("web.config"))
    assert len(paths) == 4
    for path in paths:
        schema.assertValid(lxml.etree.parse(str(path)))
    text = (portal / "web.config").read_text("utf-8")
    for wrong in (
        text.replace('errorMode="Custom"', 'errorMode="Own"'),
        text.replace('statusCode="404" path', "path"),
        text.replace("<customHeaders>", '<customHeaders>\n<add name="Referrer-Policy" value="x" />'),
        text.replace('<mimeMap fileExtension=".css"', '<mimeMap fileExtension=".html"'),
        text.replace("<httpProtocol>", "<httpProtocol><headers />"),
    ):
        assert wrong != text and not schema.validate(lxml.etree.fromstring(wrong.encode()).getroottree())
    (own,) = ET.parse(portal / "web.config").iter("customHeaders")
    assert {one.get("name"): one.get("value") for one in own.iter("add")} == HEADERS
    (embedded,) = ET.parse(portal / "nhung/web.config").iter("customHeaders")
    assert {one.get("name"): one.get("value") for one in embedded.iter("add")} == EMBEDDED_HEADERS
    (error,) = ET.parse(portal / "web.config").iter("error")
    assert error.get("path") == f"{BASE}404.html"
    known = {one.get("fileExtension") for one in ET.parse(portal / "web.config").iter("mimeMap")}
    listed = {name.rpartition("/")[2] for name in read_manifest(portal).files} - HIDDEN
    endings = {f".{name.rpartition('.')[2] if '.' in name else ''}" for name in listed}
    assert endings <= known, "IIS gives no file whose ending it does not know"


def test_lists_of_headers_forbid_frames_everywhere_but_of_pieces(portal):
    """What several rules say of one file adds up, as hosts that read such lists do."""
    rules = [block.split("\n") for block in (portal / "may-chu/_headers").read_text().strip().split("\n\n")]

    def said(path: str) -> list[str]:
        found = []
        for pattern, *lines in rules:
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                found += [line.strip() for line in lines]
        return found

    for page in sorted(read_manifest(portal).pages):
        policies = [one for one in said(BASE + page) if one.startswith("Content-Security-Policy")]
        assert any(one.endswith("frame-ancestors 'self'") for one in policies) == (not page.startswith("nhung/")), page
        assert [one for one in said(BASE + page) if one.startswith("Cache-Control")] == [f"Cache-Control: {REVALIDATE}"]
    assert f"Cache-Control: {FOR_EVER}" in said(f"{BASE}{kept(portal)[0]}/site.css")


@pytest.fixture(scope="module", params=sorted(PROGRAMS))
def address(request, portal, process):
    """Address of the package on a real server, with the settings it brings."""
    with serve(request.param, portal, BASE) as running:
        yield running


def ask(address: str, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    parts = urlsplit(address)
    link = http.client.HTTPConnection(parts.netloc, timeout=20)
    link.request("GET", parts.path + path, headers={"Accept-Encoding": "identity", **headers})
    answer = link.getresponse()
    return answer.status, answer.headers, answer.read()


def test_servers_give_the_package_as_it_is(address):
    assert verify(open_site(address)).problems == ()


def test_servers_say_policy_kind_and_how_long_to_keep(address, portal):
    assets, search = kept(portal)
    for path, cache, kind in (
        ("", REVALIDATE, "text/html; charset=utf-8"),
        ("du-lieu/toan-bo.ics", REVALIDATE, "text/calendar; charset=utf-8"),
        ("du-lieu/toan-bo.atom", REVALIDATE, "application/atom+xml; charset=utf-8"),
        (f"{assets}/site.css", FOR_EVER, "text/css; charset=utf-8"),
        (f"assets/{search}/search.js", FOR_EVER, "text/javascript; charset=utf-8"),
    ):
        status, headers, _ = ask(address, path)
        assert (status, headers["Cache-Control"], headers["Content-Type"]) == (200, cache, kind), path
        assert {name: headers[name] for name in HEADERS} == HEADERS
        assert len(headers.get_all("Content-Security-Policy")) == len(headers.get_all("Cache-Control")) == 1


def test_servers_give_packed_copies_and_revalidate(address, portal):
    page = (portal / "ke-hoach/index.html").read_bytes()
    for coding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        status, headers, body = ask(address, "ke-hoach/", **{"Accept-Encoding": coding})
        assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, coding, "Accept-Encoding")
        assert headers["Content-Type"] == "text/html; charset=utf-8" and unpack(body) == page
        again = ask(address, "ke-hoach/", **{"Accept-Encoding": coding, "If-None-Match": headers["ETag"]})
        assert (again[0], again[2]) == (304, b"")


def test_servers_show_our_page_where_nothing_is_and_keep_their_settings(address):
    for path in ("khong-co", "van-ban/a/b/c/d/e/f/g/h/i/", "khong-co.html", "nhung/khong-co/"):
        status, headers, body = ask(address, path)
        assert (
            status == 404 and "Không tìm thấy trang".encode() in body and f'action="{BASE}tim-kiem/"'.encode() in body
        )
        assert "Content-Security-Policy" in headers
    for hidden in HIDDEN - ({"web.config"} if ask(address, "")[1]["Server"].startswith("Apache") else set()):
        assert ask(address, hidden)[0] in (403, 404)
    status, headers, _ = ask(address, "van-ban")
    assert status == 301 and headers["Location"].endswith(f"{BASE}van-ban/")


def test_servers_lead_from_a_moved_page_and_the_files_beside_it_to_where_they_are_now(address, overview):
    for old, new in overview.corpus.redirects:
        for beside in ("", "index.html.md"):
            status, headers, _ = ask(address, old + beside)
            assert (status, urlsplit(headers["Location"]).path) == (301, f"{BASE}{new}{beside}")
            assert ask(address, new + beside)[0] == 200
        status, _, body = ask(address, f"{old}index.html")
        assert status == 200 and b'http-equiv="refresh"' in body
        assert ask(address, f"{old}a/b")[0] == 404


def test_chromium_has_nothing_to_say_on_any_kind_of_page(address, chromium):
    """No breach of the policy, no message of any sort, no request to another host; nothing that fails to load."""
    context = chromium.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text))
    page.on("request", lambda asked: None if asked.url.startswith(address) else found.append(asked.url))
    page.on("response", lambda came: found.append(f"{came.status} {came.url}") if came.status >= 400 else None)
    few = 8 if ask(address, "")[1]["Server"].startswith("Apache") else 1  # the pages are the same on every server
    pieces = ["nhung/co-quan/hai-phong/so-noi-vu/", "nhung/sap-den-han/", "nhung/ke-hoach/hai-phong/2021/45-kh-ubnd/"]
    for url in [*KINDS[::few], *pieces]:
        page.goto(address + url)
        if url in KINDS:
            use(page)
        page.wait_for_load_state("networkidle")
        found += page.evaluate("window.broken")
        assert (url, found) == (url, [])
    context.close()


def test_the_page_of_errors_is_styled_at_any_depth_and_searches(address, chromium):
    page = chromium.new_page()
    for wrong in ("khong-co", "a/b/c/d/e/f/g/h/i/j/k.html"):
        page.goto(address + wrong)
        assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
        page.fill("#q", "cải cách")
        page.press("#q", "Enter")
        page.wait_for_url(f"{address}tim-kiem/?q=*")
        page.wait_for_selector("article mark")
    page.close()


def test_the_command_makes_a_signed_package_and_refuses_a_wrong_address(command, tmp_path):
    done = command("portal", "--base", "/a b/", "--output", tmp_path / "p")
    assert done.returncode == 1 and "/a b/" in done.stderr and not (tmp_path / "p").exists()


def test_the_manifest_of_a_package_keeps_what_it_was_built_from(portal, site):
    ours, theirs = read_manifest(portal), read_manifest(site)
    assert (ours.commit, ours.plans, ours.inputs) == (theirs.commit, theirs.plans, theirs.inputs)
    assert json.loads((portal / MANIFEST).read_text("utf-8"))["counts"]["files"] == len(ours.files)
