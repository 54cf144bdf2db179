"""What the rules know of other places with no register, against labels; the figures are in no page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml
from corpora import seen_of

from corpus.addresses import agency_url
from corpus.check.plan_rules import check_registered
from corpus.check.register_rules import check_registers
from corpus.country.places import COUNTRY
from corpus.evaluation.known_bodies import measure_bodies
from corpus.needed import with_needed
from corpus.overview.overview import Overview, see_together
from corpus.pages.agency import agency_pages
from corpus.read.corpus_files import read_corpus
from corpus.schema import Group

LABELS = yaml.safe_load((Path(__file__).parent / "golden" / "bodies_elsewhere.yml").read_text("utf-8"))


def test_what_is_known_is_found_and_nothing_else_is_taken_for_it():
    measured = measure_bodies(LABELS)
    assert measured.wrong == 0, measured.misses
    assert measured.right / (measured.names - measured.unknown) >= 0.98, measured.misses
    assert measured.unknown and measured.share >= 0.86  # a third of the names were sought for being unknown


def test_a_plan_of_any_province_needs_no_line_in_the_register():
    """Plans of provinces with an empty register: place and issuer are there, and so are the bodies that have work."""
    elsewhere = read_corpus(Path(__file__).parent / "golden" / "elsewhere")
    plans = tuple({plan.meta.place: plan for plan in elsewhere.plans if plan.meta.place in COUNTRY.rows}.values())
    empty = dict.fromkeys(("places", "agencies", "groups", "directives", "acts"), ())
    corpus = with_needed(replace(elsewhere, plans=plans, by_rule=frozenset(), **empty))
    assert len({plan.meta.place for plan in plans}) > 10
    assert list(check_registers(corpus)) == []
    assert [problem for plan in plans for problem in check_registered(plan, corpus)] == []
    overview = see_together(corpus, {})
    bodies = [body for body in overview.corpus.agencies if overview.work.of(body.id)]
    assert len(bodies) > 100 and {body.id for body in bodies} <= overview.corpus.by_rule
    for body in bodies:
        assert body.sources and overview.corpus.place[body.place]
        assert body.parent is None or body.parent in overview.corpus.agency
        assert all(one.agency in overview.corpus.agency for one in body.successors)
    assert len(bodies) < 1_500, "only what is named, and the members of the groups that are few"
    whole = _a_group_of_communes(overview)
    page = next(page for page in agency_pages(seen_of(overview)) if page.url == agency_url(whole.id)).write()
    members = overview.work.members_at(whole.id, overview.corpus.plan[overview.work.of(whole.id).plans[0]])
    assert len(members) > 30 and all(overview.bodies.get(one).name in page.html for one in members)


def _a_group_of_communes(overview: Overview) -> Group:
    """All committees of the communes of a province, which have no pages for that alone."""
    groups = (one for one in overview.corpus.groups if one.id.endswith("/uy-ban-nhan-dan-cap-xa"))
    return next(one for one in groups if overview.work.of(one.id) and overview.corpus.place[one.place].tier == "city")
