"""The strict Content-Security-Policy of the site: every page says it, and nothing on any of them breaks it."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from pathlib import Path

import pytest
from marionette import firefox

from corpus.policy import HEADERS, POLICY

# One page of each kind, of the frozen corpus of the tests.
KINDS = (
    [
        "",
        "ke-hoach/",
        "ke-hoach/hai-phong/",
        "ke-hoach/hai-phong/2021/45-kh-ubnd/",
        "ke-hoach/hai-phong/2018/24-kh-ubnd/",
    ]
    + ["ke-hoach/hai-phong/2018/24-kh-ubnd/doi-chieu/", "ke-hoach/hai-phong/2021/45-kh-ubnd/so-do/", "van-ban/"]
    + [
        "van-ban/chinh-phu/2021/76-nq-cp/",
        "co-quan/",
        "co-quan/hai-phong/so-noi-vu/",
        "ai-lam-gi/",
        "nhiem-vu/",
        "lich/",
    ]
    + [
        "lich/2026/",
        "so-do/",
        "do-day-du/",
        "ghi-chu-bien-tap/",
        "chu-viet-tat/",
        "tra-cuu/",
        "du-lieu/",
        "kiem-chung/",
        "nhung/",
        "gioi-thieu/",
    ]
    + [
        "huong-dan/",
        "huong-dan/cac-truong/",
        "huong-dan/quan-tri/",
        "giay-phep/",
        "tim-kiem/?q=c%E1%BA%A3i%20c%C3%A1ch",
    ]
)
# Runs before the page's own scripts and keeps what the browser reports.
WATCH = """
window.broken = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.broken.push(event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile + ":" + event.lineNumber));
"""


class _Strict(http.server.SimpleHTTPRequestHandler):
    """A server with the headers that the project ships settings for, and its page of errors."""

    def end_headers(self):
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        body = (Path(self.directory) / "cong" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def strict_server(site, tmp_path_factory):
    """Address of the site below a path, served with the policy as a header as well."""
    above = tmp_path_factory.mktemp("strict")
    (above / "cong").symlink_to(site)
    handler = functools.partial(_Strict, directory=str(above))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/cong/"
        running.shutdown()


@pytest.fixture
def watched(chromium):
    """A page of Chromium that collects every breach, error and request to another host."""
    context = chromium.new_context()
    context.set_default_timeout(15000)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    yield page
    context.close()


def breaches(page) -> list[str]:
    found = page.faults + page.evaluate("window.broken")
    page.faults = []
    return found


def use(page) -> None:
    """What readers do on any page: print it, change the ground, open what is closed."""
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.locator("[data-md-component=palette] label:visible").first.click()


def address(site: Path, url: str) -> str:
    """The file of a page, with its query."""
    path, _, query = url.partition("?")
    return (site / path / "index.html").as_uri() + (f"?{query}" if query else "")


def test_chromium_finds_no_breach_in_pages_opened_from_a_folder(site, watched):
    for url in KINDS:
        watched.goto(address(site, url))
        use(watched)
        assert (url, breaches(watched)) == (url, [])


def test_the_search_works_under_the_policy_on_a_server_and_from_a_folder(site, strict_server, watched):
    for start in (strict_server + "tim-kiem/?q=dich+vu+cong", address(site, "tim-kiem/?q=dich+vu+cong")):
        watched.goto(start)
        watched.wait_for_selector("article mark")
        assert breaches(watched) == []


def test_the_chosen_ground_is_kept_from_page_to_page(strict_server, watched):
    watched.goto(strict_server)
    before = watched.evaluate("document.body.dataset.mdColorScheme")
    watched.locator("[data-md-component=palette] label:visible").first.click()
    watched.goto(strict_server + "ke-hoach/")
    assert watched.evaluate("document.body.dataset.mdColorScheme") != before
    assert breaches(watched) == []


def test_firefox_finds_no_breach(site, strict_server, tmp_path):
    """Firefox reports what it blocked while loading to a listener only; so the policy's work is asked of the page."""
    with firefox(tmp_path / "profile") as browser:
        for start, urls in ((strict_server, KINDS), (None, KINDS[::4])):
            for url in urls:
                browser.open(start + url if start else address(site, url))
                browser.wait_for("document.readyState === 'complete'")
                browser.run(WATCH)
                state = browser.run(_STATE)
                assert state == {"scope": True, "sheets": True, "ground": True}, (url, state)
                browser.run("document.querySelector('form[role=search] input').focus()")
                browser.wait_for("typeof keHoachMo === 'object'")
                browser.run("document.querySelectorAll('[data-md-component=palette] label:not([hidden])')[0].click()")
                assert browser.run("return window.broken") == [], url
            browser.open(start + "tim-kiem/?q=dich+vu+cong" if start else address(site, "tim-kiem/?q=dich+vu+cong"))
            browser.wait_for("document.querySelector('article mark')")


# Whether everything that a page loads took effect: the theme's state, the search once it is used, the style sheet and the ground.
_STATE = """
const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
return {
  scope: typeof __md_get === "function",
  sheets: sheets.length > 0 && sheets.every((link) => link.sheet !== null),
  ground: ["default", "slate"].includes(document.body.dataset.mdColorScheme),
};
"""


def test_every_page_says_the_policy_and_holds_no_script_or_style_of_its_own(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        html = path.read_text("utf-8")
        head = html.partition("<script")[0]
        assert f'http-equiv="Content-Security-Policy" content="{POLICY.replace(chr(39), "&#39;")}"' in head, path
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)", html), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html), path


def test_the_policy_allows_nothing_inline():
    assert "unsafe-inline" not in POLICY and "'unsafe-eval'" not in POLICY and "data:" not in POLICY


def test_no_style_sheet_carries_pictures(site):
    sheets = sorted(site.rglob("*.css"))
    assert sheets
    for path in sheets:
        text = path.read_text("utf-8")
        assert "data:" not in text, path
        for target in re.findall(r"url\((icons/[^)]+)\)", text):
            assert (path.parent / target).is_file(), (path, target)


@pytest.mark.parametrize("wrong", ["khong-co", "khong-co/sau/nua/", "van-ban/khong-co/1/2/3.html"])
def test_an_address_that_is_not_there_is_styled_at_any_depth_and_leads_home(wrong, strict_server, watched):
    watched.goto(strict_server + wrong)
    assert watched.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
    watched.locator("#home").click()
    watched.wait_for_url(strict_server)


def test_without_a_known_address_there_is_no_map_of_the_site(site):
    assert not list(site.glob("sitemap*"))
