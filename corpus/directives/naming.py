"""What a mention says of its act by itself: its bare name, its year, and whether it only points back."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.directives.find import Mention
from corpus.directives.find.dates import YEAR
from corpus.directives.identity import number_key, title_key
from corpus.directives.issuing import organ_of
from corpus.language.folding import fold
from corpus.language.letters import upfirst
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import any_of, longest_first
from corpus.model import Citation

LAWS = tuple(kind for kind, noun in LEXICON.kinds.items() if noun.maker)
# "của tỉnh", but not "của tỉnh Ví Dụ", where the name is the body's.
WHOSE = re.compile(r"\s+của\s+(thành phố|tỉnh|quận|huyện|thị xã|phường|xã)(?!\w)(?!\s+[^\W\d_a-zà-ỹđ])")
_BODIES = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_BACK = re.compile(r"\s(?:nêu trên|nói trên|trên đây|này)$")
# At the end, or before the issuer alone.
_YEAR_AT_END = re.compile(r"[\s(]((?:19|20)\d\d)\)?(?:\s?,?\s+của\s.*)?$", re.IGNORECASE | re.DOTALL)
_NOUN_OF_LAW = re.compile(rf"(?:{any_of(LAWS)})(?!\w)\s*:?\s*", re.IGNORECASE)
_NOUN_OF_TREATY = re.compile(rf"^(?:{any_of(LEXICON.kinds_read('treaty'))})\s+", re.IGNORECASE)
_YEAR_OF_TREATY = re.compile(r"\s\(?(?:năm\s)?(?:19|20)\d\d\)?$")
_MAKERS = "|".join(map(fold, longest_first(LEXICON.treaty_makers)))
_MAKER = re.compile(rf"^(?:(?:cua )?(?:{_MAKERS}) |quoc te |khung )+|(?<=\d) cua (?:{_MAKERS}).*$")
_LETTERS = re.compile(r"\s?\(([A-Z][A-Z\d-]{1,11})\)")
_DRAFT = re.compile(r"\s*\(\s*sửa đổi[^)]*\)", re.IGNORECASE)


def meant_of(mention: Mention, after: str) -> Mention:
    """``mention`` with what its words mean beyond what they print, only for telling acts apart.

    *của tỉnh* behind a number is the body of the symbol, of that place; *Nghị định 78/2025* has the symbol of its kind.
    """
    mention = _with_symbol(mention)
    body = _BODIES.get(organ_of(mention.number)) if mention.number else None
    whose = WHOSE.match(after)
    if not (body and whose) or mention.issuer:
        return mention
    return replace(mention, issuer=f"{body} {whose[1]}", unread=False)


def _with_symbol(mention: Mention) -> Mention:
    key, noun = number_key(mention.number), LEXICON.kinds.get(mention.kind)
    if not (key and key.year and not key.symbol and noun and noun.symbol):
        return mention
    return replace(mention, number=f"{mention.number}/{noun.symbol}")


def points_back(mention: Mention) -> bool:
    """True for *Nghị quyết nêu trên*, which says nothing of itself."""
    return bool(_BACK.search(mention.text))


def year_of(mention: Mention) -> int | None:
    if mention.issued:
        return mention.issued.year
    if (key := number_key(mention.number)) and key.year:
        return key.year
    if mention.year:
        return mention.year
    found = _YEAR_AT_END.search(mention.text) if mention.kind in LAWS or mention.number else None
    return int(found[1]) if found else None


def bare_name(mention: Mention | Citation) -> str:
    """A law's name without pinpoint, day, year and number."""
    name = mention.text
    if mention.pinpoint:
        name = re.sub(
            r"^.*?(?=(?:Bộ l|L|l)uật|Hiến|Pháp lệnh|Nghị|Quyết|Chương|Đề)", "", name, count=1, flags=re.DOTALL
        )
    if mention.kind not in LAWS:
        return name
    whole = name
    name = _of_list(mention.kind, name) if mention.number is None else name
    name = re.split(r"\s+(?:số\s+\d|ngày\s|(?:năm\s+)?\d{4}$)", name, flags=re.IGNORECASE)[0]
    year = YEAR.search(name)
    name = name[: year.start()] if year else name
    # A law that was passed under the name of its draft is the law.
    return _DRAFT.sub("", name) if len(name) < len(whole) or mention.number else name


def _of_list(kind: str, name: str) -> str:
    """A law with its noun, where it stands in a list under one: *luật: Đất đai* and *Nhà ở* are laws of that name."""
    noun = _NOUN_OF_LAW.match(name)
    return name if noun and ":" not in noun[0] else f"{upfirst(kind)} {name[noun.end() :] if noun else name}"


def treaty_key(mention: Mention, after: str) -> str:
    """What all names of one treaty have in common: with *của Liên hợp quốc* or without, in full or by its letters."""
    name = _NOUN_OF_TREATY.sub("", _YEAR_OF_TREATY.sub("", mention.text), count=1)
    short = _LETTERS.match(after)
    known = _TREATIES.get(_treaty_name(short[1])) if short else None
    key = _treaty_name(name)
    return f"{fold(mention.kind)} {known or _TREATIES.get(key, key)}"


def _treaty_name(name: str) -> str:
    return _MAKER.sub("", title_key(name)).strip()


_TREATIES = {_treaty_name(name): _treaty_name(one.name) for one in LEXICON.treaties for name in one.names}


def has_name(mention: Mention) -> bool:
    """False for a law that is cited by its number alone: *Luật số 31/2024/QH15*."""
    return bool(
        re.sub(r"^(?:bộ luật|luật|pháp lệnh|hiến pháp)\s*", "", bare_name(mention), flags=re.IGNORECASE).strip()
    )
