"""Every kind of page against the rules of WCAG 2.2 AA that a program can judge, on light and dark grounds."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {
    "light": {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},  # only colours differ
}
PAGES = [
    "",
    "ke-hoach/",
    "ke-hoach/hai-phong/",
    "ke-hoach/hai-phong/2018/24-kh-ubnd/",
    "ke-hoach/hai-phong/2018/24-kh-ubnd/doi-chieu/",
    "ke-hoach/hai-phong/2025/362-qd-ubnd/",
    "ke-hoach/hai-phong/2025/362-qd-ubnd/so-do/",
    "so-do/",
    "do-day-du/",
    "van-ban/",
    "van-ban/chua-ro-co-quan/khong-ngay/chi-thi-29/",
    "van-ban/chinh-phu/2021/76-nq-cp/",
    "co-quan/",
    "co-quan/hai-phong/so-noi-vu/",
    "ai-lam-gi/",
    "nhiem-vu/",
    "ghi-chu-bien-tap/",
    "gioi-thieu/",
    "du-lieu/",
    "chu-viet-tat/",
    "doc-ke-hoach/",
]


@pytest.fixture(scope="module", params=["light", "dark"])
def reader(request, chromium):
    """A page of the browser, and the rules to hold it to."""
    context = chromium.new_context(color_scheme=request.param)
    yield context.new_page(), RULES[request.param]
    context.close()


@pytest.mark.parametrize("url", PAGES)
def test_page_breaks_no_rule(reader, server, url):
    page, rules = reader
    assert page.goto(server + url).ok
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    violations = Axe().run(page, options=rules).response["violations"]
    assert [f"{one['id']}: {node['html'][:120]}" for one in violations for node in one["nodes"]] == []
