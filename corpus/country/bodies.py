"""Bodies that follow from the rules, made one by one when they are asked for: there are tens of thousands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from corpus.country.places import CENTRAL, split_noun
from corpus.country.register import Places
from corpus.country.rules import STANDARD, BodyRule, GroupRule, fill
from corpus.language.folding import slug as to_slug
from corpus.language.lexicon import LEXICON
from corpus.schema import Agency, Fact, Group, Membership, Place, Succession
from corpus.vocabulary import Body, Level, Tier

_ENDED = {
    Tier.CITY: "Nghị quyết 202/2025/QH15",
    Tier.DISTRICT: "Nghị quyết 203/2025/QH15",
    Tier.WARD: "Nghị quyết 202/2025/QH15",
}
_HEIRS = "địa bàn kế tục theo vietnamadminunits 1.0.4"
# How all places of a tier are called together, in names and in ids.
_ALL = {Tier.CITY: "cấp tỉnh", Tier.DISTRICT: "cấp huyện", Tier.WARD: "cấp xã"}
_NOUNS_OF = {tier: [place.noun for place in LEXICON.places if not place.level and tier in place.tiers] for tier in Tier}
_LAST_DAY = date(2025, 6, 30)  # of the districts, and of the provinces and communes that were put together


class StandardBodies:
    """The bodies that the places have by rule, in names and ids as the register spells its places."""

    def __init__(self, places: Places):
        self._places = places
        self._made: dict[str, Agency | Group | None] = {}
        self._signing: dict[tuple[str, str], tuple[str, ...]] = {}

    def rules(self, place: Place) -> Iterator[BodyRule]:
        """The rules of the bodies that ``place`` has at some time, or may have."""
        noun = split_noun(place.name)[0]
        code = self._places.country_id(place.id)
        for rule in STANDARD.of_tier[place.tier]:
            if rule.fits(code, noun) and lifetime(rule, place):
                yield rule

    def id_of(self, rule: BodyRule, place: Place) -> str:
        noun, proper = split_noun(place.name)
        return f"{place.id}/{rule.slug(noun, proper)}"

    def signing(self, place: Place, symbol: str) -> tuple[str, ...]:
        """Ids of the bodies of ``place`` that sign with ``symbol``."""
        if (place.id, symbol) not in self._signing:
            found = (self.id_of(rule, place) for rule in self.rules(place) if symbol in rule.signs)
            self._signing[place.id, symbol] = tuple(found)
        return self._signing[place.id, symbol]

    def get(self, identity: str) -> Agency | Group | None:
        """The body or group with that id; None where no rule gives one."""
        if identity not in self._made:
            self._made[identity] = self._find(identity)
        return self._made[identity]

    def _find(self, identity: str) -> Agency | Group | None:
        place_id, _, slug = identity.partition("/")
        place = self._places.get(place_id)
        if place is None or place.id != place_id:
            return None
        if rule := next((rule for rule in self.rules(place) if self.id_of(rule, place) == identity), None):
            return self._make(rule, place)
        if addressed := next((one for one in STANDARD.groups_of[place.tier] if one.slug == slug), None):
            return _make_group(addressed, place)
        return self._of_all(slug, place)

    def _make(self, rule: BodyRule, place: Place) -> Agency:
        noun, proper = split_noun(place.name)
        since, until = lifetime(rule, place) or (None, None)
        return Agency(
            id=self.id_of(rule, place),
            name=rule.full_name(noun, proper, self._said(place)),
            aliases=list(rule.bare_aliases(noun)),
            level=rule.level,
            body=rule.body,
            place=place.id,
            parent=self._parent(rule, place),
            symbols=list(rule.signs),
            since=since,
            until=until,
            successors=self._successors(rule, place, until),
            counterpart=rule.counterpart,
            sources=[STANDARD.sources[rule.source], *_ending(rule, place, until)],
        )

    def _said(self, place: Place) -> str:
        """The place's name; of a commune in a district with that of the district, for there are many of one name."""
        outer = self._places.get(place.parent)
        return f"{place.name}, {outer.name}" if outer and outer.tier == Tier.DISTRICT else place.name

    def _parent(self, rule: BodyRule, place: Place) -> str | None:
        home, slug = (self._places.get(place.parent), rule.above) if rule.above else (place, rule.parent)
        return f"{home.id}/{_slug(slug, home)}" if slug and home else None

    def _successors(self, rule: BodyRule, place: Place, until: date | None) -> list[Succession]:
        if until is None:
            return []
        day = until + timedelta(days=1)
        if until != place.until:
            source = STANDARD.sources[rule.ended or rule.source].note or ""
            return [
                Succession(agency=f"{place.id}/{_slug(heir.to, place)}", date=day, scope=heir.scope, source=source)
                for heir in rule.successors
            ]
        heirs = [heir for one in place.successors if (heir := self._places.get(one))]
        found = [(heir, id_) for heir in heirs if (id_ := self._same(rule, place, heir, day))]
        source = f"{_ENDED[place.tier]}; {_HEIRS}" if until == _LAST_DAY else _why_ended(place)
        return [
            Succession(
                agency=identity,
                date=day,
                scope=f"phần địa bàn nhập vào {heir.name}" if len(found) > 1 else None,
                source=source,
            )
            for heir, identity in found
        ]

    def _same(self, rule: BodyRule, place: Place, heir: Place, day: date) -> str | None:
        """The body of the same rule at ``heir``, which took area of ``place``, where it lives on ``day``."""
        if heir.tier != place.tier and not rule.passes:
            return None
        noun = split_noun(heir.name)[0]
        for other in self.rules(heir):
            since, until = lifetime(other, heir) or (day, day)
            if other.name == rule.name and (since is None or since <= day) and (until is None or until > day):
                return f"{heir.id}/{other.slug(noun, split_noun(heir.name)[1])}"
        return None

    def _of_all(self, slug: str, outer: Place) -> Group | None:
        """The group whose id ends in ``slug`` of bodies of all places of a kind in ``outer``."""
        for rule in STANDARD.rules:
            if slug.startswith(f"{rule.slug('', '')}-ca"):
                for nouns in ((), *((noun,) for noun in _NOUNS_OF[rule.tier])):
                    group = self.group_of_all(rule, nouns, outer)
                    if group and group.id == f"{outer.id}/{slug}":
                        return group
        return None

    def group_of_all(self, rule: BodyRule, nouns: tuple[str, ...], outer: Place) -> Group | None:
        """The bodies of ``rule`` in all places in ``outer``, as texts address them: *UBND các xã, phường*.

        ``nouns`` are the kinds of place that are meant, none where all of the tier are.
        """
        if rule.tier not in _ALL or outer.tier in (rule.tier, Tier.WARD) or rule.body == Body.POST:
            return None
        name, all_of = rule.bare_name(""), f"các {', '.join(nouns)}" if nouns else _ALL[rule.tier]
        members = Membership(
            body=[rule.body],
            name=name,
            tier=rule.tier,
            nouns=list(nouns),
            within=outer.id,
            # The table has all communes since 01/7/2025, and the districts as they were last.
            complete=(rule.tier, outer.tier) == (Tier.WARD, Tier.CITY) and not rule.some,
        )
        return Group(
            id=f"{outer.id}/{rule.slug('', '')}-{to_slug(all_of)}",
            name=f"{name} {all_of}{'' if outer.id == CENTRAL else f' {outer.name}'}",
            level=rule.level,
            place=outer.id,
            # Of all districts or communes of the country nobody wants a list.
            members=members if outer.id != CENTRAL or rule.tier == Tier.CITY else None,
            sources=[STANDARD.sources[rule.source]],
        )


def lifetime(rule: BodyRule, place: Place) -> tuple[date | None, date | None] | None:
    """First and last day on which ``place`` has the body of ``rule``; None where it never has."""
    since = max((day for day in (rule.since, place.since) if day), default=None)
    until = min((day for day in (rule.until, place.until) if day), default=None)
    return None if since and until and until < since else (since, until)


def _slug(template: str, place: Place) -> str:
    """The id of a rule, behind the place, as it is at ``place``."""
    noun = split_noun(place.name)[0]
    return to_slug(fill(template, noun)) if "{" in template else template


def _ending(rule: BodyRule, place: Place, until: date | None) -> list[Fact]:
    """The source of the body's last day."""
    if until is None:
        return []
    if until == place.until:
        return [Fact(fact="until", note=_ENDED[place.tier] if until == _LAST_DAY else _why_ended(place))]
    return [Fact(fact="until", note=STANDARD.sources[rule.ended or rule.source].note)]


def _why_ended(place: Place) -> str:
    """What the register says of a place that ended before all others did."""
    return "; ".join(said for fact in place.sources if (said := fact.note or fact.url))


def _make_group(rule: GroupRule, place: Place) -> Group:
    where = "" if place.id == CENTRAL else f" {place.name}"
    return Group(
        id=f"{place.id}/{rule.slug}",
        name=f"{rule.name}{where}",
        aliases=[rule.name, *rule.aliases] if where else list(rule.aliases),
        level=rule.level or Level(rule.tier),
        place=place.id,
        members=Membership(body=list(rule.members), place=place.id) if rule.members else None,
        sources=[Fact(note="Cách gọi chung trong văn bản, không liệt kê")],
    )
