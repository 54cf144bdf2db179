"""Entries for the register of directives, proposed from what plans cite; a person confirms each."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from corpus.directives.find.issuers import TITLE
from corpus.directives.identity import plan_directive_id, split_number
from corpus.directives.issuing import Issuers, IssuingPlaces, index_symbols
from corpus.language.letters import upfirst
from corpus.model import Citation, Corpus, Plan
from corpus.schema import Directive, Fact
from corpus.vocabulary import KINDS

_TITLE_END = re.compile(r"[;“”\n]|[.:](?=\s|$)|$")
_TITLE_REACH = 400
# Plain words need no quotation marks in YAML; anything else is written as JSON, which YAML reads.
_PLAIN = re.compile(r"(?!(?:null|true|false|yes|no|on|off|y|n)$)[^\W\d_][\w ,()/.–+-]*(?<! )$", re.IGNORECASE)


def propose(plan: Plan, citations: Iterable[Citation], corpus: Corpus) -> Iterator[Directive]:
    """An entry for each directive that ``plan`` cites and neither the register nor a plan is."""
    known = {*corpus.directive, *corpus.act, *(plan_directive_id(one) for one in corpus.plans)}
    missing: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.directive and citation.directive not in known:
            missing[citation.directive].append(citation)
    for identity, mentions in sorted(missing.items()):
        yield _entry(identity, mentions, plan, corpus)


def _entry(identity: str, mentions: list[Citation], plan: Plan, corpus: Corpus) -> Directive:
    first = mentions[0]
    number, symbol = split_number(first.number) if first.number else (None, None)
    issuer = Issuers(IssuingPlaces(corpus.place), plan.meta.place, index_symbols(corpus.agencies)).read(
        first.issuer, first.number
    )
    title = next(filter(None, (_title(citation, plan) for citation in mentions)), None)
    if title is None and number is None:
        title = " ".join(first.text.split())
    sources = list(dict.fromkeys((citation.plan, citation.anchor) for citation in mentions))
    unknown = None if issuer in corpus.agency or not first.issuer else f"Cơ quan ban hành, như in: {first.issuer}"
    return Directive(
        id=identity,
        number=number,
        symbol=symbol,
        kind=first.kind if first.kind in KINDS else "văn kiện",
        issuer=issuer if issuer in corpus.agency else None,
        issued=first.issued,
        title=title,
        sources=[Fact(plan=source, anchor=anchor, note=unknown) for source, anchor in sources],
    )


def _title(citation: Citation, plan: Plan) -> str | None:
    """What is printed straight after the mention, to the next mark; None where no title follows."""
    passage = next(p for p in plan.passages if (p.anchor, p.field) == (citation.anchor, citation.field))
    found = TITLE.match(passage.text, citation.end, citation.end + 40)
    if not found or not citation.number:
        return None
    after = passage.text[citation.end : citation.end + _TITLE_REACH]
    end = _TITLE_END.search(after)
    title = " ".join(after[: end.start() if end else None].split()).strip(" ,(")
    return upfirst(title) or None


def as_yaml(directive: Directive) -> str:
    """The entry as it stands in the register."""
    lines = [f"  - id: {directive.id}"]
    for name in ("number", "symbol", "kind", "issuer", "issued", "title"):
        value = getattr(directive, name)
        lines.append(f"    {name}: {_quoted(value) if name == 'number' else _scalar(value)}")
    lines.append("    sources:")
    for fact in directive.sources:
        said = fact.model_dump(exclude_none=True)
        lines.append(f"      - {{{', '.join(f'{key}: {_scalar(value)}' for key, value in said.items())}}}")
    return "\n".join(lines) + "\n"


def _quoted(value: str | None) -> str:
    return "null" if value is None else json.dumps(value, ensure_ascii=False)


def _scalar(value: object) -> str:
    if value is None:
        return "null"
    text = str(value)
    return text if _PLAIN.match(text) and ", " not in text or re.fullmatch(r"\d{4}-\d\d-\d\d", text) else _quoted(text)
