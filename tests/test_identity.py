"""One id for one act and two for two, in a plan of a place that the registers do not have; nothing is guessed."""

from __future__ import annotations

import pytest

from corpus.directives.cite import cite
from corpus.evaluation.composed_plans import plan_of, with_places
from corpus.read.corpus_files import read_corpus

HEAD = {
    "place": "tan-hoa",
    "name": "phường Tân Hòa",
    "tier": "ward",
    "parent": {"id": "vi-du", "name": "tỉnh Ví Dụ", "tier": "city"},
    "issuer": "tan-hoa/uy-ban-nhan-dan",
    "issued": "2031-12-01",
    "title": "Một việc",
}


def ids(corpus, *texts: str) -> list[str | None]:
    plan = plan_of(HEAD, [{"id": f"a-{at}", "text": text} for at, text in enumerate(texts)])
    return [one.directive for one in cite(plan, with_places(corpus, HEAD))]


@pytest.mark.parametrize(
    "text",
    [
        "Theo Luật Thư viện năm 2019 và Luật Thư viện ngày 21 tháng 11 năm 2019.",
        "Theo Luật Thư viện; Điều 5 Luật Thư viện số 46/2019/QH14; Luật số 46/2019/QH14.",
        "Theo Quyết định số 418/QĐ-TTg; Quyết định số 418/QĐ-TTg ngày 03/3/2031 của Thủ tướng Chính phủ.",
        "Theo Kế hoạch số 9-KH/TU ngày 04/4/2031 của Ban Thường vụ Tỉnh ủy; Kế hoạch số 9-KH/TU ngày 04/4/2031 của Tỉnh ủy.",
        "Theo Quyết định số 418/QĐ-TTg năm 2030 của Thủ tướng Chính phủ; Quyết định số 418/QĐ-TTg ngày 03/3/2030.",
        "Theo Quyết định số 418/QĐ-TTg ngày 03/3/2030 của Thủ tướng Chính phủ; triển khai Quyết định số 418/QĐ-TTg năm 2031.",
        "Theo Luật Ban hành VBQPPL và Luật Ban hành văn bản quy phạm pháp luật.",
        "Theo Nghị quyết số 88-NQ/TW ngày 04/5/2031 của Bộ Chính trị; học tập Nghị quyết 88.",
        "Theo Kế hoạch số 08/KH-UBND ngày 01/2/2031 của UBND tỉnh; Kế hoạch số 8/KH-UBND ngày 01/2/2031 của Ủy ban nhân dân tỉnh Ví Dụ.",
        "Theo Nghị quyết số 88-NQ/TW ngày 04/5/2031 của Bộ Chính trị và Nghị quyết 88, UBND phường ban hành Kế hoạch.",
        "Theo Quyết định số 9/QĐ-UBND ngày 04/4/2031 của UBND tỉnh; thực hiện Quyết định số 9/QĐ-UBND của tỉnh.",
        "Theo Nghị quyết số 3-NQ/TU ngày 02/2/2031 của Ban Chấp hành Đảng bộ tỉnh khóa XV; thực hiện Nghị quyết số 3-NQ/TU; "
        "Nghị quyết số 3-NQ/TU của Tỉnh ủy Ví Dụ khóa XV.",
        "Theo Luật Thư viện (Luật số 46/2019/QH14); Luật Thư viện; Luật số 46/2019/QH14.",
        "Theo Nghị định số 78/2031/NĐ-CP ngày 01/4/2031 của Chính phủ; NĐ 78/2031; Nghị định 78/2031 của Chính phủ.",
        "Theo Nghị định 78/2031; Nghị định số 78/2031/NĐ-CP.",
        "Công ước Liên hợp quốc về quyền trẻ em; Công ước của Liên hợp quốc về Quyền trẻ em; Công ước về quyền của trẻ em.",
        "Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương (CPTPP); Hiệp định CPTPP.",
        "Công ước số 138 của Tổ chức Lao động quốc tế; Công ước 138 của ILO.",
        "Công ước Liên hợp quốc về Luật Biển năm 1982; Công ước về Luật Biển 1982.",
    ],
)
def test_one_act_has_one_id(corpus, text):
    assert len(set(ids(corpus, text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Theo Luật Thư viện ngày 21 tháng 11 năm 2019; khi Luật Thư viện (sửa đổi) có hiệu lực.",
        "Theo Luật Kiến trúc số 40/2019/QH14; Luật Kiến trúc số 99/2030/QH16.",
        "Theo Kế hoạch số 9/KH-UBND ngày 04/4/2031 của UBND tỉnh; Kế hoạch số 9/KH-UBND ngày 04/4/2031 của UBND phường.",
        "Theo Kế hoạch số 9/KH-UBND ngày 04/4/2031 của UBND tỉnh; thực hiện Kế hoạch số 9/KH-UBND của phường.",
        "Theo Quyết định số 418/QĐ-TTg ngày 03/3/2030; Quyết định số 418/QĐ-TTg ngày 05/5/2031.",
        "Theo Nghị định 78/2030; Nghị định số 78/2031/NĐ-CP.",
        "Công ước Liên hợp quốc về quyền trẻ em; Công ước Liên hợp quốc về chống tham nhũng.",
        "Hiệp định thương mại tự do Việt Nam - Hàn Quốc; Hiệp định thương mại tự do Việt Nam - Nhật Bản.",
        "Theo Quyết định số 418/QĐ-TTg năm 2029 của Thủ tướng Chính phủ; Quyết định số 418/QĐ-TTg ngày 05/5/2031.",
    ],
)
def test_two_acts_have_two_ids(corpus, text):
    assert len(set(ids(corpus, text))) == 2


def test_laws_counted_up_under_one_noun_are_those_named_with_it(corpus):
    first, second, *again = ids(corpus, "Phổ biến các luật: Thư viện, Kiến trúc; Luật Thư viện và Luật Kiến trúc.")
    assert [first, second] == again and first != second


def test_a_year_behind_a_list_is_that_of_each(corpus):
    found = ids(
        corpus,
        "Theo các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND năm 2029 của UBND tỉnh; Quyết định số 12/QĐ-UBND ngày 02/3/2029 của "
        "UBND tỉnh; Quyết định số 12/QĐ-UBND ngày 02/3/2030 của UBND tỉnh.",
    )
    assert found[0] == found[2] != found[3]


@pytest.mark.parametrize(
    "after",
    ["", " của đơn vị", ", Ủy ban nhân dân tỉnh về một việc", " do cấp trên ban hành", " ngày 05/5/2031", "[2]"],
)
def test_a_committee_that_is_not_read_is_nobodys(corpus, after):
    (identity,) = ids(corpus, f"Theo Kế hoạch số 9/KH-UBND{after}.")
    assert identity.startswith("chua-ro-co-quan/")


@pytest.mark.parametrize("between", [" ", "[3] ", "(3) ", "³ ", ", "])
def test_marks_and_commas_hide_no_issuer(corpus, between):
    text = f"Theo Quyết định số 21/QĐ-UBND{between}ngày 06/6/2031{between}của Ủy ban nhân dân tỉnh Ví Dụ."
    assert ids(corpus, text) == ["uy-ban-nhan-dan-vi-du/2031/21-qd-ubnd"]


def test_in_the_title_of_an_act_the_province_is_that_acts(corpus):
    found = ids(
        corpus,
        "Kế hoạch số 3/KH-UBND ngày 02/2/2031 của UBND tỉnh Hà Giang về thực hiện Nghị quyết số 7-NQ/TU ngày "
        "01/1/2031 của Ban Chấp hành Đảng bộ tỉnh; Chỉ thị số 5-CT/TU ngày 03/3/2031 của Thành ủy Thành phố.",
    )
    assert found[:2] == ["uy-ban-nhan-dan-ha-giang/2031/3-kh-ubnd", "tinh-uy-ha-giang/2031/7-nq-tu"]
    assert found[2] == "thanh-uy-vi-du/2031/5-ct-tu"


def test_an_unseen_character_in_a_symbol_makes_no_act(corpus):
    assert ids(corpus, "Theo Quyết định số 12/QĐ\u200b-UBND ngày 10/01/2030.") == []


def test_an_address_that_moved_leads_to_a_page_that_is_there(root):
    corpus = read_corpus(root)
    cited = {one.directive for plan in corpus.plans for one in cite(plan, corpus)}
    moved = [(old.strip("/").partition("/")[2], new.strip("/").partition("/")[2]) for old, new in corpus.redirects]
    assert moved
    assert all(new in cited and old not in cited for old, new in moved)
