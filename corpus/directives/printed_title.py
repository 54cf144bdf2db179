"""The title of an act as a plan prints it behind the number, and whether it is the one that is known."""

from __future__ import annotations

import re

from corpus.directives.find.issuers import TITLE
from corpus.directives.find.titles import title_end
from corpus.directives.identity import title_key
from corpus.language.letters import upfirst
from corpus.model import Citation

# What a title ends at; where it quotes ("phê duyệt “Chương trình …”"), at the closing mark.
_END = re.compile(r"[;”\n]|[.:](?=\s|$)")
_QUOTED = re.compile(r"“[^“”\n]{0,300}”")
_REACH = 400
_PROMULGATES = re.compile(r"^(?:ban hanh|phe duyet|quy dinh)\s+")
_LEAST_WORDS = 3


def printed_title(citation: Citation, text: str) -> str | None:
    """What is printed straight after ``citation`` in its passage ``text``, to where the title ends; None: no title."""
    found = TITLE.match(text, citation.end, citation.end + 40)
    if not found or not citation.number:
        return None
    end = title_end(text, found.end(), _REACH)
    quoted = next(_QUOTED.finditer(text, found.end(), citation.end + _REACH), None)
    quoted = quoted if quoted and not _END.search(text, found.end(), quoted.start()) else None
    mark = None if quoted else _END.search(text, found.end(), end)
    stop = quoted.end() if quoted else mark.start() if mark else end
    return upfirst(" ".join(text[citation.end : stop].split()).strip(" ,(")) or None


def same_title(one: str, other: str) -> bool:
    """True where two titles do not differ: the shorter is how the longer begins.

    >>> same_title("Về kiểm soát thủ tục hành chính", "kiểm soát TTHC của tỉnh")
    False
    >>> same_title("Ban hành Chương trình khung", "Về Chương trình khung giai đoạn 2021-2030")
    True
    """
    first, second = (_PROMULGATES.sub("", title_key(title)).split() for title in (one, other))
    size = min(len(first), len(second))
    return size < _LEAST_WORDS or first[:size] == second[:size]
