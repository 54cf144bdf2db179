"""Pieces for the pages of others: light, true to the site, of their own height in a frame of another origin."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from pathlib import Path

import lxml.html
import pytest
from built_site import squeeze, wait_until
from web_servers import BASE, PROGRAMS, URL, serve

from corpus.manifest import read_manifest

PIECES = ("nhung/co-quan/hai-phong/so-noi-vu/", "nhung/sap-den-han/", "nhung/ke-hoach/hai-phong/2021/45-kh-ubnd/")
LIGHT = 60_000  # bytes of a piece


@pytest.fixture(scope="module", params=sorted(PROGRAMS))
def address(request, portal, process):
    with serve(request.param, portal, BASE) as running:
        yield running


@pytest.fixture
def host(tmp_path):
    """``host(html)``: address of a page of another origin that holds ``html``."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()

        def made(html: str) -> str:
            (tmp_path / "cong.html").write_text(
                f"<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>{html}", encoding="utf-8"
            )
            return f"http://localhost:{running.server_port}/cong.html"

        yield made
        running.shutdown()


def parse(path: Path):
    return lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()


def test_every_body_with_work_and_every_plan_has_a_light_piece(site, overview):
    wanted = {f"nhung/co-quan/{body}/" for body in overview.work.bodies}
    wanted |= {f"nhung/ke-hoach/{plan.id}/" for plan in overview.corpus.plans} | {"nhung/sap-den-han/", "nhung/"}
    assert {page for page in read_manifest(site).pages if page.startswith("nhung/")} == wanted
    assert all((site / page / "index.html").stat().st_size < LIGHT for page in wanted)


def test_a_line_of_a_piece_leads_to_its_sentence_and_says_whether_it_is_asked_for(site, overview):
    plan = overview.corpus.plan
    for body in overview.work.bodies:
        newest = overview.work.of(body).plans[0]
        rows = parse(site / f"nhung/co-quan/{body}/index.html").xpath("//li")
        assert rows
        for row in rows:
            (link,) = row.xpath(".//a")
            page, _, anchor = link.get("href").rpartition("#")
            assert page.endswith(f"ke-hoach/{newest}/")
            words = squeeze(" ".join(cell.text for cell in plan[newest].passages if cell.anchor == anchor))
            assert squeeze(link.text_content()).removesuffix(" …")[:40] in words
        asked = [one for one in overview.work.of(body).all if one.item.plan == newest and one.item.kind == "requested"]
        shown = [row for row in rows if squeeze(row.text_content()).startswith("Đề nghị")]
        assert len(shown) <= len(asked) and (bool(shown) or not asked or len(rows) == 12), body


def test_fragments_hold_no_script_and_whole_links_only(portal):
    fragments = sorted((portal / "nhung").rglob("doan.html"))
    assert len(fragments) > 20
    for path in fragments:
        text = path.read_text("utf-8")
        root = lxml.html.fragment_fromstring(text)
        assert root.tag == "section" and not root.xpath(".//script | .//style | .//@style")
        assert all(link.startswith(URL) for link in root.xpath(".//@href"))
        whole = parse(path.with_name("index.html")).xpath("//body")[0]
        for later in whole.xpath(".//p[@hidden] | .//ul[@data-coming]/li[position() > 10]"):
            later.drop_tree()  # the script of the page shows what is to come, a fragment the first of it
        assert squeeze(root.text_content()) == squeeze(whole.text_content())
        assert not root.xpath(".//@id | .//*[@hidden]")


def test_without_a_known_address_there_are_no_fragments(site):
    assert list((site / "nhung").rglob("doan.html")) == []


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_has_its_height_in_a_frame_of_another_origin(address, host, chromium, piece):
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(
        host(
            f'<iframe src="{address}{piece}" style="width:100%;border:0"></iframe><script src="{address}nhung/khung.js"></script>'
        )
    )
    wait_until(page, "document.querySelector('iframe').style.height !== ''")
    height = page.evaluate("document.querySelector('iframe').offsetHeight")
    inner = page.frames[1]
    assert inner.evaluate("document.documentElement.scrollHeight") <= height
    assert inner.evaluate("document.documentElement.scrollWidth") <= 360
    assert inner.evaluate("document.querySelector('h1').offsetHeight") > 0
    assert said == []
    page.close()


def test_a_piece_that_was_there_before_the_script_has_its_height_too(address, host, chromium):
    page = chromium.new_page()
    page.goto(host(f'<iframe src="{address}{PIECES[0]}" style="width:100%;border:0"></iframe>'))
    page.frames[1].wait_for_selector("h1")
    assert page.evaluate("document.querySelector('iframe').style.height") == ""
    page.add_script_tag(url=f"{address}nhung/khung.js")
    wait_until(page, "document.querySelector('iframe').style.height.endsWith('px')")
    page.close()


def test_other_pages_show_in_no_frame_of_another_origin(address, host, chromium):
    page = chromium.new_page()
    page.goto(host(f'<iframe src="{address}ke-hoach/"></iframe>'))
    page.wait_for_timeout(300)
    assert page.frames[1].url.startswith("chrome-error:")
    page.close()


def test_the_host_listens_to_pieces_only(address, host, chromium):
    """A message of the page itself, or of another frame, changes no height."""
    page = chromium.new_page()
    page.goto(
        host(f'<iframe id=a srcdoc="x" style="height:77px"></iframe><script src="{address}nhung/khung.js"></script>')
    )
    for message in ({"from": "ke-hoach-mo", "height": 5}, {"height": 5}, None, "x"):
        page.frames[1].evaluate(f"parent.postMessage({json.dumps(message)}, '*')")
    page.wait_for_timeout(200)
    assert page.evaluate("document.getElementById('a').style.height") == "77px"
    page.close()


def test_a_reader_chooses_a_piece_sees_it_and_copies_words_that_work(address, host, chromium):
    page = chromium.new_page()
    page.goto(f"{address}nhung/")
    page.select_option("#nhung-mau", label="Sở Nội vụ thành phố Hải Phòng")
    wait_until(page, "document.getElementById('nhung-ma').textContent.includes('so-noi-vu')")
    words = page.inner_text("#nhung-ma")
    page.frames[1].wait_for_selector("h1")
    page.goto(host(words))
    wait_until(page, "document.querySelector('iframe').style.height.endsWith('px')")
    assert page.frames[1].inner_text("h1") == "Sở Nội vụ thành phố Hải Phòng"
    page.close()


def test_only_days_still_to_come_are_shown(site, chromium, tmp_path):
    """The browser's own day counts: what has passed since the site was built is gone, ten of the rest are shown."""
    days = [f"20{year}-03-0{day}" for year in (20, 21, 98, 99) for day in range(1, 8)]
    rows = "".join(f'<li><time datetime="{day}">{day}</time> <a href="#">x</a></li>' for day in days)
    script = (site / "assets/embed/piece.js").as_uri()
    (tmp_path / "a.html").write_text(
        f'<p id="nothing" hidden>0</p><ul data-coming="10">{rows}</ul><script src="{script}"></script>'
    )
    page = chromium.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    shown = page.eval_on_selector_all("li:not([hidden]) time", "(all) => all.map((one) => one.dateTime)")
    assert shown == days[14:24] and page.is_hidden("#nothing")
    page.close()
