"""One candidate for a mention, or none and the reason why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from corpus.directives.find import Mention
from corpus.directives.find.dates import YEAR
from corpus.directives.identity import number_key, plan_directive_id, series, title_key
from corpus.directives.issuing import Issuers
from corpus.directives.known import DirectiveIndex, Known
from corpus.language.folding import slug
from corpus.model import Clause, Plan

_BACK = re.compile(r"\s(?:nêu trên|nói trên|trên đây|này)$")
_LAWS = ("luật", "bộ luật", "hiến pháp", "pháp lệnh")


@dataclass(frozen=True)
class Resolution:
    """What a mention resolves to: an id, or None; ``reason`` says why, to the public, and names any candidates."""

    directive: str | None
    reason: str


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


def points_back(mention: Mention) -> bool:
    """True for *Nghị quyết nêu trên*, which says nothing of itself."""
    return bool(_BACK.search(mention.text))


def resolve(
    context: PlanContext, mention: Mention, text: str, outer: Mention | None, clause: Clause | None
) -> Resolution:
    """What ``mention`` of ``text`` refers to in the plan that is being read."""
    own = plan_directive_id(context.plan)
    if clause and clause.kind == "letterhead":
        return Resolution(own, "số hiệu của chính văn bản")
    if points_back(mention):
        resolution = _resolve_back(context, mention)
    elif mention.number is None and "/" in mention.text and _own_blank(context.plan, mention):
        resolution = Resolution(own, "số để trống, đúng loại và ký hiệu của chính văn bản")
    else:
        resolution = _by_number(context, mention) if mention.number else _by_name(context, mention, text, outer)
        if resolution.directive is None and mention.number:
            named = _by_name(context, mention, text, outer)
            resolution = named if named.directive else resolution
    context.cited.append((mention.kind, resolution.directive or ""))
    return resolution


def _own_blank(plan: Plan, mention: Mention) -> bool:
    return plan.meta.number is None and slug(plan.meta.symbol) in slug(mention.text)


def _by_number(context: PlanContext, mention: Mention) -> Resolution:
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
    issuer = context.issuers.read(mention.issuer, mention.number)
    return _only(context, found, mention, issuer)


def _only(context: PlanContext, found: list[Known], mention: Mention, issuer: str | None) -> Resolution:
    """The one of ``found`` that fits issuer and date; none where two fit or none does."""
    if not found:
        return Resolution(None, "không có trong sổ văn bản")
    named = [one for one in found if issuer is None or one.series is None or one.series == series(issuer)]
    if not named:
        return _none("cùng số, ký hiệu nhưng khác cơ quan ban hành", found)
    dated = [one for one in named if _fits_date(one, mention, context.latest)]
    if not dated:
        return _none("cùng số, ký hiệu nhưng khác ngày ban hành", named)
    if len(dated) > 1:
        before = [one for one in dated if one.id in context.named]
        dated = before if len(before) == 1 else dated
    if len(dated) > 1:
        return _none("nhiều văn bản cùng số, ký hiệu", dated)
    by = "số, ký hiệu" + (", cơ quan" if issuer else "") + (", ngày ban hành" if mention.issued else "")
    return Resolution(dated[0].id, f"khớp {by}")


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


def year_of(mention: Mention) -> int | None:
    if mention.issued:
        return mention.issued.year
    found = re.search(r"[\s(]((?:19|20)\d\d)\)?$", mention.text) if mention.kind in _LAWS or mention.number else None
    return int(found[1]) if found else None


def _none(why: str, candidates: list[Known]) -> Resolution:
    """Unresolved, with the candidates named."""
    return Resolution(None, f"{why}: {'; '.join(sorted({one.id for one in candidates}))}")


def _by_name(context: PlanContext, mention: Mention, text: str, outer: Mention | None) -> Resolution:
    """By a name of the register, a law's title, or issuer and subject."""
    key = title_key(bare_name(mention))
    found = context.index.by_name.get(key) or context.index.by_name.get(title_key(mention.text), [])
    if not found and mention.number is None and (about := _subject_after(mention, text)):
        found = context.index.by_name.get(title_key(f"{mention.text} {about}"), [])
    if mention.kind == "tiêu chuẩn" and mention.number:
        found = context.index.by_name.get(title_key(mention.number), [])
    latest = min(context.latest, outer.issued) if outer and outer.issued else context.latest
    # A programme can be named before it is promulgated, and a standard's year is part of its number.
    fitting = [one for one in found if mention.kind not in _LAWS or _fits_date(one, mention, latest)]
    if not fitting and mention.number is None:
        fitting = _by_subject(context, mention, text, latest)
    fitting = _same_outer(fitting)
    if len(fitting) == 1:
        return Resolution(fitting[0].id, "khớp tên gọi trong sổ văn bản")
    if fitting:
        return _none("nhiều văn bản cùng tên", fitting)
    return Resolution(None, "tên gọi không có trong sổ văn bản")


def _same_outer(found: list[Known]) -> list[Known]:
    return list({one.id: one for one in found}.values())


def bare_name(mention: Mention) -> str:
    """A law's name without pinpoint, day, year and number."""
    name = mention.text
    if mention.pinpoint:
        name = re.sub(
            r"^.*?(?=(?:Bộ l|L|l)uật|Hiến|Pháp lệnh|Nghị|Quyết|Chương|Đề)", "", name, count=1, flags=re.DOTALL
        )
    if mention.kind not in _LAWS:
        return name
    name = re.split(r"\s+(?:số\s+\d|ngày\s|\d{4}$)", name)[0]
    year = YEAR.search(name)
    return name[: year.start()] if year else name


def _by_subject(context: PlanContext, mention: Mention, text: str, latest: date) -> list[Known]:
    """Named by issuer and subject: *Nghị quyết của Quốc hội về tổ chức chính quyền đô thị …*."""
    after = _subject_after(mention, text)
    issuer = context.issuers.read(mention.issuer, None) if mention.issuer else _plenum_issuer(context, mention)
    if not after or not issuer:
        return []
    words = title_key(after).split()
    candidates = context.index.by_kind.get((mention.kind, series(issuer)), [])
    return [one for one in candidates if _same_subject(words, one.subject.split()) and _fits_date(one, mention, latest)]


def _subject_after(mention: Mention, text: str) -> str | None:
    """What is printed after a mention as its subject: *về …* to the next mark."""
    found = re.match(r"\s+(về\s[^;.:()“”\n]{6,240})", text[mention.end : mention.end + 260])
    return found[1] if found else None


def _plenum_issuer(context: PlanContext, mention: Mention) -> str | None:
    found = re.search(r"Hội\s+nghị\s+.*", mention.text, re.DOTALL)
    return context.issuers.read_name(slug(found[0])) if found else None


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
