"""The Vietnamese alphabet: its letters, tones and order; every table of accents follows from these."""

from __future__ import annotations

import unicodedata

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
VOWELS = "aăâeêioôơuưy"
# Combining tone marks in the order of dictionaries: huyền, hỏi, ngã, sắc, nặng.
TONES = "\u0300\u0309\u0303\u0301\u0323"
# Letters of other alphabets that keyboards and old fonts give for đ: Icelandic eth, African d.
ETHS = str.maketrans("ðÐɖƉ", "đĐđĐ")

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]

# Letters that number the points of a document: no f, j, w, z (Nghị định 30/2020/NĐ-CP lists run a, b, c, d, đ, e ...).
LIST_LETTERS = "abcdđeghiklmnopqrstuvxy"


def compose_letter(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


# All letters with a mark, in small and in capital form; a and b are not among them.
MARKED = "".join(
    compose_letter(letter, tone)
    for letter in ALPHABET
    for tone in ("", *(TONES if letter in VOWELS else ""))
    if not compose_letter(letter, tone).isascii()
)
# Small and capital letters, for a class in a pattern; a range over accented letters would hold both.
SMALL = f"a-z{MARKED}ðɖ"
CAPITAL = f"A-Z{MARKED.upper()}ÐƉ"


def letter_slug(letter: str) -> str:
    """A list letter in an address; đ is written ``dd``, as it is typed, so that it is not d."""
    return "dd" if letter.lower() == "đ" else letter.lower()


def sort_key(text: str) -> SortKey:
    """Order of Vietnamese dictionaries: letter by letter (a ă â ... d đ ...), then by tone."""
    letters, tones = [], []
    for char in unicodedata.normalize("NFC", text.lower()):
        base, tone = split_tone(char)
        rank = ALPHABET.find(base)
        letters.append((1, rank) if rank >= 0 else (0, ord(base[0])))
        tones.append(TONES.find(tone) + 1 if tone else 0)
    return (tuple(letters), tuple(tones), text)


def split_tone(text: str) -> tuple[str, str]:
    """``text`` in NFC without its tone mark, and that mark, or nothing: *hoà* gives hoa and U+0300."""
    tone, rest = "", []
    for part in unicodedata.normalize("NFD", text):
        if part in TONES:
            tone = part
        else:
            rest.append(part)
    return unicodedata.normalize("NFC", "".join(rest)) or text, tone


def upfirst(text: str) -> str:
    """``text`` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]
