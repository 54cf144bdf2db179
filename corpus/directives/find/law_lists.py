"""Laws that are counted up under one noun: *các luật: Đất đai, Nhà ở, Kinh doanh bất động sản*."""

from __future__ import annotations

import re

from corpus.directives.find.context import NOUN_KINDS
from corpus.directives.find.dates import DATE
from corpus.directives.find.laws import REACH, is_listed, law_tail, read_law_name
from corpus.directives.find.scan import Scan
from corpus.language.letters import CAPITAL, upfirst
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import grammar, whole_words

_PLURAL_REACH = 24
_DAY_REACH = 40
_PLURAL = re.compile(
    grammar(r"(?<!\w) (?: «các|những|một số|hai|ba|bốn» | (?P<count>\d{1,2}) ) · (?P<code> «bộ» · )? $")
)
# "các luật mới được Quốc hội thông qua: …", "Luật:" and nothing at all; no other law stands between.
_BEFORE_NAMES = re.compile(
    rf"(?:(?P<words>\s(?:(?!uật\s)[^.;:,()\n]){{2,120}})?\s?(?P<colon>:))?(?=\s{{1,24}}[{CAPITAL}])"
)
_SEPARATOR = re.compile(grammar(rf"\s? (?: [,;] (?: · «và» )? | (?<=\s) «và» ) (?=\s{{1,24}}[{CAPITAL}])"))
_DONE = re.compile(grammar(rf"\s{{0,4}} (?: $ | [,;.)|\n] | và\s+[{CAPITAL}] | \(? (?: năm|ngày|số )\s\d )"))
_NO_LAW = re.compile(
    r"\s+" + whole_words((*LEXICON.bodies, *LEXICON.posts, *map(upfirst, LEXICON.verbs), *map(upfirst, NOUN_KINDS)))
)
_LEAST = 2


def read_law_list(finding: Scan, start: int, end: int, kind: str) -> bool:
    """Add the laws named one after another behind the noun in the plural; False where fewer than two are.

    The first begins at the noun, where nothing but a colon parts the two; the others at their names.
    """
    plural = _PLURAL.search(finding.before(start, _PLURAL_REACH))
    opening = _BEFORE_NAMES.match(finding.text, end, end + REACH) if plural else None
    # "Điều 10 Luật Trẻ em" counts nothing.
    if not (plural and opening) or (plural["count"] and not opening["colon"]):
        return False
    names = _names(finding, opening.end(), unlisted=bool(opening["colon"]))
    if len(names) < _LEAST:
        return False
    if plural["code"]:
        start, kind = start - len(plural["code"]), "bộ luật"
    if not opening["words"]:
        names[0] = (start, names[0][1])
    for first, last in names:
        finding.add_named(first, last, kind)
    return True


def _names(finding: Scan, position: int, unlisted: bool) -> list[tuple[int, int]]:
    """Where the names stand that begin behind ``position``; ``unlisted``: the first may be one that no list has."""
    names: list[tuple[int, int]] = []
    while True:
        finding.look(REACH)
        stop = read_law_name(finding.text, position)
        if not stop:
            break
        free = (unlisted or bool(names)) and _may_be_law(finding.text, position, stop)
        if not free and not is_listed(finding.text, position):
            break
        blank = len(finding.text[position:stop]) - len(finding.text[position:stop].lstrip())
        names.append((position + blank, law_tail(finding.text, stop)))
        day = DATE.match(finding.text, names[-1][1], names[-1][1] + _DAY_REACH)
        separator = _SEPARATOR.match(finding.text, day.end() if day else names[-1][1])
        if separator is None:
            break
        position = separator.end()
    return names


def _may_be_law(text: str, start: int, end: int) -> bool:
    """A name that no list has: of no body, verb or act, and nothing but a mark or the next name behind it."""
    return not _NO_LAW.match(text, start) and bool(_DONE.match(text, end, end + 12))
