"""The process that reads one file: its bytes come in, a document or a refusal goes out, as JSON.

Whatever a hostile file does to a reader, it does it here, without the network and within limits of time and memory.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass

from pydantic import TypeAdapter

from corpus.intake.document import Document
from corpus.intake.kinds import kind_of
from corpus.intake.refusal import Refused, require_length

_READERS = {
    "docx": ("corpus.intake.word.read", "read_docx"),
    "pdf": ("corpus.intake.pdf", "read_pdf"),
    "text": ("corpus.intake.text_file", "read_text_file"),
    "picture": ("corpus.intake.scan", "read_picture"),
    "office": ("corpus.intake.office", "read_office"),
}
_FAMILIES = {"png": "picture", "jpg": "picture", "tiff": "picture", "doc": "office", "odt": "office", "rtf": "office"}
_FEWEST_LETTERS = 20


@dataclass(frozen=True)
class Answer:
    """What the process says: the document, or why there is none."""

    document: Document | None = None
    wrong: str = ""
    advice: str = ""


ANSWER = TypeAdapter(Answer)


def read_bytes(data: bytes) -> Document:
    """The document in ``data``, read in this process. Raises Refused."""
    kind = kind_of(data)
    family = _FAMILIES.get(kind, kind)
    module, name = _READERS[family]
    try:
        reader: Callable[..., Document] = getattr(importlib.import_module(module), name)
    except ModuleNotFoundError as error:
        wrong = f"Máy chưa có thư viện {error.name} để đọc loại tệp này"
        raise Refused(wrong, "Hãy chạy lệnh: make receive-tools") from error
    document = reader(data, kind) if family == "office" else reader(data)
    text = document.text()
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS:
        advice = "Hãy kiểm tra xem có đúng tệp văn bản không; bản quét thì quét lại cho rõ, 300 dpi"
        raise Refused("Không đọc được chữ nào trong tệp, hoặc chỉ được vài chữ", advice)
    require_length(len(text))
    return document


def main() -> int:
    data = sys.stdin.buffer.read()
    try:
        answer = Answer(read_bytes(data))
    except Refused as refused:
        answer = Answer(None, refused.wrong, refused.advice)
    except MemoryError:
        answer = Answer(None, "Tệp cần quá nhiều bộ nhớ để đọc", "Hãy tách tệp, hoặc xin bản .docx")
    sys.stdout.buffer.write(ANSWER.dump_json(answer))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
