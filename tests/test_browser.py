"""The built site in Debian's Chromium, as a reader on a desktop and on a 360-pixel phone meets it."""

from __future__ import annotations

import pytest

SCREENS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
PLAN = "ke-hoach/duong-kinh/2023/khong-so-kh-ubnd/"


@pytest.fixture(params=SCREENS)
def page(request, chromium, server):
    """A page that fails the test for any console error and any request to another host."""
    context = chromium.new_context(viewport=SCREENS[request.param], has_touch=request.param == "phone")
    context.set_default_timeout(8000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(server) or request.url.startswith("data:") else faults.append(request.url)
        ),
    )
    yield page
    context.close()
    assert faults == []


def fits(page) -> bool:
    """No page scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ke-hoach/",
        PLAN,
        f"{PLAN}so-do/",
        "so-do/",
        "do-day-du/",
        "van-ban/",
        "van-ban/chinh-phu/2021/76-nq-cp/",
        "co-quan/",
        "nhiem-vu/",
        "ghi-chu-bien-tap/",
        "gioi-thieu/",
        "du-lieu/",
    ],
)
def test_pages_fit_the_screen(page, server, url):
    page.goto(server + url)
    assert fits(page), page.evaluate("document.documentElement.scrollWidth")


def test_from_home_to_a_plan_to_the_directive_it_cites_and_back_to_the_clause(page, server):
    page.goto(server)
    page.locator(".doors a", has_text="kế hoạch").click()
    page.locator(f'article a[href$="{PLAN.removeprefix("ke-hoach/")}"]').first.click()
    page.locator('.plan-text a.directive[href*="chinh-phu/2021/76-nq-cp"]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/chinh-phu/2021/76-nq-cp/")
    assert "76/NQ-CP" in page.locator("h1").inner_text()
    page.locator(f'article a[href*="{PLAN.removeprefix("ke-hoach/")}#"]').first.click()
    page.wait_for_url("**/khong-so-kh-ubnd/#*")
    assert page.locator(":target").is_visible()


def test_from_a_clause_to_the_agency_and_its_task(page, server):
    page.goto(server + PLAN)
    page.locator("table.annex a.agency", has_text="Phòng Văn hóa và Thông tin").first.click()
    page.wait_for_url("**/co-quan/duong-kinh/**")
    assert "Phòng Văn hóa và Thông tin" in page.locator("h1").inner_text()
    page.locator(f'article a[href*="{PLAN}#phu-luc-1"]').first.click()
    page.wait_for_url("**#phu-luc-1")
    assert page.locator("#phu-luc-1").is_visible()


def test_a_link_to_a_directive_describes_it_on_keyboard_focus(page, server):
    page.goto(server + PLAN)
    page.keyboard.press("Tab")
    link = page.locator(".plan-text a.directive[aria-describedby]").first
    link.focus()
    described = page.locator(f"#{link.get_attribute('aria-describedby')}")
    assert page.locator(".card").is_visible()
    assert page.locator(".card").inner_text() == described.inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".card").is_hidden()


@pytest.mark.parametrize("kind", ["agency", "term"])
def test_a_body_and_an_abbreviation_say_who_and_what_they_are(page, server, kind):
    page.goto(server + PLAN)
    page.keyboard.press("Tab")
    link = page.locator(f".plan-text a.{kind}").first
    link.focus()
    described = page.locator(f"#{link.get_attribute('aria-describedby')}")
    assert page.locator(".card").text_content() == described.text_content() != ""
    page.keyboard.press("Escape")
    assert page.locator(".card").is_hidden()


def test_the_controls_of_a_clause_stand_beside_its_text(page, server):
    page.goto(server + PLAN)
    clause = page.locator(".plan-text .clause.marked").first
    clause.click(position={"x": 4, "y": 4})
    text, control = clause.bounding_box(), clause.locator(".clause-cite").bounding_box()
    assert control["x"] + control["width"] <= text["x"] or control["y"] >= text["y"] + text["height"]


def test_a_note_opens_on_click_and_says_what_stands_there(page, server):
    page.goto(server + PLAN)
    mark = page.locator(".plan-text .note-ref[aria-describedby]").first
    mark.click()
    assert page.locator(".card").is_visible()
    assert page.locator(".card q").first.inner_text() in page.locator(".plan-text").inner_text()


def test_copying_a_link_and_an_official_citation(page, server):
    page.goto(server + "ke-hoach/hai-phong/2021/45-kh-ubnd/")
    clause = page.locator("#ii-1-e")
    clause.click(position={"x": 4, "y": 4})
    clause.locator(".clause-cite").click()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "điểm e khoản 1 Mục II Kế hoạch số 45/KH-UBND ngày 03/3/2021 của Ủy ban nhân dân thành phố Hải Phòng"
    )
    clause.locator(".clause-link").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/45-kh-ubnd/#ii-1-e")
    assert page.locator(".said").is_visible()


def test_the_received_file_can_be_downloaded(page, server):
    page.goto(server + PLAN)
    if (facts := page.locator("details.facts > summary")).is_visible():
        facts.click()  # on a phone they are folded
    with page.expect_download() as download:
        page.locator("dl.summary a[download][href*='nguon/']").click()
    assert download.value.suggested_filename == "2023-duong-kinh.txt"
