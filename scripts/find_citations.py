"""Read text from standard input; print one JSON object per mention of a directive.

The text is any UTF-8; no corpus is needed. ``start`` and ``end`` count its Unicode characters; ``within``
is the position, among the lines printed, of the mention in whose title this one stands.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from dataclasses import asdict

from corpus.directives.find import find_mentions


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    # Line ends stay as they come, so that the offsets fit the file.
    text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="").read()
    for mention in find_mentions(text):
        print(json.dumps(asdict(mention), ensure_ascii=False, default=str))
    return 0


if __name__ == "__main__":
    sys.exit(main())
