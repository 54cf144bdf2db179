"""What a plan comes to, at the head of its page: a person's sentences, marked as such, and five figures."""

from __future__ import annotations

import re

from corpus.pages.plan import figures_of

PLAN = "hai-phong/2025/362-qd-ubnd"
FIRST = "hai-phong/2018/24-kh-ubnd"


def test_a_summary_is_marked_as_not_the_words_of_the_plan(site, corpus):
    page = (site / "ke-hoach" / PLAN / "index.html").read_text("utf-8")
    brief = page[page.index('class="in-brief"') : page.index('class="facts"')]
    assert " ".join(corpus.plan[PLAN].meta.summary.split()) in " ".join(brief.split())
    assert "không phải lời của văn bản" in brief
    without = (site / "ke-hoach" / FIRST / "index.html").read_text("utf-8")
    assert "Tóm tắt do ban biên tập viết" not in without and 'class="figures"' in without


def test_the_figures_are_those_of_the_lists_below_them(site, overview):
    page = (site / "ke-hoach" / PLAN / "index.html").read_text("utf-8")
    figures = figures_of(overview, overview.plan[PLAN])
    assert len(re.findall(r'<li id="van-ban-\d+"', page)) == figures.directives
    bodies = page[page.index('id="co-quan-co-nhiem-vu"') :]
    assert len(re.findall(r'<td data-label="Cơ quan">', bodies)) == figures.bodies
    assert figures.tasks == 7
    assert figures_of(overview, overview.plan[FIRST]).carried is None


def test_a_plan_does_not_cite_itself(site, overview):
    page = (site / "ke-hoach" / PLAN / "index.html").read_text("utf-8")
    cited = page[page.index('id="vien-dan"') : page.index('id="co-quan-co-nhiem-vu"')]
    assert "uy-ban-nhan-dan-hai-phong/2025/362-qd-ubnd" not in cited
