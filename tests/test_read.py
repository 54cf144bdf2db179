"""Strict reading: YAML as people expect it, and every kind of bad file said with its line."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from newcomers import GUIDE_PLAN, guide_example

from corpus.characters import NO_UNSEEN
from corpus.problem import CorpusError, Problem
from corpus.read.corpus_files import read_corpus, try_read_corpus
from corpus.read.plan_text import parse_plan
from corpus.strict_yaml import YamlError, load
from corpus.vocabulary import TableKind

ODD = Path(__file__).parent / "awful" / "odd"
PLAN = "plans/xa-la/2020/01-kh-ubnd.md"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: no", {"a": "no"}),  # not False
        ("a: on", {"a": "on"}),
        ("a: 05", {"a": "05"}),  # not 5
        ("a: 5", {"a": 5}),
        ("a: -5", {"a": -5}),
        ("a: 1.10", {"a": "1.10"}),  # not 1.1
        ("a: 2021-03-03", {"a": "2021-03-03"}),  # not a date
        ("a: 12:30", {"a": "12:30"}),  # not 750
        ("a: 0x10", {"a": "0x10"}),
        ("a: 1e3", {"a": "1e3"}),
        ("a: true", {"a": True}),
        ("a: True", {"a": "True"}),
        ("a: null", {"a": None}),
        ("a:", {"a": None}),
        ('a: "5"', {"a": "5"}),
        ("a: |-\n  x\n  y", {"a": "x\ny"}),
        ("", None),
    ],
)
def test_yaml_reads_as_it_looks(text, data):
    assert load(text).data == data


def test_lines_are_those_of_the_file():
    located = load("a: 1\nb:\n  - c: 2\n    d: 3\n  - e: 4\n", first_line=10)
    assert located.lines["a",] == 10
    assert located.lines["b", 0, "d"] == 13
    assert located.line(("b", 1, "unknown")) == 14


@pytest.mark.parametrize(
    ("text", "line", "must"),
    [
        ("a: 1\na: 2", 2, "mỗi trường chỉ được viết một lần"),
        ("a: [1", 1, "phải là YAML đúng cú pháp"),
        ("a: 1\n\tb: 2", 2, "phải là YAML đúng cú pháp"),
        ("a: 1\n1: 2", 2, "tên trường phải là chữ"),
        ("a: !python/object:os.system x", 1, "không dùng thẻ YAML (!)"),
        ("a: x\nb: \x07", 2, NO_UNSEEN),
    ],
)
def test_bad_yaml_is_said_with_its_line(text, line, must):
    with pytest.raises(YamlError) as caught:
        load(text)
    assert (caught.value.line, caught.value.must) == (line, must)


@pytest.fixture
def changed(tmp_path):
    """``changed(path, old, new)``: problems of reading the odd corpus with one file changed."""

    def read(path: str, old: str, new: str | bytes) -> list[Problem]:
        shutil.copytree(ODD / "plans", tmp_path / "plans", dirs_exist_ok=True)
        file = tmp_path / path
        data = file.read_bytes()
        assert old.encode() in data
        file.write_bytes(data.replace(old.encode(), new if isinstance(new, bytes) else new.encode(), 1))
        return try_read_corpus(tmp_path)[1]

    return read


def test_the_unchanged_corpus_reads_without_a_problem(changed):
    assert changed(PLAN, "title:", "title:") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "must"),
    [
        ("title: Những chỗ lạ năm 2020\n", "", 2, "title: phải có trường này"),
        ("symbol: KH", "simbol: KH", 4, "simbol: trường này không có trong quy định"),
        ("issued: 2020-03-02", "issued: 2020-13-02", 6, "issued: phải là một ngày có thật trong lịch"),
        ("issued: 2020-03-02", "issued: 02/3/2020", 6, "issued: phải là ngày dạng"),
        ('number: "01"', "number: 1", 3, "number: phải là chữ"),
        ('number: "01"', 'number: ""', 3, "number: không được để trống"),
        ("level: ward", "level: phuong", 8, "level: phải là một trong"),
        ("recipients: []", "recipients: {}", 12, "recipients: phải là danh sách"),
        ("year: 2020", "year: '2020'", 10, "year: phải là số nguyên"),
        ("title: Những", b"title: Nh\xff", 2, "phải là chữ mã UTF-8"),
        ("Những chỗ", "Như\u0303ng chỗ", 2, "chữ phải ở dạng Unicode dựng sẵn"),
    ],
)
def test_bad_front_matter_is_said_with_its_line(old, new, line, must, changed):
    problems = changed(PLAN, old, new)
    assert any(p.path == PLAN and p.line == line and p.must.startswith(must) for p in problems), problems


def test_problems_of_all_files_come_together(tmp_path):
    shutil.copytree(ODD / "plans", tmp_path / "plans")
    for path, old, new in (
        (PLAN, "level: ward", "level: phuong"),
        ("plans/registers/agencies.yml", "tier: central", "tier: sao"),
        ("plans/registers/glossary.yml", "terms: []", "terms: [{term: x}]"),
    ):
        file = tmp_path / path
        file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_corpus(tmp_path)
    assert {problem.path for problem in caught.value.problems} == {
        PLAN,
        "plans/registers/agencies.yml",
        "plans/registers/glossary.yml",
    }
    assert caught.value.problems == sorted(caught.value.problems)


def test_windows_line_ends_read_the_same(tmp_path):
    shutil.copytree(ODD / "plans", tmp_path / "plans")
    before = try_read_corpus(tmp_path)[0].plans
    file = tmp_path / PLAN
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert try_read_corpus(tmp_path)[0].plans == before


def test_values_become_what_they_mean(corpus):
    meta = corpus.plan["hai-phong/2021/45-kh-ubnd"].meta
    assert (meta.number, meta.issued, meta.year) == ("45", date(2021, 3, 3), 2021)
    assert corpus.plan["duong-kinh/2023/khong-so-kh-ubnd"].meta.number is None


def test_a_table_of_strokes_is_read_as_if_it_were_declared(tmp_path, root):
    """As clerks paste them: the same rows as in the declared table, each on its own line of the file."""
    example = guide_example((root / "content/huong-dan/index.md").read_text("utf-8"))
    front, body = example[GUIDE_PLAN].split("tables:\n")
    strokes = """| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | Kinh phí |
|---|---|---|---|---|
| I | Trồng cây | | | |
| 1 | Trồng 100 cây bóng mát | Phòng Văn hóa - Xã hội phường | Qúy II/2030 | 20 triệu đồng |
| 2 | Chăm sóc cây<br>đã trồng | | Thường xuyên | |
"""
    text = f"{front}---\n{body.split('---', 1)[1].replace('<!-- table -->', strokes)}"
    problems = []
    plan = parse_plan(text, "tan-an/2030/07-kh-ubnd", GUIDE_PLAN, problems)
    declared = parse_plan(example[GUIDE_PLAN], "tan-an/2030/07-kh-ubnd", GUIDE_PLAN, problems)
    assert problems == [] and [table.kind for table in plan.tables] == [TableKind.TASKS]
    assert plan.tables[0].columns == declared.tables[0].columns
    assert [row.anchor for row in plan.rows] == [row.anchor for row in declared.rows]
    assert plan.rows[2].cell("title").text == "Chăm sóc cây\nđã trồng"
    assert text.split("\n")[plan.rows[2].line - 1].startswith("| 2 |")
