"""Figures of Lighthouse: read from its reports, put in the middle, held to the targets; and the one sheet of style."""

from __future__ import annotations

import re

from corpora import ROOT

from corpus.evaluation.lighthouse import middle, read_report, table
from corpus.style_sheet import SHEETS, UNUSED, unused_classes, write_style

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_HELD = re.compile(r"""\sclass="([^"]*)""")


def report(largest: float, score: float = 1.0) -> dict[str, object]:
    """A report of a page of 100 kB, 20 of them a script of ours and 30 the theme's."""
    times = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    requests = [
        {"url": "http://a/", "resourceType": "Document", "transferSize": 50_000},
        {"url": "http://a/assets/site.js?1", "resourceType": "Script", "transferSize": 20_000},
        {"url": "http://a/assets/javascripts/bundle.js", "resourceType": "Script", "transferSize": 30_000},
    ]
    weighed = [{"id": "color-contrast", "weight": 7}, {"id": "silent", "weight": 0}]
    return {
        "audits": {
            **{name: {"numericValue": largest if "l" in name[:1] else 0, "score": 1} for name in times},
            "network-requests": {"details": {"items": requests}},
            "color-contrast": {"score": score},
            "silent": {"score": 0},
        },
        "categories": {
            name: {"score": score, "auditRefs": weighed if name == "accessibility" else []}
            for name in ("performance", "accessibility", "best-practices", "seo")
        },
    }


def test_a_report_is_read_and_held_to_the_targets():
    good, slow = read_report(report(1400)), read_report(report(1600, score=0.9))
    assert (good.size, good.own_script, good.largest) == (100, 20, 1.4)
    assert good.short == () and good.failed == ()
    assert slow.short == ("accessibility", "best-practices", "seo", "performance", "LCP")
    assert slow.failed == ("color-contrast",)


def test_of_several_runs_the_middle_stands_in_the_table():
    found = middle([read_report(report(largest)) for largest in (9000, 1400, 1000)])
    assert found.largest == 1.4
    row = list(table([("`/`", found)]))[-1]
    assert row.startswith("| `/` | 100 | 100 |") and row.endswith("| – |")


THEME = """.md-post,.md-post--excerpt p{color:red}.md-post .used,.md-nav{width:1px}.md-post,.md-tabs{height:1px}
:root{--icon:url('data:image/svg+xml;charset=utf-8,<svg xmlns=\\'http://www.w3.org/2000/svg\\'/>')}"""


def test_the_one_sheet_says_all_that_is_used_and_finds_its_files(tmp_path):
    theme = tmp_path / "theme.css"
    theme.write_text(THEME)
    write_style([theme], ROOT / "content" / "assets", tmp_path)
    style = (tmp_path / "site.css").read_text("utf-8")
    assert "md-post--excerpt" not in style and {"width:1px", "height:1px"} <= set(
        re.findall(r"(?:width|height):1px", style)
    )
    fonts = re.findall(r"url\((fonts/[^)]+)\)", style)
    assert len(set(fonts)) == 2 and all((ROOT / "content" / "assets" / font).is_file() for font in fonts)
    (icon,) = re.findall(r"url\((icons/[^)]+)\)", style)
    assert (tmp_path / icon).read_text().startswith("<svg xmlns='http")
    own = {name for sheet in SHEETS for name in classes(ROOT / "content" / "assets" / sheet)}
    assert not own - set(_CLASS.findall(style))


def test_no_page_has_a_class_whose_rules_are_left_out(site):
    unused = unused_classes("".join(f".{name}" for name in UNUSED))
    for path in site.rglob("*.html"):
        found = {name for words in _HELD.findall(path.read_text("utf-8")) for name in words.split()}
        left_out = unused_classes("".join(f".{name}" for name in found))
        assert not left_out, (path, left_out)
    assert unused == set(UNUSED)


def classes(sheet) -> set[str]:
    return set(_CLASS.findall(re.sub(r"/\*.*?\*/|url\([^)]*\)", "", sheet.read_text("utf-8"), flags=re.DOTALL)))
