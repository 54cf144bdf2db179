"""How much of a text is Vietnamese, by its spelling alone."""

from __future__ import annotations

import re
import unicodedata

from corpus.language.letters import TONES, VOWELS

# A syllable without its tone: beginning, vowels, end; as schools teach it.
_BEGINNINGS = "b|ch?|d|đ|gh?|gi?|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x"
_MIDDLES = (
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ia|iê|yê|ya|ua|uô|ưa|ươ|oa|oă|oe|oo|uê|uy|uâ|uơ|uya|uyê|ai|ay|ao|au|âu|ây|eo|êu|iu|oi|ôi|ơi"
    "|ui|ưi|ưu|iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uyu|uêu"
)
_SYLLABLE = re.compile(rf"(?:{_BEGINNINGS})?(?:{_MIDDLES})(?P<end>ch?|m|ng?|nh|p|t)?")
_SHORT_TONES = frozenset("\u0301\u0323")  # the only ones before c, ch, p, t
_WORD = re.compile(r"[^\W\d_]+")
_CLUSTER = re.compile(f"[^{VOWELS}]{{3}}")
_VOWEL = re.compile(f"[{VOWELS}]")


def vietnamese_share(text: str) -> float:
    """Share of the words of ``text`` with a letter beyond a to z that are spelled as Vietnamese syllables, 0 to 1.

    The other words are the same in every encoding. 1 for a text without such words; abbreviations do not count.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    marked = [word for word in words if not word.isascii() and (not word.isalpha() or _has_vowel(word))]
    return sum(map(_is_syllable, marked)) / len(marked) if marked else 1.0


def is_abbreviation(word: str) -> bool:
    """Whether ``word``, in capitals, cannot be read as a word of any language of the country: UBND, HĐND, MTTQ.

    >>> [is_abbreviation(word) for word in ("UBND", "HĐND", "NGHỆ", "ĐẮK", "GRAI")]
    [True, True, False, False, False]
    """
    if _is_syllable(word.lower()):
        return False
    return len(word) > 1 and (not _has_vowel(word.lower()) or bool(_CLUSTER.search(_spread(word.lower())[0])))


def _has_vowel(word: str) -> bool:
    """Whether a Vietnamese vowel, or a letter of no Vietnamese word, stands in ``word``: HĐND has neither."""
    return bool(_VOWEL.search(_spread(word)[0])) or bool(re.search(r"[^\x00-\x7fđ]", word))


def _spread(word: str) -> tuple[str, list[str]]:
    """``word`` without its tones, and these."""
    letters = unicodedata.normalize("NFD", word)
    bare = "".join(letter for letter in letters if letter not in TONES)
    return unicodedata.normalize("NFC", bare), [letter for letter in letters if letter in TONES]


def _is_syllable(word: str) -> bool:
    """Whether ``word``, in small letters, can be a Vietnamese syllable.

    >>> [_is_syllable(word) for word in ("nghiệm", "khuyến", "quản", "gì", "kế", "héc", "hàc", "thựcc")]
    [True, True, True, True, True, True, False, False]
    """
    bare, tones = _spread(word)
    found = _SYLLABLE.fullmatch(bare)
    if not found or len(tones) > 1:
        return False
    stopped = found["end"] in ("c", "ch", "p", "t")
    return not stopped or bool(_SHORT_TONES.issuperset(tones) and tones)
