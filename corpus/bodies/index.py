"""Agencies and groups by their printed names: a name resolves to one body or stays visibly unresolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property, partial

from corpus.bodies.groups import MemberIndex
from corpus.bodies.meaning import Called, CalledAt, Entries, Meaning, NameEntry, ReadName
from corpus.bodies.name_reading import read_name
from corpus.bodies.place_names import PlaceIndex, noun_key
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
from corpus.schema import Agency, Group, Place
from corpus.vocabulary import Body, Tier

_POST = re.compile(rf"(?i:{whole_words(LEXICON.posts)})\s+(?=\w)")
_BELONGING = re.compile(r"\s+(?i:trên địa bàn|(?:trực thuộc|thuộc)(?:\s+(?:UBND|ủy ban nhân dân))?)$")
# After a comma a name may go on without a noun of bodies, or what is not part of it may follow.
_GOES_ON = re.compile(rf"\s*,\s*(?=[{SMALL}])")
_NO_NAME = re.compile(r"(?:trên|theo|để|có|khi|nếu|trong|trường hợp|tùy|tuỳ|căn cứ|sau|trước|từ|nhằm|bảo đảm)\b")
_IS_PLACE = re.compile(whole_words(place.noun for place in LEXICON.places))
_COMMITTEE = key_of("Ủy ban nhân dân")
_PAIRED = re.compile(r"(?i:thường trực\s+)?(?i:HĐND|hội đồng nhân dân|UBND|ủy ban nhân dân)")


class BodyIndex:
    """The agencies and groups of a corpus, found by printed name, place and day."""

    def __init__(self, corpus: Corpus):
        self.corpus = corpus
        self.places = PlaceIndex(corpus.country)
        self.standard = StandardNames(corpus.country)
        self.called: dict[Key, Called] = {}
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

    def knows(self, key: Key) -> bool:
        """Whether some body is called so, wherever it is."""
        return key in self.called or self.standard.knows(key)

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
            if (first := self._resolve(known, at, hint)).agencies and not self._may_go_on(first):
                return [first, *([] if _NO_NAME.match(rest.text) else self._parted(rest, at, hint))]
        return [whole]

    def _may_go_on(self, name: ReadName) -> bool:
        """Whether what is known by rule may be the beginning of a longer name: units bear long ones."""
        body = self.agency(name.agencies[0])
        return body is not None and body.id not in self._written and body.body in (Body.UNIT, Body.OTHER)

    def _whole(self, text: str, at: Setting) -> ReadName | None:
        """What ``text`` means where all of it is the name of one agency: "Báo và Đài Phát thanh - Truyền hình …"."""
        found = self.name(text.strip(" .;"), at)
        one = len(found.agencies) == 1 and not found.missing and self.agency(found.agencies[0]) is not None
        return found if one else None

    def _resolve(self, printed: PrintedName, at: Setting, hint: str) -> ReadName:
        tries = [printed.name]
        if post := _POST.match(printed.name):
            tries.append(printed.name[post.end() :])
            if self.read(printed.name)[1].plural:  # the heads of many are the many
                tries.reverse()
        hinted = [f"{name} {hint}" for name in tries if hint]
        # "HĐND, UBND tỉnh": councils and committees are named in pairs with one place.
        for name in [*hinted, *tries] if _PAIRED.fullmatch(printed.name) else [*tries, *hinted]:
            bare, where, plural = self.read(name)
            for words in dict.fromkeys((bare, _BELONGING.sub("", bare))):
                if found := self.lookup(key_of(words), where, plural, at):
                    return ReadName(found.agencies, found.missing, found.outside, printed=printed)
        # "các xã, phường" are told as their committees are.
        if (where := whole_where(printed.name)).plural and (found := self._many(_COMMITTEE, where, at)):
            return ReadName(found.agencies, found.missing, found.outside, printed=printed)
        return ReadName((), printed.text, printed=printed)

    def lookup(self, key: Key, where: Where, plural: bool, at: Setting) -> Meaning | None:
        """What the words ``key`` with the places ``where`` mean; ``plural`` where they begin with "các"."""
        if not self.knows(key):
            return None
        if where.plural:
            if group := self._many(key, where, at):
                return group
            each = self._each(partial(self._agencies, key, at), where, at)
            # "Chủ tịch UBND các quận, thành phố Thủ Đức" are more than the one that is named.
            return self._at_level(key, where, at) if each is None or (each.missing and where.nouns) else each
        if plural:
            return self._one(partial(self._groups, key), where, at)
        return self._one(partial(self._agencies, key, at), where, at) or self._one(
            partial(self._groups, key), where, at
        )

    def _at_level(self, key: Key, where: Where, at: Setting) -> Meaning | None:
        """The group that a place of the text addresses, where it says the level for the place: "ban, ngành cấp tỉnh"."""
        levels = {tier for place in LEXICON.places if place.level and place.noun in where.nouns for tier in place.tiers}
        near = (place for place in self.places.chain(at.place) if {place.tier} == levels)
        here = [entry for place in near for entry in self._groups(key, place.id)]
        return Meaning((here[0].body.id,)) if here else None

    def _agencies(self, key: Key, at: Setting, place_id: str) -> Entries:
        """The agencies of a place that are called so: those of the register, else those by rule."""
        called = self.called.get(key)
        if called and (written := called.agencies.get(place_id)):
            return written
        return self._by_rule(self.standard.agencies(key, place_id, at.place == place_id))

    def _groups(self, key: Key, place_id: str) -> Entries:
        called = self.called.get(key)
        if called and (written := called.groups.get(place_id)):
            return written
        return self._by_rule(self.standard.groups(key, place_id))

    def _by_rule(self, found: Iterable[tuple[str, bool]]) -> Entries:
        bodies = ((self.get(body_id), needs_place) for body_id, needs_place in found)
        return [NameEntry(body, NOWHERE, False, needs_place) for body, needs_place in bodies if body]

    def _one(self, called: CalledAt, where: Where, at: Setting) -> Meaning | None:
        """The body meant by a name with one place or none."""
        if where == NOWHERE:
            scope = [place.id for place in self.places.chain(at.place)]
        elif len(where.items) > 1:
            return self._each(called, where, at)
        else:
            place = self._place(where, at)
            scope = [place.id] if place else []
        for living in (True, False):
            for place_id in scope:
                here = [
                    entry
                    for entry in called(place_id)
                    if not entry.where.plural
                    and not (entry.needs_place and where == NOWHERE)
                    and self._lives(entry, at) == living
                ]
                if here:
                    found = _only(here, where)
                    return Meaning((found.id,), outside=not living) if found else None
        return None

    def _place(self, where: Where, at: Setting) -> Place | None:
        noun, proper = where.items[0]
        if proper is None:
            return self.places.nearest(noun, at)
        return self.places.named(f"{noun} {proper}".strip(), at)

    def _each(self, called: CalledAt, where: Where, at: Setting) -> Meaning | None:
        """The bodies of places named one by one: "UBND quận A, quận B"."""
        found: list[str] = []
        missing: list[str] = []
        outside = False
        for item in where.items:
            one = self._one(called, Where((item,)), at)
            if one:
                found.extend(one.agencies)
                outside = outside or one.outside
            else:
                missing.append(" ".join(part for part in item if part))
        return Meaning(tuple(found), ", ".join(missing), outside) if found else None

    def _many(self, key: Key, where: Where, at: Setting) -> Meaning | None:
        """The group of all places of a kind; a place named beside them must be one of that kind."""
        groups = called.groups if (called := self.called.get(key)) else {}
        near = (entry for place in self.places.chain(at.place) for entry in groups.get(place.id, ()))
        written = next((entry.body for entry in near if self._fits(entry, where)), None)
        kinds = {*where.nouns, *(noun for noun, _ in where.proper)} if where.nouns else ()
        group = written or self.standard.of_all(key, kinds, at)
        if not isinstance(group, Group):
            return None
        missing = [f"{noun} {proper}" for noun, proper in where.proper if not self._belongs(proper, group, at)]
        return Meaning((group.id,), ", ".join(missing))

    def _fits(self, entry: NameEntry, where: Where) -> bool:
        """Whether the kinds of place agree; "các huyện, thành phố Nam Định" may name the only one of a kind."""
        kinds = {noun_key(noun) for noun in entry.where.nouns}
        meant = {noun_key(noun) for noun in where.nouns}
        named = {noun_key(noun) for noun, _ in where.proper}
        return entry.where.plural and bool(meant) and kinds in (meant, meant | named)

    def _belongs(self, proper: str, group: Group, at: Setting) -> bool:
        place = self.places.named(proper, at)
        return place is not None and self.places.is_within(place.id, group.place)

    def _lives(self, entry: NameEntry, at: Setting) -> bool:
        return isinstance(entry.body, Group) or at.meets(entry.body)

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


def _only(entries: list[NameEntry], where: Where) -> Agency | Group | None:
    """The one body of ``entries``; of several, the one printed with a place just where the name has one."""
    alike = [entry for entry in entries if (entry.where == NOWHERE) == (where == NOWHERE)]
    bodies = {entry.body.id: entry.body for entry in (alike or entries)}
    return next(iter(bodies.values())) if len(bodies) == 1 else None
