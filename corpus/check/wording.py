"""Oddities that show in the words of one passage alone: pairs left open, words doubled, days that cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from corpus.check.oddity import Oddity
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words
from corpus.model import Passage, Plan
from corpus.vocabulary import Certainty, NoteKind

Odd = tuple[int, int, NoteKind, str, str | None, Certainty]  # start, end, kind, problem, meant, certainty

_PAIRS = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
# "1)" and "a)" number things in running text; their bracket was never opened.
_ENUMERATOR = re.compile(r"(?<!\w)(?:\d{1,2}|[a-zđ])\)")
# Two equal syllables may belong to two words ("thực hiện hiện đại hóa"): a slip is a word that joins others printed
# twice, or a word of several syllables.
_JOINING = whole_words(LEXICON.joining)
_DOUBLED = re.compile(rf"(?<!\w)(?P<word>{_JOINING}|[^\W\d_]{{2,}}\s+[^\W\d_]{{2,}})\s+(?P=word)(?!\w)", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"(?<![\d/.])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?![\d/])")
_WORDED_DATE = re.compile(r"ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})")
_SPACED_NUMBER = re.compile(
    r"(?<![\w/])(?P<number>\d+[a-zđ]?) +/ *(?P<symbol>[A-ZĐ][\w]*[-/][\w-]+)|(?<![\w/])(?P<number2>\d+)/ +(?P<symbol2>[A-ZĐ][\w]*-\w+)"
)
_SPACE_BEFORE = re.compile(r"(?<=\w) +(?P<sign>[,;:?!]|\.(?!\.))(?=\s|$)")
_NO_SPACE_AFTER = re.compile(r"(?<=[^\W\d_])(?P<sign>[,;])(?=[^\W\d_])")


def find_wording(plan: Plan) -> Iterator[Oddity]:
    """Every oddity of one passage alone, passage by passage."""
    rules: tuple[Callable[[str], Iterator[Odd]], ...] = (find_open_pairs, find_doubled, find_dates, find_spacing)
    for passage in plan.passages:
        for rule in rules:
            for start, end, kind, problem, meant, certainty in rule(passage.text):
                yield locate(plan, passage, start, end, kind, problem, meant, certainty)


def locate(
    plan: Plan,
    passage: Passage,
    start: int,
    end: int,
    kind: NoteKind,
    problem: str,
    meant: str | None,
    certainty: Certainty,
) -> Oddity:
    """A finding at ``[start:end]`` of ``passage``, on its line of the plan's file."""
    line = passage.line + passage.text.count("\n", 0, start)
    return Oddity(
        plan.id, passage.anchor, passage.field, passage.text[start:end], kind, problem, meant, certainty, line
    )


def find_open_pairs(text: str) -> Iterator[Odd]:
    """Quotation marks and brackets that open or close nothing.

    >>> [text for *_, text, _, _ in find_open_pairs("chủ đề “Giải phóng mặt bằng; triển khai")]
    ['Dấu “ không có dấu ” khép lại.']
    """
    enumerators = {match.end() - 1 for match in _ENUMERATOR.finditer(text)}
    waiting: list[int] = []
    lonely: list[int] = []
    for index, char in enumerate(text):
        if char in _PAIRS:
            waiting.append(index)
        elif char in _CLOSERS:
            if waiting and text[waiting[-1]] == _CLOSERS[char]:
                waiting.pop()
            elif index not in enumerators and not (char == "’" and _inside_word(text, index)):
                lonely.append(index)
    straight = [index for index, char in enumerate(text) if char == '"']
    lonely += straight[-1:] if len(straight) % 2 else []
    for index in sorted({*waiting, *lonely}):
        yield _open_pair(text, index)


def _inside_word(text: str, index: int) -> bool:
    return text[index - 1 : index].isalpha() and text[index + 1 : index + 2].isalpha()


def _open_pair(text: str, index: int) -> Odd:
    char = text[index]
    if char in _PAIRS:
        problem = f"Dấu {char} không có dấu {_PAIRS[char]} khép lại."
    elif char in _CLOSERS:
        problem = f"Dấu {char} không có dấu {_CLOSERS[char]} mở ra."
    else:
        problem = 'Số dấu " lẻ, có một dấu không thành cặp.'
    start, end = _around(text, index)
    return start, end, NoteKind.QUOTATION, problem, None, Certainty.CERTAIN


def _around(text: str, index: int) -> tuple[int, int]:
    """The sign at ``index`` with the words it touches, so that the quote tells one place."""
    start, end = text.rfind(" ", 0, index) + 1, text.find(" ", index)
    following = text.find(" ", end + 1) if end >= 0 else -1
    stop = following if following >= 0 else (end if end >= 0 else len(text))
    newline = text.find("\n", index)
    return start, min(stop, newline) if newline >= 0 else stop


def find_doubled(text: str) -> Iterator[Odd]:
    """A word printed twice over, unless the language doubles it."""
    for match in _DOUBLED.finditer(text):
        first, second = match["word"], match[0][-len(match["word"]) :]
        if first != second and second[0].isupper():
            continue
        if "\n" in match[0] and first.isupper():
            continue  # "BỘ CÔNG AN / CÔNG AN TỈNH": two names, each on a line of a letterhead
        yield (
            *match.span(),
            NoteKind.MISPRINT,
            f"Chữ “{first}” viết hai lần liền nhau.",
            match["word"],
            Certainty.PROBABLE,
        )


def find_dates(text: str) -> Iterator[Odd]:
    """Days that no calendar has."""
    for pattern in (_NUMERIC_DATE, _WORDED_DATE):
        for match in pattern.finditer(text):
            try:
                date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                yield *match.span(), NoteKind.DATE, "Không có ngày này trong lịch.", None, Certainty.CERTAIN


def find_spacing(text: str) -> Iterator[Odd]:
    """A number parted from its symbol; a sign parted from its word, or stuck to the next."""
    for match in _SPACED_NUMBER.finditer(text):
        meant = f"{match['number'] or match['number2']}/{match['symbol'] or match['symbol2']}"
        yield *match.span(), NoteKind.FORMAT, "Có khoảng trống giữa số và ký hiệu.", meant, Certainty.CERTAIN
    for match in _SPACE_BEFORE.finditer(text):
        start, end = _around(text, match.start())
        yield start, end, NoteKind.FORMAT, f"Có khoảng trống trước dấu “{match['sign']}”.", None, Certainty.CERTAIN
    for match in _NO_SPACE_AFTER.finditer(text):
        start, end = _around(text, match.start())
        yield start, end, NoteKind.FORMAT, f"Thiếu khoảng trống sau dấu “{match['sign']}”.", None, Certainty.PROBABLE
