"""Pages about directives: quotes, identity and sources, conflicts, completeness, feeds, and the list in a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import feedparser
import pytest
from bs4 import BeautifulSoup
from built_site import read_url, squeeze, wait_until
from corpora import seen_of

from corpus.addresses import DIRECTIVE_FEED
from corpus.check.checked import check_overview
from corpus.check.cited import find_cited
from corpus.check.conflicts import (
    find_disagreements,
    find_doubtful_days,
    find_impossible_dates,
    find_namesakes,
    find_two_dates,
    find_two_numbers,
)
from corpus.data.directive_feeds import feed_entries
from corpus.language.sentences import sentence_span
from corpus.overview.citing import trace_citing
from corpus.overview.figures import FIGURES_FILE, UNSEEN_FILE, UNSEEN_PLANS_FILE, read_figures
from corpus.overview.overview import see_together
from corpus.overview.publication import Publication
from corpus.overview.quotes import quotes
from corpus.pages.completeness import completeness_pages
from corpus.pages.directive import directive_pages
from corpus.pages.plan import plan_page
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import CorpusFiles, read_corpus
from corpus.read.history import History
from corpus.vocabulary import ReferenceForm, Role

RESOLUTION = "chinh-phu/2021/76-nq-cp"
SENTENCES = [
    ("Một. Theo Nghị quyết số 76/NQ-CP của Chính phủ. Hai.", "76/NQ-CP", "Theo Nghị quyết số 76/NQ-CP của Chính phủ."),
    ("Căn cứ Luật A ngày 19/6/2015; Luật B;", "Luật A", "Căn cứ Luật A ngày 19/6/2015; Luật B;"),
    ("UBND TP. Hải Phòng theo 76/NQ-CP. Sau đó", "76/NQ-CP", "UBND TP. Hải Phòng theo 76/NQ-CP."),
    ("- Ý một\n- Ý hai theo 76/NQ-CP\n- Ý ba", "76/NQ-CP", "- Ý hai theo 76/NQ-CP"),
    ("Nghị quyết số\n76/NQ-CP ngày 15/7/2021", "Nghị quyết số\n76/NQ-CP", "Nghị quyết số\n76/NQ-CP ngày 15/7/2021"),
    ("Có gì? Theo 76/NQ-CP! Rồi", "76/NQ-CP", "Theo 76/NQ-CP!"),
    ("Tăng 1.5 lần theo 76/NQ-CP v.v. và", "76/NQ-CP", "Tăng 1.5 lần theo 76/NQ-CP v.v. và"),
    ("(“Xong.” Theo 76/NQ-CP.)", "76/NQ-CP", "Theo 76/NQ-CP.)"),
]


@pytest.fixture(scope="module")
def directives(overview):
    return overview.directives


@pytest.fixture(scope="module")
def elsewhere(root):
    """Plans of other places and subjects, overview."""
    folder = root / "tests" / "golden" / "elsewhere"
    corpus = read_corpus(folder)
    return see_together(corpus, prove_corpus(corpus, CorpusFiles(folder)))


# --- quotes -------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "mention", "sentence"), SENTENCES)
def test_a_mention_is_quoted_in_its_sentence(text, mention, sentence):
    start = text.index(mention)
    left, right = sentence_span(text, start, start + len(mention))
    assert text[left:right] == sentence


@pytest.mark.parametrize("name", ["overview", "elsewhere"])
def test_every_mention_is_quoted_whole_and_no_word_is_cut(name, request):
    for here in request.getfixturevalue(name).plans:
        texts = {(passage.anchor, passage.field): passage.text for passage in here.plan.passages}
        for citation in here.citations:
            quote = quotes([citation], here.plan)[0]
            sentence, text = "".join(piece for piece, _ in quote.pieces), texts[citation.anchor, citation.field]
            at = text.index(sentence)
            assert [piece for piece, mention in quote.pieces if mention] == [citation.text]
            assert not (text[:at][-1:] + sentence[:1]).isalnum() or at == 0
            assert not (sentence[-1:] + text[at + len(sentence) :][:1]).isalnum() or text.endswith(sentence)


def test_mentions_of_one_role_in_one_sentence_share_a_quote(overview):
    here = overview.plan["chi-linh/2026/110-qd-ubnd"]
    cited = [one for one in here.citations if one.directive == RESOLUTION and one.anchor == "ii-1-d"]
    assert len(cited) > 1
    found = quotes(cited, here.plan)
    assert len(found) == 1 and sum(mention for _, mention in found[0].pieces) == len(cited)


# --- the page of a directive ----------------------------------------------------------


def test_a_mention_is_linked_by_its_official_citation(site):
    shown = [
        squeeze(link.get_text()) for link in read_url(site, f"van-ban/{RESOLUTION}").select("ul.quotes a.to-clause")
    ]
    assert (
        "căn cứ thứ 2 Quyết định số 110/QĐ-UBND ngày 22/01/2026 của Chủ tịch Ủy ban nhân dân phường Chí Linh" in shown
    )


def test_two_resolutions_of_one_number_never_share_a_page(site):
    of_2013, of_2021 = (read_url(site, f"van-ban/chinh-phu/{year}/76-nq-cp") for year in (2013, 2021))
    assert "2011 - 2020" in of_2013.select_one("p.lead").get_text()
    assert "13/6/2013" not in of_2021.select_one("ul.quotes").get_text()


def test_sources_that_disagree_stand_side_by_side(site, directives):
    entry = directives["ban-chap-hanh-trung-uong-dang/2017/19-nq-tw"]
    page = read_url(site, entry.url)
    other = next(s.value for d in find_disagreements(entry) for s in d.statements if not s.chosen)
    cells = [squeeze(cell.get_text()) for cell in page.select("table.facts td")]
    assert other in cells and any(entry.title in cell for cell in cells)


def test_relations_are_shown_from_both_sides(site):
    amending, amended = (
        read_url(site, "van-ban/chinh-phu/2013/76-nq-cp"),
        read_url(site, "van-ban/chinh-phu/2011/30c-nq-cp"),
    )
    assert amending.select_one("#quan-he").find_next("ul").select('a[href*="2011/30c-nq-cp"]')
    assert amended.select_one("#quan-he").find_next("ul").select('a[href*="2013/76-nq-cp"]')


def test_what_is_cited_with_it_stands_in_the_same_clause(overview):
    citing = trace_citing(RESOLUTION, overview)
    clauses = {(one.plan, one.anchor) for one in citing.citations}
    for other, number in citing.together:
        beside = {(one.plan, one.anchor) for one in overview.citations_of[other]} & clauses
        assert len(beside) == number
    assert RESOLUTION not in dict(citing.together)
    assert citing.years == tuple(sorted({overview.corpus.plan[plan].meta.year for plan in citing.plans}))


def test_bodies_whose_work_rests_on_it_are_named(site, overview):
    names = {
        squeeze(link.get_text())
        for link in read_url(site, f"van-ban/{RESOLUTION}").select(
            "#co-quan-thuc-hien ~ * a.agency, #co-quan-thuc-hien ~ a.agency"
        )
    }
    expected = {overview.corpus.agency[one.body].name for one in overview.work.resting_on(RESOLUTION)}
    assert expected and expected <= names


def test_plans_of_other_places_get_their_pages(elsewhere):
    directives = elsewhere.directives
    pages = {page.url: page.write().markdown for page in directive_pages(seen_of(elsewhere))}
    assert set(pages) == {entry.url for entry in directives.values()}
    page = next(completeness_pages(elsewhere, check_overview(elsewhere), None))
    total = sum(len(here.citations) for here in elsewhere.plans)
    assert f'data-label="Lần viện dẫn">{total}<' in page.write().markdown


def test_a_standard_a_law_and_a_party_document_are_named_as_people_name_them(directives):
    assert directives["tieu-chuan-quoc-gia/2015/tcvn-iso-9001-2015"].name == "Tiêu chuẩn TCVN ISO 9001:2015"
    assert directives["quoc-hoi/2025/luat-to-chuc-chinh-phu"].name == "Luật Tổ chức Chính phủ"
    assert directives["bo-chinh-tri/2023/62-kl-tw"].name == "Kết luận số 62-KL/TW"
    assert directives["uy-ban-nhan-dan-duong-kinh/2023/khong-so-kh-ubnd"].name.startswith("Kế hoạch tuyên truyền")


def test_a_mention_that_says_too_little_is_still_seen_to_be_open(overview, checked):
    here = overview.plan["hai-phong/2025/362-qd-ubnd"]
    first = next(one for one in here.citations if one.directive == RESOLUTION)
    here = replace(
        here, citations=tuple(replace(one, directive=None) if one is first else one for one in here.citations)
    )
    overview = replace(overview, plans=tuple(here if one.plan.id == here.plan.id else one for one in overview.plans))
    page = BeautifulSoup(plan_page(seen_of(overview, checked), here.plan.id).write().markdown, "html.parser")
    assert [link.get_text() for link in page.select('a.unresolved[href*="do-day-du/#chua-xac-dinh"]')] == [first.text]


# --- conflicts ------------------------------------------------------------------------


def change(overview, plan: str, directive: str, /, **values):
    """The corpus with the first mention of ``directive`` in ``plan`` changed."""
    plans = []
    for here in overview.plans:
        if here.plan.id == plan:
            first = next(one for one in here.citations if one.directive == directive and one.issued)
            here = replace(
                here, citations=tuple(replace(one, **values) if one is first else one for one in here.citations)
            )
        plans.append(here)
    return replace(overview, plans=tuple(plans))


def impossible_days(overview):
    cited = {here.plan.id: find_cited(here.plan, here.citations, overview.corpus) for here in overview.plans}
    return find_impossible_dates(overview, cited)


def test_no_number_of_the_corpus_has_two_dates(overview):
    assert list(find_two_dates(overview)) == []


def test_one_number_with_two_dates_in_different_plans_is_a_conflict(overview):
    changed = change(overview, "hai-phong/2025/362-qd-ubnd", RESOLUTION, issued=date(2021, 7, 16))
    conflict = next(iter(find_two_dates(changed)))
    assert "15/7/2021, 16/7/2021" in conflict.problem
    assert len({witness.plan for witness in conflict.witnesses}) > 1


def test_days_after_the_plan_and_days_of_no_calendar_are_impossible(overview):
    late = change(overview, "hai-phong/2025/362-qd-ubnd", RESOLUTION, issued=date(2025, 3, 1))
    assert any("01/3/2025" in conflict.problem for conflict in impossible_days(late))
    wrong = change(overview, "hai-phong/2025/362-qd-ubnd", RESOLUTION, text="Nghị quyết số 76/NQ-CP ngày 31/6/2021")
    assert any("31/6/2021" in conflict.problem for conflict in impossible_days(wrong))


def test_two_numbers_for_one_act_are_found_and_two_acts_cited_side_by_side_are_not(overview):
    found = {conflict.directives for conflict in find_two_numbers(overview)}
    assert ("uy-ban-nhan-dan-chi-linh/2026/08-qd-ubnd", "uy-ban-nhan-dan-chi-linh/2026/10-qd-ubnd") in found
    assert not any("18-nq-tw" in one for pair in found for one in pair)


def test_namesakes_are_told_apart(overview):
    found = [{entry.id for entry in entries} for entries in find_namesakes(overview)]
    assert found == [{"chinh-phu/2013/76-nq-cp", "chinh-phu/2021/76-nq-cp"}]


def test_an_unknown_year_of_a_known_number_is_doubted_and_no_namesake(overview, directives):
    known = directives[RESOLUTION]
    stub = replace(known, id="chinh-phu/2012/76-nq-cp", known=False, issued=date(2012, 7, 15))
    changed = change(overview, "hai-phong/2025/362-qd-ubnd", RESOLUTION, directive=stub.id, issued=stub.issued)
    vars(changed)["directives"] = {**directives, stub.id: stub}
    conflicts = list(find_doubtful_days(changed))
    assert len(conflicts) == 1 and "15/7/2012" in conflicts[0].problem and "15/7/2021" in conflicts[0].problem
    assert [witness.plan for witness in conflicts[0].witnesses] == ["hai-phong/2025/362-qd-ubnd"]
    assert list(find_namesakes(changed)) == list(find_namesakes(overview))


# --- completeness ---------------------------------------------------------------------


def test_figures_come_from_the_file_that_was_measured(site, corpus_root):
    measured = json.loads((corpus_root / FIGURES_FILE).read_text(encoding="utf-8"))
    text = squeeze(read_url(site, "do-day-du").get_text(" "))
    for name in ("finding", "resolving", "roles"):
        row = measured[name]
        assert f"{row['right']} / {row['given']} / {row['wanted']}" in text
    assert f"trong {measured['texts']} đoạn văn" in text


def test_figures_of_the_first_unseen_run_are_shown(site, corpus_root):
    first = json.loads((corpus_root / UNSEEN_FILE).read_text(encoding="utf-8"))
    text = squeeze(read_url(site, "do-day-du").get_text(" "))
    plans = json.loads((corpus_root / UNSEEN_PLANS_FILE).read_text(encoding="utf-8"))["runs"]
    aside = [run[name] for run in plans if run["part"] == "aside" for name in ("finding", "roles", "identity")]
    assert len(aside) == 6
    for row in (first["finding"], first["roles"], *aside):
        assert f"{row['right']} / {row['given']} / {row['wanted']}" in text


def test_the_first_sight_of_every_part_of_composed_plans_is_published(root):
    lines = (root / "tests/golden/held_out/plans.jsonl").read_text(encoding="utf-8").splitlines()
    parts = {head["part"] for head in map(json.loads, lines) if "plan" in head}
    assert {run.part for run in read_figures(root).unseen_plans.runs} == parts


def test_without_figures_the_page_says_so(overview, checked, tmp_path):
    assert read_figures(tmp_path) is None
    page = next(completeness_pages(overview, checked, None)).write().markdown
    assert "không có kết quả đo" in page and "F1" not in page


def test_every_form_that_is_measured_has_a_name_for_readers(root):
    assert set(read_figures(root).forms) <= set(ReferenceForm)


# --- feeds ----------------------------------------------------------------------------


def test_a_feed_has_an_entry_for_each_sentence_and_leads_to_it(site, overview):
    feed = feedparser.parse((site / "van-ban" / RESOLUTION / DIRECTIVE_FEED).read_bytes())
    citing = trace_citing(RESOLUTION, overview)
    sentences = [
        quote
        for plan in citing.plans
        for quote in quotes([c for c in citing.citations if c.plan == plan], overview.corpus.plan[plan])
    ]
    assert not feed.bozo and len(feed.entries) == len(sentences)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert [entry.updated for entry in feed.entries] == sorted((entry.updated for entry in feed.entries), reverse=True)
    for entry in feed.entries:
        address, _, anchor = entry.link.partition("#")
        target = (site / "van-ban" / RESOLUTION / address).resolve() / "index.html"
        assert f'id="{anchor}"' in target.read_text(encoding="utf-8")


def test_a_new_plan_adds_entries_and_changes_none(overview, directives, corpus_root):
    entry = directives[RESOLUTION]
    publication = Publication(History(corpus_root, {}))
    before = list(feed_entries(entry, replace(overview, plans=overview.plans[1:]), publication))
    after = list(feed_entries(entry, overview, publication))
    assert len(after) > len(before) and after[-len(before) :] == before


# --- the list in a browser -------------------------------------------------------------

SCREENS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}


@pytest.fixture(params=SCREENS)
def page(request, chromium, server):
    context = chromium.new_context(viewport=SCREENS[request.param])
    context.set_default_timeout(8000)
    page = context.new_page()
    page.goto(server + "van-ban/")
    yield page
    context.close()


def shown(page) -> list[str]:
    links = page.locator("#van-ban tbody tr:visible td:first-child > a:first-child")
    return [text.strip() for text in links.all_text_contents()]  # rows far below are not laid out yet


def count(page) -> int:
    return int(re.match(r"\d+", page.locator("#so-van-ban").inner_text())[0])


def test_the_list_is_filtered_by_each_of_its_fields(page, directives):
    everything = len(directives)
    assert count(page) == everything == len(shown(page))
    page.get_by_label("Cơ quan ban hành", exact=True).select_option("Chính phủ")
    page.get_by_label("Loại", exact=True).select_option("nghị quyết")
    assert {name.split(" số ")[0] for name in shown(page)} == {"Nghị quyết"}
    page.get_by_label("Năm", exact=True).select_option("2021")
    assert shown(page) == ["Nghị quyết số 76/NQ-CP"]
    page.get_by_role("button", name="Bỏ lọc").click()
    wait_until(page, "!location.search")
    page.get_by_label("Vai trò", exact=True).select_option(Role.LEGAL_BASIS)
    page.get_by_label("Số kế hoạch viện dẫn", exact=True).select_option("3")
    assert shown(page) == ["Nghị quyết số 76/NQ-CP"]
    page.get_by_role("button", name="Bỏ lọc").click()
    page.get_by_label("Chỉ văn bản chưa xác định được", exact=True).check()
    assert count(page) == sum(not entry.known for entry in directives.values())


def test_words_are_found_with_and_without_marks(page):
    page.get_by_label("Có chữ", exact=True).fill("chuyen doi so")
    wait_until(page, "location.search.includes('tu=')")
    plain = shown(page)
    assert "Nghị quyết số 03-NQ/TU" in plain
    page.get_by_label("Có chữ", exact=True).fill("khong co dau nao the nay")
    page.locator("#khong-co").wait_for()
    assert shown(page) == []


def test_an_address_keeps_the_choice(page, server):
    page.goto(server + "van-ban/?loai=lu%E1%BA%ADt&xep=nam&nam=kh%C3%B4ng-c%C3%B3")
    assert page.get_by_label("Loại", exact=True).input_value() == "luật"
    assert page.get_by_label("Năm", exact=True).input_value() == ""
    assert shown(page) and all(name.startswith("Luật") for name in shown(page))


def test_the_list_is_sorted_by_keyboard_and_what_has_no_year_comes_last(chromium, server):
    page = chromium.new_page(viewport=SCREENS["desktop"])
    page.goto(server + "van-ban/")
    head = page.locator("#van-ban th", has_text="Năm")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    years = page.locator("#van-ban tbody tr").evaluate_all("rows => rows.map(row => row.dataset.year)")
    known = [year for year in years if year]
    assert known == sorted(known) and years[len(known) :] == [""] * (len(years) - len(known))
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    years = page.locator("#van-ban tbody tr").evaluate_all("rows => rows.map(row => row.dataset.year)")
    assert [year for year in years if year] == sorted(known, reverse=True) and years[-1] == ""
    page.close()


def test_without_script_the_whole_list_reads_and_the_form_is_away(chromium, server, directives):
    context = chromium.new_context(java_script_enabled=False, viewport=SCREENS["phone"])
    page = context.new_page()
    page.goto(server + "van-ban/")
    assert page.locator("#van-ban tbody tr").count() == len(directives)
    assert page.locator("#loc-van-ban").is_hidden()
    context.close()


def test_the_picture_opens_and_scrolls_in_its_own_box_by_keyboard(chromium, server):
    page = chromium.new_page(viewport=SCREENS["phone"])
    page.goto(server + "so-do/")
    box = page.locator(".picture")
    assert not box.is_visible()
    page.press(".picture-fold > summary", "Enter")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "document.querySelector('.picture').scrollLeft > 0")
    page.close()


def test_a_day_that_an_editor_doubts_is_doubted_at_the_head_of_the_page(overview):
    """The register gives the day as printed; the note of the plan that printed it says what is meant."""
    doubted = {one: doubts for one in overview.directives if (doubts := trace_citing(one, overview).doubts)}
    assert doubted
    pages = {page.url: page for page in directive_pages(seen_of(overview))}
    for identity, doubts in doubted.items():
        head = (
            BeautifulSoup(pages[overview.directives[identity].url].write().markdown, "lxml")
            .find("dl", "summary")
            .get_text()
        )
        for doubt in doubts:
            assert doubt.note.meant in head
            assert doubt.note.quote in overview.corpus.plan[doubt.plan].passage_at[doubt.anchor, "text"].text


def test_a_law_named_in_the_title_of_a_legal_basis_is_no_basis(overview):
    inner = [
        one for record in overview.plans for one in record.citations if one.within and one.role is Role.LEGAL_BASIS
    ]
    assert inner
    assert {one.own_role for one in inner} == {Role.OTHER}
