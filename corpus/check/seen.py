"""The corpus as pages and files are made of it, to be looked at as a whole or under watch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.bodies.index import BodyIndex
from corpus.bodies.setting import setting_of
from corpus.check.checked import Checked
from corpus.link import PlanRecord
from corpus.model import Citation, Corpus, Plan
from corpus.overview.agency_work import WorkIndex
from corpus.overview.lineage import Lineage
from corpus.overview.overview import Overview
from corpus.overview.publication import Publication
from corpus.prove.prove import Fidelity
from corpus.watched import Kinds, Reading
from corpus.work.items import WorkItem


@dataclass(frozen=True)
class Seen:
    """What plans and registers give together, what the rules find in that, and since when it is there and where."""

    overview: Overview
    checked: Checked
    publication: Publication


def _in_overview(*names: str) -> Reading:
    return tuple(("attribute", name) for name in ("overview", *names))


def _plan(plan: str) -> Reading:
    return (*_in_overview("corpus", "plan"), ("item", plan))


def _of_plan(seen: Seen, plan: str, *_: object) -> Iterable[Reading]:
    return (_plan(plan),)


def _cited(seen: Seen, plan: str, anchor: str) -> Iterable[Reading]:
    issuer = seen.overview.corpus.plan[plan].meta.issuer
    return _plan(plan), (*_in_overview("corpus", "agency"), ("item", issuer))


def _of_item(seen: Seen, item: WorkItem) -> Iterable[Reading]:
    return (_plan(item.plan),)


def _of_citation(seen: Seen, citation: Citation) -> Iterable[Reading]:
    return (_plan(citation.plan),)


def _compared(seen: Seen, before: str, after: str) -> Iterable[Reading]:
    plans = seen.overview.corpus.plan
    return _paired(seen, plans[before], plans[after])


def _paired(seen: Seen, before: Plan, after: Plan) -> Iterable[Reading]:
    for plan in (before, after):
        yield _plan(plan.id)
        yield (*_in_overview("corpus", "place"), ("item", plan.meta.place))


def _changes(seen: Seen, body: str, plan: str) -> Iterable[Reading]:
    yield (*_in_overview("work", "of"), ("call", (body,)))
    yield (*_in_overview("previous"), ("has", plan))
    if before := seen.overview.previous.get(plan):
        yield (*_in_overview("previous"), ("item", plan))
        yield from _paired(seen, before, seen.overview.corpus.plan[plan])


def _members_at(seen: Seen, group: str, plan: Plan) -> Iterable[Reading]:
    return ((*_in_overview("bodies", "members"), ("call", (group, setting_of(plan)))),)


def _published(seen: Seen, plan: Plan, *_: str) -> Iterable[Reading]:
    versions = (("attribute", "publication"), ("attribute", "history"), ("attribute", "versions_of"))
    return _plan(plan.id), (*versions, ("call", (plan.path,)))


def _linked(seen: Seen, *_: str) -> Iterable[Reading]:
    return ((("attribute", "publication"), ("attribute", "site")),)


KINDS = Kinds(
    parts=(Seen, Overview, Checked, Corpus, BodyIndex, WorkIndex, Lineage, Publication),
    large=frozenset({PlanRecord, WorkItem, Fidelity}),
    # A plan is what was read of its file.
    identity={Plan: lambda plan: (plan.id, plan.path, plan.digest)},
    follows={
        ("overview", "cite"): _cited,
        ("overview", "cite_within"): _of_plan,
        ("overview", "passage"): _of_citation,
        ("overview", "occasions"): _of_item,
        ("overview", "compared"): _compared,
        ("overview", "pairing"): _paired,
        ("overview", "changes"): _changes,
        ("overview", "work", "members_at"): _members_at,
        ("publication", "added"): _published,
        ("publication", "since"): _published,
        ("publication", "link"): _linked,
    },
)
