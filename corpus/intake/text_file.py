"""Files of text: plain, Markdown or HTML, told apart by what stands in them, not by their names."""

from __future__ import annotations

import re

from corpus.intake.document import Document
from corpus.intake.encodings.decode import decode_text
from corpus.intake.html import read_html
from corpus.intake.markdown import read_markdown
from corpus.intake.plain_text import read_plain_text
from corpus.intake.refusal import Refused, require_length
from corpus.intake.unseen import left_out_unseen

_PAGE = re.compile(r"\s*(?:<!doctype\s+html|<html|<\?xml[^>]*>\s*<(?:!doctype\s+html|html))", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^#{1,6}\s+\S|^\s*\|?\s*:?-{3,}:?\s*\|[\s:|-]*$|(?<!\*)\*\*(?=\S)[^*\n]+\*\*(?!\*)", re.MULTILINE
)
_OF_THIS_CORPUS = re.compile(r"---\s*\n(?:.*\n){0,40}?(?:issuer|symbol|recipients):", re.MULTILINE)
_FEWEST_SIGNS = 2  # of Markdown: one may be a slip


def read_text_file(data: bytes) -> Document:
    """Raises Refused."""
    decoded = decode_text(data)
    if _OF_THIS_CORPUS.match(decoded.text):
        wrong = "Tệp này đã là một kế hoạch của kho (có phần khai báo ở đầu), không phải văn bản nhận được"
        raise Refused(wrong, "Hãy đặt tệp, đuôi .md, vào plans/<địa bàn>/<năm>/ rồi chạy lệnh: make check")
    unseen = list[str]()
    notes = () if decoded.encoding == "UTF-8" else (f"Tệp chữ mã {decoded.encoding}: đã được chuyển sang Unicode.",)
    if _PAGE.match(decoded.text):
        blocks, hidden = read_html(decoded.text, unseen)
        return Document("html", blocks, left_out=(*hidden, *left_out_unseen(unseen)), notes=notes)
    require_length(len(decoded.text))
    marked = len(_MARKDOWN.findall(decoded.text)) >= _FEWEST_SIGNS
    blocks = (read_markdown if marked else read_plain_text)(decoded.text, unseen)
    return Document("md" if marked else "txt", blocks, left_out=tuple(left_out_unseen(unseen)), notes=notes)
