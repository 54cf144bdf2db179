"""The finder: spans that are the text, the forms of reference, and work that grows with the length only."""

from __future__ import annotations

import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.directives.find import find_mentions
from corpus.directives.find.scanner import scan

PIECES = (
    "Nghị quyết ",
    "Quyết định ",
    "Kế hoạch ",
    "Luật ",
    "Đề án ",
    "Chương trình tổng thể ",
    "TCVN ISO ",
    "số ",
    "số: ",
    "các ",
    "76/NQ-CP",
    "12/QĐ-UBND",
    "62-KL/TW",
    "61/2018/NĐ-CP",
    "9001:2015",
    "/KH-UBND",
    "…/QĐ-UBND",
    "06",
    "18, ",
    ", ",
    " và ",
    "; ",
    ". ",
    "\n",
    "\n\n",
    " ngày 15/7/2021",
    " ngày 31/02/2020",
    " ngày     tháng     năm 2023",
    " của Chính phủ",
    " của Ủy ban nhân dân thành phố",
    " về thực hiện ",
    " ban hành ",
    "điểm a khoản 2 Điều 5 ",
    "Tổ chức Chính phủ",
    "sửa đổi, bổ sung một số điều của ",
    "(",
    ")",
    "“",
    "”",
    "này",
    "nêu trên",
    "Công ước ",
    "Hiệp định ",
    "CPTPP",
    "Liên hợp quốc về ",
    "luật: ",
    "Đất đai",
    "e\u0323",
    "\u0301",
    "\ufeff",
    "𝟙",
)
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(texts)
@settings(max_examples=300)
def test_spans_are_the_text_and_nothing_raises(text):
    mentions = find_mentions(text)
    assert all(text[one.start : one.end] == one.text and one.text for one in mentions)
    assert [(one.start, -one.end) for one in mentions] == sorted((one.start, -one.end) for one in mentions)
    assert len({(one.start, one.end) for one in mentions}) == len(mentions)


@given(texts)
@settings(max_examples=150)
def test_a_title_belongs_to_another_mention_before_it(text):
    mentions = find_mentions(text)
    for place, mention in enumerate(mentions):
        assert mention.within is None or (mention.within < place and mentions[mention.within].start <= mention.start)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=100)
def test_decomposed_text_gives_the_same_mentions(text):
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", composed)
    expected = [(one.kind, one.number, one.issued, one.within) for one in find_mentions(composed)]
    found = find_mentions(decomposed)
    assert [(one.kind, one.number, one.issued, one.within) for one in found] == expected
    assert all(decomposed[one.start : one.end] == one.text for one in found)


HOSTILE = {
    "nouns": "Nghị quyết số số số ",
    "nested titles": "Nghị quyết số 1/NQ-CP về thực hiện ",
    "numbers after one noun": "1, ",
    "numbers that share": "12/QĐ-UBND, ",
    "list before a symbol": "số 1, 2, 3, 4, 5, 6, 7/QĐ-UBND ",
    "issuers": "Nghị quyết của Chính phủ ",
    "amending laws": "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư và ",
    "laws in one amending law": "Luật Đầu tư, ",
    "pinpoints": "Điều 1 khoản 1 điểm a ",
    "symbols": "/QĐ-",
    "blank numbers": "số     /QĐ-UBND ",
    "brackets": "((((",
    "programmes": "Kế hoạch về aaa ",
    "quotations": "Đề án “aaa ",
    "dates": "1/NQ-CP ngày 1/1/2020 ",
    "years": "thực hiện 1/NQ-CP năm 2020 ",
    "laws in capitals": "THI HÀNH LUẬT ĐẦU TƯ NĂM 2020 ",
    "dotted dates": "Quyết định số 1/QĐ-UBND ngày ../../..",
    "line breaks": "Nghị quyết\n\n",
    "combining marks": "Nghị\u0323 ",
    "lists in brackets": "Nghị định (số 1/2020/NĐ-CP, số 2/2020/NĐ-CP) ",
    "titles behind colons": "Quyết định số 1/QĐ-TTg của Thủ tướng Chính phủ: Về ",
    "committees": "Kế hoạch số 1/KH-BCĐ của Ban Chỉ đạo Trung ương về phát triển a, ",
    "laws counted up": "các luật: Đất đai, Nhà ở, ",
    "one list of laws": "Đất đai, Nhà ở, ",
    "treaties": "Công ước Liên hợp quốc về quyền về quyền ",
    "treaties between": "Hiệp định a a a giữa a và ",
    "letters of treaties": "CPTPP, ",
    "bodies after a blank": "Công văn số 1 UBND ",
    "half in capitals": "thực hiện NGHỊ QUYẾT CỦA ĐẢNG ỦY ",
}

# What a piece that repeats goes on from.
OPENING = {"1, ": "Quyết định số ", "Đất đai, Nhà ở, ": "các luật: ", "CPTPP, ": "các Hiệp định "}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_work_grows_with_the_length_only(piece):
    steps = []
    for length in (10_000, 20_000, 40_000):
        text = OPENING.get(piece, "") + piece * (length // len(piece))
        steps.append(scan(unicodedata.normalize("NFC", text)).steps / len(text))
    assert max(steps) <= 1.1 * min(steps) + 1
    assert max(steps) < 250


def test_thousands_of_numbers_after_one_noun_are_all_found():
    text = (
        "Thực hiện các Quyết định số "
        + ", ".join(f"{n}/QĐ-UBND" for n in range(1, 3001))
        + " ngày 05/01/2022 của UBND tỉnh Bắc Ninh"
    )
    mentions = find_mentions(text)
    assert len(mentions) == 3000
    assert {one.issued for one in mentions} == {date(2022, 1, 5)}
    assert {one.issuer for one in mentions} == {"Ủy ban nhân dân tỉnh Bắc Ninh"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("theo Nghị quyết số 18\n-NQ/TW", "18-NQ/TW"),
        ("Quyết định số 1588/\n\nQĐ-TTg", "1588/QĐ-TTg"),
        ("Nghị quyết số\n\n    19-NQ/TW", "19-NQ/TW"),
        ("Thông tư\nliên tịch số 10/2015\n/TTLT-BTC-BNV", "10/2015/TTLT-BTC-BNV"),
    ],
)
def test_a_number_broken_over_lines_and_pages_is_whole(text, number):
    assert [one.number for one in find_mentions(text)] == [number]


def test_a_list_item_after_a_symbol_is_not_a_part_of_it():
    text = "Thực hiện Kế hoạch số 12/KH-UBND\n- UBND các phường\n- Sở Y tế; Quyết định số 5/QĐ-UBND - UBND tỉnh giao"
    assert [one.number for one in find_mentions(text)] == ["12/KH-UBND", "5/QĐ-UBND"]


def test_a_number_repeated_in_a_page_header_is_not_a_mention():
    text = "nhiệm vụ được giao\n2  45/KH-UBND\ntiếp tục thực hiện Quyết định số 12/QĐ-UBND"
    assert [one.number for one in find_mentions(text)] == ["12/QĐ-UBND"]


@pytest.mark.parametrize(
    "text",
    [
        "đường dây nóng 082.507.7988, tổng đài 1022, quốc lộ 10, tỷ lệ 2/3, 24/7, ngày 15/7/2021",
        "cúm A/H5N1, Covid-19, vi rút SARS-CoV-2, 100% hồ sơ, mức độ 3, 4",
        "kế hoạch của đơn vị, các Chương trình, Kế hoạch phát triển kinh tế - xã hội năm 2023",
        "Trên đây là Kế hoạch phòng, chống dịch bệnh tỉnh Lào Cai năm 2024",
        "Chương trình 5 năm phát triển thanh niên, Chương trình 30 ngày không rác thải nhựa",
        "Luật sư tư vấn pháp luật cho người dân theo quy định của pháp luật",
        "Ban hành kèm theo Quyết định này; tổ chức thực hiện Kế hoạch này",
    ],
)
def test_what_only_looks_like_a_directive(text):
    assert find_mentions(text) == ()


def test_the_command_reads_any_text(command):
    text = "Căn cứ Nghị quyết số 76/NQCP\r\nngày 15/7/2021 của Chính phủ 🙂; Luật Đất đai năm 2013"
    done = command("find_citations", given=text)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["number"] for row in rows] == ["76/NQ-CP", None]
    assert rows[0]["issued"] == "2021-07-15"
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert set(rows[0]) == {
        "start",
        "end",
        "text",
        "kind",
        "number",
        "issued",
        "issuer",
        "pinpoint",
        "within",
        "unread",
        "year",
    }
