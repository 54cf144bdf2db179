"""Figures of Lighthouse: read from its reports, put in the middle, held to the targets; and the one sheet of style."""

from __future__ import annotations

import re

from corpora import ROOT

from corpus.evaluation.lighthouse import middle, read_report, table
from corpus.style_sheet import SHEETS, write_style


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


def test_the_one_sheet_says_all_and_finds_its_fonts(tmp_path):
    assets = ROOT / "content" / "assets"
    write_style(assets, tmp_path)
    style = (tmp_path / "site.css").read_text("utf-8")
    files = re.findall(r'url\("([^"]+)"\)', style)
    assert len(files) == 6 and all((assets / file).is_file() for file in files)
    rules = [len(re.findall(r"[^{}]+\{", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))) for sheet in sheets(assets)]
    assert len(re.findall(r"[^{}]+\{", style)) == sum(rules)


def sheets(assets) -> list[str]:
    return [(assets / name).read_text("utf-8") for name in SHEETS]
