"""A site, written into a folder or put in the place of the one before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2.bccache import BytecodeCache, FileSystemBytecodeCache
from mkdocs.exceptions import MkDocsException

from corpus.build import SiteBuild
from corpus.kept import FILE as KEPT
from corpus.kept import Kept
from corpus.publish import SiteError, publish
from corpus.record_store import Records
from corpus.standing import digest_shape
from corpus.written import files_below
from engine.mkdocs_engine import ROOT, Engine


def build_site(prepared: SiteBuild, site: Path, url: str | None = None, say: Callable[[str], None] = print) -> None:
    """Build ``prepared`` into the folder ``site``, which changes in one step when the new site is whole.

    What today's corpus would give again is taken over from the site that stands.
    """
    publish(site, lambda folder: _write_anew(prepared, folder, site, url), say)


def _write_anew(prepared: SiteBuild, folder: Path, standing: Path, url: str | None) -> list[str]:
    records, shape = Records(prepared.root / "build", prepared.root, KEPT), digest_shape(ROOT, url)

    def keep(menu: str) -> Kept:
        return Kept(prepared.seen(url), records, f"{shape} {menu}", standing, folder)

    templates = prepared.root / "build" / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    written = write_site(prepared, folder, url, keep=keep, compiled=FileSystemBytecodeCache(str(templates)))
    if digest_shape(ROOT, url) == shape:  # else nobody knows under which of them a page was made
        records.write()
    return written


def write_site(
    prepared: SiteBuild,
    folder: Path,
    url: str | None = None,
    base: str | None = None,
    keep: Callable[[str], Kept] | None = None,
    compiled: BytecodeCache | None = None,
) -> list[str]:
    """Write the site into ``folder``; every file it was to write.

    ``url`` is where it will be published, ``base`` at least its path on the host, as far as they are known; ``keep`` and
    ``compiled`` as for the engine. Raises SiteError.
    """
    try:
        written = Engine.start(prepared, folder, url=url, base=base, compiled=compiled).make_all(keep)
    except MkDocsException as error:
        raise SiteError(str(error)) from error
    # Pages, assets and received files as the engine lists them; and what the library wrote beside them.
    return [*written, *files_below(folder)]
