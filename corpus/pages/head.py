"""What stands in the head of a page for programs, as HTML: the same with the site's address known and without it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from markupsafe import Markup

from corpus.addresses import CARD_SIZE, card_url, relative
from corpus.pages.about import SITE_NAME, About, Alternate, SiteAddress, markdown_copy
from corpus.pages.page import Content

# In a script, where HTML reads no references, nothing may look like the end of it or like a comment (WHATWG HTML 4.12.1.3).
_IN_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def head_html(content: Content, url: str, site: str | None) -> Markup:
    """The elements for the page at ``url``, relative to the site's root; ``site`` is the site's address, where known.

    Open Graph knows absolute addresses only: without one a card shows words alone.
    """
    about = content.about or About("")

    def address(target: str) -> str:
        return f"{site.rstrip('/')}/{target}" if site else relative(url, target)

    pieces = [Markup('<meta name="dcterms.{}" content="{}">').format(*fact) for fact in about.facts]
    pieces += [Markup('<meta property="og:{}" content="{}">').format(*one) for one in _card(content, about, url, site)]
    pieces += [alternate_link(one, url) for one in about.alternates]
    if needs_copy(content, url):
        pieces.append(alternate_link(markdown_copy(url), url))
    if site and about.has_card:
        pieces.append(Markup('<meta name="twitter:card" content="summary_large_image">'))
    if about.linked:
        pieces.append(_linked({"@context": "https://schema.org", **about.linked}, address))
    return Markup("\n").join(pieces)


def needs_copy(content: Content, url: str) -> bool:
    """Whether the page's Markdown is to be made of its HTML: it has no other, and does not repeat other pages."""
    return content.searched and not (content.about and markdown_copy(url) in content.about.alternates)


def alternate_link(one: Alternate, url: str) -> Markup:
    """The element of the head of the page at ``url`` that leads to a file beside it.

    The theme takes links whose whole attribute is "alternate" for other languages, and asks for their site maps.
    """
    found = one.media_type, one.title, relative(url, one.url)
    return Markup('<link rel=" alternate" type="{}" title="{}" href="{}">').format(*found)


def _card(content: Content, about: About, url: str, site: str | None) -> list[tuple[str, str]]:
    found = [("title", content.title), ("site_name", SITE_NAME), ("locale", "vi_VN"), ("type", "website")]
    if about.description:
        found.append(("description", about.description))
    if not site:
        return found
    root = site.rstrip("/")
    found.append(("url", f"{root}/{url}"))
    if about.has_card:
        width, height = map(str, CARD_SIZE)
        found += [("image", f"{root}/{card_url(url)}"), ("image:width", width), ("image:height", height)]
        found.append(("image:alt", content.title))
    return found


def _linked(thing: Mapping[str, object], address: Callable[[str], str]) -> Markup:
    """JSON-LD as a block of data, which no browser runs and no policy of scripts looks at."""
    text = json.dumps(_addressed(thing, address), ensure_ascii=False, separators=(",", ":")).translate(_IN_A_SCRIPT)
    return Markup('<script type="application/ld+json">' + text + "</script>")  # noqa: S704


def _addressed(value: object, address: Callable[[str], str]) -> object:
    if isinstance(value, SiteAddress):
        return address(value)
    if isinstance(value, dict):
        return {key: _addressed(one, address) for key, one in value.items()}
    return [_addressed(one, address) for one in value] if isinstance(value, list) else value
