"""Mentions without a symbol: laws, programmes, *Đề án 06*, *Nghị quyết nêu trên*."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from corpus.directives.find import context, laws, names, own_year, programmes, treaties
from corpus.directives.find.context import kind_of_noun, take_pinpoint
from corpus.directives.find.dates import DATE, YEAR
from corpus.directives.find.issuers import find_issuer, plain_issuer
from corpus.directives.find.law_lists import read_law_list
from corpus.directives.find.mention import Draft
from corpus.directives.find.scan import Scan, Waiting
from corpus.directives.find.symbols import mend_number
from corpus.document_kinds import KIND_OF_ABBREVIATION
from corpus.language.letters import CAPITAL, SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import loose

_NO_SYMBOL = r"(?![\w%°]|[.,\-–]\d|\s?[-–‑/]{1,2}\s{0,4}[A-ZĐ\d]|\s[A-ZĐ]{2,4}\s?[-/]\s?[A-ZĐ])"
# With the year at most: "Nghị định 78/2025"; a month and a year are none ("Chương trình tháng 12/2025").
_NUMBER = r"(?:\d{1,2}\.\d{3}|\d{1,5}[a-eđ]?)(?:/(?:19|20)\d\d)?"
_SHORT_REACH = 24
_BARE = re.compile(
    rf"(?:\s(?:MTQG|mục\stiêu\squốc\sgia))?\s{{1,24}}(?P<so>(?i:{loose('số')})\s?)?(?P<number>{_NUMBER}){_NO_SYMBOL}"
)
_NEXT_BARE = re.compile(rf"\s?(?:,|và)\s{{1,24}}(?:số\s)?(?P<number>{_NUMBER}){_NO_SYMBOL}")
_BARE_AFTER = re.compile(
    r"\s*(?:$|[,;.:()“”\"]|\s(?:ngày\s+\d|năm\s+\d{4})|\s(?:của|về|và|trên|trong|với|theo|đã|được|tại|khóa|này|đến|gắn|cũng|là|ban hành|0?[369]\s+tháng)\b)"
)
# "Đề án 06 phường Thanh Khê" is that of a place, "5 phường" are a count.
_NOT_COUNTED = re.compile(
    rf"\s(?:(?!(?:{'|'.join(LEXICON.amounts)})\b)[{SMALL}]+\b|(?:{'|'.join(one.noun for one in LEXICON.places)})\s[{CAPITAL}])"
)
# A list of numbers that ends in one with a symbol is read from that one backwards.
_LIST_WITH_SYMBOL = re.compile(r"(?:\s?(?:,|và|;)\s{0,3}(?:số\s{0,2})?\d{1,5}[a-eđ]?)+\s?[-–/]\s?[A-ZĐ\d]")
_LAW_NUMBER = re.compile(r"\s{1,24}(?P<so>(?:số\s{1,24})?)(?P<number>\d{1,3}/\d{4}/QH\d{0,2})")
# "pháp luật", "kỷ luật" and the like are no laws; a pinpoint before it makes one of "luật" in small letters.
_NO_LAW = re.compile(r"(?:pháp|kỷ|quy|qui|âm|trọng|dự)\s{1,4}$", re.IGNORECASE)
# A draft is no act yet.
_DRAFT = re.compile(r"dự\s+(?:án|thảo)\s+$", re.IGNORECASE)
_PINPOINTED = re.compile(r"(?:[Đđ]iều|[Kk]hoản|[Cc]hương)\s\w{1,4}\s(?:của\s)?$")
_NUMBER_AFTER_ISSUER = re.compile(r"\s?:?\s{1,24}(?P<so>(?:[Ss]ố\s?:?\s{0,3})?)(?=\d)")
_ABOUT = re.compile(r"\s+về(?:\s+việc)?\s+$")
_APPROVED_REACH = 320
_APPROVED = re.compile(r"\s+(?:về\s+)?(?:việc\s+)?(?:phê\s+duyệt|ban\s+hành)\s[^;.:\n]*\svà\s+$")
_OF = re.compile(r"\s{1,24}của\s")
_BACK = re.compile(r"\s(?P<word>nêu trên|nói trên|trên đây|này)(?!\w)")
# What is promulgated, approved, drafted or ended by "Trên đây là" is a document's title, not a reference.
_TITLE_OF_ACT = re.compile(
    r"(?:ban\s+hành(?:\s+kèm\s+theo(?:\s+Quyết\s+định\s+này)?)?|phê\s+duyệt(?:\s+(?:điều\s+chỉnh|chủ\s+trương(?:\s+đầu\s+tư)?))?|thông\s+qua|công\s+bố|Trên\s+đây\s+là"
    r"|xây\s+dựng(?:\s+và\s+\w+\s+\w+)?|dự\s+thảo)\s*(?:nội\s+dung\s+|các\s+)?[“\"(]?\s*$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:các|những|mọi)\s+(?:\w+\s*,\s*)?(?:\w+\s+\w+\s*,\s*)?$", re.IGNORECASE)


def read_named(finding: Scan, start: int, end: int) -> None:
    """Add what the noun at ``text[start:end]`` names, if it names something that can be looked up."""
    printed = finding.text[start:end]
    kind = kind_of_noun(printed) or printed.lower()
    if printed in KIND_OF_ABBREVIATION:
        _read_short(finding, start, end, kind)
        return
    finding.look(2 * names.REACH)
    if kind == "hiến pháp":
        finding.add_named(start, laws.constitution_tail(finding.text, end), kind)
        return
    if not any(read(finding, start, end, kind) for read in _readers(kind)):
        _read_back(finding, start, end, kind)


@cache
def _readers(kind: str) -> tuple[Callable[[Scan, int, int, str], bool], ...]:
    if LEXICON.reads(kind, "law"):
        return (_read_law,)
    if LEXICON.reads(kind, "treaty"):
        return (treaties.read_treaty,)
    return (_read_bare, _read_resolution, _read_waiting, _read_programme)


def _read_law(finding: Scan, start: int, end: int, kind: str) -> bool:
    text = finding.text
    if _NO_LAW.search(text[max(0, start - 8) : start]):
        return False
    if _DRAFT.search(text[max(0, start - 16) : start]):
        return True
    finding.look(2 * laws.REACH)
    if read_law_list(finding, start, end, kind):
        return True
    # "các luật sửa đổi Luật Giá": whichever do.
    several = _PLURAL.search(finding.before(start, 8))
    names_begin = None if several else laws.read_amending(text, end)
    if names_begin and _read_amending(finding, (start, end), names_begin, kind):
        return True
    small = (
        text[start].islower() and not _PINPOINTED.search(finding.before(start, 24)) and not finding.lists_laws(start)
    )
    stop = laws.read_amending_many(text, end) or laws.read_law_name(text, end, small)
    if not stop or (_PLURAL.search(finding.before(start, 8)) and text[end : end + 4].strip() == "về"):
        return False
    if numbered := _LAW_NUMBER.match(text, stop, stop + 24):
        finding.waiting = Waiting(start, numbered.start("so"), kind, None)
    elif bracket := laws.number_in_brackets(text, stop):
        finding.add_named(start, bracket.end(), kind).number = bracket["number"]
    else:
        _add_law(finding, start, stop, kind)
    return True


def _add_law(finding: Scan, start: int, end: int, kind: str) -> Draft:
    """Add a law with the day or year that is its own; in a title in capitals the year may be the title's."""
    year = YEAR.match(finding.text, end, end + 24)
    if year and finding.in_capitals(start, year.end()):
        finding.look(own_year.REACH)
        governed = finding.list_start(start)
        if not own_year.owns_year_in_capitals(finding.text, Draft(start, end, kind), year, governed):
            return finding.add_named(start, end, kind, tail=False)
    return finding.add_named(start, laws.law_tail(finding.text, end), kind)


def _read_amending(finding: Scan, noun: tuple[int, int], names_begin: int, kind: str) -> bool:
    """An amending law, whose name holds the names of the laws it amends.

    A number after the last of these is the amending law's own ("Luật sửa đổi … của Luật A và Luật B số
    47/2019/QH14"), but where the ones before have numbers, it is that one's.
    """
    inner: list[Draft] = []
    start, noun_end = noun
    at = names_begin
    while law := laws.read_amended(finding.text, at):
        draft = Draft(law.noun_at, law.end, kind_of_noun(law.noun) or "luật")
        take_pinpoint(finding.text, at if inner else noun_end, draft)
        inner.append(draft)
        at = law.end
        finding.look(laws.REACH)
        numbered = _LAW_NUMBER.match(finding.text, at, at + 24)
        if numbered and (inner[0].number or laws.read_amended(finding.text, numbered.end())):
            draft.number, draft.end = numbered["number"], numbered.end()
            at = numbered.end()
    if not inner:
        return False
    numbered = _LAW_NUMBER.match(finding.text, at, at + 24)
    outer = finding.add_named(start, numbered.end(), kind) if numbered else _add_law(finding, start, at, kind)
    outer.number = numbered["number"] if numbered else None
    for draft in inner:
        draft.outer = outer
    finding.add_inner(inner)
    return True


def _read_bare(finding: Scan, start: int, end: int, kind: str) -> bool:
    """A noun with a number and no symbol: *Đề án 06*, *Chỉ thị số 29*, *Nghị quyết 18 và 19*."""
    found = _BARE.match(finding.text, end, end + 24)
    if not found or not (LEXICON.reads(kind, "number") or (found["so"] and DATE.match(finding.text, found.end()))):
        return False
    if not found["so"] and (kind == "kế hoạch" or not _ends_bare(finding.text, found.end(), kind)):
        return False
    if listed := _LIST_WITH_SYMBOL.match(finding.text, found.end()):
        finding.look(len(listed[0]))
        return True
    while found:
        draft = finding.add_named(start, found.end("number"), kind)
        draft.number = mend_number(found["number"])
        found = _NEXT_BARE.match(finding.text, draft.end, draft.end + 24)
        if not found or not _ends_bare(finding.text, found.end(), kind):
            break
        start = found.start("number")
    return True


def _read_short(finding: Scan, start: int, end: int, kind: str) -> None:
    """A noun in short with a number, which needs a year or an issuer beside it: *NĐ 78/2025*, *NQ 57 của Bộ Chính trị*."""
    finding.look(_SHORT_REACH)
    found = _BARE.match(finding.text, end, end + _SHORT_REACH)
    if found and ("/" in found["number"] or _OF.match(finding.text, found.end())):
        _read_bare(finding, start, end, kind)


def _ends_bare(text: str, position: int, kind: str) -> bool:
    """True where a number stands for itself: "Chương trình 5 năm" counts years, "Đề án 06 trước ngày …" does not."""
    return bool(_BARE_AFTER.match(text, position) or (kind == "đề án" and _NOT_COUNTED.match(text, position)))


def _read_resolution(finding: Scan, start: int, end: int, kind: str) -> bool:
    """*Nghị quyết Đại hội …*, *Nghị quyết của Quốc hội về …*."""
    stop = names.read_resolution(finding.text, end) if LEXICON.reads(kind, "resolution") else None
    of_body = _OF.match(finding.text, end)
    before = finding.before(start, 48)
    # "Xây dựng Nghị quyết của HĐND tỉnh về …": what is still to be made.
    if not stop or (of_body and (_PLURAL.search(before[-24:]) or _TITLE_OF_ACT.search(before))):
        return False
    draft = finding.add_named(start, stop, kind)
    if of_body and (named := find_issuer(finding.text, end, stop)):
        draft.issuer = plain_issuer(finding.text[named[1] - len(named[0]) : stop])
    return True


def _read_waiting(finding: Scan, start: int, end: int, kind: str) -> bool:
    """An issuer straight after the noun, then a number: *Nghị quyết của Chính phủ số …*."""
    issuer = find_issuer(finding.text, end, end + context.AFTER)
    number = _NUMBER_AFTER_ISSUER.match(finding.text, issuer[1]) if issuer else None
    if not (issuer and number):
        return False
    finding.waiting = Waiting(start, number.start("so"), kind, issuer[0])
    return True


def _read_programme(finding: Scan, start: int, end: int, kind: str) -> bool:
    stop = programmes.read_programme(finding.text, start, end) if LEXICON.reads(kind, "programme") else None
    before = finding.before(start, 48)
    if not stop or _TITLE_OF_ACT.search(before) or _PLURAL.search(before) or _names_act_before(finding, start):
        return False
    finding.add_named(start, stop, kind, tail=False)
    return True


def _names_act_before(finding: Scan, start: int) -> bool:
    """True where the programme is what the numbered act before it is about: *Nghị quyết số … về Chương trình …*.

    So is a second one: *Quyết định số … phê duyệt Chương trình … và Chiến lược …*.
    """
    if not (finding.drafts and finding.drafts[-1].number):
        return False
    gap = finding.gap(start)[-_APPROVED_REACH:]
    return bool(_ABOUT.match(gap) or _APPROVED.match(gap))


def _read_back(finding: Scan, start: int, end: int, kind: str) -> None:
    """*Nghị quyết nêu trên*: a directive named before, in this text or further up."""
    found = _BACK.match(finding.text, end, end + 16)
    if not found or _PLURAL.search(finding.before(start, 8)):
        return
    # "Kế hoạch này", "Quyết định nêu trên" mean the document itself, or what it has shown.
    if LEXICON.reads(kind, "own") or (found["word"] == "này" and kind not in finding.kinds):
        return
    finding.add_named(start, found.end(), kind, tail=False)
