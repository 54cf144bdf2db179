"""The work of a body as JSON for programs: ids in place of names, every computed time with its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from corpus.contract import DAY, OPTIONAL, SCHEMA_DIALECT, TEXT, TEXTS, one_of
from corpus.model import When
from corpus.overview.agency_work import Assignment
from corpus.overview.overview import Overview
from corpus.vocabulary import Part
from corpus.written import list_to_json

_TIME_KEYS = {
    "text": TEXT,
    "start": DAY,
    "end": DAY,
    "rule": OPTIONAL,
    "exclusive": {"type": "boolean"},
    "reason": TEXT,
}
_ITEM_KEYS = {
    "id": TEXT,
    "agency": TEXT,
    "part": one_of(Part),
    "through_group": OPTIONAL,
    "kind": one_of(("task", "duty", "report")),
    "plan": TEXT,
    "year": {"type": "integer"},
    "text": TEXT,
    "detail": TEXT,
    "lead": TEXTS,
    "coordinating": TEXTS,
    "others": TEXTS,
    "report_to": TEXTS,
    "report_via": TEXTS,
    "time_text": TEXT,
    "times": {"type": "array"},
    "product": TEXT,
    "directives": TEXTS,
    "citation": TEXT,
    "anchor": TEXT,
    "url": TEXT,
}


def work_schema() -> dict[str, Any]:
    """JSON Schema of the files that ``to_work_json`` makes."""
    time = {"type": "object", "properties": _TIME_KEYS, "required": list(_TIME_KEYS), "additionalProperties": False}
    properties = _ITEM_KEYS | {"times": {"type": "array", "items": time}}
    item = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    return {"$schema": SCHEMA_DIALECT, "title": "Việc phải làm", "type": "array", "items": item}


def to_work_json(work: Iterable[tuple[str, Assignment]], overview: Overview) -> Iterator[bytes]:
    """One object for each part that a body has in an item, in the order given; one after the other."""
    return list_to_json(_object(body, assignment, overview) for body, assignment in work)


def _object(body: str, assignment: Assignment, overview: Overview) -> dict[str, Any]:
    item = assignment.item
    plan = overview.corpus.plan[item.plan]
    return {
        "id": item.id,
        "agency": body,
        "part": str(assignment.part),
        "through_group": assignment.via,
        "kind": item.sort,
        "plan": item.plan,
        "year": plan.meta.year,
        "text": item.text,
        "detail": item.detail,
        "lead": list(item.of(Part.LEADS)),
        "coordinating": list(item.of(Part.COORDINATES)),
        "others": list(item.others),
        "report_to": list(item.to),
        "report_via": list(item.via),
        "time_text": item.time_text,
        "times": [_time(when) for when in item.times],
        "product": item.product,
        "directives": list(item.directives),
        "citation": overview.cite(plan.id, item.anchor),
        "anchor": item.anchor,
        "url": f"{plan.url}#{item.anchor}",
    }


def _time(when: When) -> dict[str, Any]:
    return {
        "text": when.text,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "rule": when.rule,
        "exclusive": when.exclusive,
        "reason": when.reason,
    }
