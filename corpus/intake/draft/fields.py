"""The fields of the front matter that the form of a document gives; what it does not print is a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from corpus.country.register import Places
from corpus.document_kinds import ADMINISTRATIVE_KINDS
from corpus.intake.draft import shapes
from corpus.intake.draft.doubt import Doubt, DoubtKind
from corpus.intake.draft.ending import read_signer
from corpus.intake.draft.flow import Item, Line
from corpus.intake.draft.letterhead_lines import Letterhead, read_letterhead
from corpus.intake.draft.parts import Part, Parted
from corpus.intake.draft.recasing import as_elsewhere, recase
from corpus.intake.draft.whose import Whose, find_issuer
from corpus.language.years import read_period
from corpus.schema import Signer
from corpus.vocabulary import Tier

UNKNOWN_PLACE = "chua-ro"
_YEAR = re.compile(r"\bnăm\s+(\d{4})\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CHAIR = "CHỦ TỊCH ỦY BAN NHÂN DÂN"
_OF_WHOM = re.compile(r"\bcủa\s+((?:chủ tịch\s+)?(?:u[ỷy] ban|ủy ban|ubnd)\b.*)", re.IGNORECASE)
_END = re.compile(r"[\s.;:/]+$")


@dataclass(frozen=True)
class Fields:
    """Each as ``FrontMatter`` has it; ``bare`` where nothing was printed that every office prints: neither the kind of
    the document nor a number or a day. ``issuer_name``: the name of a body that no rule knows, as a register has it."""

    title: str
    number: str | None
    symbol: str
    form: str
    issued: date | None
    issuer: str
    level: Tier
    place: str
    year: int
    signer: Signer | None
    promulgates: tuple[str, str] | None
    doubts: tuple[Doubt, ...] = field(default=(), compare=False)
    bare: bool = False
    issuer_name: str = ""

    def as_meta(self) -> dict[str, Any]:
        """Plain data, without the doubts."""
        promulgated = {"form": self.promulgates[0], "title": self.promulgates[1]} if self.promulgates else None
        return {
            "title": self.title,
            "number": self.number,
            "symbol": self.symbol,
            "form": self.form,
            "issued": self.issued,
            "issuer": self.issuer,
            "level": self.level,
            "place": self.place,
            "year": self.year,
            "signer": self.signer.model_dump() if self.signer else None,
            "promulgates": promulgated,
        }


def read_fields_of(parted: Parted, body: str, places: Places) -> Fields:
    """The fields of the document ``parted``; ``body`` is all of its words."""
    head = read_letterhead(parted.letterhead)
    main = parted.parts[0] if parted.parts else Part(Line("", 0))
    title = _title(main, parted)
    year = _year(title, head, body)
    day = head.day.day if head.day else None
    authority = _authority(main, parted)
    printed_place = head.day.place if head.day else ""
    whose = find_issuer(head.issuer, authority, printed_place, day or date(year, 6, 30), body, places)
    kind = main.kind or _kind_of_symbol(head) or "kế hoạch"
    signer = next((found for one in parted.parts if (found := read_signer(one.signature))), None)
    return Fields(
        title or "?",
        head.number.number if head.number else None,
        head.number.symbol if head.number else _symbol(kind),
        kind,
        day,
        whose.issuer or f"{UNKNOWN_PLACE}/uy-ban-nhan-dan",
        whose.place.tier if whose.place else Tier.WARD,
        whose.place.id if whose.place else UNKNOWN_PLACE,
        year,
        signer,
        _promulgated(main, parted),
        tuple(_doubts(title, main, head, whose, signer, parted)),
        issuer_name=_name(whose, main, parted),
        bare=not main.kind and head.number is None and head.day is None,
    )


def _authority(main: Part, parted: Parted) -> str:
    """The line of a decision that says who decides; without one, whose decision the plan says it was issued with;
    else the post that signs it in nobody's name."""
    if main.kind != "quyết định":
        return ""
    said = " ".join(line.text for line in main.below if shapes.is_authority(line.text))
    attached = [line.text for one in parted.parts for line in one.below if shapes.is_attached(line.text)]
    said = said or next((found[1] for text in attached if (found := _OF_WHOM.search(text))), "")
    signed = [line.text for line in main.signature if shapes.is_capacity(line.text) or shapes.is_post(line.text)]
    chairs = signed and "CHỦ TỊCH" in signed[0].upper() and not signed[0].upper().startswith("TM")
    return said or (_CHAIR if chairs else "")


def _title(one: Part, parted: Parted) -> str:
    words = _END.sub("", " ".join(line.text for line in one.title))
    return as_elsewhere(words, _lines(parted))


def _name(whose: Whose, main: Part, parted: Parted) -> str:
    """What a register calls the body of a letterhead: its words as the text has them, and its place."""
    if not (whose.name and whose.place):
        return ""
    own = as_elsewhere(whose.name, (" ".join(line.text for line in main.title), *_lines(parted)))
    return f"{recase(own)} {whose.place.name}"


def _lines(parted: Parted) -> Iterator[str]:
    for one in parted.parts:
        items: Sequence[Item] = (*one.below, *one.items)
        yield from (item.text for item in items if isinstance(item, Line))


def _year(title: str, head: Letterhead, body: str) -> int:
    """The year that the title names; where it names none or several, that of the day, else the first of the text."""
    printed = head.day.year if head.day else None
    named = _YEAR.search(title)
    if named and read_period(title, printed or int(named[1])) is None:
        return int(named[1])
    if printed:
        return printed
    found = named or _ANY_YEAR.search(body)
    return int(found[0][-4:]) if found else date.today().year


def _kind_of_symbol(head: Letterhead) -> str:
    return ADMINISTRATIVE_KINDS.get(head.number.symbol.split("-")[0], "") if head.number else ""


def _symbol(kind: str) -> str:
    return f"{next(short for short, name in ADMINISTRATIVE_KINDS.items() if name == kind)}-UBND"


def _promulgated(main: Part, parted: Parted) -> tuple[str, str] | None:
    """The first document of another kind that follows a decision."""
    if main.kind != "quyết định":
        return None
    for one in parted.parts[1:]:
        if one.kind and (title := _title(one, parted)):
            return one.kind, title
    return None


def _doubts(
    title: str, main: Part, head: Letterhead, whose: Whose, signer: Signer | None, parted: Parted
) -> Iterator[Doubt]:
    if not main.kind:
        yield Doubt(DoubtKind.FIELD, "phải có dòng ghi loại văn bản, ví dụ KẾ HOẠCH", main.heading.text)
    if not title:
        yield Doubt(DoubtKind.FIELD, "title: phải có tên văn bản dưới dòng loại văn bản")
    if head.number is None:
        yield Doubt(DoubtKind.FIELD, "number, symbol: phần đầu phải có dòng số, ví dụ Số: 45/KH-UBND")
    elif head.number.number is None:
        yield Doubt(DoubtKind.FIELD, "number: bản nhận được để trống số", f"/{head.number.symbol}")
    if head.day is None:
        yield Doubt(DoubtKind.FIELD, "issued: phần đầu phải có ngày ban hành")
    elif head.day.day is None:
        yield Doubt(DoubtKind.FIELD, "issued: bản nhận được không ghi đủ ngày, hoặc ngày không có thật", head.day.text)
    if draft := next((line.text for line in parted.letterhead if shapes.is_draft(line.text)), ""):
        yield Doubt(DoubtKind.FIELD, "bản nhận được còn là dự thảo: chỉ công bố bản đã ban hành", draft)
    if whose.place is None:
        yield Doubt(DoubtKind.FIELD, "place, issuer: không rõ địa bàn ban hành", " ".join(head.issuer))
    elif not whose.sure:
        must = "place, issuer: có nhiều địa bàn cùng tên hoặc phần đầu không ghi; máy chọn theo chữ của văn bản"
        yield Doubt(DoubtKind.FIELD, must, whose.place.name)
    if signer is None:
        yield Doubt(DoubtKind.FIELD, "signer: không thấy tên người ký")
    if not any(one.recipients for one in parted.parts):
        yield Doubt(DoubtKind.FIELD, "recipients: không thấy phần Nơi nhận")
