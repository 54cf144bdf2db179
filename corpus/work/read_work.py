"""All the work in a plan: its tasks, duties and reports, each read once from what was found before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.bodies.index import BodyIndex
from corpus.model import AgencyMention, Duty, Plan, Report, Task
from corpus.work.duties import duties
from corpus.work.reports import reports
from corpus.work.tasks import tasks
from corpus.work.text_tasks import read_text_tasks


@dataclass(frozen=True)
class Work:
    """What a plan gives to do, in the order of its text."""

    tasks: tuple[Task, ...]
    duties: tuple[Duty, ...]
    reports: tuple[Report, ...]


def read_work(plan: Plan, bodies: BodyIndex, named: Iterable[AgencyMention]) -> Work:
    """The work in ``plan``; ``named`` are the bodies found named in it."""
    written = read_text_tasks(plan)
    assigned = tasks(plan, bodies, written)
    return Work(assigned, duties(plan, bodies, named, written), reports(plan, bodies, assigned, written))
