"""Other makers of sites over the pages that ours makes: what each needs beside them, and how it is called.

Each has its bare settings: the default theme, no search of its own, no menu of all pages. What the site offers besides
(data, feeds, calendars, search of sentences) they do not make.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_MKDOCS = """site_name: Kế hoạch mở
docs_dir: pages
site_dir: {site}
theme: {{name: material, language: vi, font: false}}
plugins: []
nav: [index.md]
not_in_nav: "*"
"""
_HUGO = {
    "baseURL": "https://example.org/",
    "languageCode": "vi",
    "title": "Kế hoạch mở",
    "contentDir": "sections",
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
}
_BARE = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>'
ZENSICAL = "0.0.70"


@dataclass(frozen=True)
class OtherEngine:
    """``settle(folder)`` writes what is needed beside ``folder/pages``; ``commands`` then write ``folder/<name>``.

    In ``commands`` {tool} is the program.
    """

    name: str
    title: str
    settle: Callable[[Path], None]
    commands: tuple[tuple[str, ...], ...]


def _settle_mkdocs(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(_MKDOCS.format(site="mkdocs"), "utf-8")


def _settle_zensical(folder: Path) -> None:
    (folder / "zensical.yml").write_text(_MKDOCS.format(site="zensical"), "utf-8")


def _settle_hugo(folder: Path) -> None:
    """Every page is a section, so that pages may lie below it."""
    (folder / "hugo.json").write_text(json.dumps(_HUGO), "utf-8")
    (folder / "layouts/_default").mkdir(parents=True, exist_ok=True)
    for kind in ("list", "single"):
        (folder / f"layouts/_default/{kind}.html").write_text(_BARE, "utf-8")
    (folder / "layouts/index.html").write_text(_BARE, "utf-8")
    for page in (folder / "pages").rglob("index.md"):
        target = folder / "sections" / page.relative_to(folder / "pages").with_name("_index.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, target)


def find_zensical(folder: Path) -> str | None:
    """Zensical in an environment of its own in ``folder``, made when it is not there; None where it does not install."""
    program = folder / "bin/zensical"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", f"zensical=={ZENSICAL}"]
        subprocess.run(install, check=False, capture_output=True)
    return str(program) if program.exists() else None


MKDOCS = OtherEngine(
    "mkdocs",
    "MkDocs with Material, then Pagefind",
    _settle_mkdocs,
    (
        (sys.executable, "-m", "mkdocs", "build", "--quiet"),
        (sys.executable, "-m", "pagefind_bin", "--site", "mkdocs"),
    ),
)
ZENSICAL_ENGINE = OtherEngine(
    "zensical",
    "Zensical",
    _settle_zensical,
    (("{tool}", "build", "--clean", "--config-file", "zensical.yml"),),
)
HUGO = OtherEngine(
    "hugo",
    "Hugo, a bare template",
    _settle_hugo,
    (("{tool}", "--quiet", "--destination", "hugo"),),
)
