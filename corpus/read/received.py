"""Files as received: a closed list of kinds, each held to its own content, given out under a safe name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.language.folding import slug
from corpus.read.files import MEGABYTE, RECEIVED_LIMIT, Unreadable, read_file

LONGEST_NAME = 150
TEXT_LIMIT = 5 * MEGABYTE  # what is compared word by word with a plan
_LARGEST_MEMBER = MEGABYTE  # of the few small members looked at; an archive may claim to hold more than there is
_WORD_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"


def _is_text(data: bytes) -> bool:
    return b"\0" not in data


def _begins(*signs: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signs)


def _member(data: bytes, name: str) -> bytes:
    """The small member ``name`` of an archive; empty where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as member:
            return member.read(_LARGEST_MEMBER)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return b""


def _is_docx(data: bytes) -> bool:
    """A document of Word without macros: those are declared with a type of their own."""
    types = _member(data, "[Content_Types].xml")
    return _WORD_TYPE in types and b"macroEnabled" not in types and b"vbaProject" not in types


def _is_odt(data: bytes) -> bool:
    return _member(data, "mimetype").strip() == _ODT_TYPE


# Kind by the end of the name, and what its content must be; none of them is a page or a script to a browser.
# First bytes: PDF ISO 32000-1 7.5.2; PNG and JPEG W3C PNG 5.2, ISO 10918-1 B.1.1; TIFF 6.0 section 2;
# compound files MS-CFB 2.2; RTF 1.9.
RECEIVED_KINDS: dict[str, Callable[[bytes], bool]] = {
    "txt": _is_text,
    "docx": _is_docx,
    "doc": _begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "odt": _is_odt,
    "rtf": _begins(b"{\\rtf"),
    "pdf": _begins(b"%PDF-"),
    "png": _begins(b"\x89PNG\r\n\x1a\n"),
    "jpg": _begins(b"\xff\xd8\xff"),
    "jpeg": _begins(b"\xff\xd8\xff"),
    "tif": _begins(b"II*\0", b"MM\0*"),
    "tiff": _begins(b"II*\0", b"MM\0*"),
}
READ_AS_TEXT = ("txt",)  # kinds whose words can be compared with a plan


@dataclass(frozen=True)
class Received:
    """A file as it came: its kind (a key of ``RECEIVED_KINDS``) and its bytes."""

    kind: str
    data: bytes

    def words(self) -> str:
        """Its words. Raises Unreadable where it is of no kind that holds plain text, or not UTF-8."""
        if self.kind not in READ_AS_TEXT:
            must = "chữ của kế hoạch chỉ đối chiếu được với tệp chữ UTF-8 (.txt): hãy chép chữ của tệp này ra tệp .txt"
            raise Unreadable(must, f".{self.kind}")
        if len(self.data) > TEXT_LIMIT:
            must = f"tệp chữ để đối chiếu phải không quá {TEXT_LIMIT // MEGABYTE} MB"
            raise Unreadable(must, f"{len(self.data) / MEGABYTE:.1f} MB")
        return decode(self.data)


def decode(data: bytes) -> str:
    """``data`` as UTF-8 with lines ending in one sign. Raises Unreadable with the line where it is not."""
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("phải là chữ mã UTF-8", data[error.start : error.end].hex(), line) from error


def open_received(root: Path, name: str) -> Received:
    """The file ``name`` of ``plans/sources``. Raises Unreadable where it is none that can be published."""
    public_name(name)
    kind = name.rpartition(".")[2].lower()
    data = read_file(root, root / "plans" / "sources" / name, RECEIVED_LIMIT)
    if not RECEIVED_KINDS[kind](data):
        raise Unreadable(f"nội dung tệp phải đúng là loại .{kind} (không macro, không mã hóa)", name)
    return Received(kind, data)


def public_name(name: str) -> str:
    """The name under which the file ``name`` is given out: letters, digits and hyphens, and a known ending.

    Raises Unreadable for a name that could lead elsewhere, or of a kind that is not published.

    >>> public_name("Kế hoạch số 45 (bản 2).docx")
    'ke-hoach-so-45-ban-2.docx'
    """
    stem, _, ending = name.rpartition(".")
    kind = ending.lower()
    if not stem or name.startswith(".") or re.search(r"[/\\\0]", name) or len(name) > LONGEST_NAME:
        must = "phải là tên một tệp trong plans/sources, không gồm thư mục, không bắt đầu bằng dấu chấm"
        raise Unreadable(must, name)
    if kind not in RECEIVED_KINDS:
        raise Unreadable(f"tệp nhận được phải thuộc một loại: {', '.join(f'.{one}' for one in RECEIVED_KINDS)}", name)
    if not slug(stem):
        raise Unreadable("tên tệp phải có chữ hoặc số", name)
    return f"{slug(stem)}.{kind}"
