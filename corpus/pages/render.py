"""All generated pages of the site, one after the other; no page needs the others in memory."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.link import Linked
from corpus.overview.entries import collect_directives
from corpus.overview.figures import Figures
from corpus.pages.agency import agency_pages
from corpus.pages.alphabetical import alphabetical_pages
from corpus.pages.calendar import calendar_pages
from corpus.pages.completeness import completeness_page
from corpus.pages.descent import descent_pages
from corpus.pages.directive import directive_pages
from corpus.pages.directive_list import directive_list_page
from corpus.pages.folders import folder_pages
from corpus.pages.lists import list_pages
from corpus.pages.notes import notes_page
from corpus.pages.page import Page, redirect_page
from corpus.pages.plan import plan_page
from corpus.pages.proof import comparison_page
from corpus.pages.who_does_what import who_does_what_page
from corpus.pages.work_list import work_list_page


def render_pages(linked: Linked, figures: Figures | None) -> Iterator[Page]:
    """Every page made from the corpus, redirects from old addresses included; ``figures`` as measured, if they were."""
    directives = collect_directives(linked)
    yield from list_pages(linked, directives)
    yield from alphabetical_pages(linked, directives)
    yield who_does_what_page(linked, directives)
    yield work_list_page(linked, directives)
    yield from calendar_pages(linked, directives)
    yield from folder_pages(linked, directives)
    yield notes_page(linked, directives)
    yield directive_list_page(linked, directives)
    yield completeness_page(linked, directives, figures)
    yield from descent_pages(linked, directives)
    for here in linked.plans:
        yield plan_page(linked, here, directives)
        if linked.proofs[here.plan.id].restoration:
            yield comparison_page(linked, here, directives)
        yield from (redirect_page(f"ke-hoach/{old}/", here.plan.url) for old in here.plan.meta.addresses)
    yield from directive_pages(linked, directives)
    for directive in linked.corpus.directives:
        yield from (redirect_page(f"van-ban/{old}/", f"van-ban/{directive.id}/") for old in directive.addresses)
    yield from agency_pages(linked, directives)
    for agency in linked.corpus.agencies:
        yield from (redirect_page(f"co-quan/{old}/", f"co-quan/{agency.id}/") for old in agency.addresses)
