"""The package for a portal: plain files for one path of any server, with its settings beside them."""

from __future__ import annotations

from pathlib import Path

from corpus.manifest import MANIFEST, Manifest, read_manifest, write_manifest
from corpus.publishing.address import Address
from corpus.publishing.fingerprint import fingerprint
from corpus.publishing.packed import pack, pack_file
from corpus.publishing.servers import Moved, write_settings


def make_portal(site: Path, address: Address, moved: Moved = ()) -> Manifest:
    """Turn the built ``site`` into a package to be served at ``address``, in its place; ``moved`` as in its settings."""
    facts = read_manifest(site)
    kept = fingerprint(site, address.base)
    (site / "robots.txt").write_text(_robots(site, address), encoding="utf-8")
    pack(site)
    write_settings(site, address.base, kept, moved)
    manifest = write_manifest(site, facts, kind="portal", address=address.url)
    pack_file(site / MANIFEST)
    return manifest


def _robots(site: Path, address: Address) -> str:
    """Everything may be read; and where the map of the site is. Servers look for it at the root of the host only."""
    known = address.url and (site / "sitemap.xml").is_file()
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {address.url}sitemap.xml\n" if known else "")
