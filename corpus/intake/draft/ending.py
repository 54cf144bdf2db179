"""The end of a document: *Nơi nhận* line by line, and who signed for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.intake.draft import shapes
from corpus.intake.draft.flow import Line, cut_line, join_lines
from corpus.intake.draft.list_markers import Sort, read_marker
from corpus.intake.draft.recasing import recase
from corpus.schema import Signer

_NEXT = re.compile(r"(?<=[;.,])\s+(?=[-–+]\s*[^\W\d_])")
_ENDED = re.compile(r"[;.]\W*$")


@dataclass(frozen=True)
class Recipient:
    """One line of *Nơi nhận*; ``signed`` where a dash or plus was printed before it."""

    line: Line
    signed: bool


def read_recipients(lines: Iterable[Line]) -> tuple[Line | None, list[Recipient]]:
    """The line *Nơi nhận:* and the recipients below it, those over several lines joined, those in one line parted."""
    head: Line | None = None
    found: list[Recipient] = []
    for line in lines:
        if shapes.is_rule(line.text):
            continue
        if head is None:
            head = line
            continue
        for piece in cut_line(line, [cut.end() for cut in _NEXT.finditer(line.text)]):
            marker = read_marker(piece.text)
            signed = bool(marker and marker.sort is Sort.SIGN)
            if not signed and found and not _ENDED.search(found[-1].line.text):
                found[-1] = Recipient(join_lines([found[-1].line, piece]), found[-1].signed)
            else:
                found.append(Recipient(piece, signed))
    return head, found


def read_signer(lines: Iterable[Line]) -> Signer | None:
    """Who signed, in what office and for whom; None where no name is printed."""
    texts = [line.text for line in lines if not shapes.is_rule(line.text) and not shapes.is_sealed(line.text)]
    name = next((at for at in range(len(texts) - 1, -1, -1) if _is_signers_name(texts, at)), None)
    if name is None:
        return None
    above = texts[:name]
    capacity = [text for text in above if shapes.is_capacity(text)]
    posts = [text for text in above if text not in capacity]
    office = posts[-1] if posts else capacity[-1] if capacity else None
    if office is None:
        return None
    if office in capacity:
        capacity.remove(office)
    return Signer(name=texts[name], office=recase(office), capacity=[recase(text) for text in capacity])


def _is_signers_name(texts: list[str], at: int) -> bool:
    return at > 0 and shapes.is_name(texts[at]) and not shapes.is_capacity(texts[at])
