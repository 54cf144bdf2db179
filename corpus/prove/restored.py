"""How far each restored passage is from the raw passage it came from.

A scan's reading loses and swaps marks and letters, so both sides are folded and only letters and
digits are compared. What the scan does not carry must be marked as uncertain in the plan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Indel

from corpus.language.folding import fold
from corpus.model import Mark, PassagePlace, Plan
from corpus.problem import Problem
from corpus.prove.declare import count_words
from corpus.prove.passages import (
    CLAUSE_TEXT,
    Shown,
    check_lines,
    check_passages,
    check_reviewed,
    parts_of,
    show_passages,
)
from corpus.read.corpus_files import RegisterFile
from corpus.schema import PassageRegister

# Below this likeness a passage without uncertain words is suspicious: an invented sentence lies near
# 0.4 from any raw passage, and the worst readable passage of a scan near 0.6.
_TOO_FAR = 0.6
# A word is not carried when fewer than this part of its letters stand, in order, in the raw passage.
_CARRIED = 0.5
_LONG_WORD = 3
# Signs that a scanner takes for one another, each pair seen in the scan: "16p" lớp, "14p" lập, "nwée" nước,
# "Pang" Đảng, "trmh" trình.
_LOOKALIKES = str.maketrans("0461ijwpm", "oaollludn")


@dataclass(frozen=True)
class ComparedPassage:
    """One passage beside the raw lines it came from; ``similarity`` is 0 (nothing common) to 1 (equal)."""

    anchor: str
    field: str
    text: str
    raw: str
    raw_lines: tuple[int, ...]
    similarity: float
    uncertain: int


@dataclass(frozen=True)
class Restoration:
    """All passages of a restored plan, how many words the scan does not carry, and what does not hold."""

    passages: tuple[ComparedPassage, ...]
    absent: tuple[PassagePlace, ...]
    problems: tuple[Problem, ...]


def compare_restored(plan: Plan, source_text: str, register: RegisterFile[PassageRegister], path: str) -> Restoration:
    """Compare ``plan`` with its scan as ``register`` (the file at ``path``) pairs them."""
    raw = source_text.replace("\r\n", "\n").split("\n")
    shown = show_passages(plan)
    problems = [*check_lines(register, raw, path, plan), *check_passages(register, shown, path, plan)]
    problems.extend(check_reviewed(register, shown, raw, plan))
    passages = tuple(_compare_passages(register.record, shown, raw))
    for passage in passages:
        problems.extend(_distance_problems(passage, shown[passage.anchor, passage.field], plan))
    absent = tuple((one.at, one.cell or CLAUSE_TEXT) for one in register.record.absent)
    return Restoration(passages, absent, tuple(problems))


def _compare_passages(
    register: PassageRegister, shown: dict[PassagePlace, Shown], raw: list[str]
) -> Iterator[ComparedPassage]:
    for entry in register.passages:
        parts = [(line, text) for line, text in parts_of(entry.lines) if line <= len(raw)]
        raw_text = "\n".join(raw[line - 1] if text is None else text for line, text in parts)
        for anchor in (entry.at, *entry.also):
            key = (anchor, entry.cell or CLAUSE_TEXT)
            if key in shown:
                here = shown[key]
                lines = tuple(dict.fromkeys(line for line, _ in parts))
                likeness = Indel.normalized_similarity(letters(here.text), letters(raw_text))
                yield ComparedPassage(*key, here.text, raw_text, lines, round(likeness, 3), _uncertain(here))


@cache
def letters(text: str) -> str:
    """Letters and digits of ``text``, folded: all that survives a bad reading.

    >>> letters("Mục 1. Đề án")
    'muc1dean'
    """
    return re.sub(r"[\W_]", "", fold(unicodedata.normalize("NFKC", text)))


def _uncertain(shown: Shown) -> int:
    return sum(count_words(shown.text[m.start : m.end].split()) for m in shown.marks if m.kind == "uncertain")


@dataclass(frozen=True)
class Uncarried:
    """A word ``text[start:end]`` of a restored passage, and what the scan has in its place."""

    start: int
    end: int
    raw: str


def find_uncarried(text: str, raw: str, marks: Iterable[Mark] = ()) -> Iterator[Uncarried]:
    """The words of ``text`` that ``raw`` does not carry and that no uncertain mark covers."""
    ours, theirs = letters(text).translate(_LOOKALIKES), letters(raw).translate(_LOOKALIKES)
    places: list[int | None] = [None] * len(ours)
    for block in Indel.opcodes(ours, theirs):
        if block.tag == "equal":
            places[block.src_start : block.src_end] = range(block.dest_start, block.dest_end)
    covered = [(m.start, m.end) for m in marks if m.kind == "uncertain"]
    position = 0
    for word in re.finditer(r"\S+", text):
        length = len(letters(word[0]))
        found = [place for place in places[position : position + length] if place is not None]
        marked = any(start < word.end() and word.start() < end for start, end in covered)
        if length >= _LONG_WORD and not marked and len(found) < _CARRIED * length:
            yield Uncarried(*word.span(), _around(raw, _place(places, position)))
        position += length


def _place(places: list[int | None], position: int) -> int:
    """Where in the raw letters the last letter before ``position`` stands."""
    return next((place for place in reversed(places[:position]) if place is not None), 0)


def _around(raw: str, letter: int) -> str:
    """The part of ``raw`` around its letter number ``letter``."""
    kept = [index for index, char in enumerate(raw) for _ in letters(char)]
    at = kept[min(letter, len(kept) - 1)] if kept else 0
    return " ".join(raw[max(0, at - 20) : at + 30].split())


def _distance_problems(passage: ComparedPassage, shown: Shown, plan: Plan) -> Iterator[Problem]:
    where = f"plans/sources/{plan.meta.source.file}:{passage.raw_lines[0]}" if passage.raw_lines else ""
    if passage.similarity < _TOO_FAR and not passage.uncertain:
        raw = " ".join(passage.raw.split())
        must = f"đoạn phục dựng chỉ giống bản quét {passage.similarity:.0%} thì phải có chữ đánh dấu [chưa chắc]{{?}} ({where}: '{raw}')"
        yield Problem(plan.path, shown.line, must, passage.text, "warning")
        return
    for word in find_uncarried(shown.text, passage.raw, shown.marks):
        must = f"chữ mà bản quét không mang thì phải đánh dấu [chưa chắc]{{?}} ({where}: '{word.raw}')"
        line = shown.line + shown.text.count("\n", 0, word.start)
        yield Problem(plan.path, line, must, shown.text[max(0, word.start - 20) : word.end + 20], "warning")
