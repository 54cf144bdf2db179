"""The home page at a glance, the reader's own body, and older work that is folded until it is asked for."""

from __future__ import annotations

import pytest
from built_site import read_url


@pytest.fixture
def page(chromium, server):
    context = chromium.new_context()
    errors = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def test_the_newest_year_its_busiest_bodies_and_the_acts_that_most_plans_cite(site):
    home = read_url(site, "")
    assert home.select_one("#nhiem-vu-moi").get_text().startswith("Nhiệm vụ năm 2026")
    busiest = home.select_one("#nhieu-viec").find_next("li")
    assert busiest.get_text().startswith("Phòng Văn hóa - Xã hội phường Chí Linh")
    cited = home.select_one("#van-ban-chinh").find_next("li").get_text()
    assert cited.startswith("Nghị quyết số 76/NQ-CP ngày 15/7/2021") and "4 kế hoạch" in cited
    assert "Quận Dương Kinh" in home.select_one("#theo-noi").find_next("ul").get_text()


def test_a_month_leads_to_what_is_due_in_it(site):
    link = read_url(site, "").select_one('[data-month="2026-11"] a')
    assert link["href"] == "lich/2026/#thang-11" and link.get_text() == "1"
    due = read_url(site, "lich/2026/").select_one("#thang-11").find_next("ul").get_text()
    assert "phát thanh viên" in due


def test_this_month_and_the_next_are_marked_by_the_reader_s_own_clock(page, server):
    page.clock.install(time="2025-12-20T08:00:00")
    page.goto(server)
    assert page.locator(".this-month").get_attribute("data-month") == "2025-12"
    assert page.locator(".next-month").get_attribute("data-month") == "2026-1"


def test_a_body_is_remembered_in_this_browser_and_forgotten_again(page, server):
    page.goto(f"{server}co-quan/hai-phong/so-noi-vu/")
    button = page.get_by_role("button", name="Cơ quan của tôi")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.goto(server)
    mine = page.locator("#co-quan-cua-toi")
    assert mine.locator("a").inner_text() == "Sở Nội vụ thành phố Hải Phòng"
    mine.locator("a").click()
    assert page.url == f"{server}co-quan/hai-phong/so-noi-vu/"
    page.go_back()
    mine.get_by_role("button").click()
    assert mine.is_hidden() and page.locator(".my-agency-hint").is_visible()


@pytest.mark.parametrize("kept", ['{"url":"javascript:alert(1)","name":"x"}', '{"url":"//elsewhere/","name":"x"}', "{"])
def test_a_memory_that_was_tampered_with_leads_nowhere(page, server, kept):
    page.goto(server)
    page.evaluate("kept => localStorage.setItem('keHoachMo.coQuan', kept)", kept)
    page.reload()
    assert page.locator("#co-quan-cua-toi").is_hidden()


def test_older_years_are_folded_and_open_for_a_link_to_them(page, server):
    page.goto(f"{server}co-quan/hai-phong/so-noi-vu/")
    folded = page.locator("details.plan-work", has=page.locator("#trach-nhiem-hai-phong-2018-24-kh-ubnd"))
    assert folded.get_attribute("open") is None
    page.locator("table.figures a[href='#trach-nhiem-hai-phong-2018-24-kh-ubnd']").click()
    assert folded.get_attribute("open") is not None
    assert folded.locator("li.work").first.is_visible()


def test_an_address_with_a_broken_escape_does_no_harm(page, server):
    page.goto(f"{server}co-quan/hai-phong/so-noi-vu/#%")
    assert page.locator("h1").is_visible()
