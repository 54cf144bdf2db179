"""What must hold of any corpus' work: nothing lost on the way from the text, and nothing given that no text gives."""

from __future__ import annotations

from datetime import date

from corpus.schema import Group
from corpus.vocabulary import ChangeKind, Part
from corpus.work.occasions import occasions


def test_every_task_duty_and_report_reaches_each_of_its_bodies(overview):
    for here in overview.plans:
        for task in here.tasks:
            for part, bodies in ((Part.LEADS, task.lead), (Part.COORDINATES, task.coordinating)):
                for body in bodies:
                    assert task.anchor in {a.item.anchor for a in overview.work.of(body).of(part, task.plan)}
        for part, found in ((Part.DUTY, here.duties), (Part.REPORTS, here.reports)):
            for one in found:
                for body in one.agencies:
                    texts = {(a.item.anchor, a.item.text) for a in overview.work.of(body).of(part, one.plan)}
                    assert (one.anchor, one.text) in texts


def test_no_body_has_work_that_no_text_gives_it(overview):
    for body in overview.work.bodies:
        for assignment in overview.work.of(body).direct:
            assert body in assignment.item.of(assignment.part)


def test_ids_of_items_are_unique(overview):
    ids = [one.id for items in overview.work.items.values() for one in items]
    assert len(ids) == len(set(ids))


def test_work_through_a_group_reaches_its_members_of_that_day_and_only_them(overview):
    for body in overview.work.bodies:
        for assignment in overview.work.of(body).through_groups:
            plan = overview.corpus.plan[assignment.item.plan]
            assert isinstance(overview.corpus.agency[assignment.via], Group)
            assert assignment.via in assignment.item.of(assignment.part)
            assert body in overview.work.members_at(assignment.via, plan)
            assert all(body not in bodies for _, bodies in assignment.item.bodies), "named itself as well"


def test_a_member_that_came_after_a_plan_has_no_work_from_it(overview, is_golden):
    late = [
        (assignment.item.plan, body.id)
        for body in overview.corpus.agencies
        if body.since
        for assignment in overview.work.of(body.id).through_groups
        if (overview.corpus.plan[assignment.item.plan].meta.issued or date.max) < body.since
    ]
    assert late == []
    assert not is_golden or any(b.since and overview.work.of(b.id).through_groups for b in overview.corpus.agencies)


def test_directives_behind_an_item_are_cited_in_it_or_where_it_stands(overview, is_golden):
    seen = 0
    for here in overview.plans:
        cited: dict[str, set] = {}
        for citation in here.citations:
            cited.setdefault(citation.anchor, set()).add(citation.directive)
        for one in overview.work.items[here.plan.id]:
            trail = {clause.anchor for clause in here.plan.ancestors[one.anchor]}
            trail.update(clause.anchor for clause in here.plan.ancestors[one.anchor][-1].walk())
            reachable = set().union(*(cited.get(anchor, set()) for anchor in {*trail, one.anchor}))
            assert set(one.directives) <= reachable
            seen += len(one.directives)
    assert seen or not is_golden


def test_bodies_that_rest_on_a_directive_have_it_behind_their_work(overview, is_golden):
    directives = {citation.directive for here in overview.plans for citation in here.citations} - {None}
    found = 0
    for directive in directives:
        for dependence in overview.work.resting_on(directive):
            direct = overview.work.of(dependence.body).direct
            assert all(directive in one.directives and one in {a.item for a in direct} for one in dependence.items)
            assert all(directive in overview.work.basis[plan] for plan in dependence.plans)
            assert dependence.items or dependence.plans
            found += 1
    assert found or not is_golden


def test_changes_account_for_every_item_of_both_plans(overview, is_golden):
    compared = 0
    for here in overview.plans:
        before = overview.previous.get(here.plan.id)
        if before is None:
            continue
        for body in overview.work.bodies:
            found = overview.changes(body, here.plan.id)
            work = overview.work.of(body)
            assert [c.after for c in found if c.after] == [a for part in Part for a in work.of(part, here.plan.id)]
            assert sorted(c.before.item.id for c in found if c.before) == sorted(
                a.item.id for part in Part for a in work.of(part, before.id)
            )
            compared += len(found)
            for change in found:
                assert (change.kind == ChangeKind.NEW) == (change.before is None)
                assert (change.kind == ChangeKind.DROPPED) == (change.after is None)
    assert compared or not is_golden


def test_work_still_open_at_a_handover_is_due_after_it(overview, is_golden):
    seen = 0
    for agency in overview.corpus.agencies:
        for one in overview.handed_on.get(agency.id, ()):
            assert one in overview.taken_over[one.new]
            for assignment in one.open:
                plan = overview.corpus.plan[assignment.item.plan]
                days = [day for found in occasions(assignment.item, plan.meta.year) for day in found.days]
                assert plan.meta.year == one.day.year and (not days or max(days) >= one.day)
                assert not plan.meta.issued or plan.meta.issued < one.day
                seen += 1
    assert seen or not is_golden


def test_what_is_asked_of_everybody_reaches_those_with_work_and_not_those_it_is_sent_to(overview, is_golden):
    seen = 0
    for body in overview.work.bodies:
        work = overview.work.of(body)
        for assignment in work.common:
            one = assignment.item
            assert assignment.part in (Part.DUTY, Part.REPORTS)
            assert assignment.via in one.of(assignment.part) and not overview.work.members_at(
                assignment.via, overview.corpus.plan[one.plan]
            )
            assert body not in (*one.to, *one.via, overview.corpus.plan[one.plan].meta.issuer)
            assert any(a.item.plan == one.plan for a in (*work.direct, *work.through_groups))
            seen += 1
    assert seen or not is_golden
