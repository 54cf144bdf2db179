"""What stands around a number or a name: the noun and the pinpoint before it, the date and issuer after it."""

from __future__ import annotations

import re

from corpus.directives.find.dates import DATE, YEAR, day_of, year_in
from corpus.directives.find.issuers import BY_ISSUER, UNIT, UNREAD, find_issuer, plain_issuer
from corpus.directives.find.issuers_before import may_sign
from corpus.directives.find.mention import Draft
from corpus.directives.find.own_year import owns_year
from corpus.document_kinds import KIND_OF_ABBREVIATION, KINDS
from corpus.language.letters import SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import any_of, grammar, loose

BEFORE = 64  # characters looked at before a number for its noun
AFTER = 160  # characters looked at after a number for date and issuer
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d$")
PINPOINT_REACH = 240
# The mark of a footnote, or in brackets the unit that wrote it, printed straight after a number, a date or an issuer.
_NOTE = re.compile(r"\s?(?:\([A-ZĐ]{1,5}\d{0,3}\)|\[\d{1,3}\]|\(\d{1,2}\)|[¹²³⁰⁴-⁹]{1,3}|[*†‡]{1,3})")

# "Nghị quyết 10/2031/NQ-HĐND tỉnh ngày …": of which level the body is, before the day or the body itself.
_UNIT = re.compile(grammar(r"· <unit> (?= ,? · (?: «ngày» · \d | «của» · ) )", unit=UNIT))

_COUNCIL = re.compile(r"(?:\w+ \w+ )?(?:Hội đồng|Ủy ban) nhân dân")

# Nouns as printed, with the kind that each stands for.
NOUN_KINDS = {
    **{kind: kind for kind in KINDS if kind not in LEXICON.kinds_read("unnumbered")},
    **{noun: kind for kind, words in LEXICON.kinds.items() for noun in words.nouns},
}
# Marks that the press and OCR put for "số".
_SO = r"(?:(?i:s)[ốồổỗộôoóòơọ06bOdéèẻờ°]|\$6|sô|SỐ)"
_SHORT = "|".join(sorted(map(re.escape, KIND_OF_ABBREVIATION), key=len, reverse=True))
_NOUN_BEFORE = re.compile(
    grammar(
        rf"""
        (?: (?<!\w) | (?<=[{SMALL}\d])(?=[A-ZĐ]) )
        (?P<noun> <noun> | <short> )
        (?: \s?:?\s{{0,4}} \(? <so> (?![^\W\d]) \s?[:.]? | (?=\s) ) \s{{0,8}} $
        """,
        noun=any_of(NOUN_KINDS, caseless=True),
        short=_SHORT,
        so=_SO,
    )
)
# "Kết luận liên ngành Nội chính số …": some words more belong to the noun, none that begins a title or names a body.
_WIDE_NOUN = re.compile(
    grammar(
        r"^ (?: .*[\W] )? (?P<noun> <noun> ) (?: [^\S\n] (?!(?:<stop>)(?!\w)) [^\W\d_]+ ){1,4} \s{1,4} $",
        noun=any_of((noun for noun in NOUN_KINDS if noun.count(" ") < 2), caseless=True),
        stop="|".join(
            (
                *LEXICON.verbs_that("titles"),
                *LEXICON.ends.issuer,
                "của",
                "và",
                "các",
                "ngày",
                "năm",
                "có",
                "được",
                "tại",
            )
        ),
    ),
    re.DOTALL,
)
_SO_BEFORE = re.compile(rf"(?<!\w){_SO}\s?[:.]?\s{{0,8}}$")
_KEYS = {re.sub(r"\s+", " ", noun): kind for noun, kind in NOUN_KINDS.items()}

_UNITS = {
    "letter": "[a-zđ]",
    "roman": "[IVXLC]+",
    "decimal": r"\d{1,3}(?:\.\d+)*",
}
_UNITS["unit"] = grammar(
    r"""
    (?: [Đđ]iểm\s+ (?: <letter> | <decimal> ) | [Kk]hoản\s+ \d{1,2} <letter>? | [Đđ]iều\s+ \d{1,3} <letter>?
      | [Mm]ục\s+ (?: <roman> | \d+ ) (?:\.\d+)* | [Cc]hương\s+ (?: <roman> | \d+ )
      | [Pp]hần\s+ (?: <roman> | \d+ | thứ\s\w+ ) | [Pp]hụ\s+lục \s+ (?:số\s+)? (?: <roman> | \d+ )
      | [Tt]iết\s+ (?: <letter> | <decimal> ) ) (?!\w)
    """,
    **_UNITS,
)
_UNITS["more"] = grammar(r"(?: \s?(?:,|;|và|đến)\s+ (?: <letter> | \d{1,3} <letter>? ) (?!\w) )*", **_UNITS)
# "điểm a, b khoản 2 Điều 5 của" before a mention.
_PINPOINT = re.compile(
    grammar(
        r"""
        (?<!\w) (?P<at> <unit> <more> (?: \s?(?:,|;|và|của|đến)?\s+ <unit> <more> ){0,24} )
        \s?,?\s (?: (?: của | tại | (?:ban\shành\s)?kèm\stheo ) \s )? $
        """,
        **_UNITS,
    )
)
_PINPOINT_SIGNS = ("iều ", "hoản ", "iểm ", "ục ", "hương ", "hần ", "iết ", "iều\n", "hoản\n")


def noun_before(text: str, floor: int, position: int) -> tuple[int, str | None]:
    """Where the mention begins and its kind by the noun; only "số" or nothing before the number: kind None."""
    low = max(floor, position - BEFORE)
    window = text[low:position]
    if found := _NOUN_BEFORE.search(window):
        return low + found.start(), kind_of_noun(found["noun"])
    if found := _SO_BEFORE.search(window):
        wide = _WIDE_NOUN.search(window, 0, found.start())
        return (low + wide.start("noun"), kind_of_noun(wide["noun"])) if wide else (low + found.start(), None)
    return position, None


def kind_of_noun(printed: str) -> str | None:
    """Kind that a printed noun, damaged or not, stands for."""
    plain = " ".join(printed.lower().split())
    if printed in KIND_OF_ABBREVIATION:
        return KIND_OF_ABBREVIATION[printed]
    if plain in _KEYS:
        return _KEYS[plain]
    for noun, pattern in _PATTERNS:
        if pattern.fullmatch(plain):
            return _KEYS[noun]
    return None


_PATTERNS = [(noun, re.compile(loose(noun), re.IGNORECASE)) for noun in sorted(_KEYS, key=len, reverse=True)]


def take_pinpoint(text: str, floor: int, draft: Draft) -> None:
    """Take the article, clause and point named before ``draft`` into it; the span then begins with them."""
    low = max(floor, draft.start - PINPOINT_REACH)
    window = text[low : draft.start]
    if not any(sign in window for sign in _PINPOINT_SIGNS):
        return
    if found := _PINPOINT.search(window):
        draft.pinpoint = " ".join(found["at"].split())
        draft.start = low + found.start("at")


def read_tail(text: str, draft: Draft, governed: int | None = None) -> None:
    """Take date and issuer that follow, in either order and over the mark of a footnote, into ``draft``.

    ``governed``: where the list begins that it stands in.
    What stands there and was not read is kept in mind as ``unread``: nothing may be put in its place.
    """
    if draft.number and (unit := _UNIT.match(text, draft.end, draft.end + AFTER)):
        draft.end = unit.end()
    for _ in range(2):
        at, limit = _after_note(text, draft.end), draft.end + AFTER
        if draft.issued is None and (found := DATE.match(text, at, limit)):
            draft.issued = day_of(found)
            draft.end = _whole(text, found)
        elif (
            draft.issued is None
            and not _ENDS_IN_YEAR.search(text, draft.start, at)
            and (found := YEAR.match(text, at, limit))
            and (_is_law_by_name(draft) or owns_year(text, draft, found, governed))
        ):
            draft.year, draft.end = year_in(found[0]), found.end()
        at = _after_note(text, draft.end)
        if not draft.printed and (
            body := find_issuer(text, at, limit, joint="-" in draft.organ and draft.kind != "công văn")
        ):
            _take_issuer(draft, *body)
    if not draft.printed and (by := BY_ISSUER.match(text, draft.end, draft.end + AFTER)):
        issuer = plain_issuer(by["issuer"] or by["who"])
        if may_sign(issuer, False, draft.organ):
            draft.issuer, draft.printed = issuer, True
    draft.unread = not draft.printed and bool(UNREAD.match(text, draft.end, draft.end + AFTER))


def _take_issuer(draft: Draft, printed: str, end: int) -> None:
    """Take the issuer ending at ``end``; councils and committees make no laws: *thi hành Luật Giá của HĐND tỉnh*."""
    issuer = plain_issuer(printed)
    if not (LEXICON.reads(draft.kind, "law") and _COUNCIL.match(issuer)):
        draft.issuer, draft.printed, draft.end = issuer, True, end


def _is_law_by_name(draft: Draft) -> bool:
    return draft.number is None and (draft.kind == "hiến pháp" or LEXICON.reads(draft.kind, "law"))


def _after_note(text: str, position: int) -> int:
    found = _NOTE.match(text, position, position + 8)
    return found.end() if found else position


def _whole(text: str, found: re.Match[str]) -> int:
    """End of a date; a bracket that closes there counts only if it opened there too."""
    date = found[0].rstrip()
    if date.endswith(")") and "(" not in date:
        date = date.rstrip(" )\n")
    return found.start() + len(date)
