"""Sentences: where they begin and end, in the golden cases and in every passage of the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.language.sentences import clause_span, clauses, sentence_span, sentences
from corpus.strict_yaml import load

CASES = load((Path(__file__).parent / "golden" / "sentences.yml").read_text("utf-8")).data


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_sentences_of_the_golden_cases(case):
    text = case["text"].replace("|", "")
    assert [sentence for _, sentence in sentences(text)] == [part.strip() for part in case["text"].split("|") if part]


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_the_span_around_a_place_is_the_sentence_it_stands_in(case):
    text = case["text"].replace("|", "")
    for start, sentence in sentences(text):
        left, right = sentence_span(text, start, start + 1)
        assert text[left:right].strip() == sentence
        assert sentence_span(text, start, start + len(sentence)) == (left, right)


def test_a_span_over_two_sentences_is_not_cut():
    text = "Một. Hai. Ba. Bốn."
    assert text[slice(*sentence_span(text, 7, 11))] == "Hai. Ba."


def test_no_letter_of_the_corpus_is_lost_or_moved(corpus):
    """The sentences of a passage are the passage, but for the blanks between them."""
    for plan in corpus.plans:
        for passage in plan.passages:
            found = list(sentences(passage.text))
            assert "".join("".join(one.split()) for _, one in found) == "".join(passage.text.split())
            assert all(passage.text.startswith(sentence, start) for start, sentence in found)


def test_a_clause_ends_at_a_semicolon_too():
    text = "Căn cứ Luật Dân số; Luật Giá. Theo Luật Dược; hết."
    assert text[slice(*clause_span(text, 20, 25))].strip() == "Luật Giá."
    assert text[slice(*clause_span(text, 36, 40))].strip() == "Theo Luật Dược"


def test_the_parts_of_a_cell_are_sentences_lines_and_what_semicolons_part():
    assert list(clauses("Quý I;\n quý II. Trước 15/12\nhằng năm")) == ["Quý I", "quý II.", "Trước 15/12", "hằng năm"]


@pytest.mark.parametrize(
    "text",
    [
        " . ",
        "\n\n",
        "....",
        "(((",
        "“" * 3000,
        " " * 9000,
        "." * 9000,
        "“a.” " * 3000,
        "a. " * 3000,
        "( " * 3000,
        ". \n" * 3000,
    ],
)
def test_odd_texts_are_read_to_their_end(text):
    assert "".join("".join(one.split()) for _, one in sentences(text)) == "".join(text.split())
