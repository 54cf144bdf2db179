"""Atom feeds (RFC 4287) with stable ids: the same corpus gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import nlargest
from uuid import NAMESPACE_URL, uuid5

from feedgen.feed import FeedGenerator

from corpus.overview.publication import Publication

SITE_NAME = "Kế hoạch mở"
MOST_ENTRIES = 100  # readers of a feed want what is recent; everything stands on the pages and in the tables
# What an empty feed says that it was last changed on.
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FeedEntry:
    """One entry. ``name`` tells it from all others for good; ``target`` is an address relative to the site's root.

    ``published`` is when it came to the site, ``updated`` since when it says what it says.
    """

    name: str
    title: str
    target: str
    published: datetime
    updated: datetime
    text: str


def write_atom(entries: Iterable[FeedEntry], title: str, url: str, home: str, publication: Publication) -> bytes:
    """The feed at ``url`` about the page ``home``, both relative to the site's root.

    It holds the entries that changed last; of those that changed together the first.
    """
    entries = nlargest(MOST_ENTRIES, entries, key=lambda entry: entry.updated)
    folder = url.rpartition("/")[0] + "/"
    feed = FeedGenerator()
    feed.id(_urn(url))
    feed.title(title)
    feed.author({"name": SITE_NAME})
    feed.generator(SITE_NAME)
    feed.language("vi")
    feed.link(href=publication.link(folder, home), rel="alternate", type="text/html")
    feed.link(href=publication.link(folder, url), rel="self", type="application/atom+xml")
    feed.updated(max((entry.updated for entry in entries), default=_NO_TIME))
    for entry in entries:
        _add(feed, entry, publication.link(folder, entry.target))
    written: bytes = feed.atom_str(pretty=True)
    return written


def _add(feed: FeedGenerator, entry: FeedEntry, address: str) -> None:
    added = feed.add_entry(order="append")
    added.id(_urn(entry.name))
    added.title(entry.title)
    added.link(href=address, rel="alternate", type="text/html")
    added.updated(entry.updated)
    added.published(entry.published)
    added.content(entry.text, type="text")


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"ke-hoach-mo/{name}").urn
