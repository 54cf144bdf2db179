"""The bodies that a cell, heading or clause names, one after the other.

A comma or "và" parts two names only where a noun of bodies follows it ("…, Sở Nội vụ"); else it stands
inside a name ("Sở Văn hóa, Thể thao và Du lịch") or a list of places ("các quận, huyện").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.language.letters import CAPITAL, SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words


@dataclass(frozen=True)
class PrintedName:
    """A name as printed at ``text[start:end]``; ``name`` is it with what the printing leaves to the reader.

    >>> [part.name for part in split_bodies("Các Sở: Nội vụ, Tài chính")]
    ['Sở Nội vụ', 'Sở Tài chính']
    """

    text: str
    name: str
    start: int
    end: int
    bracketed: bool = False

    def cut(self, end: int) -> PrintedName:
        """The name that ends at ``text[end]``."""
        text = self.text[:end]
        lost = len(" ".join(self.text[end:].split()))
        return replace(self, text=text, name=self.name[: len(self.name) - lost].rstrip(" ,"), end=self.start + end)

    def rest(self, start: int) -> PrintedName:
        """What stands from ``text[start]`` on, as a name of its own."""
        text = self.text[start:]
        return replace(self, text=text, name=" ".join(text.split()), start=self.start + start)


_PLACE = whole_words(place.noun for place in LEXICON.places)
# "Thanh tra, kiểm tra việc …", "Thống kê số liệu …": what bodies do is no body.
_DOING = (
    rf"(?:Thanh tra|Thống kê)(?:,\s+|\s+(?:và\s+)?)(?!{_PLACE}|cơ sở|chuyên ngành)[{SMALL}]"
    r"|Thường trực\s+(?:tham mưu|giúp|theo dõi|sẵn sàng|ứng|tổng hợp|đôn đốc|\d)"
    r"|Lãnh đạo(?:,|\s+và)?\s+(?:chỉ đạo|điều hành)"
)
# A noun of bodies or of their heads, where it does not begin a common word.
BODY = rf"(?!{whole_words(LEXICON.not_bodies)}|{_DOING}){whole_words((*LEXICON.bodies, *LEXICON.posts))}"
_DEPARTMENT = whole_words(LEXICON.departments)
_ADDRESSED = whole_words(LEXICON.addressed)


# "các ông (bà) Trưởng thôn"
MANY = r"(?:(?:tất cả\s+)?(?:các|những|một số|toàn thể)\s+(?:(?:ông\s*(?:\(bà\)|,?\s*bà|/\s*bà)|đồng chí)\s+)?)"
_BULLET = r"(?:[-–—+*•]|\d{1,2}[.)]|[a-zđ]\))"
# Strong ends of a name: a semicolon, a new line before a bullet or a noun of bodies, a bullet after a full stop.
_STRONG = re.compile(rf";|\n\s*(?={_BULLET}\s)|\n(?=\s*(?:{MANY})?(?i:{BODY}))|\.\s+(?={_BULLET}\s)")
_DASHED = re.compile(rf"\s[-–—+]\s+(?=(?i:{MANY})?{BODY})")
_WEAK = re.compile(r"\s*(?:,|/|&|\s(?i:và|cùng với|cùng|hoặc)\s)\s*")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_PLURAL = re.compile(rf"(?i:{MANY})(?!{_PLACE})(?:\w)")
_CAPITAL = re.compile(BODY)
_SMALL = re.compile(rf"(?i:{BODY})\s+(?=[{CAPITAL}])")
# Bodies of many that are printed without a capital: "Công an cấp xã, tổ công nghệ số cộng đồng".
_SMALL_BODY = re.compile(
    r"(?:tổ (?!chức|trưởng)|đội (?!ngũ|trưởng)|trạm y tế|trường (?!hợp)|hội (?:viên )?(?:nông dân|phụ nữ|cựu|đặc thù|chữ thập)"
    r"|[ủu][yỷ] ban nhân dân|công an|hợp tác xã|câu lạc bộ|(?:các\s+)?công đoàn|nhân viên|cộng tác viên|ban chỉ (?:đạo|huy)|(?:các\s+)?đảng (?:ủy|uỷ|bộ))\s*\w"
)
# "…, Sở Tài chính và thủ trưởng các sở": who heads many is printed small in a list.
_SMALL_HEADS = re.compile(rf"{whole_words(post.lower() for post in LEXICON.posts)}\s+(?:các|những)\s")
_COUNTED = re.compile(rf"\d+\s+(?i:{_ADDRESSED})")  # "Trạm Y tế, 25 khu phố"
_SHOUTED = re.compile(rf"(?i:{BODY})")
# "bản đồ" is no village; "đoàn thể", which begins as a body does, are many.
_COMMON = whole_words(set(LEXICON.not_bodies) - {noun.capitalize() for noun in LEXICON.addressed})
_LOOSE = re.compile(rf"(?i:(?!{_COMMON}){_ADDRESSED})")
_VILLAGES = re.compile(rf"(?i:{MANY}{_ADDRESSED})\s+[{CAPITAL}]")  # "các thôn Bản Vai, Bản Trang"
_LOOSE_RUN = re.compile(rf"(?i:{MANY})?(?i:{_ADDRESSED})$")
_DEPARTMENT_RUN = re.compile(rf"(?i:.*\b)?(?i:{_DEPARTMENT})(?:\s+chuyên môn)?$", re.DOTALL)
_SECTORS_ALL = re.compile(r"(?i:ban),?\s+ngành\b")  # "các Sở, Ban ngành"
# "Các ông (bà) Chánh Văn phòng …": how persons are addressed is no part of their office.
_HONORIFIC = re.compile(rf"^(?i:các\s+)?(?i:ông|bà|đồng chí)(?i:\s*,?\s*bà)?\s+(?={whole_words(LEXICON.posts)})")
# "Giám đốc Sở Y tế - Phó Trưởng ban Thường trực …", "Sở Nội vụ - cơ quan thường trực": what it is besides.
_APPOSITION = re.compile(
    r"\s[-–]\s(?:(?:Phó\s)?(?:Trưởng|Tổ trưởng|Chủ tịch)\s|(?i:cơ quan|thành viên|ủy viên)\s)[^,;]*$"
)
# Offices that serve two bodies carry both in one name.
_SHARED_OFFICE = re.compile(r"(?i:văn phòng|VP)\s+(?i:HĐND|hội đồng nhân dân|đoàn ĐBQH|đoàn đại biểu quốc hội)[^;]*$")
_SECTORED = re.compile(
    rf"(?P<head>(?:{whole_words(LEXICON.posts)}\s+)?(?:(?i:{MANY}))?(?P<noun>(?i:Sở|Phòng)))"
    rf"(?:(?:\s*,\s*(?:ban|ngành))+(?=\s*:))?(?P<colon>\s*:)?\s+"
)
# "Văn hóa - Thể thao và Du lịch" is "Văn hóa, Thể thao và Du lịch".
_SECTOR = re.compile(
    whole_words(LEXICON.fields_of("sở", "phòng"))
    .replace(",", r"(?:,|\s[-–])")
    .replace(r"\ ", r"\s+")
    .replace(r"\-", "[-–]")
)
_EDGES = " \t\n.,;:/"


def split_bodies(text: str) -> tuple[PrintedName, ...]:
    """The names in ``text``, in their order; a name in brackets follows the one it stands beside."""
    found: list[PrintedName] = []
    for start, end in _pieces(text):
        found.extend(_names_in(text, start, end))
    return tuple(found)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Runs between strong ends, brackets included."""
    strong = _STRONG if not re.match(r"\s*[-–—+]\s", text) else re.compile(f"{_STRONG.pattern}|{_DASHED.pattern}")
    bounds, position = [], 0
    for mark in strong.finditer(text):
        bounds.append((position, mark.start()))
        position = mark.end()
    return [*bounds, (position, len(text))]


def _names_in(text: str, start: int, end: int) -> list[PrintedName]:
    # Brackets are blanked, not cut, so that positions stay those of the text.
    plain = _BRACKETS.sub(lambda mark: " " * len(mark.group()), text[start:end])
    names = _split_weak(text, plain, start)
    for mark in _BRACKETS.finditer(text, start, end):
        inside = mark[1]
        if begins_body(inside):
            for part in _split_weak(text, inside.replace(" thuộc ", " ,     "), mark.start(1)):
                names.append(PrintedName(part.text, part.name, part.start, part.end, bracketed=True))
    return sorted(names, key=lambda name: name.start)


def begins_body(text: str) -> bool:
    text = text.lstrip()
    shouted = text.split(",")[0].isupper() and _SHOUTED.match(text)
    return bool(shouted or _PLURAL.match(text) or _CAPITAL.match(text) or _SMALL.match(text))


def begins_small_body(text: str) -> bool:
    """Whether ``text`` begins with one of many bodies that is printed small: "công đoàn cơ sở"."""
    return _SMALL_BODY.match(text) is not None


def _split_weak(text: str, plain: str, offset: int) -> list[PrintedName]:
    """Names in ``plain``, which is ``text`` from ``offset`` on with brackets blanked."""
    names: list[PrintedName] = []
    begin = _skip_bullet(plain, 0)
    head, protected = _sectors_at(plain, begin)
    prefix = ""
    for mark in _WEAK.finditer(plain, begin):
        if mark.start() < max(begin, protected):
            continue
        current, rest = plain[begin : mark.start()], plain[mark.end() :]
        elided = _SECTOR.match(rest) if head and not begins_body(rest) else None
        if not elided and not _parts(current, rest):
            continue
        names.append(_name(text, plain, offset, begin, mark.start(), prefix))
        begin = mark.end()
        if elided:
            prefix, protected = head, begin + elided.end()
        else:
            prefix = ""
            head, protected = _sectors_at(plain, begin)
    names.append(_name(text, plain, offset, begin, len(plain), prefix))
    return [name for name in names if any(char.isalnum() for char in name.text)]


def _parts(current: str, rest: str) -> bool:
    """Whether ``rest`` begins another name than the one that ``current`` ends."""
    if _SHARED_OFFICE.search(current) and re.match(r"(?i:UBND|ủy ban nhân dân|HĐND|hội đồng nhân dân)", rest):
        return bool(re.search(r"(?i:UBND|ủy ban nhân dân)", current))
    if _LOOSE.match(rest):
        if rest[0].isupper() and _VILLAGES.match(current.strip()):
            return False
        return not _LOOSE_RUN.search(re.split(r",|\bvà\b", current)[-1].strip())
    if _SECTORS_ALL.match(rest) and _DEPARTMENT_RUN.match(current.strip()):
        return False
    if re.match(rf"{_DEPARTMENT}\s*(?:,|và\b|$|chuyên môn|liên quan|có liên quan)", rest):
        return not _DEPARTMENT_RUN.match(current.strip())
    if _SMALL_BODY.match(rest) or _COUNTED.match(rest) or _SMALL_HEADS.match(rest):
        return True
    goes_on = _DEPARTMENT_RUN.match(current.strip()) and re.match(rf"(?i:{_DEPARTMENT})", rest)
    if goes_on and not _CAPITAL.match(rest):
        return bool(_SMALL.match(rest))
    return begins_body(rest)


def _sectors_at(plain: str, begin: int) -> tuple[str, int]:
    """The noun that later fields of work share, and the end of the first field; nothing where it is not known."""
    found = _SECTORED.match(plain, begin)
    sector = _SECTOR.match(plain, found.end()) if found else None
    if not found or not (sector or found["colon"]):
        return "", begin
    head = re.sub(rf"(?i:{MANY})", "", found["head"])
    return head[0].upper() + head[1:], sector.end() if sector else found.end()


def _skip_bullet(plain: str, begin: int) -> int:
    found = re.compile(rf"\s*(?:{_BULLET}\s+)?\s*").match(plain, begin)
    return found.end() if found else begin


def _name(text: str, plain: str, offset: int, begin: int, end: int, prefix: str) -> PrintedName:
    part = plain[begin:end]
    stripped = part.strip(_EDGES)
    start = begin + (part.find(stripped) if stripped else 0)
    head = _SECTORED.match(stripped)
    name = _APPOSITION.sub("", _HONORIFIC.sub("", " ".join(stripped.split())))
    if prefix:
        name = f"{prefix} {name}"
    elif head and head["colon"]:
        noun = re.sub(rf"(?i:{MANY})", "", head["head"])
        name = f"{noun[0].upper()}{noun[1:]} {' '.join(stripped[head.end() :].split())}"
    first, last = offset + start, offset + start + len(stripped)
    return PrintedName(text[first:last], name, first, last)
