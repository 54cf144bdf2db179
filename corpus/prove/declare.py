"""The differences that a person declared, applied to the reading of the source.

Each must be needed, stand in exactly one place of the source, and be used once; a declaration with
an empty ``source`` adds words, and is taken out of the plan's reading instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model import Plan
from corpus.problem import Problem
from corpus.prove.reading import BLANK, LINE, LOOSE, PARAGRAPH, WORD, Reading, read_declared
from corpus.schema import Difference
from corpus.vocabulary import DifferenceReason, SourceMarkup

# Words under these reasons only change their place: what is taken away must come back.
_MOVES = (DifferenceReason.ROW_JOINED, DifferenceReason.ORDER)
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Declared:
    """All differences of one reason: how many, and how many words of the source were left out or added."""

    reason: DifferenceReason
    count: int
    removed: int
    added: int


@dataclass(frozen=True)
class Applied:
    """Both readings after the declared differences, ready to be compared."""

    source: Reading
    plan: Reading
    problems: tuple[Problem, ...]


def apply_differences(plan: Plan, source: Reading, shown: Reading) -> Applied:
    """Each declared difference applied in its order; one that fits nowhere is a problem on its line."""
    problems: list[Problem] = []
    markup = plan.meta.source.markup
    for index, difference in enumerate(plan.meta.differences):
        line = plan.lines.get(("differences", index), 1)
        wanted, text = read_declared(difference.source, markup), read_declared(difference.text, markup)
        must = _misuse(wanted, text, source, shown)
        if must:
            problems.append(Problem(plan.path, line, must, difference.source or difference.text))
        elif wanted:
            source = source.replace(*places_of(wanted, source)[0], text)
        else:
            shown = shown.replace(*places_of(text, shown)[0], "")
    problems.extend(_unbalanced_moves(plan))
    return Applied(source, shown, tuple(problems))


def _misuse(wanted: str, text: str, source: Reading, shown: Reading) -> str | None:
    """What a declaration breaks, or None where it can be applied."""
    if wanted == text:
        return "khai báo khác biệt phải thật sự khác nhau giữa source và text"
    if wanted and (found := len(places_of(wanted, source))) != 1:
        return f"source của khai báo phải có đúng một chỗ trong bản nhận được (thấy {found} chỗ)"
    found = len(places_of(text, shown)) if text else 1
    if found == 0:
        return "text của khai báo phải có trong kế hoạch (thấy 0 chỗ)"
    if not wanted and found > 1:
        return f"text thêm vào phải có đúng một chỗ trong kế hoạch (thấy {found} chỗ)"
    return None


def places_of(declared: str, reading: Reading) -> list[tuple[int, int]]:
    """Where ``declared`` stands; a blank in it fits any break inside a paragraph or a cell."""
    pattern = re.escape(declared).replace(r"\ ", f"[{BLANK}{LINE}{LOOSE}]")
    pattern = pattern.replace(PARAGRAPH, f"[{PARAGRAPH}{LOOSE}]")
    return [match.span() for match in re.finditer(pattern, reading.text)]


def _unbalanced_moves(plan: Plan) -> Iterable[Problem]:
    markup = plan.meta.source.markup
    for reason in _MOVES:
        moved = [(i, d) for i, d in enumerate(plan.meta.differences) if d.reason is reason]
        taken, put = _words((d.source for _, d in moved), markup), _words((d.text for _, d in moved), markup)
        if taken != put:
            lost = " ".join(((taken - put) or (put - taken)).elements())
            line = plan.lines.get(("differences", moved[0][0]), 1)
            yield Problem(plan.path, line, f"chữ chuyển chỗ ({reason}) phải còn đủ ở chỗ mới", lost)


def _words(texts: Iterable[str], markup: SourceMarkup) -> Counter[str]:
    """The words of ``texts``, each without the signs around it."""
    return Counter(_EDGES.sub("", word) for text in texts for word in WORD.findall(read_declared(text, markup)))


def sum_up(differences: Iterable[Difference], markup: SourceMarkup) -> tuple[Declared, ...]:
    """The declared differences by reason, in the order of the vocabulary."""
    differences = tuple(differences)
    sums = []
    for reason in DifferenceReason:
        mine = [d for d in differences if d.reason is reason]
        changing = [d for d in mine if not _only_breaks(d, markup)]
        taken, put = _words((d.source for d in changing), markup), _words((d.text for d in changing), markup)
        if mine:
            sums.append(Declared(reason, len(mine), count_words(taken - put), count_words(put - taken)))
    return tuple(sums)


def _only_breaks(difference: Difference, markup: SourceMarkup) -> bool:
    """Whether both sides have the same characters but for where the breaks are."""
    source, text = ("".join(WORD.findall(read_declared(side, markup))) for side in (difference.source, difference.text))
    return source == text


def count_words(words: Counter[str] | Iterable[str]) -> int:
    """How many of ``words`` are words: signs with a letter or a digit in them."""
    counted = words if isinstance(words, Counter) else Counter(words)
    return sum(count for word, count in counted.items() if any(char.isalnum() for char in word))
