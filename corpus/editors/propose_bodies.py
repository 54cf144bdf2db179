"""Entries for the register of agencies, proposed from names that work is given to and nothing knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpus.bodies.index import BodyIndex
from corpus.bodies.setting import setting_of
from corpus.bodies.split import BODY
from corpus.bodies.whereabouts import NOWHERE, Where
from corpus.bodies.words import key_of
from corpus.check.unnamed import unknown_names
from corpus.country.places import CENTRAL
from corpus.editors.entry_text import scalar
from corpus.language.folding import slug
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words
from corpus.link import PlanRecord
from corpus.schema import Agency, Fact, Place
from corpus.vocabulary import Body, Level

# What a body is, by how its name begins; the first that fits.
_SORTS = (
    (r"Sở\b|Ban Dân tộc", Body.DEPARTMENT),
    (r"Phòng\b", Body.DIVISION),
    (r"Công ty|Tổng công ty|Tập đoàn|Hợp tác xã|HTX|Ngân hàng|Agribank|Điện lực|Bưu điện", Body.OTHER),
    (r"Trường|Đại học|Học viện", Body.SCHOOL),
    (r"Báo|Đài Phát thanh|Đài Truyền|Tạp chí", Body.PRESS),
    (r"Hội đồng|Ban Chỉ đạo|Ban Chỉ huy|Tổ công tác", Body.OTHER),
    (r"Hội\b|Hiệp hội|Liên minh|Liên hiệp|Câu lạc bộ|Đoàn Luật", Body.ASSOCIATION),
    (r"Đảng ủy|Đảng bộ|Tỉnh ủy|Thành ủy", Body.PARTY),
    (r"Cục|Tổng cục|Thuế|Kho bạc|Bảo hiểm xã hội|Tòa án|Viện kiểm sát|Cảng vụ|Hải quan", Body.GOVERNMENT),
    (r"", Body.UNIT),
)
_LEVEL = {Body.PARTY: Level.PARTY, Body.PRESS: Level.PRESS, Body.ASSOCIATION: Level.MASS_ORGANISATION}
_MANY = re.compile(r"(?i:tất cả|các|những|toàn thể|một số|mỗi|từng)\b")
# A name goes on with a verb or a clause where the reading of the text went too far.
_NO_NAME = re.compile(
    r"[.;:!?()\[\]\"“”]|\b(?i:để|thực hiện|có trách nhiệm|theo|khi|nếu|tại các|ngoài|cùng với|nơi)\b|\bSở$"
)
_POST = re.compile(rf"{whole_words(LEXICON.posts)}\s")
# One name of several ("Ban cán sự các thôn"), or one that runs on behind its place.
_RUNS_ON = re.compile(r"\s(?:các|những)\s|\s(?<!tác )(?:tỉnh|thành phố|huyện|quận|xã|phường)\s")
_CENTRAL = re.compile(r"\b(?i:trung ương|quốc gia|Việt Nam)$")
MOST_WORDS = 16


@dataclass(frozen=True)
class ProposedBody:
    """An entry for the register with what is printed around its name; ``sure`` where a person need not look."""

    agency: Agency
    sure: bool
    sentences: tuple[tuple[str, str, str], ...] = field(default=())
    """Plan, anchor and text of every place where the name stands."""


def propose_bodies(records: Iterable[PlanRecord], bodies: BodyIndex) -> list[ProposedBody]:
    """One entry for each body of a place that ``records`` give work to and nothing knows, sorted by id.

    Names of many ("các chủ rừng") mean nobody in particular and are not proposed.
    """
    found: dict[str, tuple[Agency, bool, list[tuple[str, str, str]]]] = {}
    for record in records:
        for anchor, printed, _ in unknown_names(record):
            if (made := _read(printed, anchor, record, bodies)) is None:
                continue
            agency, sure = made
            first, before, sentences = found.setdefault(agency.id, (agency, sure, []))
            sentence = (record.plan.id, anchor, _sentence(record, anchor, printed))
            if sentence not in sentences:
                sentences.append(sentence)
            found[agency.id] = (first, before and sure, sentences)
    return [
        ProposedBody(_sourced(agency, sentences), sure, tuple(sentences))
        for _, (agency, sure, sentences) in sorted(found.items())
    ]


def propose_issuer(identity: str, name: str, place: Place, plan_id: str, anchor: str) -> Agency:
    """The entry of a body called ``name`` that issued the plan, as the letterhead at ``anchor`` says."""
    sort = _sort(name)
    level, where = _LEVEL.get(sort) or Level(place.tier), [Fact(plan=plan_id, anchor=anchor)]
    return Agency(id=identity, name=name, level=level, body=sort, place=place.id, sources=where)


def _sort(name: str) -> Body:
    return next(sort for begins, sort in _SORTS if re.match(begins, name))


def _read(printed: str, anchor: str, record: PlanRecord, bodies: BodyIndex) -> tuple[Agency, bool] | None:
    """The body that ``printed`` names, and whether all that tells it apart is certain; None for no one body."""
    name = " ".join(printed.split()).strip(" -–,.;:")
    if not name or _MANY.match(name):
        return None
    bare, where, _ = bodies.read(name)
    place, placed = _place(bare, where, record, bodies)
    sort = _sort(bare)
    general = where != NOWHERE and where.items[0][1] is None  # "… tỉnh": of which one, the plan says
    identity = f"{place.id}/{slug(bare if general else name)}"
    if bodies.get(identity) or not slug(bare):
        return None
    begins = re.match(BODY, bare) is not None and bare[0].isupper() and _POST.match(bare) is None
    plain = not (_NO_NAME.search(bare) or _RUNS_ON.search(bare)) and 1 < len(bare.split()) <= MOST_WORDS
    # "Trạm Y tế" in a plan of a province: which commune's, nobody says.
    own = not bodies.standard.knows(key_of(bare))
    agency = Agency(
        id=identity,
        name=f"{bare} {place.name}" if general else name,
        level=_LEVEL.get(sort) or Level(place.tier),
        body=sort,
        place=place.id,
    )
    return agency, begins and plain and placed and own


def _place(bare: str, where: Where, record: PlanRecord, bodies: BodyIndex) -> tuple[Place, bool]:
    """The place that the name says, else the plan's own; and whether it says one that there is, or none."""
    at = setting_of(record.plan)
    own = bodies.places.get(at.place) or bodies.places.get(CENTRAL)
    assert own is not None
    if where == NOWHERE:
        central = bodies.places.get(CENTRAL) if _CENTRAL.search(bare) else None
        return central or own, True
    noun, proper = where.items[0]
    named = bodies.places.named(f"{noun} {proper}".strip(), at) if proper else bodies.places.nearest(noun, at)
    if named is None or len(where.items) > 1 or where.plural:
        return own, False
    # "Thủy điện Hòa Bình" lies where the plan is made, whatever other place its name recalls.
    return (named, True) if noun else (own, True)


def _sentence(record: PlanRecord, anchor: str, printed: str) -> str:
    """The passage that holds the name, cut around it."""
    texts = (passage.text for passage in record.plan.passages if passage.anchor == anchor)
    text = next((text for text in texts if printed in text), printed)
    at = max(0, text.find(printed) - 60)
    return " ".join(text[at : at + len(printed) + 120].split())


def _sourced(agency: Agency, sentences: Iterable[tuple[str, str, str]]) -> Agency:
    where = dict.fromkeys((plan, anchor) for plan, anchor, _ in sentences)
    return agency.model_copy(update={"sources": [Fact(plan=plan, anchor=anchor) for plan, anchor in where]})


def body_as_yaml(agency: Agency) -> str:
    """The entry as it stands in the register."""
    lines = [f"  - id: {agency.id}", f"    name: {scalar(agency.name)}"]
    if agency.aliases:
        lines += ["    aliases:", *(f"      - {scalar(alias)}" for alias in agency.aliases)]
    lines += [f"    {key}: {getattr(agency, key)}" for key in ("level", "body", "place")]
    lines.append("    sources:")
    lines += [f"      - {{{', '.join(_said(fact))}}}" for fact in agency.sources]
    return "\n".join(lines) + "\n"


def _said(fact: Fact) -> Iterator[str]:
    return (f"{key}: {scalar(value)}" for key, value in fact.model_dump(exclude_none=True).items())


def with_agency(register: str, entry: str) -> str:
    """The text of the register with ``entry`` behind its last agency."""
    if (empty := re.search(r"^agencies: *\[\] *$", register, re.MULTILINE)) is not None:
        return f"{register[: empty.start()]}agencies:\n{entry.rstrip()}{register[empty.end() :]}"
    groups = re.search(r"\n*^groups:", register, re.MULTILINE)
    at = groups.start() if groups else len(register)
    return f"{register[:at].rstrip()}\n{entry.rstrip()}\n{register[at:]}"
