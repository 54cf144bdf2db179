"""What a line of a document is by its shape: the name of its kind, an annex, a signature, a drawn rule.

The forms are those of Nghị định 30/2020/NĐ-CP, Appendix I, with what offices make of them.
"""

from __future__ import annotations

import re

from corpus.document_kinds import ADMINISTRATIVE_KINDS
from corpus.language.folding import fold
from corpus.language.letterhead import read_day, read_number
from corpus.language.letters import CAPITAL, SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import longest_first

_KINDS = {kind.upper(): kind for kind in ADMINISTRATIVE_KINDS.values()}
_KIND = re.compile(rf"(?P<kind>{'|'.join(longest_first(_KINDS))})(?!\w)(?P<rest>.*)", re.DOTALL)
_ANNEX = re.compile(
    r"(?P<noun>phụ lục|phụ biểu|danh mục|danh sách|biểu mẫu|biểu(?: số)?|mẫu(?: số| biểu)?|bảng|đề cương|khung)\b",
    re.IGNORECASE,
)
_NUMBERED_ANNEX = re.compile(
    r"(?:phụ lục|phụ biểu|biểu|mẫu|bảng)(?:\s+(?:số|mẫu|biểu))?\s*(?:số)?\s*(?:[IVX]+|\d{1,2}[a-z]?|[A-D])?\s*[.:]?\s*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s\-–—_=*.~•oO0]*[\-–—_=*]{2,}[\s\-–—_=*.~]*|[*\s]{3,}")
# The Party's offices print it without a point: "T/M BAN THƯỜNG VỤ".
_CAPACITY = re.compile(r"(?:T/?M|K/?T|TUQ|T/?L|Q|TTr|UQ)\s*\.\s*(?=\w)|(?:T/?M|K/?T|T/?L|TUQ)\s+(?=[^\W\d_])")
_POSTS = re.compile(
    r"(?:(?:quyền|q\.|phó|chánh|phó chánh|phó trưởng|trưởng|tổng|thứ)\s*)*"
    rf"(?:{'|'.join(longest_first(fold(post) for post in LEXICON.posts))}|van phong|phong|thu truong|bo truong|ban|giam doc)\b.*"
)
_NAME_WORD = rf"[{CAPITAL}][{SMALL}]*"
_NAME = re.compile(
    rf"(?:(?:GS|PGS|TS|ThS|BS|CKI|CKII|KS|Đ/c|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|Bác sĩ|Tiến sĩ|Thạc sĩ)\.?\s*)*{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,5}}"
)
_SEALED = re.compile(
    r"[(\[]?\s*(?:(?:đã|da)\s*(?:ký|kí|ky)|signed|ký tên|ký, đóng dấu|ký và đóng dấu|ký, ghi rõ họ tên.*|đã ký và đóng dấu)\W*",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:ký bởi|người ký|ký ngày|thời gian ký|cơ quan\s*:|email\s*:|signed by|signer|signature|digitally signed|chữ ký số)\b.*",
    re.IGNORECASE,
)
# What is stamped on a letterhead and names nobody: a draft, its urgency, its secrecy.
_STAMPED = re.compile(
    r"[(\[]?\s*(?P<draft>(?:bản\s+)?dự\s*thảo)(?:\s+(?:lần\s+)?(?:thứ\s+)?[\dIVX]+|\s+(?:lần\s+)?(?:cuối|ngày\b.*))?\s*[)\]]?"
    r"|[(\[]?\s*(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn|tuyệt mật|tối mật|mật|sao y(?: bản chính)?|bản sao)(?:\s+hẹn giờ)?\s*[)\]]?",
    re.IGNORECASE,
)
# The family name Trương: without its tone it reads as the beginning of a post.
_FAMILY = re.compile(r"trương\s", re.IGNORECASE)
_RECIPIENTS = re.compile(r"(?:kính gửi|nơi\s+nhận)\s*[:;.]?\s*", re.IGNORECASE)
_ATTACHED = re.compile(r"\(?\s*(?:ban hành\s+)?(?:kèm theo|đính kèm|ban hành theo)\b", re.IGNORECASE)
_OPENS_BODY = re.compile(
    r"(?:căn cứ|thực hiện|thi hành|triển khai thực hiện|triển khai|để|nhằm|xét|theo|trên cơ sở|tiếp tục|ngày|với|nghị quyết|quyết định|qua|sau)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"trên đây là\b", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG BAN|HỘI ĐỒNG NHÂN DÂN|CHÁNH|HIỆU TRƯỞNG|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG)\b"
)


def kind_of(text: str) -> tuple[str, str] | None:
    """The kind of a document whose name stands in ``text`` in capitals, and what follows it there.

    >>> kind_of("KẾ HOẠCH"), kind_of("Kế hoạch này")
    (('kế hoạch', ''), None)
    """
    found = _KIND.fullmatch(" ".join(text.split()).strip(" *"))
    if not found or (found["rest"] and not found["rest"].isupper()):
        return None
    return _KINDS[found["kind"]], found["rest"].strip()


def is_annex_head(text: str, set_apart: bool) -> bool:
    """Whether an annex begins with ``text``; ``set_apart``: printed in bold or in the middle of the line."""
    if not _ANNEX.match(text) or len(text) > 120 or text.rstrip().endswith((".", ";", ",")):
        return False
    return text.isupper() or (set_apart and bool(_NUMBERED_ANNEX.fullmatch(text) or annex_title(text)))


def annex_title(text: str) -> int:
    """Where behind the number of an annex its title begins in the same line; 0 where none does.

    >>> annex_title("PHỤ LỤC 1 Nhiệm vụ năm 2026"), annex_title("Phụ lục 1 kèm theo Kế hoạch")
    (10, 0)
    """
    found = _NUMBERED_ANNEX.match(text)
    rest = text[found.end() :] if found else ""
    numbered = found and re.search(r"(?:[IVX]+|\d|\b[A-D])\s*[.:]?\s*$", found[0])
    return found.end() if found and numbered and rest[:1].isupper() and len(rest.split()) > 1 else 0


def numbers_annex(text: str) -> bool:
    """Whether ``text`` only numbers an annex: *PHỤ LỤC II*."""
    return bool(_NUMBERED_ANNEX.fullmatch(text))


def is_rule(text: str) -> bool:
    """Whether ``text`` only draws a line."""
    return bool(_RULE.fullmatch(text))


def is_capacity(text: str) -> bool:
    """Whether ``text`` says for whom one signs: *TM. ỦY BAN NHÂN DÂN*."""
    return bool(_CAPACITY.match(text)) and (text.isupper() or len(text) < 60)


def is_post(text: str) -> bool:
    """Whether ``text`` is the office of a signer, in capitals or not."""
    if _FAMILY.match(text):
        return False
    return len(text) < 60 and bool(_POSTS.fullmatch(fold(text))) and (text.isupper() or not re.search(r"[.;:,]$", text))


def is_name(text: str) -> bool:
    """Whether ``text`` may be the name of a person."""
    return bool(_NAME.fullmatch(text)) and not is_post(text) and len(text) < 50


def is_sealed(text: str) -> bool:
    """Whether ``text`` only says that there was a signature or a seal."""
    return bool(_SEALED.fullmatch(text))


def is_stamp(text: str) -> bool:
    """Whether ``text`` belongs to the mark of an electronic signature."""
    return bool(_STAMP.match(text))


def is_stamped(text: str) -> bool:
    """Whether ``text`` is one of the words stamped on a letterhead: *DỰ THẢO LẦN 2*, *HỎA TỐC*."""
    return bool(_STAMPED.fullmatch(text.strip()))


def is_draft(text: str) -> bool:
    """Whether ``text`` says that the document is a draft."""
    found = _STAMPED.fullmatch(text.strip())
    return bool(found and found["draft"])


def is_recipients(text: str) -> bool:
    return fold(text).startswith("noi nhan") and bool(_RECIPIENTS.match(text))


def after_recipients(text: str) -> int:
    """Where in a line *Nơi nhận:* what follows these words begins."""
    found = _RECIPIENTS.match(text)
    return found.end() if found else 0


def prints_number_or_day(text: str) -> bool:
    """Whether ``text`` is that line of a letterhead."""
    return bool(read_number(text) or read_day(text))


def is_attached(text: str) -> bool:
    """Whether ``text`` says with what an annex or plan was issued."""
    return bool(_ATTACHED.match(text))


def find_attached(text: str) -> int:
    """Where, behind a title in the same line, it begins to be said with what this was issued; 0 where it does not."""
    found = re.search(r"(?<=\S)\s+(?=\((?:ban hành\s+)?(?:kèm theo|đính kèm)\b)", text, re.IGNORECASE)
    return found.end() if found else 0


def opens_body(text: str) -> bool:
    return bool(_OPENS_BODY.match(text)) and not text.isupper()


def closes_body(text: str) -> bool:
    return bool(_CLOSES.match(text))


def is_authority(text: str) -> bool:
    """Whether ``text`` is the line of a decision that says who decides."""
    return text.isupper() and bool(_AUTHORITY.match(text))
