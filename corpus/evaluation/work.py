"""Tasks, duties and reports of a plan against what a person labelled in it; ``tests/golden/README.md`` says how.

A task is right where it stands at its clause or row; who leads and who helps, and when, are counted of those found.
A duty counts once for each body of a clause, a report once for each that the label names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import yaml

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import mentions
from corpus.bodies.setting import setting_of
from corpus.evaluation.measure import Count, Miss
from corpus.model import Duty, Plan, Report, Task, When
from corpus.work.read_work import Work, read_work

Label = dict[str, Any]


@dataclass
class MeasuredWork:
    """Counts of one run over labelled plans: what was found, and of what was found how much is right."""

    tasks: Count = field(default_factory=Count)
    people: Count = field(default_factory=Count)
    times: Count = field(default_factory=Count)
    duties: Count = field(default_factory=Count)
    reports: Count = field(default_factory=Count)
    deadlines: Count = field(default_factory=Count)
    misses: list[Miss] = field(default_factory=list)

    def as_dict(self) -> dict[str, dict[str, float | int]]:
        """The figures without the misses."""
        counts = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "misses"}
        return {name: count.figures() for name, count in counts.items()}


def read_labels(folder: Path) -> list[Label]:
    """The labels of plans in ``folder``, one file for each plan, in the order of their names."""
    return [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yml"))]


def measure_work(measured: MeasuredWork, labels: Label, plan: Plan, bodies: BodyIndex) -> None:
    """Add to ``measured`` what ``plan`` gives for its ``labels``."""
    reader = _Measuring(measured, plan, bodies, read_work(plan, bodies, mentions(plan, bodies)))
    reader.tasks(labels["tasks"])
    reader.duties(labels["duties"], labels.get("duties_optional", []))
    reader.reports(labels["reports"], labels["reports_optional"])


def _at(anchor: str, label: Label, found: dict[str, Any]) -> str:
    """Where a thing labelled at ``anchor`` was found: there, or where careful readers may put it too."""
    return next((one for one in (anchor, *label.get("at_also", [])) if one in found), anchor)


def _wanted_ids(names: dict[str, str | list[str] | None]) -> set[str]:
    return {agency for label in names.values() for agency in _ids_of(label)}


@dataclass(frozen=True)
class _Measuring:
    measured: MeasuredWork
    plan: Plan
    bodies: BodyIndex
    found: Work

    def miss(self, anchor: str, what: str, wanted: object, given: object) -> None:
        self.measured.misses.append(Miss(f"{self.plan.id}#{anchor}", what, str(wanted), str(given)))

    # --- tasks ---------------------------------------------------------------

    def tasks(self, labels: dict[str, Label]) -> None:
        found = {task.anchor: task for task in self.found.tasks}
        places = {_at(anchor, label, found): label for anchor, label in labels.items()}
        count = self.measured.tasks
        count.wanted += len(places)
        count.given += len(found)
        for anchor, task in found.items():
            if anchor not in places:
                self.miss(anchor, "task", "none", task.title[:60])
        for anchor, label in places.items():
            if task_found := found.get(anchor):
                count.right += 1
                self._people(label, task_found)
                self._time(label, task_found)
                self._cells(label, task_found)
            else:
                self.miss(anchor, "task", "one", "none")

    def _people(self, label: Label, task: Task) -> None:
        right = True
        for part, text, ids in (
            ("lead", task.lead_text, task.lead),
            ("coordinating", task.coordinating_text, task.coordinating),
        ):
            names = {one.printed.text: one.agencies for one in self.bodies.cell(text, setting_of(self.plan)) if text}
            wrong = list(_wrong_names(label[part], label.get(f"{part}_also", []), names))
            if wrong or set(ids) != _wanted_ids(label[part]):
                self.miss(task.anchor, part, label[part], names)
                right = False
        _add(self.measured.people, right)

    def _time(self, label: Label, task: Task) -> None:
        if "time_also" in label:
            return
        when, rule = task.when, label.get("rule")
        expected = (label.get("start"), label.get("end"), label.get("exclusive", False))
        # What comes back lasts as long as its plan does.
        right = when.rule == rule and (rule is not None or (when.start, when.end, when.exclusive) == expected)
        _add(self.measured.times, right)
        if not right:
            self.miss(task.anchor, "time", rule or expected, f"{when.text!r}: {when}")

    def _cells(self, label: Label, task: Task) -> None:
        if task.product != label.get("product", task.product):
            self.miss(task.anchor, "product", label["product"], task.product)
        for cell in label.get("more", {}).items():
            if cell not in task.more:
                self.miss(task.anchor, "further column", cell, task.more)

    # --- duties --------------------------------------------------------------

    def duties(self, labels: dict[str, Label], optional: list[str]) -> None:
        found: dict[str, list[Duty]] = {}
        for duty in self.found.duties:
            found.setdefault(duty.anchor, []).append(duty)
        places = {_at(anchor, label, found): label for anchor, label in labels.items()}
        for anchor, here in found.items():
            if anchor not in places and anchor not in optional:
                names = [duty.printed_name for duty in here]
                self.measured.duties.given += len(names)
                self.miss(anchor, "duty", "none", f"{names} {here[0].text[:60]!r}")
        for anchor, label in places.items():
            self._duties_at(anchor, label, found.get(anchor, []))

    def _duties_at(self, anchor: str, label: Label, here: list[Duty]) -> None:
        names = {duty.printed_name: duty.agencies for duty in here}
        also = label.get("bodies_also", [])
        wrong = dict(_wrong_names(label["bodies"], also, names))
        count = self.measured.duties
        count.wanted += len(label["bodies"])
        count.given += len([name for name in names if name not in also])
        count.right += len([name for name in label["bodies"] if name not in wrong])
        for name, (wanted, given) in wrong.items():
            self.miss(anchor, f"duty of {name!r}", wanted, given)
        asked = [label.get("requested", False), label.get("requested_also")]
        if wrong_way := [d for d in here if d.requested not in asked and d.printed_name not in also]:
            self.miss(anchor, "asked", asked[0], not asked[0] and [duty.printed_name for duty in wrong_way])
        natures = {nature for duty in here for nature in duty.nature}
        expected, allowed = set(label.get("nature", [])), set(label.get("nature_also", []))
        if ("nature" in label or "nature_also" in label) and not expected <= natures <= expected | allowed:
            self.miss(anchor, "nature", sorted(expected), sorted(natures))

    # --- reports -------------------------------------------------------------

    def reports(self, labels: list[Label], optional: list[str]) -> None:
        left = list(self.found.reports)
        count = self.measured.reports
        for label in labels:
            count.wanted += 1
            hit = next((one for one in left if _is_labelled(one, label)), None)
            if hit is None:
                here = [(one.agencies, one.to, one.via) for one in left if one.anchor == label["at"]]
                self.miss(label["at"], "report", f"{label['who']} to {label['to']}", here)
                if label.get("deadlines"):
                    self.measured.deadlines.wanted += 1
                continue
            left.remove(hit)
            count.right += 1
            count.given += 1
            self._deadlines(label, hit)
        for report in left:
            if report.anchor not in optional:
                count.given += 1
                self.miss(report.anchor, "report", "none", f"{report.agencies} to {report.to}: {report.text[:50]!r}")

    def _deadlines(self, label: Label, report: Report) -> None:
        often = [label.get("frequency", ""), label.get("frequency_also", "")]
        if any(words.lower() not in report.frequency.lower() for words in often):
            self.miss(report.anchor, "frequency", label["frequency"], report.frequency)
        if "deadlines_also" in label:
            return
        wanted = {(one.get("rule") or one["end"], one.get("exclusive", False)) for one in label.get("deadlines", [])}
        given = {_deadline(when) for when in report.deadlines if when.rule or when.end}
        count = self.measured.deadlines
        count.wanted += bool(wanted)
        count.given += bool(given)
        count.right += bool(wanted) and wanted == given
        if wanted != given:
            self.miss(report.anchor, "deadlines", wanted, given)


def _ids_of(label: str | list[str] | None) -> tuple[str, ...]:
    """The ids of a label: one, several, or none for what nothing knows."""
    return tuple(label) if isinstance(label, list) else (label,) if label else ()


def _wrong_names(
    wanted: dict[str, str | list[str] | None], also: list[str], found: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[object, object]]]:
    """Names missing, too much, or meaning another body, each with what was wanted and given.

    A body that the register does not have must be named and have no id.
    """
    for name, agency in wanted.items():
        ids = _ids_of(agency)
        if name not in found or found[name] != ids:
            yield name, (ids, found.get(name, "not named"))
    for name, ids in found.items():
        if name not in wanted and name not in also:
            yield name, ("not named", ids)


def _is_labelled(report: Report, label: Label) -> bool:
    return (
        report.anchor in (label["at"], *label.get("at_also", []))
        and set(report.agencies) in (set(label["who"]), set(label.get("who_also") or label["who"]))
        and set(label["to"]) <= set(report.to) <= {*label["to"], *label.get("to_also", [])}
        and set(label.get("via", report.via)) == set(report.via)
    )


def _deadline(when: When) -> tuple[object, bool]:
    """A deadline as labelled: a rule where it comes back, else its last day."""
    return when.rule or when.end, when.exclusive


def _add(count: Count, right: bool) -> None:
    count.wanted += 1
    count.given += 1
    count.right += right
