"""Entries for the register of directives, proposed from what plans cite; a person confirms each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.directives.cite import Found, cite, find_in
from corpus.directives.identity import number_key, plan_directive_id, split_number, title_key
from corpus.directives.issuing import Issuers, SymbolIndex, index_symbols
from corpus.directives.known import index_directives
from corpus.directives.naming import bare_name
from corpus.directives.printed_title import printed_title
from corpus.document_kinds import KINDS
from corpus.editors.act_import import NAMED
from corpus.editors.entry_text import quoted, scalar
from corpus.language.letterhead import full_number
from corpus.model import Citation, Corpus, Plan
from corpus.schema import Directive, Fact


@dataclass(frozen=True)
class Proposal:
    """An entry for the register; ``doubles`` are known directives that it may be, ``unlinked`` sentences that would be lost."""

    directive: Directive
    doubles: tuple[str, ...] = ()
    unlinked: tuple[Citation, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether all that tells an act apart is printed and nothing known is like it."""
        one = self.directive
        named = one.number if one.kind not in NAMED else one.title
        return bool(named and one.issuer and one.issued) and not self.doubles and not self.unlinked


def propose(plan: Plan, citations: Iterable[Citation], corpus: Corpus) -> Iterator[Proposal]:
    """An entry for each directive that ``plan`` cites and neither a register nor a plan is, but for refused ones."""
    known = {*corpus.directive, *corpus.act, *corpus.refused, *(plan_directive_id(one) for one in corpus.plans)}
    missing: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.directive and citation.directive not in known:
            missing[citation.directive].append(citation)
    symbols = index_symbols(corpus.written_agencies, corpus.country)
    found = find_in(plan) if missing else []
    for identity, mentions in sorted(missing.items()):
        entry = _entry(identity, mentions, plan, corpus, symbols)
        lost = unlinked(entry, mentions, plan, corpus, symbols, found)
        yield Proposal(entry, tuple(_doubles(entry, corpus)), tuple(lost))


def unlinked(
    entry: Directive, mentions: list[Citation], plan: Plan, corpus: Corpus, symbols: SymbolIndex, found: Found
) -> Iterator[Citation]:
    """Those of ``mentions`` that would lead elsewhere once the register has ``entry``.

    ``symbols`` are the corpus's, ``found`` what ``find_in`` gives of the plan.
    """
    grown = replace(corpus, directives=(*corpus.directives, entry))
    cited = cite(plan, grown, index_directives(grown, symbols), found)
    after = {(one.anchor, one.field, one.start): one.directive for one in cited}
    return (one for one in mentions if after.get((one.anchor, one.field, one.start)) != entry.id)


def _doubles(entry: Directive, corpus: Corpus) -> Iterator[str]:
    """Known directives of the same number and day, or of the same title and kind, under another id."""
    number = number_key(full_number(entry.number, entry.symbol)) if entry.number else None
    for one in corpus.directives:
        same_day = one.issued == entry.issued or None in (one.issued, entry.issued)
        same_number = number is not None and number == number_key(full_number(one.number or "", one.symbol))
        same_title = one.title and entry.title and title_key(one.title) == title_key(entry.title)
        if same_day and (same_number or (same_title and one.kind == entry.kind)):
            yield one.id


def _entry(identity: str, mentions: list[Citation], plan: Plan, corpus: Corpus, symbols: SymbolIndex) -> Directive:
    """What the mentions say together; each fact from the first that prints it."""
    fullest = next((one for one in mentions if one.number), mentions[0])
    number, symbol = split_number(fullest.number) if fullest.number else (None, None)
    reading = Issuers(plan.meta.place, symbols)
    issuers = filter(None, (reading.read(one.issuer, one.number) for one in mentions))
    issuer = next(issuers, "trung-uong/quoc-hoi" if fullest.kind in ("luật", "bộ luật", "hiến pháp") else None)
    printed = next((one.issuer for one in mentions if one.issuer), None)
    known = issuer in corpus.agency or (issuer is not None and symbols.standard.get(issuer) is not None)
    title = next(filter(None, (_title(citation, plan) for citation in mentions)), None)
    if fullest.kind in NAMED or (title is None and number is None):
        title = " ".join(bare_name(fullest).split())
    sources = list(dict.fromkeys((citation.plan, citation.anchor) for citation in mentions))
    unknown = None if known or not printed else f"Cơ quan ban hành, như in: {printed}"
    return Directive(
        id=identity,
        number=number,
        symbol=symbol,
        kind=fullest.kind if fullest.kind in KINDS else "văn kiện",
        issuer=issuer if known else None,
        issued=next((one.issued for one in mentions if one.issued), None),
        title=title,
        sources=[Fact(plan=source, anchor=anchor, note=unknown) for source, anchor in sources],
    )


def _title(citation: Citation, plan: Plan) -> str | None:
    return printed_title(citation, plan.passage_at[citation.anchor, citation.field].text)


def refuse(register: str, directive: str) -> str:
    """The text of the register with ``directive`` among those that are never proposed again."""
    if re.search(r"^refused:$", register, re.MULTILINE):
        return re.sub(r"^refused:$", f"refused:\n  - {directive}", register, count=1, flags=re.MULTILINE)
    return re.sub(r"^directives:$", f"refused:\n  - {directive}\n\ndirectives:", register, count=1, flags=re.MULTILINE)


def as_yaml(directive: Directive) -> str:
    """The entry as it stands in the register."""
    lines = [f"  - id: {directive.id}"]
    for name in ("number", "symbol", "kind", "issuer", "issued", "title"):
        value = getattr(directive, name)
        lines.append(f"    {name}: {quoted(value) if name == 'number' else scalar(value)}")
    lines.append("    sources:")
    for fact in directive.sources:
        said = fact.model_dump(exclude_none=True)
        lines.append(f"      - {{{', '.join(f'{key}: {scalar(value)}' for key, value in said.items())}}}")
    return "\n".join(lines) + "\n"
