"""The finder: one scan for places where a mention may begin, then a bounded look around each.

Every stretch looked at has a fixed greatest length, so the work grows with the length of the text
whatever stands in it; ``Scanner.steps`` counts it in characters.
"""

from __future__ import annotations

import re

from corpus.find import context, names
from corpus.find.context import kind_of_noun, noun_before, take_pinpoint, read_tail
from corpus.find.issuers import find_issuer, plain_issuer
from corpus.find.letters import any_of, compose, loose
from corpus.find.mention import Draft, Mention
from corpus.find.symbols import (
    NUMBER_AND_KIND_BEFORE,
    NUMBER_BEFORE,
    SEPARATOR,
    SYMBOL,
    UNKNOWN_BEFORE,
    Symbol,
    mend_number,
    read_symbol,
)
from corpus.find.titles import CONNECTOR, Titles

_NUMBER_REACH = 24
_NAMED = (
    "Nghị quyết", "Quyết định", "Chỉ thị", "Kết luận", "Nghị định", "Thông tư", "Kế hoạch", "Chương trình", "Đề án", "Chiến lược",
    "Quy hoạch", "Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh", "Quy định", "Văn kiện", "Thông báo", "Hướng dẫn", "Công văn", "Tờ trình", "Báo cáo", "Công điện",
)  # fmt: skip
_TRIGGER = re.compile(rf"(?P<sign>{SEPARATOR})|\b(?P<noun>{any_of(_NAMED)}|{any_of([noun.upper() for noun in _NAMED])})(?!\w)|(?P<standard>\b(?:TCVN|QCVN|TCCS|TCXDVN|ISO)\b)")
_KINDS_BY_NUMBER_ALONE = ("nghị quyết", "chỉ thị", "kết luận", "quyết định", "nghị định", "đề án", "thông tư", "chương trình", "kế hoạch")
_BARE = re.compile(rf"\s{{1,4}}(?P<so>(?i:{loose('số')})\s?)?(?P<number>\d{{1,4}}[a-eđ]?)(?![\w%°]|[.,\-–]\d|\s?[-–‑/]\s?[A-ZĐ\d]|\s[A-ZĐ]{{2,4}}\s?[-/]\s?[A-ZĐ])")
_NEXT_BARE = re.compile(r"\s?(?:,|và)\s{1,3}(?:số\s)?(?P<number>\d{1,4}[a-eđ]?)(?![\w%°]|[.,\-–]\d|\s?[-–‑/]\s?[A-ZĐ\d])")
# A list of numbers that ends in one with a symbol is read from that one backwards.
_LIST_WITH_SYMBOL = re.compile(r"(?:\s?(?:,|và|;)\s{0,3}(?:số\s{0,2})?\d{1,5}[a-eđ]?)+\s?[-–/]\s?[A-ZĐ\d]")
_BARE_AFTER = re.compile(r"\s*(?:$|[,;.:)“”\"]|\s(?:của|về|ngày|và|năm|trên|trong|với|theo|đã|được|tại|khóa|này|đến|gắn|cũng|là|ban hành)\b)")
_LISTED = re.compile(r"(?<![\w/.:\-])(?P<number>\d{1,5}[a-eđ]?(?:/(?:19|20)\d\d)?)\s?(?:,|và|;)\s*(?:số\s*)?$")
_LAW_NUMBER = re.compile(r"\s{1,3}(?P<so>(?:số\s{1,3})?)\d{1,3}/\d{4}/QH")
_BACK = re.compile(r"\s(?P<word>nêu trên|nói trên|trên đây|này)(?!\w)")
_OWN = ("kế hoạch", "quyết định")  # "Kế hoạch này", "Quyết định này" mean the document itself
_NOT_NAMED = re.compile(
    r"(?:ban\s+hành(?:\s+kèm\s+theo(?:\s+Quyết\s+định\s+này)?)?|phê\s+duyệt|thông\s+qua|công\s+bố|Trên\s+đây\s+là|xây\s+dựng(?:\s+và\s+\w+\s+\w+)?|dự\s+thảo)\s*(?:nội\s+dung\s+|các\s+)?[“\"(]?\s*$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:các|những|mọi)\s+(?:\w+\s*,\s*)?(?:\w+\s+\w+\s*,\s*)?$", re.IGNORECASE)


class Scanner:
    """Finds the mentions of one text; ``steps`` is the number of characters looked at."""

    def __init__(self, text: str):
        self.text = text
        self.steps = len(text)
        self.drafts: list[Draft] = []
        self.issuerless: list[Draft] = []
        self.dateless: list[Draft] = []
        self.floor = 0
        self.waiting: tuple[int, int, str, str | None] | None = None
        self.kinds: set[str] = set()
        self.titles = Titles(text)

    def scan(self) -> list[Draft]:
        """All mentions, in the order of the text."""
        for found in _TRIGGER.finditer(self.text):
            if found.end() <= self.floor or found.start() < self.floor:
                continue
            if found["sign"]:
                self.read_number(found.start(), found.end())
            elif found["noun"]:
                self.read_noun(found)
            else:
                self.read_standard(found.start())
        return self.drafts

    def look(self, characters: int) -> None:
        self.steps += characters

    # --- numbers ---------------------------------------------------------

    def read_number(self, sign: int, after: int) -> None:
        self.look(_NUMBER_REACH + context.BEFORE + 2 * context.AFTER)
        symbol_found = SYMBOL.match(self.text, after, after + 80)
        window_start = max(self.floor, sign - _NUMBER_REACH)
        window = self.text[window_start:sign]
        number = NUMBER_BEFORE.search(window) or UNKNOWN_BEFORE.search(window)
        kind_before = "" if number else NUMBER_AND_KIND_BEFORE.search(window)
        if not symbol_found or not (number or kind_before):
            return
        found = number or kind_before
        symbol = read_symbol(symbol_found, kind_before["first"] if kind_before else "")
        if kind_before and symbol.kind is None:
            return
        unknown = "so" in found.re.groupindex
        position = window_start + found.start()
        dashed = bool(kind_before) == (self.text[sign] == "/")
        year = found["year"]
        printed = None if unknown else mend_number(found["num"])
        self.add_numbered(position, symbol_found.end(), printed, year, symbol, dashed)

    def add_numbered(self, position: int, end: int, printed: str | None, year: str | None, symbol: Symbol, dashed: bool) -> None:
        start, kind = self.begin(position)
        if printed is None:
            start = min(start, position)
        bare = start == position and printed is not None
        kind = symbol.kind if kind is None or (kind == "công văn" and symbol.kind) else kind
        if kind is None:
            kind = self.inherited_kind(start) if symbol.organ[:2] == "QH" or symbol.organ.startswith("UBTVQH") else None
            kind = kind or ("nghị quyết" if symbol.organ.startswith("UBTVQH") else None)
            if kind is None and (bare and not self.continues(start)):
                return
            kind = kind or self.inherited_kind(start) or ("luật" if symbol.organ.startswith("QH") else "công văn")
        if bare and self.is_running_header(position, end):
            return
        number = symbol.with_number(printed, year, dashed) if printed else None
        draft = Draft(start, end, kind, number, organ=symbol.organ, noun=self.has_noun(start, position))
        self.add_listed(draft, position, symbol, dashed)
        self.take_waiting(draft, position)
        read_tail(self.text, draft)
        take_pinpoint(self.text, self.floor, draft)
        self.share(draft)
        self.add(draft)

    def begin(self, position: int) -> tuple[int, str | None]:
        return noun_before(self.text, self.floor, position)

    def has_noun(self, start: int, position: int) -> bool:
        return position - start > 6

    def continues(self, start: int) -> bool:
        """True where only a comma or *và* stands between the last mention and ``start``."""
        return bool(self.drafts) and start - self.drafts[-1].end < 16 and bool(
            CONNECTOR.match(self.text[self.drafts[-1].end : start])
        )

    def inherited_kind(self, start: int) -> str | None:
        return self.drafts[-1].kind if self.continues(start) else None

    def is_running_header(self, position: int, end: int) -> bool:
        """A number alone on its line, with at most a page number, repeats the document's own."""
        before = self.text[max(self.floor, position - 12) : position].rpartition("\n")[2]
        after = self.text[end : end + 12].partition("\n")[0]
        alone = not (before + after).strip(" \t0123456789-–|")
        breaks = (position < 12 or "\n" in self.text[position - 12 : position]) and "\n" in self.text[end : end + 12] + "\n"
        whole = end - position == len(self.text.strip())
        return alone and breaks and not whole

    def add_listed(self, draft: Draft, position: int, symbol: Symbol, dashed: bool) -> None:
        """Numbers that share the symbol of ``draft``: *số 107, 108/2020/NĐ-CP*."""
        listed: list[tuple[int, int, str]] = []
        at = position
        while found := _LISTED.search(self.text[max(self.floor, at - 20) : at]):
            low = max(self.floor, at - 20)
            listed.append((low + found.start(), low + found.end("number"), found["number"]))
            at = low + found.start()
            self.look(20)
        if not listed:
            return
        start, kind = self.begin(at)
        if start == at and not self.continues(at):
            return
        listed.reverse()
        year = draft.number.split("/")[1] if draft.number and re.search(r"/\d{4}/", draft.number) else None
        for place, (first, end, printed) in enumerate(listed):
            number, _, own_year = printed.partition("/")
            full = symbol.with_number(mend_number(number), own_year or year, dashed)
            item = Draft(first if place else start, end, kind or draft.kind, full, organ=symbol.organ, noun=not place)
            if not place:
                take_pinpoint(self.text, self.floor, item)
            self.share(item)
            self.add(item)
        draft.noun = False
        draft.start = position
        draft.kind = kind or draft.kind

    def take_waiting(self, draft: Draft, position: int) -> None:
        """A noun with its issuer before the number: *Nghị quyết của Chính phủ số 76/NQ-CP*."""
        if self.waiting and self.waiting[1] == draft.start:
            start, _, kind, issuer = self.waiting
            draft.start, draft.kind, draft.noun = start, kind, True
            if issuer:
                draft.issuer, draft.printed = plain_issuer(issuer), True
        self.waiting = None

    # --- what mentions share ----------------------------------------------

    def share(self, draft: Draft) -> None:
        """Give the date and issuer of ``draft`` to those joined before it: the issuer to all, the date under one noun."""
        if not self.continues(draft.start) or (draft.noun and self.gap(draft.start).strip() in ("", ";")):
            self.issuerless.clear()
            self.dateless.clear()
        elif not draft.noun and not draft.printed and self.drafts[-1].printed and self.drafts[-1].organ == draft.organ:
            draft.issuer, draft.printed = self.drafts[-1].issuer, True
        if draft.noun:
            self.dateless.clear()
        self.look(len(self.issuerless) + len(self.dateless) if draft.printed or draft.issued else 0)
        if draft.printed:
            for earlier in self.issuerless:
                if earlier.organ == draft.organ or not draft.noun:
                    earlier.issuer, earlier.printed = draft.issuer, True
            self.issuerless.clear()
        else:
            self.issuerless.append(draft)
        if draft.issued:
            for earlier in self.dateless:
                earlier.issued = draft.issued
            self.dateless.clear()
        else:
            self.dateless.append(draft)

    def gap(self, start: int) -> str:
        return self.text[self.drafts[-1].end : start] if self.drafts else ""

    def add(self, draft: Draft) -> None:
        self.titles.enter(draft)
        self.drafts.append(draft)
        self.kinds.add(draft.kind)
        self.floor = draft.end

    # --- names -------------------------------------------------------------

    def read_noun(self, found: re.Match) -> None:
        start, end = found.span("noun")
        kind = kind_of_noun(found["noun"]) or found["noun"].lower()
        self.look(2 * names.REACH)
        if kind == "luật" or kind == "bộ luật" or kind == "pháp lệnh":
            self.read_law(start, end, kind)
        elif kind == "hiến pháp":
            self.add_named(start, names.constitution_tail(self.text, end), kind)
        else:
            self.read_other(start, end, kind)

    def read_law(self, start: int, end: int, kind: str) -> None:
        if amending := names.AMENDING.match(self.text, end, end + 90):
            self.read_amending(start, amending.end(), kind)
        elif stop := names.read_law(self.text, end):
            if numbered := _LAW_NUMBER.match(self.text, stop, stop + 24):
                self.waiting = (start, numbered.start("so"), kind, None)
                return
            self.add_named(start, names.law_tail(self.text, stop), kind)
        else:
            self.read_back(start, end, kind)

    def read_amending(self, start: int, end: int, kind: str) -> None:
        """An amending law, whose name holds the names of the laws it amends."""
        inner: list[tuple[int, int, str]] = []
        at = end
        while law := re.compile(r"(?:,\s|và\s|\s)*(?P<noun>B[ộo]\s[Ll]u[ậaâ]t|[Ll]u[ậaâ]t)").match(self.text, at, at + 24):
            stop = names.read_law(self.text, law.end())
            if stop is None:
                break
            inner.append((law.start("noun"), stop, kind_of_noun(law["noun"]) or "luật"))
            at = stop
            self.look(names.REACH)
        if not inner:
            return
        outer = self.add_named(start, names.law_tail(self.text, at), kind)
        for first, stop, inner_kind in inner:
            law = Draft(first, stop, inner_kind, outer=outer)
            self.drafts.append(law)
            self.kinds.add(inner_kind)

    def read_other(self, start: int, end: int, kind: str) -> None:
        if self.read_bare(start, end, kind):
            return
        if kind in ("nghị quyết", "văn kiện", "chỉ thị", "kết luận", "quyết định", "quy định") and (stop := names.read_resolution(self.text, end)):
            draft = self.add_named(start, stop, kind)
            if self.text[end : end + 6].lstrip().startswith("của") and (named := find_issuer(self.text, end, stop)):
                draft.issuer = plain_issuer(self.text[named[1] - len(named[0]) : stop])
            return
        if self.read_waiting(start, end, kind):
            return
        if kind in ("chương trình", "đề án", "chiến lược", "quy hoạch", "kế hoạch"):
            self.read_programme(start, end, kind)
            return
        self.read_back(start, end, kind)

    def read_bare(self, start: int, end: int, kind: str) -> bool:
        """A noun with a number and no symbol: *Đề án 06*, *Chỉ thị số 29*."""
        found = _BARE.match(self.text, end, end + 24)
        if not found or kind not in _KINDS_BY_NUMBER_ALONE:
            return False
        if not found["so"] and (kind == "kế hoạch" or not _BARE_AFTER.match(self.text, found.end())):
            return False
        listed = _LIST_WITH_SYMBOL.match(self.text, found.end())
        if listed:
            self.look(len(listed[0]))
            return True
        while found:
            draft = self.add_named(start, found.end("number"), kind)
            draft.number = mend_number(found["number"])
            found = _NEXT_BARE.match(self.text, draft.end, draft.end + 24)
            start = found.start("number") if found else start
            if found and not _BARE_AFTER.match(self.text, found.end()):
                return True
        return True

    def read_waiting(self, start: int, end: int, kind: str) -> bool:
        """An issuer straight after the noun; a number may follow it."""
        issuer = find_issuer(self.text, end, end + context.AFTER)
        if issuer and (so := re.compile(r"\s?:?\s{1,3}(?:số\s?:?\s{0,3})?(?=\d)").match(self.text, issuer[1])):
            mark = issuer[1] + len(so[0]) - len(so[0].lstrip(" :\n"))
            self.waiting = (start, mark, kind, issuer[0])
            return True
        return False

    def read_programme(self, start: int, end: int, kind: str) -> None:
        before = self.text[max(self.floor, start - 48) : start]
        stop = names.read_programme(self.text, start, end)
        if not stop or _NOT_NAMED.search(before) or _PLURAL.search(before):
            self.read_back(start, end, kind)
            return
        self.add_named(start, stop, kind, tail=False)

    def read_back(self, start: int, end: int, kind: str) -> None:
        """*Nghị quyết nêu trên*: a directive named before, in this text or further up."""
        found = _BACK.match(self.text, end, end + 16)
        if not found or _PLURAL.search(self.text[max(self.floor, start - 8) : start]) or (found["word"] == "này" and (kind in _OWN or kind not in self.kinds)):
            return
        self.add_named(start, found.end(), kind, tail=False)

    def add_named(self, start: int, end: int, kind: str, tail: bool = True) -> Draft:
        draft = Draft(start, end, kind)
        if tail:
            read_tail(self.text, draft)
        take_pinpoint(self.text, self.floor, draft)
        self.add(draft)
        return draft

    def read_standard(self, start: int) -> None:
        self.look(names.REACH)
        found = names.STANDARD.match(self.text, start, start + 60)
        while found:
            series = found["series"] if "series" in found.re.groupindex else series  # noqa: F821
            number = re.sub(r"\s", "", found["number"])
            first = found.start() if "series" in found.re.groupindex else found.start("number")
            draft = Draft(first, found.end("number"), "tiêu chuẩn", f"{' '.join(series.split())} {number}")
            self.add(draft)
            found = names.NEXT_STANDARD.match(self.text, draft.end, draft.end + 40)


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every mention of a directive in ``text``, in the order of the text; offsets count its characters."""
    composed, offsets = compose(text)
    drafts = sorted(Scanner(composed).scan(), key=lambda draft: (draft.start, -draft.end))
    place = {id(draft): position for position, draft in enumerate(drafts)}
    return tuple(_mention(text, offsets, draft, place) for draft in drafts)


def _mention(text: str, offsets: list[int] | None, draft: Draft, place: dict[int, int]) -> Mention:
    start, end = (draft.start, draft.end) if offsets is None else (offsets[draft.start], offsets[draft.end])
    within = place[id(draft.outer)] if draft.outer else None
    return Mention(
        start, end, text[start:end], draft.kind, draft.number, draft.issued, draft.issuer, draft.pinpoint, within
    )
