"""Files that cannot be received: one message each that says what to do, in bounded time, and nothing from them runs."""

from __future__ import annotations

import io
import os
import socket
import zipfile

import pytest
from word_files import paragraph, write_word

from corpus.intake.read import read_received
from corpus.intake.refusal import Refused
from corpus.intake.worker import read_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TYPES = "application/vnd.openxmlformats-officedocument"


def zipped(**members: bytes | str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("TYPES", "[Content_Types].xml"), data)
    return file.getvalue()


def stream(name: str) -> bytes:
    """A compound file that lists a stream of that name."""
    return OLE + name.encode("utf-16-le") + bytes(64)


def locked(data: bytes) -> bytes:
    """The archive with the bit that says that its members are encrypted."""
    changed = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(sign)
        while place >= 0:
            changed[place + at] |= 1
            place = changed.find(sign, place + 4)
    return bytes(changed)


def many_pages(count: int) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(595, 842)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


WORD = write_word(paragraph("Nội dung kế hoạch trồng cây năm 2025"))
FILES = {
    "empty": (b"", "rỗng"),
    "blank": (b"\n \r\n", "rỗng"),
    "zeros": (bytes(5000), "rỗng"),
    "cut off": (WORD[: len(WORD) // 2], "hỏng"),
    "broken xml": (write_word("<w:p>"), "hỏng"),
    "no document": (zipped(TYPES=f"{TYPES}.wordprocessingml.document.main+xml"), "không có phần văn bản"),
    "locked archive": (locked(WORD), "mật khẩu"),
    "locked Word": (stream("EncryptedPackage"), "mật khẩu"),
    "macros": (zipped(TYPES="application/vnd.ms-word.document.macroEnabled.main+xml", word__vbaProject=b"x"), "macro"),
    "old macros": (stream("WordDocument") + stream("_VBA_PROJECT"), "macro"),
    "spreadsheet": (zipped(TYPES=f"{TYPES}.spreadsheetml.sheet.main+xml"), "bảng tính"),
    "old spreadsheet": (stream("Workbook"), "bảng tính"),
    "slides": (zipped(TYPES=f"{TYPES}.presentationml.presentation.main+xml"), "trình chiếu"),
    "archive": (zipped(a="b"), "tệp nén"),
    "bomb": (zipped(TYPES=f"{TYPES}.wordprocessingml.document.main+xml", word__document=bytes(60_000_000)), "quá lớn"),
    "program": (b"MZ" + bytes(200), "chương trình"),
    "noise": (bytes(range(256)) * 20, "Không nhận ra loại tệp"),
    "broken pdf": (b"%PDF-1.7\nxyz", "hỏng"),
    "2000 pages": (many_pages(2000), "2000 trang"),
    "empty pages": (many_pages(2), "Không đọc được chữ nào"),
    "few letters": ("Kế hoạch.".encode(), "vài chữ"),
    "long text": (b"thuc hien ke hoach nay.\n" * 43_000, "dài gấp nhiều lần"),
    "plan of this corpus": (b"---\ntitle: x\nsymbol: KH-UBND\n---\n\n# K\n", "đã là một kế hoạch của kho"),
    "entities": (write_word("", styles='<!DOCTYPE a [<!ENTITY b "c">]><w/>'), "DTD"),
}


@pytest.mark.parametrize("data, said", FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_received_says_what_is_wrong_and_what_to_do(data, said):
    with pytest.raises(Refused) as refused:
        read_bytes(data)
    assert said in refused.value.wrong
    assert refused.value.advice
    assert "\n" not in refused.value.message


@pytest.fixture(params=["folder", "pipe", "nothing", "link to a folder"])
def no_file(request, tmp_path):
    path = tmp_path / "ke-hoach.docx"
    if request.param == "folder":
        path.mkdir()
    elif request.param == "pipe":
        os.mkfifo(path)
    elif request.param == "link to a folder":
        path.symlink_to(tmp_path)
    return path


def test_folders_and_pipes_named_like_plans_are_told_and_not_waited_for(no_file):
    with pytest.raises(Refused, match="thư mục|đường ống|Không có tệp"):
        read_received(no_file)


def test_a_file_that_lies_about_its_kind_is_read_by_its_content_and_says_so(tmp_path):
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(WORD)
    document = read_received(path)
    assert document.kind == "docx"
    assert "tên" in document.notes[-1].lower() and ".pdf" in document.notes[-1]


def test_nobody_is_asked_on_the_network(tmp_path):
    """A document that wants a picture and a template from a server: the server hears nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        page = f'<!DOCTYPE html><html><head><link rel=stylesheet href="{address}"></head><body><img src="{address}"><p>Nội dung kế hoạch trồng cây năm 2025</p></body></html>'
        path = tmp_path / "ke-hoach.html"
        path.write_text(page, "utf-8")
        assert read_received(path).kind == "html"
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_reader_that_dies_is_one_message(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus.intake.read._MEMORY", 20_000_000)  # too little even to begin
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(WORD)
    with pytest.raises(Refused, match="đã dừng"):
        read_received(path)
