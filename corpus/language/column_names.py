"""What the columns of tables of tasks are called, and the fields that the cells below them are of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.folding import fold, slug

# Fields by what the name of a column says, without marks; the first that fits.
_NAMES = (
    ("no", re.compile(r"(?:stt|s\.?tt|tt|so tt|so thu tu|no\.?|#|muc)")),
    ("coordinating", re.compile(r".*\bphoi hop\b.*")),
    ("product", re.compile(r"(?!.*\b(?:thoi gian|thoi han)\b).*\b(?:san pham|ket qua|dau ra)\b.*")),
    (
        "time",
        re.compile(
            r".*\b(?:thoi gian|thoi han|thoi diem|tien do|lo trinh|hoan thanh|han nop|han cuoi|han trinh)\b.*|han|thang|ngay"
        ),
    ),
    (
        "lead",
        re.compile(
            r".*\b(?:chu tri|dau moi|soan thao)\b.*"
            r"|(?:.*\b(?:co quan|don vi|phong|ban|bo phan|nguoi|can bo|to chuc|phan cong|trach nhiem)\b.*)?"
            r"\b(?:thuc hien|phu trach|duoc giao|tham muu|phan cong|trien khai|chiu trach nhiem)\b.*"
            r"|phan cong.*|trach nhiem|(?:co quan|don vi)(?:, (?:co quan|don vi))?"
        ),
    ),
    (
        "title",
        re.compile(
            r".*\b(?:nhiem vu|noi dung|cong viec|hoat dong|dau viec|giai phap|viec lam|hang muc|chuong trinh|de an"
            r"|phan viec|mo hinh|tieu chi|chi tieu|muc tieu|ten viec|ten van ban|danh muc)\b.*|van ban"
        ),
    ),
)
_NOT_LEAD = re.compile(r".*\b(?:lanh dao|kinh phi|cap trinh|nguon|ghi chu|dia diem|doi tuong|noi dung|nhiem vu)\b.*")


KNOWN = frozenset(field for field, _ in _NAMES)


def name_fields(names: Sequence[str], lengths: Sequence[int]) -> list[str]:
    """A field for each of the columns called ``names``: each of those known once, the others by their own names.

    Of several that may be the task, it is the one with most words below it (``lengths``); where none is called so
    beside those who lead and help, the first that is no number.

    >>> name_fields(["TT", "Nội dung", "Cơ quan chủ trì", "Kinh phí"], [2, 90, 40, 9])
    ['no', 'title', 'lead', 'kinh-phi']
    >>> name_fields(["TT", "Công trình", "Chủ trì", "Phối hợp"], [2, 90, 40, 9])
    ['no', 'title', 'lead', 'coordinating']
    """
    meant = [_meaning(name) for name in names]
    if "title" not in meant and {"lead", "coordinating"}.issubset(meant):
        first = next((at for at, field in enumerate(meant) if field != "no"), 0)
        meant[first] = meant[first] or "title"
    titles = [at for at, field in enumerate(meant) if field == "title"]
    title = max(titles, key=lambda at: lengths[at], default=-1)
    fields: list[str] = []
    for at, (name, field) in enumerate(zip(names, meant, strict=True)):
        known = field if field and field not in fields and (field != "title" or at == title) else ""
        fields.append(known or own_field(name, at, fields))
    return fields


def _meaning(name: str) -> str:
    """What a column called ``name`` holds, or nothing."""
    words = re.sub(r"\s+", " ", fold(re.sub(r"\(.*?\)", " ", name))).strip(" .:*")
    if "chu tri" in words and "phoi hop" in words:
        return "lead"
    for field, pattern in _NAMES:
        if pattern.fullmatch(words) and not (field == "lead" and _NOT_LEAD.fullmatch(words)):
            return field
    return ""


def own_field(name: str, at: int, taken: Sequence[str]) -> str:
    """A field of its own for the column ``at`` called ``name``, that none of those ``taken`` is."""
    wanted = "-".join(slug(name).split("-")[:5])
    if not wanted or not wanted[0].isalpha() or wanted in KNOWN | {"detail", "sort", "merged"}:
        wanted = f"cot-{at + 1}"
    return wanted if wanted not in taken else f"{wanted}-{at + 1}"
