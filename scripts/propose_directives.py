"""Propose register entries for directives that plans cite and plans/registers/directives.yml lacks.

Each proposal is shown with the sentences it comes from; what is confirmed is added at the end of the register.
Nothing is written without a yes, or --sure.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.directives.cite import cite
from corpus.editors.propose import Proposal, as_yaml, propose, refuse
from corpus.model import Citation, Corpus, Plan
from corpus.read.corpus_files import CorpusFiles, read_corpus

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", nargs="*", help="ids of plans, such as hai-phong/2021/45-kh-ubnd (default: all)")
    parser.add_argument("--print", action="store_true", help="only print the proposals; ask nothing, write nothing")
    parser.add_argument("--sure", action="store_true", help="add every sure proposal without asking; leave the others")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: this project)")
    arguments = parser.parse_args()
    corpus = read_corpus(arguments.root)
    if unknown := [name for name in arguments.plans if name not in corpus.plan]:
        parser.error(f"no such plan: {', '.join(unknown)}")
    register = CorpusFiles(arguments.root).register("directives")
    seen: set[str] = set()
    added = 0
    for plan in corpus.plans:
        if not arguments.plans or plan.id in arguments.plans:
            added += _offer(plan, corpus, register, arguments, seen)
    print(f"Đã thêm {added} văn bản vào {register.relative_to(arguments.root)}.")
    return 0


def _offer(plan: Plan, corpus: Corpus, register: Path, arguments: argparse.Namespace, seen: set[str]) -> int:
    """Show each proposal from ``plan`` that no plan before made, and write what is answered; returns how many."""
    citations = cite(plan, corpus)
    added = 0
    for proposal in propose(plan, citations, corpus):
        identity = proposal.directive.id
        if identity in seen:
            continue
        seen.add(identity)
        entry = as_yaml(proposal.directive)
        _show(proposal, entry, [one for one in citations if one.directive == identity])
        answer = "c" if arguments.sure and proposal.sure else ""
        if not (arguments.print or arguments.sure):
            answer = input("Ghi vào sổ? [c = có, s = sửa rồi ghi, k = không bao giờ hỏi lại, phím khác = để sau] ")
        added += _write(register, entry, identity, answer.strip().lower())
    return added


def _write(register: Path, entry: str, identity: str, answer: str) -> int:
    """Do what was answered; 1 where an entry was added."""
    if answer == "k":
        register.write_text(refuse(register.read_text(encoding="utf-8"), identity), encoding="utf-8")
        return 0
    if answer in ("s", "sửa"):
        entry = _edited(entry)
    if answer in ("c", "có", "s", "sửa") and entry.strip():
        with register.open("a", encoding="utf-8") as target:
            target.write(entry)
        return 1
    return 0


def _edited(entry: str) -> str:
    """``entry`` as the person leaves it in their editor; empty means not to add it."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "van-ban.yml"
        draft.write_text(entry, encoding="utf-8")
        subprocess.run([*shlex.split(os.environ.get("EDITOR", "nano")), str(draft)], check=True)
        return draft.read_text(encoding="utf-8")


def _show(proposal: Proposal, entry: str, citations: list[Citation]) -> None:
    print(f"\n{entry}")
    print(f"    # {'chắc chắn' if proposal.sure else 'cần xem'}")
    for double in proposal.doubles:
        print(f"    # có thể trùng với {double}")
    for citation in citations:
        sentence = " ".join(f"{citation.prefix}[{citation.text}]{citation.suffix}".split())
        print(f"    # {citation.plan}#{citation.anchor}: … {sentence} …\n    #   {citation.reason}")
    for citation in proposal.unlinked:
        print(f"    # ghi vào sổ thì chỗ này không còn dẫn tới đây: {citation.anchor}: {citation.text}")


if __name__ == "__main__":
    sys.exit(main())
