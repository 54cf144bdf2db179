"""The parts of a .docx: bounded, parsed without entities and without the network."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from corpus.intake.refusal import Refused
from corpus.read.files import MEGABYTE

Element: TypeAlias = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# ISO 29500 Strict writes the same elements in spaces of its own.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    ),
)
_PART_LIMIT = 50 * MEGABYTE  # text of the longest part, unpacked; a plan of a hundred pages has 3
_AGAIN = "Hãy mở tệp bằng Word, chọn Lưu thành tệp .docx mới rồi nhận lại; không mở được thì xin lại tệp"


@dataclass(frozen=True)
class Package:
    """Parts by name; all small enough to be parsed."""

    data: bytes

    def names(self) -> tuple[str, ...]:
        with self._open() as archive:
            return tuple(archive.namelist())

    def part(self, name: str) -> Element | None:
        """The root of the part ``name``; None where there is none. Raises Refused."""
        with self._open() as archive:
            if name not in archive.NameToInfo:
                return None
            try:
                with archive.open(name) as member:
                    data = member.read(_PART_LIMIT + 1)
            except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, EOFError, ValueError) as error:
                raise Refused("Tệp Word hỏng, không mở được phần chữ", _AGAIN) from error
        if len(data) > _PART_LIMIT:
            wrong = f"Tệp Word bung ra quá {_PART_LIMIT // MEGABYTE} MB chữ"
            raise Refused(wrong, "Một kế hoạch không dài như vậy; hãy kiểm tra lại nguồn của tệp")
        return parse(data)

    def related(self, kind: str, of: str = "word/document.xml") -> tuple[str, ...]:
        """Names of the parts that ``of`` has a relation of ``kind`` to (the last word of its type), in order."""
        folder, name = posixpath.split(of)
        relations = self.part(f"{folder}/_rels/{name}.rels".lstrip("/"))
        found = () if relations is None else relations.iter(f"{_RELATIONS}Relationship")
        return tuple(
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            for one in found
            if one.get("Type", "").endswith(f"/{kind}") and one.get("TargetMode") != "External"
        )

    def _open(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(io.BytesIO(self.data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Refused("Tệp Word hỏng hoặc chưa tải về hết", _AGAIN) from error


def parse(data: bytes) -> Element:
    """The root of an XML part. Raises Refused where it is broken or brings definitions of its own."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("Tệp Word hỏng: nội dung XML không đọc được", _AGAIN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("Tệp Word có khai báo lạ (DTD), không phải do Word ghi", _AGAIN)
    return root


def child(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(W + name)


def value(element: Element | None, name: str, attribute: str = "val") -> str | None:
    """``attribute`` of the child ``name``; "" where the child has none, None where there is no child."""
    found = child(element, name)
    return None if found is None else found.get(W + attribute, "")


def switch(element: Element | None, name: str) -> bool | None:
    """Whether the property ``name`` is on, as an element without value or a true one says; None where not said."""
    said = value(element, name)
    return None if said is None else said not in ("0", "false", "off", "none")


def number(text: str | None, otherwise: int = 0) -> int:
    try:
        return int(text) if text else otherwise
    except ValueError:
        return otherwise
