"""From mentions to citations: what each refers to, what it is cited for, and where it stands."""

from __future__ import annotations

from datetime import date

from corpus.find import Mention, find_mentions
from corpus.model import Citation, Clause, Corpus, Passage, Plan
from corpus.resolve.identity import (
    UNNUMBERED,
    directive_id,
    issuer_segment,
    plan_directive_id,
    series_issuer,
)
from corpus.resolve.issuing import Issuers
from corpus.resolve.known import DirectiveIndex, index_directives
from corpus.resolve.matching import Reading, Resolution, bare_name, points_back, resolve, year_of
from corpus.resolve.roles import read_role
from corpus.vietnamese import slug
from corpus.vocabulary import Role

__all__ = ["cite", "index_directives", "plan_directive_id"]

_AROUND = 40  # characters of context kept on either side of a citation
_NO_ISSUER = "chua-ro-co-quan"


def cite(plan: Plan, corpus: Corpus, index: DirectiveIndex | None = None) -> tuple[Citation, ...]:
    """Every citation of ``plan``, in the order of its text; ``index`` saves building it for each plan.

    ``directive`` of a citation that resolves to nothing known is an id made of its own data, which
    neither the register nor a plan has; it is None where the mention says too little even for that.
    """
    index = index or index_directives(corpus)
    latest = plan.meta.issued or date(plan.meta.year, 12, 31)
    reading = Reading(plan, index, Issuers(index.places, plan.meta.place), latest)
    return tuple(citation for passage in plan.passages for citation in _cite_passage(reading, passage))


def _cite_passage(reading: Reading, passage: Passage) -> list[Citation]:
    mentions = find_mentions(passage.text)
    trail = reading.plan.ancestors.get(passage.anchor, ())
    clause = trail[-1] if trail and trail[-1].anchor == passage.anchor else None
    above = trail[:-1] if clause else trail
    ids: list[str | None] = []
    roles: list[Role] = []
    found = []
    last: tuple[int, Role] | None = None
    for mention in mentions:
        outer = mentions[mention.within] if mention.within is not None else None
        resolution = resolve(reading, mention, passage.text, outer, clause)
        if outer:
            role = roles[mention.within]
        else:
            role = read_role(passage.text, mention.start, mention.kind, clause, above, last)
            last = (mention.end, role)
        ids.append(resolution.directive)
        roles.append(role)
        within = ids[mention.within] if outer else None
        found.append(_citation(reading, passage, mention, resolution, role, within, trail))
    return found


def _citation(
    reading: Reading, passage: Passage, mention: Mention, resolution: Resolution, role: Role, within: str | None,
    trail: tuple[Clause, ...],
) -> Citation:  # fmt: skip
    before, after = passage.text[: mention.start], passage.text[mention.end :]
    return Citation(
        plan=reading.plan.id, anchor=passage.anchor, field=passage.field, start=mention.start, end=mention.end,
        text=mention.text, kind=mention.kind, number=mention.number, issued=mention.issued, issuer=mention.issuer,
        pinpoint=mention.pinpoint, directive=resolution.directive or _stub(reading, mention), reason=resolution.reason,
        role=role, within=within, section=_section(trail), prefix=before[-_AROUND:], suffix=after[:_AROUND],
    )  # fmt: skip


def _section(trail: tuple[Clause, ...]) -> str:
    """The headings over a passage, as printed."""
    headings = [f"{clause.marker} {clause.text}".strip() for clause in trail if clause.kind in ("part", "heading", "article")]
    return " › ".join(" ".join(heading.split()) for heading in headings[-2:])


def _stub(reading: Reading, mention: Mention) -> str | None:
    """An id from the mention's own data, for the page of a directive that no register knows."""
    if points_back(mention):
        return None
    issuer = reading.issuers.read(mention.issuer, mention.number)
    if issuer:
        segment = issuer_segment(series_issuer(issuer))
    else:
        segment = slug(mention.issuer) if mention.issuer else _NO_ISSUER
    if mention.number is None and "/" in mention.text:
        return None
    return directive_id(segment, mention.issued, mention.number, bare_name(mention) or UNNUMBERED, year_of(mention))
