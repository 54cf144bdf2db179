"""Pictures of numbers: what is drawn is what the table beside it says, and nothing that a strict policy refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import lxml.html
import pytest
from built_site import squeeze

from corpus.pages.chart import Series, bars, columns
from corpus.pages.directive_chart import OTHERS, CitedAct, acts_by_year
from corpus.pages.timeline import MOST_LISTED, MOST_ROWS, timeline


def figures(site) -> dict[str, lxml.html.HtmlElement]:
    """Every picture of the site by its page and its address."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        if 'class="chart-box"' in text:
            for figure in lxml.html.fromstring(text).xpath("//figure[@class='chart-box']"):
                found[f"{path.parent.relative_to(site).as_posix()}#{figure.get('id')}"] = figure
    return found


def shapes(figure, css: str = "") -> list[dict[str, str]]:
    return [dict(one.attrib) for one in figure.xpath(f".//*[name()='g'][contains(@class, '{css}')]//*[name()='rect']")]


def table(figure) -> list[list[str]]:
    return [[squeeze(cell.text_content()) for cell in row] for row in figure.xpath(".//tbody/tr")]


@pytest.fixture(scope="module")
def drawn(site):
    return figures(site)


def test_plans_bodies_and_acts_have_their_pictures(drawn):
    kinds = {name.partition("#")[2] for name in drawn}
    assert kinds == {"thoi-gian-thuc-hien", "chu-co-tu-dau", "van-ban-theo-nam"}
    assert any(name.startswith("co-quan/") for name in drawn)


def test_each_picture_is_named_and_has_its_numbers_beside_it(drawn):
    for name, figure in drawn.items():
        (picture,) = figure.xpath(".//*[name()='svg']")
        assert picture.get("role") == "img" and picture.get("aria-label"), name
        assert figure.xpath("figcaption")[0].text_content().strip() and len(table(figure)) >= 2, name
        inside = {one.tag.rpartition("}")[2] for one in picture.iter() if isinstance(one.tag, str)}
        assert inside <= {"svg", "g", "path", "text", "rect"}, (name, inside)
        assert not picture.xpath(".//@style | .//@onclick | .//@id"), name


def test_bars_are_as_long_as_the_words_they_count(drawn):
    seen = 0
    for name, figure in drawn.items():
        if not name.endswith("#chu-co-tu-dau"):
            continue
        rows = table(figure)
        for column, css in enumerate(("carried", "reworded", "fresh"), 1):
            widths = [float(one.get("width", 0)) for one in shapes(figure, css)]
            numbers = [int(row[column]) for row in reversed(rows)]
            scale = max(widths) / max(numbers)
            assert [width / scale for width in widths] == pytest.approx(numbers, abs=0.5), (name, css)
        assert all(int(row[4]) == sum(map(int, row[1:4])) for row in rows)
        seen += 1
    assert seen >= 2


def test_acts_are_counted_once_in_their_year_and_with_their_issuer(overview):
    acts = [CitedAct(f"I{number}", 2000 + number, 1 + number % 3) for number in range(24)] * 2
    chart = acts_by_year(acts)
    assert chart is not None
    assert sum(int(cell) for row in chart.rows for cell in row[1:-1] if cell != "–") == len(acts)
    assert sum(int(row[-1]) for row in chart.rows) == sum(act.plans for act in acts)
    assert OTHERS in chart.heads and chart.rows[-1][0] == "đến 2008"
    assert acts_by_year(acts[:1]) is None


def test_a_bar_begins_and_ends_with_the_printed_days(overview):
    """*Tháng 10* is one month wide where October is; a day is seen, and stands where it is."""
    plan = overview.corpus.plan["hai-phong/2025/362-qd-ubnd"]
    here = overview.plan[plan.id]
    chart = timeline(overview, plan, here.items, plan.url)
    assert chart is not None
    figure = lxml.html.fromstring(f"<div>{chart.picture}</div>")
    spans = [(float(one["x"]), float(one.get("width", 0))) for one in shapes(figure, "span") if "width" in one]
    year = max(width for _, width in spans)
    start = min(x for x, _ in spans)
    october = [(x, width) for x, width in spans if (x - start) / year == pytest.approx(9 / 12, abs=0.003)]
    assert [width / year for _, width in october] == [pytest.approx(1 / 12, abs=0.003)]
    printed = next(one for item in here.items for one in item.times if one.start == date(2025, 10, 1))
    assert printed.end == date(2025, 10, 31)
    assert [row[2] for row in chart.rows if "10/" in row[2]] == [printed.text]  # the column of time says "Năm 2025"


def test_a_picture_of_much_work_is_cut_and_says_so(overview):
    plan = overview.corpus.plan["hai-phong/2025/362-qd-ubnd"]
    dated = [item for item in overview.plan[plan.id].items if overview.occasions(item)]
    many = [replace(item, id=f"{item.id}-{number}") for number in range(300) for item in dated]
    chart = timeline(overview, plan, many, plan.url)
    assert chart is not None and len(chart.rows) == MOST_LISTED
    assert chart.left_out + MOST_ROWS == chart.beyond + MOST_LISTED > 1000
    assert len(chart.picture) < 30_000
    assert timeline(overview, plan, dated[:2], plan.url) is None


@pytest.mark.parametrize(
    "draw",
    [lambda label: bars([label], SERIES, [(0, label), (9, "")], label), lambda label: columns([label], SERIES, label)],
)
@pytest.mark.parametrize("label", ["<script>alert(1)</script>", "&amp;\"'", "x" * 500, "", "Đ\u0300"])
def test_a_picture_shows_any_text_as_text_and_is_the_same_every_time(draw, label):
    picture = draw(label)
    tree = lxml.html.fromstring(f"<div>{picture}</div>")
    assert not tree.xpath("//*[name()='script']") and tree[0].get("aria-label") == label
    assert draw(label) == picture


SERIES = [Series("", "", (1.0,)), Series("a", "span", (2.0,))]
