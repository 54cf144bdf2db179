"""PDF with text: what the file says of words, fonts and lines, page by page."""

from __future__ import annotations

import io
from importlib.resources import files

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.intake import pdf
from corpus.intake.document import LeftOut, Paragraph, TableRead
from corpus.intake.page.printed import PrintedPage, Word
from corpus.intake.refusal import Refused
from corpus.intake.scan import SCANNED

WIDTH, HEIGHT = 595.0, 842.0
PROSE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan thực hiện Kế hoạch này"


@pytest.fixture(scope="module", autouse=True)
def fonts():
    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        data = (files("corpus.data") / "fonts" / f"{name}.ttf").read_bytes()
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(data)))


def drawn(*pages, **options) -> bytes:
    """A PDF; each of ``pages`` draws on the canvas."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), pageCompression=0, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def write(*lines, font="NotoSans-Regular", left=85, top=100, size=13):
    """A page, or what adds to one: lines from ``top`` downwards."""

    def draw(canvas):
        canvas.setFont(font, size)
        for at, line in enumerate(lines):
            canvas.drawString(left, HEIGHT - top - 20 * at, line)

    return draw


def together(*drawings):
    return lambda canvas: [draw(canvas) for draw in drawings]


def paragraphs(document):
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def test_words_keep_their_marks_their_weight_and_their_page():
    head = write("KẾ HOẠCH NĂM 2026", font="NotoSans-Bold", left=220)
    document = pdf.read_pdf(drawn(together(head, write(PROSE, top=150)), write("Trang thứ hai của kế hoạch")))
    found = [(one.text, one.bold, one.page) for one in paragraphs(document)]
    assert found == [
        ("KẾ HOẠCH NĂM 2026", True, 1),
        (PROSE, False, 1),
        ("Trang thứ hai của kế hoạch", False, 2),
    ]
    assert (document.kind, document.pages, document.scanned, document.left_out) == ("pdf", 2, False, ())


def test_letters_printed_twice_to_look_bold_are_read_once():
    document = pdf.read_pdf(drawn(together(write(PROSE), write(PROSE, left=85.3))))
    assert [one.text for one in paragraphs(document)] == [PROSE]


def test_what_stands_upright_only_when_turned_is_left_out_and_listed():
    def turned(canvas):
        canvas.saveState()
        canvas.translate(40, 300)
        canvas.rotate(90)
        canvas.setFont("NotoSans-Regular", 10)
        canvas.drawString(0, 0, "Bản sao")
        canvas.restoreState()

    document = pdf.read_pdf(drawn(together(write(PROSE), turned)))
    (left,) = document.left_out
    assert left.why == pdf.TURNED and sorted("".join(left.text.split())) == sorted("Bảnsao")


@pytest.mark.parametrize(("font", "read"), [(b".VnTime--Regular", "Kế hoạch"), (b".VnTimeH-Regular", "KẾ HOẠCH")])
def test_fonts_of_the_old_encodings_tell_which_letters_they_draw(font, read):
    data = drawn(together(write("KÕ ho¹ch"), write(PROSE, font="NotoSans-Bold", top=150)))
    document = pdf.read_pdf(data.replace(b"NotoSans-Regular", font))
    assert [one.text for one in paragraphs(document)] == [read, PROSE]


def grid(canvas, colour):
    canvas.setFont("NotoSans-Regular", 11)
    for x in (85, 250, 500):
        canvas.setFillColor(colour)
        canvas.setStrokeColor(colour)
        canvas.rect(x, HEIGHT - 160, 0.5, 60, stroke=0, fill=1)
    for y in (100, 130, 160):
        canvas.rect(85, HEIGHT - y, 415, 0.5, stroke=0, fill=1)
    canvas.setFillColor("black")
    for text, x, y in (
        ("Nhiệm vụ", 90, 120),
        ("Cơ quan chủ trì", 260, 120),
        ("Rà soát", 90, 150),
        ("Sở Y tế", 260, 150),
    ):
        canvas.drawString(x, HEIGHT - y, text)


@pytest.mark.parametrize(("colour", "is_table"), [("black", True), ("white", False)])
def test_thin_rectangles_rule_a_table_unless_they_are_white(colour, is_table):
    document = pdf.read_pdf(drawn(together(lambda canvas: grid(canvas, colour), write(PROSE, top=400))))
    tables = [block for block in document.blocks if isinstance(block, TableRead) and block.bordered]
    assert [[cell.text for row in table.rows for cell in row.cells] for table in tables] == (
        [["Nhiệm vụ", "Cơ quan chủ trì", "Rà soát", "Sở Y tế"]] if is_table else []
    )


def picture(share: float):
    """A picture over that share of the page's height."""
    image = ImageReader(Image.new("L", (60, 84), 200))
    return lambda canvas: canvas.drawImage(image, 0, 0, WIDTH, HEIGHT * share)


@pytest.fixture
def recognised(monkeypatch):
    """The numbers of the pages that are read from their picture, which gives one word."""
    asked: list[int] = []

    def recognise(image, dpi, number):
        asked.append(number)
        word = Word("Nhận dạng", 85, 100, 150, 113, 13, confidence=95)
        return PrintedPage(number, WIDTH, HEIGHT, (word,), (), scanned=True), (LeftOut("vết", "nhiễu", number),)

    monkeypatch.setattr(pdf, "recognise", recognise)
    monkeypatch.setattr(pdf, "require_tesseract", lambda: None)
    return asked


@pytest.mark.parametrize(
    ("page", "note"),
    [
        (picture(1), SCANNED),
        (together(picture(1), write("Sè 12 KÕ ho¹ch cña Uû ban nh©n d©n thµnh phè", font="Helvetica")), pdf.ILLEGIBLE),
        (write("Sè 12 KÕ ho¹ch cña Uû ban nh©n d©n thµnh phè", font="Helvetica"), pdf.ILLEGIBLE),
        (together(picture(1), write(PROSE)), None),
        (together(picture(0.5), write(PROSE)), None),
        (picture(0.2), None),
    ],
    ids=["scan", "scan with a wrong layer", "wrong letters", "scan with a good layer", "picture", "a seal alone"],
)
def test_only_a_page_without_its_own_words_is_recognised(page, note, recognised):
    document = pdf.read_pdf(drawn(write(PROSE), page))
    assert recognised == ([2] if note else [])
    assert document.notes == ((note,) if note else ()) and document.scanned is bool(note)
    assert [one.why for one in document.left_out] == (["nhiễu"] if note else [])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (lambda: drawn(write(PROSE), encrypt="khoá"), "mật khẩu"),
        (lambda: drawn(write(PROSE))[:400], "hỏng"),
        (lambda: drawn(*[write("1")] * (pdf.MOST_PAGES + 1)), f"{pdf.MOST_PAGES + 1} trang"),
    ],
    ids=["password", "cut off", "too long"],
)
def test_a_file_that_cannot_be_read_says_why(data, says):
    with pytest.raises(Refused, match=says):
        pdf.read_pdf(data())


def test_more_scanned_pages_than_can_be_read_are_refused(recognised, monkeypatch):
    monkeypatch.setattr(pdf, "MOST_SCANNED", 1)
    with pytest.raises(Refused, match="quá 1 trang quét"):
        pdf.read_pdf(drawn(picture(1), picture(1)))
