"""Atom feeds (RFC 4287) with stable ids: the same corpus gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from feedgen.feed import FeedGenerator

from corpus.addresses import relative

SITE_NAME = "Kế hoạch mở"
MOST_ENTRIES = 100  # readers of a feed want what is recent; everything stands on the pages and in the tables
# What an empty feed says that it was last changed on.
_NO_DAY = date(2000, 1, 1)


@dataclass(frozen=True)
class FeedEntry:
    """One entry. ``name`` tells it from all others for good; ``target`` is an address relative to the site's root."""

    name: str
    title: str
    target: str
    day: date
    text: str


def write_atom(entries: Iterable[FeedEntry], title: str, url: str, home: str) -> bytes:
    """The feed at ``url`` about the page ``home``, both relative to the site's root; ``entries`` newest first."""
    entries = list(entries)
    folder = url.rpartition("/")[0] + "/"
    feed = FeedGenerator()
    feed.id(_urn(url))
    feed.title(title)
    feed.author({"name": SITE_NAME})
    feed.generator(SITE_NAME)
    feed.language("vi")
    feed.link(href=relative(folder, home), rel="alternate", type="text/html")
    feed.link(href=url.rpartition("/")[2], rel="self", type="application/atom+xml")
    feed.updated(_moment(max((entry.day for entry in entries), default=_NO_DAY)))
    for entry in entries:
        _add(feed, entry, folder)
    written: bytes = feed.atom_str(pretty=True)
    return written


def _add(feed: FeedGenerator, entry: FeedEntry, folder: str) -> None:
    added = feed.add_entry(order="append")
    added.id(_urn(entry.name))
    added.title(entry.title)
    added.link(href=relative(folder, entry.target), rel="alternate", type="text/html")
    added.updated(_moment(entry.day))
    added.published(_moment(entry.day))
    added.content(entry.text, type="text")


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"ke-hoach-mo/{name}").urn


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
