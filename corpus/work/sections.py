"""Sections of a plan by their headings: who carries it out, its money, its reports, and what only describes."""

from __future__ import annotations

import re
from enum import Enum

from corpus.language.folding import fold
from corpus.model import Clause

# A heading is read whole: "Tổ chức thực hiện" is such a section, "Đánh giá tình hình tổ chức thực hiện" is none.
_AND = r"(?:\s*,\s*|\s+va\s+|\s*[-–;]\s*|\s+gan voi\s+)"
_OBJECT = (
    r"(?:\s+(?:cac\s+)?(?:ke hoach|chuong trinh|de an|nghi quyet|chi thi|phuong an|nhiem vu|noi dung)"
    r"(?:\s+(?:hanh dong|nay|cu the))*)?"
)
_BODIES = (
    r"(?:\s+(?:cu the\s+)?(?:cua|cho|doi voi))?(?:\s+(?:cac|tung|nhung|mot so))?"
    r"\s+(?:co quan|don vi|so|ban|nganh|cap|dia phuong|phong|to chuc|doan the|hoi|bo phan|thanh vien|ca nhan"
    r"|ubnd|uy ban nhan dan|chinh quyen|doanh nghiep|chu the|cap uy|chuyen mon|chinh tri)"
    r"(?:[\s,;/-]+(?:va|cac|cap|lien quan|co lien quan|co quan|don vi|so|ban|nganh|dia phuong|phong|to chuc|doan the"
    r"|hoi|ca nhan|ubnd|uy ban nhan dan|chinh tri|xa hoi|xa|phuong|huyen|quan|thi xa|thi tran|dac khu|thanh pho|tinh"
    r"|doanh nghiep|chuyen mon|thuoc|truc thuoc|trong))*"
)
_CARRYING_OUT = (
    r"(?:(?:cong tac|ke hoach|viec|giai phap|bien phap)\s+)?"
    r"(?:to chuc(?:\s+trien khai)?(?:\s*,?\s*thuc hien|\s+thi hanh)|to chuc trien khai|trien khai(?:\s+thuc hien)?"
    r"|trach nhiem(?:\s+(?:to chuc|trien khai))*(?:\s+(?:thuc hien|thi hanh))"
    r"|phan cong(?:\s+(?:cu the|nhiem vu|trach nhiem|cong viec|to chuc|trien khai|thuc hien))*)"
    rf"{_OBJECT}"
)
_DUTIES_OF = rf"(?:phan cong\s+)?(?:trach nhiem|nhiem vu)(?:\s+va quyen han)?{_BODIES}"
_MONEY = r"(?:nguon\s+)?(?:kinh phi|nguon luc|ngan sach|von)(?:\s+(?:thuc hien|dam bao|bao dam|to chuc))*"
_REPORTING = (
    r"(?:che do\s+)?(?:thong tin(?:\s*,|\s+va)?\s+bao cao|bao cao|thong tin)"
    r"(?:\s*,?\s*(?:va\s+)?(?:danh gia|kiem tra|giam sat|so ket|tong ket|theo doi|dinh ky))*"
)
_OTHER = r"(?:kiem tra|giam sat|theo doi|danh gia|so ket|tong ket|khen thuong|tien do|thoi gian thuc hien|lo trinh)"
_ORGANISING = re.compile(
    rf"(?:(?:{_MONEY}|{_REPORTING}|{_OTHER}|trach nhiem){_AND})*(?:{_CARRYING_OUT}|{_DUTIES_OF})"
    rf"(?:{_AND}(?:{_CARRYING_OUT}|{_DUTIES_OF}|{_MONEY}|{_REPORTING}|{_OTHER}))*"
)
_FUNDING = re.compile(rf"(?:ve\s+)?{_MONEY}{_OBJECT}")
_REPORTS = re.compile(rf"(?:{_OTHER}{_AND})*(?:cong tac\s+)?{_REPORTING}(?:{_AND}{_OTHER})*{_OBJECT}")
# What such a section says of a body is what was or is to be reached, not what it is told to do.
_DESCRIBING = re.compile(
    r"(?:(?:phan tich|mot so|cac|nhung|ve|tong quan|nhan dinh|khai quat)\s+)*"
    r"(?:danh gia (?:chung|tinh hinh|ket qua|thuc trang)|ket qua|thuc trang|tinh hinh|hien trang|ton tai|han che"
    r"|khai quat|nhan dinh|tong quan|dat van de|su can thiet|dac diem|boi canh|can cu|co so (?:phap ly|thuc tien|chinh tri|xay dung)|muc tieu|muc dich"
    r"|quan diem|chi tieu|du bao|nguyen nhan|thuan loi|kho khan|nguyen tac|pham vi|doi tuong|giai thich tu ngu)\b"
)
_WITH_REQUIREMENTS = re.compile(r"\byeu cau\b|\bnhiem vu\b|\bgiai phap\b")


class Section(Enum):
    """What a heading announces, as far as work is concerned."""

    ORGANISING = "organising"
    FUNDING = "funding"
    REPORTING = "reporting"
    DESCRIBING = "describing"
    OTHER = "other"


def read_section(clause: Clause) -> Section:
    """What section ``clause`` heads; anything but a heading, or a short item with items below it, heads none."""
    if clause.kind != "heading" and not (clause.number and clause.children):
        return Section.OTHER
    name = fold(clause.text).strip(" .:;*")
    name = re.sub(r"\s*\(.*\)$", "", re.sub(r"^(?:phan|chuong|muc)\s+(?:thu\s+\w+|[ivxl]+|\d+)\s*[.:–-]\s*", "", name))
    if _ORGANISING.fullmatch(name):
        return Section.ORGANISING
    if clause.kind != "heading":
        return Section.OTHER
    if _FUNDING.fullmatch(name):
        return Section.FUNDING
    if _REPORTS.fullmatch(name):
        return Section.REPORTING
    if _DESCRIBING.match(name) and not _WITH_REQUIREMENTS.search(name):
        return Section.DESCRIBING
    return Section.OTHER


def section_name(clause: Clause) -> str:
    """The heading as printed, with its number."""
    return f"{clause.marker} {clause.text}".strip()
