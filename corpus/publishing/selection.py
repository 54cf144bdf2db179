"""Pages of a site on their own: links to what is not with them lead to the site where its address is known, or nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml.html import HtmlElement

from corpus.publishing.offline import offline_page

_PARSER = lxml.html.HTMLParser(encoding="utf-8")
_NOT_HERE = "Không có trong gói này"
# Entries of menus; one that leads nowhere is left out whole.
_ENTRY = "ancestor::li[contains(@class, 'md-tabs__item') or contains(@class, 'md-nav__item')][1]"


@dataclass(frozen=True)
class Selection:
    """Names of the files that are there, and the address of the whole site."""

    names: Container[str]
    address: str | None

    def page(self, html: bytes, name: str, sentences: tuple[str, ...]) -> bytes:
        """The page ``name`` of a bundle, which says at its foot what bundle it is of."""
        root = lxml.html.document_fromstring(html, parser=_PARSER)
        for element in list(root.iter("a", "link", "form")):
            self.settle(element, name)
        for footer in root.xpath("//footer[contains(@class, 'md-footer')]")[:1]:
            note = lxml.html.Element("p", {"class": "bundle-note"})
            note.text = " ".join(sentences)
            footer.addprevious(note)
        return offline_page(_written(root)).encode()

    def settle(self, element: HtmlElement, name: str) -> None:
        attribute = "action" if element.tag == "form" else "href"
        target = element.get(attribute)
        if target is None or urlsplit(target).scheme or target.startswith(("//", "#")):
            return
        place = self._place(target, name)
        if place is None or self._has(place):
            return
        if element.tag == "link":
            element.getparent().remove(element)
        elif entries := element.xpath(_ENTRY):
            entries[0].getparent().remove(entries[0]) if entries[0].getparent() is not None else None
        elif self.address:
            element.set(attribute, f"{self.address}{place}{target[len(target.split('#')[0].split('?')[0]) :]}")
        else:
            element.attrib.pop(attribute)
            element.set("title", _NOT_HERE)

    def _place(self, target: str, name: str) -> str | None:
        """Where a link on the page ``name`` leads, relative to the root of the site; None to the page itself."""
        path = unquote(urlsplit(target).path)
        if not path:
            return None
        place = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        return ("" if place == "." else place) + ("/" if path.endswith(("/", ".")) and place != "." else "")

    def _has(self, place: str) -> bool:
        return place in self.names or f"{place.rstrip('/')}/index.html".lstrip("/") in self.names


def _written(root: HtmlElement) -> str:
    return f"<!doctype html>\n{lxml.html.tostring(root, encoding='unicode')}"
