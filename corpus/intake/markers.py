"""Signs by which a line begins a paragraph of its own, however the lines above end."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[A-ZĐ])[.)](?=\s|[^\W\d_]|$)"
    r"|\d{1,2}(?:\.\d{1,2})+(?=\s)"
    r"|[a-zđ][.)](?=\s|[^\W\d_]|$)"
    r"|[-–—+•*▪●○➢✓]\s*(?=[^\s\d.,;:)\]])"
)
_WORD = re.compile(
    r"(?:Điều\s+\d+[a-zđ]?\s*[.:]|(?:Phần|Chương|Mục|Phần thứ|PHẦN|CHƯƠNG|MỤC)\s+(?:[IVXLC]+|\d+|[A-ZĐ])\b"
    r"|Căn cứ\b|Theo đề nghị\b|Xét đề nghị\b|Thực hiện\s.*ban hành\b|Nơi nhận\s*:|Nơi gửi\s*:|(?:Kính gửi)\s*:"
    r"|(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU)\b|(?:TM|KT|TL|TUQ|Q)\.\s|Số\s*:|Trên đây là\b)"
)


def begins_small(line: str) -> bool:
    """Whether ``line`` begins with a small letter, marks and quotation aside.

    >>> [begins_small(line) for line in ("đánh giá", "“ấn định", "Đánh giá", "15/3")]
    [True, True, False, False]
    """
    return line.lstrip('"“‘(')[:1].islower()


def begins_paragraph(line: str) -> bool:
    """Whether ``line`` begins with a number, a dash or words that open a part of an official document.

    >>> [begins_paragraph(line) for line in ("II. NỘI DUNG", "a) Chủ trì", "- Như Điều 3;", "Điều 2. Kinh phí")]
    [True, True, True, True]
    >>> [begins_paragraph(line) for line in ("của Ủy ban", "- 2025 của tỉnh", "2025. Sở Nội vụ")]
    [False, False, False]
    """
    return bool(_NUMBER.match(line) or _WORD.match(line))
