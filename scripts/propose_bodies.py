"""Propose register entries for bodies that plans give work to and that neither a rule nor the register knows.

Each body is shown once, with its place, level and kind and the sentences it comes from; what is confirmed is added
among the agencies of plans/registers/agencies.yml. Nothing is written without a yes, or --sure.
"""

from __future__ import annotations

from corpus.command import run
from corpus.editors.confirm import Confirming, proposal_parser
from corpus.editors.propose_bodies import ProposedBody, body_as_yaml, propose_bodies, with_agency
from corpus.link import Registers, link_plan
from corpus.read.corpus_files import CorpusFiles, read_corpus


def main() -> int:
    parser = proposal_parser(__doc__ or "")
    arguments = parser.parse_args()
    corpus = read_corpus(arguments.root)
    if unknown := [name for name in arguments.plans if name not in corpus.plan]:
        parser.error(f"no such plan: {', '.join(unknown)}")
    register = CorpusFiles(arguments.root).register("agencies")
    registers = Registers.of(corpus)
    asked = (plan for plan in corpus.plans if not arguments.plans or plan.id in arguments.plans)
    records = [link_plan(plan, registers) for plan in asked]

    def add(entry: str) -> None:
        register.write_text(with_agency(register.read_text(encoding="utf-8"), entry), encoding="utf-8")

    confirming = Confirming(arguments.print, arguments.sure, add)
    added = 0
    for proposal in propose_bodies(records, registers.bodies):
        entry = body_as_yaml(proposal.agency)
        _show(proposal, entry)
        added += confirming.decide(proposal.agency.id, entry, proposal.sure)
    print(f"Đã thêm {added} cơ quan vào {register.relative_to(arguments.root)}.")
    return 0


def _show(proposal: ProposedBody, entry: str) -> None:
    one = proposal.agency
    print(f"\n{entry}    # {'chắc chắn' if proposal.sure else 'cần xem'}: {one.level.label}, {one.body.label}")
    for plan, anchor, sentence in proposal.sentences:
        print(f"    # {plan}#{anchor}: … {sentence} …")


if __name__ == "__main__":
    run(main)
