"""Time the finder beside eyecite's default tokenizer, each over the same volume of its own kind of text.

The Vietnamese text is the corpus with its numbers varied; the English one is court prose made here, with
about as many citations per kilobyte. Needs eyecite (requirements-test.txt).
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from eyecite import get_citations

from corpus.directives.find import find_mentions
from corpus.model import Plan
from corpus.read.corpus_files import read_corpus

ROOT = Path(__file__).resolve().parent.parent
PARTIES = ("Adams", "Becker Co.", "State", "City of Dover", "Harlow", "United Mills", "Ortega", "Commissioner")
FIRST = 10  # texts, each plan twice
REPORTERS = ("U.S.", "F.3d", "F. Supp. 2d", "S. Ct.", "Cal. App. 4th", "N.E.2d", "A.2d")
REMARKS = (
    "The court below read the record otherwise, and its reasons deserve a full answer.",
    "Nothing in the statute requires notice of that kind before the hearing takes place.",
    "Counsel conceded as much at argument, and we need not decide the point again.",
    "We review the denial of the motion for abuse of discretion and find none.",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=4.0, help="volume of each text, UTF-8 (default: 4)")
    arguments = parser.parse_args()
    size = int(arguments.megabytes * 1_000_000)
    ours = _time("corpus.directives.find", find_mentions, _fill(_plan_texts(read_corpus(ROOT).plans), size))
    theirs = _time("eyecite", get_citations, _fill(_opinions(), size))
    print(f"corpus.directives.find reads {ours / theirs:.0f} times as many bytes per second as eyecite")
    return 0


def _time(name: str, find: Callable[[str], Sequence[object]], texts: list[str]) -> float:
    """Megabytes per second of processor time of ``find`` over ``texts``, printed with its mentions per second.

    A few texts are read before, untimed: patterns that are compiled at first use cost once, not for each text.
    """
    for text in texts[:FIRST]:
        find(text)
    started = time.process_time()
    mentions = sum(len(find(text)) for text in texts)
    seconds = time.process_time() - started
    size, characters = sum(len(text.encode()) for text in texts) / 1e6, sum(map(len, texts)) / 1e6
    print(
        f"{name:12} {size / seconds:8.2f} MB/s  {characters / seconds:8.2f} million characters/s  "
        f"{mentions / seconds:9.0f} mentions/s  ({size:.1f} MB, {mentions} mentions, {seconds:.1f} s)"
    )
    return size / seconds


def _fill(texts: Iterator[str], size: int) -> list[str]:
    """As many of ``texts`` as make ``size`` bytes."""
    filled, total = [], 0
    while total < size:
        text = next(texts)
        filled.append(text)
        total += len(text.encode())
    return filled


def _plan_texts(plans: Sequence[Plan]) -> Iterator[str]:
    """The plans' texts again and again, every round with other numbers."""
    for turn in itertools.count():
        for plan in plans:
            text = "\n".join(passage.text for passage in plan.passages)
            yield text.replace("/", f"{turn % 10}/") if turn else text


def _opinions() -> Iterator[str]:
    """Opinions of 40 paragraphs each; no two citations are the same."""
    number = itertools.count(1)
    while True:
        yield "\n\n".join(_paragraph(next(number)) for _ in range(40))


def _paragraph(seed: int) -> str:
    first, second = PARTIES[seed % 8], PARTIES[(seed * 5 + 3) % 8]
    volume, page, reporter = seed % 590 + 1, seed * 7 % 1400 + 1, REPORTERS[seed % 7]
    cited = f"See {first} v. {second}, {volume} {reporter} {page}, {page + 3} ({1950 + seed % 70})."
    remarks = [REMARKS[(seed + turn) % 4] for turn in range(12)]
    return " ".join([*remarks[:5], cited, *remarks[5:]])


if __name__ == "__main__":
    sys.exit(main())
