"""Scans read as a person would read them: numbers of sections and rows, words that were read as one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.intake.document import TableRead
from corpus.intake.page.printed import Rule, Word
from corpus.intake.page.recognised import mend_word
from corpus.intake.page.second_look import look_again, unsure_words
from corpus.intake.page.section_numbers import opening_numbers, settle
from corpus.intake.page.unread import unread_openings
from corpus.intake.read import read_received
from corpus.language.syllables import part_joined

FONT = Path("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf")  # of the Debian package fonts-noto-core
COLUMNS = (150, 260, 900, 1450)
ROWS = (
    ("STT", "Nhiệm vụ", "Cơ quan chủ trì"),
    ("I", "Tuyên truyền", ""),
    ("1", "Tổ chức hội nghị", "Sở Tư pháp"),
    ("2", "Biên soạn tài liệu", "Sở Nội vụ"),
    ("II", "Kiểm tra", ""),
    ("3", "Kiểm tra tại cơ sở", "Thanh tra tỉnh"),
)


@pytest.fixture(scope="module")
def scan(tmp_path_factory) -> Path:
    """A page at 200 dpi, slightly turned and speckled: three headings and a ruled table."""
    page = Image.new("L", (1654, 1300), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(str(FONT), 36)
    for at, heading in enumerate(("I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN")):
        draw.text((150, 120 + 180 * at), heading, font=font, fill=20)
        draw.text(
            (200, 190 + 180 * at), "Các cơ quan, đơn vị tổ chức thực hiện nghiêm túc Kế hoạch này.", font=font, fill=20
        )
    for row, cells in enumerate((*ROWS, ())):
        y = 720 + 80 * row
        draw.line((COLUMNS[0], y, COLUMNS[-1], y), fill=0, width=3)
        for x, text in zip(COLUMNS, cells, strict=False):
            draw.text((x + 24, y + 18), text, font=font, fill=20)
    for x in COLUMNS:
        draw.line((x, 720, x, 720 + 80 * len(ROWS)), fill=0, width=3)
    noise = np.random.default_rng(7).random((page.height, page.width)) < 0.0004
    pixels = np.asarray(page.rotate(0.4, fillcolor=255)).copy()
    pixels[noise] = 60
    path = tmp_path_factory.mktemp("scan") / "ban-quet.png"
    Image.fromarray(pixels).save(path)
    return path


@pytest.mark.process
def test_numbers_of_sections_and_rows_come_back(scan):
    document = read_received(scan)
    lines = [one.printed for one in document.blocks if not isinstance(one, TableRead)]
    assert [line.split()[0] for line in lines if line.isupper()] == ["I.", "II.", "III."]
    (table,) = [one for one in document.blocks if isinstance(one, TableRead)]
    assert [row.cells[0].text for row in table.rows] == [cells[0] for cells in ROWS]


def test_only_what_opens_a_line_is_looked_at_again():
    words = [Word("I.", 10, 10, 20, 20, 9), Word("I", 60, 10, 66, 20, 9), Word("H", 10, 30, 20, 40, 9)]
    assert opening_numbers(words) == [0, 2]


@pytest.mark.parametrize(
    "first, confidence, again, settled",
    [
        ("I.", 60, "II.", "II."),
        ("H", 84, "II", "II"),
        ("III.", 82, "Il.", "III."),
        ("Hịi", 0, "Ill", "III"),
        ("1.", 96, "I.", "1."),
        ("1.", 55, "I.", "I."),
        ("31", 90, "3.1", "3.1"),
        ("I.", 60, "", "I."),
        ("I.", 60, "3x", "I."),
        ("", 0, "2", "2"),
        ("", 0, "B", "B"),
        ("1.", 55, "B.", "1."),
        ("", 0, "..", ""),
    ],
)
def test_a_second_look_settles_numbers_only(first, confidence, again, settled):
    assert settle(Word(first, 0, 0, 9, 9, 9, confidence=confidence), again).text == settled


def test_unread_figures_are_looked_for_only_between_the_lines_of_a_table():
    page = np.full((600, 900), 255, np.uint8)
    page[100:140, 100:112] = page[300:340, 100:112] = 0
    rules = [Rule(10, 20, 10.5, 40), Rule(60, 20, 60.5, 40)]
    (found,) = unread_openings(page, [], rules)
    assert (round(found.left), round(found.top)) == (22, 24)
    assert unread_openings(page, [Word("1", 23, 24, 27, 34, 9)], rules) == []


@pytest.mark.parametrize(
    "read, meant",
    [
        ("Chănnuôi,", ["Chăn", "nuôi,"]),
        ("UBNDcác", ["UBND", "các"]),
        ("SởKH&CN", ["Sở", "KH&CN"]),
        ("xã,phường", ["xã,", "phường"]),
        ("giỜ.", ["giờ."]),
        ("QĐÐ-UBND", ["QĐ-UBND"]),
        ("12,5", ["12,5"]),
        ("HĐND", ["HĐND"]),
        ("VNeID", ["VNeID"]),
        ("robot", ["robot"]),
        ("côngan", ["côngan"]),
    ],
)
def test_words_read_as_one_are_parted_where_there_is_one_way(read, meant):
    assert [word.text for word in mend_word(Word(read, 0, 0, 90, 9, 9))] == meant


def test_no_word_of_the_corpus_is_parted():
    plans = Path(__file__).parent / "golden" / "corpus" / "plans"
    words = {word.strip(".,;:()“”") for path in plans.glob("*/*/*.md") for word in path.read_text("utf-8").split()}
    parted = {word: part_joined(word) for word in words if len(part_joined(word)) > 1}
    assert parted == {"HOẠCHTuyên": ("HOẠCH", "Tuyên")}  # so printed in the plan of 2018: two words indeed


@pytest.mark.parametrize(
    "first, sure, again, surer, kept",
    [
        ("hôi", 91, "hội", 80, [("hội", 80)]),
        ("tuc", 0, "tục", 92, [("tục", 92)]),
        ("hóa-Xã", 40, "hóa - Xã", 93, [("hóa", 93), ("-", 93), ("Xã", 93)]),
        ("truyền", 23, "truyền", 96, [("truyền", 96)]),  # twice the same: no longer doubtful
        ("hôi", 91, "hỏi", 60, [("hôi", 91)]),  # the second reading is no surer
        ("HĐND", 40, "HĐNE", 95, [("HĐND", 40)]),  # other letters
        ("THỂ", 46, "THE", 86, [("THỂ", 46)]),  # marks are lost, not added
        ("Đợt", 56, "Đơt", 88, [("Đợt", 56)]),  # no syllable of the language
        ("tục", 85, "tỤc", 90, [("tục", 85)]),
        ("và", 40, ")và", 89, [("và", 40)]),
        ("xã", 40, "", 0, [("xã", 40)]),
    ],
)
def test_a_second_look_moves_marks_and_blanks_only(first, sure, again, surer, kept):
    word = Word(first, 0, 0, 90, 12, 12, confidence=sure)
    assert [(one.text, one.confidence) for one in look_again(word, again, surer)] == kept


def test_only_what_may_be_misread_is_looked_at_again():
    words = [
        Word(text, 0, 0, 9, 9, 9, confidence=sure) for text, sure in (("hôi", 91), ("xã", 96), ("12/3", 30), ("ô", 9))
    ]
    assert unsure_words(words) == [0]
