"""A site, written into a folder or put in the place of the one before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from corpus.build import SiteBuild
from corpus.publish import SiteError, publish
from engine.mkdocs_engine import Engine


def build_site(prepared: SiteBuild, site: Path, url: str | None = None, say: Callable[[str], None] = print) -> None:
    """Build ``prepared`` into the folder ``site``, which changes in one step when the new site is whole."""
    publish(site, lambda folder: write_site(prepared, folder, url), say)


def write_site(prepared: SiteBuild, folder: Path, url: str | None = None, base: str | None = None) -> list[str]:
    """Write the site into ``folder``; every file it was to write.

    ``url`` is where it will be published, ``base`` at least its path on the host, as far as they are known. Raises
    SiteError.
    """
    try:
        written = Engine.start(prepared, folder, url=url, base=base).make_all()
    except MkDocsException as error:
        raise SiteError(str(error)) from error
    # Pages, assets and received files as the engine lists them; and what the library wrote beside them.
    beside = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [*written, *beside]
