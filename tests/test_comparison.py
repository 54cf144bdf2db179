"""Two plans of one line side by side: pairs against labels, what changed, and how bad input is borne."""

from __future__ import annotations

import pytest
from built_site import read_url, squeeze
from corpora import ROOT

from corpus.evaluation.pairings import measure_pairings, read_labels
from corpus.overview.comparison import compare_plans
from corpus.overview.pairing import pair_statements
from corpus.overview.statements import statements
from corpus.vocabulary import ChangeKind

CITY_2021, CITY_2025 = "hai-phong/2021/45-kh-ubnd", "hai-phong/2025/362-qd-ubnd"
DISTRICT, WARD = "duong-kinh/2023/khong-so-kh-ubnd", "chi-linh/2026/110-qd-ubnd"
LABELS = read_labels(ROOT / "tests" / "golden" / "comparison.yml")


@pytest.mark.parametrize("label", LABELS, ids=lambda label: f"{label.before} {label.after}")
def test_clauses_are_paired_as_a_reader_pairs_them(corpus, label):
    [(_, score)] = measure_pairings(corpus, [label])
    assert score.count.figures()["f1"] >= 0.95, score


def test_labels_name_statements_that_there_are(corpus):
    for label in LABELS:
        said = [{one.anchor for one in statements(corpus.plan[plan])} for plan in (label.before, label.after)]
        for pair in label.pairs | label.open:
            assert pair[0] in said[0] and pair[1] in said[1], pair


def test_a_plan_compared_with_itself_is_kept_whole(overview, plans):
    for plan in plans:
        compared = overview.compared(plan.id, plan.id)
        assert {row.kind for row in compared.rows} == {ChangeKind.KEPT} and compared.carried == 1
        assert all(row.before == row.after and not row.moved for row in compared.rows)


@pytest.mark.parametrize(("plan", "above"), [(WARD, CITY_2025), (DISTRICT, CITY_2021)])
def test_a_plan_stands_beside_the_latest_of_the_place_above_it_of_its_time(overview, plan, above):
    assert overview.above[plan].id == above


def test_a_plan_with_none_above_it_has_none(overview):
    assert CITY_2021 not in overview.above


def test_a_sentence_used_for_two_bodies_is_paired_under_its_own_heading(overview):
    rows = overview.compared(CITY_2021, CITY_2025).before_of
    assert rows["v-5-c"].before.anchor == "iv-6-3" and rows["v-6-c"].before.anchor == "iv-7-5"


def test_two_sentences_that_became_one_are_both_shown(overview):
    row = overview.compared(CITY_2021, CITY_2025).before_of["v-6-a"]
    assert [row.before.anchor, *(one.anchor for one in row.joined)] == ["iv-7-2", "iv-7-3"]


def test_a_clause_put_under_another_heading_is_moved_not_new(overview, corpus, reread):
    source = (ROOT / "tests" / "golden" / "corpus" / corpus.plan[CITY_2021].path).read_text(encoding="utf-8")
    line = next(one for one in source.splitlines() if "Đẩy mạnh ứng dụng Công nghệ thông tin" in one)
    under = next(one for one in source.splitlines() if "Phối hợp với Sở Tài chính thẩm định việc đề xuất" in one)
    moved = source.replace(line + "\n", "").replace(under, f"{under}\n{line}")
    plan = reread(corpus.plan[CITY_2021].path, moved)
    pairing = pair_statements(corpus.plan[CITY_2021], plan, ())
    new = next(one for one in statements(plan) if one.text.startswith("Đẩy mạnh ứng dụng Công nghệ"))
    assert pairing.pairs["iv-1-4"] == new.anchor and new.above[-1] == "iv-3"


def test_a_sentence_that_keeps_the_year_of_the_earlier_plan_is_kept(corpus, reread, corpus_root):
    before = corpus.plan[CITY_2025]
    text = (corpus_root / before.path).read_text(encoding="utf-8").replace("year: 2025", "year: 2026")
    after = reread(before.path, text)
    rows = compare_plans(before, after, pair_statements(before, after, ())).rows
    assert any("2025" in row.after.text for row in rows) and {row.kind for row in rows} == {ChangeKind.KEPT}


def test_the_page_says_which_figures_changed(site):
    page = read_url(site, f"ke-hoach/{CITY_2025}/so-sanh/")
    rows = [[squeeze(cell.get_text()) for cell in row.select("td")][1:] for row in figures_of(page)]
    assert ["06 cuộc", "02 cuộc"] in rows and ["ICT Index", "DTI"] in rows and len(rows) == 2


def figures_of(page):
    return page.select_one("#so-lieu").find_next("tbody").select("tr")


def test_the_page_says_to_whom_work_went_and_what_came(site):
    page = read_url(site, f"ke-hoach/{DISTRICT}/so-voi-cap-tren/")
    rows = [[squeeze(cell.get_text(" ")) for cell in row.select("td")] for row in work_of(page)]
    passed = {(row[1], row[2]) for row in rows}
    assert ("Sở Nội vụ thành phố Hải Phòng", "Phòng Nội vụ quận Dương Kinh") in passed
    news = squeeze(read_url(site, f"ke-hoach/{CITY_2025}/so-sanh/").select_one("#viec-moi").find_next("ul").get_text())
    assert "Tổ chức xuất bản ấn phẩm truyền thông về cải cách hành chính nhà nước" in news


def work_of(page):
    return page.select_one("#doi-co-quan").find_next("tbody").select("tr")


def test_a_clause_leads_to_where_it_stood_before_and_the_mark_is_no_text(site):
    page = read_url(site, f"ke-hoach/{CITY_2025}/")
    mark = page.select_one("#i-2-c a.since")
    assert mark["href"] == "so-sanh/#cau-i-2-c" and mark["data-year"] == "2021" and not mark.get_text()
    assert page.select_one("#i-1-dd a.since") is None
    target = read_url(site, f"ke-hoach/{CITY_2025}/so-sanh/").select_one("#cau-i-2-c")
    assert "Giữ nguyên" in target.get_text()


def test_words_that_came_and_went_are_marked(site):
    row = read_url(site, f"ke-hoach/{CITY_2025}/so-sanh/").select_one("#cau-v-2-a")
    assert [squeeze(mark.get_text()) for mark in row.select("ins")] == [",", "thay thế,"]
