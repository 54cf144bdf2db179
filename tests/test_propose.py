"""Entries proposed for the register: what they say, and that confirming them keeps every sentence linked."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.directives.cite import cite
from corpus.editors.propose import as_yaml, propose, refuse
from corpus.editors.propose_bodies import ProposedBody, body_as_yaml, propose_bodies, with_agency
from corpus.evaluation.composed_plans import plan_of, read_plans, with_places
from corpus.link import Registers, link_plan
from corpus.model import Clause, Corpus, Plan
from corpus.read.corpus_files import read_corpus
from corpus.schema import Agency
from corpus.strict_yaml import load

GOLDEN = Path(__file__).parent / "golden"


def composed(corpus: Corpus) -> list[tuple[Plan, Corpus]]:
    """The composed plans of other places, each with a corpus that knows its place."""
    return [
        (plan_of(head["plan"], rows), with_places(corpus, head["plan"]))
        for head, rows in read_plans(GOLDEN / "held_out" / "plans.jsonl")
    ]


def test_confirming_any_proposal_or_all_sure_ones_unlinks_no_sentence(corpus):
    elsewhere = read_corpus(GOLDEN / "elsewhere")
    plans = [(plan, one) for one in (corpus, elsewhere) for plan in one.plans] + composed(corpus)
    offered = 0
    for plan, known in plans:
        before = cite(plan, known)
        proposals = list(propose(plan, before, known))
        offered += len(proposals)
        assert [(plan.id, one.directive.id, one.unlinked) for one in proposals if one.unlinked] == []
        sure = {one.directive.id: one.directive for one in proposals if one.sure}
        after = cite(plan, replace(known, directives=(*known.directives, *sure.values())))
        for was, now in zip(before, after, strict=True):
            # What an added title names ("phê duyệt Quy hoạch …") may lead there now, from nowhere known.
            assert now.directive == was.directive or (was.directive not in sure and now.directive in sure), was.text
    assert offered > 200


def proposals(corpus: Corpus, *texts: str) -> dict[str, object]:
    clauses = tuple(Clause(f"a-{at}", "paragraph", "", "", text, (), 1) for at, text in enumerate(texts))
    plan = replace(corpus.plan["hai-phong/2025/362-qd-ubnd"], clauses=clauses)
    return {one.directive.id: one for one in propose(plan, cite(plan, corpus), corpus)}


def test_a_laws_title_is_its_name(corpus):
    found = proposals(corpus, "Căn cứ Luật Trồng trọt ngày 19 tháng 11 năm 2018;", "Theo Điều 4 Luật Trồng trọt.")
    law = found["quoc-hoi/2018/luat-trong-trot"]
    assert (law.directive.title, law.sure) == ("Luật Trồng trọt", True)
    assert len(law.directive.sources) == 2


@pytest.mark.parametrize(
    "after",
    [", UBND thành phố ban hành Kế hoạch như sau:", ", Sở Y tế xây dựng kế hoạch.", "; các văn bản khác."],
)
def test_a_title_ends_where_the_plans_sentence_goes_on(corpus, after):
    found = proposals(
        corpus, f"Thực hiện Quyết định số 977/QĐ-TTg ngày 02/3/2024 của Thủ tướng Chính phủ về bảo vệ chim di cư{after}"
    )
    assert found["thu-tuong-chinh-phu/2024/977-qd-ttg"].directive.title == "Về bảo vệ chim di cư"


def test_a_title_that_quotes_ends_at_the_closing_mark(corpus):
    found = proposals(
        corpus,
        "Căn cứ Quyết định số 9/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt “Chương trình một, hai; ba” và "
        "Kế hoạch số 4/KH-UBND ngày 02/2/2021 của UBND thành phố về việc một;",
    )
    assert found["thu-tuong-chinh-phu/2020/9-qd-ttg"].directive.title == "Phê duyệt “Chương trình một, hai; ba”"


def test_each_fact_comes_from_the_sentence_that_prints_it(corpus):
    found = proposals(
        corpus,
        "Theo Quyết định số 978/QĐ-TTg.",
        "Quyết định số 978/QĐ-TTg ngày 02/3/2024 của Thủ tướng Chính phủ về muối.",
    )
    entry = found["thu-tuong-chinh-phu/2024/978-qd-ttg"].directive
    assert (str(entry.issued), entry.issuer, entry.title) == ("2024-03-02", "trung-uong/thu-tuong-chinh-phu", "Về muối")


def test_what_may_be_known_already_is_named_and_not_sure(corpus):
    found = proposals(corpus, "Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Bộ Nội vụ về một việc.")
    (proposal,) = found.values()
    assert proposal.doubles == ("chinh-phu/2021/76-nq-cp",) and not proposal.sure


def test_a_refused_directive_is_not_proposed_again(corpus):
    text = "Theo Quyết định số 977/QĐ-TTg ngày 02/3/2024 của Thủ tướng Chính phủ."
    refused = replace(corpus, refused=frozenset({"thu-tuong-chinh-phu/2024/977-qd-ttg"}))
    assert proposals(corpus, text) and not proposals(refused, text)


def test_refusals_stand_in_the_register_before_its_entries():
    once = refuse("# Sổ\ndirectives:\n  - id: a\n", "x/2024/1")
    assert refuse(once, "y/2024/2") == "# Sổ\nrefused:\n  - y/2024/2\n  - x/2024/1\n\ndirectives:\n  - id: a\n"


def test_everything_sure_is_added_at_once_and_an_entry_can_be_edited_first(root, tmp_path, command, monkeypatch):
    shutil.copytree(root / "plans", tmp_path / "plans")
    plan = tmp_path / "plans" / "hai-phong" / "2021" / "45-kh-ubnd.md"
    cited = "- Bám sát Quyết định số 977/QĐ-TTg ngày 02/3/2020 của Thủ tướng Chính phủ; Kế hoạch số 9/KH-UBND ngày 02/3/2020."
    body = plan.read_text(encoding="utf-8")
    plan.write_text(
        body.replace("## II. NỘI DUNG THỰC HIỆN", f"{cited}\n\n## II. NỘI DUNG THỰC HIỆN"), encoding="utf-8"
    )
    register = tmp_path / "plans" / "registers" / "directives.yml"
    named = ("propose_directives", "hai-phong/2021/45-kh-ubnd", "--root", tmp_path)
    assert command(*named, "--sure").returncode == 0
    text = register.read_text(encoding="utf-8")
    assert "2020/977-qd-ttg" in text and "2020/9-kh-ubnd" not in text
    editor = tmp_path / "sua.py"
    editor.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\np.write_text(p.read_text('utf-8').replace('title: null', 'title: Về muối'), 'utf-8')\n",
        "utf-8",
    )
    shown = command(*named, "--print").stdout
    answers = "".join("s\n" if "/9-kh-ubnd" in line else "k\n" for line in shown.splitlines() if "- id:" in line)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {editor}")
    assert command(*named, given=answers).returncode == 0
    grown = read_corpus(tmp_path)
    assert grown.directive["chua-ro-co-quan/2020/9-kh-ubnd"].title == "Về muối"
    assert len(grown.refused) == answers.count("k")


def test_an_entry_is_written_as_the_register_reads_it(corpus):
    found = proposals(corpus, "Theo Quyết định số 977/QĐ-TTg ngày 02/3/2024 của Thủ tướng Chính phủ về “muối: nước”.")
    assert as_yaml(found["thu-tuong-chinh-phu/2024/977-qd-ttg"].directive).startswith(
        '  - id: thu-tuong-chinh-phu/2024/977-qd-ttg\n    number: "977"\n'
    )


# --- bodies ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def other_places() -> Corpus:
    return read_corpus(GOLDEN / "elsewhere")


@pytest.fixture(scope="module")
def proposed(other_places) -> dict[str, ProposedBody]:
    registers = Registers.of(other_places)
    records = [link_plan(plan, registers) for plan in other_places.plans]
    return {one.agency.id: one for one in propose_bodies(records, registers.bodies)}


def test_a_body_is_proposed_once_with_its_place_level_kind_and_sentences(proposed):
    one = proposed["dak-lak/hiep-hoi-ca-phe-buon-ma-thuot"]
    assert (one.agency.name, one.agency.place) == ("Hiệp hội Cà phê Buôn Ma Thuột", "dak-lak")
    assert (one.agency.body, one.agency.level, one.sure) == ("association", "mass-organisation", True)
    assert len(one.sentences) == 2 and all("Hiệp hội Cà phê Buôn Ma Thuột" in text for _, _, text in one.sentences)
    assert [fact.anchor for fact in one.agency.sources] == ["ii-1-1", "iii-4"]


def test_many_at_once_are_no_body_and_what_may_be_another_tiers_is_not_sure(proposed):
    assert not [one for one in proposed if "/cac-" in one]
    assert not proposed["tuyen-quang/tram-y-te"].sure, "which commune's is not said"
    assert proposed["tuyen-quang/trung-tam-y-te-khu-vuc-na-hang"].sure


def test_all_sure_bodies_together_make_their_names_known_and_change_no_other(other_places, proposed):
    sure = tuple(one.agency for one in proposed.values() if one.sure)
    assert len(sure) > 20
    before, after = (
        Registers.of(other_places),
        Registers.of(replace(other_places, agencies=(*other_places.written_agencies, *sure))),
    )
    added = {agency.id for agency in sure}
    linked = [link_plan(plan, after) for plan in other_places.plans]
    for plan, now in zip(other_places.plans, linked, strict=True):
        for old, new in zip(link_plan(plan, before).tasks, now.tasks, strict=True):
            assert set(old.lead) | set(old.coordinating) == (set(new.lead) | set(new.coordinating)) - added
    left = propose_bodies(linked, after.bodies)
    assert not [one.agency.id for one in left if one.sure]


@pytest.mark.parametrize(
    "register", ["places: []\nagencies: []\ngroups: []\n", "agencies:\n  - id: a/b\n\ngroups: []\n"]
)
def test_an_entry_goes_behind_the_last_agency(register, proposed):
    entry = body_as_yaml(proposed["dak-lak/hiep-hoi-ca-phe-buon-ma-thuot"].agency)
    data = load(with_agency(register, entry)).data
    assert data["agencies"][-1]["id"] == "dak-lak/hiep-hoi-ca-phe-buon-ma-thuot" and data["groups"] == []
    assert Agency.model_validate(data["agencies"][-1]).name == "Hiệp hội Cà phê Buôn Ma Thuột"
