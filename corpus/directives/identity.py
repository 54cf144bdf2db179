"""What makes two printed numbers the same, and the ids that directives get from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus.language.folding import fold, slug
from corpus.language.letterhead import full_number
from corpus.language.lexicon import LEXICON
from corpus.model import Corpus, Plan

UNDATED = "khong-ngay"
UNNUMBERED = "khong-so"
CENTRAL = "trung-uong"
_REMEMBERED = 50_000  # titles and numbers; the registers are compared with each plan
_NUMBER = re.compile(
    r"(?P<number>\d+)(?P<letter>[a-zđ]|\.\d{1,2}|)(?:/(?P<year>(?:19|20)\d\d))?(?:[-/](?P<symbol>.*))?$"
)


_STANDING = re.compile(r"^(?:ban-thuong-vu|thuong-truc|ban-chap-hanh)-(?=(?:thanh|tinh|quan|huyen|thi|dang)-(?:uy|bo))")
_SHORT = {fold(short): fold(full) for short, full in LEXICON.abbreviations_in("titles").items()}


@dataclass(frozen=True)
class NumberKey:
    """A number without its ways of printing: 08/QĐ-UBND and 8/QĐUBND are equal; ``symbol`` "" where not printed."""

    number: int
    letter: str
    year: int | None
    symbol: str


@lru_cache(_REMEMBERED)
def number_key(printed: str | None) -> NumberKey | None:
    """The key of *76/NQ-CP*, *61/2018/NĐ-CP*, *62-KL/TW* or a bare *06*; None for other numbers."""
    found = _NUMBER.match(printed or "")
    if not found:
        return None
    year = int(found["year"]) if found["year"] else None
    return NumberKey(int(found["number"]), found["letter"], year, symbol_key(found["symbol"] or ""))


def symbol_key(symbol: str) -> str:
    return re.sub(r"[^A-ZĐ0-9]", "", symbol.upper())


def split_number(full: str) -> tuple[str | None, str | None]:
    """Number and symbol apart: 62-KL/TW gives 62 and KL/TW, 61/2018/NĐ-CP gives 61/2018 and NĐ-CP."""
    if found := re.match(r"(\d+(?:[a-zđ]|\.\d{1,2})?(?:/(?:19|20)\d\d)?)(?:[-/](.+))?$", full):
        return found[1], found[2]
    series, _, number = full.rpartition(" ")
    return number, series or None


def issuer_segment(agency: str) -> str:
    """``hai-phong/uy-ban-nhan-dan`` as ``uy-ban-nhan-dan-hai-phong``; a central body keeps its name only."""
    place, _, name = agency.partition("/")
    return name if place == CENTRAL else f"{name}-{place}"


def directive_id(segment: str, issued: date | None, number: str | None, name: str, year: int | None = None) -> str:
    """``issuer/year/number-symbol``; the year is that of issue, else the one in the number, else ``year``."""
    key = number_key(number)
    when = issued.year if issued else (key.year if key and key.year else year)
    return f"{segment}/{when or UNDATED}/{slug(number) if number else slug(name)[:120].strip('-')}"


def series_issuer(agency: str) -> str:
    """The body in whose number series an agency issues: a chairman's acts are numbered with the committee's."""
    return re.sub(r"/chu-tich-(?=uy-ban-nhan-dan|hoi-dong-nhan-dan)", "/", agency)


def series(agency: str) -> str:
    """Agencies whose documents share numbers get one name: the Party's bodies of a place do."""
    place, _, name = series_issuer(agency).partition("/")
    if place == CENTRAL and re.match(r"ban-chap-hanh-trung-uong|bo-chinh-tri|ban-bi-thu", name):
        return f"{CENTRAL}/dang"
    return f"{place}/{_STANDING.sub('', name)}"


def committee(agency: str) -> str:
    """The Party committee of a place for its standing part: one series of numbers, and one act under either name."""
    place, _, name = agency.partition("/")
    return agency if place == CENTRAL else f"{place}/{_STANDING.sub('', name)}"


def plan_directive_id(plan: Plan, corpus: Corpus | None = None) -> str:
    """The id of a plan of the corpus as a directive."""
    meta = plan.meta
    segment = issuer_segment(series_issuer(meta.issuer))
    number = full_number(meta.number or UNNUMBERED, meta.symbol)
    return f"{segment}/{meta.issued.year if meta.issued else meta.year}/{slug(number)}"


@lru_cache(_REMEMBERED)
def title_key(name: str) -> str:
    """A name without marks, quotation, "về" and the ways to write a period."""
    plain = re.sub(r"[“”\"'’,.()]", " ", fold(name))
    plain = re.sub(r"\s*[-–]\s*", "-", plain)
    words = re.sub(r"\b(?:ve viec|ve|so(?= \d))\b", " ", plain).split()
    return " ".join(_SHORT.get(word, word) for word in words)
