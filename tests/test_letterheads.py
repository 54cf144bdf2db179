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


def issued_by(*head, place="", day=date(2026, 1, 20)):
    return find_issuer(head, "", place, day, "", Places())


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (("ĐẢNG BỘ TỈNH LÀO CAI", "ĐẢNG ỦY PHƯỜNG CAM ĐƯỜNG"), "lao-cai-phuong-cam-duong/dang-uy"),
        (("THÀNH ỦY HẢI PHÒNG",), "hai-phong/thanh-uy"),
        (("TỈNH ỦY CÀ MAU", "BAN TỔ CHỨC"), "ca-mau/ban-to-chuc-tinh-uy"),
        (("TỈNH ĐOÀN PHÚ THỌ", "BAN THƯỜNG VỤ"), "phu-tho/tinh-doan"),
        (("UBND TỈNH SƠN LA", "VĂN PHÒNG"), "son-la/van-phong-uy-ban-nhan-dan"),
        (("BỘ CÔNG AN", "CÔNG AN TỈNH SƠN LA"), "son-la/cong-an"),
        (("ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"), "son-la/uy-ban-nhan-dan"),
    ],
)
def test_a_letterhead_names_a_body_that_every_such_place_has(head, issuer):
    found = issued_by(*head)
    assert (found.issuer, found.name) == (issuer, "")


def test_a_body_that_no_rule_knows_keeps_its_own_words():
    found = issued_by("UBND TỈNH SƠN LA", "BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ TỈNH")
    assert (found.issuer, found.name) == ("son-la/ban-chi-dao-chuyen-doi-so", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ")


def test_a_department_without_its_place_is_that_of_the_place_before_the_day():
    assert issued_by("SỞ Y TẾ", place="Sơn La").issuer == "son-la/so-y-te"


@pytest.mark.parametrize("stamp", ["DỰ THẢO LẦN 2", "(DỰ THẢO)", "DỰ THẢO", "HỎA TỐC", "MẬT"])
def test_a_stamp_on_a_letterhead_names_nobody_who_issues(stamp):
    assert read_letterhead(lines("SỞ Y TẾ", stamp, "Số: 9/KH-SYT")).issuer == ("SỞ Y TẾ",)


def test_the_party_names_the_kind_before_the_stroke():
    head = read_letterhead(lines("TỈNH ỦY CÀ MAU", "*", "Số 45-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM"))
    assert (head.issuer, head.number.number, head.number.symbol) == (("TỈNH ỦY CÀ MAU",), "45", "KH/TU")


def test_the_family_name_truong_is_no_post():
    signer = read_signer(lines("CHỦ TỊCH", "Trương Văn Mẫu"))
    assert (signer.name, signer.office) == ("Trương Văn Mẫu", "Chủ tịch")


def test_abbreviations_in_an_office_stay_in_capitals():
    assert read_signer(lines("CHỦ TỊCH UBND XÃ", "Lò Văn Mẫu")).office == "Chủ tịch UBND xã"


@pytest.mark.parametrize(
    ("printed", "office"),
    [("THỨ TRƯỞNG", "Thứ trưởng"), ("CHI CỤC TRƯỞNG", "Chi cục trưởng"), ("PHÓ HIỆU TRƯỞNG", "Phó Hiệu trưởng")],
)
def test_an_office_in_capitals_keeps_its_own_marks(printed, office):
    assert read_signer(lines(printed, "Lò Văn Mẫu")).office == office


def test_the_party_signs_for_others_without_a_point_and_officers_with_their_rank():
    signer = read_signer(lines("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Đại tá Lò Văn Mẫu"))
    assert (signer.name, signer.capacity) == ("Đại tá Lò Văn Mẫu", ["T/M Ban Thường vụ"])


def test_the_organ_of_the_front_that_issues_is_the_front():
    head = ("ỦY BAN MTTQ VIỆT NAM", "XÃ VĨNH THUẬN", "BAN THƯỜNG TRỰC")
    assert issued_by(*head).issuer == "an-giang-xa-vinh-thuan/uy-ban-mat-tran-to-quoc-viet-nam"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([("TT", "Tiêu chí", "Hiện trạng", "Cán bộ phụ trách"), ("1", "Giao thông", "Chưa đạt", "Công chức địa chính")], "list"),
        ([("TT", "Công trình", "Đơn vị phụ trách", "Phối hợp"), ("1", "Đường trục thôn", "Ban Quản lý", "Các thôn")], "tasks"),
    ],
)  # fmt: skip
def test_what_is_measured_is_no_work_and_work_may_be_called_otherwise(rows, kind):
    cells = [Row(tuple(Cell((Paragraph(text),), at) for at, text in enumerate(row)), 1) for row in rows]
    assert draft_table(TableRead(tuple(cells), 4)).kind == kind
