"""Write the built site as one zip: unzip it anywhere and open index.html; it searches without a server or a network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.command import run
from corpus.data.offline import write_bundle

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="built site (default: site)")
    parser.add_argument("--output", type=Path, default=ROOT / "dist" / "ke-hoach-mo.zip", help="archive to write")
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        print(f"no built site in {arguments.site}: run make site first", file=sys.stderr)
        return 1
    count = write_bundle(arguments.site, arguments.output)
    size = arguments.output.stat().st_size / 1e6
    print(f"{arguments.output}: {count} files, {size:.1f} MB. Unzip it and open {arguments.output.stem}/index.html")
    return 0


if __name__ == "__main__":
    run(main)
