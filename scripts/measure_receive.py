"""How much of a plan comes back when it is received as .docx, as PDF with text and as a scan.

Plans of a corpus are rendered in the manners of several authors, read again, and compared with what was printed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.command import run
from corpus.evaluation.read_back import Read, compare, compare_texts
from corpus.evaluation.rendering.pdf_file import first_pages, to_pdf
from corpus.evaluation.rendering.scans import scan_pdf
from corpus.evaluation.rendering.sheet import Item, print_plan
from corpus.evaluation.rendering.word_file import MANNERS, write_docx
from corpus.intake.worker import read_bytes
from corpus.read.corpus_files import read_corpus

ROOT = Path(__file__).resolve().parent.parent
CORPORA = (ROOT / "tests/golden/corpus", ROOT / "tests/golden/elsewhere")
FORMS = ("docx", "pdf", "scan")
WORST = 10


def main() -> int:
    options = parse(sys.argv[1:])
    sheets = dict(read_sheets(options.corpus or CORPORA, options.only))
    manners = [manner for manner in MANNERS if manner.name in options.manner]
    files = {(name, manner.name): write_docx(sheets[name], manner) for name in sheets for manner in manners}
    if "docx" in options.form:
        report("docx", {key: compare(sheets[key[0]], read_bytes(data)) for key, data in files.items()})
    if options.form == ["docx"]:
        return 0
    names = {" ".join(key): key for key in files}
    printed = {names[name]: data for name, data in to_pdf({" ".join(k): data for k, data in files.items()}).items()}
    if "pdf" in options.form:
        report("pdf", {key: compare(sheets[key[0]], read_bytes(data)) for key, data in printed.items()})
    if "scan" in options.form:
        report(
            "scan", {key: measure_scan(data, options.pages, seed) for seed, (key, data) in enumerate(printed.items())}
        )
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", help="root of a corpus; may be given again")
    parser.add_argument("--only", default="", help="plans whose id has this in it")
    parser.add_argument("--form", nargs="+", choices=FORMS, default=["docx", "pdf"], help="forms of the file")
    parser.add_argument("--manner", nargs="+", default=[one.name for one in MANNERS], help="manners of setting")
    parser.add_argument("--pages", type=int, default=4, help="pages of each scan; a page takes about ten seconds")
    return parser.parse_args(arguments)


def read_sheets(roots: list[Path] | tuple[Path, ...], only: str) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for root in roots:
        corpus = read_corpus(root)
        yield from ((plan.id, print_plan(plan, corpus)) for plan in corpus.plans if only in plan.id)


def measure_scan(data: bytes, pages: int, seed: int) -> Read:
    """The scan of the first pages against their letters."""
    some = first_pages(data, pages)
    return compare_texts(read_bytes(some), read_bytes(scan_pdf(some, seed)))


def report(form: str, measured: dict[tuple[str, str], Read]) -> None:
    whole = sum(measured.values(), Read())
    shares = [f"{whole.wrong / max(1, whole.letters):.3%} of {whole.letters} letters wrong"]
    for name, back, there in (
        ("paragraphs", whole.paragraphs_back, whole.paragraphs),
        ("cells", whole.cells_back, whole.cells),
    ):
        shares += [f"{back / there:.2%} of {there} {name} back"] if there else []
    print(f"{form}: {len(measured)} files; " + "; ".join(shares))
    worst = sorted(measured.items(), key=lambda one: -one[1].wrong / max(1, one[1].letters))
    for (plan, manner), read in [one for one in worst if one[1].wrong][:WORST]:
        print(f"    {plan} {manner}: {read.wrong} of {read.letters}")


if __name__ == "__main__":
    run(main)
