"""The page of an agency or group: what it leads, coordinates and must do, plan by plan."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.derive.directives import DirectiveEntry
from corpus.link import Linked
from corpus.pages.page import Page, render


def agency_pages(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Page]:
    """One page per agency and group of the register."""
    for body in (*linked.corpus.agencies, *linked.corpus.groups):
        work = []
        for here in linked.plans:
            leads = [task for task in here.tasks if body.id in task.lead]
            coordinates = [task for task in here.tasks if body.id in task.coordinating]
            duties = [duty for duty in here.duties if body.id in duty.agencies]
            reports = [report for report in here.reports if body.id in report.agencies]
            if leads or coordinates or duties or reports:
                work.append((here.plan, leads, coordinates, duties, reports))
        named = [mention for here in linked.plans for mention in here.mentions if body.id in mention.agencies]
        yield render("agency.md.j2", f"co-quan/{body.id}/", linked, directives, body=body, work=work, named=named)
