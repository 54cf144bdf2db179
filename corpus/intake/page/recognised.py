"""Words that the recognition of letters spoils: two read as one, a capital inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.intake.page.printed import Word
from corpus.language.letters import CAPITAL, SMALL
from corpus.language.syllables import is_syllable, part_joined

_BLANK = 0.2  # of the letters' size: the least that parts two words
# "xã,phường", "UBNDcác" and "SởKH&CN" are two words each.
_JOINT = re.compile(
    rf"(?<=[^\W\d_][,;])(?=[^\W\d_])|(?<=[{CAPITAL}]{{2}})(?=[{SMALL}]{{2}})|(?<=[{SMALL}])(?=[{CAPITAL}]{{2}})"
)
_ETH = re.compile("Đ?\u00d0Đ?")  # the Icelandic letter, which Tesseract sees in and beside a Đ
_MARKS = re.compile(r"(?P<before>\W*)(?P<letters>[^\W\d_]*)(?P<after>\W*)")


def mend_word(word: Word) -> Iterator[Word]:
    """``word`` as one or more words, each with its share of the place.

    >>> [one.text for one in mend_word(Word("Chănnuôi,", 0, 0, 90, 9, 9))], next(mend_word(Word("giỜ.", 0, 0, 9, 9, 9))).text
    (['Chăn', 'nuôi,'], 'giờ.')
    """
    yield from parted(word, list(_parts(_ETH.sub("Đ", word.text))))


def parted(word: Word, texts: Sequence[str]) -> Iterator[Word]:
    """``word`` as the words ``texts``, each with its share of the place."""
    blank = _BLANK * word.size
    share = (word.right - word.left - blank * (len(texts) - 1)) / max(1, len("".join(texts)))
    left = word.left
    for text in texts:
        yield replace(word, text=text, left=left, right=left + share * len(text))
        left += share * len(text) + blank


def _parts(text: str) -> Iterator[str]:
    for piece in _split(text):
        found = _MARKS.fullmatch(piece)
        if not found:
            yield piece
            continue
        first, *more = part_joined(_calm(found["letters"]))
        *others, last = [found["before"] + first, *more]
        yield from (*others, last + found["after"])


def _split(text: str) -> list[str]:
    """``text`` at its joints, where what stands on both sides are words."""
    pieces = _JOINT.split(text)
    letters = ["".join(filter(str.isalpha, piece)) for piece in pieces]
    whole = all(is_syllable(one) or (one.isupper() and len(one) > 1) for one in letters)
    return pieces if len(pieces) > 1 and whole else [text]


def _calm(letters: str) -> str:
    """A syllable that begins small is small throughout."""
    mixed = letters[:1].islower() and not letters.islower()
    return letters.lower() if mixed and is_syllable(letters) else letters
