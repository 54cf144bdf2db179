"""One file received: from its bytes to the plan's files, with what a person should look at."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from corpus.editors.propose_bodies import body_as_yaml, with_agency
from corpus.intake.document import Document
from corpus.intake.draft.doubt import Doubt, DoubtKind
from corpus.intake.draft.make import Draft, make_draft
from corpus.intake.read import read_received
from corpus.intake.receive.issuer import unknown_issuer, with_issuer
from corpus.intake.receive.kept import look_up, same_file
from corpus.intake.receive.overlook import overlook
from corpus.intake.receive.review_file import as_json, review_path
from corpus.intake.receive.store import store
from corpus.intake.refusal import Refused
from corpus.model import Corpus
from corpus.read.corpus_files import CorpusFiles
from corpus.read.files import RECEIVED_LIMIT
from corpus.schema import Agency

_NO_DOCUMENT = (
    "Không thấy đây là kế hoạch hay quyết định: không có dòng tên loại văn bản (KẾ HOẠCH, QUYẾT ĐỊNH …), số hay ngày ban hành",
    "Hãy kiểm tra xem có đúng tệp không; bản quét thì quét lại cho rõ; văn bản thiếu phần đầu thì xin bản đủ",
)


class Outcome(Enum):
    NEW = auto()
    SAME = auto()
    REPLACED = auto()
    WAITING = auto()  # it would change a plan, which nobody has allowed


@dataclass(frozen=True)
class Reception:
    """What became of one file; ``changes`` are the lines of a comparison with the plan there was, ``issuer`` the entry
    that the register of agencies got for the body that issued it."""

    outcome: Outcome
    draft: Draft
    doubts: tuple[Doubt, ...]
    changes: tuple[str, ...] = ()
    issuer: Agency | None = None


def receive(path: Path, root: Path, corpus: Corpus, replacing: bool) -> Reception:
    """Read the file ``path`` and write its draft into the corpus under ``root``.

    A plan that is there already is written anew only if ``replacing``, and keeps what people wrote into it. Raises
    Refused where the file is none that can be received, OSError where something cannot be read or written.
    """
    document = read_received(path)
    with path.open("rb") as file:
        data = file.read(RECEIVED_LIMIT)
    same = same_file(corpus, hashlib.sha256(data).hexdigest())
    draft = make_draft(document, data, corpus.country, lambda fields: look_up(corpus, fields, same))
    if draft.fields.bare:
        raise Refused(*_NO_DOCUMENT)
    issuer = unknown_issuer(draft, corpus)
    doubts = overlook((*draft.doubts, *_new_body(issuer)), draft.plan, with_issuer(corpus, issuer))
    target = root / draft.path
    old = target.read_text("utf-8") if target.exists() else None
    if old == draft.text:
        return Reception(Outcome.SAME, draft, doubts)
    changes = tuple(_compare(old, draft.text)) if old is not None else ()
    if old is not None and not replacing:
        return Reception(Outcome.WAITING, draft, doubts, changes)
    store({**_files(draft, document, doubts, root), **_register(issuer, root)})
    return Reception(Outcome.NEW if old is None else Outcome.REPLACED, draft, doubts, changes, issuer)


def _new_body(issuer: Agency | None) -> Iterator[Doubt]:
    if issuer:
        must = "issuer: cơ quan ban hành chưa có trong sổ, đã ghi thêm theo phần đầu văn bản; hãy xem lại tên"
        yield Doubt(DoubtKind.FIELD, must, issuer.name)


def _register(issuer: Agency | None, root: Path) -> dict[Path, bytes]:
    """The register of agencies with the entry for ``issuer``."""
    if issuer is None:
        return {}
    path = CorpusFiles(root).register("agencies")
    return {path: with_agency(path.read_text("utf-8"), body_as_yaml(issuer)).encode()}


def _compare(old: str, new: str) -> Iterator[str]:
    """The lines that would change, with one line on either side."""
    compared = difflib.unified_diff(old.split("\n"), new.split("\n"), "đang có", "sẽ ghi", n=1, lineterm="")
    return (line for line in compared if not line.startswith("@@"))


def _files(draft: Draft, document: Document, doubts: tuple[Doubt, ...], root: Path) -> dict[Path, bytes]:
    """Content by path of all that is written for one draft."""
    sources = root / "plans" / "sources"
    files = {sources / source.name: source.data for source in draft.sources}
    files[root / draft.path] = draft.text.encode()
    files[review_path(root, draft.plan_id)] = as_json(draft, document, doubts)
    return files
