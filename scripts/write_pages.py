"""Write every generated page to a folder as plain Markdown, for another site engine to build."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.build import SiteBuild
from corpus.command import run
from corpus.problem import CorpusError
from corpus.written import write_if_changed

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder to write to; pages that did not change are not touched")
    arguments = parser.parse_args()
    try:
        build = SiteBuild.prepare(ROOT)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    written = [write_if_changed(arguments.folder / page.path, page.write().markdown.encode()) for page in build.pages()]
    print(f"{len(written)} pages, {sum(written)} written.")
    return 0


if __name__ == "__main__":
    run(main)
