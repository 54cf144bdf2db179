"""Which mention stands in the title of which: one pass over the mentions in the order of the text."""

from __future__ import annotations

import re

from corpus.directives.find.issuers import TITLE
from corpus.directives.find.mention import Draft
from corpus.directives.find.symbols import Symbol
from corpus.language.letters import CAPITAL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import grammar

# Those of whom a sentence goes on to tell after a title: ", các xã thực hiện …".
_THOSE_WHO_ACT = (r"sở", r"ban", r"cơ\s+quan", r"đơn\s+vị", r"địa\s+phương", r"tổ\s+chức", r"doanh\s+nghiệp")
# Where a title has ended for certain. Every alternative begins with a letter or sign of its own, by which the engine
# passes over all other places.
_ENDS = re.compile(
    grammar(
        rf"""
        ; | … | \.(?: \.\. | <sentence> ) | !<sentence> | \?<sentence> | :<sentence>
        | \n (?: [ \t\r]{{0,8}}\n\s{{0,8}}(?=[{CAPITAL}“"(\[+*•\d-]) | \s{{0,8}}\[\d
            | [ \t\r]{{0,8}}(?: [-+*•] | \d{{1,3}}[.)] | [a-zđ]\) )\s )
        | t(?<=\bt) (?: heo\s+(?:đúng\s+)?quy\s+định\s+tại \b | rong\s+đó \b | hay\s+thế <amended> )
        | g(?<=\bg) ắn\s+(?:với|kết) \b
        | b(?<=\bb) (?: an\s+hành <issued> | (?: ổ\s+sung | ãi\s+bỏ ) <amended> )
        | p(?<=\bp) hê\s+duyệt <issued>
        | s(?<=\bs) ửa\s+đổi(?:,\s+bổ\s+sung)? <amended>
        | h(?<=\bh) ợp\s+nhất <amended>
        | đ(?<=\bđ) (?: ược\s+(?:ban\s+hành|phê\s+duyệt) <issued> | ính\s+chính <amended> )
        | , \s+ (?: (?: căn\s+cứ | tuân\s+thủ | chấp\s+hành | bảo\s+đảm\s+(?:đúng|theo) | đáp\s+ứng ) \b
            | các\s+ <those> \b [^,;]{{0,40}}? \s (?: căn\s+cứ | tuân\s+thủ | chấp\s+hành | thực\s+hiện | triển\s+khai ) \b
            | (?: [ỦU][yỷ]\s+ban\s+nhân\s+dân | UBND | Hội\s+đồng\s+nhân\s+dân | HĐND ) \b
            | <body> \b [^,;]{{0,60}}? \s (?: ban\s+hành | xây\s+dựng | đề\s+nghị | yêu\s+cầu | báo\s+cáo | thông\s+báo
                | (?:đã|vừa|mới)\s+ký | ký\s+ban\s+hành ) \b )
        | \( \s? (?: theo | trừ | xem | kèm | thay\s+thế | bãi\s+bỏ | căn\s+cứ | hết\s+hiệu\s+lực | nay\s+là | (?:sau\s+đây\s+|dưới\s+đây\s+)?(?:gọi|viết)\s+(?:chung|tắt|là) ) \b
        """,
        sentence=rf"\s+(?=[{CAPITAL}“\"(\[+-])",
        issued=r"\s+(?:tại|theo|kèm)",
        amended=r"\s+(?:tại|bởi|theo)\b",
        body="|".join(body.replace(" ", r"\s+") for body in LEXICON.bodies_that("issues")),
        those="|".join(sorted({place.noun.replace(" ", r"\s+") for place in LEXICON.places} | set(_THOSE_WHO_ACT))),
    )
)
# What may stand between two mentions that share a noun, a date or an issuer.
CONNECTOR = re.compile(
    grammar(
        r"\s{0,6} (?: , | ; | và | hoặc | cùng | & | ,\s{0,4}và | và\s{1,4}các | ,\s{0,4}các | / )? \s{0,6} (?:các\s{1,4})? $"
    )
)
_JOINED = re.compile(r"(?:,|\bvà|\bhoặc|\bcùng với)\s+(?:các\s+)?$")
_BRANCHES = re.compile(r"[,()]|\bvà\b")


def opens_title(text: str, draft: Draft) -> bool:
    """True where the title of ``draft`` follows it."""
    return bool(TITLE.match(text, draft.end, draft.end + 40))


def title_end(text: str, start: int, reach: int) -> int:
    """Where a title that begins at ``start`` has ended: at a mark, or where the sentence around it goes on."""
    found = _ENDS.search(text, start, start + reach)
    return found.start() if found else min(len(text), start + reach)


class Titles:
    """Open titles, outermost first, while the mentions come in; every stretch between two is read once."""

    def __init__(self, text: str):
        self.text = text
        self.open: list[Draft] = []
        self.last: Draft | None = None
        self.depth = 0

    def enter(self, draft: Draft) -> None:
        """Settle in whose title ``draft`` stands, and open its own title if one follows."""
        last = self.last
        gap_start = last.end if last else 0
        gap = self.text[gap_start : draft.start] if draft.start > gap_start else ""
        self.depth = draft.depth = max(0, self.depth + gap.count("(") - gap.count(")"))
        # One character more than the gap: a full stop ends a sentence where a capital follows it.
        # "… của Thủ tướng Chính phủ: Về sửa đổi …": the colon that a title stands behind does not end it.
        opened = TITLE.match(self.text, gap_start, draft.start) if gap.lstrip().startswith(":") else None
        end = _ENDS.search(self.text, opened.end() if opened else gap_start, draft.start + 1)
        ended = bool(end) or gap.rstrip().endswith(":")
        if last is None or ended:
            self.open.clear()
        elif last and CONNECTOR.match(gap) and last not in self.open[-1:]:
            self.settle(draft)
            return
        elif self.open and _JOINED.search(gap[-24:]) and not self.leads_to(gap):
            self.open.pop()
        self.settle(draft, direct=bool(self.open) and last is self.open[-1] and not _BRANCHES.search(gap))

    def leads_to(self, gap: str) -> bool:
        """True where the gap is only a bracket or a quotation mark."""
        return not gap.strip(' ,(“"')

    def settle(self, draft: Draft, direct: bool = False) -> None:
        """``direct``: nothing but the title's own words stands between, so that the dates need not agree."""
        while self.open and not direct and not _may_hold(self.open[-1], draft):
            self.open.pop()
        draft.outer = self.open[-1] if self.open else None
        if draft.outer and draft.number and draft.number == draft.outer.number:
            # "Nghị quyết số 57-NQ/TW … (Nghị quyết số 57-NQ/TW)": the same again, not a part of its own title.
            draft.outer = draft.outer.outer
        if opens_title(self.text, draft):
            self.open.append(draft)
        self.last = draft


def _may_hold(outer: Draft, inner: Draft) -> bool:
    """A title names nothing that was issued after it, and a central act implements no local one."""
    if outer.depth > inner.depth:
        return False
    if outer.issued and inner.issued and inner.issued > outer.issued:
        return False
    return not (_local(inner) and outer.organ and not _local(outer))


def _local(draft: Draft) -> bool:
    return bool(draft.organ) and Symbol("", draft.organ, None).local
