"""How the citing of a directive changes from a plan to the one that follows it."""

from __future__ import annotations

import json
import shutil

import pytest
from built_site import read_url, squeeze

from corpus.overview.citing_changes import CitingPlace, _places, citing_changes
from corpus.overview.overview import see_together
from corpus.overview.quotes import Quote
from corpus.read.corpus_files import read_corpus
from corpus.vocabulary import ChangeKind, Role

CITY_2018, CITY_2021, CITY_2025 = "hai-phong/2018/24-kh-ubnd", "hai-phong/2021/45-kh-ubnd", "hai-phong/2025/362-qd-ubnd"
DIRECTIVE_13 = "thu-tuong-chinh-phu/2015/13-ct-ttg"


def quote(anchor: str, text: str, role: Role = Role.IMPLEMENTS, plan: str = "a") -> Quote:
    return Quote(plan, anchor, role, ((text, True),))


def test_a_reworded_citation_shows_its_words_and_one_that_went_is_said(overview):
    gone, reworded = citing_changes(DIRECTIVE_13, overview)
    assert [one.after.id for one in (gone, reworded)] == [CITY_2025, CITY_2021]
    assert (gone.kind, reworded.kind) == (ChangeKind.DROPPED, ChangeKind.REWORDED)
    (place,) = reworded.places
    runs = place.runs
    for quoted, left_out in ((place.after, "gone"), (place.before, "come")):
        said = "".join(text for text, _ in quoted.pieces)
        assert "".join("".join(run for kind, run in runs if kind != left_out).split()) == "".join(said.split())


def test_each_citation_of_both_plans_stands_in_a_step_once(overview):
    """Whatever is paired with what, nothing is lost and nothing is said twice."""
    seen = 0
    for directive in overview.directives:
        for change in citing_changes(directive, overview):
            for plan, side in ((change.before, "before"), (change.after, "after")):
                anchors = [one.anchor for place in change.places if (one := getattr(place, side))]
                cited = [
                    one
                    for one in overview.plan[plan.id].citations
                    if one.directive == directive and one.own_role not in (Role.SELF, Role.ISSUED_WITH)
                ]
                assert set(anchors) == {one.anchor for one in cited}
                assert len(anchors) == len(set(anchors)) or len(cited) >= len(anchors)
                seen += len(anchors)
    assert seen > 80


def test_the_number_that_a_plan_carries_is_no_citation_of_it(overview):
    assert citing_changes("uy-ban-nhan-dan-hai-phong/2025/362-qd-ubnd", overview) == ()


@pytest.mark.parametrize(
    ("old", "new", "taken_up", "expected"),
    [
        ([], [("x", "a")], (), [(None, "x")]),
        ([("x", "a")], [], (), [("x", None)]),
        ([("p", "a"), ("q", "b")], [("r", "b"), ("s", "a")], (("p", "s"),), [("p", "s"), ("q", "r")]),
        ([("p", "a")], [("r", "b"), ("s", "a")], (("p", "s"),), [("p", "s"), (None, "r")]),
        ([("p", "a"), ("p", "b")], [("s", "a")], (("p", "s"),), [("p", "s"), ("p", None)]),
    ],
)
def test_clauses_that_take_up_each_other_come_before_those_of_one_role(old, new, taken_up, expected):
    places = _places([quote(*one) for one in old], [quote(*one, plan="b") for one in new], frozenset(taken_up))
    found = [(one.before and one.before.anchor, one.after and one.after.anchor) for one in places]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_another_role_is_another_place():
    old, new = quote("x", "a", Role.LEGAL_BASIS), quote("y", "a", Role.PUBLICISES, plan="b")
    assert [one.kind for one in _places([old], [new], frozenset())] == [ChangeKind.NEW, ChangeKind.DROPPED]
    assert CitingPlace(old, new).kind is ChangeKind.KEPT


def test_a_plan_that_cites_what_replaced_it_says_so(corpus_root, tmp_path):
    root = tmp_path / "corpus"
    shutil.copytree(corpus_root, root)
    register = root / "plans" / "registers" / "directives.yml"
    text = register.read_text("utf-8")
    entry = "- id: chinh-phu/2024/38-nq-cp\n"
    assert entry in text
    where = text.index("    relations:\n", text.index(entry)) + len("    relations:\n")
    relation = f"      - type: replaces\n        directive: {DIRECTIVE_13}\n        source: {{plan: {CITY_2025}, anchor: ii-1-a-2}}\n"
    register.write_text(text[:where] + relation + text[where:], "utf-8")
    changes = citing_changes(DIRECTIVE_13, see_together(read_corpus(root), {}))
    assert [one.instead for one in changes] == [("chinh-phu/2024/38-nq-cp",), ()]


def test_the_page_tells_it_with_the_words_marked(site):
    page = read_url(site, f"van-ban/{DIRECTIVE_13}")
    headings = [squeeze(one.get_text()).removesuffix("#") for one in page.select("section.compared h3")]
    assert headings == [
        "2025 so với 2021, thành phố Hải Phòng: không còn viện dẫn",
        "2021 so với 2018, thành phố Hải Phòng: viện dẫn khác trước",
    ]
    assert page.select("section.compared ins, section.compared del")
    links = [link["href"] for link in page.select("section.compared p.where > a") if "so-sanh" in link["href"]]
    assert len(links) == 2


def test_the_data_lead_to_each_citing_clause_that_the_page_shows(site):
    text = (site / "data" / "directives.json").read_text(encoding="utf-8")
    row = next(one for one in json.loads(text) if one["id"] == DIRECTIVE_13)
    changes = row["citation_changes"]
    assert {(one["plan"], one["kind"]) for one in changes} == {(CITY_2025, "dropped"), (CITY_2021, "reworded")}
    links = {link["href"].rpartition("/ke-hoach/")[2] for link in read_url(site, row["url"]).select("a.to-clause")}
    for one in changes:
        for plan, anchor in ((one["plan"], one["anchor"]), (one["previous"], one["previous_anchor"])):
            assert anchor is None or f"{plan}/#{anchor}" in links


def test_the_index_of_letters_leads_to_an_abbreviation_itself(site):
    (link,) = [one["href"] for one in read_url(site, "tra-cuu/c/").select("ul.index a") if one.get_text() == "CCHC"]
    assert link.endswith("chu-viet-tat/#cchc")
    assert "cải cách hành chính" in read_url(site, "chu-viet-tat/").select_one("#cchc").get_text().lower()
