"""The words of officials: each written once, and read by those who need it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from corpus.bodies.actors import find_actors
from corpus.bodies.split import split_bodies
from corpus.directives.find import find_mentions
from corpus.directives.find.symbols import KIND_OF_SYMBOL
from corpus.document_kinds import KINDS
from corpus.language.lexicon import LEXICON, Lexicon
from corpus.strict_yaml import YamlError, load

TEXT_OF = {"bộ": "Bộ", "sở": "Sở", "phòng": "Phòng"}
CASES = [(noun, name) for field in LEXICON.fields for noun in field.of for name in field.names]


@pytest.mark.parametrize(("noun", "field"), CASES)
def test_every_field_of_work_is_one_issuer(noun, field):
    """A comma or "và" inside the name ends it for no reader, and the title after it does not join it."""
    body = f"{TEXT_OF[noun]} {field}"
    (mention,) = find_mentions(f"Thực hiện Hướng dẫn số 12/HD-ABC ngày 03/3/2025 của {body} về việc lập dự toán.")
    assert mention.issuer == body


@pytest.mark.parametrize(("noun", "field"), [(noun, field) for noun, field in CASES if noun != "bộ"])
def test_every_field_of_work_is_one_body_of_a_list(noun, field):
    body = f"{TEXT_OF[noun]} {field}"
    printed = f"{body}, Văn phòng HĐND và UBND, {body} và Công an tỉnh"
    names = [part.name for part in split_bodies(printed)]
    assert names == [body, "Văn phòng HĐND và UBND", body, "Công an tỉnh"]


def test_divisions_that_only_one_list_knew():
    """The finder and the reader of bodies each had a list of their own, and lacked what the other had."""
    fields = LEXICON.fields_of("phòng")
    assert {"Kinh tế và Hạ tầng", "Kinh tế, Hạ tầng và Đô thị", "Văn hóa, Khoa học và Thông tin"} <= set(fields)


def test_the_kinds_of_the_lexicon_are_those_of_the_vocabulary():
    """*Chiến lược* and *quy hoạch* are named alone, but issued as decisions or resolutions."""
    assert set(LEXICON.kinds) - set(KINDS) == {"chiến lược", "quy hoạch"}
    assert set(KIND_OF_SYMBOL.values()) <= set(KINDS)


def test_no_two_central_bodies_share_a_symbol():
    """A symbol that names two bodies would name the wrong one for half of its documents."""
    named = [
        *(body.symbol for body in LEXICON.central if body.symbol),
        *(one for one in LEXICON.fields if "bộ" in one.of),
    ]
    assert len(LEXICON.issuer_of_symbol) == len(named)


def _with(path: tuple, change) -> object:
    """The data of the lexicon with one value replaced by what ``change`` makes of it."""
    data = LEXICON.model_dump(mode="json", by_alias=True)
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = change(inner[path[-1]])
    return data


@pytest.mark.parametrize(
    ("path", "change", "said"),
    [
        (("laws",), lambda laws: [*laws, laws[0]], "each word once"),
        (("fields",), lambda fields: [*fields, {**fields[0], "printed": []}], "each word once"),
        (("central",), lambda bodies: [*bodies, {"name": "Hội đồng A", "printed": ["Chính phủ"]}], "each word once"),
        (("places",), lambda places: [*places, {**places[0], "tiers": ["ward"]}], "each word once"),
        (("kinds", "kế hoạch", "nouns"), lambda nouns: [*nouns, "văn bản"], "each word once"),
        (("verbs", "ban hành"), lambda features: [*features, "acting"], "Input should be"),
        (("verbs", "ban hành"), lambda features: [*features, features[0]], "each word once"),
        (("joining",), lambda words: [*words, ""], "at least 1 character"),
        (("joining",), lambda words: [*words, 7], "valid string"),
        (("headings",), lambda headings: {**headings, "money": []}, "Extra inputs"),
    ],
)
def test_what_the_lexicon_must_not_hold_is_refused(path, change, said):
    with pytest.raises(ValidationError, match=said):
        Lexicon.model_validate(_with(path, change))


def test_the_lexicon_as_dumped_is_read_again():
    """The cases above fail for what they change, not for being dumped."""
    assert Lexicon.model_validate(_with(("laws",), list)) == LEXICON


def test_a_word_written_twice_under_one_head_is_refused():
    with pytest.raises(YamlError, match="2: "):
        load("verbs: {ban hành: [acts],\n  ban hành: [titles]}")


@pytest.mark.parametrize("verb", ["về", "ban hành", "phê duyệt", "quy định", "sửa đổi", "hướng dẫn", "triển khai"])
def test_the_verb_of_a_title_ends_the_issuer(verb):
    text = f"Quyết định số 12/QĐ-BQL ngày 03/3/2025 của Ban Quản lý Khu kinh tế {verb} quy chế làm việc."
    assert find_mentions(text)[0].issuer == "Ban Quản lý Khu kinh tế"


@pytest.mark.parametrize("verb", ["Về", "Ban hành", "Phê duyệt", "Quy định", "Sửa đổi", "Hướng dẫn"])
def test_a_title_may_begin_in_a_capital(verb):
    text = f"Quyết định số 12/QĐ-BQL ngày 03/3/2025 của Ban Quản lý Khu kinh tế {verb} quy chế làm việc."
    assert find_mentions(text)[0].issuer == "Ban Quản lý Khu kinh tế"


@pytest.mark.parametrize("verb", ["chủ trì", "phối hợp", "ban hành", "tham mưu", "có trách nhiệm", "bố trí", "báo cáo"])
def test_the_verb_of_a_duty_follows_who_is_to_act(verb):
    assert [one.names for one in find_actors(f"Sở Nội vụ {verb} việc được giao.")] == ["Sở Nội vụ"]
