"""Paragraphs put together letter by letter, whatever brings the letters: runs of Word, words of a page, tokens."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from corpus.characters import find_refused
from corpus.intake.document import MARK_KINDS, Join, JoinKind, Mark, MarkKind, Paragraph

Kinds = frozenset[MarkKind]
PLAIN: Kinds = frozenset()
_WIDE = 8  # blanks in a row that stand for a tab; fewer leave room for a number or a day
_LINE_ENDS = str.maketrans("\v\f\r\u0085\u2028\u2029", "\n\n\n\n\n\n")


@dataclass(frozen=True)
class _Letter:
    char: str
    kinds: Kinds
    confidence: int | None = None


@dataclass
class Writing:
    """A paragraph being put together; ``unseen`` collects the characters that nobody sees and that it leaves out."""

    unseen: list[str]
    letters: list[_Letter] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)

    def add(self, text: str, kinds: Kinds = PLAIN, confidence: int | None = None) -> None:
        for char in text.translate(_LINE_ENDS):
            if char != "\t" and unicodedata.category(char) == "Zs":
                char = " "
            if char != "\n" and find_refused(char):
                self.unseen.append(char)
            else:
                self.letters.append(_Letter(char, kinds, confidence))

    def join(self, kind: JoinKind) -> None:
        """The source ends a line or a page here and the paragraph goes on."""
        self.joins.append(Join(kind, len(self.letters)))

    def finish(self, **fields: Any) -> Paragraph:
        """The paragraph: NFC, each gap one blank, its tabs, or a tab where it is wide; ``fields`` are others of its own."""
        composed, first = _compose(self.letters)
        letters, second = _close_gaps(composed)
        joins = tuple(replace(one, at=second[first[one.at]]) for one in self.joins)
        text = "".join(letter.char for letter in letters)
        return Paragraph(text, marks=_marks(letters), joins=joins, **fields)


def _compose(letters: list[_Letter]) -> tuple[list[_Letter], list[int]]:
    """Letters in NFC, and for each place of ``letters`` (the end too) the place in them."""
    composed, moved, at = list[_Letter](), list[int](), 0
    while at < len(letters):
        end = at + 1
        while end < len(letters) and unicodedata.combining(letters[end].char):
            end += 1
        moved += [len(composed)] * (end - at)
        whole = unicodedata.normalize("NFC", "".join(letter.char for letter in letters[at:end]))
        composed += [replace(letters[at], char=char) for char in whole]
        at = end
    return composed, [*moved, len(composed)]


def _close_gaps(letters: list[_Letter]) -> tuple[list[_Letter], list[int]]:
    """Letters with each run of blanks as one sign, or as its tabs, each of which may end a cell."""
    closed, moved = list[_Letter](), list[int]()
    for blank, run in groupby(letters, lambda letter: letter.char in " \t\n"):
        group = list(run)
        if blank:
            moved += [len(closed)] * len(group)
            closed += [replace(group[0], char=char) for char in _gap("".join(letter.char for letter in group))]
        else:
            moved += range(len(closed), len(closed) + len(group))
            closed += group
    return closed, [*moved, len(closed)]


def _gap(blanks: str) -> str:
    if "\n" in blanks:
        return "\n"
    return "\t" * blanks.count("\t") or ("\t" if len(blanks) >= _WIDE else " ")


def _marks(letters: list[_Letter]) -> tuple[Mark, ...]:
    """Runs of letters that bear the same mark, blanks at their ends not counted."""
    marks = [mark for kind in MARK_KINDS for mark in _marks_of(kind, letters)]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind)))


def _marks_of(kind: MarkKind, letters: list[_Letter]) -> Iterator[Mark]:
    at = 0
    for (marked, confidence), run in groupby(letters, lambda one: (kind in one.kinds, one.confidence)):
        text = "".join(letter.char for letter in run)
        if marked and text.strip():
            start = at + len(text) - len(text.lstrip())
            yield Mark(kind, start, at + len(text.rstrip()), confidence)
        at += len(text)


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """``text[start:end]`` of a paragraph, its marks and joins with it, without blanks at its ends."""
    piece = paragraph.text[start:end]
    start, end = end - len(piece.lstrip()), start + len(piece.rstrip())
    end = max(start, end)
    marks = (
        replace(one, start=max(one.start, start) - start, end=min(one.end, end) - start) for one in paragraph.marks
    )
    joins = (replace(one, at=one.at - start) for one in paragraph.joins if start < one.at < end)
    kept = tuple(mark for mark in marks if mark.start < mark.end)
    return replace(paragraph, text=paragraph.text[start:end], marks=kept, joins=tuple(joins))


def without_tabs(paragraph: Paragraph) -> Paragraph:
    """``paragraph`` with a blank for each gap of tabs, and none at its ends."""
    whole = paragraph
    while (at := whole.text.find("\t\t")) >= 0:
        whole = _without(whole, at)
    return cut(replace(whole, text=whole.text.replace("\t", " ")), 0, len(whole.text))


def _without(paragraph: Paragraph, place: int) -> Paragraph:
    """``paragraph`` without the blank at ``place``."""

    def moved(at: int) -> int:
        return at - (at > place)

    return replace(
        paragraph,
        text=paragraph.text[:place] + paragraph.text[place + 1 :],
        marks=tuple(replace(one, start=moved(one.start), end=moved(one.end)) for one in paragraph.marks),
        joins=tuple(replace(one, at=moved(one.at)) for one in paragraph.joins),
    )
