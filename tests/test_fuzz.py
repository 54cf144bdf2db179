"""Readers and finders on any input: they end, they say what they refuse, and they lose no character.

A run of the tests tries a few hundred inputs each; ``make fuzz`` tries ten thousand.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.characters import find_refused, show_refused
from corpus.directives.find import find_mentions
from corpus.prove.reading import read_source
from corpus.read.clauses import parse_clauses
from corpus.read.corpus_files import CorpusFiles, read_plan
from corpus.read.files import Unreadable
from corpus.read.marks import parse_marks
from corpus.read.received import public_name
from corpus.strict_yaml import YamlError, load
from corpus.vocabulary import SourceMarkup

fuzz = settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "150")), deadline=None, suppress_health_check=list(HealthCheck)
)

# Pieces that the readers know, mixed with anything at all.
PIECES = st.sampled_from(
    [
        "Nghị quyết số 76/NQ-CP",
        " ngày 15/7/2021",
        " của Chính phủ",
        "Căn cứ ",
        "Luật ",
        "Điều 1. ",
        "a) ",
        "- ",
        "+ ",
        "\n",
        "\n\n",
    ]
    + [
        "## I. ",
        "# ",
        "---\n",
        "<!-- table -->",
        "**",
        "*",
        "[",
        "]{?}",
        "\\",
        "“",
        "”",
        "(",
        ")",
        "1.1. ",
        "Nơi nhận:",
        "số ",
        "/",
    ]
    + [
        "QĐ-UBND",
        "2021",
        "và ",
        ", ",
        ";",
        "triển khai ",
        "trước ngày 15/11",
        "hằng quý",
        "Sở Nội vụ ",
        "\u00a0",
        "\t",
        "đ) ",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40).map("".join)
YAML = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "a: ",
                "b:\n",
                "  - ",
                "- ",
                "&x ",
                "*x",
                "!!int ",
                "{",
                "}",
                "[",
                "]",
                '"',
                "'",
                "|\n",
                ">\n",
                "#",
                "<<: ",
            ]
        ),
        st.sampled_from(
            [
                "null",
                "true",
                "05",
                "5",
                "9" * 20,
                "%YAML 1.1\n",
                "---\n",
                "...\n",
                "? ",
                ": ",
                "\n",
                "  ",
                "\t",
                "\\x07",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=30,
).map("".join)


@given(YAML)
@fuzz
def test_any_yaml_is_read_or_refused_with_its_line(text):
    try:
        located = load(text)
    except YamlError as error:
        assert 1 <= error.line <= text.count("\n") + 2 and error.must
    else:
        assert _is_plain(located.data)
        assert all(1 <= line <= text.count("\n") + 1 for line in located.lines.values())


def _is_plain(data: object) -> bool:
    if isinstance(data, dict):
        return all(isinstance(key, str) and _is_plain(key) and _is_plain(value) for key, value in data.items())
    if isinstance(data, list):
        return all(map(_is_plain, data))
    return data is None or isinstance(data, bool | int) or (isinstance(data, str) and find_refused(data) is None)


@given(TEXTS)
@fuzz
def test_clauses_of_any_text_have_addresses_of_their_own(text):
    clauses = [clause for part in parse_clauses(text) for clause in part.walk()]
    anchors = [clause.anchor for clause in clauses]
    assert len(anchors) == len(set(anchors)) and all(anchors)


@given(TEXTS)
@fuzz
def test_marks_of_any_text_lie_in_it_and_take_only_signs(text):
    plain, marks = parse_marks(text)
    assert all(0 <= mark.start < mark.end <= len(plain) for mark in marks)
    signs = str.maketrans("", "", "*[]{}?\\")
    assert plain.translate(signs) == text.translate(signs)


@given(TEXTS)
@fuzz
def test_escaped_text_comes_back_to_the_letter(text):
    typed = "".join(f"\\{char}" if char in "*[]\\{}_`#" else char for char in text)
    assert parse_marks(typed) == (text, ())


@given(TEXTS)
@fuzz
def test_mentions_in_any_text_lie_in_it_and_do_not_overlap_without_nesting(text):
    for mention in find_mentions(text):
        assert 0 <= mention.start < mention.end <= len(text)


@given(TEXTS)
@fuzz
def test_plain_sources_keep_every_sign(text):
    reading = read_source(text, SourceMarkup.NONE)
    kept = "".join(reading.text.replace("¶", "").split())
    wanted = "".join(show_refused(word).replace("¶", "⟨U+00B6⟩") for word in text.split())
    assert len(reading.text) == len(reading.lines)
    assert _folded(kept) == _folded(wanted)


def _folded(text: str) -> str:
    """Without what a reading may write otherwise: composed letters, and blanks after close numbers."""
    import unicodedata

    return unicodedata.normalize("NFC", text).replace("\x1f", "")


@given(st.binary(max_size=300))
@fuzz
def test_any_bytes_as_a_plan_give_problems_and_no_error(tmp_path_factory, data):
    root = tmp_path_factory.mktemp("fuzz", numbered=True)
    path = root / "plans/a/2020/1-kh.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    problems = []
    assert read_plan(CorpusFiles(root), path, problems) is None
    assert problems and all(problem.line >= 1 for problem in problems)


@given(st.text(max_size=40))
@fuzz
def test_any_name_of_a_received_file_is_safe_or_refused(name):
    try:
        given_out = public_name(name)
    except Unreadable:
        return
    stem, _, ending = given_out.rpartition(".")
    assert stem and all(char in "abcdefghijklmnopqrstuvwxyz0123456789-" for char in stem + ending)
