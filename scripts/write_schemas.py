"""Write the JSON Schemas, the editor settings and the reference tables that the schema of the corpus gives.

With --check, nothing is written: the command says which file is stale and fails.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.command import run
from corpus.editors.reference import write_reference
from corpus.editors.schemas import editor_files

ROOT = Path(__file__).resolve().parent.parent


def generated_files() -> dict[str, str]:
    """Text of every file generated from the schema, by its path in the project."""
    return {**editor_files(), "content/huong-dan/cac-truong.md": write_reference()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say which files are stale")
    arguments = parser.parse_args()
    stale = [path for path, text in generated_files().items() if _read(ROOT / path) != text]
    for path in stale:
        print(f"{path}: {'stale' if arguments.check else 'written'}")
        if not arguments.check:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(generated_files()[path], encoding="utf-8")
    return 1 if stale and arguments.check else 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    run(main)
