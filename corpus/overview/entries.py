"""Every directive the corpus speaks of: those of the register, the plans themselves, and unresolved ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.addresses import directive_url
from corpus.directives.identity import plan_directive_id, split_number
from corpus.directives.printed_title import printed_title, same_title
from corpus.language.letterhead import full_number
from corpus.language.letters import upfirst
from corpus.link import PlanRecord
from corpus.model import Citation, Corpus, Plan
from corpus.schema import Directive, DirectiveName, DirectiveRelation, Fact, KnownAct
from corpus.vocabulary import FactName


@dataclass(frozen=True)
class DirectiveEntry:
    """One directive. ``known`` is false for one that is cited but in no register; ``plan`` is its text here, if any.

    ``printed`` is how a plan names one that is not known.
    """

    id: str
    known: bool
    kind: str
    number: str | None
    symbol: str | None
    issuer: str | None
    issuer_name: str | None
    issued: date | None
    title: str | None
    names: tuple[DirectiveName, ...] = ()
    relations: tuple[DirectiveRelation, ...] = ()
    sources: tuple[Fact, ...] = ()
    plan: str | None = None
    printed: str | None = None

    @property
    def number_symbol(self) -> str | None:
        """Number and symbol as one writes them: 76/NQ-CP, 62-KL/TW, TCVN ISO 9001:2015."""
        if self.number and self.kind == "tiêu chuẩn":
            return f"{self.symbol or ''} {self.number}".strip()
        return full_number(self.number, self.symbol) if self.number else None

    @property
    def name(self) -> str:
        """Kind and number, or the title of one that has no number: what a link to it says."""
        if self.number_symbol:
            return f"{upfirst(self.kind)} {'' if self.kind == 'tiêu chuẩn' else 'số '}{self.number_symbol}"
        if not self.title:
            return upfirst(" ".join((self.printed or self.kind).split()))
        if self.title.casefold().startswith(self.kind):
            return self.title
        return f"{upfirst(self.kind)} {self.title[:1].lower()}{self.title[1:]}"

    @property
    def year(self) -> int | None:
        """Year of issue, of the date or else of the identity; None where neither says it."""
        when = self.id.split("/")[1]
        return self.issued.year if self.issued else int(when) if when.isdigit() else None

    @property
    def url(self) -> str:
        return directive_url(self.id)


def collect_directives(corpus: Corpus, records: Sequence[PlanRecord]) -> dict[str, DirectiveEntry]:
    """Every directive by id, in the order of the ids."""
    names = {body.id: body.name for body in corpus.agencies}
    found = {directive.id: _from_register(directive, names) for directive in corpus.directives}
    for plan in corpus.plans:
        identity = plan_directive_id(plan, corpus)
        found[identity] = _from_plan(identity, plan, names)
    for record in records:
        for citation in record.citations:
            if citation.directive and citation.directive not in found:
                act = corpus.act.get(citation.directive)
                found[citation.directive] = (
                    _from_act(act, names) if act else _from_citation(citation.directive, citation)
                )
    for record in records:
        for citation in record.citations:
            if act := corpus.act.get(citation.directive or ""):
                found[act.id] = _with_what_differs(found[act.id], citation, corpus)
    return dict(sorted(found.items()))


def _from_register(directive: Directive, names: dict[str, str]) -> DirectiveEntry:
    return DirectiveEntry(
        directive.id,
        True,
        directive.kind,
        directive.number,
        directive.symbol,
        directive.issuer,
        names.get(directive.issuer or ""),
        directive.issued,
        directive.title,
        tuple(directive.names),
        tuple(directive.relations),
        tuple(directive.sources),
    )


def _from_act(act: KnownAct, names: dict[str, str]) -> DirectiveEntry:
    number, symbol = split_number(act.number) if act.number else (None, None)
    note = f"Tình trạng hiệu lực, như nguồn ghi: {act.status}" if act.status else None
    issuer = act.issuer if act.issuer in names else None
    return DirectiveEntry(
        act.id,
        True,
        act.kind,
        number,
        symbol,
        issuer,
        names.get(act.issuer),
        act.issued,
        act.title,
        sources=(Fact(url=act.url, note=note),),
    )


def _with_what_differs(entry: DirectiveEntry, citation: Citation, corpus: Corpus) -> DirectiveEntry:
    """``entry`` with the day and the title that a plan prints, where they are not those that are known."""
    said: list[tuple[FactName, str]] = []
    if citation.issued not in (None, entry.issued):
        said.append((FactName.ISSUED, str(citation.issued)))
    plan = corpus.plan.get(citation.plan)
    passage = plan.passage_at.get((citation.anchor, citation.field)) if plan else None
    title = printed_title(citation, passage.text) if passage else None
    if title and entry.title and not same_title(title, entry.title):
        said.append((FactName.TITLE, title))
    facts = [Fact(fact=name, plan=citation.plan, anchor=citation.anchor, value=value) for name, value in said]
    new = tuple(fact for fact in facts if fact not in entry.sources)
    return replace(entry, sources=(*entry.sources, *new)) if new else entry


def _from_plan(identity: str, plan: Plan, names: dict[str, str]) -> DirectiveEntry:
    meta = plan.meta
    return DirectiveEntry(
        identity,
        True,
        meta.form,
        meta.number,
        meta.symbol,
        meta.issuer,
        names.get(meta.issuer),
        meta.issued,
        meta.title,
        plan=plan.id,
        sources=(Fact(plan=plan.id),),
    )


def _from_citation(identity: str, citation: Citation) -> DirectiveEntry:
    number, symbol = split_number(citation.number) if citation.number else (None, None)
    return DirectiveEntry(
        identity,
        False,
        citation.kind,
        number,
        symbol,
        None,
        citation.issuer,
        citation.issued,
        None,
        sources=(Fact(plan=citation.plan, anchor=citation.anchor),),
        printed=citation.text,
    )
