"""What is kept of a draft for its review: the doubts, and the text read page by page.

It lies in ``plans/.review``, hidden, so that it is no part of the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from corpus.intake.document import Document
from corpus.intake.draft.doubt import Doubt
from corpus.intake.draft.make import Draft
from corpus.intake.draft.transcript import transcribe

FOLDER = ".review"


def review_path(root: Path, plan_id: str) -> Path:
    return root / "plans" / FOLDER / f"{plan_id}.json"


def as_json(draft: Draft, document: Document, doubts: Iterable[Doubt]) -> bytes:
    """The content of a draft's file for its review."""
    read = transcribe(document)
    pages: dict[int, list[str]] = {}
    for line, page in zip(read.text.split("\n"), read.pages, strict=False):
        pages.setdefault(page, []).append(line)
    kept = {
        "plan": draft.plan_id,
        "sources": [source.name for source in draft.sources],
        "kind": document.kind,
        "scanned": document.scanned,
        "doubts": [asdict(doubt) for doubt in doubts],
        "pages": [{"page": page, "text": "\n".join(lines)} for page, lines in sorted(pages.items())],
    }
    return f"{json.dumps(kept, ensure_ascii=False, indent=1)}\n".encode()
