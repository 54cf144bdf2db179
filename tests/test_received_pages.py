"""Pages of a PDF or scan, word by word at their places, as one document; no file is read."""

from __future__ import annotations

import pytest

from corpus.intake.document import Paragraph, TableRead
from corpus.intake.page.layout import lay_out
from corpus.intake.page.printed import PrintedPage, Rule, Word
from corpus.intake.page.running import PAGE_NUMBER, RUNNING

WIDTH, HEIGHT = 595.0, 842.0
SIZE = 13.0
LETTER = 6.5  # width of each letter
LEFT, MIDDLE, RIGHT = 85.0, 297.0, 420.0  # where a line begins, or around what it is set


def put(top, *texts):
    """Words of one line: each ``(text, left)``, or ``(text, middle, "c")``."""
    for text, place, *centred in texts:
        at = place - len(text) * LETTER / 2 if centred else place
        for word in text.split(" "):
            yield Word(word, at, top, at + len(word) * LETTER, top + SIZE, SIZE)
            at += (len(word) + 1) * LETTER


def page(number, *lines, rules=()):
    return PrintedPage(number, WIDTH, HEIGHT, tuple(word for line in lines for word in line), tuple(rules))


def letterhead(top, *below):
    country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    return (
        put(top, ("ỦY BAN NHÂN DÂN", 150, "c"), (country, RIGHT, "c")),
        put(top + 18, ("XÃ ĐẠI LỘC", 150, "c"), ("Độc lập - Tự do - Hạnh phúc", RIGHT, "c")),
        *below,
    )


def texts(laid):
    """The paragraphs in reading order, those of cells too."""
    for block in laid.blocks:
        if isinstance(block, Paragraph):
            yield block.printed
        elif isinstance(block, TableRead):
            yield from (one.printed for row in block.rows for cell in row.cells for one in cell.paragraphs)


def prose(top, count=12):
    line = "Sở Nội vụ chủ trì hướng dẫn các cơ quan thực hiện Kế hoạch này đúng hạn"
    return [put(top + 18 * at, (line, LEFT)) for at in range(count)]


def test_letterheads_of_a_decision_and_of_its_plan_are_no_running_heads():
    first = page(1, *letterhead(56), put(130, ("QUYẾT ĐỊNH", MIDDLE, "c")), *prose(200))
    second = page(2, *letterhead(56), put(130, ("KẾ HOẠCH", MIDDLE, "c")), *prose(200))
    laid = lay_out([first, second])
    assert list(texts(laid)).count("ỦY BAN NHÂN DÂN") == 2 and not laid.left_out


def test_what_stands_at_the_foot_of_every_page_and_page_numbers_are_left_out_and_listed():
    pages = [
        page(n, put(30, (str(n), MIDDLE, "c")), *prose(120), put(800, ("Cổng thông tin điện tử tỉnh", LEFT)))
        for n in (2, 3, 4)
    ]
    laid = lay_out(pages)
    assert {(left.text, left.why) for left in laid.left_out} == {
        *((str(n), PAGE_NUMBER) for n in (2, 3, 4)),
        ("Cổng thông tin điện tử tỉnh", RUNNING),
    }
    assert not [text for text in texts(laid) if "Cổng" in text or text.strip().isdigit()]


def test_a_blank_left_for_the_number_does_not_part_it_from_its_symbol():
    number = put(110, ("Số:", 110), ("/KH-UBND", 170), ("Đại Lộc, ngày tháng 01 năm 2026", RIGHT, "c"))
    laid = lay_out([page(1, *letterhead(56, number), put(160, ("KẾ HOẠCH", MIDDLE, "c")), *prose(220))])
    assert "Số: /KH-UBND" in texts(laid)


@pytest.mark.parametrize("on_first", [1, 2, 3])
def test_recipients_and_signature_over_a_page_keep_to_their_columns(on_first):
    rows = [
        [("Nơi nhận:", LEFT), ("TM. ỦY BAN NHÂN DÂN", RIGHT, "c")],
        [("- Sở Nội vụ;", LEFT), ("KT. CHỦ TỊCH", RIGHT, "c")],
        [("- Các thôn;", LEFT), ("PHÓ CHỦ TỊCH", RIGHT, "c")],
        [("- Lưu: VT.", LEFT)],
        [("Nông Thị Hà", RIGHT, "c")],
    ]
    first = page(1, *prose(80), *(put(780 - 18 * (on_first - at), *row) for at, row in enumerate(rows[:on_first])))
    below = [put(56 + 18 * at, *row) for at, row in enumerate(rows[on_first:])]
    second = page(2, *below, put(300, ("PHỤ LỤC", MIDDLE, "c")), *prose(340))
    laid = lay_out([first, second])
    assert _columns(laid) == (
        ["Nơi nhận:", "- Sở Nội vụ;", "- Các thôn;", "- Lưu: VT."],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nông Thị Hà"],
    )
    assert "PHỤ LỤC" in [block.printed for block in laid.blocks if isinstance(block, Paragraph)]


def _columns(laid):
    (table,) = [block for block in laid.blocks if isinstance(block, TableRead)]
    return tuple([one.printed for one in cell.paragraphs] for cell in table.rows[0].cells)


def test_a_ruled_table_gives_its_cells_and_what_stands_around_it_stays_outside():
    lefts, tops = (85.0, 125.0, 325.0, 510.0), (200.0, 230.0, 280.0)
    rules = [Rule(left, tops[0], left, tops[-1]) for left in lefts] + [Rule(lefts[0], y, lefts[-1], y) for y in tops]
    laid = lay_out(
        [
            page(
                1,
                put(150, ("Phân công như sau:", LEFT)),
                put(208, ("TT", 92), ("Nhiệm vụ", 150), ("Chủ trì", 340)),
                put(238, ("1", 92), ("Rà soát thủ tục", 130), ("Sở Nội vụ", 340)),
                put(256, ("hành chính", 130)),
                put(320, ("Trên đây là Kế hoạch.", LEFT)),
                rules=rules,
            )
        ]
    )
    before, table, after = laid.blocks
    assert (before.printed, after.printed) == ("Phân công như sau:", "Trên đây là Kế hoạch.")
    assert [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows] == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát thủ tục hành chính", "Sở Nội vụ"],
    ]


def test_an_annex_that_lies_the_other_way_is_no_end_of_a_signature():
    ending = (
        put(100, ("Nơi nhận:", LEFT), ("TM. ỦY BAN NHÂN DÂN", RIGHT, "c")),
        put(118, ("- Lưu: VT.", LEFT), ("CHỦ TỊCH", RIGHT, "c")),
        put(190, ("Lò Văn Mẫu", RIGHT, "c")),
    )
    annex = tuple(word for line in (put(60, ("PHỤ LỤC", HEIGHT / 2, "c")), *prose(100)) for word in line)
    laid = lay_out([page(1, *ending), PrintedPage(2, HEIGHT, WIDTH, annex, ())])
    (beside,) = (block for block in laid.blocks if isinstance(block, TableRead))
    assert "PHỤ LỤC" not in [one.printed for row in beside.rows for cell in row.cells for one in cell.paragraphs]
