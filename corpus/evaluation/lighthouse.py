"""What Google's Lighthouse says of pages of a built site, as a phone on a slow network and with a slow processor sees them."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from corpus.evaluation.browsing import CHROMIUM_FLAGS

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_THEME = ("/assets/javascripts/",)
_TIME = 300  # seconds that one measurement may take


@dataclass(frozen=True)
class PageFigures:
    """Of one page: scores from 0 to 100 by category; seconds, shift and kB (1,000 bytes as they came over the network).

    ``own_script`` is the kB of scripts but those of the theme; ``failed`` are the audits that cost a category points,
    performance aside.
    """

    scores: Mapping[str, float]
    paint: float
    largest: float
    shift: float
    blocked: float
    size: float
    own_script: float
    failed: tuple[str, ...]

    @property
    def short(self) -> tuple[str, ...]:
        """Which targets the page misses."""
        checks = {
            **{name: self.scores[name] >= 100 for name in CATEGORIES[1:]},
            "performance": self.scores["performance"] >= 95,
            "LCP": self.largest <= 1.5,
            "CLS": self.shift < 0.02,
            "kB": self.size <= 150,
            "own script": self.own_script <= 30,
        }
        return tuple(name for name, held in checks.items() if not held)


def measure(program: str, chromium: str, address: str, runs: int) -> PageFigures:
    """The medians of ``runs`` measurements of the page at ``address``.

    Raises ``subprocess.CalledProcessError`` where Lighthouse cannot measure it.
    """
    return middle([read_report(_report(program, chromium, address)) for _ in range(runs)])


def _report(program: str, chromium: str, address: str) -> Mapping[str, object]:
    flags = " ".join(["--headless=new", *CHROMIUM_FLAGS])
    done = subprocess.run(
        [program, address, "--quiet", "--output=json", "--output-path=stdout", f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        check=True,
        timeout=_TIME,
    )
    report: Mapping[str, object] = json.loads(done.stdout)
    return report


def read_report(report: Mapping[str, object]) -> PageFigures:
    """The figures of one report of Lighthouse, as its JSON has them."""
    audits, categories = report["audits"], report["categories"]
    assert isinstance(audits, dict)
    assert isinstance(categories, dict)
    requests = audits["network-requests"]["details"]["items"]

    def seconds(name: str) -> float:
        return float(audits[name]["numericValue"]) / 1000

    return PageFigures(
        {name: 100 * float(categories[name]["score"] or 0) for name in CATEGORIES},
        seconds("first-contentful-paint"),
        seconds("largest-contentful-paint"),
        float(audits["cumulative-layout-shift"]["numericValue"]),
        seconds("total-blocking-time"),
        sum(one["transferSize"] for one in requests) / 1000,
        sum(one["transferSize"] for one in requests if _is_own_script(one)) / 1000,
        tuple(_failed(audits, categories)),
    )


def _is_own_script(request: Mapping[str, object]) -> bool:
    path = urlsplit(str(request["url"])).path
    return request["resourceType"] == "Script" and not any(folder in path for folder in _THEME)


def _failed(audits: Mapping[str, Mapping[str, object]], categories: Mapping[str, object]) -> Iterator[str]:
    for name in CATEGORIES[1:]:
        category = categories[name]
        assert isinstance(category, dict)
        for one in category["auditRefs"]:
            score = audits[one["id"]]["score"]
            if one["weight"] and isinstance(score, int | float) and score < 1:
                yield str(one["id"])


def middle(measured: Sequence[PageFigures]) -> PageFigures:
    """The median of each figure; every audit that failed in any."""
    median = statistics.median
    return PageFigures(
        {name: median(one.scores[name] for one in measured) for name in CATEGORIES},
        paint=median(one.paint for one in measured),
        largest=median(one.largest for one in measured),
        shift=median(one.shift for one in measured),
        blocked=median(one.blocked for one in measured),
        size=median(one.size for one in measured),
        own_script=median(one.own_script for one in measured),
        failed=tuple(dict.fromkeys(name for one in measured for name in one.failed)),
    )


def table(rows: Iterable[tuple[str, PageFigures]]) -> Iterator[str]:
    """Lines of Markdown: a row for each page, and what it misses."""
    heads = (
        "performance",
        "access",
        "practices",
        "SEO",
        "first paint, s",
        "LCP, s",
        "CLS",
        "blocked, s",
        "kB",
        "own script, kB",
    )
    yield f"| page | {' | '.join(heads)} | short of the target |"
    yield f"| --- | {'---: | ' * len(heads)}--- |"
    for name, one in rows:
        figures = [f"{one.scores[category]:.0f}" for category in CATEGORIES]
        figures += [f"{one.paint:.1f}", f"{one.largest:.1f}", f"{one.shift:.3f}", f"{one.blocked:.2f}"]
        figures += [f"{one.size:.0f}", f"{one.own_script:.1f}"]
        yield f"| {name} | {' | '.join(figures)} | {', '.join((*one.short, *one.failed)) or '–'} |"
