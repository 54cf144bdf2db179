"""Treaties, which are named: *Công ước Liên hợp quốc về quyền trẻ em*, *Hiệp định CPTPP*, *Công ước số 138 của ILO*."""

from __future__ import annotations

import re

from corpus.directives.find.laws import law_tail
from corpus.directives.find.scan import Scan
from corpus.language.letters import CAPITAL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import any_of, grammar

REACH = 320  # characters that a name may take
_PLURAL_REACH = 24

_PARTS = {
    "listed": any_of((name for treaty in LEXICON.treaties for name in treaty.names), caseless=True),
    "end": "|".join(word for word in LEXICON.ends.law if word not in LEXICON.ends.treaty_open),
    "letters": r"[A-ZĐ][A-Z\d]{1,11}(?:-\d)?",
    "proper": rf"[{CAPITAL}][^\W\d_]+(?:-[^\W\d_]+)*",
    # Those who made it, or what it is called besides: "của Liên hợp quốc", "khung", "quốc tế".
    "maker": grammar(
        r"(?: (?: «của» · )? <makers> (?: \s?\([A-Z]{2,8}\) )? · | «quốc tế|khung» · )",
        makers=any_of(LEXICON.treaty_makers, caseless=True),
    ),
}
# "Hàn Quốc", "Liên minh châu Âu", "Cộng hòa dân chủ nhân dân Lào".
_PARTS["state"] = grammar(
    r"(?: «Cộng hòa|Vương quốc|Liên minh|Liên bang» (?: \s [^\W\d_]+ ){0,4}? \s )? <proper> (?: \s <proper> ){0,4}",
    **_PARTS,
)
_PARTS["word"] = grammar(rf"(?! (?i:<end>)(?!\w) | và\s+[{CAPITAL}] ) [^\W\d_]+ (?:-[^\W\d_]+)*", **_PARTS)
# Where a name goes on over a comma, or ends, is known of the listed ones only.
_LISTED = re.compile(grammar(r"· <maker>? (?: «về» · )? <listed> (?!\w)", **_PARTS))
_ABOUT = re.compile(
    grammar(r"· <maker>{0,2} (?: <proper> · ){0,3} «về» · <word> (?: [^\S\n]{1,8} <word> ){1,15}", **_PARTS)
)
# "Công ước Hà Nội về chống tội phạm mạng": what a name in common use is about belongs to it.
_SUBJECT = re.compile(grammar("· «về» ·"))
# "Hiệp định thương mại tự do giữa Việt Nam và Liên minh châu Âu", "… Việt Nam - Hàn Quốc": between whom.
_BETWEEN = re.compile(
    grammar(
        r"""
        (?: · [^\W\d_]+ ){1,10}? · (?: «giữa» · [^,;.:()\n]{2,80}? \s «và» · (?: «nước|Chính phủ» · ){0,2}
            | <proper> (?: \s <proper> )? \s?[-–]\s? ) (?: <letters> (?!\w) | <state> )
        """,
        **_PARTS,
    )
)
_PROPER = re.compile(grammar(r"· (?: <letters> (?!\w) | <proper> (?: \s <proper> ){0,4} )", **_PARTS))
# Kinds of treaties are no names: "Hiệp định Thương mại tự do thế hệ mới", "Hiệp định Vay".
_GENERAL = re.compile(
    grammar(r"· (?: «thương mại|đối tác|hợp tác|vay|tín dụng|quốc tế|song phương|đa phương|khung» | FTA | ODA ) (?!\w)")
)
_NUMBERED = re.compile(
    grammar(
        r"· (?: «số» · )? \d{1,3} · «của» · <makers> (?: \s\([A-Z]{2,8}\) )? (?!\w)",
        makers=any_of(LEXICON.treaty_makers, caseless=True),
    )
)
_PLURAL = re.compile(r"(?:các|những|mọi)\s+(?:\w+\s*,\s*)?$", re.IGNORECASE)
# "các Hiệp định CPTPP, EVFTA và RCEP": one after another by their letters.
_LETTERS = re.compile(grammar(r"· (?P<name> <letters> ) (?![\w/-])", **_PARTS))
_NEXT_LETTERS = re.compile(grammar(r"\s? (?: , | \s «và» ) · (?P<name> <letters> ) (?![\w/-])", **_PARTS))


def read_treaty(finding: Scan, start: int, end: int, kind: str) -> bool:
    """Add the treaty that is named behind the noun at ``text[start:end]``, or those of a list; False where none is."""
    finding.look(REACH)
    if _PLURAL.search(finding.before(start, _PLURAL_REACH)):
        return _read_list(finding, start, end, kind)
    stop = _name_end(finding.text, end)
    if stop:
        finding.add_named(start, stop, kind, tail=False)
    return bool(stop)


def _name_end(text: str, position: int) -> int | None:
    limit = position + REACH
    found = _LISTED.match(text, position, limit)
    if found and (longer := _ABOUT.match(text, position, limit)) and _SUBJECT.match(text, found.end(), longer.end()):
        found = longer
    if not found:
        general = _GENERAL.match(text, position, limit)
        patterns = (_NUMBERED, _ABOUT, _BETWEEN) if general else (_NUMBERED, _ABOUT, _BETWEEN, _PROPER)
        found = next(filter(None, (pattern.match(text, position, limit) for pattern in patterns)), None)
    return law_tail(text, found.end()) if found else None


def _read_list(finding: Scan, start: int, end: int, kind: str) -> bool:
    found = _LETTERS.match(finding.text, end, end + REACH)
    if not found or _GENERAL.match(finding.text, end, end + REACH):
        return False
    while found:
        draft = finding.add_named(start, found.end(), kind, tail=False)
        found = _NEXT_LETTERS.match(finding.text, draft.end, draft.end + REACH)
        start = found.start("name") if found else start
    return True
