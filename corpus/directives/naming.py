"""What a mention says of its act by itself: its bare name, its year, and whether it only points back."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.directives.find import Mention
from corpus.directives.find.dates import YEAR
from corpus.directives.identity import number_key
from corpus.directives.issuing import organ_of
from corpus.language.lexicon import LEXICON
from corpus.model import Citation

LAWS = tuple(kind for kind, noun in LEXICON.kinds.items() if noun.maker)
# "của tỉnh", but not "của tỉnh Ví Dụ", where the name is the body's.
WHOSE = re.compile(r"\s+của\s+(thành phố|tỉnh|quận|huyện|thị xã|phường|xã)(?!\w)(?!\s+[^\W\d_a-zà-ỹđ])")
_BODIES = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_BACK = re.compile(r"\s(?:nêu trên|nói trên|trên đây|này)$")
# At the end, or before the issuer alone.
_YEAR_AT_END = re.compile(r"[\s(]((?:19|20)\d\d)\)?(?:\s?,?\s+của\s.*)?$", re.IGNORECASE | re.DOTALL)
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
    name = re.split(r"\s+(?:số\s+\d|ngày\s|(?:năm\s+)?\d{4}$)", name, flags=re.IGNORECASE)[0]
    year = YEAR.search(name)
    name = name[: year.start()] if year else name
    # A law that was passed under the name of its draft is the law.
    return _DRAFT.sub("", name) if len(name) < len(whole) or mention.number else name


def has_name(mention: Mention) -> bool:
    """False for a law that is cited by its number alone: *Luật số 31/2024/QH15*."""
    return bool(
        re.sub(r"^(?:bộ luật|luật|pháp lệnh|hiến pháp)\s*", "", bare_name(mention), flags=re.IGNORECASE).strip()
    )
