"""What must hold inside and between the registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.check.ledger import Ledger
from corpus.language.folding import slug
from corpus.model import Corpus
from corpus.problem import Problem
from corpus.schema import Agency, Directive, Fact, Group, Place, Record
from corpus.strict_yaml import KeyPath
from corpus.vocabulary import Level, Tier


def check_registers(corpus: Corpus) -> Iterator[Problem]:
    """Every problem of the registers of agencies, directives and abbreviations."""
    agencies, directives, glossary = (Ledger.of(corpus, name) for name in ("agencies", "directives", "glossary"))
    yield from _check_ids(agencies, "places", corpus.places)
    yield from _check_ids(agencies, "agencies", corpus.agencies, corpus.groups)
    yield from _check_ids(directives, "directives", corpus.directives)
    for index, place in enumerate(corpus.places):
        yield from _check_place(agencies, index, place, corpus)
    for index, agency in enumerate(corpus.agencies):
        yield from _check_agency(agencies, index, agency, corpus)
    for index, group in enumerate(corpus.groups):
        yield from _check_group(agencies, index, group, corpus)
    for index, directive in enumerate(corpus.directives):
        yield from _check_directive(directives, index, directive, corpus)
    yield from _check_same_act(directives, corpus.directives)
    yield from _check_terms(glossary, corpus)
    for ledger, sort, entries in _entries(corpus, agencies, directives, glossary):
        yield from _check_facts(ledger, sort, entries, corpus)


def _entries(
    corpus: Corpus, agencies: Ledger, directives: Ledger, glossary: Ledger
) -> Iterator[tuple[Ledger, str, Sequence[Record]]]:
    yield agencies, "places", corpus.places
    yield agencies, "agencies", corpus.agencies
    yield agencies, "groups", corpus.groups
    yield directives, "directives", corpus.directives
    yield glossary, "terms", corpus.terms


def _check_ids(ledger: Ledger, sort: str, *lists: Sequence[Place | Agency | Group | Directive]) -> Iterator[Problem]:
    """Ids must each belong to one entry."""
    owners: dict[str, str] = {}
    for name, entries in zip((sort, "groups"), lists, strict=False):
        for index, entry in enumerate(entries):
            if entry.id in owners:
                yield ledger.problem((name, index, "id"), "mã chỉ được dùng cho một mục", entry.id)
            owners[entry.id] = entry.id


def _check_place(ledger: Ledger, index: int, place: Place, corpus: Corpus) -> Iterator[Problem]:
    path = ("places", index)
    if place.parent and place.parent not in corpus.place:
        yield ledger.problem((*path, "parent"), "địa bàn cấp trên phải có trong sổ", place.parent)
    elif place.parent and _order(corpus.place[place.parent].tier) >= _order(place.tier):
        yield ledger.problem((*path, "tier"), f"phải là cấp dưới của {place.parent}", place.tier)
    for successor in place.successors:
        if corpus.country.get(successor) is None:
            yield ledger.problem((*path, "successors"), "địa bàn kế tục phải có trong sổ", successor)
    yield from _check_period(ledger, path, place)


def _order(tier: Tier) -> int:
    return list(Tier).index(tier)


def _check_period(ledger: Ledger, path: KeyPath, entry: Place | Agency) -> Iterator[Problem]:
    if entry.since and entry.until and entry.until < entry.since:
        yield ledger.problem((*path, "until"), f"phải không sớm hơn ngày bắt đầu {entry.since}", str(entry.until))


def _check_agency(ledger: Ledger, index: int, agency: Agency, corpus: Corpus) -> Iterator[Problem]:
    path = ("agencies", index)
    yield from _check_body(ledger, path, agency, corpus)
    if agency.parent and agency.parent not in corpus.agency:
        yield ledger.problem((*path, "parent"), "cơ quan cấp trên phải có trong sổ", agency.parent)
    for number, succession in enumerate(agency.successors):
        where = (*path, "successors", number)
        if succession.agency not in corpus.agency:
            yield ledger.problem((*where, "agency"), "cơ quan kế tục phải có trong sổ", succession.agency)
        elif succession.agency == agency.id:
            yield ledger.problem((*where, "agency"), "cơ quan không thể kế tục chính mình", succession.agency)
        handed_on = succession.date and agency.until and (succession.date - agency.until).days
        if agency.until and not succession.scope and handed_on != 1:
            must = f"phải là ngày ngay sau ngày cuối cùng còn hoạt động {agency.until}"
            yield ledger.problem((*where, "date"), must, str(succession.date))
    yield from _check_period(ledger, path, agency)


def _check_group(ledger: Ledger, index: int, group: Group, corpus: Corpus) -> Iterator[Problem]:
    path = ("groups", index)
    yield from _check_body(ledger, path, group, corpus)
    for key in ("place", "within"):
        place = group.members and getattr(group.members, key)
        if place and place not in corpus.place:
            yield ledger.problem((*path, "members", key), "địa bàn phải có trong sổ", place)


def _check_body(ledger: Ledger, path: KeyPath, body: Agency | Group, corpus: Corpus) -> Iterator[Problem]:
    """What agencies and groups share: a known place that their id and level agree with, names said once."""
    place = corpus.place.get(body.place)
    if place is None:
        yield ledger.problem((*path, "place"), "địa bàn phải có trong sổ", body.place)
    if not body.id.startswith(f"{body.place}/"):
        yield ledger.problem((*path, "id"), f"mã phải bắt đầu bằng địa bàn {body.place}/", body.id)
    if isinstance(body, Agency) and place and body.level in (*Tier,) and Level(body.level) != Level(place.tier):
        yield ledger.problem((*path, "level"), f"phải là cấp của địa bàn ({place.tier})", body.level)
    seen: set[str] = {body.name}
    for alias in body.aliases:
        if alias in seen:
            yield ledger.problem((*path, "aliases"), "mỗi cách in chỉ ghi một lần", alias)
        seen.add(alias)


def _check_directive(ledger: Ledger, index: int, directive: Directive, corpus: Corpus) -> Iterator[Problem]:
    path = ("directives", index)
    if directive.issuer and directive.issuer not in corpus.agency:
        yield ledger.problem((*path, "issuer"), "cơ quan ban hành phải có trong sổ cơ quan", directive.issuer)
    year = str(directive.issued.year) if directive.issued else None
    segments = directive.id.split("/")
    if year and segments[1] != year:
        yield ledger.problem((*path, "id"), f"năm trong mã phải là năm ban hành {year}", directive.id)
    ending = _id_ending(directive)
    if ending and segments[2] != ending:
        yield ledger.problem((*path, "id"), f"mã phải kết thúc bằng số và ký hiệu {ending}", directive.id)
    for number, relation in enumerate(directive.relations):
        if relation.directive not in corpus.directive:
            yield ledger.problem((*path, "relations", number), "văn bản liên quan phải có trong sổ", relation.directive)
        elif relation.directive == directive.id:
            yield ledger.problem(
                (*path, "relations", number), "văn bản không thể liên quan đến chính nó", relation.directive
            )


def _id_ending(directive: Directive) -> str | None:
    """Number and symbol as an id ends in them; a standard is named by its symbol first (TCVN ISO 9001)."""
    if not (directive.number and directive.symbol):
        return None
    standard = directive.kind == "tiêu chuẩn"
    return slug(f"{directive.symbol} {directive.number}" if standard else f"{directive.number} {directive.symbol}")


def _check_same_act(ledger: Ledger, directives: Iterable[Directive]) -> Iterator[Problem]:
    """Number, symbol, issuer and date together name one act."""
    seen: dict[tuple[object, ...], str] = {}
    for index, directive in enumerate(directives):
        if not directive.number:
            continue
        key = (directive.number, directive.symbol, directive.issuer, directive.issued)
        if key in seen:
            must = f"số, ký hiệu, cơ quan và ngày phải khác mục {seen[key]}"
            yield ledger.problem(("directives", index, "number"), must, f"{directive.number}/{directive.symbol}")
        seen.setdefault(key, directive.id)


def _check_terms(ledger: Ledger, corpus: Corpus) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for index, term in enumerate(corpus.terms):
        for name in dict.fromkeys((term.term, *term.aliases)):
            if name in seen:
                yield ledger.problem(("terms", index), f"chữ này đã có ở mục {seen[name]}", name)
            seen[name] = term.term


def _check_facts(ledger: Ledger, sort: str, entries: Iterable[Record], corpus: Corpus) -> Iterator[Problem]:
    """A source must say something, name a field there is, and point to a clause there is."""
    lost: dict[str, list[KeyPath]] = {}
    for index, entry in enumerate(entries):
        for path, fact in _facts_of(entry, (sort, index)):
            if not (fact.plan or fact.url or fact.note):
                yield ledger.problem(path, "nguồn phải có plan, url hoặc note", fact.fact or "")
            if fact.fact and fact.fact not in type(entry).model_fields:
                yield ledger.problem((*path, "fact"), "phải là tên một trường của mục này", fact.fact)
            plan = fact.plan and corpus.plan.get(fact.plan)
            if fact.plan and plan is None and fact.plan not in corpus.unread:
                lost.setdefault(fact.plan, []).append((*path, "plan"))
            if fact.anchor and plan and fact.anchor not in plan.ancestors:
                yield ledger.problem((*path, "anchor"), f"địa chỉ phải có trong {plan.path}", fact.anchor)
    for missing, paths in lost.items():
        times = f" (được nêu làm nguồn ở {len(paths)} chỗ, đây là chỗ đầu)" if len(paths) > 1 else ""
        yield ledger.problem(paths[0], f"kế hoạch phải có trong kho{times}", missing)


def _facts_of(entry: Record, path: KeyPath) -> Iterator[tuple[KeyPath, Fact]]:
    for key in ("sources", "names", "relations"):
        for number, item in enumerate(getattr(entry, key, ())):
            source = getattr(item, "source", None)
            if isinstance(item, Fact):
                yield (*path, key, number), item
            elif isinstance(source, Fact):
                yield (*path, key, number, "source"), source
    source = getattr(entry, "source", None)
    if isinstance(source, Fact):
        yield (*path, "source"), source
