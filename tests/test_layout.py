"""Every kind of page in windows of three widths and with letters twice as large; by keys alone; without scripts."""

from __future__ import annotations

import shutil

import pytest
from kinds import THINNED, address_of

from corpus.evaluation.browsing import CHROMIUM_FLAGS
from corpus.evaluation.page_kinds import PAGE_KINDS

# What stands in a box of its own that scrolls may stand outside the window; what is clipped is there for programs.
FAULTS = """() => {
  const width = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
  const look = (one, scrolls) => {
    const style = getComputedStyle(one);
    if (style.display === "none" || style.clipPath !== "none" || one.matches("svg, [style*=clip]")) return;
    scrolls ||= /auto|scroll/.test(style.overflowX);
    const box = one.getBoundingClientRect();
    if (box.width && box.height && one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      const text = `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`;
      if (box.right > width + 1 && !scrolls) found.push(`past the edge: ${text}`);
      const hides = /hidden|clip/.test(style.overflowX + style.overflowY) && style.textOverflow !== "ellipsis";
      const cut = one.scrollWidth > one.clientWidth + 8 || one.scrollHeight > one.clientHeight + 8;
      if (hides && cut && one.clientWidth > 1 && one.textContent.trim()) found.push(`cut off: ${text}`);
    }
    for (const inner of one.children) look(inner, scrolls);
  };
  for (const one of document.querySelectorAll("article, header, footer")) {
    if (!one.parentElement.closest("article, header, footer")) for (const inner of one.children) look(inner, false);
  }
  return found.slice(0, 5);
}"""
# Of things of one class the first few stand for all; of buttons of one group the chosen one takes the focus.
UNSEEN = """() => {
  const found = [];
  const times = new Map();
  const seen = (one) => {
    let shown = 1;
    for (let at = one; at; at = at.parentElement) shown *= Number(getComputedStyle(at).opacity);
    const box = one.getBoundingClientRect();
    const inside = box.width > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    return inside && shown > 0.5 && getComputedStyle(one).outlineStyle !== "none";
  };
  for (const one of document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")) {
    const name = `${one.localName}.${one.className} in ${one.parentElement.className}`;
    times.set(name, (times.get(name) ?? 0) + 1);
    if (times.get(name) > 3 || one.tabIndex < 0 || one.disabled || (one.type === "radio" && !one.checked)) continue;
    one.focus({ focusVisible: true });
    if (document.activeElement !== one) continue;
    const labels = one.matches(".md-option") ? [one.nextElementSibling] : [...(one.labels ?? [])];
    if (![one, ...labels].some(seen)) found.push(`${name}: ${one.textContent.trim().slice(0, 40)}`);
  }
  return found.slice(0, 5);
}"""
HIDDEN = """() => {
  const apart = "[hidden], .work-filter, .within, .mine, [data-empty], .print-only, .headerlink, .page-index, .to-index, .beside, script, style, svg, option, noscript";
  const texts = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const hidden = (one) => !one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return [...document.querySelectorAll("article *")]
    .filter((one) => texts(one) && hidden(one) && !one.closest(apart))
    .map((one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`)
    .slice(0, 5);
}"""
WIDTHS = (320, 360, 1440)
AT_ONCE = "* { transition: none !important; scroll-behavior: auto !important; }"


@pytest.fixture(scope="module")
def large_letters(chromium):
    """A browser whose reader has set letters twice as large as usual."""
    program = shutil.which("chromium")
    flags = [*CHROMIUM_FLAGS, "--blink-settings=defaultFontSize=32"]
    browser = chromium.browser_type.launch(executable_path=program, args=flags)
    yield browser
    browser.close()


@pytest.mark.parametrize("letters", ["usual", "twice"])
def test_nothing_is_cut_and_no_page_scrolls_sideways(request, server, site, letters):
    browser = request.getfixturevalue("chromium" if letters == "usual" else "large_letters")
    context = browser.new_context()
    page, faults = context.new_page(), {}
    for kind in PAGE_KINDS:
        page.goto(server + address_of(site, kind))
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        page.evaluate(THINNED)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            if found := page.evaluate(FAULTS):
                faults[kind, width] = found
    context.close()
    assert faults == {}


def test_what_stands_outside_or_is_cut_off_would_be_found(chromium):
    page = chromium.new_page(viewport={"width": 320, "height": 740})
    page.set_content(
        '<article><p style="width: 400px">dài</p>'
        '<div style="overflow-x: auto"><p style="width: 400px">cuộn</p></div>'
        '<p style="height: 1px; overflow: hidden">một<br>hai</p></article>'
    )
    found = page.evaluate(FAULTS)
    page.close()
    kinds = ["the page scrolls sideways", "past the edge: p.: dài", "cut off: p.: mộthai"]
    assert found == kinds


@pytest.mark.parametrize("width", [360, 1440])
def test_what_has_the_focus_is_seen(chromium, server, site, width):
    context = chromium.new_context(viewport={"width": width, "height": 740}, bypass_csp=True)
    page, unseen = context.new_page(), {}
    for kind in PAGE_KINDS:
        page.goto(server + address_of(site, kind))
        page.add_style_tag(content=AT_ONCE)
        page.evaluate(THINNED)
        unseen[kind] = page.evaluate(UNSEEN)
    context.close()
    assert {kind: found for kind, found in unseen.items() if found} == {}


def test_the_menu_of_a_narrow_window_opens_by_keys(chromium, server):
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(server)
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Kế hoạch", exact=True)
    assert not link.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    link.wait_for(state="visible")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ke-hoach/")
    context.close()


def test_the_outline_is_one_tap_away_on_a_phone(chromium, server, site):
    """Without scripts too: on every page that has an outline beside its text where there is room."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page, with_outline = context.new_page(), 0
    for kind in PAGE_KINDS:
        page.goto(server + address_of(site, kind))
        if not page.locator(".md-sidebar--secondary:not([hidden]) a").count():
            continue
        with_outline += 1
        entry = page.locator(".page-index a").last
        assert not entry.is_visible(), kind
        page.locator(".to-index").click()
        assert entry.is_visible(), kind
        entry.click()
        assert not entry.is_visible(), kind
    context.close()
    assert with_outline > 10


def test_scripts_only_add_to_what_is_read(chromium, server, site):
    """Without them every text of a page is seen, save controls and cards that only scripts fill."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page, unseen = context.new_page(), {}
    for kind in PAGE_KINDS:
        page.goto(server + address_of(site, kind))
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        page.evaluate(THINNED)
        if found := page.evaluate(HIDDEN):
            unseen[kind] = found
        assert not page.locator("form.work-filter, form.within").locator("visible=true").count(), kind
    context.close()
    assert unseen == {}
