"""Agencies and groups by their printed names: a name resolves to one body or stays visibly unresolved."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property

from corpus.bodies.groups import MemberIndex
from corpus.bodies.meaning import Called, NameEntry, ReadName
from corpus.bodies.name_lookup import NameLookup
from corpus.bodies.name_reading import read_name
from corpus.bodies.place_names import PlaceIndex
from corpus.bodies.setting import Setting
from corpus.bodies.split import PrintedName, split_bodies
from corpus.bodies.standard import StandardNames
from corpus.bodies.whereabouts import NOWHERE, Where, split_where, whole_where
from corpus.bodies.words import Key, key_of
from corpus.language.ditto import says_as_above
from corpus.language.letters import SMALL
from corpus.language.lexicon import LEXICON
from corpus.language.patterns import whole_words
from corpus.model import Corpus
from corpus.schema import Agency, Group
from corpus.vocabulary import Body, Tier

# "Trưởng ban Ban Dân tộc": the office said with its noun.
_HEADING_TWICE = r"(?:Phó )?Trưởng (?:ban(?= Ban )|phòng(?= Phòng ))"
_POST = re.compile(rf"(?i:{_HEADING_TWICE}|{whole_words(LEXICON.posts)})\s+(?=\w)")
_HEADS = re.compile(rf"^(?i:{_HEADING_TWICE}|{whole_words((*LEXICON.posts, 'Ban Giám đốc'))})\s+")
_BELONGING = re.compile(r"\s+(?i:trên địa bàn|(?:trực thuộc|thuộc)(?:\s+(?:UBND|ủy ban nhân dân))?)$")
# "UBND các địa phương": of the level below, as the place then has it.
_LOCALITIES = re.compile(r"(?<=\w)\s+các\s+địa phương$")
# After a comma a name may go on without a noun of bodies, or what is not part of it may follow.
_GOES_ON = re.compile(rf"\s*,\s*(?=[{SMALL}])")
_NO_NAME = re.compile(
    r"(?:(?:cơ quan|đơn vị|tổ chức)\s+)?(?:trên|theo|để|có|khi|nếu|trong|trường hợp|tùy|tuỳ|căn cứ|sau|trước|từ|nhằm|bảo đảm)\b"
)
_VILLAGE = r"(?:thôn|bản|ấp|xóm|buôn|làng|khóm|tổ dân phố|khu phố|khối phố|khu dân cư)"
_OF_VILLAGES = re.compile(
    rf"\s+(?:(?:ở|của|tại)\s+)?(?:các\s+|\d+\s+)?{_VILLAGE}(?:(?:\s*,|\s+và)\s+{_VILLAGE})*$", re.IGNORECASE
)
_IS_PLACE = re.compile(whole_words(place.noun for place in LEXICON.places))
_OWN_UNITS = {key_of("đơn vị"): (Body.DEPARTMENT,), key_of("ban"): (Body.FRONT, Body.MASS_ORGANISATION)}
_COMMITTEE = key_of("Ủy ban nhân dân")
_PAIRED = re.compile(r"(?i:thường trực\s+)?(?i:HĐND|hội đồng nhân dân|UBND|ủy ban nhân dân)")


class BodyIndex:
    """The agencies and groups of a corpus, found by printed name, place and day."""

    def __init__(self, corpus: Corpus):
        self.corpus = corpus
        self.places = PlaceIndex(corpus.country)
        self.standard = StandardNames(corpus.country)
        self.called: dict[Key, Called] = {}
        self.names = NameLookup(self.called, self.places, self.standard, self.get)
        for body in corpus.written_bodies:
            for name in dict.fromkeys((body.name, *body.aliases)):
                key, entry = self._entry(body, name)
                called = self.called.setdefault(key, Called(defaultdict(list), defaultdict(list)))
                here = (called.groups if isinstance(body, Group) else called.agencies)[body.place]
                if entry not in here:
                    here.append(entry)

    def get(self, body_id: str) -> Agency | Group | None:
        """The body with that id: of the register, else by rule."""
        return self._written.get(body_id) or self.standard.bodies.get(body_id)

    def agency(self, body_id: str) -> Agency | None:
        """As ``get``; None for a group."""
        body = self.get(body_id)
        return body if isinstance(body, Agency) else None

    @cached_property
    def _written(self) -> dict[str, Agency | Group]:
        return {body.id: body for body in self.corpus.written_bodies}

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        lengths: dict[str, set[int]] = defaultdict(set)
        for key in (*self.called, *self.standard.keys):
            if key:
                lengths[key[0]].add(len(key))
        return {first: tuple(sorted(counts)) for first, counts in lengths.items()}

    def lengths_of(self, first: str) -> tuple[int, ...]:
        """How many words the known names have that begin with the word ``first``, fewest first."""
        return self._lengths.get(first, ())

    def _entry(self, body: Agency | Group, name: str) -> tuple[Key, NameEntry]:
        bare, where, plural = self.read(name)
        key = key_of(bare)
        # "Báo Hải Phòng" without its place is only "Báo": a sort of body, not one body.
        return key, NameEntry(body, where, plural, needs_place=len(key) == 1 and where != NOWHERE and not plural)

    def read(self, name: str) -> tuple[str, Where, bool]:
        """As ``read_name``, with the places of this index."""
        return read_name(name, self.places)

    def name(self, printed: str, at: Setting, hint: str = "") -> ReadName:
        """What ``printed`` means; ``hint`` is a place that a later name of the same cell carries for it."""
        return self._resolve(PrintedName(printed, printed, 0, len(printed)), at, hint)

    def cell(self, text: str, at: Setting) -> tuple[ReadName, ...]:
        """What each name in ``text`` means, in the order of the text; "như trên" names nobody itself."""
        names = [] if says_as_above(text) else split_bodies(text)
        if len(names) > 1 and (whole := self._whole(text, at)):
            return (whole,)
        found: list[ReadName] = []
        hint = ""
        for printed in reversed(names):
            found.extend(reversed(self._parted(printed, at, hint)))
            tail = printed.name[len(split_where(printed.name)[0]) :].strip(" ,")
            hint = tail or hint
        return tuple(reversed(found))

    def _parted(self, printed: PrintedName, at: Setting, hint: str) -> list[ReadName]:
        """What ``printed`` means; where only its beginning is known, what follows is apart: "Sở Y tế, chủ hồ đập"."""
        whole = self._resolve(printed, at, hint)
        for mark in reversed(list(_GOES_ON.finditer(printed.text))) if not whole.agencies else ():
            known, rest = printed.cut(mark.start()), printed.rest(mark.end())
            if _IS_PLACE.match(rest.text):  # "UBND các xã, phường có rừng"
                continue
            if (first := self._resolve(known, at, hint)).agencies and not self.may_go_on(first):
                return [first, *([] if _NO_NAME.match(rest.text) else self._parted(rest, at, hint))]
        return [whole]

    def may_go_on(self, name: ReadName) -> bool:
        """Whether what is known by rule may be the beginning of a longer name: units bear long ones."""
        body = self.agency(name.agencies[0])
        return body is not None and body.id not in self._written and body.body in (Body.UNIT, Body.OTHER)

    def _whole(self, text: str, at: Setting) -> ReadName | None:
        """What ``text`` means where all of it is the name of one agency: "Báo và Đài Phát thanh - Truyền hình …"."""
        found = self.name(text.strip(" .;"), at)
        one = len(found.agencies) == 1 and not found.missing and self.agency(found.agencies[0]) is not None
        return found if one else None

    def _resolve(self, printed: PrintedName, at: Setting, hint: str) -> ReadName:
        if own := self._issuer(printed.name, at):
            return ReadName((own,), printed=printed)
        tries = [printed.name]
        if post := _POST.match(printed.name):
            tries.append(printed.name[post.end() :])
            if self.read(printed.name)[1].plural:  # the heads of many are the many
                tries.reverse()
        # "Công an Côn Đảo", in a text of that district; "Trường Mầm non Côn Đảo" is one of many there
        there = [
            named for name in tries if (named := self.places.with_noun(name, at)) and not self._names_many(named, at)
        ]
        tries.extend(there)
        # "Tổ công nghệ số cộng đồng các ấp": all of the commune, as "các" before the name would say
        if (ours := _OF_VILLAGES.sub("", printed.name)) != printed.name and self._is_group(ours, at):
            tries.append(ours)
        if _LOCALITIES.search(printed.name):
            tries = [_LOCALITIES.sub(level, name) for level in (" cấp huyện", " cấp xã") for name in tries]
        hinted = [f"{name} {hint}" for name in tries if hint]
        # "HĐND, UBND tỉnh": councils and committees are named in pairs with one place.
        for name in [*hinted, *tries] if _PAIRED.fullmatch(printed.name) else [*tries, *hinted]:
            bare, where, plural = self.read(name)
            for words in dict.fromkeys((bare, _BELONGING.sub("", bare))):
                key = key_of(words)
                if found := None if self._is_own_unit(key, at) else self.names.lookup(key, where, plural, at):
                    return ReadName(found.agencies, found.missing, found.outside, printed=printed)
        # "các xã, phường" are told as their committees are.
        if (where := whole_where(printed.name)).plural and (found := self.names.many(_COMMITTEE, where, at)):
            return ReadName(found.agencies, found.missing, found.outside, printed=printed)
        return ReadName((), printed.text, printed=printed)

    def _names_many(self, name: str, at: Setting) -> bool:
        """Whether a name without "các" means a group."""
        return not self.read(name)[2] and self._is_group(name, at)

    def _is_group(self, name: str, at: Setting) -> bool:
        bare, where, plural = self.read(name)
        found = self.names.lookup(key_of(bare), where, plural, at)
        return found is not None and any(isinstance(self.get(one), Group) for one in found.agencies)

    def _issuer(self, name: str, at: Setting) -> str:
        """The id of a plan's issuer where it calls its heads or itself by a noun alone: "Lãnh đạo Sở", "Ban Thường trực"."""
        issuer = self.agency(at.issuer)
        if issuer is None or issuer.body not in (Body.DEPARTMENT, Body.FRONT, Body.MASS_ORGANISATION):
            return ""
        bare = _HEADS.sub("", name).strip()
        noun = bool(bare) and bare != name and " " not in bare and issuer.name.startswith(f"{bare} ")
        standing = issuer.body == Body.FRONT and name == "Ban Thường trực"
        return issuer.id if noun or standing else ""

    def _is_own_unit(self, key: Key, at: Setting) -> bool:
        """Whether the issuer of a plan means its own units, and not those of its place: "các phòng, đơn vị" in a department,
        "các ban" in a union.
        """
        issuer = self.agency(at.issuer) if key in _OWN_UNITS else None
        return issuer is not None and issuer.body in _OWN_UNITS[key]

    def is_told_by_name(self, group_id: str) -> bool:
        """Whether each member of a group has a page for what reaches it so: not each commune of a province."""
        group = self.get(group_id)
        rule = group.members if isinstance(group, Group) and group.id not in self._written else None
        outer = self.places.get(rule.within) if rule and rule.within else None
        return not (rule and outer and rule.tier == Tier.WARD and outer.tier != Tier.DISTRICT)

    def members(self, group_id: str, at: Setting) -> tuple[str, ...]:
        """The agencies in a group on the plan's day; empty where the register cannot tell."""
        group = self.get(group_id)
        if not isinstance(group, Group):
            return ()
        return self._members.members(group, at)

    @cached_property
    def _members(self) -> MemberIndex:
        return MemberIndex(
            self._written.values(), self.standard, self.places, cache(lambda name: key_of(self.read(name)[0]))
        )
