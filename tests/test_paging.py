"""No page grows without bound: lists go on in sheets, and every link to what stands on a later sheet leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from corpus.addresses import agency_url
from corpus.build import SiteBuild
from corpus.evaluation.made.project import write_made_corpus
from corpus.pages import agency, calendar, completeness, descent, directive, lists, work_list
from corpus.pages.agency import work_url
from corpus.pages.paging import cut

LIMITS = (
    (agency, "PLANS_ON_SHEET", 2),
    (calendar, "MOST_ON_PAGE", 5),
    (completeness, "MOST_ROWS", 3),
    (directive, "PLANS_ON_SHEET", 2),
    (descent, "MOST_ACTS", 30),
    (lists, "MOST_PLANS", 3),
    (lists, "MOST_BODIES", 40),
    (work_list, "MOST_ROWS", 100),
)


@pytest.fixture(scope="module")
def build(root, tmp_path_factory) -> SiteBuild:
    """A corpus of some plans, an office's plans of several years among them."""
    folder = tmp_path_factory.mktemp("many") / "corpus"
    write_made_corpus(root, folder, 14)
    return SiteBuild.prepare(folder)


@pytest.fixture(scope="module")
def small_sheets() -> Iterator[None]:
    """Sheets so small that every list needs several."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name, most in LIMITS:
            patch.setattr(module, name, most)
        yield


class Written(Mapping[str, str]):
    """The pages of a site by address, each written when it is first asked for."""

    def __init__(self, build: SiteBuild) -> None:
        self._pages = {page.url: page for page in build.pages()}
        self._texts: dict[str, str] = {}

    def __getitem__(self, url: str) -> str:
        if url not in self._texts:
            self._texts[url] = self._pages[url].write().html
        return self._texts[url]

    def __contains__(self, url: object) -> bool:
        return url in self._pages

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


@pytest.fixture(scope="module")
def pages(build, small_sheets) -> Written:
    return Written(build)


@pytest.mark.parametrize("home", ["nhiem-vu/", "ke-hoach/", "co-quan/", "do-day-du/so-lan/", "so-do/"])
def test_a_long_list_goes_on_in_sheets_that_lead_to_each_other(pages, home):
    assert f"{home}trang-2/" in pages
    first, second = pages[home], pages[f"{home}trang-2/"]
    assert re.search(r'rel="next" href="(?:\.\./)*(?:[\w-]+/)*trang-2/"', first)
    assert 'rel="prev"' in second


def test_every_item_of_work_stands_on_one_sheet_of_the_list(build, pages):
    sheets = [pages[url] for url in pages if re.fullmatch(r"nhiem-vu/(?:trang-\d+/)?", url)]
    rows = sum(text.count("<tr data-plan=") for text in sheets)
    assert rows == sum(len(record.items) for record in build.overview.plans)


def test_a_link_to_the_work_of_a_body_leads_to_the_sheet_that_holds_it(build, pages):
    followed = 0
    for body in build.overview.work.bodies:
        work = build.overview.work.of(body)
        for plan in work.plans:
            if any(one.item.plan == plan for one in work.direct):
                address, _, anchor = work_url(build.overview, body, work.first_part(plan), plan).partition("#")
                assert f'id="{anchor}"' in pages[address], (address, anchor)
                followed += address != agency_url(body)
    assert followed


def test_a_year_with_much_to_do_has_a_page_for_each_month(build, pages):
    months = [url for url in pages if re.fullmatch(r"lich/\d{4}/thang-\d+/", url)]
    assert months
    year = "/".join(months[0].split("/")[:2]) + "/"
    assert f'id="{months[0].split("/")[2]}"' in pages[year] or f"{{#{months[0].split('/')[2]}}}" in pages[year]


def test_the_sentences_that_cite_an_act_are_all_there(build, pages):
    cited = max(build.overview.citations_of, key=lambda one: len(build.overview.citations_of[one]))
    home = build.overview.directives[cited].url
    sheets = [pages[url] for url in pages if url == home or url.startswith(f"{home}trang-")]
    plans = {one.plan for one in build.overview.citations_of[cited]}
    assert len(sheets) == -(-len(plans) // 2)
    assert all(any(plan.replace("/", "-") in text for text in sheets) for plan in plans)


def test_a_list_is_cut_by_weight_and_never_inside_a_row():
    assert [sheet.rows for sheet in cut([3, 3, 9, 1], "a/", 6, lambda row: row)] == [(3, 3), (9,), (1,)]
    assert [sheet.rows for sheet in cut([], "a/", 6)] == [()]
