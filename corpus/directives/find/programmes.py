"""Names of programmes, schemes, strategies and plans: where they end, and which can be looked up by them."""

from __future__ import annotations

import re

from corpus.directives.find.issuers import PLACE
from corpus.language.letters import CAPITAL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import grammar

REACH = 320  # characters that a name may take
_TIME_REACH = 60

_PERIOD = grammar(
    r"«giai đoạn|thời kỳ|nhiệm kỳ» \s+ (?: «đến năm|đến hết năm» \s+ )? (?:\d{4}|[IVX]+) (?: \s?[-–]\s? \d{4} )?"
)
_OUTLOOK = grammar(r"(?: ,?\s+ (?: và\s+ )? «tầm nhìn|định hướng» \s+ (?: «đến» \s+ )? (?: «năm» \s+ )? \d{4} )?")
_TIME = re.compile(
    grammar(
        r",?\s+ (?: <period> | «đến năm|đến hết năm» \s+ \d{4} | «năm» \s+ \d{4} \s?[-–]\s? \d{4} ) <outlook>",
        period=_PERIOD,
        outlook=_OUTLOOK,
    )
)
_ONE_YEAR = re.compile(grammar(r",?\s+ «năm» \s+ \d{4} (?!\s?[-–/]\s?\d) <outlook>", outlook=_OUTLOOK))
# A plan without number is one that can be looked up only if its name says whose it is.
_WHOSE = re.compile(rf"(?:(?!xã\s+hội){PLACE}|\w\s+(?:thành\s+)?[{CAPITAL}]\w+\s+[{CAPITAL}]\w+)")
_QUOTED = re.compile(r"\s{1,24}[“\"][^“”\"]{3,300}[”\"]")  # also with marks of two sorts
# Words that end a name unless a period follows that belongs to it.
_SOFT = tuple(word for word in LEXICON.ends.programme if word in LEXICON.ends.programme_open)
# One class of all that a stop begins with, by which the engine passes over all other places.
_STOP = rf"""
    [;:()“”"…|.,\s] (?: (?<=[;:()“”"…|]) | (?<=\.)(?!\w)
        | (?<=\s) (?i: (?: <stop>
            | tại\s+ (?:Quyết|Nghị|Kế|Điều|Công|Chỉ)
            | của\s+ (?:thành\s+phố|tỉnh|quận|huyện|phường|xã|Chính|Thủ|[ỦU][yỷ]|UBND|đơn|cơ)
            | và\s+ (?:các|Nghị|Quyết|Chỉ|Kế|Chương|Đề|đẩy|triển|tổ|(?:Bộ\s+)?luật|pháp\s+lệnh|thông\s+tư|chiến\s+lược) ) (?!\w) )
        | (?<=\n) \s*(?=[\n{CAPITAL}“"(+*•|\d-])
        | (?<=,) (?i: \s+ (?:<after_comma>) \w* ) )
"""


def _words(words: tuple[str, ...]) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in words)


def _name_stop(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(grammar(_STOP, stop=_words(words), after_comma=_words(LEXICON.ends.programme_part)))


# Where a name has ended, and where it has ended even if a period comes later.
_NAME_STOP = _name_stop(LEXICON.ends.programme)
_HARD_STOP = _name_stop(tuple(word for word in LEXICON.ends.programme if word not in _SOFT))
_SOFT_BEFORE = re.compile(rf"\s(?:{_words(_SOFT)})$", re.IGNORECASE)
# Programmes that can be looked up by their names alone.
_STRONG = re.compile(
    grammar(
        rf"""
        (?i:chương\s+trình) \s+
            (?: (?i:mỗi\s+xã\s+một\s+sản\s+phẩm|tổng\s+thể|mục\s+tiêu\s+quốc\s+gia|MTQG|hành\s+động\s+quốc\s+gia|quốc\s+gia|khung) | [^,;.|\n]{{3,40}}? quốc\s+gia )
        | (?i:chiến\s+lược) \s+ (?: (?i:quốc\s+gia|phát\s+triển|tổng\s+thể|công\s+tác)\s+\w | [^,;.|\n]{{3,50}}? quốc\s+gia )
        | (?i:đề\s+án) \s+
            (?: [“"{CAPITAL}] | (?:phát|xây|đổi|nâng|chuyển|tăng|đẩy|sắp|hoàn|bảo|tổng|cải)\w* \s\w+ \s\w+ )
        | (?i:kế\s+hoạch\s+(?:tổng\s+thể|hành\s+động)\s+quốc\s+gia)
        | (?i:kế\s+hoạch\s+quốc\s+gia) \s+ (?:về|phòng|thích|ứng|hành|phát|bảo|thực|kiểm|quản|tăng|giảm|xóa|triển)\w* ,?\s \w+ \s \w
        | (?i:quy\s+hoạch) \s+ (?:tổng\s+thể|tỉnh|thành\s+phố|chung|điện|vùng) \s+ \w+ \s+ \w
        """
    )
)
# Those of schooling are told apart by the year in which they were issued; one is known by its short name.
_CURRICULUM = re.compile(
    r"\s+(?:(?:giáo\s+dục\s+(?:phổ\s+thông|mầm\s+non|thường\s+xuyên)|GDPT)(?:\s+năm)?\s+(?:19|20)\d\d(?![\d/-])|OCOP(?!\w))"
)
# The national target programmes are also named without saying which: "Chương trình MTQG tổ chức …" says no name.
_TARGET = re.compile(r"(?i:chương\s+trình)\s+(?i:MTQG|mục\s+tiêu\s+quốc\s+gia)(?!\w)")
_TARGET_NAME = re.compile(
    r"\s+(?:về|xây dựng|giảm|phát triển|phòng|nâng|chăm|dân số|văn hóa|giáo dục|hiện đại|nước|việc|y tế|ứng|sử dụng|vệ sinh)"
)
# A programme with a proper name ("Chương trình Mỗi xã một sản phẩm") that something carries out.
_PROPER = re.compile(rf"Chương\s+trình\s+[{CAPITAL}]\w+\s+\w+\s+\w+")
_CARRIED_OUT = re.compile(r"(?i:thực\s+hiện|triển\s+khai)\s+$")
_CALLED_PROGRAMME = re.compile(r"(?i)chương\s+trình|kế\s+hoạch")
_NO_NAME = r"(?!(?:tại|của|này|số|trên|nêu|nói|trong|đã|được|do|cho|và|với|theo|để|thực hiện|triển khai|công tác|hành động|phối hợp)\b)"
_WEAK = re.compile(rf"Kế\s+hoạch\s+{_NO_NAME}(?:về\s+)?[^\W\d_]+|Chương\s+trình\s+{_NO_NAME}[^\W\d_]+")
# These are no plans of one body: with a period, their names say which is meant.
_TIMED = re.compile(rf"(?:Chương\s+trình|Đề\s+án|Chiến\s+lược|Quy\s+hoạch)\s+{_NO_NAME}[^\W\d_]+")


def read_programme(text: str, start: int, position: int) -> int | None:
    """End of a programme's name whose noun stands from ``start`` to ``position``."""
    limit = position + REACH
    strong = _STRONG.match(text, start, limit)
    if not strong and _CARRIED_OUT.search(text[max(0, start - 12) : start]):
        strong = _PROPER.match(text, start, limit)
    if quoted := _QUOTED.match(text, position, limit):
        return quoted.end() if strong or _is_of_the_state(text, start, quoted[0]) else None
    if (target := _TARGET.match(text, start, limit)) and not _TARGET_NAME.match(text, target.end()):
        return _target_end(text, target.end())
    if known := _CURRICULUM.match(text, position, limit):
        return known.end()
    if not strong and not _WEAK.match(text, start, limit) and not _TIMED.match(text, start, limit):
        return None
    if (end := _timed_end(text, position, limit)) and (
        strong or _TIMED.match(text, start, limit) or _WHOSE.search(text, position, end)
    ):
        return end
    return _open_end(text, position, limit, bool(strong))


def _timed_end(text: str, position: int, limit: int) -> int | None:
    """End of the period that belongs to a name, where one stands before the name ends."""
    stop = _HARD_STOP.search(text, position, limit)
    end = stop.start() if stop else min(limit, len(text))
    time = _TIME.search(text, position, min(len(text), end + _TIME_REACH))
    if time and time.start() <= end and not _SOFT_BEFORE.search(text, position, time.start()):
        return time.end()
    return None


def _target_end(text: str, position: int) -> int:
    time = _TIME.match(text, position, position + _TIME_REACH)
    return time.end() if time else position


def _open_end(text: str, position: int, limit: int, strong: bool) -> int | None:
    """End of a name without a period: before the words that end it, or its one year."""
    stop = _NAME_STOP.search(text, position, limit)
    end = stop.start() if stop else min(limit, len(text))
    if not strong:
        year = _ONE_YEAR.search(text, position, min(len(text), end + _TIME_REACH))
        named = year and year.start() <= end and _WHOSE.search(text, position, year.start())
        return year.end() if year and named else None
    if year := _ONE_YEAR.search(text, position, end):
        end = year.start()
    return position + len(text[position:end].rstrip(" ,\n")) if end - position >= 4 else None


def _is_of_the_state(text: str, start: int, quoted: str) -> bool:
    """A broadcast or a campaign has its name in quotation marks too; a programme of the state says its time, or is carried
    out and printed with a capital.
    """
    timed = _TIME.search(quoted) or _ONE_YEAR.search(quoted)
    carried = text[start].isupper() and _CARRIED_OUT.search(text[max(0, start - 12) : start])
    return bool(timed or carried or not _CALLED_PROGRAMME.match(text, start))
