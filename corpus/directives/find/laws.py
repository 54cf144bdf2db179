"""Names of laws, codes and ordinances: where they end, and the laws that an amending law names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.directives.find.dates import YEAR
from corpus.directives.find.issuers import UNIT
from corpus.language.letters import CAPITAL, SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import any_of, grammar

REACH = 320  # characters that a name may take
_TOLD_BY_NAME = 4  # words of a listed name that means the law in small letters too

# A pinpoint in the next law that is named: "Luật Thư viện và Điều 7 Luật Kiến trúc".
_NEXT_PINPOINT = r"(?:và\s+)?(?:(?:điều|khoản)(?=\s+\d)|điểm(?=\s+[a-zđ]\b))"
_END = "|".join((*LEXICON.ends.law, r"nam(?=\s\d)", r"ngay(?=\s\d)", _NEXT_PINPOINT))
# Commas of a listed name may be left out in print: "Luật Phòng chống mua bán người".
_LISTED = re.sub(r",(?!\d*\})", ",?", any_of(LEXICON.laws, caseless=True))
_LAW_LIST = re.compile(grammar(r"· (?P<name> <law> ) (?!\w)", law=_LISTED))
_WORD = r"(?!(?i:<end>)(?!\w)) [^\W\d_]+"
# A name goes on over a comma, or on the next line, in small letters only: what begins with a capital there is new.
_NEXT = rf"(?: ,? [^\S\n]{{1,8}} | ,? \s{{1,24}}(?![{CAPITAL}]) )"
# A law that the list lacks: a capital first, then words up to a mark or one of those that end it.
_LAW_FREE = re.compile(
    grammar(
        rf"· (?P<name> (?=[{CAPITAL}]) <word> (?: (?!,\s[{CAPITAL}]) <next> <word> ){{0,13}} )",
        word=grammar(_WORD, end=_END),
        next=grammar(_NEXT),
    )
)
# In small letters throughout, a name is told by the day, the year or the number that follows it.
_LAW_SMALL = re.compile(
    grammar(
        rf"· (?P<name> (?: (?!(?i:<end>)(?!\w)) (?: [^\W\d_{CAPITAL}]+ | HĐND | UBND ) ,? · ){{1,13}}? )"
        r"(?= (?: «ngày» · \d | «năm» · (?:19|20)\d\d | «số» · \d{1,3}/\d{4}/ ) )",
        end=_END,
    )
)
# "Luật CB,CC", "Luật PCCC&CNCH": a name in short, whose parts stand without a blank; one alone ends at any mark.
_LAW_SHORT = re.compile(
    rf"\s{{1,8}}(?P<name>[{CAPITAL}]{{2,8}}(?:[,&-][{CAPITAL}]{{2,8}}){{1,3}}(?!\w)|[{CAPITAL}]{{3,8}}(?=\s?[,;.)]))"
)
_ABOUT = re.compile(grammar("· «về»"))
_LAW_ABOUT = re.compile(
    grammar(
        r"· (?P<name> <word> (?: [^\S\n]{1,8} <word> ){0,7} )",
        word=grammar(_WORD, end=f"{_END}|và|của|các"),
    )
)
# "… văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân": these make no laws, so that the name goes on.
_OF_COUNCILS = re.compile(
    grammar(
        r"· «của» · (?: «Quốc hội» · «và» · )? <body> (?: (?: ,? · «và» | , ) · <body> )? (?: · «các cấp|ở mỗi cấp» )? (?! \w | ·<unit> )",
        body=grammar("«Hội đồng nhân dân|HĐND|Ủy ban nhân dân|UBND»"),
        unit=UNIT,
    )
)
# "Pháp lệnh về nhiệm vụ, quyền hạn của Hội đồng nhân dân ở mỗi cấp ngày …": to the day or number, over commas.
_LAW_ABOUT_DATED = re.compile(
    grammar(
        r"· (?P<name> (?: (?! \s (?i: <end> | luật|nghị|pháp\slệnh|thông\stư|quyết ) (?!\w) ) [^;.:()\n\d] ){2,200} )"
        r"(?= \s (?: «ngày» · \d | «số» · \d{1,3}/\d{4}/ ) )",
        end="|".join(word.replace(" ", r"\s") for word in LEXICON.ends.law),
    )
)
# A draft, or a law that was passed under the name of its draft.
_DRAFT = re.compile(grammar(r"· \( \s? «sửa đổi» (?: ,\s «bổ sung» )? \s? \)"))
_BARE_YEAR = re.compile(r"\s(?:19|20)\d\d(?![\d/-]|\.\d)")
_STATE = re.compile(grammar("· (?: «nước» · )? «Cộng hòa xã hội chủ nghĩa Việt Nam»"))
# After a listed name, one or two more words in small letters belong to it; these do not.
_LONGER = re.compile(rf"\s(?!(?:sửa đổi|tại|về|và|của|cùng|mà|nên|vào)\b)[{SMALL}]{{2,}}(?:\s[{SMALL}]+)?$")
_NOUN = r"(?: [Bb][ộoỘO] \s [Ll][uU][ậaâẬAÂ][tT] | [Ll][uU][ậaâẬAÂ][tT] | [Pp]háp\s[Ll]ệnh ) (?!\w)"
_PINPOINT = r"(?: (?: «Điều|khoản|điểm|Chương|Mục» \s \w{1,4} | , | «và» ) \s? ){1,16}"
# Luật sửa đổi, bổ sung một số điều của Luật …; Luật bổ sung Luật …; Pháp lệnh sửa đổi Điều 10 Pháp lệnh …
_AMENDING = re.compile(
    grammar(
        r"""
        · «sửa đổi|bổ sung|thay thế» (?: (?: \s?,\s? | \s «và» \s ) «bổ sung|thay thế» )?
        (?: · (?: «một số» · «điều|nội dung|quy định» | \d{1,2} · «điều» | <pinpoint> ) )?
        (?: · «của» )? · (?: (?:«các»|\d{1,2}) \s )? (?= (?: <pinpoint> (?: «của» · )? )? <noun> )
        """,
        pinpoint=grammar(_PINPOINT),
        noun=grammar(_NOUN),
    )
)
# Luật sửa đổi, bổ sung một số điều của 11 luật có liên quan đến quy hoạch
_AMENDING_MANY = re.compile(
    grammar(
        r"""
        · «sửa đổi» (?: \s?,\s? «bổ sung» )? · (?: «một số» · «điều» · (?: «của» · )? )? (?: «các» | \d{1,3} ) · «luật»
        · (?: (?: «có» · )? «liên quan đến» | «về|trong lĩnh vực» ) · (?P<name> <word> (?: ,? [^\S\n]{1,8} <word> ){0,15} )
        (?: · «trong lĩnh vực» (?: [^\S\n]{1,8} <word> ){1,9} )?
        """,
        word=grammar(_WORD, end=_END),
    )
)
_AMENDED = re.compile(
    grammar(
        r"(?: , · | «và» · | · )* (?P<pinpoint> <pinpoint> (?: «của» · )? )? (?P<noun> <noun> )",
        pinpoint=grammar(_PINPOINT),
        noun=grammar(_NOUN),
    )
)


def read_law_name(text: str, position: int, small: bool = False) -> int | None:
    """End of the name of a law whose noun ends at ``position``; None where no name follows.

    ``small``: the noun is printed in small letters, as it is in many a sentence that names no law.
    """
    limit = position + REACH
    listed = _LAW_LIST.match(text, position, limit)
    free = _LAW_SHORT.match(text, position, limit) or _LAW_FREE.match(text, position, limit)
    if listed and small and listed["name"][0].islower() and len(listed["name"].split()) < _TOLD_BY_NAME:
        listed = None
    found = listed or free or _LAW_SMALL.match(text, position, limit)
    if listed and free and free["name"].lower().startswith(listed["name"].lower() + " "):
        # "Luật Giáo dục mầm non" is not "Luật Giáo dục": the longer name wins when it goes on without a mark.
        longer = _LONGER.match(free["name"][len(listed["name"]) :])
        found = free if longer else listed
    if not found and not small and (about := _ABOUT.match(text, position, limit)):
        found = next(
            filter(None, (form.match(text, about.end(), limit) for form in (_LAW_LIST, _LAW_ABOUT_DATED, _LAW_ABOUT))),
            None,
        )
    if not found:
        return None
    end = position + len(text[position : found.end()].rstrip())
    if councils := _OF_COUNCILS.match(text, end, limit):
        end = councils.end()
    draft = _DRAFT.match(text, end, end + 24)
    return draft.end() if draft else end


def is_listed(text: str, position: int) -> bool:
    """True where the name of a law in common use follows ``position``."""
    return bool(_LAW_LIST.match(text, position, position + REACH))


def read_amending(text: str, position: int) -> int | None:
    """Where the names of the amended laws begin, for an amending law whose noun ends at ``position``."""
    found = _AMENDING.match(text, position, position + 160)
    return found.end() if found else None


def read_amending_many(text: str, position: int) -> int | None:
    """End of the name of a law that amends others without naming them."""
    found = _AMENDING_MANY.match(text, position, position + REACH)
    return found.end() if found else None


@dataclass(frozen=True, slots=True)
class Amended:
    """One law that an amending law names, ``text[start:end]`` with its noun at ``noun_at``."""

    start: int
    noun_at: int
    end: int
    noun: str


def read_amended(text: str, position: int) -> Amended | None:
    """The amended law that stands at ``position``, after a comma or *và* where it is not the first."""
    law = _AMENDED.match(text, position, position + 140)
    stop = read_law_name(text, law.end()) if law else None
    if not law or stop is None:
        return None
    start = law.start("pinpoint") if law["pinpoint"] else law.start("noun")
    return Amended(start, law.start("noun"), stop, law["noun"])


_NUMBER_IN_BRACKETS = re.compile(r"\s\(\s?số\s{1,4}(?P<number>\d{1,3}/\d{4}/QH\d{1,2})\s?\)")


def number_in_brackets(text: str, position: int) -> re.Match[str] | None:
    """*(số 91/2025/QH15)* straight behind a law's name; one with a noun of its own is another mention."""
    return _NUMBER_IN_BRACKETS.match(text, position, position + 32)


def law_tail(text: str, position: int) -> int:
    """End of a law's name with the year that belongs to it: *năm 2013*, or 2013 alone."""
    if year := YEAR.match(text, position) or _BARE_YEAR.match(text, position):
        return year.end()
    return position


def constitution_tail(text: str, position: int) -> int:
    """End of *Hiến pháp*, with the name of the state and the year."""
    if state := _STATE.match(text, position, position + 80):
        position = state.end()
    return law_tail(text, position)
