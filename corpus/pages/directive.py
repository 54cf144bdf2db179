"""The page of a directive: what it is, and every place that cites it, in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.addresses import directive_feed_url
from corpus.check.conflicts import Disagreement, find_disagreements
from corpus.grouping import group
from corpus.overview.citing import quotes_by_plan, trace_citing
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview
from corpus.pages.agency import part_anchor
from corpus.pages.page import Page, day, render
from corpus.schema import DirectiveRelation, Fact
from corpus.vocabulary import FactName

FEW_TOGETHER = 8  # directives cited with one that stand open on its page; the others unfold


@dataclass(frozen=True)
class SourcedFact:
    """Facts of a directive, each with its value (None where the register has none), that the same sources state."""

    values: tuple[tuple[FactName, str | None], ...]
    sources: tuple[Fact, ...]


Pointing = Mapping[str, list[tuple[DirectiveRelation, DirectiveEntry]]]


def directive_pages(overview: Overview) -> Iterator[Page]:
    """One page per directive, known or not."""
    pointing: dict[str, list[tuple[DirectiveRelation, DirectiveEntry]]] = {}
    for other in overview.directives.values():
        for relation in other.relations:
            pointing.setdefault(relation.directive, []).append((relation, other))
    for entry in overview.directives.values():
        yield directive_page(overview, entry, pointing)


def directive_page(overview: Overview, entry: DirectiveEntry, pointing: Pointing) -> Page:
    """The page of ``entry``; ``pointing`` are the relations of other directives to each."""
    citing = trace_citing(entry.id, overview)
    disagreements = {one.fact: one for one in find_disagreements(entry)}
    return render(
        "directive.html.j2",
        entry.url,
        overview,
        entry=entry,
        citing=citing,
        by_plan=quotes_by_plan(citing, overview),
        pointing=pointing.get(entry.id, []),
        feed=directive_feed_url(entry.id),
        facts=sourced_facts(entry, disagreements),
        disagreements=disagreements,
        few=FEW_TOGETHER,
        names={str(name): name.label for name in FactName},
        resting=overview.work.resting_on(entry.id),
        part_anchor=part_anchor,
    )


def sourced_facts(entry: DirectiveEntry, disagreements: Mapping[str, Disagreement]) -> list[SourcedFact]:
    """The facts that the register states with their sources; none of a plan's own act, whose text is on the site."""
    if entry.plan or not entry.known:
        return []
    values = {
        FactName.NUMBER: entry.number,
        FactName.SYMBOL: entry.symbol,
        FactName.ISSUED: entry.issued and day(entry.issued),
        FactName.ISSUER: entry.issuer_name,
        FactName.TITLE: entry.title,
    }
    stated = {name: value for name, value in values.items() if value or name in disagreements}
    by_sources = group(stated, lambda name: tuple(s for s in entry.sources if s.fact in (None, name) and not s.value))
    return [
        SourcedFact(tuple((name, stated[name]) for name in names), sources) for sources, names in by_sources.items()
    ]
