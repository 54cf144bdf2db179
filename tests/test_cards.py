"""The pictures that a shared link shows, read again by a browser."""

from __future__ import annotations

import unicodedata

import pytest
from corpora import seen_of
from PIL import ImageFont

from corpus.addresses import CARD_SIZE, card_url
from corpus.data.cards import Card, _fitted, _font, card_files, draw
from corpus.language.letters import ALPHABET, TONES, VOWELS
from corpus.pages.about import about_agency, about_plan

LONG = Card("Kế hoạch số …/KH-UBND năm 2023", "Tuyên truyền cải cách hành chính " * 30, "Ủy ban nhân dân " * 20)


@pytest.fixture(scope="module")
def cards(overview, tmp_path_factory):
    folder = tmp_path_factory.mktemp("cards")
    seen = seen_of(overview)
    for card in card_files(overview):
        list(card.write(seen, folder))
    return folder


def test_every_plan_and_body_that_says_it_has_a_card_has_one(overview, cards):
    urls = {here.plan.url for here in overview.plans if about_plan(here.plan, overview).has_card}
    urls |= {f"co-quan/{body.id}/" for body in overview.corpus.bodies if about_agency(body, overview).has_card}
    assert len(urls) == len(overview.plans) + len(overview.work.bodies)
    assert {path.relative_to(cards).as_posix() for path in cards.rglob("*.png")} == {card_url(url) for url in urls}


def test_a_card_is_small_and_the_same_every_time(overview, cards):
    paths = sorted(cards.rglob("*.png"))
    assert max(path.stat().st_size for path in paths) < 40_000
    assert draw(LONG) == draw(LONG) and len({path.read_bytes() for path in paths}) > len(paths) / 2


def test_a_browser_shows_a_card_in_its_size(cards, chromium):
    path = next(cards.rglob("*.png"))
    context = chromium.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]") == list(CARD_SIZE)
    context.close()


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_vietnamese_letter_is_in_the_font(weight):
    marked = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    letters = {*ALPHABET, *marked, *"0123456789.,;:/()–…“”"}
    font: ImageFont.FreeTypeFont = _font(weight, 40)
    missing = bytes(font.getmask("\uffff"))
    assert [
        one for one in sorted(letters | {one.upper() for one in letters}) if bytes(font.getmask(one)) == missing
    ] == []


def test_a_name_that_does_not_fit_is_cut_and_says_so():
    lines, size = _fitted(LONG.name)
    assert lines[-1].endswith("…") and len(lines) == 5
    assert all(_font("Bold", size).getlength(line) <= 1040 for line in lines)
    assert _fitted("Kế hoạch")[0] == ["Kế hoạch"]


def test_a_word_longer_than_a_line_makes_no_card_fail():
    assert draw(Card("x" * 300, "y" * 900, "")).startswith(b"\x89PNG")
