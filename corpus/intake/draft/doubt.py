"""What a person should look at in a draft: each with its place in the file, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DoubtKind(StrEnum):
    """Sorts of doubt, the gravest first."""

    FIELD = "field"  # a field of the front matter that the document does not print, or that several things fit
    PROOF = "proof"  # words that are not where the text read has them
    PART = "part"  # a part of the document that was not recognised
    TABLE = "table"  # a table whose columns were guessed, a row with too few cells
    NAME = "name"  # a body that nobody knows
    READING = "reading"  # a word that the reading of a scan was unsure of
    WORK = "work"  # what looks like work and became none
    LEFT = "left"  # text that was left out
    FILE = "file"  # what the file itself says of its making


LABELS = {
    DoubtKind.FIELD: "trường khai báo",
    DoubtKind.PROOF: "chữ không khớp",
    DoubtKind.PART: "phần của văn bản",
    DoubtKind.TABLE: "bảng",
    DoubtKind.NAME: "tên cơ quan",
    DoubtKind.READING: "chữ đọc không chắc",
    DoubtKind.WORK: "việc chưa nhận ra",
    DoubtKind.LEFT: "chữ bỏ ra ngoài",
    DoubtKind.FILE: "tệp nhận được",
}


@dataclass(frozen=True)
class Doubt:
    """``must`` says what must hold or be looked at, ``found`` what stands there; ``line`` is that of the plan's file.

    ``page`` is that of the source, 0 where none is known.
    """

    kind: DoubtKind
    must: str
    found: str = ""
    line: int = 1
    page: int = 0
