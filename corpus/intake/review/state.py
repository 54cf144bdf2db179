"""What is still doubtful in a draft, and what a person settled: the file of its review beside the plan's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from corpus.intake.draft.differences import declare
from corpus.intake.draft.doubt import Doubt, DoubtKind
from corpus.intake.receive.overlook import overlook
from corpus.intake.receive.review_file import FOLDER, review_path
from corpus.intake.receive.store import store
from corpus.intake.review.entries import write_entry
from corpus.model import Corpus, Plan
from corpus.problem import Problem
from corpus.prove.prove import prove
from corpus.prove.reading import read_plan_text, read_source
from corpus.read.corpus_files import plan_address
from corpus.read.plan_text import parse_plan
from corpus.read.received import open_received

# Of the document itself: a look at the plan's file cannot find them again.
_OF_DOCUMENT = (DoubtKind.READING, DoubtKind.LEFT, DoubtKind.FILE, DoubtKind.PART)


class Conflict(Exception):
    """What a person changes is no longer as it was shown, or would break the plan; ``str`` says so in Vietnamese."""


@dataclass(frozen=True)
class Review:
    """A draft under review: its file's text, and what is kept of it; ``settled`` are keys of doubts."""

    root: Path
    plan_id: str
    text: str
    kept: dict[str, Any]

    @property
    def path(self) -> Path:
        return self.root / "plans" / f"{self.plan_id}.md"

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Those that nobody settled, the gravest first."""
        settled = set(self.kept.get("settled", ()))
        read = (Doubt(**{**one, "kind": DoubtKind(one["kind"])}) for one in self.kept["doubts"])
        return tuple(one for one in read if key_of(one) not in settled)

    def parse(self) -> tuple[Plan | None, list[Problem]]:
        problems: list[Problem] = []
        return parse_plan(self.text, self.plan_id, f"plans/{self.plan_id}.md", problems), problems


def key_of(doubt: Doubt) -> str:
    """The same for a doubt wherever its line moves."""
    words = f"{doubt.kind}|{doubt.must}|{doubt.found}|{doubt.page}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def open_reviews(root: Path) -> Iterator[Review]:
    """Every draft under review whose plan is there."""
    folder = root / "plans" / FOLDER
    for path in sorted(folder.glob("*/*/*.json")):
        if review := open_review(root, path.relative_to(folder).as_posix().removesuffix(".json")):
            yield review


def open_review(root: Path, plan_id: str) -> Review | None:
    path, kept = root / "plans" / f"{plan_id}.md", review_path(root, plan_id)
    if not (path.is_file() and kept.is_file()):
        return None
    return Review(root, plan_id, path.read_text("utf-8"), json.loads(kept.read_bytes()))


def settle(review: Review, key: str) -> Review:
    """The review with the doubt ``key`` settled, written to its file."""
    kept = {**review.kept, "settled": sorted({*review.kept.get("settled", ()), key})}
    return _save(replace(review, kept=kept))


def change(review: Review, text: str, corpus: Corpus) -> Review:
    """The plan's file written as ``text``, its differences declared anew and its doubts looked for again.

    Raises Conflict where ``text`` is no plan any more, or says what the file received does not. Only of a scan may
    words be put right: each such word is declared.
    """
    parsed, problems = replace(review, text=text).parse()
    if parsed is None:
        raise Conflict("; ".join(f"{one.must}: {one.found}" for one in problems))
    source = open_received(review.root, parsed.meta.source.words_file).words()
    renewed = _with_differences(text, parsed, source, review)
    plan, problems = replace(review, text=renewed).parse()
    unproved = [one for one in prove(plan, source).problems if one.severity == "error"] if plan else problems
    if plan is None or unproved:
        raise Conflict("; ".join(f"{one.must}: {one.found}" for one in unproved[:3]))
    return _save(_renewed(replace(review, text=renewed), plan, corpus))


def _with_differences(text: str, plan: Plan, source: str, review: Review) -> str:
    """``text`` with the differences that its words need now."""
    pages = [one["page"] for one in review.kept["pages"] for _ in one["text"].split("\n")]
    scanned = bool(review.kept.get("scanned"))
    found = declare(read_source(source), read_plan_text(plan), pages, reading=scanned)
    if list(found) == list(plan.meta.differences):
        return text
    return write_entry(text, "differences", [one.model_dump() for one in found])


def _renewed(review: Review, plan: Plan, corpus: Corpus) -> Review:
    """The review at the address that the plan's fields give, with what is doubtful now."""
    address = plan_address(plan.meta.place, plan.meta.year, plan.meta.number, plan.meta.symbol)
    kept_address = plan.meta.number is None and review.plan_id.rpartition("/")[0] == address.rpartition("/")[0]
    moved = replace(review, plan_id=review.plan_id if kept_address else address)
    of_document = [one for one in review.doubts if one.kind in _OF_DOCUMENT]
    doubts = overlook(of_document, plan, corpus)
    return replace(
        moved,
        kept={**review.kept, "plan": moved.plan_id, "doubts": [asdict(one) for one in doubts], "was": review.plan_id},
    )


def _save(review: Review) -> Review:
    was = review.kept.pop("was", review.plan_id)
    content = json.dumps(review.kept, ensure_ascii=False, indent=1).encode()
    old = [review.root / "plans" / f"{was}.md", review_path(review.root, was)] if was != review.plan_id else []
    if old and review.path.exists():
        raise Conflict(f"đã có kế hoạch khác ở plans/{review.plan_id}.md")
    store({review.path: review.text.encode(), review_path(review.root, review.plan_id): content})
    for path in old:
        path.unlink()
    return review


def settle_kind(review: Review, kinds: Sequence[DoubtKind]) -> Review:
    """The review with every doubt of ``kinds`` settled."""
    keys = {key_of(one) for one in review.doubts if one.kind in kinds}
    return _save(replace(review, kept={**review.kept, "settled": sorted({*review.kept.get("settled", ()), *keys})}))
