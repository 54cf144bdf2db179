"""The published data: one table per kind of thing, as plain rows ready to be written.

Keys and their meaning are public and stable; ``TABLES`` is their one definition, from which the JSON
Schemas and the data package are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.bodies.setting import Setting
from corpus.link import Linked
from corpus.overview.entries import collect_directives
from corpus.schema import Agency
from corpus.vocabulary import Level, Role, Tier, Transcription

Values = dict[str, object]

TEXT = {"type": "string"}
OPTIONAL = {"type": ["string", "null"]}
DAY = {"type": ["string", "null"], "format": "date"}
TEXTS = {"type": "array", "items": {"type": "string"}}
OBJECTS = {"type": "array", "items": {"type": "object"}}


def one_of(values: Iterable[str]) -> dict:
    return {"type": "string", "enum": [str(value) for value in values]}


@dataclass(frozen=True)
class Table:
    """A published table: its file name, what a row is, its keys with their JSON types, and its rows."""

    name: str
    title: str
    keys: dict[str, dict]
    rows: Callable[[Linked], Iterator[Values]]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def plan_rows(linked: Linked) -> Iterator[Values]:
    for plan in sorted(linked.corpus.plans, key=lambda plan: plan.id):
        meta = plan.meta
        yield {
            "id": plan.id,
            "url": plan.url,
            "title": meta.title,
            "number": meta.number,
            "symbol": meta.symbol,
            "form": meta.form,
            "issued": _day(meta.issued),
            "year": meta.year,
            "issuer": meta.issuer,
            "level": str(meta.level),
            "signer": meta.signer.model_dump() if meta.signer else None,
            "source": {
                "file": f"nguon/{meta.source.file}",
                "sha256": meta.source.sha256,
                "transcription": str(meta.source.transcription),
            },
        }


def directive_rows(linked: Linked) -> Iterator[Values]:
    for entry in collect_directives(linked).values():
        plans = {citation.plan for citation in linked.citations_of.get(entry.id, ())} - {entry.plan}
        yield {
            "id": entry.id,
            "url": entry.url,
            "number": entry.number,
            "symbol": entry.symbol,
            "kind": entry.kind,
            "issuer": entry.issuer,
            "issued": _day(entry.issued),
            "title": entry.title,
            "resolved_to": entry.plan,
            "cited_by": sorted(plans),
            "relations": [relation.model_dump(mode="json") for relation in entry.relations],
            "sources": [fact.model_dump(mode="json", exclude_none=True) for fact in entry.sources],
        }


def citation_rows(linked: Linked) -> Iterator[Values]:
    known = collect_directives(linked)
    for here in sorted(linked.plans, key=lambda here: here.plan.id):
        for citation in here.citations:
            entry = known.get(citation.directive)
            resolved = citation.directive if entry and entry.known else None
            yield {
                "plan": citation.plan,
                "directive": resolved,
                "text": citation.text,
                "number": citation.number,
                "issued": _text(citation.issued),
                "role": str(citation.role),
                "within": citation.within,
                "section": citation.section,
                "anchor": citation.anchor,
                "url": f"{here.plan.url}#{citation.anchor}",
                "prefix": citation.prefix,
                "suffix": citation.suffix,
                "by": citation.by,
            }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def agency_rows(linked: Linked) -> Iterator[Values]:
    corpus = linked.corpus
    latest = max((plan.meta.issued or date(plan.meta.year, 12, 31) for plan in corpus.plans), default=date.max)
    for body in sorted((*corpus.agencies, *corpus.groups), key=lambda body: body.id):
        single = isinstance(body, Agency)
        yield {
            "id": body.id,
            "url": f"co-quan/{body.id}/",
            "name": body.name,
            "aliases": list(body.aliases),
            "level": str(body.level),
            "parent": body.parent if single else None,
            "from": _day(body.since) if single else None,
            "to": _day(body.until) if single else None,
            "successors": [s.model_dump(mode="json") for s in body.successors] if single else [],
            "members": [] if single else list(linked.bodies.members(body.id, Setting(body.place, latest, latest))),
        }


def task_rows(linked: Linked) -> Iterator[Values]:
    for here in sorted(linked.plans, key=lambda here: here.plan.id):
        for task in here.tasks:
            yield {
                "plan": task.plan,
                "no": task.no,
                "title": task.title,
                "detail": task.detail,
                "lead": list(task.lead),
                "coordinating": list(task.coordinating),
                "lead_text": task.lead_text,
                "coordinating_text": task.coordinating_text,
                "time_text": task.when.text,
                "start": _day(task.when.start),
                "end": _day(task.when.end),
                "product": task.product,
                "anchor": task.anchor,
                "url": f"{here.plan.url}#{task.anchor}",
            }


def duty_rows(linked: Linked) -> Iterator[Values]:
    for here in sorted(linked.plans, key=lambda here: here.plan.id):
        for duty in here.duties:
            for agency in duty.agencies or (None,):
                yield {
                    "plan": duty.plan,
                    "agency": agency,
                    "printed_name": duty.printed_name,
                    "text": duty.text,
                    "requested": duty.requested,
                    "section": duty.section,
                    "anchor": duty.anchor,
                    "url": f"{here.plan.url}#{duty.anchor}",
                }


def report_rows(linked: Linked) -> Iterator[Values]:
    for here in sorted(linked.plans, key=lambda here: here.plan.id):
        for report in here.reports:
            for agency in report.agencies or (None,):
                yield {
                    "plan": report.plan,
                    "agency": agency,
                    "to": list(report.to),
                    "via": list(report.via),
                    "frequency": report.frequency,
                    "deadlines": [_deadline(when) for when in report.deadlines],
                    "text": report.text,
                    "anchor": report.anchor,
                    "url": f"{here.plan.url}#{report.anchor}",
                }


def _deadline(when) -> Values:
    return {
        "text": when.text,
        "start": _day(when.start),
        "end": _day(when.end),
        "rule": when.rule,
        "exclusive": when.exclusive,
    }


TABLES = (
    Table(
        "plans",
        "Kế hoạch",
        {
            "id": TEXT,
            "url": TEXT,
            "title": TEXT,
            "number": OPTIONAL,
            "symbol": TEXT,
            "form": TEXT,
            "issued": DAY,
            "year": {"type": "integer"},
            "issuer": TEXT,
            "level": one_of(Tier),
            "signer": {"type": ["object", "null"]},
            "source": {
                "type": "object",
                "required": ["file", "sha256", "transcription"],
                "properties": {"file": TEXT, "sha256": TEXT, "transcription": one_of(Transcription)},
            },
        },
        plan_rows,
    ),
    Table(
        "directives",
        "Văn bản được viện dẫn",
        {
            "id": TEXT,
            "url": TEXT,
            "number": OPTIONAL,
            "symbol": OPTIONAL,
            "kind": TEXT,
            "issuer": OPTIONAL,
            "issued": DAY,
            "title": OPTIONAL,
            "resolved_to": OPTIONAL,
            "cited_by": TEXTS,
            "relations": OBJECTS,
            "sources": OBJECTS,
        },
        directive_rows,
    ),
    Table(
        "citations",
        "Lần viện dẫn văn bản trong kế hoạch",
        {
            "plan": TEXT,
            "directive": OPTIONAL,
            "text": TEXT,
            "number": OPTIONAL,
            "issued": DAY,
            "role": one_of(Role),
            "within": OPTIONAL,
            "section": TEXT,
            "anchor": TEXT,
            "url": TEXT,
            "prefix": TEXT,
            "suffix": TEXT,
            "by": one_of(("machine", "editor")),
        },
        citation_rows,
    ),
    Table(
        "agencies",
        "Cơ quan và nhóm cơ quan",
        {
            "id": TEXT,
            "url": TEXT,
            "name": TEXT,
            "aliases": TEXTS,
            "level": one_of(Level),
            "parent": OPTIONAL,
            "from": DAY,
            "to": DAY,
            "successors": OBJECTS,
            "members": TEXTS,
        },
        agency_rows,
    ),
    Table(
        "tasks",
        "Nhiệm vụ trong phụ lục",
        {
            "plan": TEXT,
            "no": TEXT,
            "title": TEXT,
            "detail": TEXT,
            "lead": TEXTS,
            "coordinating": TEXTS,
            "lead_text": TEXT,
            "coordinating_text": TEXT,
            "time_text": TEXT,
            "start": DAY,
            "end": DAY,
            "product": TEXT,
            "anchor": TEXT,
            "url": TEXT,
        },
        task_rows,
    ),
    Table(
        "duties",
        "Trách nhiệm trong tổ chức thực hiện",
        {
            "plan": TEXT,
            "agency": OPTIONAL,
            "printed_name": TEXT,
            "text": TEXT,
            "requested": {"type": "boolean"},
            "section": TEXT,
            "anchor": TEXT,
            "url": TEXT,
        },
        duty_rows,
    ),
    Table(
        "reports",
        "Chế độ báo cáo",
        {
            "plan": TEXT,
            "agency": OPTIONAL,
            "to": TEXTS,
            "via": TEXTS,
            "frequency": TEXT,
            "deadlines": OBJECTS,
            "text": TEXT,
            "anchor": TEXT,
            "url": TEXT,
        },
        report_rows,
    ),
)
