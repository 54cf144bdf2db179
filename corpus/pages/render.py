"""All generated pages of the site, one after the other; no page needs the others in memory."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.seen import Seen
from corpus.manifest import Manifest
from corpus.overview.figures import Figures
from corpus.pages.agency import agency_pages
from corpus.pages.alphabetical import alphabetical_pages
from corpus.pages.calendar import calendar_pages, calendar_years
from corpus.pages.completeness import completeness_pages
from corpus.pages.descent import descent_pages
from corpus.pages.directive import directive_pages
from corpus.pages.directive_list import directive_list_pages
from corpus.pages.embedded import embedding_page
from corpus.pages.folders import folder_pages
from corpus.pages.home import home_page
from corpus.pages.lists import list_pages
from corpus.pages.notes import notes_pages
from corpus.pages.page import Page, redirect_page
from corpus.pages.plan import plan_page
from corpus.pages.proof import comparison_page
from corpus.pages.side_by_side import side_by_side_pages
from corpus.pages.verification import verification_page
from corpus.pages.who_does_what import who_does_what_pages
from corpus.pages.work_list import work_list_pages


def render_pages(seen: Seen, figures: Figures | None, facts: Manifest, root: str | None) -> Iterator[Page]:
    """Every page made from the corpus, redirects from old addresses included, these last.

    ``figures`` are as measured, if they were; ``facts`` say what the site is built from; ``root`` is its address, or at
    least its path on the host, as far as they are known.
    """
    for page in _pages(seen, figures, facts, root):
        yield page.noting(seen.overview.corpus.notice)


def _pages(seen: Seen, figures: Figures | None, facts: Manifest, root: str | None) -> Iterator[Page]:
    overview, checked = seen.overview, seen.checked
    years = calendar_years(overview)
    yield home_page(overview, years)
    yield from list_pages(overview)
    yield from alphabetical_pages(seen)
    yield from who_does_what_pages(overview)
    yield from work_list_pages(overview)
    yield from calendar_pages(overview, years)
    yield from folder_pages(seen)
    yield from notes_pages(overview, checked)
    yield from directive_list_pages(overview)
    yield from completeness_pages(overview, checked, figures)
    yield from descent_pages(seen)
    yield verification_page(overview, facts)
    yield embedding_page(overview, root)
    for here in overview.plans:
        yield plan_page(seen, here.plan.id)
        yield from side_by_side_pages(seen, here.plan)
        if overview.proofs[here.plan.id].restoration:
            yield comparison_page(seen, here.plan.id)
    yield from directive_pages(seen)
    yield from agency_pages(seen)
    yield from (redirect_page(old, new) for old, new in overview.corpus.moved_pages)
