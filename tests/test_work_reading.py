"""What tells work from words: sections, labelled fields, sentences, notes by grade, dismissals, coverage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.check.oddity import uncovered
from corpus.check.wording import find_doubled, find_wording
from corpus.language.years import read_period
from corpus.link import Registers, link_plan
from corpus.model import Clause
from corpus.pages.grading import grade, pattern
from corpus.schema import Dismissal, Note
from corpus.vocabulary import Certainty, Dismissed, NoteGrade, NoteKind
from corpus.work.assigning import read_assignment
from corpus.work.coverage import measure_coverage
from corpus.work.labels import read_fields, read_shares
from corpus.work.sections import Section, read_section


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("TỔ CHỨC THỰC HIỆN", Section.ORGANISING),
        ("Phần thứ ba. TỔ CHỨC THỰC HIỆN", Section.ORGANISING),
        ("KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN", Section.ORGANISING),
        ("Trách nhiệm của các sở, ban, ngành và UBND các xã, phường", Section.ORGANISING),
        ("Tổ chức triển khai các hoạt động tuyên truyền", Section.OTHER),
        ("Hoàn thiện quy định về trách nhiệm của các cơ quan trong chuyển đổi số", Section.OTHER),
        ("ĐÁNH GIÁ TÌNH HÌNH TỔ CHỨC TRIỂN KHAI NĂM 2023", Section.DESCRIBING),
        ("Cơ sở dữ liệu đất đai", Section.OTHER),
        ("MỤC ĐÍCH, YÊU CẦU", Section.OTHER),
        ("KINH PHÍ THỰC HIỆN", Section.FUNDING),
        ("Chế độ thông tin, báo cáo", Section.REPORTING),
    ],
)
def test_a_section_is_told_by_its_whole_heading(heading, section):
    assert read_section(Clause("i", "heading", "I.", "I", heading, (), 1, 2)) is section


def test_fields_end_where_the_next_begins_or_their_bracket_closes():
    text = "Quan trắc (chủ trì: Sở A; phối hợp: Sở B (khi cần); địa điểm: ven biển; thời gian: Quý I) định kỳ."
    assert [(field.label.value, field.value) for field in read_fields(text)] == [
        ("lead", "Sở A"),
        ("coordinating", "Sở B (khi cần)"),
        ("other", "ven biển"),
        ("time", "Quý I"),
    ]
    assert read_fields("Nâng cao trách nhiệm phối hợp giữa các cơ quan.") == ()


def test_who_leads_may_stand_behind_the_names():
    assert read_shares("Sở Y tế (chủ trì), Sở Nội vụ (phối hợp)") == ("Sở Y tế", "Sở Nội vụ")
    assert read_shares("Sở Y tế, Sở Nội vụ") is None


def test_what_was_done_assigns_nothing():
    assert read_assignment("Năm 2024, Sở Y tế đã chủ trì, phối hợp với Sở Nội vụ tổ chức 10 lớp.") is None
    assert read_assignment("Sở Y tế chủ trì, phối hợp với Sở Nội vụ tổ chức 10 lớp.") is not None


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Phát triển nhà ở giai đoạn 2026 - 2030, tầm nhìn đến năm 2045", (2026, 2030)),
        ("Thực hiện Chiến lược đến năm 2030", (2025, 2030)),
        ("Thực hiện Chương trình giai đoạn 2021 - 2025 năm 2025", None),
        ("Cải cách hành chính năm 2025", None),
    ],
)
def test_a_title_may_name_several_years(title, period):
    assert read_period(title, 2025) == period


@pytest.mark.parametrize(
    ("quote", "meant", "kind", "expected"),
    [
        ("110 /QĐ-UBND", "110/QĐ-UBND", NoteKind.SYMBOL, (NoteGrade.PRESENTATION, "Dấu cách")),
        ("Par Index", "PAR Index", NoteKind.NAME, (NoteGrade.PRESENTATION, "Chữ hoa, chữ thường")),
        ("phòng ban, cơ quan", "phòng, ban, cơ quan", NoteKind.FORMAT, (NoteGrade.PRESENTATION, "Dấu câu")),
        ("Qúy II", "Quý II", NoteKind.MISPRINT, (NoteGrade.PRESENTATION, "Dấu thanh, dấu mũ")),
        ("lòng ghép", "lồng ghép tốt", NoteKind.FORMAT, (NoteGrade.WORDING, None)),
        ("năm 2019", "năm 2020", NoteKind.DATE, (NoteGrade.CONTENT, None)),
    ],
)
def test_a_note_is_graded_by_what_it_would_change(quote, meant, kind, expected):
    note = Note(at="i", quote=quote, kind=kind, problem="x", meant=meant, certainty=Certainty.CERTAIN)
    assert grade(note) is expected[0]
    assert expected[1] is None or pattern(note) == expected[1]


def test_equal_syllables_of_two_words_are_no_slip():
    assert list(find_doubled("chạy song song, thực hiện hiện đại hóa, từ từ")) == []
    assert len(list(find_doubled("của các các sở"))) == 1
    assert len(list(find_doubled("đẩy mạnh đẩy mạnh tuyên truyền"))) == 1


def test_a_person_dismisses_a_finding_a_mention_and_a_body(corpus):
    plan = corpus.plan["hai-phong/2025/362-qd-ubnd"]
    registers = Registers.of(corpus)
    found = link_plan(plan, registers)
    odd = next(iter(find_wording(plan)))
    cited, named = found.citations[-1], next(one for one in found.mentions if one.agencies)
    dismissed = [
        Dismissal(what=what, at=at, quote=quote, reason="đặt ra để thử")
        for what, at, quote in (
            (Dismissed.FINDING, odd.at, odd.quote),
            (Dismissed.MENTION, cited.anchor, cited.text),
            (Dismissed.BODY, named.anchor, named.text),
        )
    ]
    changed = replace(plan, meta=plan.meta.model_copy(update={"dismissed": dismissed, "notes": []}))
    again = link_plan(changed, registers)
    assert not [one for one in again.citations if (one.anchor, one.text) == (cited.anchor, cited.text)]
    assert not [one for one in again.mentions if (one.anchor, one.text) == (named.anchor, named.text)]
    assert not [one for one in uncovered([odd], changed) if (one.at, one.quote) == (odd.at, odd.quote)]


def test_coverage_lists_what_looks_like_an_assignment_and_became_none(corpus):
    plan = corpus.plan["hai-phong/2018/24-kh-ubnd"]
    record = link_plan(plan, Registers.of(corpus))
    whole = measure_coverage(plan, record.tasks, record.duties, record.reports)
    nothing = measure_coverage(plan, (), (), ())
    assert whole.looking == nothing.looking == len(nothing.missed)
    assert set(whole.missed) < set(nothing.missed)
