"""Lines printed in capitals, as titles of plans are: written as a sentence would print them, for the finder to read."""

from __future__ import annotations

import re
from functools import cache, partial

from corpus.country.places import COUNTRY, split_noun
from corpus.language.letters import SMALL, upfirst
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import any_of, grammar
from corpus.vocabulary import Tier

# No two small letters in a row: "QĐ-TTg" and "CTr" have one.
_SMALL = re.compile(rf"[{SMALL}]{{2}}")
_LEAST = 10  # letters of a line below which it may be an abbreviation
# Four words in capitals or more on a line that has small letters too; numbers may stand between them.
_SHOUTED = re.compile(rf"(?<!\S)(?:[^\s{SMALL}]+\s+){{3,}}[^\s{SMALL}]+(?!\S)")
_MARKED_VOWEL = re.compile("[^\\WA-Za-z\\d_Đđ]")
_LEAST_MARKED = 3  # words with a mark on a vowel, which abbreviations lack
_WORD = re.compile(r"\S+")
# Numbers with their symbols, and abbreviations, are printed in capitals everywhere.
_KEPT = re.compile(
    r".*(?:\d|/|&)|[“\"(]*(?:[IVXLC]+|<short>)[”\"),.;:]*$".replace(
        "<short>",
        "|".join(re.escape(one.short) for one in LEXICON.abbreviations) + "|TCVN|QCVN|ISO|MTQG|TTg|CTr|TTr|KT-XH",
    )
)
_TERM = re.compile(r"(?:khóa|thứ|kỳ|phần|mục|chương|điều)\s*$")
_LAWS = LEXICON.kinds_read("law")
_NUMBERED = LEXICON.kinds_read("common")
_PROGRAMMES = tuple(noun for noun in LEXICON.kinds_read("programme") if noun not in _NUMBERED)
_NAMED = tuple(noun for noun in LEXICON.kinds_read("named") if noun not in (*_LAWS, *_NUMBERED, *_PROGRAMMES))
_NOUN_SHOUTED = re.compile(
    "|".join(sorted({noun.split()[0].upper() for noun in (*_NUMBERED, *_NAMED, *_PROGRAMMES, *_LAWS)}))
)
# Names of bodies with their own capitals; the word after a kind of place begins a name.
_BODIES = (
    *LEXICON.central_names,
    *(f"{noun} {name}" for noun in ("bộ", "sở", "phòng") for name in LEXICON.fields_of(noun)),
    *(f"{unit} ủy" for unit in sorted({place.party for place in LEXICON.places if place.party})),
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ban Chấp hành",
    "Ban Thường vụ",
    "Thường trực",
    "Đảng bộ",
    "Đại hội",
    "Ban Chấp hành Trung ương Đảng",
    "Hội nghị",
    "Chủ tịch",
    "Bộ trưởng",
    "Giám đốc",
    "Ban Chỉ đạo",
    "Văn phòng",
    "Chủ tịch nước",
    "Công an",
    "Thanh tra",
    "Cục",
    "Mặt trận Tổ quốc",
    "Đảng",
    "Trung ương",
)
_BODY = re.compile(rf"(?<!\w)(?:{any_of(map(str.lower, _BODIES))})(?!\w)")
_CASED = {name.lower(): upfirst(name) for name in _BODIES}
_NOUN = re.compile(
    grammar(
        r"""
        (?<!\w) (?: (?P<numbered> <numbered> ) (?= \s+ (?: số\s | \d ) ) | (?P<named> <named> ) | (?P<programme> <programme> )
        | (?<!pháp\s)(?<!kỷ\s) (?P<law> (?:bộ\s)?luật | pháp\s+lệnh ) (?= \s ) ) (?!\w)
        """,
        numbered="|".join(_NUMBERED),
        named="|".join(_NAMED),
        programme="|".join(_PROGRAMMES),
    )
)
# No name goes on with the first word of these.
_ENDS = (*LEXICON.verbs, *LEXICON.ends.law, *LEXICON.ends.issuer)
_STOPS = frozenset(phrase.split()[0] for phrase in _ENDS)
_ALWAYS_STOPS = frozenset(
    [
        "giai",
        "thời",
        "nhiệm",
        "khóa",
        "lần",
        "và",
        "thành",
        "tỉnh",
        "quận",
        "huyện",
        "thị",
        "phường",
        "xã",
        "đặc",
        "việt",
    ]  # of what follows a name
)
_END = re.compile(rf"(?:{any_of(_ENDS)})(?!\w)")
_PLACE = re.compile(rf"(?<!\w)(?:{'|'.join(place.noun for place in LEXICON.places if not place.level)})(?=\s)")
_PROPER_WORDS = 3
# The document's own noun stands first on its line, unless the line before says that something carries it out.
_CARRIES = re.compile(r"(?:thực hiện|triển khai|thi hành|về)\s*$")


def calm(text: str) -> str:
    """``text`` with its lines in capitals in small letters but for names and nouns of acts; of the same length.

    >>> calm("THI HÀNH LUẬT GIÁO DỤC TRÊN ĐỊA BÀN TỈNH GIA LAI NĂM 2026")
    'thi hành Luật Giáo dục trên địa bàn tỉnh Gia Lai năm 2026'
    """
    lines = text.split("\n")
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else ""
        if not _SMALL.search(line):
            if sum(map(str.isupper, line)) >= _LEAST:
                lines[place] = _calm_line(line, before)
        elif _NOUN_SHOUTED.search(line):
            lines[place] = _SHOUTED.sub(partial(_calm_part, before), line)
    return "\n".join(lines)


def _calm_part(before: str, found: re.Match[str]) -> str:
    """A stretch in capitals on a line that has small letters too; abbreviations in a row are none."""
    if sum(bool(_MARKED_VOWEL.search(word)) for word in found[0].split()) < _LEAST_MARKED:
        return found[0]
    return _calm_line(found[0], found.string[: found.start()].strip() or before, opens=not found.start())


def _calm_line(line: str, before: str, opens: bool = True) -> str:
    """``opens``: the stretch stands at the beginning of its line."""
    letters = list(line)
    for word in _WORD.finditer(line):
        roman = re.fullmatch(r"[IVXLC]+[,.;:)]*", word[0]) and not _TERM.search(_lower(line[: word.start()]))
        if roman or not _KEPT.match(word[0]):
            letters[word.start() : word.end()] = _lower(word[0])
    plain = "".join(letters)
    for found in _BODY.finditer(plain):
        _write(letters, found.start(), _CASED.get(" ".join(found[0].split()), upfirst(found[0])))
        if found[0].endswith("ủy") and (province := _provinces().match(plain, found.end() + 1)):
            _write(letters, province.start(), province[0].title())
    for found in _PLACE.finditer(plain):
        _raise_words(letters, plain, found.end(), _PROPER_WORDS)
    for found in _NOUN.finditer(plain):
        own = opens and not plain[: found.start()].strip(' -*_“"') and not _CARRIES.search(_lower(before))
        if not (own and found["programme"]):
            letters[found.start()] = letters[found.start()].upper()
        if found["law"]:
            _raise_words(letters, plain, found.end(), 1)
    return "".join(letters)


def _lower(text: str) -> str:
    """Small letters, one for each character."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _write(letters: list[str], start: int, name: str) -> None:
    """Give the words from ``start`` the capitals of ``name``; blanks may differ."""
    at = start
    for char in name:
        if char == " ":
            while letters[at].isspace():
                at += 1
            continue
        while letters[at].isspace():
            at += 1
        if char.isupper():
            letters[at] = letters[at].upper()
        at += 1


def _raise_words(letters: list[str], plain: str, position: int, most: int) -> None:
    """Raise the first letters of up to ``most`` words of a name that begins after ``position``."""
    for found in re.compile(r"\s+([^\W\d_]+)|\s[-–](?=\s)").finditer(plain, position):
        if found.start() != position or most == 0 or (found[1] and _stops(plain, found.start(1), found[1])):
            break
        if found[1]:
            letters[found.start(1)] = letters[found.start(1)].upper()
            most -= 1
        position = found.end()


def _stops(plain: str, start: int, word: str) -> bool:
    """Whether a name ends before ``word`` at ``start``: one that begins names of places stops only in a whole phrase.

    >>> [_stops(text, 0, text.split()[0]) for text in ("gia lai", "gia cố", "thanh hóa", "thanh toán", "cần thơ", "cần")]
    [False, True, False, True, False, True]
    """
    if word in _ALWAYS_STOPS:
        return True
    if word not in _STOPS or _provinces().match(plain, start):
        return False
    return word not in _begin_places() or _END.match(plain, start) is not None


@cache
def _provinces() -> re.Pattern[str]:
    names = (split_noun(row.name)[1].lower() for row in COUNTRY.rows.values() if row.tier == Tier.CITY)
    return re.compile(rf"(?:{any_of(names)})(?!\w)")


@cache
def _begin_places() -> frozenset[str]:
    """First words of the proper names of the country's places, in small letters."""
    return frozenset(split_noun(row.name)[1].lower().split()[0] for row in COUNTRY.rows.values())
