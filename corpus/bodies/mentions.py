"""Bodies named in running text, for links: the longest known name at each place, at word boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.bodies.index import BodyIndex
from corpus.bodies.name_reading import is_named
from corpus.bodies.setting import Setting, setting_of
from corpus.bodies.split import BODY
from corpus.bodies.subjects import VERB
from corpus.bodies.whereabouts import NOWHERE, Where, match_where
from corpus.bodies.words import Word, name_words
from corpus.language.letters import CAPITAL, SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words
from corpus.model import AgencyMention, Plan
from corpus.schema import Group

_MANY_BEFORE = re.compile(r"(?:(?i:các|những|toàn thể|một số)\s+)$")
# "Hội đồng nhân dân, Ủy ban nhân dân thành phố": the place after the committee is the council's too.
_PAIR = re.compile(r"(?i:HĐND|hội đồng nhân dân)\s*(?:,|và)\s*(?i:UBND|ủy ban nhân dân)")
# A body of which the known name is only the tail: "Thanh tra Sở Nội vụ" is not Sở Nội vụ.
_LONGER_NAME = re.compile(rf"(?:{'|'.join((*LEXICON.bodies_that('part'), 'Tổ chức'))})\s+$")
_OF_OTHERS = re.compile(
    r"\s+(?:của\s+)?(?:các|những|từng|mỗi)\s+(?:sở|ngành|cơ quan|đơn vị|địa phương|phòng|ban)\b"
    r"|\s+của\s+(?:đơn vị|cơ quan|ngành|địa phương)\b|\s+thành phần\b",
    re.IGNORECASE,
)
# "các bộ phận" are no ministries ("các bộ").
_NO_BODY = re.compile(rf"(?i:{whole_words(LEXICON.not_bodies)})")
_LABEL = r"(?:Thời|Cơ quan|Đơn vị|Sản phẩm|Kết quả|Phối hợp|Chủ trì|Kinh phí|Địa điểm|Hoàn thành|Tiến độ|Nội dung)\b"
# "Ban Tuyên giáo - Nữ công" of a union is not Ban Tuyên giáo of the Party: a dash joins what belongs to one name.
_GOES_ON = re.compile(rf"\s[-–]\s(?!{BODY}|{_LABEL}|(?i:{VERB}))[{CAPITAL}](?=\w*\s+[{SMALL}])")
# The last part of a symbol ("45/KH-UBND") names its issuer but is no mention of it.
_SYMBOL_BEFORE = re.compile(r"\w[-/&]$")

# Characters before a name in which a word that changes it may stand.
_LOOK_BACK = 30


def mentions(plan: Plan, bodies: BodyIndex) -> tuple[AgencyMention, ...]:
    """Every known body that the passages of ``plan`` name, in the order of the text."""
    at = setting_of(plan)
    found = []
    for passage in plan.passages:
        for start, end, agencies in find_bodies(passage.text, bodies, at):
            text = passage.text[start:end]
            found.append(AgencyMention(plan.id, passage.anchor, passage.field, start, end, text, agencies))
    return tuple(found)


def find_bodies(text: str, bodies: BodyIndex, at: Setting) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Start, end and bodies of each name in ``text``; names do not overlap."""
    sequence = name_words(text)
    index = 0
    while index < len(sequence):
        found = _mention_at(text, sequence, index, bodies, at)
        if found is None:
            index += 1
            continue
        yield found
        while index < len(sequence) and sequence[index].start < found[1]:
            index += 1


def _mention_at(
    text: str, sequence: Sequence[Word], index: int, bodies: BodyIndex, at: Setting
) -> tuple[int, int, tuple[str, ...]] | None:
    """The longest known name that begins at word ``index`` of ``text``."""
    start = sequence[index].start
    if index and sequence[index - 1].start == start:
        return None
    for part in _known_names(sequence, index, bodies):
        before = text[max(0, start - _LOOK_BACK) : start]
        if _SYMBOL_BEFORE.search(before):
            return None
        many = _MANY_BEFORE.search(before)
        key, end = tuple(word.key for word in part), part[-1].end
        if (other := _NO_BODY.match(text, start)) and other.end() > end:
            continue
        if _GOES_ON.match(text, end):
            continue
        if found := _known(text, key, start, end, bool(many), bodies, at):
            first = start - len(many.group()) if many else start
            return (first, *found) if many or not _LONGER_NAME.search(before) else None
    return None


def _known_names(sequence: Sequence[Word], index: int, bodies: BodyIndex) -> Iterator[Sequence[Word]]:
    """The words from ``index`` on by which something is called, most words first."""
    for length in reversed(bodies.lengths_of(sequence[index].key)):
        part = sequence[index : index + length]
        if len(part) < length or not bodies.names.knows(tuple(word.key for word in part)):
            continue
        after = sequence[index + length : index + length + 1]
        # An abbreviation gives several words over the same letters.
        if not any(word.stop for word in part) and not (after and after[0].start < part[-1].end):
            yield part


def _known(
    text: str, key: tuple[str, ...], start: int, end: int, many: bool, bodies: BodyIndex, at: Setting
) -> tuple[int, tuple[str, ...]] | None:
    """End and bodies of the name ``key`` at ``text[start:end]``, with the place that is printed after it."""
    until, where = match_where(text, end)
    if where == NOWHERE and _OF_OTHERS.match(text, end):
        return None  # the portal "của các sở" is none of the one that the place has
    until, where = (until, where) if where != NOWHERE else _proper_after(text, end, bodies)
    if where == NOWHERE and (paired := _PAIR.match(text, start)):
        where = match_where(text, paired.end())[1]
    found = bodies.names.lookup(key, where, many, at)
    if found and found.agencies and _is_name(text[start:end], found.agencies, where, many, bodies):
        return until, found.agencies
    return None


def _proper_after(text: str, end: int, bodies: BodyIndex) -> tuple[int, Where]:
    """A place named without its noun right after ``end``: "Thành đoàn Hải Phòng"."""
    found = re.compile(r"\s+((?:[^\W\d_]+\s+){0,3}[^\W\d_]+)").match(text, end)
    if not found:
        return end, NOWHERE
    parts = found[1].split()
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if name[0].isupper() and bodies.places.is_proper(name, after=text[:end].rpartition(" ")[2]):
            return found.start(1) + len(name), Where((("", name),))
    return end, NOWHERE


def _is_name(printed: str, agencies: tuple[str, ...], where: Where, many: bool, bodies: BodyIndex) -> bool:
    """Whether ``printed`` is used as a name: a group by its plural, an agency by a capital letter in it."""
    body = bodies.get(agencies[0])
    if body is None:
        return False
    if isinstance(body, Group):
        return is_named(body) and (many or where.plural or (printed[0].isupper() and " " in printed))
    return any(word[0].isupper() for word in printed.split()) or bool(where.proper)
