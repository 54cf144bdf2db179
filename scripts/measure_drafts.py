"""How much of a plan the draft made of its document has right, before anybody looks at it.

Plans of a corpus are set as documents of Word in the manners of several authors, received, and compared with the plan
they came from: fields that the document prints, clauses with what they stand below, cells of tables, and the tasks,
duties and reports that are read of both. With --documents, files received elsewhere (PDF made of these, scans) under the
same names take the place of those made here; --write leaves these in a folder.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus.command import run
from corpus.evaluation.drafts import DraftMeasured, measure_draft
from corpus.evaluation.rendering.sheet import print_plan
from corpus.evaluation.rendering.word_file import MANNERS, Manner, write_docx
from corpus.intake.draft.make import Known, make_draft
from corpus.intake.read import read_received
from corpus.link import Registers
from corpus.model import Corpus, Plan
from corpus.read.corpus_files import plan_address, read_corpus

ROOT = Path(__file__).resolve().parent.parent
CORPORA = [ROOT / "tests/golden/corpus", ROOT / "tests/golden/elsewhere"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", help="root of a corpus; may be given again")
    parser.add_argument("--only", default="", help="plans whose id has this in it")
    parser.add_argument("--manner", nargs="+", help="manners of setting (default: one for each plan, in turn)")
    parser.add_argument(
        "--documents", type=Path, help="folder of files to receive instead, PLACE_YEAR_NAME.MANNER.KIND"
    )
    parser.add_argument("--write", type=Path, help="only write the documents into this folder")
    parser.add_argument("--list", action="store_true", help="list all that is wrong")
    options = parser.parse_args()
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for plan, corpus, manner in choose(options):
            (options.write / file_name(plan, manner, "docx")).write_bytes(write_docx(print_plan(plan, corpus), manner))
        return 0
    whole = DraftMeasured()
    with tempfile.TemporaryDirectory() as folder:
        for plan, corpus, manner in choose(options):
            path = find_document(options.documents, plan, manner) or set_document(Path(folder), plan, corpus, manner)
            measured = measure_draft(plan, draft_of(path, plan, corpus), Registers.of(corpus))
            whole.add_all(measured)
            if options.list:
                print(*(f"{path.name}: {line}" for line in measured.wrong), sep="\n")
    for sort, right, wanted, extra in whole.shares():
        print(f"{sort}: {right / wanted:.3f} of {wanted} right" + (f", {extra} too many" if extra else ""))
    return 0


def choose(options: argparse.Namespace) -> Iterator[tuple[Plan, Corpus, Manner]]:
    """Each plan with the manners it is set in."""
    number = 0
    for root in options.corpus or CORPORA:
        corpus = read_corpus(root)
        for plan in corpus.plans:
            number += 1
            chosen = [one for one in MANNERS if one.name in (options.manner or [MANNERS[number % len(MANNERS)].name])]
            if options.only in plan.id:
                yield from ((plan, corpus, manner) for manner in chosen)


def file_name(plan: Plan, manner: Manner, kind: str) -> str:
    return f"{plan.id.replace('/', '_')}.{manner.name}.{kind}"


def find_document(folder: Path | None, plan: Plan, manner: Manner) -> Path | None:
    return next(iter(sorted(folder.glob(file_name(plan, manner, "*")))), None) if folder else None


def set_document(folder: Path, plan: Plan, corpus: Corpus, manner: Manner) -> Path:
    path = folder / file_name(plan, manner, "docx")
    path.write_bytes(write_docx(print_plan(plan, corpus), manner))
    return path


def draft_of(path: Path, plan: Plan, corpus: Corpus) -> Plan | None:
    """The draft of the document ``path``, which knows the places of ``corpus`` but not its plans."""
    draft = make_draft(
        read_received(path),
        path.read_bytes(),
        corpus.country,
        lambda fields: Known(plan_address(fields.place, fields.year, fields.number, fields.symbol)),
    )
    return draft.plan


if __name__ == "__main__":
    run(main)
