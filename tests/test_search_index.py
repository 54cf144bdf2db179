"""What the index is made of: words, records, names, and the scripts that carry them."""

from __future__ import annotations

import json

import pytest

from corpus.browser_scripts import bundle
from corpus.language.folding import plain, spell
from corpus.publishing.offline import offline_page
from corpus.search.catalogue import abbreviations
from corpus.search.chunks import chunk
from corpus.search.classic_script import classic_script
from corpus.search.pagefind_index import PagefindChanged, index_texts
from corpus.search.records import RecordSort, merge_repeats, plan_records
from corpus.search.search_words import accent_code, plain_words
from corpus.search.shards import parts


@pytest.fixture(scope="module")
def records(overview):
    return [record for here in overview.plans for record in plan_records(here, overview.corpus)]


def test_words_are_spelled_as_agreed_with_the_browser(root):
    for case in json.loads((root / "tests/golden/words.json").read_text(encoding="utf-8")):
        spelled = spell(case["word"])
        assert (spelled, plain(spelled), accent_code(spelled)) == (case["spelled"], case["plain"], case["code"])


def test_tasks_and_duties_are_told_from_clauses(records):
    assert {record.sort for record in records} == set(RecordSort)


def test_a_sentence_said_twice_is_one_result_in_two_places(records):
    merged = merge_repeats(records)
    texts = [(tuple(plain_words(record.text)), record.about) for record in merged]
    assert len(texts) == len(set(texts)) < len(records)
    assert sum(len(record.occurrences) for record in merged) == len(records)


def test_parts_hold_whole_plans_and_all_records(overview, records):
    made = list(parts(overview.plans, overview.corpus, size=150))
    assert len(made) > 1
    places = [where.url for part in made for record in part for where in record.occurrences]
    assert sorted(places) == sorted(where.url for record in records for where in record.occurrences)
    plans = [{where.url.split("#")[0] for record in part for where in record.occurrences} for part in made]
    assert sum(map(len, plans)) == len(overview.plans)


def test_abbreviations_come_from_glossary_and_agencies(overview):
    assert ("tthc", "Thủ tục hành chính") in abbreviations(overview)


def test_a_chunk_carries_bytes_and_line_separators_safely():
    script = chunk("a/b", {"x": b"\x00\xff", "y": "một\u2028hai"}).decode()
    assert script == 'keHoachMo.nhan("a/b",{"x":"0RI","y":"một\\u2028hai"});\n'


# --- Pagefind: fails loudly where its interface moved ----------------------------


@pytest.fixture(scope="module")
def pagefind():
    return index_texts(["mot hai ba", "hai ba bon", "nam"])


def test_pagefind_writes_what_is_read_of_it(pagefind):
    assert len(set(pagefind.pages)) == 3
    assert pagefind.chunks
    assert pagefind.entry["languages"]["vi"]["page_count"] == 3
    assert classic_script(pagefind.script).startswith("var pagefindClassic=")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("PagefindInstance", "Instance"),
        ("async search(", "async find("),
        ("var Pagefind=class{", "var Other=class{"),
        ("pagefind-entry.json", "entry.json"),
        (".pf_index", ".index"),
        ("load_wasm", "wasm"),
        ("export{", "export default{x:1};({"),
        ("const pagefind_version", 'import x from "y";const pagefind_version'),
        ("const pagefind_version", 'import("y");const pagefind_version'),
    ],
)
def test_a_moved_interface_of_pagefind_stops_the_build(pagefind, old, new):
    assert old in pagefind.script
    with pytest.raises(PagefindChanged):
        classic_script(pagefind.script.replace(old, new))


# --- one script of many modules --------------------------------------------------


def test_modules_become_one_script():
    modules = {
        "a/main": 'import { twice } from "../b/b.js";\nconst hidden = 1;\nwindow.x = twice(2);\n',
        "b/b": "const hidden = 2;\nexport function twice(a) {\n  return hidden * a;\n}\n",
    }
    script = bundle(modules, "a/main")
    assert script.index("module_b_b") < script.index("window.x")
    assert "import" not in script
    assert "export" not in script


@pytest.mark.parametrize("source", ["export default 1;\n", 'import x from "./b.js";\n', "export class A {}\n"])
def test_a_form_of_module_that_is_not_understood_stops_the_build(source):
    with pytest.raises(ValueError, match="main.js"):
        bundle({"main": source, "b": ""}, "main")


def test_modules_that_import_each_other_stop_the_build():
    with pytest.raises(ValueError, match="a > b > a"):
        bundle({"a": 'import { b } from "./b.js";\n', "b": 'import { a } from "./a.js";\n'}, "a")


# --- the archive ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "offline"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ("<a href=.>", "<a href=./index.html>"),
        ("<a href='van-ban/#x'>", "<a href='van-ban/index.html#x'>"),
        ('<form action="tim-kiem/">', '<form action="tim-kiem/index.html">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="https://a.vn/">', '<a href="https://a.vn/">'),
        ('<a href="mailto:a@b.vn">', '<a href="mailto:a@b.vn">'),
        ('<link href="../assets/site.css">', '<link href="../assets/site.css">'),
    ],
)
def test_links_to_folders_lead_to_their_pages(written, offline):
    assert offline_page(written) == offline
