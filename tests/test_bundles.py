"""Bundles for use without a network: they hold what they say, lead nowhere that is not there, and open by double click."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import lxml.html
import pytest
from built_site import read_site, squeeze
from marionette import firefox

from corpus.manifest import Manifest, read_manifest
from corpus.publishing.archive import LONGEST, README, BundleError, BundleFacts, check_names, write_bundle
from corpus.publishing.bundles import of_agency, whole_site
from corpus.publishing.published_sites import open_site
from corpus.publishing.verify import verify

BODY, PLAN = "hai-phong/so-noi-vu", "hai-phong/2021/45-kh-ubnd"
URL = "https://example.gov.vn/ke-hoach/"


def unzip(archive: Path) -> Path:
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(archive.parent)
    return archive.with_suffix("")


@pytest.fixture(scope="session")
def agency_bundle(shared, site, overview) -> Path:
    """The bundle of one body, unzipped; the address of the site is not known."""

    def make(folder: Path) -> None:
        about = BundleFacts("việc của Sở Nội vụ", read_manifest(site))
        folder.mkdir()
        write_bundle(folder / "so-noi-vu.zip", of_agency(overview, site, BODY, about), about)
        unzip(folder / "so-noi-vu.zip")

    return shared("agency-bundle", make) / "so-noi-vu"


@pytest.fixture(scope="session")
def whole_bundle(shared, site) -> Path:
    def make(folder: Path) -> None:
        about = BundleFacts("toàn bộ trang", read_manifest(site))
        folder.mkdir()
        write_bundle(folder / "ke-hoach-mo.zip", whole_site(site, about), about)
        unzip(folder / "ke-hoach-mo.zip")

    return shared("whole-bundle", make) / "ke-hoach-mo"


@pytest.fixture(params=["agency_bundle", "whole_bundle"])
def bundle(request, site) -> Path:
    return request.getfixturevalue(request.param)


def test_a_bundle_holds_what_its_manifest_says(bundle, site):
    verdict = verify(open_site(str(bundle.with_suffix(".zip"))))
    assert verdict.problems == () and verdict.manifest
    assert (verdict.manifest.kind, verdict.manifest.inputs) == ("bundle", read_manifest(site).inputs)
    note = (bundle / README).read_text("utf-8-sig")
    assert verdict.manifest.title in note and "Theo bản dựng ngày" in note and "bản hiện hành" in note


def test_no_link_of_a_bundle_is_dead_and_none_leads_to_a_folder(bundle):
    found = read_site(bundle)
    assert len(found.pages) > 50
    for page in found.pages.values():
        for link in page.links:
            if not link.leaves:
                assert found.landing(page, link.target), (page.path, link.target)
                assert not link.target.partition("#")[0].partition("?")[0].endswith(("/", "..")), (
                    page.path,
                    link.target,
                )


def test_every_page_of_a_bundle_says_what_it_is_of(bundle):
    for path in bundle.rglob("*.html"):
        assert 'class="bundle-note"' in path.read_text("utf-8"), path


def test_the_bundle_of_a_body_holds_its_plans_and_acts_and_no_others(agency_bundle, overview):
    pages = read_site(agency_bundle).pages
    plans = set(overview.work.of(BODY).plans)
    assert {"index.html", f"co-quan/{BODY}/index.html", "tim-kiem/index.html"} <= pages.keys()
    for plan in overview.corpus.plans:
        assert (f"ke-hoach/{plan.id}/index.html" in pages) == (plan.id in plans)
    cited = {one.directive for here in overview.plans if here.plan.id in plans for one in here.citations} - {None}
    acts = {path for path in pages if path.startswith("van-ban/") and "/trang-" not in path}
    assert acts == {f"van-ban/{act}/index.html" for act in cited}
    assert (agency_bundle / "co-quan" / BODY / "nhiem-vu.xlsx").is_file()


def test_its_pages_say_what_those_of_the_site_say(agency_bundle, site):
    """Only links change: the words are those of the site, and the note of the bundle."""
    for name in (f"co-quan/{BODY}/index.html", f"ke-hoach/{PLAN}/index.html"):
        ours, theirs = (lxml.html.parse(str(folder / name)).getroot() for folder in (agency_bundle, site))
        (ours,), (theirs,) = ours.xpath("//article"), theirs.xpath("//article")
        assert squeeze(ours.text_content()) == squeeze(theirs.text_content())


def test_what_is_not_there_leads_to_the_site_where_that_is_known(overview, site):
    about = BundleFacts("x", read_manifest(site).model_copy(update={"address": URL}))
    name = f"ke-hoach/{PLAN}/index.html"
    ours = next(data.decode() for found, data in of_agency(overview, site, BODY, about) if found == name)
    theirs = read_site(site).pages[name].links
    bodies = {link.target.partition("co-quan/")[2] for link in theirs if "co-quan/hai-phong/" in link.target} - {
        f"{BODY}/"
    }
    assert bodies and all(f'href="{URL}co-quan/{body}"' in ours for body in bodies)


@pytest.mark.parametrize(
    "names",
    [["con.txt"], ["a/AUX/b"], ["a/nul"], ["lpt1.html"], ["a?b"], ["a:b"], ["a/b."], ["a /b"], ["a\\b"], ["A/b", "a/b"]]
    + [["x" * (LONGEST + 1)], ["a\x07"]],
)
def test_a_name_that_windows_refuses_makes_no_bundle(names, tmp_path):
    with pytest.raises(BundleError, match="Windows"):
        write_bundle(tmp_path / "x.zip", [(name, b"") for name in names], BundleFacts("x", Manifest()))


def test_names_that_windows_takes_are_taken():
    check_names(["con-so/a.html", "auxiliary.txt", ".htaccess", "a.b/c", "com10.txt", "x" * LONGEST])


def test_the_same_site_gives_the_same_bundle(tmp_path):
    """Whenever its files were written, and in whatever order."""
    archives = [tmp_path / f"of-{name}" / "site.zip" for name in "ab"]
    for archive, order in zip(archives, (1, -1), strict=True):
        folder = tmp_path / f"site-{order}"
        for number, page in enumerate(["index.html", "van-ban/index.html", "assets/site.css"][::order]):
            file = folder / page
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"<p>{page}</p>")
            os.utime(file, (number * 10**8, number * 10**8))
        about = BundleFacts("x", Manifest())
        assert write_bundle(archive, whole_site(folder, about), about) == 5
    assert archives[0].read_bytes() == archives[1].read_bytes()


def test_the_command_writes_each_kind_and_says_what_it_does_not_know(command, site, corpus_root, tmp_path):
    given = ("--site", site, "--root", corpus_root, "--output", tmp_path)
    assert command("bundle", *given, "--plan", PLAN).returncode == 0
    assert (tmp_path / "ke-hoach" / f"{PLAN.replace('/', '-')}.html").is_file()
    wrong = command("bundle", *given, "--agency", "khong/co")
    assert wrong.returncode == 1 and "khong/co" in wrong.stderr
    assert "make site" in command("bundle", "--site", tmp_path).stderr


def test_a_plan_in_one_file_has_its_words_and_loads_nothing(command, site, corpus_root, tmp_path, chromium):
    command("bundle", "--site", site, "--root", corpus_root, "--output", tmp_path, "--plan", PLAN, "--url", URL)
    (path,) = (tmp_path / "ke-hoach").iterdir()
    root = lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()
    assert not root.xpath("//script | //img | //link | //iframe | //*[@src]")
    assert all(link.startswith((URL, "#", "http")) for link in root.xpath("//a/@href"))
    whole = lxml.html.parse(
        str(site / "ke-hoach" / PLAN / "index.html"), lxml.html.HTMLParser(encoding="utf-8")
    ).getroot()
    clauses = [squeeze(one.text_content()) for one in whole.xpath("//p[contains(@class, 'clause ')]")]
    ours = squeeze(root.text_content())
    assert len(clauses) > 20 and all(clause in ours for clause in clauses)
    page = chromium.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    assert (asked, said) == ([path.as_uri()], [])
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "768px"
    page.close()


def test_chromium_opens_a_bundle_without_a_network_and_searches_just_that(agency_bundle, chromium):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith("file://") else said.append(asked.url))
    page.goto((agency_bundle / "index.html").as_uri())
    page.click(f"article a[href='co-quan/{BODY}/index.html']")
    page.wait_for_selector("article .works")
    page.fill("header input[type=search]", "tuyên truyền")
    page.press("header input[type=search]", "Enter")
    page.wait_for_selector("#trang-tim-kiem[data-done] #ket-qua > li")
    links = page.eval_on_selector_all("#ket-qua a[href]", "(all) => all.map((one) => one.href)")
    assert links and all(Path(re.sub("^file://|[?#].*", "", link)).is_file() for link in links)
    assert said == []
    context.close()


def test_firefox_opens_a_bundle_and_searches(agency_bundle, tmp_path):
    with firefox(tmp_path / "profile") as browser:
        browser.open((agency_bundle / "index.html").as_uri())
        browser.wait_for("document.querySelector('article h1')")
        browser.open((agency_bundle / "tim-kiem/index.html").as_uri() + "?q=so%20noi%20vu")
        browser.wait_for("document.querySelector('#trang-tim-kiem[data-done] #ket-qua > li')")
