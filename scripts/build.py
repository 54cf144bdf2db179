"""Check the corpus and build the site; where anything fails, the site built before stays as it was.

Where nothing has changed since, nothing is made. JOBS=n in the environment says on how many processors (all).
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from functools import partial
from pathlib import Path

from corpus.command import run
from corpus.problem import CorpusError
from corpus.publish import SiteError, put_back
from corpus.standing import digest_inputs, make_noted, read_note

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="folder to build (default: site)")
    parser.add_argument("--url", help="address at which the site will be published, for its map and its page of errors")
    parser.add_argument("--back", action="store_true", help="put back the site built before this one; build nothing")
    parser.add_argument("--again", action="store_true", help="build although nothing has changed")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    try:
        if arguments.back:
            put_back(arguments.site, _say)
            print(f"The site built before is back in {_shown(arguments.site)}; --back again undoes it.")
        else:
            _build_unless_it_stands(arguments.site.absolute(), arguments.url, arguments.again)
    except CorpusError as error:
        print(error, file=sys.stderr)
        print(f"\n{len(error.problems)} problems; nothing was built.", file=sys.stderr)
        return 1
    except SiteError as error:
        print(f"The site could not be built: {error}", file=sys.stderr)
        return 1
    return 0


def _build_unless_it_stands(site: Path, url: str | None, again: bool) -> None:
    inputs = partial(digest_inputs, ROOT, url)
    said = None if again else read_note(site, inputs())
    if said is None:
        started = time.monotonic()
        said = make_noted(site, inputs, partial(_build, site, url))
        took = f"Built in {time.monotonic() - started:.0f} s"
    else:
        print("\n".join(said[:-1]))
        took = "Nothing has changed since the last build"
    print(f"{took}: {said[-1]}.\nOpen {_shown(site)}/index.html")


def _build(site: Path, url: str | None) -> list[str]:
    """Build; what is to be said of it: the warnings, then what it holds."""
    _say("Reading and checking the corpus")
    # The engine takes longer to load than it takes to see that nothing has changed.
    from corpus.build import SiteBuild
    from corpus.record_store import Records
    from engine.site import build_site

    prepared = SiteBuild.prepare(ROOT, records=Records(ROOT / "build", ROOT))
    said = [f"warning: {warning}" for warning in prepared.warnings]
    print("\n".join(said))
    _say("Building the pages")
    build_site(prepared, site, url, _say)
    return [*said, ", ".join(f"{count} {name}" for name, count in prepared.counts().items())]


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _say(step: str) -> None:
    print(f"{step} ...", flush=True)


if __name__ == "__main__":
    run(main)
