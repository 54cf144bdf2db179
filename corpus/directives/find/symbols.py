"""Numbers and symbols of directives: reading them as printed, and mending what is misprinted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.language.lexicon import LEXICON
from corpus.language.patterns import grammar
from corpus.vocabulary import KIND_OF_ABBREVIATION

# Those of the decree, and those of joint and action programmes beside them.
KIND_OF_SYMBOL = {
    **KIND_OF_ABBREVIATION,
    **{symbol: kind for kind, noun in LEXICON.kinds.items() for symbol in noun.symbols},
}
_PARTY = re.compile(r"(?:.*TW|.*TU|QU|HU|ĐU|ĐUK|ThU|BCSĐ|BCS|ĐĐ)$")
_LOCAL = re.compile(r"(?:UBND|HĐND|TU|QU|HU|ĐU|CT|BCĐ|S[A-ZĐ]{2,})")
_LETTER = "A-ZĐÐ"
_RUN = rf"[{_LETTER}][{_LETTER}&]{{0,29}}(?:[a-z]{{1,2}}[{_LETTER}]+){{0,2}}\d{{0,4}}"
_ORGAN = rf"(?:TTg|T\s?W(?![{_LETTER}])|{_RUN})"
_LOWER = r"(?:nq|q[đd]|kh|ct|n[đd]|tb|tt|kl|ctr|ttr|hd|bc)\s?[-/]\s?(?:ubnd|hđnd|cp|ttg|tw|tu)(?!\w)"
_FIRST = grammar(
    rf"""
    (?: CTr | TTr | QyĐ | Qb | L(?=-) | PL(?=-)
      | [{_LETTER}]{{2,12}} (?:Tg)? (?: [a-z]{{1,2}}[{_LETTER}]+ )? \d{{0,2}} (?: \s[{_LETTER}]{{2,4}}(?=-) )? )
    """
)
_DASH = r"\-–‑‐−—"
_JOIN = rf"\s*[/.{_DASH}]\s*"
# Over a blank, or after a full stop, only a whole word goes on with a symbol: "12/QĐ-UBND. Kế hoạch" does not.
# Blanks on both sides of a sign may be punctuation or a list item: only the first sign may have them, on its line.
_BROKEN = rf"(?:[/{_DASH}]\s{{0,4}}|\s{{1,4}}[/{_DASH}])"
_REST = grammar(rf"(?: [/{_DASH}] <organ> | {_BROKEN} <organ> (?!\w) | \. <organ> (?!\w) )", organ=_ORGAN)
_FIRST_REST = grammar(rf"(?: \x20[/{_DASH}]\x20 <organ> (?!\w) | <rest> )", organ=_ORGAN, rest=_REST)

# A place where a symbol may begin: the sign between a number and it.
SIGNS = f"/{_DASH}"
SEPARATOR = rf"[{SIGNS}](?=\s{{0,4}}(?:[{_LETTER}]{{2}}|CTr|TTr|QyĐ|Qb|L-|{_LOWER}))"
SYMBOL = re.compile(rf"\s{{0,4}}(?:(?P<lower>{_LOWER})|(?P<first>{_FIRST})(?P<rest>(?:{_FIRST_REST}{_REST}{{0,3}})?))")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# The number straight before the sign; "s6 24" and "O1" are OCR readings of "số 24" and "01".
NUMBER_BEFORE = re.compile(
    grammar(
        r"""
        (?: (?<![\w.,/:\-]) | (?<=\bsố) | (?<=\bSố) | (?<=\bsố\.) | (?<=\ss6) )
        (?P<num> (?: \d{1,5} | [OolI]\d{1,4} | \d{1,4}[Ool] ) \s? (?: [a-eđ¢](?![a-zđ]) )? )
        \s? (?: /\s? <year> \s? )? $
        """,
        year=_YEAR,
    )
)
# The kind stands before the sign: "76 NQ-CP", "18NQ/TW".
NUMBER_AND_KIND_BEFORE = re.compile(
    grammar(
        rf"(?<![\w.,/:\-]) (?P<num>\d{{1,5}}[a-eđ]?) (?: / <year> )? \s? (?P<first>[{_LETTER}]{{2,3}}r?) \s? $",
        year=_YEAR,
    )
)
# Only blanks or dots where the number should be.
UNKNOWN_BEFORE = re.compile(
    grammar(
        r"(?P<so>[Ss]ố)\s?:? (?P<num>[\s.…_]{0,24}) (?: /\s? (?: <year> | (?:20)?[.…_]{1,8} ) \s? )? $",
        year=_YEAR,
    )
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol with its misprints mended: ``NQ`` and ``CP`` of *NQCP*; ``kind`` None for an official letter."""

    abbreviation: str
    organ: str
    kind: str | None

    @property
    def local(self) -> bool:
        """True for an organ below the central level."""
        return bool(_LOCAL.match(self.organ))

    def with_number(self, number: str, year: str | None, dashed: bool) -> str:
        """The whole number: Party documents as 62-KL/TW, the others as 76/NQ-CP or 61/2018/NĐ-CP."""
        parts = [part for part in (self.abbreviation, self.organ) if part]
        if self.abbreviation and self.organ and not year and (_PARTY.match(self.organ) or dashed):
            return f"{number}-{'/'.join(parts)}"
        return "/".join(part for part in (number, year, "-".join(parts)) if part)


def read_symbol(found: re.Match, before: str = "") -> Symbol:
    """The symbol in a match of SYMBOL; ``before`` is a kind that stands before the sign."""
    if found["lower"]:
        parts = re.split(r"\s?[-/]\s?", found["lower"].upper())
    else:
        parts = [part for part in re.split(_JOIN, found["first"] + found["rest"]) if part]
    parts = [_mend(part) for part in ([before, *parts] if before else parts)]
    if parts[0] not in KIND_OF_SYMBOL and (split := _split(parts[0])):
        parts[:1] = split
    kind = KIND_OF_SYMBOL.get(parts[0])
    if kind is None:
        if re.fullmatch(r"(?:UBTV)?QH\d{1,2}", parts[0]):
            return Symbol("", parts[0], None)
        return Symbol("", "-".join(parts), None)
    return Symbol(parts[0], "-".join(parts[1:]), kind)


def _mend(part: str) -> str:
    part = part.replace("Ð", "Đ").replace(" ", "")
    return LEXICON.mended.get(part.upper(), part)


def _split(run: str) -> list[str] | None:
    """*KHUBND* as KH and UBND: a kind followed by a known organ without the sign between."""
    for size in (4, 3, 2):
        kind, organ = _mend(run[:size]), _mend(run[size:])
        known = organ in {**LEXICON.issuer_of_symbol, **LEXICON.department_of_symbol} or re.fullmatch(
            r"UBND|HĐND|TU|TW|(?:UBTV)?QH\d\d", organ
        )
        if kind in KIND_OF_SYMBOL and known:
            return [kind, organ]
    return None


def mend_number(printed: str) -> str:
    """*O1* as 01, *30¢* as 30c."""
    digits = "".join(printed.split()).replace("¢", "c")
    return re.sub(r"[Oo](?=\d|$)", "0", re.sub(r"^[lI](?=\d)|(?<=\d)l$", "1", digits))
