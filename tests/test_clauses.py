"""Clauses and their addresses: golden shapes, addresses that stay, marks that come back unchanged."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Plan
from corpus.prove.reading import read_source
from corpus.read.clauses import parse_clauses
from corpus.read.marks import parse_marks

WORDS = st.lists(
    st.sampled_from(
        ["kế", "hoạch", "cải", "cách", "hành", "chính", "năm", "2026", "của", "Ủy", "ban", "đ", "Đ", "(x)", "“y”"]
    ),
    min_size=1,
    max_size=6,
)
TEXTS = WORDS.map(" ".join)


def anchors(body: str) -> list[str]:
    return [clause.anchor for part in parse_clauses(body, tables=("bang-nhiem-vu", "bang-2")) for clause in part.walk()]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "# KẾ HOẠCH\n\n## II. HAI\n\n### 1. Một\n\na) x\n\n- y\n\n+ z",
            ["ke-hoach", "ii", "ii-1", "ii-1-a", "ii-1-a-1", "ii-1-a-1-1"],
        ),
        ("# KẾ HOẠCH\n\n## I. A\n\nđ) x\n\nd) y", ["ke-hoach", "i", "i-dd", "i-d"]),
        ("# KẾ HOẠCH\n\n## I. A\n\na) x\n\na) y\n\na) z", ["ke-hoach", "i", "i-a", "i-a-lan-2", "i-a-lan-3"]),
        ("# KẾ HOẠCH\n\n## I. A\n\na) x\n\n   tiếp\n\nb) y", ["ke-hoach", "i", "i-a", "i-a-doan-1", "i-b"]),
        ("# KẾ HOẠCH\n\n## I. A\n\na) x\n\nđoạn của mục", ["ke-hoach", "i", "i-a", "i-doan-1"]),
        (
            "# QUYẾT ĐỊNH\n\n**Tên**\n\nCăn cứ x;\n\nĐiều 1. x\n\n1. y\n\na) z",
            ["quyet-dinh", "quyet-dinh-tieu-de", "can-cu-1", "dieu-1", "dieu-1-1", "dieu-1-1-a"],
        ),
        ("# KẾ HOẠCH\n\n## I. A\n\n- x\n\n---\n\nTrên đây là y.", ["ke-hoach", "i", "i-1", "ke-hoach-ket-thuc-1"]),
        (
            "Số: 1/KH\n\n# KẾ HOẠCH\n\n**Nơi nhận:**\n- x;\n- y.\n\nCHỦ TỊCH\n\nA B",
            ["the-thuc", "the-thuc-1", "ke-hoach", "noi-nhan", "noi-nhan-1", "noi-nhan-2", "chu-ky"],
        ),
        ("# KẾ HOẠCH\n\n## I. A\n\n### 1. B\n\n#### 1.1. C\n\n1.2. d", ["ke-hoach", "i", "i-1", "i-1-1", "i-1-1-1-2"]),
        ("# PHỤ LỤC\n\n<!-- table -->\n\n<!-- table -->", ["phu-luc", "bang-nhiem-vu", "bang-2"]),
    ],
)
def test_addresses(body, expected):
    assert anchors(body) == expected


def test_addresses_stay_when_other_clauses_are_added(plans, corpus_root):
    """A new section at the end, and a new last point of a section, move no address there was."""
    for plan in plans:
        text = (corpus_root / plan.path).read_text("utf-8")
        body = text[text.index("\n---\n", 4) + 5 :]
        before = {(c.anchor, c.text) for part in parse_clauses(body) for c in part.walk()}
        heading = next(c for c in plan.walk() if c.kind == "heading" and c.number == "II")
        first_line = f"## II. {heading.text.splitlines()[0]}"
        assert first_line in body
        added = body.replace(first_line, f"## XL. MỤC MỚI\n\na) Điểm mới.\n\n   Đoạn mới.\n\n{first_line}")
        after = {(c.anchor, c.text) for part in parse_clauses(added) for c in part.walk()}
        assert before < after


def test_addresses_of_later_siblings_do_not_depend_on_what_stands_below_earlier_ones(plans, corpus_root):
    for plan in plans:
        text = (corpus_root / plan.path).read_text("utf-8")
        body = text[text.index("\n---\n", 4) + 5 :]
        before = [clause for part in parse_clauses(body, tables=("bang-nhiem-vu", "bang-2")) for clause in part.walk()]
        lines = [f"{c.marker} {c.text}" for c in before if c.kind in ("point", "item") and not c.children]
        line = next(line for line in lines if f"{line}\n\n" in body)
        changed = body.replace(line, f"{line}\n\n+ Ý mới.\n\n+ Ý mới nữa.", 1)
        kept = {clause.anchor for part in parse_clauses(changed, tables=("bang-nhiem-vu",)) for clause in part.walk()}
        assert {clause.anchor for clause in before} < kept


@given(st.lists(st.tuples(st.sampled_from(["a)", "b)", "-", "+", "1."]), TEXTS), min_size=1, max_size=12))
@settings(max_examples=150)
def test_no_word_is_lost_and_no_address_repeats(points):
    body = "# KẾ HOẠCH\n\n## I. MỤC\n\n" + "\n\n".join(f"{marker} {text}" for marker, text in points)
    clauses = [clause for part in parse_clauses(body, tables=("bang-nhiem-vu", "bang-2")) for clause in part.walk()]
    assert [(clause.marker, clause.text) for clause in clauses[2:]] == points
    assert len({clause.anchor for clause in clauses}) == len(clauses)


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", "**", "*", "[]"])), min_size=1, max_size=6))
@settings(max_examples=150)
def test_marks_come_back_where_they_were_put(pieces):
    raw, expected, plain = [], [], ""
    for text, mark in pieces:
        kind = {"**": "bold", "*": "italic", "[]": "uncertain"}.get(mark)
        if plain:
            plain += " "
        if kind:
            expected.append((len(plain), len(plain) + len(text), kind))
        plain += text
        raw.append(f"[{text}]{{?}}" if mark == "[]" else f"{mark}{text}{mark}")
    text, marks = parse_marks(" ".join(raw))
    assert text == plain
    assert [(mark.start, mark.end, mark.kind) for mark in marks] == expected


@given(st.text(alphabet="ab*[]{}?\\ (đ", max_size=40))
@settings(max_examples=300)
def test_any_text_keeps_its_letters(raw):
    """Marks take away only their own signs."""
    text, marks = parse_marks(raw)
    assert re.sub(r"[*\[\]{}?\\]", "", text) == re.sub(r"[*\[\]{}?\\]", "", raw)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)


@given(st.lists(st.tuples(st.sampled_from(["a) ", "b) ", "- ", ""]), TEXTS), min_size=1, max_size=10))
@settings(max_examples=100)
def test_what_is_declared_equal_reads_and_shows_the_same(blocks):
    """A plan typed as its source is proved without a single declaration."""
    from corpus.prove.compare import compare
    from corpus.prove.reading import read_plan_text

    body = "# KẾ HOẠCH\n\n## I. MỤC\n\n" + "\n\n".join(f"{marker}{text}" for marker, text in blocks)
    source = body.replace("# ", "").replace("#", "")
    plan = Plan("a/2020/1-kh", "p.md", None, parse_clauses(body), ())
    assert compare(read_source(source), read_plan_text(plan), "p.md", "s.txt").problems == ()
