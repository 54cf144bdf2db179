"""Numbers and symbols of directives: reading them as printed, and mending what is misprinted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document_kinds import KIND_OF_ABBREVIATION
from corpus.language.letters import SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import grammar

# Those of the decree, and those of joint and action programmes beside them.
KIND_OF_SYMBOL = {
    **KIND_OF_ABBREVIATION,
    **{symbol: kind for kind, noun in LEXICON.kinds.items() for symbol in noun.symbols},
}
_PARTY = re.compile(r"(?:.*TW|.*TU|QU|HU|ĐU|ĐUK|ThU|BCSĐ|BCS|ĐĐ)$")
_JOINT = re.compile(r"(?<=..)(?:PH|LT|LN|HĐ)$")
_LOCAL = re.compile(r"(?:UBND|HĐND|TU|QU|HU|ĐU|CT|BCĐ|S[A-ZĐ]{2,})")
_LETTER = "A-ZĐÐƯ"
_RUN = rf"[{_LETTER}][{_LETTER}&]{{0,29}}(?:[a-z]{{1,2}}[{_LETTER}]+){{0,2}}\d{{0,4}}"
_ORGAN = rf"(?:TTg|TTr(?![{_LETTER}\w])|T\s?W(?![{_LETTER}])|{_RUN})"
_LOWER = r"(?:nq|q[đd]|kh|ct|n[đd]|tb|tt|kl|ctr|ttr|hd|bc)\s?[-/]\s?(?:ubnd|hđnd|cp|ttg|tw|tu)(?!\w)"
_FIRST = grammar(
    rf"""
    (?: (?: CTr | T\.?Tr | QyĐ | QĐi | Qb )(?!\w) | L(?=-) | PL(?=-)
      | [{_LETTER}]{{1,12}} (?:Tg)? (?: [a-z]{{1,2}}[{_LETTER}]+ )? \d{{0,3}} (?![{SMALL}]) (?: \s[{_LETTER}]{{2,4}}(?=-) )? )
    """
)
_DASH = r"\-–‑‐−—"
_JOIN = rf"\s*[/.{_DASH}]\s*"
# Over a blank, or after a full stop, only a whole word goes on with a symbol: "12/QĐ-UBND. Kế hoạch" does not.
# Blanks on both sides of a sign may be punctuation or a list item: only the first sign may have them, on its line.
_BROKEN = rf"(?:[/{_DASH}]\s{{0,4}}|\s{{1,4}}[/{_DASH}])"
_REST = grammar(rf"(?: [/{_DASH}] <organ> | {_BROKEN} <organ> (?!\w) | \. <organ> (?!\w) )", organ=_ORGAN)
_FIRST_REST = grammar(rf"(?: \x20[/{_DASH}]\x20 <organ> (?!\w) | <rest> )", organ=_ORGAN, rest=_REST)

# The team of the police that wrote it: "823/PV11(CS)", "1122/C06(P4)".
_TEAM = rf"(?:(?<=\d)\([{_LETTER}]{{1,4}}\d{{0,2}}\))"

# A place where a symbol may begin: the sign between a number and it.
SIGNS = f"/{_DASH}"
SEPARATOR = rf"[{SIGNS}](?=\s{{0,4}}(?:[{_LETTER}]{{2}}|[ACHKVX]\d\d(?!\d)|CTr|T\.?Tr|QyĐ|Qb|L-|{_LOWER}))"
SYMBOL = re.compile(
    rf"\s{{0,4}}(?:(?P<lower>{_LOWER})|(?P<first>{_FIRST})(?P<rest>(?:{_FIRST_REST}{_REST}{{0,3}})?{_TEAM}?))"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# The year behind the symbol: "61/NĐ-CP/2018".
YEAR_AFTER = re.compile(rf"\s?/\s?{_YEAR}(?![\w/])")
# The number straight before the sign; "s6 24" and "O1" are OCR readings of "số 24" and "01". Thousands may be
# parted by a point ("1.234/QĐ-UBND"), and a series of one year counts behind one ("66.2/2025/NQ-CP").
NUMBER_BEFORE = re.compile(
    grammar(
        r"""
        (?: (?<![\w.,/:\-]) | (?<=\bsố) | (?<=\bSố) | (?<=\bsố\.) | (?<=\ss6) )
        (?P<num> (?: \d{1,5} | \d{1,2}\.\d{3} | \d{1,3}\.\d{1,2}(?=/(?:19|20)\d\d) | [OolI]\d{1,4} | \d{1,4}[Ool] )
          \s? (?: [a-eđ¢](?![a-zđ]) )? )
        \s? (?: /\s? <year> \s? )? $
        """,
        year=_YEAR,
    )
)
# The kind stands before the sign: "76 NQ-CP", "18NQ/TW"; or the body: "số 3351 UBND-KGVX".
NUMBER_AND_KIND_BEFORE = re.compile(
    grammar(
        rf"(?<![\w.,/:\-]) (?P<num>\d{{1,5}}[a-eđ]?) (?: / <year> )? \s? (?P<first>[{_LETTER}]{{2,10}}r?) \s? $",
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
    """A symbol with its misprints mended: ``NQ`` and ``CP`` of *NQCP*; ``kind`` None for an official letter.

    ``joins`` are the signs printed between its parts, "" where none is.
    """

    abbreviation: str
    organ: str
    kind: str | None
    joins: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """True for an organ below the central level."""
        return bool(_LOCAL.match(self.organ))

    def with_number(self, number: str, year: str | None, sign: str) -> str:
        """The whole number with its signs as printed; ``sign`` is the one after the number, "" where a blank stands.

        A sign that is not printed follows the form in use: 62-KL/TW in the Party, 76/NQ-CP and 61/2018/NĐ-CP elsewhere.
        """
        inner = self.joins[:1] if self.abbreviation else ()
        party = (inner[0] == "/") if inner and inner[0] else bool(_PARTY.match(self.organ))
        if not sign or year:
            sign = "-" if party and not year else "/"
        symbol = self.abbreviation + (
            ((inner and inner[0]) or ("/" if sign == "-" else "-")) if self.abbreviation else ""
        )
        return "".join(
            (number, f"/{year}" if year else "", sign, symbol if self.organ else self.abbreviation, self.organ)
        )


def read_symbol(found: re.Match[str], before: str = "") -> Symbol:
    """The symbol in a match of SYMBOL; ``before`` is a kind that stands before the sign."""
    printed = found["lower"].upper() if found["lower"] else found["first"] + found["rest"]
    pieces = re.split(rf"({_JOIN})", re.sub(r"T\.Tr", "TTr", re.sub(r"T\.\s?Ư", "TW", printed)))
    parts = [_mend(part) for part in pieces[::2]]
    joins = [_sign(join) for join in pieces[1::2]]
    if before:
        parts, joins = [_mend(before), *parts], [_sign(found.string[found.start() - 1]), *joins]
    if not kind_of(parts[0]) and (split := _split(parts[0])):
        parts[:1], joins[:0] = split, [""]
    organ = parts[0] + "".join(join + part for join, part in zip(joins, parts[1:], strict=True))
    kind = kind_of(parts[0])
    if kind is None:
        return Symbol("", _without_note(organ), None, tuple(joins))
    organ = (
        parts[1] + "".join(join + part for join, part in zip(joins[1:], parts[2:], strict=True)) if parts[1:] else ""
    )
    return Symbol(parts[0], _without_note(organ), kind, tuple(joins))


def kind_of(abbreviation: str) -> str | None:
    """The kind that begins a symbol; joint programmes, plans and rules add to it: CTrPH, KHLT, QCPH."""
    return KIND_OF_SYMBOL.get(abbreviation) or KIND_OF_SYMBOL.get(_JOINT.sub("", abbreviation))


def _sign(printed: str) -> str:
    """A printed sign without blanks, every dash as one."""
    plain = printed.strip()
    return plain if plain in ("/", ".") else "-"


def _without_note(organ: str) -> str:
    """An organ without the mark of a footnote that was printed above it: *UBND1* is UBND, *QH15* keeps its term."""
    return re.sub(r"^(UBND|HĐND|CP|TTg|TW|TU)\d{1,2}$", r"\1", organ)


def _mend(part: str) -> str:
    part = part.replace("Ð", "Đ").replace(" ", "")
    return LEXICON.mended.get(part.upper(), part)


def _split(run: str) -> list[str] | None:
    """*KHUBND* as KH and UBND: a kind followed by a known organ without the sign between."""
    for size in (4, 3, 2):
        kind, organ = _mend(run[:size]), _mend(run[size:])
        # "31/CTTg" prints the letter once that ends the kind and begins the organ.
        organ = "TTg" if organ == "Tg" and kind.endswith("T") else organ
        if kind in KIND_OF_SYMBOL and is_known_organ(organ):
            return [kind, organ]
    return None


def is_known_organ(organ: str) -> bool:
    """True for the symbol of a body that every place or the country has: *UBND*, *BNV*, *QH15*."""
    named = organ in LEXICON.issuer_of_symbol or organ in LEXICON.department_of_symbol
    return named or bool(re.fullmatch(r"UBND|HĐND|TU|TW|(?:UBTV)?QH\d\d", organ))


def mend_number(printed: str) -> str:
    """*O1* as 01, *30¢* as 30c."""
    digits = re.sub(r"\.(?=\d{3}$)", "", "".join(printed.split()).replace("¢", "c"))
    return re.sub(r"[Oo](?=\d|$)", "0", re.sub(r"^[lI](?=\d)|(?<=\d)l$", "1", digits))
