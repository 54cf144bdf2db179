"""From mentions to citations: what each refers to, what it is cited for, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.directives.find import Mention, find_mentions
from corpus.directives.identity import plan_directive_id
from corpus.directives.issuing import Issuers
from corpus.directives.known import DirectiveIndex, index_directives
from corpus.directives.matching import PlanContext, Resolution, Surroundings, resolve
from corpus.directives.naming import meant_of
from corpus.directives.roles import read_roles
from corpus.directives.stubs import Stubs
from corpus.model import Citation, Clause, Corpus, Passage, Plan
from corpus.vocabulary import Role

__all__ = ["cite", "index_directives", "plan_directive_id"]

_AROUND = 40  # characters of context kept on either side of a citation


Found = Sequence[tuple[Passage, tuple[Mention, ...]]]


def find_in(plan: Plan) -> Found:
    """The mentions in each passage of ``plan``, whatever is known."""
    return [(passage, find_mentions(passage.text)) for passage in plan.passages]


def cite(
    plan: Plan, corpus: Corpus, index: DirectiveIndex | None = None, found: Found | None = None
) -> tuple[Citation, ...]:
    """Every citation of ``plan``, in the order of its text.

    ``index`` saves building it for each plan, ``found`` looking for the mentions again where only what is known differs.

    ``directive`` of a citation that resolves to nothing known is an id made of its own data, which
    neither the register nor a plan has; it is None where the mention says too little even for that.
    """
    index = index or index_directives(corpus)
    latest = plan.meta.issued or date(plan.meta.year, 12, 31)
    context = PlanContext(plan, index, Issuers(plan.meta.place, index.symbols), latest)
    found = found or find_in(plan)
    mentioned = (
        (meant_of(mention, after), _issuers(context, mentions, mention), after)
        for passage, mentions in found
        for mention in mentions
        for after in (passage.text[mention.end :][:_AROUND],)
    )
    stubs = Stubs(mentioned, index.ids)
    return tuple(
        citation for passage, mentions in found for citation in _cite_passage(context, stubs, passage, mentions)
    )


def _issuers(context: PlanContext, mentions: tuple[Mention, ...], mention: Mention) -> Issuers:
    """Issuers as meant where ``mention`` stands: in a title, the outer act's *tỉnh* is its own."""
    issuers = context.issuers
    if mention.within is not None:
        outer = mentions[mention.within]
        issuers = _issuers(context, mentions, outer).in_title_of(outer.issuer)
    return issuers


def _cite_passage(
    context: PlanContext, stubs: Stubs, passage: Passage, mentions: tuple[Mention, ...]
) -> list[Citation]:
    trail = context.plan.ancestors.get(passage.anchor, ())
    clause = trail[-1] if trail and trail[-1].anchor == passage.anchor else None
    above = trail[:-1] if clause else trail
    found: list[Citation] = []
    for mention, role in zip(mentions, read_roles(passage.text, mentions, clause, above), strict=True):
        outer = mentions[mention.within] if mention.within is not None else None
        issuers = _issuers(context, mentions, mention)
        after = passage.text[mention.end :][:_AROUND]
        meant = meant_of(mention, after)
        resolution = resolve(context, Surroundings(passage.text, outer, issuers), meant, clause)
        within = found[mention.within].directive if mention.within is not None else None
        directive = resolution.directive or stubs.id_of(meant, issuers, after)
        found.append(
            _citation(passage, mention, replace(resolution, directive=directive), role, within, trail, context.plan.id)
        )
    return found


def _citation(
    passage: Passage,
    mention: Mention,
    resolution: Resolution,
    role: Role,
    within: str | None,
    trail: tuple[Clause, ...],
    plan: str,
) -> Citation:
    before, after = passage.text[: mention.start], passage.text[mention.end :]
    return Citation(
        plan=plan,
        anchor=passage.anchor,
        field=passage.field,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        kind=mention.kind,
        number=mention.number,
        issued=mention.issued,
        issuer=mention.issuer,
        pinpoint=mention.pinpoint,
        directive=resolution.directive,
        reason=resolution.reason,
        role=role,
        within=within,
        section=_section(trail),
        prefix=before[-_AROUND:],
        suffix=after[:_AROUND],
    )


def _section(trail: tuple[Clause, ...]) -> str:
    """The headings over a passage, as printed."""
    headings = [
        f"{clause.marker} {clause.text}".strip() for clause in trail if clause.kind in ("part", "heading", "article")
    ]
    return " › ".join(" ".join(heading.split()) for heading in headings[-2:])
