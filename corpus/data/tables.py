"""The published data: one table per kind of thing, as plain rows ready to be written (``corpus.contract`` holds their keys)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from corpus.addresses import agency_url, clause_url, legal_identifier, source_url
from corpus.data.clause_rows import Values, clause_rows
from corpus.directives.identity import plan_directive_id
from corpus.model import When
from corpus.overview.citing_changes import citing_changes
from corpus.overview.overview import Overview
from corpus.read.received import public_name
from corpus.schema import Agency, Group


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def plan_rows(overview: Overview) -> Iterator[Values]:
    for plan in sorted(overview.corpus.plans, key=lambda plan: plan.id):
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
            "period": {"from": plan.period[0], "to": plan.period[1]},
            "issuer": meta.issuer,
            "level": str(meta.level),
            "signer": meta.signer.model_dump() if meta.signer else None,
            "source": {
                "file": source_url(public_name(meta.source.file)),
                "sha256": meta.source.sha256,
                "transcription": str(meta.source.transcription),
            },
            "eli": legal_identifier(plan_directive_id(plan, overview.corpus)),
            "summary": meta.summary,
        }


def directive_rows(overview: Overview) -> Iterator[Values]:
    for entry in overview.directives.values():
        plans = {citation.plan for citation in overview.citations_of.get(entry.id, ())} - {entry.plan}
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
            "eli": legal_identifier(entry.id) if entry.known else None,
            "citation_changes": list(_citation_changes(entry.id, overview)),
        }


def _citation_changes(directive: str, overview: Overview) -> Iterator[Values]:
    """Each citing sentence from plan to plan; anchor and role are null on the side that does not have it."""
    for change in citing_changes(directive, overview):
        for place in change.places:
            before, after = place.before, place.after
            yield {
                "plan": change.after.id,
                "previous": change.before.id,
                "kind": str(place.kind),
                "anchor": after.anchor if after else None,
                "role": _text(after.role if after else None),
                "previous_anchor": before.anchor if before else None,
                "previous_role": _text(before.role if before else None),
                "replaced_by": list(change.instead),
            }


def citation_rows(overview: Overview) -> Iterator[Values]:
    known = overview.directives
    for here in sorted(overview.plans, key=lambda here: here.plan.id):
        for citation in here.citations:
            entry = known.get(citation.directive or "")
            resolved = citation.directive if entry and entry.known else None
            yield {
                "plan": citation.plan,
                "directive": resolved,
                "text": citation.text,
                "number": citation.number,
                "issued": _text(citation.issued),
                "role": str(citation.own_role),
                "within": citation.within,
                "section": citation.section,
                "anchor": citation.anchor,
                "url": clause_url(citation.plan, citation.anchor),
                "prefix": citation.prefix,
                "suffix": citation.suffix,
                "by": citation.by,
            }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def agency_rows(overview: Overview) -> Iterator[Values]:
    corpus = overview.corpus
    for body in sorted(corpus.bodies, key=lambda body: body.id):
        single = body if isinstance(body, Agency) else None
        group = body if isinstance(body, Group) else None
        yield {
            "id": body.id,
            "url": agency_url(body.id),
            "name": body.name,
            "aliases": list(body.aliases),
            "level": str(body.level),
            "parent": single.parent if single else None,
            "from": _day(single.since) if single else None,
            "to": _day(single.until) if single else None,
            "successors": [s.model_dump(mode="json") for s in single.successors] if single else [],
            "members_complete": bool(group and group.members and group.members.complete),
            "by_rule": body.id in corpus.by_rule,
            "members": [one for one in overview.members_now(body.id) if one in corpus.agency] if group else [],
        }


def task_rows(overview: Overview) -> Iterator[Values]:
    for here in sorted(overview.plans, key=lambda here: here.plan.id):
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
                "start": _day(task.time.start),
                "end": _day(task.time.end),
                "product": task.product,
                "anchor": task.anchor,
                "url": clause_url(task.plan, task.anchor),
                "rule": task.time.rule,
                "exclusive": task.time.exclusive,
                "time_reason": task.time.reason,
                "narrower_time_text": task.within.text if task.within else "",
                "groups": list(task.groups),
                "parent": task.parent or None,
                "columns": [{"name": name, "text": text} for name, text in task.more],
                "sentence": task.assigning,
            }


def duty_rows(overview: Overview) -> Iterator[Values]:
    for here in sorted(overview.plans, key=lambda here: here.plan.id):
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
                    "url": clause_url(duty.plan, duty.anchor),
                    "kind": str(duty.kind),
                }


def report_rows(overview: Overview) -> Iterator[Values]:
    for here in sorted(overview.plans, key=lambda here: here.plan.id):
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
                    "url": clause_url(report.plan, report.anchor),
                }


def _deadline(when: When) -> Values:
    return {
        "text": when.text,
        "start": _day(when.start),
        "end": _day(when.end),
        "rule": when.rule,
        "exclusive": when.exclusive,
    }


ROWS: dict[str, Callable[[Overview], Iterator[Values]]] = {
    "plans": plan_rows,
    "directives": directive_rows,
    "citations": citation_rows,
    "agencies": agency_rows,
    "tasks": task_rows,
    "duties": duty_rows,
    "reports": report_rows,
    "clauses": clause_rows,
}
