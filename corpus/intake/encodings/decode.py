"""Bytes of a text file as Unicode, by evidence: signs at the beginning, UTF-8's own rules, then the spelling."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from corpus.intake.encodings.legacy import Legacy, decode_legacy, from_windows
from corpus.intake.encodings.syllables import vietnamese_share
from corpus.intake.refusal import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEYOND_LATIN = re.compile("[\u0100-\u01b0\u0300-\u0323\u1ea0-\u1ef9]")  # letters that only Unicode has
_OLD: tuple[Legacy, ...] = ("TCVN3", "VNI")
_ENOUGH = 0.6  # of the marked words; names and abbreviations are no syllables
_BETTER = 0.2  # by which an old encoding must beat the text as it stands


@dataclass(frozen=True)
class Decoded:
    """``text`` with lines ending in ``\\n``; ``encoding`` is the name shown to the clerk, "UTF-8" in the usual case."""

    text: str
    encoding: str


def decode_text(data: bytes) -> Decoded:
    """Raises Refused where no encoding gives Vietnamese."""
    decoded = _decode(data)
    return Decoded(decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"), decoded.encoding)


def _decode(data: bytes) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    if name := _sixteen_bits(data):
        return _strictly(data, name)
    try:
        return recover(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    candidates = [Decoded(decode_legacy(from_windows(data), old), old) for old in _OLD]
    candidates.append(Decoded(data.decode("cp1258", "replace"), "Windows-1258"))
    best = max(candidates, key=lambda one: vietnamese_share(one.text))
    if vietnamese_share(best.text) < _ENOUGH:
        advice = "Hãy mở tệp bằng Word hoặc Notepad, lưu lại thành .docx hoặc .txt mã UTF-8 rồi nhận lại"
        raise Refused("Không nhận ra bảng mã chữ của tệp", advice)
    return best


def recover(text: str) -> Decoded:
    """``text`` with TCVN3 or VNI kept in its codes of Latin 1, where its spelling says so."""
    plain = vietnamese_share(text)
    if plain > 1 - _BETTER or _BEYOND_LATIN.search(text):
        return Decoded(text, "UTF-8")
    best = max((Decoded(decode_legacy(text, old), old) for old in _OLD), key=lambda one: vietnamese_share(one.text))
    share = vietnamese_share(best.text)
    return best if share >= max(_ENOUGH, plain + _BETTER) else Decoded(text, "UTF-8")


def _strictly(data: bytes, name: str) -> Decoded:
    shown = name.removesuffix("-sig").removesuffix("-le").removesuffix("-be").upper()
    try:
        return Decoded(data.decode(name), shown)
    except UnicodeDecodeError as error:
        raise Refused(f"Tệp chữ hỏng: mã {shown} sai ở byte {error.start}", "Hãy xin hoặc lưu lại tệp") from error


def _sixteen_bits(data: bytes) -> str:
    """UTF-16 without a mark at its beginning: nearly every second byte of letters, digits and blanks is 0 or 1."""
    head = data[:2000]
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if high and sum(byte in (0, 1, 0x1E) for byte in high) > 0.9 * len(high) and b"\0" in high:
            return name
    return ""


def _latin(data: bytes) -> str:
    """As Windows shows it, but codes that Windows 1252 lacks as Latin 1."""
    return from_windows(data)
