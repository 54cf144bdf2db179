"""Resolving: number, issuer and date together; names with a reason; nothing where two would fit. And roles."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.directives.cite import cite, plan_directive_id
from corpus.directives.identity import (
    number_key,
    series,
    split_number,
    title_key,
)
from corpus.editors.propose import as_yaml, propose
from corpus.evaluation.measure import as_published, measure, measure_held_out
from corpus.model import Plan
from corpus.overview.figures import FIGURES_FILE
from corpus.read.clauses import parse_clauses
from corpus.schema import MODELS
from corpus.strict_yaml import load
from corpus.vocabulary import Role

DISTRICT = "duong-kinh/2023/khong-so-kh-ubnd"
CITY = "hai-phong/2025/362-qd-ubnd"


@pytest.fixture
def plan_saying(corpus):
    """``plan_saying(body, like)``: a plan with that body, of the place and day of the plan ``like``."""

    def build(body: str, like: str = CITY) -> Plan:
        model = corpus.plan[like]
        return replace(
            model, clauses=parse_clauses(f"# KẾ HOẠCH\n\n**Về một việc**\n\n## I. NỘI DUNG\n\n{body}"), tables=()
        )

    return build


@pytest.fixture
def cited(plan_saying, corpus):
    """Citations of a plan with the given body."""
    return lambda body, like=CITY: cite(plan_saying(body, like), corpus)


def known(corpus, citation):
    return citation.directive if citation.directive in corpus.directive else None


def test_the_labelled_set_is_met_and_its_figures_are_published(root, corpus):
    golden = root / "tests" / "golden"
    measured = measure(golden, corpus)
    assert measured.finding.figures()["f1"] >= 0.995
    assert measured.resolving.figures()["f1"] >= 0.99
    assert measured.roles.figures()["f1"] >= 0.95
    held_out = measure_held_out(golden / "held_out" / "citations.jsonl")
    published = json.loads((root / FIGURES_FILE).read_text(encoding="utf-8"))
    assert published == as_published(measured, held_out), "run scripts/measure_citations.py"


def test_one_number_of_two_years_is_told_apart_by_its_day(cited):
    first, second = cited(
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 13/6/2013 của Chính phủ; Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ."
    )
    assert (first.directive, second.directive) == ("chinh-phu/2013/76-nq-cp", "chinh-phu/2021/76-nq-cp")


def test_two_candidates_resolve_to_none_and_are_named(cited, corpus):
    (citation,) = cited("Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ.")
    assert known(corpus, citation) is None
    assert "chinh-phu/2013/76-nq-cp" in citation.reason and "chinh-phu/2021/76-nq-cp" in citation.reason


def test_the_one_named_before_with_its_day_is_meant_later(cited):
    _, later = cited(
        "- Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.\n- Sơ kết Nghị quyết số 76/NQ-CP."
    )
    assert later.directive == "chinh-phu/2021/76-nq-cp"


def test_a_number_without_issuer_is_the_one_named_before(cited):
    _, later = cited(
        "Theo Quyết định số 3943/QĐ-UBND ngày 29/12/2020 của Ủy ban nhân dân thành phố; nhiệm vụ tại Quyết định số 3943/QĐ-UBND.",
        DISTRICT,
    )
    assert later.directive == "uy-ban-nhan-dan-hai-phong/2020/3943-qd-ubnd"


def test_another_day_is_another_act(cited, corpus):
    (citation,) = cited("Thực hiện Nghị quyết số 76/NQ-CP ngày 20/5/2020 của Chính phủ.")
    assert citation.directive == "chinh-phu/2020/76-nq-cp"
    assert known(corpus, citation) is None
    assert citation.reason.startswith("cùng số, ký hiệu nhưng khác ngày")


@pytest.mark.parametrize(
    ("issuer", "directive"),
    [
        ("Ủy ban nhân dân quận", "uy-ban-nhan-dan-duong-kinh/2023/46-qd-ubnd"),
        ("UBND quận Dương Kinh", "uy-ban-nhan-dan-duong-kinh/2023/46-qd-ubnd"),
        ("Chủ tịch Ủy ban nhân dân quận", "uy-ban-nhan-dan-duong-kinh/2023/46-qd-ubnd"),
        ("Ủy ban nhân dân thành phố", None),
        ("Ủy ban nhân dân quận Hải An", None),
        ("Ủy ban nhân dân phường", None),
    ],
)
def test_the_same_number_of_another_committee_is_another_act(issuer, directive, cited, corpus):
    (citation,) = cited(f"Theo Quyết định số 46/QĐ-UBND ngày 11/01/2023 của {issuer}.", DISTRICT)
    assert known(corpus, citation) == directive


def test_party_bodies_of_one_place_share_a_series(cited):
    (citation,) = cited("Thực hiện Nghị quyết số 03-NQ/TU ngày 26/10/2021 của Thành ủy Hải Phòng.")
    assert citation.directive == "ban-thuong-vu-thanh-uy-hai-phong/2021/03-nq-tu"


def test_a_plan_of_the_corpus_is_a_directive(cited, corpus):
    (citation,) = cited("Thực hiện Kế hoạch số 45/KH-UBND ngày 03/3/2021 của Ủy ban nhân dân thành phố.", DISTRICT)
    assert citation.directive == plan_directive_id(corpus.plan["hai-phong/2021/45-kh-ubnd"])


def test_nothing_is_cited_before_it_is_issued(cited, corpus):
    (citation,) = cited("Theo Quyết định số 3470/QĐ-UBND của Ủy ban nhân dân thành phố.", DISTRICT)
    assert known(corpus, citation) is None


def test_names_resolve_through_the_register(cited):
    citations = cited("Đẩy mạnh Đề án 06 và Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 – 2030.")
    assert [c.directive for c in citations] == ["thu-tuong-chinh-phu/2022/06-qd-ttg", "chinh-phu/2021/76-nq-cp"]
    assert all("tên gọi" in c.reason for c in citations)


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        (
            "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII về một số vấn đề tiếp tục đổi mới, "
            "sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn",
            "ban-chap-hanh-trung-uong-dang/2017/18-nq-tw",
        ),
        (
            "Nghị quyết của Ban Thường vụ Thành ủy về chuyển đổi số thành phố Hải Phòng đến năm 2025",
            "ban-thuong-vu-thanh-uy-hai-phong/2021/03-nq-tu",
        ),
        # Too little of the subject, another subject, another issuer: not guessed.
        ("Nghị quyết của Ban Thường vụ Thành ủy về chuyển đổi", None),
        ("Nghị quyết của Ban Thường vụ Thành ủy về phát triển nhà ở xã hội đến năm 2025", None),
        ("Nghị quyết của Quốc hội về chuyển đổi số thành phố Hải Phòng đến năm 2025", None),
    ],
)
def test_an_act_named_by_issuer_and_subject(text, directive, cited, corpus):
    assert known(corpus, cited(f"Thực hiện {text}.")[0]) == directive


def test_a_law_of_two_years_needs_its_year(cited, corpus):
    old, new, bare = cited(
        "Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật Tổ chức chính quyền địa phương năm 2025; "
        "Luật Tổ chức chính quyền địa phương.",
        "chi-linh/2026/110-qd-ubnd",
    )
    assert old.directive == "quoc-hoi/2015/luat-to-chuc-chinh-quyen-dia-phuong"
    assert new.directive == "quoc-hoi/2025/luat-to-chuc-chinh-quyen-dia-phuong"
    assert known(corpus, bare) is None


def test_a_reference_back_means_the_only_one_of_its_kind(cited):
    first, back = cited(
        "Quán triệt Nghị quyết số 131/NQ-CP ngày 06/10/2022 của Chính phủ.\n\nSơ kết Nghị quyết nêu trên."
    )
    assert back.directive == first.directive


def test_a_reference_back_to_two_stays_open(cited):
    body = "Quán triệt Nghị quyết số 131/NQ-CP ngày 06/10/2022 và Nghị quyết số 38/NQ-CP ngày 02/4/2024 của Chính phủ; sơ kết Nghị quyết nêu trên."
    assert cited(body)[-1].directive is None


def test_an_unknown_directive_has_an_id_of_its_own_data(cited):
    citations = cited(
        "Theo Kế hoạch số 999/KH-UBND ngày 05/5/2021 của Ủy ban nhân dân thành phố và Chỉ thị số 12-CT/TU."
    )
    assert citations[0].directive == "uy-ban-nhan-dan-hai-phong/2021/999-kh-ubnd"
    assert citations[0].reason == "không có trong sổ văn bản"
    assert citations[1].directive.endswith("/khong-ngay/12-ct-tu")


def test_context_and_place_of_a_citation(cited):
    citation, inner = cited(
        "Căn cứ Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021."
    )
    assert (citation.anchor, citation.prefix) == ("i-doan-1", "Căn cứ ")
    assert citation.suffix.startswith(" về thực hiện") and len(citation.suffix) <= 40
    assert citation.issued == date(2021, 9, 2) and inner.within == citation.directive
    assert inner.role == citation.role == Role.LEGAL_BASIS


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Căn cứ Luật Đất đai năm 2024;", Role.LEGAL_BASIS),
        ("Căn cứ Luật Đầu tư công năm 2024; Nghị định số 85/2025/NĐ-CP;", Role.LEGAL_BASIS),
        ("Thực hiện Công điện số 05/CĐ-TTg, huyện triển khai phòng, chống cháy rừng.", Role.IMPLEMENTS),
        ("Bố trí vốn theo Nghị quyết số 25/NQ-HĐND của Hội đồng nhân dân tỉnh.", Role.IMPLEMENTS),
        ("Bám sát nội dung Chỉ thị số 10/CT-BGDĐT khi xây dựng kế hoạch năm học.", Role.IMPLEMENTS),
        ("Chủ rừng phải tuân thủ Nghị định số 156/2018/NĐ-CP khi khai thác.", Role.IMPLEMENTS),
        ("Các xã chấp hành nghiêm Chỉ thị số 12/CT-UBND về phòng cháy rừng.", Role.IMPLEMENTS),
        ("Sơ kết 03 năm Nghị quyết số 25/NQ-HĐND vào quý II.", Role.IMPLEMENTS),
        ("Tổng kết, khen thưởng; đọc Quyết định số 64/QĐ-UBND trước hội nghị.", Role.OTHER),
        ("Tổng kết Đề án theo lịch, sau đó gửi kèm Công văn số 9/UBND-VX.", Role.OTHER),
        ("Nghiệm thu các hạng mục của Quyết định số 64/QĐ-UBND.", Role.IMPLEMENTS),
        ("Nhà máy nước đáp ứng yêu cầu của Thông tư số 52/2024/TT-BYT.", Role.IMPLEMENTS),
        ("Quán triệt, phổ biến Luật Giao thông đường bộ năm 2008 đến học sinh.", Role.PUBLICISES),
        ("Tuyên truyền các văn bản mới: Luật Căn cước năm 2023; Nghị định số 70/2024/NĐ-CP.", Role.PUBLICISES),
        ("Tuyên truyền nếp sống mới; thi hành Luật Căn cước năm 2023.", Role.IMPLEMENTS),
        ("Tuyên truyền các nội dung: nếp sống mới; triển khai Luật Căn cước năm 2023.", Role.PUBLICISES),
        ("(Kèm theo Quyết định số 12/QĐ-SYT ngày 02/01/2024 của Sở Y tế)", Role.ISSUED_WITH),
        ("Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 15/TTr-SYT ngày 02/01/2024.", Role.OTHER),
    ],
)
def test_the_words_before_give_the_role(body, role, cited):
    assert {citation.role for citation in cited(body)} == {role}


@given(
    st.lists(
        st.sampled_from(
            (
                "Căn cứ ",
                "Nghị quyết ",
                "Luật Tổ chức Chính phủ ",
                "số 76/NQ-CP ",
                "số 46/QĐ-UBND ",
                "số 18 ",
                "số /KH-UBND ",
                "06",
                "ngày 15/7/2021 ",
                "năm 2019 ",
                "của Ủy ban nhân dân quận ",
                "của Hội Người cao tuổi ",
                "về chuyển đổi số ",
                "; ",
                "nêu trên ",
                "này ",
                "(kèm theo ",
                "Đề án 06 ",
                "- ",
                "\n\n",
                "a) ",
                "TCVN ISO 9001:2015 ",
            )
        ),
        max_size=25,
    ).map("".join)
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_citing_never_fails_and_quotes_the_passage(plan_saying, corpus, body):
    plan = plan_saying(body)
    passages = {(one.anchor, one.field): one.text for one in plan.passages}
    for citation in cite(plan, corpus):
        text = passages[citation.anchor, citation.field]
        assert citation.prefix + citation.text + citation.suffix in text
        assert text[citation.start : citation.end] == citation.text and citation.reason


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("76/NQ-CP", ("76", "NQ-CP")),
        ("61/2018/NĐ-CP", ("61/2018", "NĐ-CP")),
        ("62-KL/TW", ("62", "KL/TW")),
        ("30c/NQ-CP", ("30c", "NQ-CP")),
        ("169/2024/QH15", ("169/2024", "QH15")),
        ("06", ("06", None)),
        ("TCVN ISO 9001:2015", ("9001:2015", "TCVN ISO")),
    ],
)
def test_numbers_and_symbols_come_apart(full, parts):
    assert split_number(full) == parts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("08/QĐ-UBND", "8/QĐ-UBND", True),
        ("76/NQ-CP", "76/NQCP", True),
        ("30c/NQ-CP", "30/NQ-CP", False),
        ("12/2020/QĐ-UBND", "12/QĐ-UBND", False),
        ("62-KL/TW", "62-NQ/TW", False),
    ],
)
def test_what_makes_two_numbers_the_same(one, other, same):
    assert (number_key(one) == number_key(other)) is same


def test_chairman_and_committee_are_one_series_the_councils_is_another():
    assert series("a/chu-tich-uy-ban-nhan-dan") == series("a/uy-ban-nhan-dan") != series("a/hoi-dong-nhan-dan")
    assert series("trung-uong/bo-chinh-tri") == series("trung-uong/ban-chap-hanh-trung-uong-dang")


def test_names_are_compared_without_marks_of_print():
    assert title_key("Kế hoạch về “Phát triển” giai đoạn 2021 – 2025") == title_key(
        "KẾ HOẠCH phát triển giai đoạn 2021-2025"
    )


def test_a_proposed_entry_is_valid_and_says_where_it_is_from(plan_saying, corpus):
    plan = plan_saying(
        "- Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2022 của UBND thành phố về phòng, chống cháy rừng; Đề án 06."
    )
    entry = next(propose(plan, cite(plan, corpus), corpus)).directive
    assert (entry.id, entry.number, entry.symbol) == ("uy-ban-nhan-dan-hai-phong/2022/12-kh-ubnd", "12", "KH-UBND")
    assert (entry.title, entry.issuer) == ("Về phòng, chống cháy rừng", "hai-phong/uy-ban-nhan-dan")
    written = load(f"directives:\n{as_yaml(entry)}", 1).data
    (again,) = MODELS["directives"].model_validate(written).directives
    assert again == entry
