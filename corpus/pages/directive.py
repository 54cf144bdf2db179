"""The page of a directive: what it is, and every place that cites it, in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.addresses import changes_url, directive_feed_url
from corpus.check.conflicts import Disagreement, find_disagreements
from corpus.check.seen import Seen
from corpus.grouping import group
from corpus.model import Citation
from corpus.overview.citing import Citing, quotes_by_plan, trace_citing
from corpus.overview.citing_changes import citing_changes
from corpus.overview.entries import DirectiveEntry
from corpus.pages.about import about_directive
from corpus.pages.agency import work_url
from corpus.pages.page import Page, day, page_about, render
from corpus.pages.paging import Sheet, cut
from corpus.schema import Fact
from corpus.vocabulary import FactName

PLANS_ON_SHEET = 40
MOST_LISTED = 200  # bodies, relations, forms and acts cited beside it; those left out are counted
MOST_CHANGES = 20  # steps from plan to plan that stand on its page; the others are counted
FEW_TOGETHER = 8  # directives cited with one that stand open on its page; the others unfold


@dataclass(frozen=True)
class SourcedFact:
    """Facts of a directive, each with its value (None where the register has none), that the same sources state."""

    values: tuple[tuple[FactName, str | None], ...]
    sources: tuple[Fact, ...]


PlanCitations = tuple[str, list[Citation]]


def directive_pages(seen: Seen) -> Iterator[Page]:
    """One page per directive, known or not, and sheets with the sentences of older plans where many cite it."""
    overview = seen.overview
    for entry in overview.directives.values():
        plans = dict.fromkeys(one.plan for one in overview.citations_of.get(entry.id, ()))
        for sheet in cut(plans, entry.url, PLANS_ON_SHEET):
            make = _directive_page if sheet.number == 1 else _further_sheet
            yield page_about(seen, sheet.url, make, entry.id, sheet.number)


def _sheet(entry: DirectiveEntry, citing: Citing, number: int) -> Sheet[PlanCitations]:
    by_plan = group(citing.citations, lambda citation: citation.plan).items()
    return cut(by_plan, entry.url, PLANS_ON_SHEET)[number - 1]


def _further_sheet(seen: Seen, directive: str, number: int) -> Page:
    overview, entry = seen.overview, seen.overview.directives[directive]
    sheet = _sheet(entry, trace_citing(directive, overview), number)
    quoted = quotes_by_plan(sheet.rows, overview)
    return render("directive_sheet.html.j2", sheet.url, overview, entry=entry, sheet=sheet, by_plan=quoted)


def _directive_page(seen: Seen, directive: str, number: int) -> Page:
    overview, entry = seen.overview, seen.overview.directives[directive]
    citing = trace_citing(directive, overview)
    sheet = _sheet(entry, citing, number)
    disagreements = {one.fact: one for one in find_disagreements(entry)}
    resting = overview.work.resting_on(entry.id)
    return render(
        "directive.html.j2",
        entry.url,
        overview,
        entry=entry,
        citing=citing,
        sheet=sheet,
        by_plan=quotes_by_plan(sheet.rows, overview),
        pointing=overview.pointing_at.get(entry.id, []),
        feed=directive_feed_url(entry.id),
        facts=sourced_facts(entry, disagreements),
        disagreements=disagreements,
        few=FEW_TOGETHER,
        most=MOST_LISTED,
        changes=citing_changes(entry.id, overview),
        most_changes=MOST_CHANGES,
        changes_url=changes_url,
        names={str(name): name.label for name in FactName},
        direct=[one for one in resting if one.items],
        based=[one for one in resting if one.plans],
        work_url=lambda body, plan: work_url(overview, body, overview.work.of(body).first_part(plan), plan),
    ).telling(lambda: about_directive(entry, overview))


def sourced_facts(entry: DirectiveEntry, disagreements: Mapping[str, Disagreement]) -> list[SourcedFact]:
    """The facts that the register states with their sources; none of a plan's own act, whose text is on the site."""
    if entry.plan or not entry.known:
        return []
    values = {
        FactName.NUMBER: entry.number,
        FactName.SYMBOL: entry.symbol,
        FactName.ISSUED: day(entry.issued) if entry.issued else None,
        FactName.ISSUER: entry.issuer_name,
        FactName.TITLE: entry.title,
    }
    stated = {name: value for name, value in values.items() if value or name in disagreements}
    by_sources = group(stated, lambda name: tuple(s for s in entry.sources if s.fact in (None, name) and not s.value))
    return [
        SourcedFact(tuple((name, stated[name]) for name in names), sources) for sources, names in by_sources.items()
    ]
