"""Check the corpus and build the site; where anything fails, the site built before stays as it was."""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from corpus.build import SiteBuild
from corpus.command import run
from corpus.problem import CorpusError

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="folder to build (default: site)")
    arguments = parser.parse_args()
    started = time.monotonic()
    try:
        _say("Reading and checking the corpus")
        prepared = SiteBuild.prepare(ROOT)
        for warning in prepared.warnings:
            print(f"warning: {warning}")
        _say("Building the pages")
        _build(prepared, arguments.site)
    except CorpusError as error:
        print(error, file=sys.stderr)
        print(f"\n{len(error.problems)} problems; nothing was built.", file=sys.stderr)
        return 1
    except (Abort, MkDocsException) as error:
        print(f"The site could not be built: {error}", file=sys.stderr)
        return 1
    counts = ", ".join(f"{count} {name}" for name, count in prepared.counts().items())
    print(f"Built in {time.monotonic() - started:.0f} s: {counts}.\nOpen {_shown(arguments.site)}/index.html")
    return 0


def _build(prepared: SiteBuild, site: Path) -> None:
    """Build beside ``site`` and put the result in its place only when it is whole."""
    fresh, old = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(fresh))
    config.extra["build"] = prepared
    config.plugins.run_event("startup", command="build", dirty=False)
    try:
        build(config)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    finally:
        config.plugins.run_event("shutdown")
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _say(step: str) -> None:
    print(f"{step} ...", flush=True)


if __name__ == "__main__":
    run(main)
