"""Descent: which act rests on which, drawn and listed."""

from __future__ import annotations

import os
import re
import sys
from datetime import date

import pytest
from bs4 import BeautifulSoup

from corpus.directives.identity import plan_directive_id
from corpus.model import Corpus
from corpus.overview.entries import DirectiveEntry
from corpus.overview.lineage import Descent, Lineage, order_layers, trace_lineage
from corpus.pages.descent import abbreviate, act_sheets, grow
from corpus.pages.picture import BOX_HEIGHT, BOX_WIDTH, Node, draw, wrap
from corpus.schema import DirectiveRelation, Fact
from corpus.vocabulary import Relation, Role, Tier

WARD = "uy-ban-nhan-dan-chi-linh/2026/110-qd-ubnd"


NO_CORPUS = Corpus((), (), (), (), (), ())


def act(name: str, *relations: tuple[str, str], issued: date | None = None) -> DirectiveEntry:
    """An act ``a/2020/<name>`` with relations to others by type."""
    said = tuple(
        DirectiveRelation(type=Relation(kind), directive=f"a/2020/{other}", source=Fact(note="đặt ra để thử"))
        for kind, other in relations
    )
    return DirectiveEntry(f"a/2020/{name}", True, "kế hoạch", name, "KH-UBND", None, None, issued, None, relations=said)


def lineage_of(*acts: DirectiveEntry) -> Lineage:
    return trace_lineage(NO_CORPUS, (), {one.id: one for one in acts})


def pairs(descents) -> set[tuple[str, str]]:
    return {(one.child.split("/")[-1], one.parent.split("/")[-1]) for one in descents}


@pytest.fixture(scope="module")
def directives(overview):
    return overview.directives


@pytest.fixture(scope="module")
def lineage(overview):
    return overview.lineage


def test_a_ward_plan_descends_from_the_city_plan_and_the_resolution_of_the_right_year(lineage):
    parents = {descent.parent for descent in lineage.parents[WARD]}
    assert "uy-ban-nhan-dan-hai-phong/2026/247-qd-ubnd" in parents
    assert "chinh-phu/2021/76-nq-cp" in parents
    assert "chinh-phu/2013/76-nq-cp" not in parents


def test_what_a_plan_only_makes_known_it_does_not_rest_on(lineage, overview):
    here = overview.plan["chi-linh/2026/110-qd-ubnd"]
    roles = {}
    for citation in here.citations:
        roles.setdefault(citation.directive, set()).add(citation.role)
    only_known = {directive for directive, used in roles.items() if used == {Role.PUBLICISES}}
    assert only_known
    assert not only_known & {descent.parent for descent in lineage.parents[WARD]}


def test_descent_goes_through_the_register_to_the_top():
    found = lineage_of(act("1"), act("2", ("implements", "1")), act("3", ("amends", "2")))
    assert pairs(found.above(["a/2020/3"])) == {("3", "2"), ("2", "1")}
    assert pairs(found.below(["a/2020/1"])) == {("3", "2"), ("2", "1")}


def test_what_is_promulgated_rests_on_what_promulgates_it():
    assert pairs(lineage_of(act("1", ("promulgates", "2")), act("2")).descents) == {("2", "1")}


def test_a_relation_to_an_act_that_nobody_knows_is_no_descent():
    assert lineage_of(act("1", ("implements", "9"))).descents == ()


def test_a_loop_loses_the_descent_from_a_later_act():
    older, newer = date(2020, 1, 1), date(2021, 1, 1)
    found = lineage_of(act("1", ("implements", "2"), issued=older), act("2", ("implements", "1"), issued=newer))
    assert pairs(found.descents) == {("2", "1")}
    assert pairs(found.loops) == {("1", "2")}


def test_three_acts_in_a_ring_lose_one_descent():
    found = lineage_of(act("1", ("implements", "2")), act("2", ("implements", "3")), act("3", ("implements", "1")))
    assert len(found.descents) == 2 and len(found.loops) == 1


def test_columns_follow_levels_of_government_and_then_descent():
    why = (Role.IMPLEMENTS,)
    descents = [
        Descent(child, parent, why, None, None)
        for child, parent in (("c2", "c1"), ("t1", "c2"), ("t2", "t1"), ("w1", "c1"))
    ]
    tiers = {"c1": Tier.CENTRAL, "c2": Tier.CENTRAL, "t1": Tier.CITY, "t2": Tier.CITY, "w1": Tier.WARD, "x": None}
    layers = order_layers(list(tiers), descents, tiers)
    assert layers == {"x": 0, "c1": 1, "c2": 2, "t1": 3, "t2": 4, "w1": 5}


def test_a_chain_of_thousands_is_placed_without_recursion():
    names = [f"{number:05d}" for number in range(3000)]
    acts = [act(name, *([("implements", names[index - 1])] if index else [])) for index, name in enumerate(names)]
    found = lineage_of(*acts)
    layers = order_layers([one.id for one in reversed(acts)], found.descents, {one.id: Tier.CITY for one in acts})
    assert [layers[one.id] for one in acts] == list(range(3000))


def test_a_list_shows_every_act_and_unfolds_a_shared_one_once():
    found = lineage_of(
        act("1"),
        act("2", ("implements", "1")),
        act("3", ("implements", "2")),
        act("4", ("implements", "2"), ("implements", "3")),
    )
    top = grow("a/2020/4", found, upward=True)
    assert [branch.act[-1] for branch in top.branches] == ["2", "3"]
    assert [branch.act[-1] for branch in top.branches[0].branches] == ["1"]
    again = top.branches[1].branches[0]
    assert again.act[-1] == "2" and again.repeated and again.branches == ()


@pytest.mark.parametrize("most", [5, 40])
def test_a_picture_of_many_acts_goes_on_in_sheets_with_whole_plans_and_every_line(overview, lineage, most):
    sheets = act_sheets(overview, lineage, most)
    assert len(sheets) > 1
    wholes = []
    for here in overview.plans:
        above = lineage.above([plan_directive_id(here.plan, overview.corpus)])
        wholes.append({end for one in above for end in (one.child, one.parent)})
        assert any(wholes[-1] <= set(shown) for shown in sheets), here.plan.id
    assert all(len(shown) <= most or set(shown) in wholes for shown in sheets)
    assert all(any({one.child, one.parent} <= set(shown) for shown in sheets) for one in lineage.descents)
    (one,) = act_sheets(overview, lineage, most=10_000)
    assert set(one) == {end for one in lineage.descents for end in (one.child, one.parent)}


# --- the picture ------------------------------------------------------------------


def made_picture() -> str:
    nodes = [
        Node(f"n{i}", (f"Văn bản {i}", "2020"), f"Văn bản {i}", f"../van-ban/{i}/", list(Tier)[i % 4])
        for i in range(24)
    ]
    descents = [
        Descent(f"n{i}", f"n{j}", (Role.IMPLEMENTS,), None, None)
        for i in range(24)
        for j in range(24)
        if i % 4 > j % 4 and (i * j) % 5 == 1
    ]
    return str(draw(nodes, descents, "Sơ đồ <thử>"))


def test_each_act_is_a_link_with_its_name_and_no_style_stands_in_the_picture():
    svg = BeautifulSoup(made_picture(), "html.parser").svg
    assert svg["aria-label"] == "Sơ đồ <thử>"
    assert len(svg.find_all("a", href=True)) == 24
    assert all(link.title.get_text() for link in svg.find_all("a"))
    assert not svg.find_all(style=True)


def test_boxes_do_not_overlap_and_stay_inside():
    svg = BeautifulSoup(made_picture(), "html.parser").svg
    corners = [(float(rect["x"]), float(rect["y"])) for rect in svg.find_all("rect")]
    for index, (x, y) in enumerate(corners):
        assert 0 <= x <= float(svg["width"]) - BOX_WIDTH and 0 <= y <= float(svg["height"]) - BOX_HEIGHT
        for left, top in corners[index + 1 :]:
            assert abs(x - left) >= BOX_WIDTH or abs(y - top) >= BOX_HEIGHT


def test_lines_lead_from_parents_on_the_left_to_children_on_the_right():
    svg = BeautifulSoup(made_picture(), "html.parser").svg
    for path in svg.find_all("path"):
        numbers = [float(number) for number in re.findall(r"-?\d+", path["d"])]
        assert numbers[0] < numbers[-2]


def test_another_process_draws_the_same_picture(root, process):
    script = "import sys; sys.path.insert(0, 'tests'); from test_lineage import made_picture; sys.stdout.buffer.write(made_picture().encode())"
    drawn = set()
    for seed in ("1", "2"):
        done = process(
            [sys.executable, "-c", script],
            cwd=root,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        )
        drawn.add(done.stdout)
    assert drawn == {made_picture().encode()}


def test_a_picture_of_nothing_is_a_picture():
    assert str(draw([], [], "Trống")).startswith("<svg")


def test_labels_are_cut_after_whole_words():
    assert wrap("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ", 2) == (
        "Luật sửa đổi, bổ sung một số",
        "điều của Luật Tổ chức Chính…",
    )
    assert abbreviate("Chủ tịch Ủy ban nhân dân phường Chí Linh") == "Chủ tịch UBND phường Chí Linh"


@pytest.mark.parametrize(
    "url", ["so-do/", "ke-hoach/chi-linh/2026/110-qd-ubnd/so-do/", "ke-hoach/hai-phong/2018/24-kh-ubnd/so-do/"]
)
def test_the_list_says_all_that_the_picture_shows(site, url):
    page = BeautifulSoup((site / url / "index.html").read_text(encoding="utf-8"), "html.parser")
    drawn = {
        without_so(link.find("text", class_="label-1").get_text().rstrip("…")) for link in page.select(".picture svg a")
    }
    listed = without_so(page.h1.get_text() + page.select_one(".descent-list").get_text(" "))
    assert len(drawn) > 5
    assert [label for label in sorted(drawn) if label not in listed] == []


def without_so(text: str) -> str:
    """``text`` without the word "số", which labels in boxes leave out."""
    return " ".join(word for word in text.split() if word != "số")
