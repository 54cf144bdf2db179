"""What a file is, by its content alone: its name may say anything."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from corpus.intake.refusal import Refused
from corpus.read.files import MEGABYTE

# First bytes: ISO 32000-1 7.5.2 (PDF), W3C PNG 5.2, ISO 10918-1 B.1.1 (JPEG), TIFF 6.0 section 2, MS-CFB 2.2, RTF 1.9.
_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"{\\rtf", "rtf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_TYPE = b"wordprocessingml.document.main+xml"
_MOST_MEMBERS = 5000
_LARGEST = 400 * MEGABYTE  # of all members unpacked; pictures do not shrink, so an honest file stays near its own size
_FLATTEST = 200  # times its packed size may a large member have
_LISTED = 1024  # bytes in which the sign of a PDF stands, as readers take it
SAVE_DOCX = "Hãy mở tệp bằng Word, lưu thành tệp .docx (Word Document) rồi nhận lại"


@dataclass(frozen=True)
class Strange:
    """A file of a kind that is known and not received."""

    sign: bytes
    wrong: str
    advice: str


_OTHERS = (
    Strange(b"MZ", "Đây là một chương trình, không phải văn bản", "Không mở tệp này; hãy xin lại văn bản"),
    Strange(b"\x7fELF", "Đây là một chương trình, không phải văn bản", "Không mở tệp này; hãy xin lại văn bản"),
    Strange(b"Rar!", "Đây là tệp nén .rar", "Hãy giải nén rồi nhận từng văn bản bên trong"),
    Strange(b"7z\xbc\xaf", "Đây là tệp nén .7z", "Hãy giải nén rồi nhận từng văn bản bên trong"),
    Strange(b"\x1f\x8b", "Đây là tệp nén .gz", "Hãy giải nén rồi nhận từng văn bản bên trong"),
    Strange(b"GIF8", "Ảnh GIF không đủ nét để nhận dạng chữ", "Hãy quét lại trang thành .pdf hoặc .jpg, 300 dpi"),
    Strange(b"BM", "Chưa đọc được ảnh .bmp", "Hãy lưu ảnh thành .png hoặc .jpg rồi nhận lại"),
)
_OLE_STREAMS = (  # names of streams, as a compound file lists them
    ("EncryptedPackage", "Tệp Word đặt mật khẩu", "Hãy mở tệp bằng mật khẩu, bỏ mật khẩu, lưu lại rồi nhận"),
    (
        "Workbook",
        "Đây là bảng tính Excel, không phải văn bản",
        "Hãy chép bảng vào văn bản Word của kế hoạch rồi nhận lại",
    ),
    ("PowerPoint Document", "Đây là bản trình chiếu", "Hãy xin văn bản kế hoạch (.docx hoặc .pdf)"),
    ("_VBA_PROJECT", "Tệp Word có macro", f"{SAVE_DOCX}: tệp .docx không giữ macro"),
)


def kind_of(data: bytes) -> str:
    """docx, doc, odt, rtf, pdf, png, jpg, tiff or text. Raises Refused for every other kind."""
    if not data.strip(b"\0 \t\r\n\f"):
        raise Refused("Tệp rỗng, không có gì bên trong", "Hãy tải hoặc xin lại tệp")
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if b"%PDF-" in data[:_LISTED]:
        return "pdf"
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(b"PK"):
        return _zipped(data)
    strange = next((one for one in _OTHERS if data.startswith(one.sign) and not _is_text(data)), None)
    if strange:
        raise Refused(strange.wrong, strange.advice)
    if not _is_text(data):
        raise Refused("Không nhận ra loại tệp này", "Hãy xin văn bản dạng .docx, .pdf hoặc bản quét .pdf, .jpg")
    return "text"


def _is_text(data: bytes) -> bool:
    """No zero bytes, or those of UTF-16; few controls."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in head)
    zeros = head.count(0)
    return controls - zeros < 0.01 * len(head) and (zeros == 0 or 0.2 * len(head) < zeros <= len(head) / 2)


def _compound(data: bytes) -> str:
    for name, wrong, advice in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            raise Refused(wrong, advice)
    if "WordDocument".encode("utf-16-le") not in data:
        raise Refused("Không nhận ra loại tệp này của Microsoft Office", SAVE_DOCX)
    return "doc"


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _refuse_bomb(members)
            return _kind_of_archive(archive)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise Refused("Tệp hỏng hoặc chưa tải về hết", "Hãy tải hoặc xin lại tệp") from error
    except RuntimeError as error:  # the archive asks for a password
        raise Refused("Tệp đặt mật khẩu", "Hãy mở bằng mật khẩu, bỏ mật khẩu, lưu lại rồi nhận") from error


def _refuse_bomb(members: list[zipfile.ZipInfo]) -> None:
    whole = sum(one.file_size for one in members)
    flat = any(one.file_size > 20 * MEGABYTE and one.file_size > _FLATTEST * one.compress_size for one in members)
    if len(members) > _MOST_MEMBERS or whole > _LARGEST or flat:
        wrong = f"Tệp bung ra quá lớn ({whole / MEGABYTE:.0f} MB, {len(members)} phần): không mở để máy khỏi treo"
        raise Refused(wrong, "Hãy kiểm tra lại nguồn của tệp, xin bản khác")


def _kind_of_archive(archive: zipfile.ZipFile) -> str:
    names = archive.NameToInfo
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    odf = archive.read("mimetype").strip() if "mimetype" in names else b""
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise Refused("Tệp Word có macro", f"{SAVE_DOCX}: tệp .docx không giữ macro")
    if _WORD_TYPE in types:
        return "docx"
    if odf == b"application/vnd.oasis.opendocument.text":
        return "odt"
    if b"spreadsheetml" in types or odf.endswith(b".spreadsheet"):
        advice = "Hãy chép bảng vào văn bản Word của kế hoạch rồi nhận lại"
        raise Refused("Đây là bảng tính, không phải văn bản", advice)
    if b"presentationml" in types or odf.endswith(b".presentation"):
        raise Refused("Đây là bản trình chiếu", "Hãy xin văn bản kế hoạch (.docx hoặc .pdf)")
    raise Refused("Đây là tệp nén", "Hãy giải nén rồi nhận từng văn bản bên trong")
