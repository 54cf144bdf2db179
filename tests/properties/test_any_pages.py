"""What must hold of the pages of any corpus: each mention and item quoted, each count right, no empty section."""

from __future__ import annotations

import pytest
from built_site import read_url, squeeze, work_quotes

from corpus.addresses import AGENCY_FILES, DIRECTIVE_FEED
from corpus.pages.agency import part_anchor
from corpus.pages.completeness import is_resolved
from corpus.work.occasions import occasions

LIST = "nhiem-vu/"


@pytest.fixture(scope="session")
def directives(overview):
    return overview.directives


def test_the_page_of_a_directive_quotes_every_mention(site, overview, directives):
    for entry in directives.values():
        page = read_url(site, entry.url)
        marks = [squeeze(mark.get_text()) for mark in page.select("ul.quotes blockquote mark")]
        assert sorted(marks) == sorted(squeeze(one.text) for one in overview.citations_of.get(entry.id, ())), entry.id


def test_no_page_of_a_directive_has_an_empty_section(site, directives):
    for entry in directives.values():
        for heading in read_url(site, entry.url).select("article h2"):
            following = heading.find_next_sibling()
            assert following is not None and following.name != "h2" and squeeze(following.get_text()), (
                entry.id,
                heading,
            )


def test_an_unresolved_directive_says_so_and_why(site, overview, directives, is_golden):
    open_ones = [entry for entry in directives.values() if not entry.known]
    assert open_ones or not is_golden
    for entry in open_ones:
        box = read_url(site, entry.url).select_one(".gap-box").get_text()
        assert all(citation.reason in box for citation in overview.citations_of[entry.id]), entry.id


def test_the_page_of_completeness_counts_everything_and_shows_each_unresolved_sentence(site, overview):
    page = read_url(site, "do-day-du")
    total = [squeeze(cell.get_text()) for cell in page.select("tr.total td")]
    mentions = [one for here in overview.plans for one in here.citations]
    unresolved = [one for one in mentions if not is_resolved(one, overview)]
    assert total[1:] == [str(len(mentions)), str(len(mentions) - len(unresolved)), str(len(unresolved))]
    shown = [squeeze(mark.get_text()) for mark in page.select("#chua-xac-dinh ~ ul.quotes mark")]
    assert sorted(shown) == sorted(squeeze(one.text) for one in unresolved)
    assert page.select("#mau-thuan")


def test_an_act_that_nobody_cites_has_no_feed(site, overview, directives):
    for entry in directives.values():
        assert (site / entry.url / DIRECTIVE_FEED).is_file() == (entry.id in overview.citations_of)


def test_a_bodys_page_quotes_each_of_its_items_and_links_its_clause(site, overview):
    for body in overview.work.bodies:
        page = read_url(site, f"co-quan/{body}/")
        quoted = {words for _, words in work_quotes(page)}
        targets = {link["href"].partition("ke-hoach/")[2] for link in page.find_all("a", class_="to-clause")}
        for assignment in overview.work.of(body).all:
            one = assignment.item
            assert squeeze(one.text) in quoted, (body, one.id)
            assert f"{one.plan}/#{one.anchor}" in targets, (body, one.id)


def test_figures_of_a_body_are_those_of_its_items(site, overview):
    for body in overview.work.bodies:
        work = overview.work.of(body)
        page = read_url(site, f"co-quan/{body}/")
        links = {link["href"]: link for link in reversed(page.find_all("a", href=True))}
        for plan in work.plans:
            for part, number in work.count(plan).items():
                link = links.get(f"#{part_anchor(part, plan)}")
                assert (link is None) == (number == 0), (body, plan, part)
                if link and link.find_parent("table", class_="figures"):
                    assert link.get_text() == str(number)


def test_a_body_without_work_has_a_short_page_without_empty_sections(site, overview, is_golden):
    idle = [body for body in overview.corpus.agency if not overview.work.of(body)]
    assert idle or not is_golden
    for body in idle:
        page = read_url(site, f"co-quan/{body}/")
        assert not page.find("table", class_="figures")
        for heading in page.find("article").find_all("h2"):
            following = heading.find_next_sibling()
            assert following is not None and squeeze(following.get_text()), (body, heading.get_text())


def test_the_list_reads_without_script(site, overview):
    rows = read_url(site, LIST).select("table.work-list tbody tr")
    items = [one for here in overview.plans for one in overview.work.items[here.plan.id]]
    assert len(rows) == len(items)
    for row, one in zip(rows, items, strict=True):
        assert squeeze(one.text) in squeeze(row.get_text())
        assert row.find("a", class_="to-clause")["href"].endswith(f"#{one.anchor}")


def test_who_does_what_counts_what_the_bodies_pages_show(site, overview):
    page = read_url(site, "ai-lam-gi/")
    for link in page.select("table.who td a"):
        body, _, anchor = link["href"].removeprefix("../co-quan/").partition("/#")
        number = int(link.get_text().rsplit(" ", 1)[1])
        work = overview.work.of(body)
        counts = {part_anchor(part, plan): n for plan in work.plans for part, n in work.count(plan).items()}
        assert counts[anchor] == number


def test_calendar_shows_every_dated_item(site, overview):
    for here in overview.plans:
        year = here.plan.meta.year
        page = read_url(site, f"lich/{year}/")
        links = {link["href"].partition("ke-hoach/")[2] for link in page.select("ul.days a.to-clause")}
        dated = {f"{one.plan}/#{one.anchor}" for one in overview.work.items[here.plan.id] if occasions(one, year)}
        assert dated <= links


def test_a_directives_page_names_the_bodies_whose_work_rests_on_it(site, overview, is_golden):
    shown = 0
    for directive in {citation.directive for here in overview.plans for citation in here.citations} - {None}:
        resting = {one.body for one in overview.work.resting_on(directive)}
        page = read_url(site, f"van-ban/{directive}/")
        heading = page.find(id="co-quan-thuc-hien")
        assert (heading is not None) == bool(resting), directive
        if heading:
            named: set[str] = set()
            for element in heading.find_next_siblings():
                if element.name == "h2":
                    break
                links = element.select("td[data-label='Cơ quan'] a.agency, ul.based a.agency, li > a.agency")
                named |= {link["href"].partition("co-quan/")[2].strip("/") for link in links}
            assert named == resting
            shown += 1
    assert shown or not is_golden


def test_every_body_with_work_has_its_files_beside_its_page(site, overview):
    for body in overview.corpus.agency:
        there = {path.name for path in (site / "co-quan" / body).iterdir() if path.is_file()}
        there -= {"index.html", "index.html.md"}
        assert there == ({file.name for file in AGENCY_FILES} if overview.work.of(body) else set()), body
