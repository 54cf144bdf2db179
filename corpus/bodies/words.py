"""Names compared by their words: case, dashes, "và", abbreviations and the place of the tone mark do not matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.language.folding import spell
from corpus.language.lexicon import LEXICON

_FULL = LEXICON.abbreviations_in("names")
# "TT&TT", "LĐ-TB&XH", "VH,TT&DL": known abbreviations are known without the signs that join their letters.
_WORD = re.compile(r"(?P<joined>\b[A-ZĐ]+(?:(?:\s?[&\-–]\s?|,)[A-ZĐ]+)+(?!\w))|\w+|[.;:!?()“”\"\n]")
_JOINING = {"và"}
TEXTS_KEPT = 1_000  # each sentence of a plan is read for links, for work and for what it looks like

# The words by which names are compared.
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name at ``text[start:end]``; ``stop`` where no name runs across it."""

    key: str
    start: int
    end: int
    stop: bool = False


@cache
def _expansion(word: str) -> tuple[str, ...]:
    """The words that ``word`` stands for: itself, or those of a common abbreviation."""
    full = _FULL.get(word) or _FULL.get(word.upper() if len(word) < 3 else word)
    return tuple(spell(part) for part in re.findall(r"\w+", full or word) if part not in _JOINING)


@lru_cache(TEXTS_KEPT)
def name_words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` without "và"; an abbreviation gives several words over the same span."""
    return tuple(_read_words(text))


def _read_words(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        for word, start, end in _parts(found):
            if not (word[0].isalnum() or word[0] == "_"):
                yield Word(word, start, end, stop=True)
            elif word.lower() not in _JOINING:
                for key in _expansion(word):
                    yield Word(key, start, end)


def _parts(found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The words of a match with their places; letters that are joined are one word where that is a known abbreviation."""
    if not (joined := found["joined"]):
        yield found.group(), *found.span()
        return
    letters = re.sub(r"\W", "", joined)
    if letters in _FULL:
        yield letters, *found.span()
        return
    for part in re.finditer(r"\w+", found.group()):
        yield part.group(), found.start() + part.start(), found.start() + part.end()


def spell_out(name: str) -> str:
    """``name`` with its common abbreviations written out.

    >>> spell_out("Sở NN&PTNT")
    'Sở nông nghiệp và phát triển nông thôn'
    """

    def full(found: re.Match[str]) -> str:
        return _FULL.get(re.sub(r"\W", "", found.group()), found.group())

    return _WORD.sub(full, name)


def name_key(text: str) -> tuple[str, ...]:
    """The words by which two printings of one name are equal.

    >>> name_key("Văn phòng HĐND&UBND") == name_key("văn phòng Hội đồng nhân dân và Uỷ ban nhân dân")
    True
    """
    return tuple(word.key for word in name_words(text) if not word.stop)


# Words of the common nouns by which many bodies are addressed at once.
ADDRESSED = frozenset(word for noun in LEXICON.addressed for word in name_key(noun))


def key_of(bare: str) -> Key:
    """Words by which names are looked up; a run of common nouns counts in any order."""
    key = name_key(bare)
    return tuple(sorted(key)) if key and ADDRESSED.issuperset(key) else key
