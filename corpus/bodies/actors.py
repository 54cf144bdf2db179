"""Who a sentence makes act: the bodies named right before a verb of duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.bodies.split import MANY
from corpus.bodies.subjects import NAMES, VERB, complete_end
from corpus.bodies.words import TEXTS_KEPT
from corpus.language.letters import CAPITAL, SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words

# Who is asked is free to decline; who is told is not.
_REQUESTING = r"(?:đề nghị|khuyến khích|mời)"
ASKING = (
    rf"(?:{_REQUESTING}|yêu cầu|giao(?:\s+(?:trách nhiệm|nhiệm vụ))?(?:\s+cho)?|[ủu][yỷ] quyền(?:\s+cho)?|phân công)"
)
# "Đồng chí Nguyễn Văn A - Giám đốc Sở Xây dựng": the person before the office.
_PERSON = rf"(?:Đồng chí|Ông|Bà)(?:\s+[{CAPITAL}]\w*){{2,5}}\s*[-–,]"
_BEFORE = rf"(?:^(?:Đối với\s+|{_PERSON}\s*)?|(?<=[,:;(])\s*|\b(?i:{ASKING}|để|do|về|cho|cụ thể là|trách nhiệm của)\s+)"
_EVERY = whole_words(LEXICON.every)
# "Sở Y tế, Sở Công Thương theo lĩnh vực quản lý kiểm tra …": within what, is no part of a name.
_WITHIN = (
    r"(?:\s*,?\s+theo\s+(?:(?:đúng\s+)?(?:chức năng|lĩnh vực|thẩm quyền|phân cấp|nhiệm vụ|phạm vi|địa bàn))"
    r"(?:[^.;:()]{0,60}?(?=\s*,\s)|(?:\s*,\s*nhiệm vụ)?(?:\s+(?:được\s+(?:giao|phân công)|quản lý|phụ trách|của (?:mình|ngành)))*)\s*,?)?"
)
_SUBJECT = re.compile(
    rf"{_BEFORE}(?P<names>{NAMES}(?:[^.:()]|\(bà\)|(?<=\s)\((?!qua|thông qua)[^().:;]{{1,90}}\)(?=\s+{VERB})|(?<=[Ss]ở):|(?<=ở, ngành):|(?<=n, ngành):|(?<=hòng):|(?<=huyện):|(?<=xã):|(?<=phường):|(?<=quận):)*?)"
    # "… được giao các nhiệm vụ trong Danh mục: tập trung …" singles out those concerned.
    rf"{_WITHIN}(?:\s+được\s+(?:giao|phân công)\b[^.;]{{0,200}}?:?)?\s*,?\s+(?:để\s+)?"
    rf"(?:{_EVERY}\s+(?:năm|quý|tháng|tuần)\s*(?:\([^()]{{1,40}}\)\s*)?,?\s+)?(?=(?:(?:có nhiệm vụ|cần)\s+)?{VERB})"
)
# A time or a condition that stands after a name is no part of it: "về Sở Nội vụ trước ngày 05/12 để tổng hợp".
_TIME_AFTER = re.compile(
    r"\s+(?:nếu|khi)(?:\s.*)?$|\s+trong (?:vòng|thời (?:gian|hạn))\b.*$|\s+có (?:khó khăn|vướng mắc)\b.*$|\s+(?:trước|chậm nhất|vào|trong|từ|xong)\s+(?:ngày|tháng|quý|năm|đợt|\d).*$",
    re.DOTALL,
)
# "Tại các điểm tiếp nhận của các cơ quan phải quán triệt …": whose the place is, is told.
_OBLIGED = re.compile(rf"^Tại\b[^.;:]*?\bcủa\s+(?P<names>{NAMES}[^.:();]*?)\s+(?=phải\s+{VERB})")
# Many that are called by what they do: what they are told follows with a word that binds.
_NAMED_BY_WORK = re.compile(rf"\s+{VERB}(?:\s+[{SMALL}]+){{1,4}}?(?<!\svà)(?=\s+(?:(?:có|chịu) trách nhiệm|phải)\b)")
# "Các đơn vị quản lý hồ, đập cắm biển …": which of them are meant, and then what they are told.
_WHICH = re.compile(
    rf"(?i:{MANY})(?:{whole_words(LEXICON.addressed)}(?:\s*(?:,|và)\s*{whole_words(LEXICON.addressed)})*)\s+"
    rf"(?:quản lý|khai thác|kinh doanh|sử dụng|sản xuất|vận hành|thi công|cung ứng)\b[^.;:()]*?\s(?={VERB})"
)
# The last of several: "Các ngân hàng, doanh nghiệp cung cấp giải pháp số miễn phí …".
_WHICH_LAST = re.compile(
    rf"{whole_words(LEXICON.addressed)}\s+(?:cung cấp|cung ứng|kinh doanh|sản xuất)\b(?:(?!\sđể\s)[^.;:(),])*?\s(?={VERB})"
)
_OPENING = re.compile(rf"(?i:{VERB}|{whole_words(LEXICON.begins)})")
# "Đoàn số 1 do Sở Y tế làm Trưởng đoàn": who leads it acts.
_BY_NAME = re.compile(rf"\sdo\s+(?={NAMES})")
# What was done, or is not done, is no duty.
_DONE = re.compile(
    r"\s(?:đã|đang|chưa|không|vẫn|(?<!nông thôn )mới|vừa|từng|còn)(?:\s+\w+)?$|\scó (?:trách nhiệm\b|(?:ý kiến|văn bản|công văn)$)|\slà\s|\sđược$"
    r"|^(?:[Mm]ỗi|[Tt]ừng)\s.*\s(?:có|đạt)\s"
)
# "Công an tỉnh phối hợp với Sở Tư pháp đã tham mưu …".
_DONE_AFTER = re.compile(r"\s*,?\s*(?:chủ trì,?\s*)?(?:phối hợp|cùng)\b[^;.]*?\s(?:đã|đang)\s")
# What another act says is no word of this one: "Quyết định số … giao Bộ Nội vụ chủ trì …", "Theo quy định tại Điều 5 …".
_QUOTING = re.compile(
    r"^(?:(?:các\s+)?(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|chỉ thị|thông tư|công văn|kết luận|thông báo|công điện)"
    r"\b(?!\s+(?:này|kèm))[^;]*\b(?:giao|yêu cầu|quy định|nêu|đề nghị|chỉ đạo|phân công)(?:\s+(?:rõ|cho))?\s*:?"
    r"|theo (?:các\s+)?quy định (?:tại|của)\b[^;]*,"
    r"|[^;]*\bsố\s+\d[^;]*,\s*trong đó\s+(?:có\s+)?(?:giao|yêu cầu|đề nghị|phân công)(?:\s+cho)?)\s*$",
    re.IGNORECASE,
)
# "Hội nghị do Sở Nội vụ chủ trì đã thống nhất …", "Tại cuộc họp do Sở Y tế chủ trì".
_LED_BY = re.compile(r"\bdo$")
_PLACE_OF_WORK = re.compile(r"^(?:tại|theo|trong|sau|tham dự|tham gia|qua)\b", re.IGNORECASE)
_SAYS_OF_IT = re.compile(r"\s*,?\s*chủ trì\s+(?:đã|đang|là|được|sẽ|vào ngày|ngày|chiều|sáng)\b")
# What may stand before the one who is told to act: a condition, an occasion or a time.
_OCCASION = re.compile(
    rf"(?:đối với|căn cứ|trên cơ sở|{_EVERY}|định kỳ|trong|khi|theo|trước|sau|ngoài|từ|vào|chậm nhất|đến|nếu|trường hợp"
    r"|nhằm|để|tùy|tuỳ|ngay|bên cạnh|ngoài ra|đồng thời|cùng với"
    r"|thực hiện (?:nghị|quyết định|kế hoạch|chỉ (?:thị|đạo)|chương trình|công (?:văn|điện)|luật))\b[^.;]*,$"
    r"|.*[;:]$|.*\bcụ thể là$",
    re.IGNORECASE | re.DOTALL,
)
# "Trong những năm qua, các sở …" tells what was done; "… phối hợp chặt chẽ, đồng bộ." how to do what nobody is told.
_NOTHING = re.compile(rf"(?:Đối với|{_PERSON})?")
_PAST = re.compile(
    r"\b(?:những năm|thời gian|thời điểm|giai đoạn|năm|tháng|quý) (?:vừa )?qua\b|\bvừa qua\b", re.IGNORECASE
)
_ONLY_HOW = re.compile(
    r"\s*,?\s*phối hợp(?:,?\s+(?:và\s+)?(?:chặt chẽ|đồng bộ|nhịp nhàng|hiệu quả|thường xuyên|kịp thời))+\s*[.;]?$"
)
_ASKED = re.compile(rf"(?i:\b{ASKING})\s+(?={NAMES})")
# The bodies after "phối hợp với" help and do not act, up to the end of the phrase.
_HELPING = re.compile(rf"\b(?:(?:phối hợp|cùng)(?:\s+[{SMALL}]+){{0,2}}\s+với\b|phối hợp\s+(?={NAMES}))[^;:]*$")
# "Đề nghị UBND tỉnh chỉ đạo các sở, UBND các xã phối hợp": what those named after a verb of directing do, who directs
# sees to. "gửi kinh phí cho các chủ rừng, hoàn thành …": who only receives does nothing.
_DIRECTED = re.compile(rf"\b(?:chỉ đạo|lãnh đạo|đôn đốc)\s+{NAMES}[^;:.]*,\s*(?:và\s+)?$")
_RECEIVING = re.compile(r"\b(?:cho|về)\s+$")
# "chịu trách nhiệm trước UBND tỉnh, Chủ tịch UBND tỉnh về kết quả".
_ANSWERED_TO = re.compile(rf"\btrách nhiệm trước\s+{NAMES}[^;.]*,\s*$")
_FINISHING = re.compile(r"\s*,\s*(?:hoàn thành|xong)\b")
# "Tuyến xã do UBND xã thành lập đoàn": but what "do Sở Y tế ban hành" is only described.
_BY_WHOM = re.compile(r"\s*(?:thành lập|chịu trách nhiệm|phụ trách|đảm nhận|đảm nhiệm|làm (?i:trưởng|chủ|đầu mối))\b")
# "Việc kiểm tra do Thanh tra tỉnh thực hiện": but "rà soát nhiệm vụ do Sở Y tế thực hiện" is for others.
_DONE_BY_WHOM = re.compile(r"\s*(?:thực hiện|tham mưu|bố trí|bảo đảm|đảm bảo|chi trả|cấp)\b")
_NAME_NEXT = re.compile(NAMES)
# Bodies of the State, which are told.
_TOLD = re.compile(
    r"(?i:các\s+)?(?:Sở|sở|Phòng|phòng|UBND|[ỦU][yỷ] ban nhân dân|Công an|Văn phòng|Chi cục|Ban Quản lý|cơ quan|đơn vị)\b"
)
_ASSIGNED = re.compile(r"(?i:giao|phân công)\b")


@dataclass(frozen=True)
class Actors:
    """Names at ``sentence[start:end]`` of the bodies that are to act."""

    names: str
    start: int
    end: int

    def asked(self, sentence: str) -> bool:
        """Whether ``sentence`` asks them to act, and does not tell them.

        "Đề nghị Hội Nông dân vận động …; Hội Phụ nữ giám sát …" asks both; whom the State may tell, it tells.
        """
        before = sentence[: self.start]
        goes_on = (
            before.rstrip().endswith(";") and not _TOLD.match(self.names) and re.match(rf"(?i:{_REQUESTING})\b", before)
        )
        return asks(before[-14:]) or bool(goes_on)


@lru_cache(TEXTS_KEPT)
def find_actors(sentence: str) -> tuple[Actors, ...]:
    """The bodies that ``sentence`` makes act, in order."""
    return tuple(_find_actors(sentence))


def _find_actors(sentence: str) -> Iterator[Actors]:
    if obliged := _OBLIGED.match(sentence):
        yield Actors(obliged["names"], *obliged.span("names"))
        return
    position = begun = 0
    while found := _SUBJECT.search(sentence, position):
        start, end = found.span("names")
        position = found.end()
        if _DONE.search(found["names"]) or was_done(sentence, end):
            continue
        if longer := _NAMED_BY_WORK.match(sentence, end):
            end = longer.end()  # "Các doanh nghiệp khai thác than chịu trách nhiệm …"
        elif (which := _WHICH.match(sentence, start)) and which.end() > end:
            end = position = which.end() - 1
        elif (last := _WHICH_LAST.match(sentence, _last_name(sentence, start, end))) and last.end() > end:
            end = position = last.end() - 1
        if late := _TIME_AFTER.search(found["names"]):
            end = start + late.start()
        # "UBND thành phố yêu cầu Thủ trưởng …": who is asked acts, not who asks.
        for asked in _ASKED.finditer(sentence, start, end):
            start = asked.end()
        if by := _BY_NAME.search(sentence, start, end):
            start = by.end()
        end = start + complete_end(sentence[start:end])
        if not _is_object(sentence, begun, start, end):
            yield Actors(sentence[start:end], start, end)
        begun = position


def _last_name(sentence: str, start: int, end: int) -> int:
    """Where the last of several names at ``sentence[start:end]`` begins; ``end`` where there is only one."""
    marks = list(re.finditer(r"(?:,|;|\svà)\s+", sentence[start:end]))
    return start + marks[-1].end() if marks else end


def _is_object(sentence: str, begun: int, start: int, end: int) -> bool:
    """Whether the names at ``sentence[start:end]`` only help, are directed or receive, as what stands after ``begun`` says."""
    before = sentence[begun:start]
    received = _RECEIVING.search(before) and _FINISHING.match(sentence, end)
    return bool(
        _HELPING.search(before) or _ANSWERED_TO.search(before) or received or _DIRECTED.search(sentence, 0, start)
    )


def was_done(sentence: str, end: int) -> bool:
    """Whether ``sentence`` tells what those whose names end at ``end`` have done."""
    return _DONE_AFTER.match(sentence, end) is not None


def told_in(sentence: str) -> Iterator[Actors]:
    """The bodies that ``sentence`` itself tells to act, and does not only speak of."""
    for actors in find_actors(sentence):
        after = actors.names.rfind(";") + 1
        start = actors.start + after + len(actors.names[after:]) - len(actors.names[after:].lstrip())
        last = Actors(sentence[start : actors.end], start, actors.end)
        if is_told(sentence, actors):
            yield actors
        elif after and _NAME_NEXT.match(sentence, start) and is_told(sentence, last):
            yield last


def is_told(sentence: str, actors: Actors) -> bool:
    """Whether ``sentence`` tells ``actors``: it begins with them, or gives them something, or asks them."""
    before = sentence[: actors.start].strip()
    if _PAST.search(before) or _ONLY_HOW.match(sentence, actors.end) or is_described(sentence, actors):
        return False
    asked = re.search(rf"(?i:(?:^|[\s,;])(?:và\s+)?{ASKING}(?:\s+cho)?)$", before)
    own = not opens_with_verb(before) and _DONE_BY_WHOM.match(sentence, actors.end)
    by = before.endswith(" do") and (own or _BY_WHOM.match(sentence, actors.end))
    return _NOTHING.fullmatch(before) is not None or bool(
        by or asked or _OCCASION.match(before) or _OBLIGED.match(sentence)
    )


def is_described(sentence: str, actors: Actors) -> bool:
    """Whether ``sentence`` only speaks of what ``actors`` do: as another act has it, or of what they lead."""
    before = sentence[: actors.start].strip()
    led = _LED_BY.search(before) and (_PLACE_OF_WORK.match(before) or _SAYS_OF_IT.match(sentence, actors.end))
    return bool(led or _QUOTING.match(before))


def asks(text: str) -> bool:
    """Whether ``text`` asks somebody, and does not tell: "đề nghị", "khuyến khích"."""
    return bool(re.search(rf"(?<!theo )\b{_REQUESTING}\b", text, re.IGNORECASE))


def asks_itself(text: str) -> bool:
    """Whether ``text`` asks whom it is for, naming nobody: "Đề nghị tuyên truyền, vận động hội viên …"."""
    found = re.match(rf"(?i:{_REQUESTING})\s+", text)
    return found is not None and not _ASKED.match(text) and not _NAME_NEXT.match(text, found.end())


def opens_with_verb(text: str) -> bool:
    """Whether ``text`` begins by saying what is to be done."""
    return _OPENING.match(text) is not None


# "UBND tỉnh vừa ban hành chỉ thị yêu cầu Giám đốc các sở …", "UBND phường thông báo để các cơ quan biết".
_ORDERING = re.compile(
    rf"\s*(?:(?:đã|vừa|mới)\s+)?(?:(?:ban hành|có|ký)\s[^.;:]{{0,80}}?\b(?i:{ASKING}|chỉ đạo)\s+(?={NAMES})|thông báo\s*(?::|(?:để|đến|tới|cho)\b))"
)


def gives(sentence: str, end: int) -> bool:
    """Whether those whose names end at ``end`` give work to others: "UBND tỉnh giao Sở Y tế …"."""
    return giving_end(sentence[end:].lstrip(" ,")) > 0 or _ORDERING.match(sentence, end) is not None


def giving_end(sentence: str) -> int:
    """Where the names begin that ``sentence`` begins by giving work to, or asking: "Giao Sở Y tế …"; 0 where by neither."""
    found = _ASKED.match(sentence)
    return found.end() if found else 0


def names_its_own(text: str, requested: bool) -> bool:
    """Whether a clause is for whom it begins by naming, whoever its heading is for.

    "Giao Chi cục …" always is. "Đề nghị Hội …" is under a heading that asks too (``requested``); under a
    body's own heading it is that body which asks.
    """
    asked = _ASKED.match(text)
    return bool(asked) and (requested or bool(_ASSIGNED.match(text))) and any(find_actors(text))


def begins_with_actors(text: str) -> bool:
    """Whether the first words of ``text`` name who is to act."""
    return any(actors.start == 0 for actors in find_actors(text))
