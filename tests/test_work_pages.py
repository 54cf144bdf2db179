"""Pages about work, in the built site and in Chromium: the list that filters, a body's page, the sheet for the wall."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from built_site import squeeze, wait_until

from corpus.vocabulary import Part

SCREENS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
LIST = "nhiem-vu/"
# The words of each quoted sentence, without the mark that a page sets before it.
OWN_WORDS = """quotes => quotes.map(quote =>
  [...quote.childNodes].filter(node => node.className !== "kind").map(node => node.textContent).join(""))"""


# --- as built, without script --------------------------------------------------


# --- in Chromium ----------------------------------------------------------------


@pytest.fixture(params=SCREENS)
def page(request, chromium, server):
    context = chromium.new_context(viewport=SCREENS[request.param], has_touch=request.param == "phone")
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def visible(page) -> list[str]:
    return page.locator("table.work-list tbody tr:visible td:nth-child(2)").all_inner_texts()


def expected(overview, holds) -> int:
    return sum(holds(one, here.plan) for here in overview.plans for one in overview.work.items[here.plan.id])


def test_filters_narrow_the_list_and_stand_in_the_address(page, server, overview):
    page.goto(server + LIST)
    year = str(overview.plans[0].plan.meta.year)
    page.get_by_label("Năm", exact=True).select_option(year)
    page.get_by_label("Vai trò").select_option("duty")
    number = expected(overview, lambda one, plan: str(plan.meta.year) == year and bool(one.of(Part.DUTY)))
    assert len(visible(page)) == number > 0
    assert page.get_by_role("status").filter(has_text="việc").inner_text().startswith(f"{number} trên ")
    assert f"nam={year}" in page.url and "vai-tro=duty" in page.url
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    assert len(visible(page)) == number
    page.get_by_role("button", name="Bỏ lọc").click()
    wait_until(page, "!location.search")
    assert len(visible(page)) == expected(overview, lambda one, plan: True)


def test_words_are_found_with_and_without_marks(page, server, overview):
    page.goto(server + LIST + "?tu=dich+vu+cong")
    plain = visible(page)
    page.goto(server + LIST + "?tu=d%E1%BB%8Bch+v%E1%BB%A5+c%C3%B4ng")
    assert 0 < len(visible(page)) <= len(plain)
    page.goto(server + LIST + "?tu=khongcotunao")
    assert visible(page) == []
    assert page.get_by_text("Không có việc nào khớp").is_visible()


@pytest.mark.parametrize("address", [LIST, "van-ban/"])
def test_spellings_of_one_word_filter_alike(page, server, address):
    counts = []
    for typed in ("Ủy ban", "Uỷ ban", "ủy  BAN"):
        page.goto(f"{server}{address}?tu={quote(typed)}")
        counts.append(len(visible(page)))
    assert counts[0] > 0 and len(set(counts)) == 1


def test_an_agency_finds_its_own_work_and_that_of_its_groups(page, server, overview):
    body = next(b for b in overview.work.bodies if overview.work.of(b).direct and overview.work.of(b).through_groups)
    work = overview.work.of(body)
    page.goto(f"{server}{LIST}?co-quan={body}")
    assert len(visible(page)) == len({a.item.id for a in work.all})
    page.get_by_label("Gồm việc giao qua nhóm, giao chung").uncheck()
    page.wait_for_url("**nhom=0*")
    assert len(visible(page)) == len({a.item.id for a in work.direct})


def test_a_month_and_a_level_filter(page, server, overview):
    level = str(overview.plans[0].plan.meta.level)
    page.goto(f"{server}{LIST}?thang=11&cap={level}")
    for row in page.locator("table.work-list tbody tr:visible").all():
        assert "11" in row.get_attribute("data-months").split()
        assert row.get_attribute("data-level") == level
    assert visible(page)


def test_sorting_by_keyboard_says_its_direction(chromium, server):
    page = chromium.new_page(viewport=SCREENS["desktop"])
    page.goto(server + LIST)
    head = page.get_by_role("columnheader", name="Thời gian")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    due = [row.get_attribute("data-due") for row in page.locator("table.work-list tbody tr").all()]
    dated = [day for day in due if day]
    assert dated == sorted(dated) and due[: len(dated)] == dated
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert "xep=han-giam" in page.url
    page.close()


@pytest.mark.parametrize("url", [LIST, "ai-lam-gi/", "lich/", "co-quan/hai-phong/so-thong-tin-va-truyen-thong/"])
def test_pages_about_work_fit_the_screen(page, server, url):
    page.goto(server + url)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_printed_sheet_is_a4_and_holds_the_newest_years_work_and_no_other(chromium, server, overview, tmp_path):
    body = max(overview.work.bodies, key=lambda b: (len({p.split("/")[1] for p in overview.work.of(b).plans}), b))
    work = overview.work.of(body)
    newest = max(overview.corpus.plan[plan].meta.year for plan in work.plans)
    page = chromium.new_page()
    page.goto(f"{server}co-quan/{body}/")
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    page.emulate_media(media="print")
    shown = {squeeze(text) for text in page.locator("blockquote.work-text:visible").evaluate_all(OWN_WORDS)}
    page.close()
    assert shown == {squeeze(a.item.text) for a in work.all if overview.corpus.plan[a.item.plan].meta.year == newest}
    # A4 is 595 x 842 points; Chromium writes the size of each page in clear.
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", (tmp_path / "sheet.pdf").read_bytes())
    assert sizes and {(round(float(width)), round(float(height))) for width, height in sizes} == {(595, 842)}
