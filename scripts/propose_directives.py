"""Propose register entries for directives that plans cite and plans/registers/directives.yml lacks.

Each proposal is shown with the sentences it comes from; what is confirmed is added at the end of the register.
Nothing is written without a yes, or --sure.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from corpus.directives.cite import cite
from corpus.editors.confirm import Confirming, proposal_parser
from corpus.editors.propose import Proposal, as_yaml, propose, refuse
from corpus.model import Citation, Corpus, Plan
from corpus.read.corpus_files import CorpusFiles, read_corpus


def main() -> int:
    parser = proposal_parser(__doc__ or "")
    arguments = parser.parse_args()
    corpus = read_corpus(arguments.root)
    if unknown := [name for name in arguments.plans if name not in corpus.plan]:
        parser.error(f"no such plan: {', '.join(unknown)}")
    register = CorpusFiles(arguments.root).register("directives")
    confirming = Confirming(arguments.print, arguments.sure, partial(_add, register), partial(_refuse, register))
    seen: set[str] = set()
    added = 0
    for plan in corpus.plans:
        if not arguments.plans or plan.id in arguments.plans:
            added += _offer(plan, corpus, confirming, seen)
    print(f"Đã thêm {added} văn bản vào {register.relative_to(arguments.root)}.")
    return 0


def _offer(plan: Plan, corpus: Corpus, confirming: Confirming, seen: set[str]) -> int:
    """Show each proposal from ``plan`` that no plan before made, and do what is answered; returns how many were added."""
    citations = cite(plan, corpus)
    added = 0
    for proposal in propose(plan, citations, corpus):
        identity = proposal.directive.id
        if identity in seen:
            continue
        seen.add(identity)
        entry = as_yaml(proposal.directive)
        _show(proposal, entry, [one for one in citations if one.directive == identity])
        added += confirming.decide(identity, entry, proposal.sure)
    return added


def _add(register: Path, entry: str) -> None:
    with register.open("a", encoding="utf-8") as target:
        target.write(entry)


def _refuse(register: Path, identity: str) -> None:
    register.write_text(refuse(register.read_text(encoding="utf-8"), identity), encoding="utf-8")


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
