"""One candidate for a mention, or none and the reason why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from corpus.directives.find import Mention
from corpus.directives.identity import CENTRAL, NumberKey, number_key, plan_directive_id, series, title_key
from corpus.directives.issuing import Issuers
from corpus.directives.known import DirectiveIndex, Known
from corpus.directives.naming import LAWS, bare_name, points_back, year_of
from corpus.language.folding import slug
from corpus.model import Clause, Plan


@dataclass(frozen=True)
class Resolution:
    """What a mention resolves to: an id, or None; ``reason`` says why, to the public, and names any candidates."""

    directive: str | None
    reason: str


@dataclass(frozen=True)
class Surroundings:
    """Where a mention stands: its passage's ``text``, the mention in whose title it is, and the issuers as meant there."""

    text: str
    outer: Mention | None
    issuers: Issuers


@dataclass
class PlanContext:
    """What the plan has said so far, for references that point back."""

    plan: Plan
    index: DirectiveIndex
    issuers: Issuers
    latest: date
    cited: list[tuple[str, str]] = field(default_factory=list)

    @property
    def named(self) -> set[str]:
        return {identity for _, identity in self.cited}


def resolve(context: PlanContext, place: Surroundings, mention: Mention, clause: Clause | None) -> Resolution:
    """What ``mention`` refers to in the plan that is being read."""
    own = plan_directive_id(context.plan)
    if clause and clause.kind == "letterhead":
        return Resolution(own, "số hiệu của chính văn bản")
    if points_back(mention):
        resolution = _resolve_back(context, mention)
    elif mention.number is None and "/" in mention.text and _own_blank(context.plan, mention):
        resolution = Resolution(own, "số để trống, đúng loại và ký hiệu của chính văn bản")
    elif mention.unread:
        resolution = Resolution(None, "phần in sau số, ký hiệu chưa đọc được")
    else:
        resolution = (
            _by_number(context, mention, place.issuers) if mention.number else _by_name(context, place, mention)
        )
        if resolution.directive is None and mention.number:
            named = _by_name(context, place, mention)
            resolution = named if named.directive else resolution
    context.cited.append((mention.kind, resolution.directive or ""))
    return resolution


def _own_blank(plan: Plan, mention: Mention) -> bool:
    return plan.meta.number is None and slug(plan.meta.symbol) in slug(mention.text)


def _by_number(context: PlanContext, mention: Mention, issuers: Issuers) -> Resolution:
    key = number_key(mention.number)
    if key is None:
        return Resolution(None, "không có trong sổ văn bản")
    if not key.symbol:
        found = context.index.by_bare_number.get((key.number, key.letter, mention.kind), [])
        return _only(context, found, mention, None)
    found = context.index.by_number.get((key.number, key.letter, key.symbol), [])
    found = [one for one in found if one.number and one.number.year == key.year]
    named = [one for one in found if one.id in context.named and _fits_date(one, mention, context.latest)]
    if not mention.issuer and len(named) == 1:
        return Resolution(named[0].id, "cùng số, ký hiệu với văn bản đã nêu trước đó")
    issuer = issuers.read(mention.issuer, mention.number)
    if not issuer:
        found = [one for one in found if _without_issuer(one, mention, issuers)]
    return _only(context, found, mention, issuer)


def _without_issuer(one: Known, mention: Mention, issuers: Issuers) -> bool:
    """Where no issuer is printed, a body of the plan's own places is meant only if the day agrees."""
    place = (one.series or CENTRAL).partition("/")[0]
    if place == CENTRAL:
        return True
    own = {place.id for place in issuers.chain()}
    return place in own and mention.issued is not None and one.issued == mention.issued


def _only(context: PlanContext, found: list[Known], mention: Mention, issuer: str | None) -> Resolution:
    """The one of ``found`` that fits issuer and date; none where two fit or none does."""
    if not found:
        return Resolution(None, "không có trong sổ văn bản")
    named = [one for one in found if issuer is None or one.series is None or one.series == series(issuer)]
    if not named:
        return _none("cùng số, ký hiệu nhưng khác cơ quan ban hành", found)
    dated = [one for one in named if _fits_date(one, mention, context.latest)]
    if not dated and len(near := [one for one in named if _same_year(one, mention)]) == 1:
        return Resolution(
            near[0].id, f"khớp số, ký hiệu, cơ quan và năm; ngày khác với ngày đã biết ({near[0].issued})"
        )
    if not dated:
        return _none("cùng số, ký hiệu nhưng khác ngày ban hành", named)
    if len(dated) > 1:
        before = [one for one in dated if one.id in context.named]
        dated = before if len(before) == 1 else dated
    if len(dated) > 1:
        return _none("nhiều văn bản cùng số, ký hiệu", dated)
    by = "số, ký hiệu" + (", cơ quan" if issuer else "") + (", ngày ban hành" if mention.issued else "")
    return Resolution(dated[0].id, f"khớp {by}")


def _same_year(one: Known, mention: Mention) -> bool:
    """Numbers start again each year and in each agency, so that only the day can be misprinted; the Party's do not."""
    party = bool(one.number and re.search(r"(?:TW|[TQHĐ]U)$", one.number.symbol))
    issued = mention.issued
    return bool(not party and issued and one.issued and issued.year == one.issued.year)


def _fits_date(one: Known, mention: Mention, latest: date) -> bool:
    """Same day where both say one; nothing is cited before it is issued."""
    year = year_of(mention)
    if mention.issued and one.issued:
        return mention.issued == one.issued
    if year and one.year:
        return year == one.year
    if one.issued:
        return one.issued <= latest
    return one.year is None or one.year <= latest.year


def _none(why: str, candidates: list[Known]) -> Resolution:
    """Unresolved, with the candidates named."""
    return Resolution(None, f"{why}: {'; '.join(sorted({one.id for one in candidates}))}")


def _by_name(context: PlanContext, place: Surroundings, mention: Mention) -> Resolution:
    """By a name of the register or a law's title; never against a printed number that differs."""
    name = title_key(bare_name(mention))
    found = context.index.by_name.get(name) or context.index.by_name.get(title_key(mention.text), [])
    if not found and mention.number is None and (about := _subject_after(mention, place.text)):
        found = context.index.by_name.get(title_key(f"{mention.text} {about}"), [])
    if mention.kind == "tiêu chuẩn" and mention.number:
        found = context.index.by_name.get(title_key(mention.number), [])
    latest = min(context.latest, place.outer.issued) if place.outer and place.outer.issued else context.latest
    # A programme can be named before it is promulgated, and a standard's year is part of its number.
    fitting = [one for one in found if mention.kind not in LAWS or _fits_date(one, mention, latest)]
    if mention.kind in LAWS and year_of(mention) is None:
        # A law may have been replaced since by one of its name: the table alone does not say which is meant.
        fitting = [one for one in fitting if not one.listed or one.id in context.named]
    printed = number_key(mention.number)
    if not fitting and not mention.number:
        fitting = _by_subject(context, place, mention, latest)
    if printed and printed.symbol and mention.kind in LAWS:
        fitting = [one for one in fitting if _fits_number(one, printed)]
    fitting = _distinct(fitting)
    if len(fitting) > 1:
        before = [one for one in fitting if one.id in context.named]
        fitting = before if len(before) == 1 else fitting
    if len(fitting) == 1:
        return Resolution(fitting[0].id, "khớp tên gọi trong sổ văn bản")
    if fitting:
        return _none("nhiều văn bản cùng tên", fitting)
    return Resolution(None, "tên gọi không có trong sổ văn bản")


def _distinct(found: list[Known]) -> list[Known]:
    return list({one.id: one for one in found}.values())


def _fits_number(one: Known, printed: NumberKey) -> bool:
    """Only what has no number of its own can be meant by name, and it must be of the year in the printed one."""
    return one.number == printed or (one.number is None and printed.year is not None and one.year == printed.year)


def _by_subject(context: PlanContext, place: Surroundings, mention: Mention, latest: date) -> list[Known]:
    """Named by issuer and subject: *Nghị quyết của Quốc hội về tổ chức chính quyền đô thị …*."""
    after = _subject_after(mention, place.text)
    issuer = place.issuers.read(mention.issuer, None) if mention.issuer else _plenum_issuer(place.issuers, mention)
    if not after or not issuer:
        return []
    words = title_key(after).split()
    candidates = context.index.by_kind.get((mention.kind, series(issuer)), [])
    return [one for one in candidates if _same_subject(words, one.subject.split()) and _fits_date(one, mention, latest)]


def _subject_after(mention: Mention, text: str) -> str | None:
    """What is printed after a mention as its subject: *về …* to the next mark."""
    found = re.match(r"\s+(về\s[^;.:()“”\n]{6,240})", text[mention.end : mention.end + 260])
    return found[1] if found else None


def _plenum_issuer(issuers: Issuers, mention: Mention) -> str | None:
    found = re.search(r"Hội\s+nghị\s+.*", mention.text, re.DOTALL)
    return issuers.read_name(slug(found[0])) if found else None


def _same_subject(words: list[str], subject: list[str]) -> bool:
    """One begins as the other, or a long beginning stands within it; at least three words agree."""
    size = min(len(words), len(subject))
    if size < 3:
        return False
    if words[:size] == subject[:size]:
        return True
    begin = " ".join(words[:8])
    return len(words) >= 8 and begin in " ".join(subject)


def _resolve_back(context: PlanContext, mention: Mention) -> Resolution:
    """*Nghị quyết nêu trên*: the one directive of that kind named before it in the plan."""
    before = [identity for kind, identity in context.cited if kind == mention.kind]
    distinct = sorted(set(before))
    if len(distinct) == 1 and distinct[0]:
        return Resolution(distinct[0], "văn bản cùng loại duy nhất được nêu trước đó")
    if distinct:
        return Resolution(None, f"nhiều văn bản cùng loại được nêu trước đó: {'; '.join(distinct)}")
    return Resolution(None, "không có văn bản cùng loại nêu trước đó")
