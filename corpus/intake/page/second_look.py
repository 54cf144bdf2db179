"""Words of a scan that the recognition of letters was not sure of, read once more by themselves.

Small print in cells loses its marks: *hôi* for *hội*, *điễm* for *điểm*. Alone on white paper most of them are read right.
A second reading may only move marks and blanks, never letters; what was read twice the same is no longer doubtful.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.intake.page.printed import SURE, Word
from corpus.intake.page.recognised import parted
from corpus.language.folding import fold
from corpus.language.syllables import is_syllable

PAD = (6, 4)  # pixels around a word, to its left and elsewhere: more would show its neighbours
_UNSURE = 92  # confidence below which a word is read again: one in three words that are wrong has more
_BETTER = 75  # confidence from which the second reading may win
_FEWEST = 2  # signs of a word: a single one is no more certain alone


def unsure_words(words: Sequence[Word]) -> list[int]:
    """Places of the words to be read again; numbers of sections have their own second reading."""
    return [
        at
        for at, word in enumerate(words)
        if len(word.text) >= _FEWEST and any(map(str.isalpha, word.text)) and (word.confidence or 0) < _UNSURE
    ]


def look_again(word: Word, again: str, confidence: int) -> Iterator[Word]:
    """``word``, or what the second reading ``again`` makes of it.

    >>> first = Word("hôi", 0, 0, 9, 9, 9, confidence=91)
    >>> [one.text for one in look_again(first, "hội", 80)], [one.text for one in look_again(first, "hỏi", 40)]
    (['hội'], ['hôi'])
    """
    if again == word.text:
        yield replace(word, confidence=max(confidence, word.confidence or 0))
    elif confidence >= _BETTER and _only_marks(word.text, again):
        yield from parted(replace(word, confidence=max(confidence, SURE)), again.split())
    else:
        yield word


def _only_marks(first: str, again: str) -> bool:
    """Whether ``again`` are words of the same letters as ``first``, with marks and blanks of their own."""
    syllables = ["".join(filter(str.isalpha, piece)) for piece in again.split()]
    same = fold(again).replace(" ", "") == fold(first) and _cases(again) == _cases(first)
    bare = _is_bare(again) and not _is_bare(first)  # marks are lost in reading, and none is added
    return same and not bare and all(not one or is_syllable(one) for one in syllables)


def _cases(text: str) -> list[bool]:
    return [letter.isupper() for letter in text if letter.isalpha()]


def _is_bare(text: str) -> bool:
    return not any(map(unicodedata.combining, unicodedata.normalize("NFD", text)))
