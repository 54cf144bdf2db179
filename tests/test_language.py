"""Letters, folding and numerals: one table of accents, in Python and in the browser."""

from __future__ import annotations

import re
import unicodedata

import pytest

from corpus.bodies.words import name_key
from corpus.language.folding import fold, slug, spell
from corpus.language.letters import ALPHABET, CAPITAL, ETHS, MARKED, SMALL, TONES, VOWELS, sort_key
from corpus.language.numerals import roman_value
from corpus.language.patterns import loose


def test_the_table_holds_every_marked_letter_once():
    """Twelve vowels in five tones, the six of them that have a mark without a tone, and đ."""
    assert len(MARKED) == len(set(MARKED)) == 12 * 5 + 6 + 1
    assert all(unicodedata.is_normalized("NFC", letter) and len(letter.upper()) == 1 for letter in MARKED)


@pytest.mark.parametrize("letter", [*MARKED, *MARKED.upper()])
def test_a_marked_letter_folds_to_the_letter_without(letter):
    assert re.fullmatch("[a-z]", fold(letter))
    assert fold(unicodedata.normalize("NFD", letter)) == fold(letter)
    assert re.fullmatch(f"[{CAPITAL if letter.isupper() else SMALL}]", letter)
    assert not re.fullmatch(f"[{SMALL if letter.isupper() else CAPITAL}]", letter)
    assert re.fullmatch(loose(fold(letter).upper() if letter.isupper() else fold(letter)), letter)


@pytest.mark.parametrize("eth", [chr(code) for code in ETHS])
def test_letters_typed_for_d_fold_like_it(eth):
    """Icelandic eth and African d look like đ."""
    assert fold(f"{eth}ất") == "dat"
    assert slug(f"{eth}ất") == slug("đất")
    assert spell(f"{eth}ất") == spell("đất")
    assert name_key(f"Thành {eth}oàn") == name_key("Thành đoàn")


@pytest.mark.parametrize(
    ("old", "new"), [("hòa", "hoà"), ("THỦY", "THUỶ"), ("Ủy", "Uỷ"), ("khỏe", "khoẻ"), ("kỹ", "kĩ")]
)
def test_old_and_new_ways_of_writing_are_one_word(old, new):
    assert spell(old) == spell(new)
    assert spell(unicodedata.normalize("NFD", old)) == spell(new)
    assert name_key(f"Ban {old}") == name_key(f"Ban {new}")


def test_words_of_different_tones_stay_apart():
    assert len({spell(word) for word in ("ma", "mà", "mả", "mã", "má", "mạ")}) == 6


def test_the_browser_has_the_same_tables(root):
    """The script cannot import them: its literals must be those of Python."""
    script = (root / "content/assets/search/words.js").read_text("utf-8")
    tones = re.search(r'const TONES = "([^"]+)"', script)[1].encode().decode("unicode_escape")
    assert set(tones) == set(TONES)
    assert re.search(r'\[\.\.\."([^"]+)"\]', script)[1] == VOWELS
    eths = re.search(r"const ETHS = /\[([^\]]+)\]/g", script)[1]
    assert set(eths) == {chr(code) for code in ETHS if chr(code).islower()}
    lone = re.search(r"const LONE_Y = /\^\(\?:qu\|\[([^\]]+)\]\*\)y\$/", script)[1]
    assert set(lone) <= set(ALPHABET) - set(VOWELS)


def test_the_order_is_that_of_dictionaries():
    words = ["ma", "mà", "mả", "mã", "má", "mạ", "mac", "măc", "mâc", "na", "đa", "da", "ô", "o", "ơ"]
    assert sorted(words, key=sort_key) == [
        *("da", "đa", "ma", "mà", "mả", "mã", "má", "mạ", "mac", "măc", "mâc", "na", "o", "ô", "ơ")
    ]


def test_roman_numerals():
    assert [roman_value(text) for text in ("I", "IV", "IX", "XIV", "XL", "XCIX")] == [1, 4, 9, 14, 40, 99]
    assert [roman_value(text) for text in ("", "IIII", "VX", "iv", "IC", "D")] == [None] * 6
