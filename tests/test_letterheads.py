"""Whose a document is, what it is called and who signed, by lines as offices print them."""

from __future__ import annotations

import pytest

from corpus.intake.document import Cell, Paragraph, Row, TableRead
from corpus.intake.draft.ending import read_signer
from corpus.intake.draft.flow import Line
from corpus.intake.draft.letterhead_lines import read_letterhead
from corpus.intake.draft.list_markers import read_marker
from corpus.intake.draft.table_draft import draft_table


def lines(*texts):
    return [Line(text, at) for at, text in enumerate(texts)]


def test_what_a_narrow_column_leaves_of_the_country_names_nobody_who_issues():
    head = read_letterhead(
        lines("UBND TỈNH NGHỆ AN", "SỞ TƯ PHÁP", "Số: 95/KH-STP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM")
    )
    assert head.issuer == ("UBND TỈNH NGHỆ AN", "SỞ TƯ PHÁP")


@pytest.mark.parametrize("seal", ["(đã ký)", "[daky]", "Đã ký", "(Signed)", "(Ký, đóng dấu)"])
def test_words_in_place_of_a_signature_are_no_office(seal):
    signer = read_signer(lines("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", seal, "Hoàng Quốc Hào"))
    assert (signer.office, signer.capacity) == ("Phó Giám đốc", ["KT. Giám đốc"])


def test_v_stroke_v_begins_a_title_and_numbers_nothing():
    assert read_marker("V/v ban hành Kế hoạch") is None
    assert read_marker("V/ TỔ CHỨC THỰC HIỆN").number == "V"


def test_a_unit_beside_figures_leads_no_task():
    rows = [
        ("STT", "Chỉ tiêu", "Đơn vị", "Kế hoạch"),
        ("1", "Hồ sơ trực tuyến", "%", "90"),
        ("2", "Hộ nghèo", "hộ", "5"),
    ]
    cells = [Row(tuple(Cell((Paragraph(text),), at) for at, text in enumerate(row)), 1) for row in rows]
    assert draft_table(TableRead(tuple(cells), 4)).kind == "figures"
