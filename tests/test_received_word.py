"""Documents of Word are read as they are printed."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import level, numbered, numbering, paragraph, part, run, table, write_word

from corpus.intake.document import Document, Paragraph, TableRead
from corpus.intake.refusal import Refused
from corpus.intake.word.read import read_docx

RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def printed(document: Document) -> list[str]:
    return [block.printed for block in document.blocks if isinstance(block, Paragraph)]


def read(body: str, **parts: str) -> Document:
    return read_docx(write_word(body, **parts))


def test_numbers_of_several_levels_are_printed_as_word_prints_them():
    lists = {0: [level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")]}
    body = "".join(
        numbered(text, 1, depth)
        for text, depth in [
            ("Mục đích", 0),
            ("Một", 1),
            ("a", 2),
            ("b", 2),
            ("Hai", 1),
            ("a", 2),
            ("Nội dung", 0),
            ("Một", 1),
        ]
    )
    read_back = printed(read(body, numbering=numbering(lists, {1: (0, "")})))
    assert read_back == ["I. Mục đích", "1. Một", "a) a", "b) b", "2. Hai", "a) a", "II. Nội dung", "1. Một"]


def test_numbers_hold_those_of_the_levels_above_and_words():
    lists = {0: [level(0, "decimal", "Điều %1."), level(1, "decimal", "%1.%2.", '<w:start w:val="3"/>')]}
    body = numbered("Phạm vi", 1) + numbered("Một", 1, 1) + numbered("Hai", 1, 1)
    assert printed(read(body, numbering=numbering(lists, {1: (0, "")}))) == ["Điều 1. Phạm vi", "1.3. Một", "1.4. Hai"]


def test_a_legal_level_prints_roman_numbers_above_it_as_figures():
    lists = {0: [level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")]}
    body = numbered("A", 1) + numbered("B", 1) + numbered("C", 1, 1)
    assert printed(read(body, numbering=numbering(lists, {1: (0, "")})))[-1] == "2.1 C"


def test_two_numberings_of_one_list_count_on_unless_the_second_begins_anew():
    lists = {0: [level(0, "decimal", "%1)")]}
    body = numbered("A", 1) + numbered("B", 2) + numbered("C", 3) + numbered("D", 3)
    uses = {1: (0, ""), 2: (0, ""), 3: (0, RESTART)}
    assert printed(read(body, numbering=numbering(lists, uses))) == ["1) A", "2) B", "1) C", "2) D"]


def test_a_number_comes_from_the_style_and_can_be_taken_back_by_the_paragraph():
    style = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    none = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("A", '<w:pStyle w:val="Muc"/>') + paragraph("B", none) + paragraph("C", '<w:pStyle w:val="Muc"/>')
    lists = numbering({0: [level(0, "upperLetter", "%1.")]}, {1: (0, "")})
    assert printed(read(body, numbering=lists, styles=part("styles", style))) == ["A. A", "B", "B. C"]


def test_bullets_of_symbol_fonts_become_signs_that_can_be_kept():
    fonts = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    lists = {0: ['<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0d8"/>' + fonts + "</w:lvl>"]}
    lists[1] = [level(0, "bullet", "-")]
    body = numbered("mũi tên", 1) + numbered("gạch", 2)
    assert printed(read(body, numbering=numbering(lists, {1: (0, ""), 2: (1, "")}))) == ["➢ mũi tên", "- gạch"]


def test_cells_merged_down_and_across_are_one_cell_each():
    across, down, under = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        ["TT", (across, "Nhiệm vụ")],
        [(down, "1"), "Mở lớp", "Sở Nội vụ"],
        [(under, ""), "Tổng kết", "Sở Tài chính"],
    ]
    body = table(rows)
    (block,) = read(body).blocks
    assert isinstance(block, TableRead) and block.columns == 3
    grid = [[cell.text if cell else None for cell in row] for row in block.grid()]
    assert grid == [["TT", "Nhiệm vụ", "Nhiệm vụ"], ["1", "Mở lớp", "Sở Nội vụ"], ["1", "Tổng kết", "Sở Tài chính"]]
    assert [len(row.cells) for row in block.rows] == [2, 3, 2]


def test_a_table_says_whether_lines_are_drawn_and_which_rows_are_heads():
    lines = (
        "<w:tblBorders>"
        + "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "insideV"))
        + "</w:tblBorders>"
    )
    head = table([["TT", "Việc"], ["1", "Mở lớp"]], lines).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    drawn, plain = read(head + table([["a", "b"]])).blocks
    assert isinstance(drawn, TableRead) and isinstance(plain, TableRead)
    assert (drawn.bordered, plain.bordered) == (True, False)
    assert [row.head for row in drawn.rows] == [True, False]


def test_changes_tracked_are_read_as_accepted_and_what_was_deleted_is_left_out():
    deleted = '<w:del><w:r><w:delText xml:space="preserve">cũ </w:delText></w:r></w:del>'
    body = paragraph(f"{run('Nội dung ')}{deleted}<w:ins>{run('mới')}</w:ins>")
    document = read(body)
    assert printed(document) == ["Nội dung mới"]
    assert [(one.text, "xóa" in one.why) for one in document.left_out] == [("cũ", True)]
    assert any("Track Changes" in note for note in document.notes)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    body = paragraph("Một ", "<w:rPr><w:del/></w:rPr>") + paragraph("câu.")
    assert printed(read(body)) == ["Một câu."]


def test_footnotes_follow_the_paragraph_that_points_to_them():
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("Theo Công văn 12.")}</w:footnote>')
    body = paragraph(run("Kết quả") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" năm 2025.")) + paragraph(
        "Sau."
    )
    document = read(body, footnotes=notes)
    assert printed(document) == ["Kết quả[1] năm 2025.", "[1] Theo Công văn 12.", "Sau."]
    assert [one.role for one in document.paragraphs()] == ["body", "footnote", "body"]
    assert [(mark.kind, mark.start, mark.end) for mark in next(document.paragraphs()).marks] == [("note", 7, 10)]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice():
    box = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = paragraph(f"{run('Ngoài')}<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>")
    document = read(body)
    assert [(one.text, one.role) for one in document.paragraphs()] == [("Ngoài", "body"), ("Trong khung", "text box")]


def test_hidden_text_heads_feet_and_comments_are_left_out_and_say_why():
    comments = part("comments", f'<w:comment w:id="0">{paragraph("Sửa chỗ này")}</w:comment>')
    head, foot = part("hdr", paragraph("Văn bản nội bộ")), part("ftr", paragraph("Trang"))
    body = paragraph(run("Hiện ra") + run(" ẩn đi", "<w:vanish/>"))
    document = read(body, comments=comments, header1=head, footer1=foot)
    assert printed(document) == ["Hiện ra"]
    assert {one.text for one in document.left_out} == {"ẩn đi", "Văn bản nội bộ", "Trang", "Sửa chỗ này"}
    assert all(one.why for one in document.left_out)


def test_a_letterhead_in_the_head_of_the_first_page_is_text():
    head = part("hdr", table([["UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]))
    first = read(paragraph("KẾ HOẠCH"), header1=head).blocks[0]
    assert isinstance(first, TableRead)
    assert [cell.text for cell in first.rows[0].cells] == ["UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_a_letterhead_and_a_signature_set_with_tabs_are_tables_like_those_set_in_tables():
    tab = "<w:r><w:tab/></w:r>"
    lines = [
        ("UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 12/KH-SNV", "A, ngày 02 tháng 3 năm 2025"),
    ]
    closing = [("Nơi nhận:", "GIÁM ĐỐC"), ("- UBND tỉnh;", ""), ("- Lưu: VT.", "Nguyễn Văn An")]
    body = "".join(paragraph(run(left) + tab + run(right)) for left, right in lines) + paragraph("KẾ HOẠCH")
    body += "".join(paragraph(run(left) + (tab * 2 + run(right) if right else "")) for left, right in closing)
    document = read(body)
    sides = [[cell.text for cell in block.rows[0].cells] for block in document.blocks if isinstance(block, TableRead)]
    assert sides == [
        ["UBND TỈNH A\nSỞ NỘI VỤ\nSố: 12/KH-SNV", "\n".join(right for _, right in lines)],
        ["Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", "GIÁM ĐỐC\nNguyễn Văn An"],
    ]


@pytest.mark.parametrize(
    ("font", "stored", "shown"),
    [
        (".VnTime", "KÕ ho¹ch c¶i c¸ch hµnh chÝnh", "Kế hoạch cải cách hành chính"),
        (".VnTimeH", "ñy ban nh©n d©n", "ỦY BAN NHÂN DÂN"),
        ("VNI-Times", "Keá hoaïch caûi caùch haønh chính", "Kế hoạch cải cách hành chính"),
    ],
)
def test_text_in_fonts_of_old_encodings_is_read_as_it_looks(font, stored, shown):
    properties = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    middle = len(stored) // 2
    document = read(paragraph(run(stored[:middle], properties) + run(stored[middle:], properties)))
    assert printed(document) == [shown]
    assert any("phông chữ" in note for note in document.notes)


def test_soft_hyphens_breaks_and_capitals_are_as_printed():
    signs = "<w:r><w:t>Hải</w:t><w:noBreakHyphen/><w:t>Phòng</w:t><w:softHyphen/><w:br/><w:t>hai</w:t></w:r>"
    document = read(paragraph(signs + run(" kế hoạch", "<w:caps/>")))
    assert printed(document) == ["Hải-Phòng\nhai KẾ HOẠCH"]
    assert any("U+00AD" in one.why for one in document.left_out)


def test_what_two_styles_both_make_bold_is_not():
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>',
    )
    body = paragraph(run("đậm") + run(" thường", '<w:rStyle w:val="B"/>'), '<w:pStyle w:val="A"/>')
    (one,) = read(body, styles=styles).paragraphs()
    assert [(mark.kind, one.text[mark.start : mark.end]) for mark in one.marks] == [("bold", "đậm")]


def test_entities_of_a_document_are_refused():
    data = write_word(paragraph("x"), footnotes='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(Refused, match="DTD"):
        read_docx(data)


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co")), max_size=12
)  # codes of symbols are read as what they show


@settings(max_examples=60)
@given(st.lists(st.lists(TEXTS, max_size=3), max_size=4))
def test_every_letter_of_a_document_is_read_or_left_out(texts):
    """Runs of any letters, in paragraphs and once more in cells."""
    body = "".join(paragraph("".join(run(escape(text)) for text in some) or run("")) for some in texts)
    rows = [[*map(escape, some), "x"] for some in texts]
    document = read(body + table(rows))
    stored = "".join(text for some in texts for text in some) * 2 + "x" * len(rows)
    there = document.text() + "".join(one.text for one in document.left_out)
    assert letters(there) == letters(stored)


def letters(text: str) -> list[str]:
    """In any order, decomposed, without blanks."""
    return sorted(char for char in unicodedata.normalize("NFD", text) if not char.isspace())
