"""Propose register entries for directives that plans cite and plans/registers/directives.yml lacks.

Each proposal is shown with the sentences it comes from; what is confirmed is added at the end of the register.
Nothing is written without a yes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.directives.cite import cite
from corpus.editors.propose import as_yaml, propose
from corpus.model import Citation, Corpus, Plan
from corpus.read.corpus_files import CorpusFiles, read_corpus

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", nargs="*", help="ids of plans, such as hai-phong/2021/45-kh-ubnd (default: all)")
    parser.add_argument("--print", action="store_true", help="only print the proposals; ask nothing, write nothing")
    arguments = parser.parse_args()
    corpus = read_corpus(ROOT)
    if unknown := [name for name in arguments.plans if name not in corpus.plan]:
        parser.error(f"no such plan: {', '.join(unknown)}")
    register = CorpusFiles(ROOT).register("directives")
    added = 0
    for plan in corpus.plans:
        if not arguments.plans or plan.id in arguments.plans:
            added += _offer(plan, corpus, register, arguments.print)
    print(f"Đã thêm {added} văn bản vào {register.relative_to(ROOT)}.")
    return 0


def _offer(plan: Plan, corpus: Corpus, register: Path, only_print: bool) -> int:
    """Show each proposal from ``plan`` and append the confirmed ones; returns how many."""
    citations = cite(plan, corpus)
    added = 0
    for directive in propose(plan, citations, corpus):
        entry = as_yaml(directive)
        print(f"\n{entry}")
        for citation in citations:
            if citation.directive == directive.id:
                _show(citation)
        if not only_print and input("Ghi vào sổ văn bản? [c = có, phím khác = không] ").strip().lower() in ("c", "có"):
            with register.open("a", encoding="utf-8") as target:
                target.write(entry)
            added += 1
    return added


def _show(citation: Citation) -> None:
    sentence = " ".join(f"{citation.prefix}[{citation.text}]{citation.suffix}".split())
    print(f"    # {citation.plan}#{citation.anchor}: … {sentence} …\n    #   {citation.reason}")


if __name__ == "__main__":
    sys.exit(main())
