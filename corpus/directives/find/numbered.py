"""Mentions with a number and symbol: *Nghị quyết số 76/NQ-CP*, *số 107, 108/2020/NĐ-CP*, *số …/KH-UBND*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.directives.find import context, own_year
from corpus.directives.find.context import NOUN_KINDS, kind_of_noun, noun_before, read_tail, take_pinpoint
from corpus.directives.find.dates import YEAR
from corpus.directives.find.issuers import find_issuer, plain_issuer
from corpus.directives.find.issuers_before import BEFORE_REACH, IssuerBefore, find_issuer_before
from corpus.directives.find.mention import Draft
from corpus.directives.find.scan import Scan, Waiting
from corpus.directives.find.symbols import (
    NUMBER_AND_KIND_BEFORE,
    NUMBER_BEFORE,
    SYMBOL,
    UNKNOWN_BEFORE,
    YEAR_AFTER,
    Symbol,
    is_known_organ,
    mend_number,
    read_symbol,
)
from corpus.language.patterns import any_of, grammar

_NUMBER_REACH = 24
_SYMBOL_REACH = 80
_LIST_REACH = 20
_LISTED = re.compile(r"(?<![\w/.:\-])(?P<number>\d{1,5}[a-eđ]?(?:/(?:19|20)\d\d)?)\s?(?:,|và|;)\s*(?:số\s*)?$")
_SO = re.compile(r"[Ss][ốỐ]\s?:?\s$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_COMMITTEE = re.compile(
    grammar("«Ban|Bộ Chính trị|Thường trực|Ủy ban|UBND|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy» (?!\\w)")
)
_HEAD = re.compile(grammar(r"(?<!\w) (?:các|những) · (?P<noun> <noun> ) (?= · «của» · )", noun=any_of(NOUN_KINDS)))
_PAGE_NUMBER = " \t0123456789-–|"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its symbol as read at ``text[start:end]``; ``digits`` None where blank."""

    start: int
    end: int
    digits: str | None
    year: str | None
    symbol: Symbol
    sign: str

    def full(self, digits: str, year: str | None = None) -> str:
        return self.symbol.with_number(mend_number(digits), year or self.year, self.sign)


def read_numbered(finding: Scan, sign: int, after: int) -> None:
    """Add the mention whose number ends before ``sign`` and whose symbol begins at ``after``."""
    finding.look(_NUMBER_REACH + context.BEFORE + context.PINPOINT_REACH + BEFORE_REACH + 3 * context.AFTER)
    number = _number_at(finding, sign, after)
    if not number:
        return
    start, noun_kind = noun_before(finding.text, finding.floor, number.start)
    bare = start == number.start and number.digits is not None
    kind = _kind(finding, number.symbol, noun_kind, start, bare)
    if kind is None or (bare and _is_running_header(finding, number)):
        return
    full = number.full(number.digits) if number.digits else None
    draft = Draft(start, number.end, kind, full, organ=number.symbol.organ, noun=noun_kind is not None)
    _add_listed(finding, draft, number)
    if not (noun_kind or finding.waiting):
        finding.waiting = _head_of_list(finding, start)
    finding.take_waiting(draft)
    if YEAR.search(finding.text, draft.end, draft.end + context.AFTER):
        finding.look(own_year.REACH)
    read_tail(finding.text, draft, finding.list_start(draft.start))
    _take_issuer_before(finding, draft)
    _take_issuer_of_bracket(finding, draft)
    take_pinpoint(finding.text, finding.floor, draft)
    finding.share(draft)
    finding.add(draft)


def _head_of_list(finding: Scan, start: int) -> Waiting | None:
    """The noun and issuer before a colon: *các nghị định của Chính phủ: số …*."""
    window = finding.before(start, BEFORE_REACH)
    if not window.rstrip().endswith(":") or not (head := _HEAD.search(window)):
        return None
    low = start - len(window)
    issuer = find_issuer(finding.text, low + head.end(), start)
    if not issuer or finding.text[issuer[1] : start].strip() != ":":
        return None
    return Waiting(low + head.start("noun"), start, kind_of_noun(head["noun"]) or "", issuer[0])


def _take_issuer_before(finding: Scan, draft: Draft) -> None:
    """Take the issuer of *theo đề nghị của Sở Tài chính tại Công văn số …*, where none stands after the number.

    It is that of those after it in the list too, where they bear its symbol.
    """
    if draft.printed:
        return
    found = find_issuer_before(finding.text, finding.floor, draft.start, draft.organ)
    if not found and (listed := finding.issuer_before_list(draft)):
        found = IssuerBefore(listed)
    if not found:
        return
    # A notice of what a person said is the office's that took it down.
    of_office = draft.kind == "thông báo" and (draft.organ.startswith("VP") or not _COMMITTEE.match(found.printed))
    if not of_office:
        draft.issuer, draft.printed = plain_issuer(found.printed), True
        draft.issued = draft.issued or found.issued
        finding.behind_issuer = draft


def _take_issuer_of_bracket(finding: Scan, draft: Draft) -> None:
    """Take the issuer of *các Nghị định (số A, số B) của Chính phủ*, which stands behind the bracket of all of them."""
    text, first = finding.text, draft if draft.noun else finding.first_of_list()
    if draft.printed or not text.startswith(")", draft.end) or not first:
        return
    if "(" in text[first.start : first.end] and (issuer := find_issuer(text, draft.end + 1, draft.end + context.AFTER)):
        draft.issuer, draft.printed = plain_issuer(issuer[0]), True


def _number_at(finding: Scan, sign: int, after: int) -> Number | None:
    symbol = SYMBOL.match(finding.text, after, after + _SYMBOL_REACH)
    window = finding.before(sign, _NUMBER_REACH)
    found = NUMBER_BEFORE.search(window) or UNKNOWN_BEFORE.search(window)
    with_kind = None if found else NUMBER_AND_KIND_BEFORE.search(window)
    found = found or with_kind
    if not symbol or not found:
        return None
    read = read_symbol(symbol, with_kind["first"] if with_kind else "")
    if with_kind and read.kind is None and not _names_body_after_blank(window, with_kind):
        return None
    if _INVISIBLE.match(finding.text, symbol.end()):
        return None  # What goes on unseen would be cut: the reading of plans refuses such characters.
    digits = None if found.re is UNKNOWN_BEFORE else found["num"]
    end, year = symbol.end(), found["year"]
    if not year and (later := YEAR_AFTER.match(finding.text, end, end + 8)):
        end, year = later.end(), later["year"]
    # "84 QĐ/TWĐTN": the sign stands inside the symbol, and none after the number.
    printed = "" if with_kind else "/" if finding.text[sign] == "/" else "-"
    return Number(sign - len(window) + found.start(), end, digits, year, read, printed)


def _names_body_after_blank(window: str, found: re.Match[str]) -> bool:
    """*số 3351 UBND-KGVX*: the blank stands for the sign where "số" is before it and a known body behind."""
    return bool(_SO.search(window, 0, found.start())) and is_known_organ(found["first"])


def _kind(finding: Scan, symbol: Symbol, noun_kind: str | None, start: int, bare: bool) -> str | None:
    """Kind by the noun, else by the symbol, else by the mention that this one joins; None: no directive."""
    if noun_kind and not (noun_kind == "công văn" and symbol.kind):
        return noun_kind
    # Without a noun, a kind alone ("12/KH") may be anything.
    if symbol.kind and (symbol.organ or not bare):
        return symbol.kind
    joined = finding.drafts[-1].kind if finding.continues(start) else None
    if symbol.organ.startswith("UBTVQH"):
        return joined or "nghị quyết"
    if bare and finding.waiting and finding.waiting.mark == start:
        return finding.waiting.kind
    if bare and not joined:
        return None
    return symbol.kind or joined or ("luật" if symbol.organ.startswith("QH") else "công văn")


def _is_running_header(finding: Scan, number: Number) -> bool:
    """A number alone on its line, with at most a page number, repeats the document's own."""
    text = finding.text
    before, after = finding.before(number.start, 12), text[number.end : number.end + 12]
    alone = not (before.rpartition("\n")[2] + after.partition("\n")[0]).strip(_PAGE_NUMBER)
    lines = (number.start < 12 or "\n" in before) and ("\n" in after or len(after) < 12)
    return alone and lines and bool(before.strip() or after.strip())


def _add_listed(finding: Scan, draft: Draft, number: Number) -> None:
    """Add the numbers before ``draft`` that share its symbol: *số 107, 108/2020/NĐ-CP*."""
    listed: list[tuple[int, int, str]] = []
    at = number.start
    while found := _LISTED.search(finding.before(at, _LIST_REACH)):
        low = max(finding.floor, at - _LIST_REACH)
        listed.append((low + found.start(), low + found.end("number"), found["number"]))
        at = low + found.start()
        finding.look(_LIST_REACH)
    if not listed:
        return
    start, noun_kind = noun_before(finding.text, finding.floor, at)
    if start == at and not finding.continues(at):
        return
    kind = noun_kind or draft.kind
    for place, (first, end, printed) in enumerate(reversed(listed)):
        digits, _, year = printed.partition("/")
        item = Draft(first, end, kind, number.full(digits, year), organ=draft.organ, noun=not place)
        if not place:
            item.start = start
            take_pinpoint(finding.text, finding.floor, item)
        finding.share(item)
        finding.add(item)
    draft.noun, draft.start, draft.kind = False, number.start, kind
