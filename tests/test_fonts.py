"""The fonts that the site brings: every letter of Vietnamese, little to load, and really used."""

from __future__ import annotations

import re

import pytest
from corpora import ROOT
from fontTools.ttLib import TTFont

from corpus.language.letters import MARKED

FONTS = ROOT / "content" / "assets" / "fonts"
FAMILIES = ("noto-serif", "noto-sans")


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_every_letter_in_small_and_capital_form(family):
    signs = {sign for file in FONTS.glob(f"{family}*.woff2") for sign in TTFont(file).getBestCmap()}
    wanted = set(map(ord, MARKED + MARKED.upper())) | set(range(0x20, 0x7F))
    assert not wanted - signs


@pytest.mark.parametrize("family", FAMILIES)
def test_no_stacked_mark_is_cut_off(family):
    for file in FONTS.glob(f"{family}*.woff2"):
        font = TTFont(file)
        top = max(font["hhea"].ascent, font["OS/2"].usWinAscent)
        glyphs = [font["glyf"][name] for name in font.getGlyphOrder()]
        highest = max(glyph.yMax for glyph in glyphs if glyph.numberOfContours)
        assert highest <= top, file.name


def test_the_fonts_together_are_small():
    assert sum(file.stat().st_size for file in FONTS.glob("*.woff2")) <= 60_000


def test_a_browser_is_told_of_every_file_and_no_sign_twice():
    css = (FONTS / "fonts.css").read_text("utf-8")
    assert sorted(re.findall(r'url\("(.+?)"\)', css)) == sorted(file.name for file in FONTS.glob("*.woff2"))


@pytest.mark.parametrize("place", ["ke-hoach/hai-phong/2025/362-qd-ubnd/", "co-quan/hai-phong/so-noi-vu/", ""])
def test_pages_are_set_in_these_fonts_and_no_other(chromium, server, place):
    context = chromium.new_context(java_script_enabled=False)  # a script might take a node away while it is asked about
    page = context.new_page()
    page.goto(f"{server}{place}", wait_until="networkidle")
    client = context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument", {"depth": -1})["root"]["nodeId"]
    found = set()
    for selector in ("h1", "article p", "nav.md-tabs a"):
        for node in client.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"][:40]:
            fonts = client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            found |= {(font["familyName"], font["isCustomFont"]) for font in fonts}
    context.close()
    assert found <= {("Noto Serif", True), ("Noto Sans", True)} and found
