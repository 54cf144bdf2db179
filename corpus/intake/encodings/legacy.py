"""TCVN3 (ABC) and VNI: Vietnamese in fonts that draw other letters for the codes of Latin 1.

TCVN3 is the upper half of TCVN 5712:1993 (charset TCVN5712-1 of glibc's iconv, which a test compares); fonts whose
name ends in H draw the small letters as capitals. VNI for Windows puts a sign behind a plain letter (as in the tables
of xvnkb, vni.h, and UniKey, VNIWindows): here each sign becomes its combining marks, and NFC composes them.
"""

from __future__ import annotations

import re
from typing import Literal

Legacy = Literal["TCVN3", "VNI"]

_TCVN3_FROM = 0xA1
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_VNI_SIGNS = {
    **dict(zip("ùøûõï", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True)),
    "â": _CIRCUMFLEX,
    **{sign: _CIRCUMFLEX + tone for sign, tone in zip("áàåãä", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True)},
    "ê": _BREVE,
    **{sign: _BREVE + tone for sign, tone in zip("éèúüë", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True)},
}
_VNI_LETTERS = dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True))
_VNI = {
    **_VNI_SIGNS,
    **_VNI_LETTERS,
    **{sign.upper(): marks for sign, marks in _VNI_SIGNS.items()},
    **{sign.upper(): letter.upper() for sign, letter in _VNI_LETTERS.items()},
}
_TCVN3_TABLE = {_TCVN3_FROM + place: letter for place, letter in enumerate(_TCVN3)}
_VNI_TABLE = {ord(sign): letters for sign, letters in _VNI.items()}
_LATIN_ONLY = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}  # codes that Windows 1252 leaves free
_WINDOWS = {byte: _LATIN_ONLY.get(byte) or bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0)}
_FONT_TCVN3 = re.compile(r"\.vn\w", re.IGNORECASE)
_FONT_VNI = re.compile(r"vni[-_ ]", re.IGNORECASE)


def legacy_of_font(name: str) -> Legacy | None:
    """The old encoding of text in the font ``name``; PDF puts six letters and a plus before some names.

    >>> legacy_of_font("ABCDEF+.VnTimeH"), legacy_of_font("VNI-Times"), legacy_of_font("Times New Roman")
    ('TCVN3', 'VNI', None)
    """
    bare = re.sub(r"^[A-Z]{6}\+", "", name)
    return "TCVN3" if _FONT_TCVN3.match(bare) else "VNI" if _FONT_VNI.match(bare) else None


def draws_capitals(font: str) -> bool:
    """Whether the TCVN3 font ``font`` draws small letters as capitals (``.VnTimeH``, ``.VnArialH-Bold``)."""
    return bool(re.match(r"(?:[A-Z]{6}\+)?\.Vn\w*H(?:[-, ]|$)", font))


def from_windows(data: bytes) -> str:
    """Bytes in Windows 1252, the signs of which (quotes, dashes) both old encodings keep."""
    return data.decode("latin-1").translate(_WINDOWS)


def decode_legacy(text: str, legacy: Legacy) -> str:
    """``text``, read as Latin 1 or Windows 1252, in Unicode. VNI comes decomposed: compose it when it is whole.

    >>> decode_legacy("Céng hoµ x· héi", "TCVN3")
    'Cộng hoà xã hội'
    >>> from unicodedata import normalize
    >>> normalize("NFC", decode_legacy("Coäng hoøa xaõ hoäi", "VNI"))
    'Cộng hòa xã hội'
    """
    return text.translate(_TCVN3_TABLE if legacy == "TCVN3" else _VNI_TABLE)
