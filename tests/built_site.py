"""A built site read again, each page once for all tests."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from bs4 import BeautifulSoup
from playwright.sync_api import Page

LINK_ATTRIBUTES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "source": "src"}
_PARSER = lxml.html.HTMLParser(encoding="utf-8")


@dataclass(frozen=True)
class Link:
    """``target`` as written in the attribute of an element ``tag``."""

    tag: str
    target: str

    @property
    def leaves(self) -> bool:
        """True where it names another host or scheme."""
        return bool(urlsplit(self.target).scheme) or self.target.startswith("//")


@dataclass(frozen=True)
class BuiltPage:
    """What is asked of every page; ``path`` is that of its file below the site's folder."""

    path: str
    language: str | None
    main_headings: int
    ids: tuple[str, ...]
    links: tuple[Link, ...]

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.ids)


@dataclass(frozen=True)
class BuiltSite:
    """Its pages by path, and the paths of all its files."""

    pages: Mapping[str, BuiltPage]
    files: frozenset[str]

    def landing(self, page: BuiltPage, target: str) -> str | None:
        """Path of the file that a link on ``page`` leads to; None where there is none."""
        written = unquote(urlsplit(target).path)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), written)) if written else page.path
        found = (path, posixpath.normpath(f"{path}/index.html"))
        return next((file for file in found if file in self.files), None)


@cache
def read_site(site: Path) -> BuiltSite:
    """The site in the folder ``site``; the page for addresses that are not there stands apart."""
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    pages = {name: _read_page(site, name) for name in sorted(files) if name.endswith(".html") and name != "404.html"}
    return BuiltSite(pages, files)


def _read_page(site: Path, name: str) -> BuiltPage:
    html = lxml.html.parse(str(site / name), _PARSER).getroot()
    elements = [element for element in html.iter() if isinstance(element.tag, str)]
    links = (Link(one.tag, one.get(LINK_ATTRIBUTES[one.tag])) for one in elements if one.tag in LINK_ATTRIBUTES)
    return BuiltPage(
        name,
        html.get("lang"),
        sum(element.tag == "h1" for element in elements),
        tuple(element.get("id") for element in elements if element.get("id") is not None),
        tuple(link for link in links if link.target is not None),
    )


def read_url(site: Path, url: str) -> BeautifulSoup:
    """The page at an address relative to the site's root, to be searched."""
    return _parse(site / url / "index.html")


@lru_cache(maxsize=256)  # the pages of all bodies, which several tests look at one after the other
def _parse(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def squeeze(text: str) -> str:
    """``text`` as a reader sees it: each run of blanks and line ends is one blank."""
    return " ".join(text.split())


def work_quotes(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Each sentence quoted as work: the mark that the page sets before it, and its own words."""
    found = []
    for quote in page.select("blockquote.work-text"):
        mark = quote.find_previous_sibling(class_="kind")
        found.append((squeeze(mark.get_text()) if mark else "", squeeze(quote.get_text())))
    return found


def wait_until(page: Page, expression: str, seconds: float = 10) -> None:
    """Wait until ``expression`` holds on ``page``; asked from outside, as the page's own policy lets nothing be evaluated."""
    for _ in range(int(seconds * 40)):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"does not come to hold: {expression}")
