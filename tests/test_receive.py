"""From the file received to the draft in the corpus: what the command writes, says and leaves alone."""

from __future__ import annotations

import hashlib
import json
import shutil

import pytest
from corpora import FROZEN
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from newcomers import guide_example

from corpus.check.plan_rules import check_ending, check_plans
from corpus.prove.prove import prove_corpus
from corpus.read.corpus_files import CorpusFiles, read_corpus, try_read_corpus

pytestmark = pytest.mark.process  # each file is read in a process of its own

ADDRESS = "plans/ca-mau/2026/15-kh-ubnd.md"
TASKS = (("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"), ("1", "Rà soát đê", "Sở Xây dựng", "Quý I/2026"))


def add(document, text: str, bold: bool = False, centred: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def beside(document, left: list[str], right: list[str]) -> None:
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.text = "\n".join(lines)


def composed(path, sentence: str = "Kiểm tra các tuyến đê") -> None:
    """A plan as offices set it in Word: letterhead and signature in tables without lines, headings in bold."""
    document = Document()
    beside(
        document,
        ["ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU", "-------", "Số: 15/KH-UBND"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Cà Mau, ngày 05 tháng 3 năm 2026"],
    )
    add(document, "KẾ HOẠCH", bold=True, centred=True)
    add(document, "Phòng, chống sạt lở bờ sông", bold=True, centred=True)
    add(document, "trên địa bàn tỉnh năm 2026", bold=True, centred=True)
    add(document, "Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:")
    add(document, "I. NHIỆM VỤ", bold=True)
    add(document, f"1. {sentence}; 2. Di dời dân khỏi nơi nguy hiểm.")
    add(document, "II. TỔ CHỨC THỰC HIỆN", bold=True)
    add(document, "1. Sở Xây dựng", bold=True)
    add(document, "Chủ trì, phối hợp với các địa phương thực hiện Kế hoạch.")
    add(document, "Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh./.")
    beside(
        document,
        ["Nơi nhận:", "- Như mục II;", "- Lưu: VT."],
        ["TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Nguyễn Văn Mẫu"],
    )
    add(document, "PHỤ LỤC", bold=True, centred=True)
    table = document.add_table(rows=2, cols=4, style="Table Grid")
    for row, cells in zip(table.rows, TASKS, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.save(path)


@pytest.fixture
def here(tmp_path):
    """A corpus to receive into, with a document that nobody received yet beside it."""
    shutil.copytree(FROZEN / "plans", tmp_path / "plans")
    composed(tmp_path / "Ke hoach (ban ky).docx")
    return tmp_path


def received(folder) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_document_of_word_becomes_a_plan_that_proves(here, command):
    file = here / "Ke hoach (ban ky).docx"
    done = command("receive", "--root", here, file)
    assert (done.returncode, done.stderr) == (0, "")
    plan = read_corpus(here).plan["ca-mau/2026/15-kh-ubnd"]
    meta = plan.meta
    assert meta.title == "Phòng, chống sạt lở bờ sông trên địa bàn tỉnh năm 2026"
    assert (meta.number, meta.symbol, meta.place, str(meta.level), meta.year) == (
        "15",
        "KH-UBND",
        "ca-mau",
        "city",
        2026,
    )
    assert (meta.issuer, meta.issued.isoformat()) == ("ca-mau/uy-ban-nhan-dan", "2026-03-05")
    assert meta.recipients == ["Như mục II;", "Lưu: VT."]
    assert (meta.signer.name, meta.signer.office) == ("Nguyễn Văn Mẫu", "Phó Chủ tịch")
    assert meta.signer.capacity == ["TM. Ủy ban nhân dân", "KT. Chủ tịch"] and not list(check_ending(plan))
    assert meta.source.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (here / "plans/sources" / meta.source.file).read_bytes() == file.read_bytes()
    assert {"i-1", "i-2", "ii-1-doan-1", "ke-hoach-ket-thuc-1", "phu-luc-1"} <= plan.ancestors.keys() | {
        row.anchor for row in plan.rows
    }
    assert [cell.text for cell in plan.rows[0].cells] == list(TASKS[1])
    proof = prove_corpus(read_corpus(here), CorpusFiles(here))[plan.id]
    assert proof.problems == () and proof.words > 100
    assert {str(one.reason) for one in meta.differences} == {"split", "rule"}


def test_receiving_again_changes_nothing_until_it_is_told_to(here, command):
    file = here / "Ke hoach (ban ky).docx"
    command("receive", "--root", here, file)
    before = received(here)
    again = here / "ban khac ten.docx"
    again.write_bytes(file.read_bytes())
    done = command("receive", "--root", here, again)
    assert done.returncode == 0 and ADDRESS in done.stdout and "không có gì thay đổi" in done.stdout
    again.unlink()
    composed(file, "Kiểm tra các kè")
    done = command("receive", "--root", here, file)
    assert done.returncode == 1 and "-1. Kiểm tra các tuyến đê" in done.stdout and "+1. Kiểm tra các kè" in done.stdout
    file.write_bytes(before[file.name])
    assert received(here) == before
    composed(file, "Kiểm tra các kè")
    assert command("receive", "--root", here, "--replace", file).returncode == 0
    assert "1. Kiểm tra các kè;" in (here / ADDRESS).read_text("utf-8")
    assert try_read_corpus(here)[1] == []


def test_what_people_wrote_is_kept_when_a_plan_is_written_anew(here, command):
    file = here / "Ke hoach (ban ky).docx"
    command("receive", "--root", here, file)
    path = here / ADDRESS
    note = "notes:\n  - {at: i-2, quote: Di dời, kind: name, problem: Xem lại., certainty: possible}\n"
    path.write_text(path.read_text("utf-8").replace("tables:\n", f"{note}tables:\n", 1), encoding="utf-8")
    composed(file, "Kiểm tra các kè")
    assert command("receive", "--root", here, "--replace", file).returncode == 0
    (kept,) = read_corpus(here).plan["ca-mau/2026/15-kh-ubnd"].meta.notes
    assert (kept.at, kept.quote) == ("i-2", "Di dời")


def test_one_bad_file_does_not_stop_the_others_and_leaves_nothing(here, command):
    bad = here / "hong.docx"
    bad.write_bytes(b"PK\x03\x04 no archive")
    before = received(here)
    done = command("receive", "--root", here, bad, here / "Ke hoach (ban ky).docx")
    assert done.returncode == 2 and "hong.docx:1: " in done.stderr and "[2/2]" in done.stderr
    new = received(here).keys() - before.keys()
    assert new == {
        ADDRESS,
        "plans/sources/2026-ca-mau-15-kh-ubnd.docx",
        "plans/sources/2026-ca-mau-15-kh-ubnd.txt",
        "plans/.review/ca-mau/2026/15-kh-ubnd.json",
    }


def test_what_is_no_document_of_an_office_becomes_no_plan(here, command):
    document = Document()
    add(document, "Kính gửi: Ủy ban nhân dân xã")
    add(document, "Tên tôi là Nguyễn Văn Mẫu. Tôi làm đơn này xin xác nhận thường trú.")
    document.save(here / "don.docx")
    before = received(here)
    done = command("receive", "--root", here, here / "don.docx")
    assert done.returncode == 2 and "don.docx:1: Không thấy đây là kế hoạch" in done.stderr
    assert received(here) == before


def test_nothing_is_left_where_a_file_cannot_be_put_in_its_place(here, command):
    (here / "plans/sources/2026-ca-mau-15-kh-ubnd.txt").mkdir()
    before = received(here)
    done = command("receive", "--root", here, here / "Ke hoach (ban ky).docx")
    assert done.returncode == 2 and received(here) == before
    assert not (here / "plans/ca-mau").exists()


def test_what_is_doubtful_is_listed_and_kept(here, command):
    document = Document()
    add(document, "KẾ HOẠCH", bold=True, centred=True)
    add(document, "Trồng cây năm 2026", bold=True, centred=True)
    add(document, "I. TỔ CHỨC THỰC HIỆN", bold=True)
    add(document, "1. Chi cục Vườn tược chủ trì trồng cây.")
    document.save(here / "thieu.docx")
    done = command("receive", "--root", here, here / "thieu.docx")
    for wanted in ("phần đầu phải có dòng số", "không rõ địa bàn", "không thấy tên người ký", "Chi cục Vườn tược"):
        assert wanted in done.stdout
    (kept,) = (here / "plans/.review").rglob("*.json")
    assert len(json.loads(kept.read_bytes())["doubts"]) == done.stdout.count("\nplans/")


def test_the_text_of_the_guide_becomes_the_plan_of_the_guide(root, tmp_path, command):
    files = guide_example((root / "content/huong-dan/index.md").read_text("utf-8"))
    shutil.copytree(FROZEN / "plans", tmp_path / "plans")
    (tmp_path / "cay.txt").write_text(files["plans/sources/2030-tan-an.txt"], encoding="utf-8")
    assert command("receive", "--root", tmp_path, tmp_path / "cay.txt").returncode == 0
    (path,) = (tmp_path / "plans").rglob("07-kh-ubnd.md")
    body = files["plans/tan-an/2030/07-kh-ubnd.md"].split("---\n", 2)[2].split("# PHỤ LỤC")[0]
    assert path.read_text("utf-8").split("---\n", 2)[2].startswith(body)


def test_a_body_that_only_the_letterhead_tells_of_gets_its_entry_once(here, command):
    file = FROZEN.parent / "received/ban-chi-dao-dong-anh.docx"
    done = command("receive", "--root", here, file)
    assert done.returncode == 0 and "đã ghi thêm theo phần đầu văn bản" in done.stdout
    corpus = read_corpus(here)
    body = corpus.agency["ha-noi-xa-dong-anh/ban-chi-dao-chuyen-doi-so"]
    assert (body.name, body.level) == ("Ban Chỉ đạo chuyển đổi số xã Đông Anh", "ward")
    assert [(fact.plan, fact.anchor) for fact in body.sources] == [("ha-noi-xa-dong-anh/2026/03-kh-bcd", "the-thuc")]
    assert list(check_plans(corpus)) == []
    before = received(here)
    assert command("receive", "--root", here, file).returncode == 0
    assert received(here) == before
