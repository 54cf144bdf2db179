"""Whose a year is that follows a mention: the act's, or the sentence's own time (*triển khai Quyết định … năm 2025*)."""

from __future__ import annotations

import re

from corpus.directives.find.issuers import TITLE, find_issuer
from corpus.directives.find.mention import Draft
from corpus.directives.find.symbols import Symbol
from corpus.language.letters import SMALL
from corpus.language.patterns import grammar

_AHEAD = 160
_BEFORE = 96
REACH = _BEFORE + 3 * _AHEAD  # characters looked at for one year
# What is done with an act in a year. No word may follow by which the act is only the ground of what is done.
_DONE = re.compile(
    grammar(
        r"""
        (?<!\w) (?P<verb> «thực hiện|triển khai|thi hành|sơ kết|tổng kết|tuyên truyền|phổ biến|quán triệt|giám sát
            |kiểm tra|đánh giá|cụ thể hóa|kết quả|tiến độ» )
        (?: · (?! «theo|căn cứ|tại|từ|ban hành|kèm|phê duyệt|quy định» (?!\w) ) [^\W\d_]+ ){0,6} ·? $
        """
    )
)
_LOCAL_BODY = re.compile(grammar("(?: «Chủ tịch|Thường trực» · )? «UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân»"))
_OPENS = re.compile(r"(?:^|[.;:]\s+|\n\s*|^\s*[-+*•]\s*)$")
_PLACE_AHEAD = re.compile(grammar(r"· (?: «trên địa bàn|tại|ở|cho|trong phạm vi» ) (?!\w)"))
# Over the end of a line too, where the next goes on in the middle of the sentence.
_YEAR_AHEAD = re.compile(rf"[^.;:,\n]*(?:\n\s*(?=[{SMALL}])[^.;:,\n]*)?\s(?:19|20)\d\d(?!\d)")
_IN_NUMBER = re.compile(r"/((?:19|20)\d\d)(?:/|$)")


def owns_year(text: str, draft: Draft, found: re.Match[str], governed: int | None = None) -> bool:
    """True where the year ``found`` after ``draft`` is the act's; it is not where the sentence says when.

    ``governed``: where the list begins that the act stands in, before which its verb stands.

    A number that holds its year settles it; so do brackets, an issuer or a title after the year. Else the year after
    what is done with an act is that of the doing, and so is one before the place where it is done.
    """
    printed = found[0]
    if numbered := _IN_NUMBER.search(draft.number or ""):
        return numbered[1] in printed
    if "(" in printed or "ban" in printed.lower():
        return True
    start = draft.start if governed is None else governed
    done = _DONE.search(text, max(0, start - _BEFORE), start)
    limit = found.end() + _AHEAD
    if issuer := find_issuer(text, found.end(), limit):
        return not (done and _of_another_level(draft, issuer[0]))
    if TITLE.match(text, found.end(), limit):
        return True
    if _PLACE_AHEAD.match(text, found.end(), limit):
        return False
    return not done or _opens_sentence(text, done, found.end())


def owns_year_in_capitals(text: str, draft: Draft, year: re.Match[str], governed: int) -> bool:
    """The same of a law in a title printed in capitals, where a second year on the line is the title's own."""
    return bool(_YEAR_AHEAD.match(text, year.end(), year.end() + _AHEAD)) or owns_year(text, draft, year, governed)


def _of_another_level(draft: Draft, issuer: str) -> bool:
    """*Nghị quyết số 57-NQ/TW năm 2026 của UBND xã*: the committee's is what is done, not the Party's resolution."""
    return bool(draft.organ and _LOCAL_BODY.match(issuer) and not Symbol("", draft.organ, None).local)


def _opens_sentence(text: str, done: re.Match[str], end: int) -> bool:
    """*Thực hiện Quyết định … năm 2022, Ủy ban …*: the ground that a sentence opens with."""
    return text[end : end + 1] == "," and bool(_OPENS.search(text, max(0, done.start() - 8), done.start()))
