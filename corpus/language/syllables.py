"""Vietnamese syllables: a first consonant and one of about 150 rhymes, with a tone on the vowel.

The list of rhymes is that of the spelling taught in schools (Hoàng Phê, Chính tả tiếng Việt); tones are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# A syllable that ends in one of these has one of two tones: "tốc", "tộc".
_STOPPED = re.compile("(?:p|t|c|ch)$")
_TONES_OF_STOPPED = ("\u0301", "\u0323")
_INITIALS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gh",
    "gi",
    "h",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "ngh",
    "nh",
    "p",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
_RHYMES = [
    "a",
    "ac",
    "ach",
    "ai",
    "am",
    "an",
    "ang",
    "anh",
    "ao",
    "ap",
    "at",
    "au",
    "ay",
    "ăc",
    "ăm",
    "ăn",
    "ăng",
    "ăp",
    "ăt",
    "âc",
    "âm",
    "ân",
    "âng",
    "âp",
    "ât",
    "âu",
    "ây",
    "e",
    "ec",
    "em",
    "en",
    "eng",
    "eo",
    "ep",
    "et",
    "ê",
    "êch",
    "êm",
    "ên",
    "ênh",
    "êp",
    "êt",
    "êu",
    "i",
    "ia",
    "ich",
    "iêc",
    "iêm",
    "iên",
    "iêng",
    "iêp",
    "iêt",
    "iêu",
    "im",
    "in",
    "inh",
    "ip",
    "it",
    "iu",
    "y",
    "yêm",
    "yên",
    "yêng",
    "yêt",
    "yêu",
    "o",
    "oa",
    "oac",
    "oach",
    "oai",
    "oam",
    "oan",
    "oang",
    "oanh",
    "oao",
    "oap",
    "oat",
    "oay",
    "oăc",
    "oăm",
    "oăn",
    "oăng",
    "oăt",
    "oc",
    "oe",
    "oen",
    "oeo",
    "oet",
    "oi",
    "om",
    "on",
    "ong",
    "ooc",
    "oong",
    "op",
    "ot",
    "ô",
    "ôc",
    "ôi",
    "ôm",
    "ôn",
    "ông",
    "ôp",
    "ôt",
    "ơ",
    "ơi",
    "ơm",
    "ơn",
    "ơp",
    "ơt",
    "u",
    "ua",
    "uân",
    "uâng",
    "uât",
    "uây",
    "uc",
    "uê",
    "uêch",
    "uênh",
    "ui",
    "um",
    "un",
    "ung",
    "uơ",
    "uôc",
    "uôi",
    "uôm",
    "uôn",
    "uông",
    "uôt",
    "up",
    "ut",
    "uy",
    "uya",
    "uych",
    "uyêt",
    "uyên",
    "uynh",
    "uyp",
    "uyt",
    "uyu",
    "ư",
    "ưa",
    "ưc",
    "ưi",
    "ưm",
    "ưn",
    "ưng",
    "ươc",
    "ươi",
    "ươm",
    "ươn",
    "ương",
    "ươp",
    "ươt",
    "ươu",
    "ưt",
    "ưu",
]
_LONGEST = 7  # letters: "nghiêng"


# Before these vowels "c", "g" and "ng" are written k, gh and ngh, and only there.
_FRONT = ("e", "ê", "i", "y")
_BEFORE_FRONT, _NOT_BEFORE_FRONT = ("k", "gh", "ngh"), ("c", "g", "ng")
_MOST_JOINED = 4


@cache
def _syllables() -> frozenset[str]:
    return frozenset(first + rhyme for first in ("", *_INITIALS) for rhyme in _RHYMES if _fit(first, rhyme))


def _fit(first: str, rhyme: str) -> bool:
    front = rhyme.startswith(_FRONT)
    # "gì" and "giêng" are written with one i.
    return not ((front and first in _NOT_BEFORE_FRONT and rhyme[0] != "i") or (not front and first in _BEFORE_FRONT))


def is_syllable(word: str) -> bool:
    """Whether ``word`` is spelt as one Vietnamese syllable may be, in any case.

    >>> is_syllable("Nghiêng"), is_syllable("NỘIDUNG"), is_syllable("web")
    (True, False, False)
    """
    apart = unicodedata.normalize("NFD", word.lower())
    plain = unicodedata.normalize("NFC", _TONES.sub("", apart))
    if len(plain) > _LONGEST or plain not in _syllables():
        return False
    return not _STOPPED.search(plain) or any(tone in apart for tone in _TONES_OF_STOPPED)


def part_joined(word: str) -> tuple[str, ...]:
    """``word`` as the syllables that it joins, where it is none itself and can be parted in one way only.

    A word without any Vietnamese letter may be of another language and stays whole.

    >>> part_joined("Chănnuôi"), part_joined("Báocáokhảo"), part_joined("robot")
    (('Chăn', 'nuôi'), ('Báo', 'cáo', 'khảo'), ('robot',))
    """
    if word.isascii() or not word.isalpha() or is_syllable(word):
        return (word,)
    for count in range(2, _MOST_JOINED + 1):
        if ways := list(_ways(word, count)):
            return ways[0] if len(ways) == 1 else (word,)
    return (word,)


def _ways(word: str, count: int) -> Iterator[tuple[str, ...]]:
    """Every way to part ``word`` into ``count`` syllables, each begun by its only capital, if it has some."""
    if count == 1:
        if is_syllable(word) and _cased(word):
            yield (word,)
        return
    for at in range(1, min(len(word), _LONGEST + 1)):
        if is_syllable(word[:at]) and _cased(word[:at]):
            yield from ((word[:at], *rest) for rest in _ways(word[at:], count - 1))


def _cased(syllable: str) -> bool:
    """Capitals inside a syllable are misread letters; a word may be in capitals throughout, or begin with one."""
    return syllable.islower() or syllable.isupper() or syllable.istitle()
