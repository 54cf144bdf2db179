"""Files of text: old encodings, wrapped lines, tables of tabs and strokes, HTML."""

from __future__ import annotations

import subprocess
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.intake.document import Document, Paragraph, TableRead
from corpus.intake.encodings.legacy import decode_legacy
from corpus.intake.refusal import Refused
from corpus.intake.text_file import read_text_file

WORDS = "Kế hoạch cải cách hành chính năm 2025 của Ủy ban nhân dân phường: nghĩa vụ, quyền lợi, thủy lợi, đê điều."
# The same sentence typed in UniKey with the tables TCVN3 and VNI Windows, capitals of TCVN3 in small letters.
TCVN3 = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2025 cña ñy ban nh©n d©n ph\xadêng: nghÜa vô, quyÒn lîi, thñy lîi, ®ª ®iÒu."
VNI = "Keá hoaïch caûi caùch haønh chính naêm 2025 cuûa UÛy ban nhaân daân phöôøng: nghóa vuï, quyeàn lôïi, thuûy lôïi, ñeâ ñieàu."


def printed(document: Document) -> list[str]:
    return [block.printed for block in document.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[c.text for c in row.cells] for row in b.rows] for b in document.blocks if isinstance(b, TableRead)]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (WORDS.encode(), WORDS),
        (unicodedata.normalize("NFD", WORDS).encode(), WORDS),
        (b"\xef\xbb\xbf" + WORDS.encode(), WORDS),
        (WORDS.encode("utf-16"), WORDS),
        (WORDS.encode("utf-16-le"), WORDS),
        (WORDS.encode("utf-16-be"), WORDS),
        (TCVN3.encode("latin-1"), WORDS.replace("Ủy", "ủy")),
        (TCVN3.encode(), WORDS.replace("Ủy", "ủy")),
        (VNI.encode("latin-1"), WORDS),
        (VNI.encode(), WORDS),
    ],
    ids=["utf-8", "nfd", "mark", "utf-16", "utf-16-le", "utf-16-be", "tcvn3", "tcvn3-in-utf-8", "vni", "vni-in-utf-8"],
)
def test_every_encoding_gives_the_same_words(data, shown):
    document = read_text_file(data)
    assert printed(document) == [shown]
    assert bool(document.notes) == (
        not data.startswith((WORDS.encode(), unicodedata.normalize("NFD", WORDS).encode(), b"\xef"))
    )


def test_windows_1258_is_known_by_its_spelling():
    letters = {tone: chr(mark) for tone, mark in zip("`?~'.", (0x300, 0x309, 0x303, 0x301, 0x323), strict=True)}
    assert len(letters) == 5
    half = "".join(_half_composed(char) for char in WORDS)
    assert printed(read_text_file(half.encode("cp1258"))) == [WORDS]


def _half_composed(char: str) -> str:
    """As Windows types it: letters with their hooks, the tone behind them."""
    spread = unicodedata.normalize("NFD", char)
    tones = "".join(one for one in spread if one in "\u0300\u0309\u0303\u0301\u0323")
    return unicodedata.normalize("NFC", "".join(one for one in spread if one not in tones)) + tones


def test_the_table_of_tcvn3_is_that_of_the_system():
    """glibc knows TCVN 5712 as TCVN5712-1."""
    for code in range(0xA1, 0xFF):
        done = subprocess.run(
            ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"], input=b"." + bytes([code, 0x20]), capture_output=True
        )
        wanted = unicodedata.normalize("NFC", done.stdout.decode().strip().removeprefix("."))
        assert unicodedata.normalize("NFC", decode_legacy(chr(code), "TCVN3")) == wanted, hex(code)


@pytest.mark.parametrize(
    "text", ["Plan for the reform of administration", "Nghị quyết QĐ HĐND", "12/2025, 3.400.000 đồng"]
)
def test_text_without_old_letters_stays_as_it_is(text):
    assert printed(read_text_file(text.encode())) == [text]


def test_bytes_that_are_no_text_in_any_encoding_are_refused():
    with pytest.raises(Refused, match="bảng mã"):
        read_text_file(bytes(range(0x80, 0x100)) * 30)


def test_lines_that_a_program_wrapped_are_one_paragraph_and_say_where():
    wrapped = (
        "I. MỤC ĐÍCH\n"
        "1. Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức và người\n"
        "lao động trong các cơ quan hành chính nhà nước trên địa bàn tỉnh về cải cách\n"
        "hành chính.\n"
        "2. Bảo đảm thống nhất, đồng bộ, hiệu quả trong tổ chức thực hiện các nhiệm vụ\n"
        "được giao.\n"
    )
    document = read_text_file(wrapped.encode())
    assert [line[:12] for line in printed(document)] == ["I. MỤC ĐÍCH", "1. Nâng cao ", "2. Bảo đảm t"]
    first = next(one for one in document.paragraphs() if one.text.startswith("1."))
    assert [first.text[join.at :].split()[0] for join in first.joins] == ["lao", "hành"]


def test_lines_of_tabs_are_a_table_with_its_empty_cells():
    text = "Danh mục:\n\nTT\tNhiệm vụ\tCơ quan\tThời gian\nI\tTrồng cây\n1\tTrồng mới\t\tQuý I\n\nHết."
    document = read_text_file(text.encode())
    assert tables(document) == [
        [["TT", "Nhiệm vụ", "Cơ quan", "Thời gian"], ["I", "Trồng cây"], ["1", "Trồng mới", "", "Quý I"]]
    ]
    assert printed(document) == ["Danh mục:", "Hết."]


def test_markdown_keeps_typed_numbers_and_reads_tables_of_strokes_and_of_html():
    text = (
        "# KẾ HOẠCH\n\n**Trồng cây** năm *2025*\n\n3. Mở lớp\n4. Tổng kết\n\na) Chủ trì\n\n- Như trên;\n\n"
        "| TT | Việc |\n|---|---|\n| 1 | Mở<br>lớp |\n\n<table><tr><td rowspan=2>1</td><td>a</td></tr><tr><td>b</td></tr></table>\n"
    )
    document = read_text_file(text.encode())
    assert document.kind == "md"
    assert printed(document) == [
        "KẾ HOẠCH",
        "Trồng cây năm 2025",
        "3. Mở lớp",
        "4. Tổng kết",
        "a) Chủ trì",
        "- Như trên;",
    ]
    assert tables(document) == [[["TT", "Việc"], ["1", "Mở\nlớp"]], [["1", "a"], ["b"]]]
    second = document.blocks[1]
    assert isinstance(second, Paragraph)
    assert [(mark.kind, second.text[mark.start : mark.end]) for mark in second.marks] == [
        ("bold", "Trồng cây"),
        ("italic", "2025"),
    ]


def test_of_a_web_page_what_is_shown_is_read_and_the_rest_is_left_out():
    page = (
        "<!DOCTYPE html><html><head><title>Tin</title><script>alert(1)</script></head><body>"
        "<p align=center><b>KẾ HOẠCH</b></p><p>Một<br>hai&nbsp;ba</p><p style='display:none'>ẩn</p>"
        "<ol type=a start=3><li>Mục c</li><li>Mục d</li></ol>"
        "<table border=1><tr><th>TT</th><th>Việc</th></tr><tr><td>1</td><td><p>a</p><p>b</p></td></tr></table></body></html>"
    )
    document = read_text_file(page.encode())
    assert printed(document) == ["KẾ HOẠCH", "Một\nhai ba", "c. Mục c", "d. Mục d"]
    assert tables(document) == [[["TT", "Việc"], ["1", "a\nb"]]]
    assert [one.text for one in document.left_out] == ["Tin", "ẩn"]
    head = document.blocks[0]
    assert isinstance(head, Paragraph) and head.centred and head.bold


LINES = st.lists(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="#*|<>`_\\-"), max_size=30), max_size=8
)


@given(LINES)
def test_every_letter_of_a_text_is_read_or_left_out(lines):
    text = "\n".join(["Nội dung kế hoạch của Ủy ban nhân dân tỉnh được thực hiện tốt", *lines])
    document = read_text_file(text.encode())
    there = document.text() + "".join(one.text for one in document.left_out)
    assert letters(there) == letters(text)


def letters(text: str) -> Counter[str]:
    return Counter(char for char in unicodedata.normalize("NFD", text) if not char.isspace())
