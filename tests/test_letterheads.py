"""Whose a document is, what it is called and who signed, by lines as offices print them."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.country.register import Places
from corpus.intake.document import Cell, Paragraph, Row, TableRead
from corpus.intake.draft.ending import read_signer
from corpus.intake.draft.fields import read_fields_of
from corpus.intake.draft.flow import Line
from corpus.intake.draft.letterhead_lines import read_letterhead
from corpus.intake.draft.list_markers import read_marker
from corpus.intake.draft.parts import part
from corpus.intake.draft.table_draft import draft_table
from corpus.intake.draft.whose import find_issuer


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


def whose_commune(body):
    """The id of the place of *xã Tân Châu*, of which there are two, by what its plan says."""
    head = ("ỦY BAN NHÂN DÂN", "XÃ TÂN CHÂU")
    return find_issuer(head, "", "Tân Châu", date(2026, 1, 20), body, Places())


def test_a_bare_name_tells_in_which_province_a_commune_lies():
    north, south = whose_commune("VNPT Nghệ An phối hợp."), whose_commune("VNPT Tây Ninh phối hợp.")
    assert (north.place.parent, south.place.parent) == ("nghe-an", "tay-ninh") and north.sure and south.sure
    assert not whose_commune("VNPT phối hợp.").sure


def test_the_noun_of_a_province_weighs_more_than_its_bare_name():
    assert whose_commune("Báo Nghệ An, VNPT Nghệ An; UBND tỉnh Tây Ninh.").place.parent == "tay-ninh"


@pytest.mark.parametrize(
    ("of_whom", "issuer"),
    [
        ("Ủy ban nhân dân thành phố Thủ Đức", "uy-ban-nhan-dan"),
        ("Chủ tịch UBND thành phố Thủ Đức", "chu-tich-uy-ban-nhan-dan"),
    ],
)
def test_a_plan_says_whose_decision_it_was_issued_with(of_whom, issuer):
    texts = (
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ THỦ ĐỨC",
        "Số: 3020/QĐ-UBND",
        "Thủ Đức, ngày 18 tháng 4 năm 2022",
        "QUYẾT ĐỊNH",
        "Ban hành Kế hoạch cải cách hành chính năm 2022",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2022.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Nguyễn Văn A",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2022",
        f"(Ban hành kèm theo Quyết định số 3020/QĐ-UBND ngày 18 tháng 4 năm 2022 của {of_whom})",
        "I. NỘI DUNG",
    )
    fields = read_fields_of(part(tuple(lines(*texts))), " ".join(texts), Places())
    assert fields.issuer.endswith(f"/{issuer}")
