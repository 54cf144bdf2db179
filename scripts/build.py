"""Check the corpus and build the site; where anything fails, the site built before stays as it was."""

from __future__ import annotations

import argparse
import logging
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from corpus.build import SiteBuild
from corpus.command import run
from corpus.problem import CorpusError
from corpus.publish import SiteError, publish, put_back

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="folder to build (default: site)")
    parser.add_argument("--url", help="address at which the site will be published, for its map and its page of errors")
    parser.add_argument("--back", action="store_true", help="put back the site built before this one; build nothing")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    try:
        if arguments.back:
            put_back(arguments.site, _say)
            print(f"The site built before is back in {_shown(arguments.site)}; --back again undoes it.")
            return 0
        _build(arguments.site, arguments.url)
    except CorpusError as error:
        print(error, file=sys.stderr)
        print(f"\n{len(error.problems)} problems; nothing was built.", file=sys.stderr)
        return 1
    except (Abort, MkDocsException, SiteError) as error:
        print(f"The site could not be built: {error}", file=sys.stderr)
        return 1
    return 0


def _build(site: Path, url: str | None) -> None:
    started = time.monotonic()
    _say("Reading and checking the corpus")
    prepared = SiteBuild.prepare(ROOT)
    for warning in prepared.warnings:
        print(f"warning: {warning}")
    _say("Building the pages")
    build_site(prepared, site, url)
    counts = ", ".join(f"{count} {name}" for name, count in prepared.counts().items())
    print(f"Built in {time.monotonic() - started:.0f} s: {counts}.\nOpen {_shown(site)}/index.html")


def build_site(prepared: SiteBuild, site: Path, url: str | None = None) -> None:
    """Build ``prepared`` into the folder ``site``, which changes in one step when the new site is whole."""
    publish(site, lambda folder: write_site(prepared, folder, url), _say)


def write_site(prepared: SiteBuild, folder: Path, url: str | None = None, base: str | None = None) -> list[str]:
    """Let MkDocs write the site into ``folder``; every file it was to write.

    ``url`` is where it will be published, ``base`` at least its path on the host, as far as they are known.
    """
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), **({"site_url": url} if url else {}))
    config.extra |= {"build": prepared, "base": base}
    config.plugins.run_event("startup", command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.run_event("shutdown")
    # Pages, assets and received files as MkDocs lists them; and what the library wrote beside them.
    beside = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [*config.extra["written"], *beside]


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _say(step: str) -> None:
    print(f"{step} ...", flush=True)


if __name__ == "__main__":
    run(main)
