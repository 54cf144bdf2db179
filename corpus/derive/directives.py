"""Every directive the corpus speaks of: those of the register, the plans themselves, and unresolved ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.link import Linked
from corpus.model import Citation, Plan
from corpus.resolve.identity import plan_directive_id, split_number
from corpus.schema import Directive, DirectiveName, DirectiveRelation, Fact


@dataclass(frozen=True)
class DirectiveEntry:
    """One directive. ``known`` is false for one that is cited but in no register; ``plan`` is its text here, if any."""

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

    @property
    def name(self) -> str:
        """Kind and number, or the title of one that has no number: what a link to it says."""
        if self.number and self.symbol:
            separator = "-" if "/" in self.symbol and self.symbol.split("/")[1] in ("TW", "TU", "ĐU", "QU", "HU") else "/"
            return f"{_upfirst(self.kind)} số {self.number}{separator}{self.symbol}"
        if self.number:
            return f"{_upfirst(self.kind)} {self.number}"
        return self.title or _upfirst(self.kind)

    @property
    def url(self) -> str:
        return f"van-ban/{self.id}/"


def _upfirst(text: str) -> str:
    return text[:1].upper() + text[1:]


def collect_directives(linked: Linked) -> dict[str, DirectiveEntry]:
    """Every directive by id, in the order of the ids."""
    corpus = linked.corpus
    names = {body.id: body.name for body in corpus.agencies}
    found = {directive.id: _from_register(directive, names) for directive in corpus.directives}
    for plan in corpus.plans:
        if identity := plan_directive_id(plan, corpus):
            found[identity] = _from_plan(identity, plan, names)
    for here in linked.plans:
        for citation in here.citations:
            if citation.directive and citation.directive not in found:
                found[citation.directive] = _from_citation(citation)
    return dict(sorted(found.items()))


def _from_register(directive: Directive, names: dict[str, str]) -> DirectiveEntry:
    return DirectiveEntry(
        directive.id, True, directive.kind, directive.number, directive.symbol, directive.issuer,
        names.get(directive.issuer), directive.issued, directive.title,
        tuple(directive.names), tuple(directive.relations), tuple(directive.sources),
    )  # fmt: skip


def _from_plan(identity: str, plan: Plan, names: dict[str, str]) -> DirectiveEntry:
    meta = plan.meta
    return DirectiveEntry(
        identity, True, meta.form, meta.number, meta.symbol, meta.issuer, names.get(meta.issuer), meta.issued,
        meta.title, plan=plan.id, sources=(Fact(plan=plan.id),),
    )  # fmt: skip


def _from_citation(citation: Citation) -> DirectiveEntry:
    number, symbol = split_number(citation.number) if citation.number else (None, None)
    return DirectiveEntry(
        citation.directive, False, citation.kind, number, symbol, None, citation.issuer,
        date.fromisoformat(citation.issued) if isinstance(citation.issued, str) else citation.issued, None,
        sources=(Fact(plan=citation.plan, anchor=citation.anchor),),
    )  # fmt: skip
