"""The search of the built site, as people use it: online, from file://, in Chromium and in Firefox."""

from __future__ import annotations

import zipfile
from urllib.parse import quote

import pytest
import yaml
from built_site import wait_until
from marionette import firefox

from corpus.manifest import read_manifest
from corpus.publishing.archive import BundleFacts, write_bundle
from corpus.publishing.bundles import whole_site

ASK = (
    "async (query) => (await keHoachMo.tim(query)).results.map((one) => one.name ? one.name.u : one.hit.record.o[0][0])"
)
SAMPLE = 12  # queries asked again where every query would take long


@pytest.fixture(scope="module")
def queries(root):
    """The labelled queries that may be looked at; those held out are for ``scripts/measure_search.py``."""
    labelled = yaml.safe_load((root / "tests/golden/queries.yml").read_text(encoding="utf-8"))["queries"]
    return [query for query in labelled if query["part"] == "tune"]


@pytest.fixture
def page(chromium):
    """A page that must neither err nor ask another host."""
    page = chromium.new_page(viewport={"width": 1200, "height": 900})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    page.on(
        "request",
        lambda request: request.url.startswith(("http://127.0.0.1", "file:", "data:")) or wrong.append(request.url),
    )
    yield page
    page.close()
    assert wrong == []


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    """The first page of the archive, unzipped."""
    folder = tmp_path_factory.mktemp("usb")
    about = BundleFacts("toàn bộ trang", read_manifest(site))
    write_bundle(folder / "ke-hoach-mo.zip", whole_site(site, about), about)
    with zipfile.ZipFile(folder / "ke-hoach-mo.zip") as archive:
        archive.extractall(folder)
    return folder / "ke-hoach-mo"


def search_page(page, root: str, query: str) -> list[str]:
    page.goto(f"{root}tim-kiem/index.html?q={quote(query)}")
    page.wait_for_selector("#trang-tim-kiem[data-done]")
    return page.eval_on_selector_all(
        "#ket-qua > li", "(items) => items.map((item) => item.querySelector('a').getAttribute('href'))"
    )


def test_labelled_queries_find_what_they_should(page, server, queries):
    page.goto(f"{server}tim-kiem/")
    ranks = []
    for query in queries:
        found = page.evaluate(ASK, query["query"])
        ranks.append(next((at for at, url in enumerate(found, 1) if url in query["expect"]), None))
    assert sum(rank == 1 for rank in ranks) / len(ranks) >= 0.95
    assert sum(rank is not None and rank <= 3 for rank in ranks) / len(ranks) >= 0.99


def test_results_are_items_of_a_list_and_lead_to_the_marked_clause(page, server):
    found = search_page(page, server, "bang ron khau hieu")
    assert len(found) > 3
    page.click("#ket-qua > li:first-child a")
    page.wait_for_selector("mark.found")
    assert "băng rôn, khẩu hiệu" in page.eval_on_selector("mark.found >> xpath=..", "(block) => block.textContent")
    assert page.evaluate("document.getElementById(location.hash.slice(1)).querySelector('mark.found') !== null")


def test_what_was_understood_is_said(page, server):
    search_page(page, server, "76 nq cp 2021")
    assert "Đang tìm: Nghị quyết số 76/NQ-CP ngày 15/7/2021" in page.inner_text("#tim-duoc")


def test_each_kind_of_result_is_named(page, server):
    search_page(page, server, "sở nội vụ")
    assert page.inner_text("#ket-qua > li:first-child .search-sort") == "Cơ quan"
    assert {"Trách nhiệm", "Nhiệm vụ"} & set(page.locator("#ket-qua .search-sort").all_inner_texts())


def test_facets_narrow_the_results_to_what_they_count(page, server):
    search_page(page, server, "tuyên truyền")
    for facet in ("nam", "loai", "cap", "ban-hanh"):
        option = page.locator(f"select[name={facet}] option").nth(1)
        value, text = option.get_attribute("value"), option.inner_text()
        page.select_option(f"select[name={facet}]", value)
        count = int(text.rsplit("(", 1)[1].rstrip(")"))
        wait_until(page, f"document.querySelector('#tim-duoc').textContent.includes('Có {count} kết quả')")
        page.select_option(f"select[name={facet}]", "")


def test_what_is_chosen_stands_in_the_address_survives_back_and_keeps_the_focus(page, server):
    search_page(page, server, "cải cách hành chính")
    value = page.locator("select[name=nam] option").nth(1).get_attribute("value")
    page.focus("select[name=nam]")
    page.select_option("select[name=nam]", value)
    page.wait_for_url(f"**nam={value}*")
    wait_until(page, "document.activeElement.name === 'nam'")
    page.click("#xem-them")
    page.wait_for_url("**hien=40*")
    wait_until(page, "document.querySelectorAll('#ket-qua > li').length > 20")
    status, count = page.inner_text("#tim-duoc"), page.locator("#ket-qua > li").count()
    page.click("#ket-qua > li:first-child a")
    page.wait_for_url("**/ke-hoach/**")
    page.go_back()
    page.wait_for_selector("#trang-tim-kiem[data-done]")
    assert page.input_value("select[name=nam]") == value
    assert page.inner_text("#tim-duoc") == status
    assert page.locator("#ket-qua > li").count() == count
    page.select_option("select[name=nam]", "")
    wait_until(page, "!/nam=|hien=/.test(location.search)")


def test_when_the_last_results_are_shown_the_focus_goes_to_the_first_of_them(page, server):
    first = search_page(page, server, "báo chí")
    while page.locator("#xem-them").is_visible():
        before = page.locator("#ket-qua > li").count()
        page.click("#xem-them")
        wait_until(page, f"document.querySelectorAll('#ket-qua > li').length > {before}")
    assert before >= len(first)
    link = f"#ket-qua > li:nth-child({before + 1}) a"
    wait_until(page, f"document.activeElement === document.querySelector('{link}')")


def test_more_results_come_on_demand(page, server):
    first = search_page(page, server, "cải cách hành chính")
    page.click("#xem-them")
    wait_until(page, f"document.querySelectorAll('#ket-qua > li').length > {len(first)}")


def test_nothing_found_gives_suggestions(page, server):
    assert search_page(page, server, "xyzxyz qwrt") == []
    assert "Không có kết quả" in page.inner_text("#tim-duoc")
    assert page.locator(".search-suggestions a").count() >= 2


def test_a_slip_is_mended_and_said(page, server):
    assert search_page(page, server, "facebok")
    assert "facebook" in page.inner_text("#tim-duoc")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("trách nhiệmm", "“nhiệm” thay cho “nhiệmm”"),
        ("quyeets 362", "“quyết” thay cho “quyeets”"),
        ("trách nhiệm 9999", "Không thấy “9999”"),
        ("trách nhiệm đảng xvii", "Không thấy “xvii”"),
        ("ubnd p. chí linh", "Ủy ban nhân dân phường Chí Linh"),
    ],
)
def test_what_is_read_otherwise_or_left_out_is_said(page, server, query, said):
    assert search_page(page, server, query)
    assert said in page.inner_text("#tim-duoc")


def test_no_body_is_named_where_many_bear_the_name(page, server, corpus):
    search_page(page, server, "ubnd báo cáo")
    said = page.inner_text(".search-understood")
    own = [body.name for body in corpus.agencies if body.name != "Ủy ban nhân dân"]
    assert not [name for name in own if name in said]


def test_a_suggestion_is_written_as_it_was_typed(page, server):
    assert search_page(page, server, "báo xyzxyz") == []
    assert "Tìm “báo”" in page.inner_text(".search-suggestions")


@pytest.mark.parametrize("address", ["?tu-khoa=x#%", "?tu-khoa=x#%E0%A4", "?tu-khoa=%#ii-1"])
def test_a_broken_address_is_borne(page, server, address):
    page.goto(f"{server}ke-hoach/hai-phong/2021/45-kh-ubnd/{address}")
    wait_until(page, "!!window.keHoachMo?.tim")
    page.evaluate("keHoachMo.tim('x')")


def test_headings_and_clauses_are_copied_without_their_controls(page, server):
    page.goto(f"{server}ke-hoach/hai-phong/2021/45-kh-ubnd/")
    page.wait_for_selector(".clause-cite", state="attached")
    selected = """(selector) => {
      const block = document.querySelector(selector);
      getSelection().selectAllChildren(block);
      return [getSelection().toString().trim(), block.textContent.trim()];
    }"""
    for selector in ("article h2[data-cite]", "article .clause"):
        copied, whole = page.evaluate(selected, selector)
        assert copied and "#" not in copied and "“”" not in copied
        assert copied.split()[:3] == whole.replace("#", " ").split()[:3]


def test_the_same_sentence_is_one_result_with_its_other_places(page, server):
    found = search_page(page, server, "Lồng ghép việc tuyên truyền cải cách hành chính nhà nước với việc phổ biến")
    assert "còn có ở" in page.inner_text("#ket-qua")
    assert len(found) == len(set(found))


def test_the_box_is_a_combobox_for_the_keyboard(page, server):
    page.goto(server)
    box = page.locator(".search-box input")
    box.fill("so noi vu")
    page.wait_for_selector(".search-box [role=option]")
    assert (box.get_attribute("role"), box.get_attribute("aria-expanded")) == ("combobox", "true")
    assert "gợi ý" in page.inner_text(".search-box .search-status")
    box.press("ArrowDown")
    chosen = page.locator(".search-box [aria-selected=true]")
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert page.locator(".search-box .search-panel").is_hidden()
    box.press("ArrowDown")
    page.wait_for_selector(".search-box .search-panel:not([hidden])")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/co-quan/hai-phong/so-noi-vu/")


def test_recent_queries_are_offered_until_they_are_switched_off(page, server):
    search_page(page, server, "sở nội vụ")
    search_page(page, server, "đường dây nóng")
    page.goto(server)
    page.focus(".search-box input")
    page.wait_for_selector(".search-box [role=option]")
    assert page.locator(".search-box [role=option]").all_inner_texts() == ["đường dây nóng", "sở nội vụ"]
    page.press(".search-box input", "ArrowDown")
    page.press(".search-box input", "Enter")
    page.wait_for_selector("#trang-tim-kiem[data-done]")
    page.uncheck("#nho-loi-tim")
    search_page(page, server, "thủ tục hành chính")
    page.goto(server)
    page.focus(".search-box input")
    page.wait_for_selector(".search-box [role=combobox]")
    assert page.locator(".search-box .search-panel").is_hidden()


def test_enter_opens_the_page_of_results(page, server):
    page.goto(server)
    page.fill(".search-box input", "đường dây nóng")
    page.press(".search-box input", "Enter")
    page.wait_for_selector("#trang-tim-kiem[data-done]")
    assert page.locator("#ket-qua > li").count() > 0


def test_a_phone_shows_box_and_results_without_scrolling_sideways(page, server):
    page.set_viewport_size({"width": 360, "height": 740})
    search_page(page, server, "TTHC")
    page.fill(".search-box input", "nghị quyết 76")
    page.wait_for_selector(".search-box [role=option]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [320, 360])
def test_the_name_of_the_site_is_whole_beside_the_box(page, server, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(server)
    name = page.locator(".md-header__title .md-ellipsis").first
    assert name.evaluate("(name) => name.scrollWidth <= name.clientWidth")
    assert page.locator(".search-box input").bounding_box()["width"] >= 48


def test_a_query_loads_only_the_chunks_it_needs(page, server, site):
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    search_page(page, server, "76/NQ-CP")
    texts = [url for url in asked if "/van/" in url]
    indexes = [url for url in asked if "/tu/" in url]
    data = site / "assets/search/du-lieu"
    assert 0 < len(texts) < len(list(data.glob("phan/*/van/*.js"))) / 2
    assert 0 < len(indexes) < len(list(data.glob("phan/*/tu/*.js")))


def test_without_scripts_the_alphabetical_index_does_the_job(chromium, server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}tim-kiem/")
    page.click("noscript a")
    page.click("ul.letters a >> text=/^S$/")
    page.click("ul.index a >> text=Sở Nội vụ")
    assert page.url.endswith("/co-quan/hai-phong/so-noi-vu/")
    context.close()


def test_from_file_in_chromium_the_same_results_in_the_same_order(page, server, unpacked, queries):
    sample = [query["query"] for query in queries[:: len(queries) // SAMPLE]]
    online = {}
    page.goto(f"{server}tim-kiem/")
    for query in sample:
        online[query] = page.evaluate(ASK, query)
    page.goto(f"{unpacked.as_uri()}/tim-kiem/index.html")
    assert {query: page.evaluate(ASK, query) for query in sample} == online
    assert all(online.values())


def test_from_file_in_chromium_people_find_their_way(page, unpacked):
    page.goto(f"{unpacked.as_uri()}/index.html")
    page.fill(".search-box input", "so noi vu")
    page.wait_for_selector(".search-box [role=option]")
    page.click(".search-box [role=option] a")
    page.wait_for_url("**/so-noi-vu/index.html")
    search_page(page, f"{unpacked.as_uri()}/", "đường dây nóng")
    page.click("#ket-qua > li:first-child a")
    page.wait_for_selector("mark.found")


def test_from_file_in_firefox_the_same_results_in_the_same_order(page, server, unpacked, queries, tmp_path):
    sample = [query["query"] for query in queries[:: len(queries) // SAMPLE]]
    online = {query: [address(link, server) for link in search_page(page, server, query)] for query in sample}
    root, found = f"{unpacked.as_uri()}/", {}
    with firefox(tmp_path / "profile") as browser:
        for query in sample:
            browser.open(f"{root}tim-kiem/index.html?q={quote(query)}")
            browser.wait_for("document.querySelector('#trang-tim-kiem').dataset.done")
            links = browser.run(
                "return [...document.querySelectorAll('#ket-qua > li')].map((item) => item.querySelector('a').href)"
            )
            found[query] = [address(link, root) for link in links]
    assert found == online
    assert all(online.values())


def address(link: str, root: str) -> str:
    """A result's address relative to the root of the site, however the site is opened."""
    return link.removeprefix(root).replace("index.html", "")


def test_investment_typed_without_marks_finds_investment(server, chromium):
    page = chromium.new_page()
    page.goto(f"{server}tim-kiem/?q=dau+tu")
    page.locator("#ket-qua > li").nth(4).wait_for()
    assert all("đầu tư" in text.lower() for text in page.locator("#ket-qua > li").all_inner_texts()[:5])
    page.close()


def test_the_text_of_one_plan_is_searched_on_its_page(page, server):
    page.goto(f"{server}ke-hoach/hai-phong/2025/362-qd-ubnd/")
    page.wait_for_selector("#tim-trong-ke-hoach:not([hidden])")
    status, field = "#tim-trong-ke-hoach [role=status]", "#tim-trong"
    page.fill(field, "Sở Nội vụ")
    page.press(field, "Enter")
    wait_until(page, "!!document.querySelector('.found-here')")
    assert "Sở Nội vụ" in page.inner_text(".found-here") and page.inner_text(status).startswith("Đoạn 1 trên ")
    first = page.inner_text(".found-here")
    page.press(field, "Enter")
    wait_until(page, "document.querySelector('#tim-trong-ke-hoach [role=status]').textContent.startsWith('Đoạn 2')")
    assert page.inner_text(".found-here") != first
    page.fill(field, "khong co chu nay")
    page.press(field, "Enter")
    wait_until(page, "!document.querySelector('.plan-text mark.found')")
    assert "Không có đoạn nào" in page.inner_text(status)
