"""Sentences that assign a task: *Giao Sở … chủ trì, phối hợp với … hoàn thành trước ngày …*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.bodies.actors import ASKING, Actors, find_actors, is_described
from corpus.bodies.subjects import NAMES, VERB, complete_end
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words

_LEADS = re.compile(
    r"\s*,?\s*(?:có trách nhiệm\s+|có nhiệm vụ\s+)?(?:là (?:cơ quan |đơn vị )?)?(?:chủ trì|phụ trách)\b"
)
# "Công an tỉnh chủ trì, Sở Y tế phối hợp".
_HELPS = re.compile(rf"\s*,?\s*(?:cùng\s+)?phối hợp(?:\s+{VERB}[^;.,()]*)?(?=\s*(?:[;.,()]|$))")
_WITH = re.compile(
    rf"\b(?:chủ trì\s*,\s*cùng(?:\s+với)?\s+|(?:chủ trì\s*,?\s*(?:và\s+)?)?phối hợp(?:\s+chặt chẽ)?(?:\s*:)?\s*(?:(?:với|cùng(?:\s+với)?)\s+)?)"
    rf"(?P<names>(?!\s*{VERB})[^;.()]+?)(?=\s*,?\s+(?:để|hoàn thành|xong|trước|trong|chậm nhất|{VERB})(?!\w)|[;.()]|$)"
)
# Where a sentence says when: after "hoàn thành", "xong", "trình …", or at its end.
_WHEN = re.compile(
    r"(?:(?:hoàn thành|xong|thực hiện|trình(?:\s+[^,;.()]{0,60}?)?|thời gian)\s*:?\s*|[,;(]\s*)"
    r"(?P<time>(?:(?:trước|trong|chậm nhất|muộn nhất|từ|vào|đến hết)\b[^;.()]*?\d[^;,.()]*"
    rf"|(?:trong\s+)?(?:quý|tháng|năm)\s+[IVX\d][^;,.()]*|thường xuyên|{whole_words(LEXICON.every)} (?:năm|quý)))"
    r"|\s(?P<last>(?:trước|trong|vào|chậm nhất|xong)\s+(?:ngày|tháng|quý|năm|nửa (?:đầu|cuối)|đầu|cuối)\b[^;,.()]*?\d[\d/]*"
    r"(?:\s+năm\s+\d{4})?|từ ngày\s+\d[\d/]*\s+đến (?:hết )?ngày\s+\d{1,2}/[\d/]+)\s*[.;]?\s*$",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\b(?:hoàn thành|xong)\b[^.;()]*?\b"
    r"(?P<time>(?:(?:trước|trong|chậm nhất|muộn nhất|đến hết)\s+)?(?:ngày|tháng|quý|năm)\b[^;,()]*?\d[\d/]*(?:\s+năm\s+\d{4})?)"
    r"(?=\s*(?:[;,.()]|$))",
    re.IGNORECASE,
)


# "Sở Y tế: chủ trì, phối hợp với …".
_ADDRESSED = re.compile(rf"^(?P<names>{NAMES}[^:.;]*?):\s+(?=(?:[Cc]hủ trì)\b)")
# "… mỗi ngày 02 lượt, từ ngày 15/01/2026 đến hết ngày 31/3/2026."
_LASTS = re.compile(r"(?P<time>từ ngày\s+\d[\d/]*\s+đến (?:hết )?(?:ngày\s+)?\d{1,2}/\d[\d/]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Assigned:
    """What a sentence assigns, as printed: who leads, who coordinates, when; empty where not said."""

    lead: str
    coordinating: str
    time: str


# "Sở Nội vụ chủ trì, phối hợp với các sở thực hiện các nhiệm vụ sau:" says nothing of what is to be done.
_NO_MORE = re.compile(
    r"(?:\s*,?\s*(?:thực hiện|triển khai|tổ chức|tham mưu))*(?:\s+(?:các|những|một số)?\s*(?:nhiệm vụ|nội dung|công việc"
    r"|hoạt động|giải pháp|việc))?(?:\s+(?:trọng tâm|chủ yếu|cụ thể|sau đây|như sau|sau))*\s*:\s*$"
)


_BY = re.compile(r"\bdo\s+$")
_GIVES = re.compile(rf"(?i:{ASKING}|chỉ đạo|ý kiến)(?:\s+như sau)?$")


def read_shared(line: str) -> Assigned | None:
    """Who is to lead and help with what stands after ``line``, which says no more; None for any other line.

    >>> read_shared("Sở Nội vụ chủ trì, phối hợp với Tỉnh đoàn:")
    Assigned(lead='Sở Nội vụ', coordinating='Tỉnh đoàn', time='')
    """
    assigned = read_assignment(line.rstrip(" :"))
    if assigned is None:
        return None
    last = assigned.coordinating or "chủ trì"
    rest = line[line.rfind(last) + len(last) :]
    return assigned if _NO_MORE.match(rest) else None


def only_gives(words: str) -> bool:
    """Whether ``words`` before what is assigned say no more than that it is: nothing, or *Theo đó, UBND tỉnh yêu cầu*."""
    return not words or _GIVES.search(words) is not None


def _complete(names: str) -> str:
    return names[: complete_end(names)]


def _others(sentence: str, first: Actors) -> Iterator[str]:
    """Who leads further parts of what ``sentence`` assigns: "03 mô hình do Sở A chủ trì, 02 mô hình do Sở B chủ trì"."""
    if not _BY.search(sentence, 0, first.start):
        return
    for actors in find_actors(sentence):
        if actors.start > first.end and _BY.search(sentence, 0, actors.start) and _LEADS.match(sentence, actors.end):
            yield actors.names.strip(" ,")


def _helpers(sentence: str, start: int) -> str:
    """The names from ``start`` on of whom the sentence says only that they help."""
    helping = (a.names for a in find_actors(sentence) if a.start >= start and _HELPS.match(sentence, a.end))
    return "; ".join(names.strip(" ,") for names in helping)


def read_done_by(text: str) -> str:
    """The time by which ``text`` says that something is to be finished; empty where it does not.

    >>> read_done_by("Hoàn thành đắp 45 đập tạm trước ngày 15/01/2026.")
    'trước ngày 15/01/2026'
    """
    found = _DONE_BY.search(text) or _LASTS.search(text)
    return found["time"].strip() if found else ""


def read_assignment(sentence: str) -> Assigned | None:
    """The task that ``sentence`` gives to a named body that is to lead it; None where it gives none.

    >>> read_assignment("Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ hoàn thành trước ngày 30/6/2026.")
    Assigned(lead='Sở Tư pháp', coordinating='Sở Nội vụ', time='trước ngày 30/6/2026')
    """
    sentence = _ADDRESSED.sub(r"\g<names> ", sentence)
    for actors in find_actors(sentence):
        if not _LEADS.match(sentence, actors.end) or actors.names.rstrip().endswith("được giao"):
            continue
        if is_described(sentence, actors):
            continue
        rest = sentence[actors.end :]
        with_ = _WITH.search(rest)
        when = _WHEN.search(rest)
        leads = [actors.names.strip(" ,"), *_others(sentence, actors)]
        return Assigned(
            "; ".join(dict.fromkeys(leads)),
            _complete(with_["names"].strip(" ,")) if with_ else _helpers(sentence, actors.end),
            (when["time"] or when["last"]).strip() if when else "",
        )
    return None
