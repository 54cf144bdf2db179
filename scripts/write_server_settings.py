"""Write the settings for web servers into deploy/, from the one policy of the site."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.command import run
from corpus.policy import server_settings

FOLDER = Path(__file__).resolve().parent.parent / "deploy"


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    for name, text in server_settings().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"deploy/{name}")
    return 0


if __name__ == "__main__":
    run(main)
