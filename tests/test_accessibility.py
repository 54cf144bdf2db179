"""Every kind of page against the rules of WCAG 2.2 AA that a program can judge, on light and dark grounds."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import THINNED, address_of

from corpus.evaluation.page_kinds import PAGE_KINDS

# Rules that cost much stand for one ground and one width: on a phone, where targets are narrowest and tables are cards.
WIDTHS = {"light": 360, "dark": 1440}
RULES = {
    "light": {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},  # only colours differ
}


@pytest.fixture(scope="module", params=["light", "dark"])
def reader(request, chromium):
    """A page of the browser, and the rules to hold it to."""
    context = chromium.new_context(color_scheme=request.param, viewport={"width": WIDTHS[request.param], "height": 740})
    yield context.new_page(), RULES[request.param]
    context.close()


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_page_breaks_no_rule(reader, server, site, kind):
    page, rules = reader
    assert page.goto(server + address_of(site, kind)).ok
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.evaluate(THINNED)
    violations = Axe().run(page, options=rules).response["violations"]
    assert [f"{one['id']}: {node['html'][:120]}" for one in violations for node in one["nodes"]] == []
