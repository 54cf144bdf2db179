"""Numbers and symbols of directives: reading them as printed, and mending what is misprinted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.language.patterns import grammar
from corpus.vocabulary import KIND_OF_ABBREVIATION

# Abbreviations in use beside those of the decree: joint and action programmes of the Party and the fronts.
_IN_USE = {
    "CTHĐ": "chương trình",
    "CTPH": "chương trình",
    "KHLT": "kế hoạch",
    "KHPH": "kế hoạch",
    "HDLT": "hướng dẫn",
    "HDLN": "hướng dẫn",
    "QCPH": "quy chế",
    "TBKL": "thông báo",
    "TTLB": "thông tư liên tịch",
}
KIND_OF_SYMBOL = {**KIND_OF_ABBREVIATION, **_IN_USE}
# Misprints and OCR readings of the same letters.
_MENDED = {
    "QD": "QĐ",
    "QÐ": "QĐ",
    "QDP": "QĐ",
    "QĐP": "QĐ",
    "QB": "QĐ",
    "ND": "NĐ",
    "NÐ": "NĐ",
    "QYD": "QyĐ",
    "QYĐ": "QyĐ",
    "CTR": "CTr",
    "TTR": "TTr",
    "DA": "DA",
    "NĐP": "NĐ",
    "CTHD": "CTHĐ",
    "HDND": "HĐND",
    "TTG": "TTg",
    "THU": "ThU",
    "UBNĐ": "UBND",
    "UBDN": "UBND",
}
# What an organ's part of a symbol says by itself (domain knowledge; TW and UBND do not say which body).
ISSUER_OF_SYMBOL = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "CTN": "Chủ tịch nước",
    "VPCP": "Văn phòng Chính phủ",
    "VPTW": "Văn phòng Trung ương Đảng",
    "BNV": "Bộ Nội vụ",
    "BTP": "Bộ Tư pháp",
    "BTC": "Bộ Tài chính",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BCT": "Bộ Công Thương",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BYT": "Bộ Y tế",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BXD": "Bộ Xây dựng",
    "BCA": "Bộ Công an",
    "BGTVT": "Bộ Giao thông vận tải",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BQP": "Bộ Quốc phòng",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BNG": "Bộ Ngoại giao",
    "TTCP": "Thanh tra Chính phủ",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "UBDT": "Ủy ban Dân tộc",
    "BTCTW": "Ban Tổ chức Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "STTTT": "Sở Thông tin và Truyền thông",
    "SNV": "Sở Nội vụ",
    "STC": "Sở Tài chính",
    "STP": "Sở Tư pháp",
    "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
}
_PARTY = re.compile(r"(?:.*TW|.*TU|QU|HU|ĐU|ĐUK|ThU|BCSĐ|BCS|ĐĐ)$")
_LOCAL = re.compile(r"(?:UBND|HĐND|TU|QU|HU|ĐU|CT|BCĐ|S[A-ZĐ]{2,})")
_LETTER = "A-ZĐÐ"
_RUN = rf"[{_LETTER}][{_LETTER}&]{{0,29}}(?:[a-z]{{1,2}}[{_LETTER}]+){{0,2}}\d{{0,4}}"
_ORGAN = rf"(?:TTg|T\s?W(?![{_LETTER}])|{_RUN})"
_LOWER = r"(?:nq|q[đd]|kh|ct|n[đd]|tb|tt|kl|ctr|ttr|hd|bc)\s?[-/]\s?(?:ubnd|hđnd|cp|ttg|tw|tu)(?!\w)"
_FIRST = grammar(
    rf"""
    (?: CTr | TTr | QyĐ | Qb | L(?=-) | PL(?=-)
      | [{_LETTER}]{{2,12}} (?:Tg)? (?: [a-z]{{1,2}}[{_LETTER}]+ )? \d{{0,2}} (?: \s[{_LETTER}]{{2,4}}(?=-) )? )
    """
)
_DASH = r"\-–‑‐−—"
_JOIN = rf"\s*[/.{_DASH}]\s*"
# Over a blank, or after a full stop, only a whole word goes on with a symbol: "12/QĐ-UBND. Kế hoạch" does not.
# Blanks on both sides of a sign may be punctuation or a list item: only the first sign may have them, on its line.
_BROKEN = rf"(?:[/{_DASH}]\s{{0,4}}|\s{{1,4}}[/{_DASH}])"
_REST = grammar(rf"(?: [/{_DASH}] <organ> | {_BROKEN} <organ> (?!\w) | \. <organ> (?!\w) )", organ=_ORGAN)
_FIRST_REST = grammar(rf"(?: \x20[/{_DASH}]\x20 <organ> (?!\w) | <rest> )", organ=_ORGAN, rest=_REST)

# A place where a symbol may begin: the sign between a number and it.
SIGNS = f"/{_DASH}"
SEPARATOR = rf"[{SIGNS}](?=\s{{0,4}}(?:[{_LETTER}]{{2}}|CTr|TTr|QyĐ|Qb|L-|{_LOWER}))"
SYMBOL = re.compile(rf"\s{{0,4}}(?:(?P<lower>{_LOWER})|(?P<first>{_FIRST})(?P<rest>(?:{_FIRST_REST}{_REST}{{0,3}})?))")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# The number straight before the sign; "s6 24" and "O1" are OCR readings of "số 24" and "01".
NUMBER_BEFORE = re.compile(
    grammar(
        r"""
        (?: (?<![\w.,/:\-]) | (?<=\bsố) | (?<=\bSố) | (?<=\bsố\.) | (?<=\ss6) )
        (?P<num> (?: \d{1,5} | [OolI]\d{1,4} | \d{1,4}[Ool] ) \s? (?: [a-eđ¢](?![a-zđ]) )? )
        \s? (?: /\s? <year> \s? )? $
        """,
        year=_YEAR,
    )
)
# The kind stands before the sign: "76 NQ-CP", "18NQ/TW".
NUMBER_AND_KIND_BEFORE = re.compile(
    grammar(
        rf"(?<![\w.,/:\-]) (?P<num>\d{{1,5}}[a-eđ]?) (?: / <year> )? \s? (?P<first>[{_LETTER}]{{2,3}}r?) \s? $",
        year=_YEAR,
    )
)
# Only blanks or dots where the number should be.
UNKNOWN_BEFORE = re.compile(
    grammar(
        r"(?P<so>[Ss]ố)\s?:? (?P<num>[\s.…_]{0,24}) (?: /\s? (?: <year> | (?:20)?[.…_]{1,8} ) \s? )? $",
        year=_YEAR,
    )
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol with its misprints mended: ``NQ`` and ``CP`` of *NQCP*; ``kind`` None for an official letter."""

    abbreviation: str
    organ: str
    kind: str | None

    @property
    def local(self) -> bool:
        """True for an organ below the central level."""
        return bool(_LOCAL.match(self.organ))

    @property
    def issuer(self) -> str | None:
        return ISSUER_OF_SYMBOL.get(re.sub(r"\d+$", "", self.organ))

    def with_number(self, number: str, year: str | None, dashed: bool) -> str:
        """The whole number: Party documents as 62-KL/TW, the others as 76/NQ-CP or 61/2018/NĐ-CP."""
        parts = [part for part in (self.abbreviation, self.organ) if part]
        if self.abbreviation and self.organ and not year and (_PARTY.match(self.organ) or dashed):
            return f"{number}-{'/'.join(parts)}"
        return "/".join(part for part in (number, year, "-".join(parts)) if part)


def read_symbol(found: re.Match, before: str = "") -> Symbol:
    """The symbol in a match of SYMBOL; ``before`` is a kind that stands before the sign."""
    if found["lower"]:
        parts = re.split(r"\s?[-/]\s?", found["lower"].upper())
    else:
        parts = [part for part in re.split(_JOIN, found["first"] + found["rest"]) if part]
    parts = [_mend(part) for part in ([before, *parts] if before else parts)]
    if parts[0] not in KIND_OF_SYMBOL and (split := _split(parts[0])):
        parts[:1] = split
    kind = KIND_OF_SYMBOL.get(parts[0])
    if kind is None:
        if re.fullmatch(r"(?:UBTV)?QH\d{1,2}", parts[0]):
            return Symbol("", parts[0], None)
        return Symbol("", "-".join(parts), None)
    return Symbol(parts[0], "-".join(parts[1:]), kind)


def _mend(part: str) -> str:
    part = part.replace("Ð", "Đ").replace(" ", "")
    return _MENDED.get(part.upper(), part)


def _split(run: str) -> list[str] | None:
    """*KHUBND* as KH and UBND: a kind followed by a known organ without the sign between."""
    for size in (4, 3, 2):
        kind, organ = _mend(run[:size]), _mend(run[size:])
        known = organ in ISSUER_OF_SYMBOL or re.fullmatch(r"UBND|HĐND|TU|TW|(?:UBTV)?QH\d\d", organ)
        if kind in KIND_OF_SYMBOL and known:
            return [kind, organ]
    return None


def mend_number(printed: str) -> str:
    """*O1* as 01, *30¢* as 30c."""
    digits = "".join(printed.split()).replace("¢", "c")
    return re.sub(r"[Oo](?=\d|$)", "0", re.sub(r"^[lI](?=\d)|(?<=\d)l$", "1", digits))
