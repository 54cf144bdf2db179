"""Asking a person about proposed entries: one question and its answers, the same for every register."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def proposal_parser(about: str) -> argparse.ArgumentParser:
    """The arguments of a command that proposes entries; ``about`` is what it says of itself."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", nargs="*", help="ids of plans, such as hai-phong/2021/45-kh-ubnd (default: all)")
    parser.add_argument("--print", action="store_true", help="only print the proposals; ask nothing, write nothing")
    parser.add_argument("--sure", action="store_true", help="add every sure proposal without asking; leave the others")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: this project)")
    return parser


@dataclass(frozen=True)
class Confirming:
    """How a command's person wants to be asked, and what is done with an entry that is wanted or refused."""

    quiet: bool
    sure_only: bool
    add: Callable[[str], None]
    refuse: Callable[[str], None] | None = None

    def decide(self, identity: str, entry: str, sure: bool) -> int:
        """Ask about ``entry``, unless all that is sure is wanted, and do what is answered; 1 where it was added."""
        answer = "c" if self.sure_only and sure else ""
        if not (self.quiet or self.sure_only):
            never = "k = không bao giờ hỏi lại, " if self.refuse else ""
            answer = input(f"Ghi vào sổ? [c = có, s = sửa rồi ghi, {never}phím khác = để sau] ").strip().lower()
        if answer == "k" and self.refuse:
            self.refuse(identity)
        if answer in ("s", "sửa"):
            entry = edited(entry)
        if answer in ("c", "có", "s", "sửa") and entry.strip():
            self.add(entry)
            return 1
        return 0


def edited(entry: str) -> str:
    """``entry`` as the person leaves it in their editor; empty means not to add it."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "muc.yml"
        draft.write_text(entry, encoding="utf-8")
        subprocess.run([*shlex.split(os.environ.get("EDITOR", "nano")), str(draft)], check=True)
        return draft.read_text(encoding="utf-8")
