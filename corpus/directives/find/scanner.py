"""The finder: one scan for places where a mention may begin, then a bounded look around each.

Every stretch looked at has a fixed greatest length, so the work grows with the length of the text
whatever stands in it; ``Scan.steps`` counts it in characters.
"""

from __future__ import annotations

import re
from collections import defaultdict

from corpus.directives.find.capitals import calm
from corpus.directives.find.mention import Draft, Mention
from corpus.directives.find.named import read_named
from corpus.directives.find.names import read_standards
from corpus.directives.find.numbered import read_numbered
from corpus.directives.find.scan import Scan
from corpus.directives.find.symbols import SEPARATOR, SIGNS
from corpus.document_kinds import KIND_OF_ABBREVIATION
from corpus.language.letters import upfirst
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import compose, longest_first, loose

_NAMED = tuple(upfirst(kind) for kind in LEXICON.kinds_read("named"))
_SHORT = tuple(short for short, kind in KIND_OF_ABBREVIATION.items() if LEXICON.reads(kind, "short"))


def _trigger() -> re.Pattern[str]:
    """Places where a mention may begin.

    All alternatives begin with one set of characters, because the regular expression engine then skips
    everything else quickly; which character it was is asked by looking back.
    """
    rest = defaultdict(list)
    nouns_as_printed = {*_NAMED, *(noun.upper() for noun in _NAMED), *map(str.title, _NAMED), *_SHORT, "luật"}
    for noun in longest_first(nouns_as_printed):
        rest[noun[0]].append(loose(noun).removeprefix(loose(noun[0])))
    nouns = "|".join(rf"(?<=\b{first})(?:{'|'.join(ends)})" for first, ends in rest.items())
    standards = "|".join(rf"(?<=\b{name[0]}){name[1:]}" for name in LEXICON.standards)
    initials = "".join(sorted({*rest, *(name[0] for name in LEXICON.standards)}))
    # SEPARATOR is the sign with what must follow it; only the latter is asked for after the first character.
    following = SEPARATOR.removeprefix(f"[{SIGNS}]")
    return re.compile(
        rf"[{SIGNS}{initials}](?:(?P<sign>(?<=[{SIGNS}]){following})|(?P<noun>{nouns})(?!\w)|(?P<standard>{standards})\b)"
    )


_TRIGGER = _trigger()


def scan(text: str, printed: str | None = None) -> Scan:
    """All that is found in ``text``, which must be in NFC; ``printed``: the same before its capitals were calmed."""
    finding = Scan(text, printed)
    for found in _TRIGGER.finditer(text):
        start, end = found.span()
        if start < finding.floor:
            continue
        if found["sign"] is not None:
            read_numbered(finding, start, start + 1)
        elif found["noun"] is not None:
            read_named(finding, start, end)
        else:
            read_standards(finding, start)
    return finding


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every mention of a directive in ``text``, in the order of the text; offsets count its characters."""
    composed, offsets = compose(text)
    drafts = sorted(scan(calm(composed), composed).drafts, key=lambda draft: (draft.start, -draft.end))
    place = {id(draft): position for position, draft in enumerate(drafts)}
    return tuple(_mention(text, offsets, draft, place) for draft in drafts)


def _mention(text: str, offsets: list[int] | None, draft: Draft, place: dict[int, int]) -> Mention:
    start, end = (draft.start, draft.end) if offsets is None else (offsets[draft.start], offsets[draft.end])
    within = place[id(draft.outer)] if draft.outer else None
    return Mention(
        start,
        end,
        text[start:end],
        draft.kind,
        draft.number,
        draft.issued,
        draft.issuer,
        draft.pinpoint,
        within,
        draft.unread and not draft.printed,
        draft.year,
    )
