"""The state of one search: what was found so far, and what joined mentions share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.directives.find.context import read_tail, take_pinpoint
from corpus.directives.find.issuers import plain_issuer
from corpus.directives.find.mention import Draft
from corpus.directives.find.titles import CONNECTOR, Titles
from corpus.language.lexicon import LEXICON

_CONNECTOR_REACH = 16
# Behind it nothing is shared by acts with nouns of their own.
_PARTED = re.compile(r"\s*;?\s*(?:các\s*)?")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A noun with its issuer that waits for the number that follows it at ``mark``."""

    start: int
    mark: int
    kind: str
    issuer: str | None


class Scan:
    """Mentions found in ``text`` up to ``floor``; ``steps`` counts the characters looked at.

    ``printed``: the text as printed, of the same length, where lines in capitals were calmed.
    """

    def __init__(self, text: str, printed: str | None = None):
        self.text = text
        self._printed = printed or text
        self.steps = len(text)
        self.floor = 0
        self.drafts: list[Draft] = []
        self.kinds: set[str] = set()
        self.waiting: Waiting | None = None
        self.behind_issuer: Draft | None = None  # the last one whose issuer stands before its noun
        self._list_start = 0
        self._heading: Draft | None = None
        self._titles = Titles(text)
        self._issuerless: list[Draft] = []
        self._dateless: list[Draft] = []

    def look(self, characters: int) -> None:
        """Count a stretch that is looked at beyond the one scan of the text."""
        self.steps += characters

    def in_capitals(self, start: int, end: int) -> bool:
        return self._printed[start:end].isupper()

    def before(self, position: int, reach: int) -> str:
        """At most ``reach`` characters before ``position`` that no mention has taken yet."""
        return self.text[max(self.floor, position - reach) : position]

    def gap(self, start: int) -> str:
        """What stands between the last mention and ``start``."""
        return self.text[self.drafts[-1].end : start] if self.drafts else ""

    def continues(self, start: int) -> bool:
        """True where only a comma or *và* stands between the last mention and ``start``."""
        near = bool(self.drafts) and start - self.drafts[-1].end < _CONNECTOR_REACH
        return near and bool(CONNECTOR.match(self.gap(start)))

    def first_of_list(self) -> Draft | None:
        """The mention with a noun that opens the list which the last one stands in, where none has an issuer yet."""
        return next((draft for draft in reversed(self._issuerless) if draft.noun), None)

    def issuer_before_list(self, draft: Draft) -> str | None:
        """*của Sở Tài chính tại Tờ trình số 1/TTr-STC, Tờ trình số 2/TTr-STC*: the issuer of the first is the second's."""
        last = self.drafts[-1] if self.drafts else None
        joined = last is not None and last is self.behind_issuer and self.continues(draft.start)
        return last.issuer if last and joined and _body(last.organ) == _body(draft.organ) else None

    def lists_laws(self, start: int) -> bool:
        """True where a list of laws goes on at ``start``: *của luật đấu thầu, luật hải quan*."""
        return self.continues(start) and LEXICON.reads(self.drafts[-1].kind, "law")

    def list_start(self, start: int) -> int:
        """Where the list of joined mentions begins that one at ``start`` goes on with; ``start`` where it is the first."""
        return self._list_start if self.continues(start) else start

    def add(self, draft: Draft) -> None:
        self._list_start = self.list_start(draft.start)
        self._titles.enter(draft)
        self.drafts.append(draft)
        self.kinds.add(draft.kind)
        self.floor = draft.end

    def add_named(self, start: int, end: int, kind: str, tail: bool = True) -> Draft:
        """Add a mention without number; with ``tail``, date and issuer that follow belong to it."""
        draft = Draft(start, end, kind)
        if tail:
            read_tail(self.text, draft)
        take_pinpoint(self.text, self.floor, draft)
        self.add(draft)
        return draft

    def add_inner(self, inner: list[Draft]) -> None:
        """Mentions inside the span of the last one; that one stays the last."""
        self.drafts[-1:-1] = inner
        self.kinds.update(draft.kind for draft in inner)

    def take_waiting(self, draft: Draft) -> None:
        """Give a number the noun that waits for it: *Nghị quyết của Chính phủ số 76/NQ-CP*."""
        # The last word of a name may look like the noun: "Luật Ban hành văn bản quy phạm pháp luật số …".
        if self.waiting and self.waiting.start <= draft.start <= self.waiting.mark < draft.end:
            draft.start, draft.kind, draft.noun = self.waiting.start, self.waiting.kind, True
            if self.waiting.issuer:
                draft.issuer, draft.printed = plain_issuer(self.waiting.issuer), True
                self._heading = draft
        elif not draft.noun and self._heading and self._heading.organ == draft.organ:
            # "Các Thông tư của Bộ trưởng Bộ …: số 07/2016/TT-… hướng dẫn Nghị định số …; số 04/2016/TT-…": each has that issuer.
            draft.issuer, draft.printed = self._heading.issuer, True
            self._issuerless.clear()  # what its titles cite has issuers of its own
        self.waiting = None

    def share(self, draft: Draft) -> None:
        """Share date and issuer among joined mentions: the issuer by all, the day or year under one noun.

        A mention leaves the two lists when it gets what it lacks, so each is looked at once.
        """
        last = self.drafts[-1] if self.drafts else None
        if not self.continues(draft.start) or (draft.noun and _PARTED.fullmatch(self.gap(draft.start))):
            self._issuerless.clear()
            self._dateless.clear()
        elif last and last.printed and last.organ == draft.organ and not (draft.noun or draft.printed):
            draft.issuer, draft.printed = last.issuer, True
        if draft.noun:
            self._dateless.clear()
        self._share_issuer(draft)
        self._share_date(draft)

    def _share_issuer(self, draft: Draft) -> None:
        if not draft.printed:
            self._issuerless.append(draft)
            return
        self.look(len(self._issuerless))
        one_noun = not draft.noun  # back to the mention with the noun that ``draft`` shares
        for earlier in reversed(self._issuerless):
            # Laws are the National Assembly's, whoever issued the decrees that follow them in the list.
            if earlier.organ == draft.organ or (one_noun and not LEXICON.reads(earlier.kind, "law")):
                earlier.issuer, earlier.printed = draft.issuer, True
            one_noun = one_noun and not earlier.noun
        self._issuerless.clear()

    def _share_date(self, draft: Draft) -> None:
        if not (draft.issued or draft.year):
            self._dateless.append(draft)
            return
        self.look(len(self._dateless))
        for earlier in self._dateless:
            if earlier.kind == draft.kind:
                earlier.issued, earlier.year = draft.issued, draft.year
        self._dateless.clear()


def _body(organ: str) -> str:
    """STC of the organ STC-NS: the body without its unit."""
    return organ.partition("-")[0]
