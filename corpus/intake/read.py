"""A file received, of any kind that is read, as one document."""

from __future__ import annotations

from pathlib import Path

from corpus.intake.document import Document
from corpus.intake.pdf import read_pdf
from corpus.intake.refusal import Refused
from corpus.intake.text_file import read_text_file
from corpus.intake.word.read import read_docx


def read_received(path: Path) -> Document:
    """What stands in the file ``path``. Raises Refused."""
    data = path.read_bytes()
    kind = path.suffix.lower().lstrip(".")
    if kind == "docx":
        return read_docx(data)
    if kind == "pdf":
        return read_pdf(data)
    if kind not in ("md", "txt", "html"):
        raise Refused(f"Chưa đọc được loại tệp .{kind}", "Hãy lưu thành .docx rồi thử lại")
    return read_text_file(data)
