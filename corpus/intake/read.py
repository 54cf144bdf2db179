"""A file received, of any kind that is read, as one document."""

from __future__ import annotations

from pathlib import Path

from corpus.intake.document import Document
from corpus.intake.docx import read_docx
from corpus.intake.markdown import read_markdown
from corpus.intake.plain_text import read_plain_text
from corpus.intake.refusal import Refused


def read_received(path: Path) -> Document:
    """What stands in the file ``path``. Raises Refused."""
    data = path.read_bytes()
    kind = path.suffix.lower().lstrip(".")
    if kind == "docx":
        return Document(kind, read_docx(data))
    if kind not in ("md", "txt"):
        raise Refused(f"Chưa đọc được loại tệp .{kind}", "Hãy lưu thành .docx rồi thử lại")
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    if kind == "txt":
        return Document(kind, read_plain_text(text))
    blocks, left_out = read_markdown(text)
    return Document(kind, blocks, left_out=left_out)
