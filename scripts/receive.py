"""Receive files: from a document as it came to the plan's draft in the corpus, with what a person should look at.

Writes the plan to plans/<place>/<year>/<number-symbol>.md, the file received and the text read of it to
plans/sources/, and the list of doubts to plans/.review/. A body that only the letterhead tells of (a steering
committee) gets its entry in plans/registers/agencies.yml. A plan that is there already is only compared, unless
--replace is given. Nothing of a file that fails is left behind.

Exit status: 0 all received, 1 a plan would change (see --replace), 2 a file could not be received.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from corpus.command import run
from corpus.intake.draft.doubt import LABELS
from corpus.intake.receive.issuer import with_issuer
from corpus.intake.receive.receive import Outcome, Reception, receive
from corpus.intake.receive.review_file import review_path
from corpus.intake.refusal import Refused
from corpus.model import Corpus
from corpus.needed import with_plan
from corpus.problem import CorpusError, Problem
from corpus.read.corpus_files import try_read_corpus

ROOT = Path(__file__).resolve().parent.parent
FINE, WAITING, FAILED = range(3)
_SAYS = {
    Outcome.NEW: "đã nhận thành {}",
    Outcome.SAME: "đã nhận từ trước, không có gì thay đổi: {}",
    Outcome.REPLACED: "đã ghi lại {}",
    Outcome.WAITING: "đã có {}, nhận lại sẽ đổi những dòng dưới đây; muốn ghi thì thêm --replace",
}
_MOST_CHANGES = 60  # lines shown
_MOST_LEFT_SHORT = 160  # characters of what a doubt found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="documents to receive")
    parser.add_argument("--replace", action="store_true", help="write plans that are there already anew")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder above plans/ (default: this project)")
    arguments = parser.parse_args()
    corpus, problems = try_read_corpus(arguments.root)
    if corpus is None:
        raise_all(problems)
        return FAILED
    worst = FINE
    for number, path in enumerate(arguments.files, 1):
        if len(arguments.files) > 1:
            print(f"[{number}/{len(arguments.files)}] {path.name}", file=sys.stderr, flush=True)
        status, corpus = receive_one(path, arguments.root, corpus, arguments.replace)
        worst = max(worst, status)
    return worst


def receive_one(path: Path, root: Path, corpus: Corpus, replacing: bool) -> tuple[int, Corpus]:
    """Receive ``path`` and say what became of it; the exit status for it, and the corpus with its plan."""
    try:
        received = receive(path, root, corpus, replacing)
    except Refused as refused:
        print(Problem(path.name, 1, refused.message, path.name), file=sys.stderr)
        return FAILED, corpus
    except CorpusError as error:
        raise_all(error.problems)
        return FAILED, corpus
    except OSError as error:
        print(Problem(path.name, 1, "phải đọc và ghi được tệp", error.strerror or str(error)), file=sys.stderr)
        return FAILED, corpus
    say(path, received, root)
    if received.outcome is Outcome.WAITING:
        return WAITING, corpus
    plan = received.draft.plan
    return FINE, with_plan(with_issuer(corpus, received.issuer), plan) if plan else corpus


def raise_all(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def say(path: Path, received: Reception, root: Path) -> None:
    """What became of a file, what would change, and at the end what is doubtful."""
    print(f"{path.name}: {_SAYS[received.outcome].format(received.draft.path)}")
    for line in received.changes[:_MOST_CHANGES]:
        print(f"  {line}")
    if len(received.changes) > _MOST_CHANGES:
        print(f"  … và {len(received.changes) - _MOST_CHANGES} dòng nữa")
    if not received.doubts:
        print("Không có chỗ nào cần xem lại.")
        return
    print(f"\nCần xem lại {len(received.doubts)} chỗ:")
    for doubt in received.doubts:
        where = f" (trang {doubt.page})" if doubt.page else ""
        found = doubt.found if len(doubt.found) <= _MOST_LEFT_SHORT else f"{doubt.found[:_MOST_LEFT_SHORT]}…"
        print(Problem(received.draft.path, doubt.line, f"{LABELS[doubt.kind]}{where}: {doubt.must}", found))
    if received.outcome is not Outcome.WAITING:
        print(f"Danh sách này được giữ ở {review_path(root, received.draft.plan_id).relative_to(root)}.")


if __name__ == "__main__":
    run(main)
